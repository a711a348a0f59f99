// The two files of a pair in the editor's own diff: the device that leads on the left, both sides the real files.
import * as vscode from 'vscode';
import { openedAsVrp, sameUri, type Pairs, type ShownPair } from './pairs';

/** The command `vrp.compareWithPeer`: an ordinary diff of both files of a pair. */
export function comparing(pairs: Pairs): vscode.Disposable {
  return vscode.commands.registerCommand('vrp.compareWithPeer', async (given?: unknown) => {
    const pair = await pairs.pick(given);
    if (pair) await compare(pair);
  });
}

async function compare(pair: ShownPair): Promise<void> {
  const active = vscode.window.activeTextEditor;
  const [left, right] = [await openedAsVrp(pair[0].uri), await openedAsVrp(pair[1].uri)];
  const selection = active && sameUri(active.document.uri, right.uri) ? active.selection : undefined;
  await vscode.commands.executeCommand('vscode.diff', left.uri, right.uri, `${pair[0].device} ↔ ${pair[1].device}`, {
    preview: false,
    ...(selection && { selection }),
  });
}
