// The menu behind the status bar item: what can be done about the file in the active editor or beside the active panel, and
// with the server.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StatusParams } from '../../server/src/lsp/protocol';
import { goToCounterpart } from './counterpart';
import { withoutIcons } from './literal';
import type { Pairs } from './pairs';
import { findingsText, type Status } from './status';

/** What the menu asks of the client. */
export interface MenuContext {
  readonly client: BaseLanguageClient;
  readonly pairs: Pairs;
  readonly status: Status;
  readonly log: vscode.LogOutputChannel;
  restart(): Promise<void>;
}

type Entry = vscode.QuickPickItem & { readonly run: () => unknown };

/** Shows the menu of the status bar and runs what is picked. */
export async function showMenu(context: MenuContext): Promise<void> {
  const { status, log, restart } = context;
  const { document } = status;
  const known = document && status.of(document.uri);
  const entries: Entry[] = [
    ...(known?.peer ? peerEntries(known.peer, document!.uri, context) : []),
    ...(known ? [findingsEntry(known)] : []),
    { label: '$(output) Show Log', run: () => log.show() },
    { label: '$(debug-restart) Restart Language Server', run: restart },
  ];
  const picked = await vscode.window.showQuickPick(entries, {
    title: known?.device ?? 'Huawei VRP',
    placeHolder: known && !known.peer ? 'No peer was found in this workspace' : undefined,
  });
  await picked?.run();
}

function peerEntries(
  { device }: NonNullable<StatusParams['peer']>,
  uri: vscode.Uri,
  { client, pairs }: MenuContext,
): Entry[] {
  // While a panel has the focus there is no line to go from.
  const hasCursor = vscode.window.activeTextEditor !== undefined;
  const counterpart: Entry = {
    label: '$(split-horizontal) Go to Counterpart',
    description: withoutIcons(device),
    run: () => goToCounterpart(client, pairs),
  };
  return [
    ...(hasCursor ? [counterpart] : []),
    ...pairCommands.map(([label, command]): Entry => ({
      label,
      description: `with ${withoutIcons(device)}`,
      run: () => vscode.commands.executeCommand(command, uri),
    })),
  ];
}

/** What the pair of the file in the active editor is shown or changed with. */
const pairCommands: readonly (readonly [label: string, command: string])[] = [
  ['$(pulse) Rehearse Failover', 'vrp.rehearseFailover'],
  ['$(git-compare) Compare by Meaning', 'vrp.compareByMeaning'],
  ['$(diff) Compare', 'vrp.compareWithPeer'],
  ['$(table) Show Pair Table', 'vrp.showPairTable'],
  ['$(split-horizontal) Open Side by Side', 'vrp.openPair'],
  ['$(insert) Complete the Peer', 'vrp.completePeer'],
  ['$(add) Add a Scenario...', 'vrp.addScenario'],
];

function findingsEntry(known: StatusParams): Entry {
  return {
    label: '$(list-unordered) Show Findings',
    description: findingsText(known),
    run: () => vscode.commands.executeCommand('workbench.actions.view.problems'),
  };
}
