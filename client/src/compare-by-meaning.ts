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
import { lineMarks } from './line-marks';
import { sendOwnRequest } from './own-methods';
import { withOwnRows } from './own-rows';
import { openedAsVrp, sameUri, type Pairs, type ShownDevice, type ShownPair } from './pairs';

const scheme = 'vrp-peer';

/**
 * The command `vrp.compareByMeaning`, and what its right side needs: text, marks, hovers and the way to the real line.
 */
export function comparingByMeaning(client: BaseLanguageClient, pairs: Pairs): vscode.Disposable {
  const comparison = new ComparisonByMeaning(client, pairs);
  return vscode.Disposable.from(
    comparison,
    vscode.workspace.registerTextDocumentContentProvider(scheme, comparison),
    vscode.languages.registerHoverProvider({ scheme }, comparison),
    vscode.languages.registerDefinitionProvider({ scheme }, comparison),
    vscode.commands.registerCommand('vrp.compareByMeaning', (given?: unknown) => comparison.compare(given)),
    vscode.commands.registerCommand('vrp.goToRealLine', () => comparison.goToReal()),
    vscode.commands.registerCommand('vrp.showLine', (uri: unknown, row: unknown) => comparison.showRealLine(uri, row)),
    vscode.window.onDidChangeVisibleTextEditors(() => comparison.decorate()),
    vscode.window.tabGroups.onDidChangeTabs(() => comparison.decorate()),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme === scheme) comparison.decorate();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => comparison.forget(uri)),
    pairs.onDidCheck(() => void comparison.refresh()),
  );
}

class ComparisonByMeaning
  implements vscode.TextDocumentContentProvider, vscode.HoverProvider, vscode.DefinitionProvider, vscode.Disposable
{
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly answers = new Map<string, MappedPeerResult>();
  private readonly marks = lineMarks();
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly pairs: Pairs,
  ) {}

  dispose(): void {
    this.changed.dispose();
    this.marks.dispose();
  }

  forget(virtual: vscode.Uri): void {
    this.answers.delete(virtual.toString());
  }

  async provideTextDocumentContent(virtual: vscode.Uri): Promise<string> {
    const answer = this.answerFor(virtual) ?? (await this.ask(virtual));
    return answer ? shownText(virtual, answer) : '';
  }

  provideHover(document: vscode.TextDocument, { line: row }: vscode.Position): vscode.Hover | undefined {
    const answer = this.answerFor(document.uri);
    const line = answer?.lines[row];
    return answer && line ? new vscode.Hover(hoverText(answer, line), document.lineAt(row).range) : undefined;
  }

  /** The real line; of a row that is not in the peer's file the nearest one above. */
  provideDefinition(document: vscode.TextDocument, { line: row }: vscode.Position): vscode.Location | undefined {
    const answer = this.answerFor(document.uri);
    if (!answer) return undefined;
    const above = answer.lines.slice(0, row + 1).findLast((line) => line.row !== null);
    const uri = this.client.protocol2CodeConverter.asUri(answer.peer.uri);
    return new vscode.Location(uri, new vscode.Position(above?.row ?? 0, 0));
  }

  async compare(given?: unknown): Promise<void> {
    const pair = await this.pairs.pick(given);
    if (!pair) return;
    const side = ownSide(pair);
    const [own, peer] = [pair[side], pair[1 - side]!];
    await openedAsVrp(own.uri);
    const title = `${own.device} ↔ ${peer.device} by meaning`;
    await vscode.commands.executeCommand('vscode.diff', own.uri, virtualOf(own, peer), title, { preview: false });
  }

  async refresh(): Promise<void> {
    const shown = vscode.window.visibleTextEditors.filter(({ document }) => document.uri.scheme === scheme);
    for (const { document } of shown) {
      const before = JSON.stringify(this.answerFor(document.uri));
      const answer = await this.ask(document.uri);
      if (!answer || JSON.stringify(answer) === before) continue;
      if (shownText(document.uri, answer) === document.getText()) this.decorate();
      else this.changed.fire(document.uri);
    }
  }

  decorate(): void {
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
      const answer = diff ? this.answerFor(diff.modified) : undefined;
      if (diff && !answer) void this.ask(diff.modified).then((found) => found && this.decorate());
      if (diff && answer && uri.scheme === scheme) this.marks.onPeer(editor, answer, ownDocument(uri));
      else if (uri.scheme !== scheme) this.marks.onOwn(editor, answer);
    }
  }

  async goToReal(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const target =
      editor?.document.uri.scheme === scheme
        ? this.provideDefinition(editor.document, editor.selection.active)
        : undefined;
    if (target) await showLine(target.uri, target.range.start.line);
    else
      void vscode.window.showInformationMessage(
        'Put the cursor on a line of the right side of a comparison by meaning first.',
      );
  }

  /** Behind the link of a hover. It opens the file of a pair and no other, whoever asks. */
  async showRealLine(given: unknown, row: unknown): Promise<void> {
    if (typeof given !== 'string' || typeof row !== 'number') return;
    const uri = this.client.protocol2CodeConverter.asUri(given);
    if (this.pairs.of(uri).length > 0) await showLine(uri, row);
    else void vscode.window.showInformationMessage('This file no longer belongs to a pair.');
  }

  private answerFor(virtual: vscode.Uri): MappedPeerResult | undefined {
    return this.answers.get(virtual.toString());
  }

  private async ask(virtual: vscode.Uri): Promise<MappedPeerResult | undefined> {
    const [uri, peer] = realOf(virtual).map((each) => this.client.code2ProtocolConverter.asUri(each));
    const params: MappedPeerParams = { uri: uri!, peer };
    const answer = await sendOwnRequest(this.client, requests.mappedPeer, params).catch(() => null);
    if (answer) this.answers.set(virtual.toString(), answer);
    return answer ?? undefined;
  }
}

/** What stands on the right: masked keys are those of this device, which the left side shows anyway. */
function shownText(virtual: vscode.Uri, answer: MappedPeerResult): string {
  const own = ownDocument(virtual);
  return withOwnRows(answer.text, answer.lines, (row) =>
    own && row < own.lineCount ? own.lineAt(row).text : undefined,
  );
}

/** What stands on the left of it. */
function ownDocument(virtual: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((each) => sameUri(each.uri, realOf(virtual)[0]!));
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
