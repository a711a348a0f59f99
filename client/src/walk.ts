// The files below a folder of any file system, where it has no search of its own.
import * as vscode from 'vscode';

/**
 * The files below a folder, at most `most` of them; links are not followed into folders, and `.git` and `node_modules`
 * are left out. A folder that cannot be read is empty.
 */
export async function walk(folder: vscode.Uri, most: number, found: vscode.Uri[] = []): Promise<vscode.Uri[]> {
  for (const [name, type] of await entriesOf(folder)) {
    if (found.length >= most) break;
    const uri = vscode.Uri.joinPath(folder, name);
    if (type & vscode.FileType.Directory && !(type & vscode.FileType.SymbolicLink)) {
      if (name !== '.git' && name !== 'node_modules') await walk(uri, most, found);
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
