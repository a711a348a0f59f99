// The native parser for tests: made once, on the first run, where a compiler, node-gyp, Node's headers and the packages of the
// grammar are (`scripts/install-editors.sh` brings those).
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './check-text';

export interface NativeParser {
  setLanguage(language: unknown): void;
  parse(
    text: string,
    old?: null,
    options?: { bufferSize: number },
  ): { rootNode: { toString(): string; hasError: boolean } };
}

interface Tools {
  readonly nodeGyp: string;
  readonly nodedir: string;
}

const grammar = join(root, 'tree-sitter-vrp');
const runtime = join(grammar, 'build/runtime');
const load = createRequire(join(grammar, 'package.json'));

/** The parser, or the reason why there is none. Throws where the tools are there and the grammar cannot be compiled. */
export async function nativeParser(): Promise<NativeParser | string> {
  let installed: string;
  try {
    installed = dirname(load.resolve('tree-sitter/package.json'));
  } catch {
    return 'the packages of tree-sitter-vrp are not installed';
  }
  const tools = findTools();
  if (typeof tools === 'string') return tools;
  const failure = build(
    tools,
    grammar,
    'Release/tree_sitter_vrp_binding.node',
    readFileSync(join(grammar, 'hashes.json'), 'utf8'),
  );
  if (failure) throw new Error(`the binding of the grammar cannot be built:\n${failure}`);
  const Parser = packaged() ?? compiled(installed, tools);
  if (typeof Parser === 'string') return Parser;
  const parser = new Parser();
  const binding = (await import(pathToFileURL(join(grammar, 'bindings/node/index.js')).href)) as { default: unknown };
  parser.setLanguage(binding.default);
  return parser;
}

/** What the package brings along runs only beside a C++ library as new as its maker's. */
function packaged(): (new () => NativeParser) | undefined {
  try {
    return load('tree-sitter') as new () => NativeParser;
  } catch {
    return undefined;
  }
}

function compiled(installed: string, tools: Tools): (new () => NativeParser) | string {
  if (!existsSync(runtime))
    cpSync(installed, runtime, { recursive: true, filter: (path) => !path.includes('prebuilds') });
  const failure = build(
    tools,
    runtime,
    'Release/tree_sitter_runtime_binding.node',
    readFileSync(join(installed, 'package.json'), 'utf8'),
  );
  return failure
    ? `the package tree-sitter cannot be built here: ${failure.slice(-300)}`
    : (load(runtime) as new () => NativeParser);
}

/** Builds `folder` unless it was built of the same sources before; the end of what was printed when that fails. */
function build({ nodeGyp, nodedir }: Tools, folder: string, result: string, sources: string): string | undefined {
  const stamp = join(folder, 'build/built-of.txt');
  const madeOf = `${process.platform} ${process.arch}\n${sources}`;
  if (existsSync(join(folder, 'build', result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === madeOf)
    return undefined;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [nodeGyp, 'configure', 'build', `--nodedir=${nodedir}`],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) return `${stdout}${stderr}`.slice(-3000) || `node-gyp ended with ${status}`;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, madeOf);
  return undefined;
}

function findTools(): Tools | string {
  const beside = dirname(process.execPath);
  const npm = [
    join(beside, '../lib/node_modules/npm'),
    join(beside, 'node_modules/npm'),
    ...(process.env.npm_execpath ? [join(dirname(process.env.npm_execpath), '..')] : []),
  ];
  const nodeGyp = npm
    .map((folder) => join(folder, 'node_modules/node-gyp/bin/node-gyp.js'))
    .find((file) => existsSync(file));
  if (!nodeGyp) return "npm's node-gyp is not here";
  // node-gyp would fetch them otherwise.
  const nodedir = [process.env.npm_config_nodedir, join(beside, '..')].find(
    (folder) => folder && existsSync(join(folder, 'include/node/node_api.h')),
  );
  if (!nodedir) return "Node's headers are not here";
  if (process.platform !== 'win32') {
    for (const tool of ['make', 'cc', 'c++', 'python3']) {
      if (spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0) return `${tool} is not here`;
    }
  }
  return { nodeGyp, nodedir };
}
