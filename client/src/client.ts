// What the Node and the browser client share: which documents the server sees, what happens when it dies, and the commands.
// Each entry point makes the `LanguageClient` of its kind out of the options given here.
import * as vscode from 'vscode';
import {
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type LanguageClientOptions,
  type Location,
  type Middleware,
  type Position,
} from 'vscode-languageclient';
import {
  notifications,
  requests,
  type AcceptArguments,
  type InitializationOptions,
  type StatusParams,
} from '../../server/src/lsp/protocol';
import { accept } from './accept';
import { mayHoldConfiguration } from './candidates';
import { comparing } from './compare';
import { comparingByMeaning } from './compare-by-meaning';
import { goToCounterpart, openPair } from './counterpart';
import { CrashHandler } from './crash-handler';
import { editsElsewhere, tellingOfOtherFiles } from './edit-elsewhere';
import { failoverPanels, type RehearsalPanel } from './failover';
import { answerForFiles } from './files';
import { followPeer } from './follow';
import { guideCommand, openGuideCommand } from './guide';
import { indentWhileTyping, type IndentWhileTyping } from './indent-while-typing';
import { labs } from './lab';
import { showingLiterally } from './literal-middleware';
import { showMenu } from './menu';
import { newPairs } from './new-pair';
import { otherEncodings } from './other-encodings';
import { onOwnNotification, sendOwnRequest } from './own-methods';
import { pairTable } from './pair-table';
import { Pairs } from './pairs';
import { pairsView, type PairsView } from './pairs-view';
import { proposing } from './proposals';
import { samples } from './samples';
import { Status, type ServerState } from './status';
import { traceChannel } from './trace';

/** The client that runs; the suite inside VS Code uses it. */
export interface Api {
  readonly kind: 'node' | 'browser';
  readonly client: BaseLanguageClient;
  readonly status: Status;
  readonly pairs: Pairs;
  readonly view: PairsView;
  readonly rehearsals: ReadonlySet<RehearsalPanel>;
  /** Whether a row is a command, in a window that holds configurations. */
  readonly isCommand: (row: string) => Promise<boolean>;
  /** Fulfilled when the server runs for the first time; rejected where it cannot. */
  readonly ready: Promise<void>;
}

/** What differs by where the client runs. */
export interface ClientKind {
  readonly kind: 'node' | 'browser';
  readonly wasm?: InitializationOptions['wasm'];
  readonly pages?: InitializationOptions['pages'];
  create(options: LanguageClientOptions): BaseLanguageClient;
}

const serverStates: Readonly<Record<State, ServerState>> = {
  [State.Running]: 'running',
  [State.Starting]: 'starting',
  [State.StartFailed]: 'stopped',
  [State.Stopped]: 'stopped',
};

/**
 * Makes the client with its views and commands and starts it. `ready` of what it gives rejects where the server does
 * not start.
 */
export function activateClient(context: vscode.ExtensionContext, log: vscode.LogOutputChannel, kind: ClientKind): Api {
  const selector = documentSelector();
  const status = new Status(selector);
  const traced = traceChannel(log);
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  context.subscriptions.push(traced, status, watcher);

  const start = () => startClient(client, status, log, restart);
  const restart = async (): Promise<void> => {
    crashes.forget();
    if (client.needsStop()) await client.stop();
    await start();
  };
  const crashes = new CrashHandler(log, (message) => void offerLog(message, log, restart));
  const indents = indentWhileTyping();
  const client: BaseLanguageClient = kind.create({
    documentSelector: selector,
    outputChannel: log,
    traceOutputChannel: traced,
    initializationOptions: initializationOptions(kind),
    errorHandler: crashes,
    synchronize: { configurationSection: 'vrp', fileEvents: watcher },
    middleware: middleware(indents),
    ...fixedOptions,
  });

  const pairs = new Pairs(client);
  const view = pairsView(client, pairs);
  const shared = { client, pairs, status, log, restart };
  context.subscriptions.push(
    pairs,
    view,
    indents,
    ...features(context, client, pairs),
    ...commands(shared),
    client.onDidChangeState(({ newState }) => status.serverIs(serverStates[newState])),
    onOwnNotification(client, notifications.status, (params: StatusParams) => status.update(params)),
  );
  const rehearsals = failoverPanels(context, client, pairs).open;
  const ready = start();
  ready.catch(() => undefined);
  const isCommand = async (row: string): Promise<boolean> => {
    await ready;
    return (await sendOwnRequest(client, requests.isCommand, { row })) === true;
  };
  return { kind: kind.kind, client, status, pairs, view, rehearsals, isCommand, ready };
}

async function startClient(
  client: BaseLanguageClient,
  status: Status,
  log: vscode.LogOutputChannel,
  restart: () => Promise<void>,
): Promise<void> {
  try {
    await client.start();
  } catch (error) {
    status.serverIs('stopped');
    log.error(`The server could not be started: ${String(error)}`);
    void offerLog('The VRP language server could not be started.', log, restart);
    throw error;
  }
}

async function offerLog(message: string, log: vscode.LogOutputChannel, restart: () => Promise<void>): Promise<void> {
  const answer = await vscode.window.showErrorMessage(message, 'Open Log', 'Start Again');
  if (answer === 'Open Log') log.show();
  if (answer === 'Start Again') await restart();
}

/** What is the same wherever the server runs. */
const fixedOptions = {
  revealOutputChannelOn: RevealOutputChannelOn.Never,
  initializationFailedHandler: () => false,
  diagnosticCollectionName: 'vrp',
  markdown: { supportHtml: false, isTrusted: { enabledCommands: ['vrp.goToCounterpart', openGuideCommand] } },
} satisfies LanguageClientOptions;

function initializationOptions({ wasm, pages }: ClientKind): InitializationOptions {
  return { wasm, pages, files: true, watches: true, commands: true, nextListCommand: 'vrp.suggestNext', views: true };
}

function middleware(indents: IndentWhileTyping): Middleware {
  return {
    provideOnTypeFormattingEdits: async (document, position, key, options, token, next) => {
      const edits = await next(document, position, key, options, token);
      return indents.isAtWork(document) ? [] : edits;
    },
    workspace: {
      didChangeWatchedFile: (event, next) => (mayHoldConfiguration(event.uri) ? next(event) : Promise.resolve()),
    },
    ...showingLiterally,
    ...tellingOfOtherFiles,
  };
}

/** What stands by itself: each registers its own commands and listens for itself. */
function features(context: vscode.ExtensionContext, client: BaseLanguageClient, pairs: Pairs): vscode.Disposable[] {
  return [
    followPeer(client, pairs),
    comparing(pairs),
    comparingByMeaning(client, pairs),
    pairTable(context, client, pairs),
    guideCommand(context),
    samples(context),
    answerForFiles(client),
    proposing(client, pairs),
    newPairs(client, pairs, context.workspaceState),
    labs(client, pairs),
    editsElsewhere(),
    otherEncodings(),
  ];
}

/** The commands that need no more than one function. */
function commands(shared: Parameters<typeof showMenu>[0]): vscode.Disposable[] {
  const { client, pairs, log, restart } = shared;
  const byName: Record<string, (...given: never[]) => unknown> = {
    'vrp.openPair': (given?: unknown) => openPair(client, pairs, given),
    'vrp.goToCounterpart': (uri?: string, position?: Position) => goToCounterpart(client, pairs, uri, position),
    'vrp.showMenu': () => showMenu(shared),
    'vrp.showLog': () => log.show(),
    'vrp.restart': restart,
    'vrp.accept': (asked: AcceptArguments, reason?: string) => accept(client, asked, reason),
    // Behind a lens of the server, with the protocol's own values.
    'vrp.showReferences': (uri: string, position: Position, locations: Location[]) =>
      showReferences(client, uri, position, locations),
    'vrp.suggestNext': suggestNext,
  };
  return Object.entries(byName).map(([name, run]) => vscode.commands.registerCommand(name, run));
}

/** What a blank that is typed does: the arguments that may come, and the list where there is one. */
async function suggestNext(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.triggerParameterHints');
  await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
}

async function showReferences(
  { protocol2CodeConverter: convert }: BaseLanguageClient,
  uri: string,
  position: Position,
  locations: readonly Location[],
): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    convert.asUri(uri),
    convert.asPosition(position),
    locations.map((location) => convert.asLocation(location)),
  );
}

/**
 * Documents of the workspace and untitled ones. A scheme has to be named: the left side of a diff (`git:`) is the same device
 * once more and must not become its own peer.
 */
function documentSelector(): { language: string; scheme: string }[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  // In a browser the samples of the walkthrough lie in the storage of the extension, `vscode-userdata:`.
  const schemes = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-userdata', ...folders]);
  return [...schemes].map((scheme) => ({ language: 'vrp', scheme }));
}
