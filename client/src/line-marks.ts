// How the lines of a comparison by meaning look: what must differ is dim, what is wrong is red, and behind a line of the peer stands
// what it really says.
import * as vscode from 'vscode';
import type { MappedPeerLine, MappedPeerResult } from '../../server/src/lsp/protocol';
import { escapeMarkdownRows } from '../../server/src/text/markdown';

/** What marks the lines of both sides. */
export interface LineMarks extends vscode.Disposable {
  onPeer(editor: vscode.TextEditor, answer: MappedPeerResult, own: vscode.TextDocument | undefined): void;
  /** Without an answer nothing is marked. */
  onOwn(editor: vscode.TextEditor, answer: MappedPeerResult | undefined): void;
}

/**
 * Makes the decorations, in colours of the theme. Rows of an answer that lie behind the end of the document are left
 * out.
 */
export function lineMarks(): LineMarks {
  const dim = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    opacity: '0.6',
    after: { color: new vscode.ThemeColor('editorCodeLens.foreground'), fontStyle: 'italic', margin: '0 0 0 3ch' },
  });
  const wrong = wrongLine('vrp.wrongLineBackground');
  const wrongInDiff = wrongLine('vrp.wrongPeerLineBackground');
  const whole = (editor: vscode.TextEditor, row: number): vscode.Range =>
    editor.document.validateRange(new vscode.Range(row, 0, row, Number.MAX_SAFE_INTEGER));
  return {
    onPeer(editor, { lines, peer }, own) {
      const marked = (isMarked: (line: MappedPeerLine, row: number) => boolean): vscode.DecorationOptions[] =>
        lines.flatMap((line, row) =>
          row >= editor.document.lineCount || !isMarked(line, row)
            ? []
            : // What the peer really says stands behind the line that says it in this device's words.
              [
                {
                  range: whole(editor, row),
                  ...(line.mark !== 'wrong' && line.actual !== undefined
                    ? { renderOptions: { after: { contentText: `${peer.device}: ${line.actual.trim()}` } } }
                    : {}),
                },
              ],
        );
      const isSame = ({ here }: MappedPeerLine, row: number): boolean =>
        here !== null && here < (own?.lineCount ?? 0) && own!.lineAt(here).text === editor.document.lineAt(row).text;
      editor.setDecorations(
        dim,
        marked(({ mark }) => mark === 'must-differ' || mark === 'quiet'),
      );
      editor.setDecorations(
        wrong,
        marked((line, row) => line.mark === 'wrong' && isSame(line, row)),
      );
      editor.setDecorations(
        wrongInDiff,
        marked((line, row) => line.mark === 'wrong' && !isSame(line, row)),
      );
    },
    onOwn(editor, answer) {
      const here = (mark: MappedPeerLine['mark']): vscode.Range[] =>
        (answer?.lines ?? []).flatMap((line) =>
          line.mark === mark && line.here !== null ? [whole(editor, line.here)] : [],
        );
      editor.setDecorations(dim, [...here('must-differ'), ...here('quiet')]);
      editor.setDecorations(wrong, [
        ...here('wrong').map((range) => ({ range })),
        ...(answer?.missing ?? []).map(({ row, finding }) => ({
          range: whole(editor, row),
          hoverMessage: new vscode.MarkdownString(escapeMarkdownRows(finding)),
        })),
      ]);
    },
    dispose: () => [dim, wrong, wrongInDiff].forEach((each) => each.dispose()),
  };
}

/**
 * The diff lies red over changed lines of the left side and green over those of the right: a colour of their own there makes both
 * sides look alike.
 */
function wrongLine(colour: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor(colour),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.errorForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
    border: '0 solid',
    borderColor: new vscode.ThemeColor('editorError.foreground'),
    dark: { borderWidth: '0 0 0 3px' },
    light: { borderWidth: '0 0 0 3px' },
  });
}
