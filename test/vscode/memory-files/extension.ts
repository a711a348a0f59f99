// Answers for `memfs:`, the folder that the suite in a browser opens: the pair of the other suites, and a file that is none.
import * as vscode from 'vscode';
import notes from '../fixture/notes.txt';
import north from '../fixture/pair/North.cfg';
import south from '../fixture/pair/South.cfg';
import { MemoryFiles } from './memory-files';

export function activate(context: vscode.ExtensionContext): void {
  const files = new MemoryFiles({
    '/site/notes.txt': notes,
    '/site/pair/North.cfg': north,
    '/site/pair/South.cfg': south,
  });
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('memfs', files, { isCaseSensitive: true }));
}
