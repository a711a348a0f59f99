// While both files of a pair stand in two columns, the one without the cursor shows what answers the section of the cursor. The
// focus never moves, and a diff editor is left alone: it moves its sides itself.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { counterpartOf } from './counterpart';
import { sameUri, type Pairs } from './pairs';

/**
 * Where both files of a pair are visible, shows in the other one what corresponds to the cursor
 * (`vrp.followPeer.enabled`).
 */
export function followPeer(client: BaseLanguageClient, pairs: Pairs): vscode.Disposable {
  const mark = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.rangeHighlightForeground'),
  });
  let asked = 0;
  let shown = '';

  async function follow({ textEditor, kind }: vscode.TextEditorSelectionChangeEvent): Promise<void> {
    if (
      kind === undefined ||
      !isPlain(textEditor) ||
      !vscode.workspace.getConfiguration('vrp.followPeer').get<boolean>('enabled', true)
    )
      return;
    const peers = pairs.of(textEditor.document.uri).flat();
    const other = vscode.window.visibleTextEditors.find(
      (each) =>
        each.viewColumn !== textEditor.viewColumn &&
        isPlain(each) &&
        !sameUri(each.document.uri, textEditor.document.uri) &&
        peers.some((peer) => sameUri(peer.uri, each.document.uri)),
    );
    if (!other) return;
    const turn = ++asked;
    const found = await counterpartOf(client, textEditor.document.uri, textEditor.selection.active).catch(
      () => undefined,
    );
    if (turn !== asked || !found || !sameUri(found.uri, other.document.uri)) return;
    const place = `${found.uri.toString()} ${found.range.start.line}`;
    textEditor.setDecorations(mark, []);
    other.setDecorations(mark, [found.range]);
    // Within one section the other side may be scrolled by hand.
    if (place !== shown) other.revealRange(found.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    shown = place;
  }

  return vscode.Disposable.from(
    mark,
    vscode.window.onDidChangeTextEditorSelection((event) => void follow(event)),
  );
}

/** An editor of its own in a column, not a side of a diff. */
function isPlain(editor: vscode.TextEditor): boolean {
  const group = vscode.window.tabGroups.all.find((each) => each.viewColumn === editor.viewColumn);
  const input = group?.activeTab?.input;
  return input instanceof vscode.TabInputText && sameUri(input.uri, editor.document.uri);
}
