// Files that the server cannot reach, read for it: in a browser, and in folders of any file system that is not the disk.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { clientRequests, type ListFilesParams, type ReadFileParams } from '../../server/src/lsp/protocol';
import { searchOrWalk } from './search-or-walk';
import { walk } from './walk';

/** So many files of a folder are looked at. */
const mostFiles = 20_000;
const piece = 0x8000;

/** Answers `vrp/list` (at most 20,000 uris) and `vrp/read` through the file systems of VS Code. */
export function answerForFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(clientRequests.list, ({ folder }: ListFilesParams) => list(client, folder)),
    client.onRequest(clientRequests.read, (params: ReadFileParams) => read(client, params)),
  );
}

async function list(client: BaseLanguageClient, folder: string): Promise<string[]> {
  const pattern = new vscode.RelativePattern(client.protocol2CodeConverter.asUri(folder), '**/*');
  const uris = await searchOrWalk(
    pattern.baseUri.scheme,
    () => vscode.workspace.findFiles(pattern, null, mostFiles),
    () => walk(pattern.baseUri, mostFiles),
  );
  return uris.map((uri) => client.code2ProtocolConverter.asUri(uri));
}

async function read(client: BaseLanguageClient, { uri, largest, limit }: ReadFileParams): Promise<string | null> {
  try {
    const file = client.protocol2CodeConverter.asUri(uri);
    const { size, type } = await vscode.workspace.fs.stat(file);
    if (size > largest || !(type & vscode.FileType.File)) return null;
    const bytes = await vscode.workspace.fs.readFile(file);
    return base64(limit === undefined ? bytes : bytes.subarray(0, limit));
  } catch {
    // It went away, or may not be read.
    return null;
  }
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += piece) binary += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(binary);
}
