// The pairs of the workspace as the server tells them, for every command and view that shows two devices. Also which files have
// a peer, as a context key for menus.
import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { notifications, type PairsParams } from '../../server/src/lsp/protocol';
import { withoutIcons } from './literal';
import { onOwnNotification } from './own-methods';

/** A device by its name and its file. */
export interface ShownDevice {
  readonly device: string;
  readonly uri: vscode.Uri;
}

/** The device that leads comes first. */
export type ShownPair = readonly [ShownDevice, ShownDevice];

/** For a server that does not come up. */
const patience = 20_000;

/** The pairs of the workspace as the server last sent them (`vrp/pairs`); none while it is stopped. */
export class Pairs implements vscode.Disposable {
  private readonly checked = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[];
  private pairs: readonly ShownPair[] = [];
  private markAsKnown = (): void => undefined;
  /** Fulfilled when the server has read every file once. */
  private readonly known = new Promise<void>((done) => (this.markAsKnown = done));

  /** After every check: whatever was asked about pairs may be answered differently now. */
  readonly onDidCheck = this.checked.event;

  constructor(client: BaseLanguageClient) {
    this.disposables = [
      this.checked,
      onOwnNotification(client, notifications.pairs, ({ pairs }: PairsParams) =>
        this.set(pairs.map(([peerDevice, peerPeerDevice]) => [shown(peerDevice), shown(peerPeerDevice)])),
      ),
      onOwnNotification(client, notifications.checked, () => this.checked.fire()),
      client.onDidChangeState(({ newState }) => {
        if (newState !== State.Stopped) return;
        this.set([]);
        this.checked.fire();
      }),
    ];
    function shown({ device, uri }: { device: string; uri: string }): ShownDevice {
      return { device, uri: client.protocol2CodeConverter.asUri(uri) };
    }
  }

  list(): readonly ShownPair[] {
    return this.pairs;
  }

  of(uri: vscode.Uri): readonly ShownPair[] {
    return this.pairs.filter((pair) => pair.some((each) => sameUri(each.uri, uri)));
  }

  /**
   * The pair that a command is for: of the file it was given or of both (a node of the tree), else of the active editor, else
   * the one that is picked.
   */
  async pick(given?: unknown): Promise<ShownPair | undefined> {
    if (this.pairs.length === 0)
      await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'looking for pairs' }, () =>
        Promise.race([this.known, new Promise((done) => setTimeout(done, patience))]),
      );
    const both = (given as { uris?: readonly vscode.Uri[] } | undefined)?.uris;
    const uris =
      both ??
      [given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri].filter(
        (uri) => uri !== undefined,
      );
    const about =
      uris.length === 0
        ? []
        : this.pairs.filter((pair) => uris.every((uri) => pair.some((each) => sameUri(each.uri, uri))));
    const candidates = about.length > 0 ? about : this.pairs;
    if (candidates.length === 0) {
      void vscode.window.showInformationMessage('No two configurations in this workspace are a pair.');
      return undefined;
    }
    if (candidates.length === 1 && about.length === 1) return candidates[0];
    const items = candidates.map((pair) => ({
      label: withoutIcons(pair.map((each) => each.device).join(' ⇄ ')),
      description: withoutIcons(pair.map((each) => vscode.workspace.asRelativePath(each.uri)).join(', ')),
      pair,
    }));
    return (await vscode.window.showQuickPick(items, { title: 'Which pair?', matchOnDescription: true }))?.pair;
  }

  dispose(): void {
    for (const each of this.disposables) each.dispose();
  }

  private set(pairs: readonly ShownPair[]): void {
    this.pairs = pairs;
    this.markAsKnown();
    void vscode.commands.executeCommand('setContext', 'vrp.hasPairs', pairs.length > 0);
    void vscode.commands.executeCommand(
      'setContext',
      'vrp.pairedFiles',
      pairs.flatMap((pair) => pair.map((each) => each.uri)),
    );
  }
}

/** The document as VRP, whatever its name says: the server has read it as such. */
export async function openedAsVrp(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  return document.languageId === 'vrp' ? document : vscode.languages.setTextDocumentLanguage(document, 'vrp');
}

/** True where VS Code writes both alike; letter case counts. */
export function sameUri(left: vscode.Uri, right: vscode.Uri): boolean {
  return left.toString() === right.toString();
}
