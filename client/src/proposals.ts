// Proposals of the server for the peer's file: shown in the editor's preview, applied only when accepted there, undone as one.
// Where something is left to fill in, the cursor goes to the first such place.
import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import { noPeerText, requests, type MirrorParams } from '../../server/src/lsp/protocol';
import { withoutLinks } from './literal';
import { sendOwnRequest } from './own-methods';
import { makePeer } from './new-peer';
import { sameUri, type Pairs } from './pairs';
import { proposedTexts, showDiff } from './proposed-texts';

/** The commands `vrp.mirrorToPeer` and `vrp.completePeer`: lines for the peer, written after a preview. */
export function proposing(client: BaseLanguageClient, pairs: Pairs): vscode.Disposable {
  async function propose(params: MirrorParams): Promise<void> {
    const answer = await sendOwnRequest(client, requests.mirror, params);
    if (answer?.isPeerMissing) return makePeer(client, client.protocol2CodeConverter.asUri(params.uri));
    if (answer?.edit === undefined) {
      void vscode.window.showInformationMessage(withoutLinks(answer?.problem ?? noPeerText));
      return;
    }
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit as WorkspaceEdit);
    await applyWithPreview(edit, answer.title, answer.placeholders);
  }

  async function mirror(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || pairs.of(editor.document.uri).length === 0) {
      void vscode.window.showInformationMessage(
        'Open a configuration that has a peer, and put the cursor on the lines to mirror.',
      );
      return;
    }
    const convert = client.code2ProtocolConverter;
    await propose({ uri: convert.asUri(editor.document.uri), range: convert.asRange(editor.selection) });
  }

  /** A device whose peer holds nothing of hot backup yet has no pair: the server knows the peer by its address. */
  async function complete(given?: unknown): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const alone =
      given === undefined && editor?.document.languageId === 'vrp' && pairs.of(editor.document.uri).length === 0
        ? editor.document.uri
        : undefined;
    const pair = alone ? undefined : await pairs.pick(given);
    if (!alone && !pair) return;
    const active = given instanceof vscode.Uri ? given : editor?.document.uri;
    const own = alone ?? (pair!.find((each) => active && sameUri(each.uri, active)) ?? pair![0]).uri;
    const peer = pair?.find((each) => !sameUri(each.uri, own))?.uri;
    await propose({
      uri: client.code2ProtocolConverter.asUri(own),
      peer: peer && client.code2ProtocolConverter.asUri(peer),
      whole: true,
    });
  }

  return vscode.Disposable.from(
    proposedTexts(),
    vscode.commands.registerCommand('vrp.mirrorToPeer', mirror),
    vscode.commands.registerCommand('vrp.completePeer', complete),
  );
}

/**
 * True when it was accepted. The editor shows a preview only where an edit needs confirmation, and leaves exactly those edits
 * unticked: so what asks is an edit that changes nothing, and all that is proposed stands ticked.
 */
export async function applyWithPreview(
  proposed: vscode.WorkspaceEdit,
  label: string,
  placeholders: readonly string[] = [],
): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, changes] of proposed.entries()) {
    for (const { range, newText } of changes) edit.replace(uri, range, newText, { needsConfirmation: false, label });
  }
  const [first] = proposed.entries();
  if (!first) return false;
  const document = await vscode.workspace.openTextDocument(first[0]);
  const { end } = document.lineAt(document.lineCount - 1).range;
  edit.replace(first[0], new vscode.Range(end, end), '', {
    needsConfirmation: true,
    label: 'Nothing is written before you choose Apply',
  });
  const closeDiff = await showDiff(proposed, `${label} (preview)`);
  // Not as a refactoring: that would save the files too.
  const isApplied = await vscode.workspace.applyEdit(edit);
  await closeDiff();
  if (!isApplied) return false;
  await showFirst(first[0], first[1], placeholders);
  return true;
}

/** The first placeholder, else the first line that was written. */
async function showFirst(
  uri: vscode.Uri,
  changes: readonly vscode.TextEdit[],
  placeholders: readonly string[],
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  const found = placeholders
    .map((word) => ({ at: text.indexOf(word), length: word.length }))
    .filter(({ at }) => at >= 0)
    .sort((left, right) => left.at - right.at)[0];
  const start = changes[0]?.range.start ?? new vscode.Position(0, 0);
  const selection = found
    ? new vscode.Range(document.positionAt(found.at), document.positionAt(found.at + found.length))
    : new vscode.Range(start, start);
  const shown = vscode.window.visibleTextEditors.find(
    (each) => each.viewColumn !== undefined && sameUri(each.document.uri, uri),
  );
  await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside,
    selection,
    preview: false,
  });
}
