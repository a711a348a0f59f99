// Files that this process cannot reach, asked of the client: those of a browser, and folders of any file system that is not the disk
// (`vscode-vfs:`, an SFTP folder). Only a client that says so (`files` of its options) is asked.
import type { Connection } from 'vscode-languageserver';
import { largestFile } from '../model/file-kind';
import { below, fileId } from './file-ids';
import type { Files } from './host';
import { clientRequests, type ListFilesParams, type ReadFileParams } from './protocol';

/**
 * Reads `file:` uris through `own`, where it has any files, and all others by asking the client where `isOffered`. What
 * the client cannot answer is no file; `list` is sorted.
 */
export function filesOfBoth(own: Files, connection: Pick<Connection, 'sendRequest'>, isOffered: () => boolean): Files {
  const isOurs = (uri: string): boolean => own.none !== true && uri.startsWith('file:');
  return {
    get none() {
      return own.none === true && !isOffered();
    },
    async list(folder, wanted) {
      if (isOurs(folder) || !isOffered()) return own.list(folder, wanted);
      const params: ListFilesParams = { folder };
      const uris = await asked<string[]>(connection, clientRequests.list, params);
      const top = fileId(folder);
      return (uris ?? []).filter((uri) => isWanted(below(top, fileId(uri)), wanted)).sort();
    },
    async read(uri, limit) {
      if (isOurs(uri) || !isOffered()) return own.read(uri, limit);
      const params: ReadFileParams = { uri, largest: largestFile, ...(limit === undefined ? {} : { limit }) };
      const content = await asked<string>(connection, clientRequests.read, params);
      return typeof content === 'string' ? fromBase64(content) : undefined;
    },
  };
}

/** Undefined where the client cannot answer: there is no such file then. */
async function asked<Result>(
  connection: Pick<Connection, 'sendRequest'>,
  method: string,
  params: object,
): Promise<Result | undefined> {
  try {
    return (await connection.sendRequest<Result | null>(method, params)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** As a walk asks: each folder above a file, then the file. */
function isWanted(path: string | undefined, wanted: (path: string, isFolder: boolean) => boolean): boolean {
  if (path === undefined) return false;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
    if (!wanted(path.slice(0, at), true)) return false;
  return wanted(path, false);
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
