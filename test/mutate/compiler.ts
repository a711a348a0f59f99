// What the compiler refuses nobody can have typed and gone on: such a change needs no test.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What is declared and used no more: the change took it away, and no type is wrong. */
const unused = new Set([6133, 6138, 6192, 6196, 6198, 6199, 7027]);

/** Tells whether the compiler has a word against `text` in the place of a file, which is named from `root`. */
export function compilerOf(root: string): (file: string, text: string) => boolean {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, parseHost())!;
  const changed = new Map<string, { readonly text: string; readonly version: number }>();
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => config.options,
    getScriptFileNames: () => config.fileNames,
    getScriptVersion: (file) => String(changed.get(file)?.version ?? 0),
    getScriptSnapshot: (file) => {
      const text = changed.get(file)?.text ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (file) => ts.sys.fileExists(file),
    readFile: (file) => ts.sys.readFile(file),
    readDirectory: (...args) => ts.sys.readDirectory(...args),
    directoryExists: (folder) => ts.sys.directoryExists(folder),
    getDirectories: (folder) => ts.sys.getDirectories(folder),
  };
  const service = ts.createLanguageService(host);
  let version = 0;
  return (file, text) => {
    const path = join(root, file);
    changed.set(path, { text, version: ++version });
    const faults = [...service.getSyntacticDiagnostics(path), ...service.getSemanticDiagnostics(path)];
    const isRefused = faults.some(({ code }) => !unused.has(code));
    changed.set(path, { text: readFileSync(path, 'utf8'), version: ++version });
    return isRefused;
  };
}

function parseHost(): ts.ParseConfigFileHost {
  return {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  };
}
