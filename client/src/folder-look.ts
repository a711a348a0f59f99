// Whether the folders of a window hold a VRP configuration: a look at the first bytes of files that nobody has opened, which ends at
// the first that is one. It reads and decides nothing else; the server looks at everything once it runs.
import * as vscode from 'vscode';
import { holdsVrp, largestFile, probedBytes, utf16Order } from '../../server/src/model/file-kind';
import { isSettingsFile, likeliestFirst } from './candidates';
import { searchOrWalk } from './search-or-walk';
import { walk } from './walk';

/** The first bytes of a file; undefined for what cannot be read. */
export type ReadStart = (file: vscode.Uri, bytes: number) => Promise<Uint8Array | undefined>;

/** So many names are asked for, and so many of these files are read: the likeliest. */
const mostNames = 20_000;
const mostRead = 1000;
/** Where reading means the network. */
const mostReadAfar = 200;
const readAtOnce = 8;

/** True where one of the files in the folders is a configuration, or settings of this tool lie there. */
export async function holdConfiguration(
  read: ReadStart,
  log: vscode.LogOutputChannel,
  token: vscode.CancellationToken,
): Promise<boolean> {
  for (const folder of vscode.workspace.workspaceFolders ?? [])
    if (await holdsConfiguration(folder, read, log, token)) return true;
  return false;
}

async function holdsConfiguration(
  folder: vscode.WorkspaceFolder,
  read: ReadStart,
  log: vscode.LogOutputChannel,
  token: vscode.CancellationToken,
): Promise<boolean> {
  const found = await namesIn(folder, token);
  const files = likeliestFirst(found, ({ path }) => path);
  if (files.some(({ path }) => isSettingsFile(path))) return true;
  const most = folder.uri.scheme === 'file' ? mostRead : mostReadAfar;
  if (found.length >= mostNames || files.length > most)
    log.info(`${folder.name} has many files: until a configuration is opened, only the ${most} likeliest are read.`);
  return anyIsVrp(files.slice(0, most), read, log, token);
}

/** By the settings for which files count. */
async function namesIn(folder: vscode.WorkspaceFolder, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const settings = vscode.workspace.getConfiguration('vrp.workspace', folder);
  const globs = (name: string): string[] =>
    settings.get<unknown[]>(name, []).filter((glob) => typeof glob === 'string');
  const exclude = oneGlob(globs('exclude'));
  const search = (include: string): Thenable<vscode.Uri[]> =>
    vscode.workspace.findFiles(
      new vscode.RelativePattern(folder, include),
      exclude === undefined ? null : new vscode.RelativePattern(folder, exclude),
      mostNames,
      token,
    );
  return searchOrWalk(
    folder.uri.scheme,
    async () => (await Promise.all(globs('include').map(search))).flat(),
    async () => (token.isCancellationRequested ? [] : walk(folder.uri, mostNames)),
  );
}

/** Alternatives cannot stand within others: a pattern that has some is left out, and its files are looked at. */
function oneGlob(globs: readonly string[]): string | undefined {
  const plain = globs.length > 1 ? globs.filter((glob) => !/[{}]/.test(glob)) : globs;
  return plain.length > 1 ? `{${plain.join(',')}}` : plain[0];
}

async function anyIsVrp(
  files: readonly vscode.Uri[],
  read: ReadStart,
  log: vscode.LogOutputChannel,
  token: vscode.CancellationToken,
): Promise<boolean> {
  const found: vscode.Uri[] = [];
  const left = files.values();
  const readOn = async (): Promise<void> => {
    for (const file of left) {
      if (found.length > 0 || token.isCancellationRequested) return;
      if (await isVrp(file, read)) found.push(file);
    }
  };
  await Promise.all(Array.from({ length: readAtOnce }, readOn));
  for (const file of found.slice(0, 1)) log.debug(`${vscode.workspace.asRelativePath(file)} is VRP.`);
  return found.length > 0;
}

/** True where the first bytes of a file show a configuration; false where it cannot be read. */
export async function isVrp(file: vscode.Uri, read: ReadStart): Promise<boolean> {
  const start = await read(file, probedBytes);
  return start !== undefined && holdsVrp(start, decoded);
}

/** By the file system that the folder is of. Such a one gives no part of a file. */
export async function readByWorkspace(file: vscode.Uri, bytes: number): Promise<Uint8Array | undefined> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(file);
    if (size > largestFile || !(type & vscode.FileType.File)) return undefined;
    return (await vscode.workspace.fs.readFile(file)).subarray(0, bytes);
  } catch {
    // It went away, or may not be read.
    return undefined;
  }
}

/** What marks a configuration is ASCII, so other encodings read well enough as UTF-8. */
function decoded(start: Uint8Array): string {
  return new TextDecoder(utf16Order(start) ?? 'utf-8').decode(start);
}
