// Files that the server cannot reach, read for it: in a browser, and in folders of any file system that is not the disk.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { clientRequests, type ListFilesParams, type ReadFileParams } from '../../server/src/lsp/protocol';

/** So many files of a folder are looked at. */
const mostFiles = 20_000;
const piece = 0x8000;

export function answerForFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(clientRequests.list, ({ folder }: ListFilesParams) => list(client, folder)),
    client.onRequest(clientRequests.read, (params: ReadFileParams) => read(client, params)),
  );
}

async function list(client: BaseLanguageClient, folder: string): Promise<string[]> {
  const pattern = new vscode.RelativePattern(client.protocol2CodeConverter.asUri(folder), '**/*');
  const found = await vscode.workspace.findFiles(pattern, null, mostFiles);
  // A file system without a search of its own finds nothing: it is walked.
  const uris = found.length > 0 ? found : await walk(pattern.baseUri);
  return uris.map((uri) => client.code2ProtocolConverter.asUri(uri));
}

async function walk(folder: vscode.Uri, found: vscode.Uri[] = []): Promise<vscode.Uri[]> {
  for (const [name, type] of await entriesOf(folder)) {
    if (found.length >= mostFiles) break;
    const uri = vscode.Uri.joinPath(folder, name);
    if (type & vscode.FileType.Directory && !(type & vscode.FileType.SymbolicLink)) {
      if (name !== '.git' && name !== 'node_modules') await walk(uri, found);
    } else if (type & vscode.FileType.File) found.push(uri);
  }
  return found;
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // What may not be read holds nothing for us.
    return [];
  }
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
