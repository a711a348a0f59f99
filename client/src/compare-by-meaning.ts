// A device's real file beside its peer as this device would spell it: what must differ is dimmed, what is wrong is red, and every
// line of the peer says on hover what stands in its real file and goes there. The right side is made anew whenever either changes.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  requests,
  type MappedPeerLine,
  type MappedPeerParams,
  type MappedPeerResult,
} from '../../server/src/lsp/protocol';
import { codeBlock, commandLink, escapeMarkdown, escapeMarkdownRows } from '../../server/src/text/markdown';
import { showLine } from './counterpart';
import { sendOwnRequest } from './own-methods';
import { withOwnRows } from './own-rows';
import { openedAsVrp, sameUri, type Pairs, type ShownDevice, type ShownPair } from './pairs';

const scheme = 'vrp-peer';

export function comparingByMeaning(client: BaseLanguageClient, pairs: Pairs): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const answers = new Map<string, MappedPeerResult>();
  const looks = decorations();

  async function ask(virtual: vscode.Uri): Promise<MappedPeerResult | undefined> {
    const [uri, peer] = realOf(virtual).map((each) => client.code2ProtocolConverter.asUri(each));
    const params: MappedPeerParams = { uri: uri!, peer };
    const answer = await sendOwnRequest(client, requests.mappedPeer, params).catch(() => null);
    if (answer) answers.set(virtual.toString(), answer);
    return answer ?? undefined;
  }

  async function compare(given?: unknown): Promise<void> {
    const pair = await pairs.pick(given);
    if (!pair) return;
    const here = ownSide(pair);
    const [own, peer] = [pair[here], pair[1 - here]!];
    const virtual = virtualOf(own, peer);
    await openedAsVrp(own.uri);
    await vscode.commands.executeCommand('vscode.diff', own.uri, virtual, `${own.device} ↔ ${peer.device} by meaning`, {
      preview: false,
    });
  }

  async function refresh(): Promise<void> {
    for (const { document } of vscode.window.visibleTextEditors.filter((each) => each.document.uri.scheme === scheme)) {
      const before = JSON.stringify(answers.get(document.uri.toString()));
      const answer = await ask(document.uri);
      if (!answer || JSON.stringify(answer) === before) continue;
      if (shownText(document.uri, answer) === document.getText()) decorate();
      else changed.fire(document.uri);
    }
  }

  function decorate(): void {
    const shownDiffs = vscode.window.tabGroups.all
      .map((group) => group.activeTab?.input)
      .filter((input) => input instanceof vscode.TabInputTextDiff);
    for (const editor of vscode.window.visibleTextEditors) {
      const { uri } = editor.document;
      // A side of a diff has no column of its own.
      const diff =
        editor.viewColumn === undefined &&
        shownDiffs.find(
          (input) => input.modified.scheme === scheme && (sameUri(input.modified, uri) || sameUri(input.original, uri)),
        );
      const answer = diff ? answers.get(diff.modified.toString()) : undefined;
      if (diff && !answer) void ask(diff.modified).then((found) => found && decorate());
      if (diff && answer && uri.scheme === scheme) looks.onPeer(editor, answer);
      else if (uri.scheme !== scheme) looks.onOwn(editor, answer);
    }
  }

  function lineAt(document: vscode.TextDocument, row: number): MappedPeerLine | undefined {
    return answers.get(document.uri.toString())?.lines[row];
  }

  /** The real line; of a row that is not in the peer's file the nearest one above. */
  function realLine(document: vscode.TextDocument, row: number): vscode.Location | undefined {
    const answer = answers.get(document.uri.toString());
    const above = answer?.lines.slice(0, row + 1).findLast((line) => line.row !== null);
    return (
      answer &&
      new vscode.Location(client.protocol2CodeConverter.asUri(answer.peer.uri), new vscode.Position(above?.row ?? 0, 0))
    );
  }

  async function goToReal(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const target =
      editor?.document.uri.scheme === scheme ? realLine(editor.document, editor.selection.active.line) : undefined;
    if (target) await showLine(target.uri, target.range.start.line);
    else
      void vscode.window.showInformationMessage(
        'Put the cursor on a line of the right side of a comparison by meaning first.',
      );
  }

  /** Behind the link of a hover. It opens the file of a pair and no other, whoever asks. */
  async function showRealLine(given: unknown, row: unknown): Promise<void> {
    if (typeof given !== 'string' || typeof row !== 'number') return;
    const uri = client.protocol2CodeConverter.asUri(given);
    if (pairs.of(uri).length > 0) await showLine(uri, row);
    else void vscode.window.showInformationMessage('This file is not one of a pair any more.');
  }

  return vscode.Disposable.from(
    changed,
    looks,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => {
        const answer = answers.get(uri.toString()) ?? (await ask(uri));
        return answer ? shownText(uri, answer) : '';
      },
    }),
    vscode.languages.registerHoverProvider(
      { scheme },
      {
        provideHover(document, { line: row }) {
          const answer = answers.get(document.uri.toString());
          const line = lineAt(document, row);
          return answer && line ? new vscode.Hover(hoverText(answer, line), document.lineAt(row).range) : undefined;
        },
      },
    ),
    vscode.languages.registerDefinitionProvider(
      { scheme },
      { provideDefinition: (document, { line }) => realLine(document, line) },
    ),
    vscode.commands.registerCommand('vrp.compareByMeaning', compare),
    vscode.commands.registerCommand('vrp.goToRealLine', goToReal),
    vscode.commands.registerCommand('vrp.showLine', showRealLine),
    vscode.window.onDidChangeVisibleTextEditors(decorate),
    vscode.window.tabGroups.onDidChangeTabs(decorate),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme === scheme) decorate();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void answers.delete(uri.toString())),
    pairs.onDidCheck(() => void refresh()),
  );
}

/** What stands on the right: masked keys are those of this device, which the left side shows anyway. */
function shownText(virtual: vscode.Uri, answer: MappedPeerResult): string {
  const own = vscode.workspace.textDocuments.find((each) => sameUri(each.uri, realOf(virtual)[0]!));
  return withOwnRows(answer.text, answer.lines, (row) =>
    own && row < own.lineCount ? own.lineAt(row).text : undefined,
  );
}

/** The side whose file is in the active editor, else the one that leads. */
function ownSide(pair: ShownPair): 0 | 1 {
  const active = vscode.window.activeTextEditor?.document.uri;
  return active && sameUri(active, pair[1].uri) ? 1 : 0;
}

function virtualOf(own: ShownDevice, peer: ShownDevice): vscode.Uri {
  const name = `${peer.device} as ${own.device}`.replaceAll('/', '_');
  return vscode.Uri.from({
    scheme,
    path: `/${name}.vrp`,
    query: JSON.stringify([own.uri.toString(), peer.uri.toString()]),
  });
}

/** The two real files, this device's first. */
function realOf(virtual: vscode.Uri): vscode.Uri[] {
  return (JSON.parse(virtual.query) as string[]).map((each) => vscode.Uri.parse(each, true));
}

function hoverText({ peer }: MappedPeerResult, line: MappedPeerLine): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: ['vrp.showLine'] };
  const blocks = [
    ...(line.explanation === undefined ? [] : [escapeMarkdownRows(line.explanation)]),
    ...(line.row === null || line.actual === undefined
      ? []
      : [`${escapeMarkdown(`${peer.device} says:`)}\n\n${codeBlock(line.actual, 'vrp')}`]),
    ...(line.row === null
      ? []
      : [commandLink(`Line ${line.row + 1} of the real file`, 'vrp.showLine', [peer.uri, line.row])]),
  ];
  return text.appendMarkdown(blocks.join('\n\n'));
}

interface Looks extends vscode.Disposable {
  onPeer(editor: vscode.TextEditor, answer: MappedPeerResult): void;
  /** Without an answer nothing is marked. */
  onOwn(editor: vscode.TextEditor, answer: MappedPeerResult | undefined): void;
}

function decorations(): Looks {
  const dim = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    opacity: '0.6',
    after: { color: new vscode.ThemeColor('editorCodeLens.foreground'), fontStyle: 'italic', margin: '0 0 0 3ch' },
  });
  const wrong = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('vrp.wrongLineBackground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.errorForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
    border: '0 solid',
    borderColor: new vscode.ThemeColor('editorError.foreground'),
    dark: { borderWidth: '0 0 0 3px' },
    light: { borderWidth: '0 0 0 3px' },
  });
  const whole = (editor: vscode.TextEditor, row: number): vscode.Range =>
    editor.document.validateRange(new vscode.Range(row, 0, row, Number.MAX_SAFE_INTEGER));
  return {
    onPeer(editor, { lines, peer }) {
      const marked = (...marks: MappedPeerLine['mark'][]): vscode.DecorationOptions[] =>
        lines.flatMap((line, row) =>
          !marks.includes(line.mark) || row >= editor.document.lineCount
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
      editor.setDecorations(dim, marked('must-differ', 'quiet'));
      editor.setDecorations(wrong, marked('wrong'));
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
    dispose: () => [dim, wrong].forEach((each) => each.dispose()),
  };
}
