// From a line to the line that answers it on the peer, in the other column; and both files of a pair beside each other.
import * as vscode from 'vscode';
import type { BaseLanguageClient, Position } from 'vscode-languageclient';
import { noPeerText, requests, type PeerParams } from '../../server/src/lsp/protocol';
import { sendOwnRequest } from './own-methods';
import { openedAsVrp, sameUri, type Pairs, type ShownPair } from './pairs';

/** Where to go on the peer: a file, and a range in it. */
export interface Counterpart {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

/**
 * What of the peer corresponds to a place in a file, as the server answers `vrp/peer`; undefined where the device has
 * no peer.
 */
export async function counterpartOf(
  client: BaseLanguageClient,
  uri: vscode.Uri,
  position: vscode.Position,
): Promise<Counterpart | undefined> {
  const params: PeerParams = {
    uri: client.code2ProtocolConverter.asUri(uri),
    position: client.code2ProtocolConverter.asPosition(position),
  };
  const peer = await sendOwnRequest(client, requests.peer, params);
  return peer
    ? { uri: client.protocol2CodeConverter.asUri(peer.uri), range: client.protocol2CodeConverter.asRange(peer.range) }
    : undefined;
}

/** Without arguments from the cursor; lenses and hovers name the place, in the protocol's own values. */
export async function goToCounterpart(
  client: BaseLanguageClient,
  pairs: Pairs,
  uri?: string,
  position?: Position,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const isConfiguration = (document: vscode.TextDocument): boolean =>
    document.languageId === 'vrp' || pairs.of(document.uri).length > 0;
  const active = editor && isConfiguration(editor.document) ? editor.document.uri : undefined;
  const from = typeof uri === 'string' ? client.protocol2CodeConverter.asUri(uri) : active;
  if (!from) {
    void vscode.window.showInformationMessage('Open a VRP configuration first: its peer is then opened beside it.');
    return;
  }
  const at = position
    ? client.protocol2CodeConverter.asPosition(position)
    : (editor?.selection.active ?? new vscode.Position(0, 0));
  const peer = await counterpartOf(client, from, at);
  if (!peer) {
    void vscode.window.showInformationMessage(noPeerText);
    return;
  }
  await showLine(peer.uri, peer.range.start.line);
}

/** In the column where the file is open, else beside. */
export async function showLine(uri: vscode.Uri, row: number): Promise<void> {
  const document = await openedAsVrp(uri);
  const shown = vscode.window.visibleTextEditors.find(
    (each) => each.viewColumn !== undefined && sameUri(each.document.uri, uri),
  );
  await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside,
    selection: emptyAt(new vscode.Position(row, 0)),
    preview: false,
  });
}

/** The device that leads on the left. The file that was active keeps the cursor, and the other one shows its counterpart. */
export async function openPair(client: BaseLanguageClient, pairs: Pairs, given?: unknown): Promise<void> {
  const pair = await pairs.pick(given);
  if (pair) await showPair(client, pair);
}

async function showPair(client: BaseLanguageClient, pair: ShownPair): Promise<void> {
  const active = vscode.window.activeTextEditor;
  const here = active && sameUri(active.document.uri, pair[1].uri) ? 1 : 0;
  const cursor =
    active && sameUri(active.document.uri, pair[here].uri) ? active.selection.active : new vscode.Position(0, 0);
  const documents = [await openedAsVrp(pair[0].uri), await openedAsVrp(pair[1].uri)] as const;
  const peer = await counterpartOf(client, pair[here].uri, cursor);
  const position = peer && sameUri(peer.uri, pair[1 - here]!.uri) ? peer.range.start : new vscode.Position(0, 0);
  const show = (side: 0 | 1) =>
    vscode.window.showTextDocument(documents[side], {
      viewColumn: side === 0 ? vscode.ViewColumn.One : vscode.ViewColumn.Two,
      selection: emptyAt(side === here ? cursor : position),
      preview: false,
    });
  await show(here === 0 ? 1 : 0);
  await show(here);
}

function emptyAt(position: vscode.Position): vscode.Range {
  return new vscode.Range(position, position);
}
