// What the Node and the browser client share: which documents the server sees, what happens when it dies, and the commands.
// Each entry point makes the `LanguageClient` of its kind out of the options given here.
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type ErrorHandler,
  type LanguageClientOptions,
  type Location,
  type Position,
} from 'vscode-languageclient';
import {
  notifications,
  type AcceptArguments,
  type InitializationOptions,
  type StatusParams,
} from '../../server/src/lsp/protocol';
import { accept } from './accept';
import { comparing } from './compare';
import { comparingByMeaning } from './compare-by-meaning';
import { goToCounterpart, openPair } from './counterpart';
import { failoverPanels, type RehearsalPanel } from './failover';
import { followPeer } from './follow';
import { guideCommand, openGuideCommand } from './guide';
import { indentWhileTyping } from './indent-while-typing';
import { watchLanguages } from './language';
import { withoutIcons } from './literal';
import { showingLiterally } from './literal-middleware';
import { newPairs } from './new-pair';
import { onOwnNotification } from './own-methods';
import { pairTable } from './pair-table';
import { Pairs } from './pairs';
import { pairsView, type PairsView } from './pairs-view';
import { proposing } from './proposals';
import { Status, findingsText, type ServerState } from './status';
import { traceChannel } from './trace';

/** What `activate` returns; the suite inside VS Code uses it. */
export interface Api {
  readonly kind: 'node' | 'browser';
  readonly client: BaseLanguageClient;
  readonly status: Status;
  readonly pairs: Pairs;
  readonly view: PairsView;
  readonly rehearsals: ReadonlySet<RehearsalPanel>;
  /** Fulfilled when the server runs for the first time; rejected where it cannot. */
  readonly ready: Promise<void>;
}

export interface Starter {
  readonly kind: 'node' | 'browser';
  readonly wasm?: InitializationOptions['wasm'];
  create(options: LanguageClientOptions): BaseLanguageClient;
}

const crashesAllowed = 4;
const crashWindow = 3 * 60 * 1000;

/** What people settled about the files here: its changes count, whatever `noise` says. */
const settings = /\/\.vrp(-baseline)?\.json$/;
/** Files that no one keeps a configuration in; their changes are not worth waking the server. Everything else it sniffs itself. */
const noise =
  /\/(\.git|node_modules)\/|\.(c|cc|class|cjs|cpp|css|dll|exe|gif|gz|h|html?|jar|java|jpe?g|js|json|jsx|lock|map|md|mjs|mp4|o|pdf|png|pyc?|rs|so|svg|tar|tsx?|tsbuildinfo|vsix|wasm|woff2?|xlsx?|zip)$/i;

const serverStates: Readonly<Record<State, ServerState>> = {
  [State.Running]: 'running',
  [State.Starting]: 'starting',
  [State.StartFailed]: 'stopped',
  [State.Stopped]: 'stopped',
};

export function activateClient(context: vscode.ExtensionContext, starter: Starter): Api {
  const log = vscode.window.createOutputChannel('Huawei VRP', { log: true });
  const selector = documentSelector();
  const status = new Status(selector);
  const traced = traceChannel(log);
  context.subscriptions.push(log, traced, status);

  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  context.subscriptions.push(watcher);
  const crashes: number[] = [];
  const errorHandler: ErrorHandler = {
    // What cannot be written to a server that just died is sent again after its restart: its end decides, not what came before it.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      crashes.push(now);
      while (crashes[0]! < now - crashWindow) crashes.shift();
      if (crashes.length <= crashesAllowed) {
        log.warn(`The server stopped and is started again (${crashes.length} of ${crashesAllowed} in three minutes).`);
        return { action: CloseAction.Restart, handled: true };
      }
      void offerLog('The VRP language server stopped five times within three minutes and is not started again.');
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
  const indents = indentWhileTyping();
  const client = starter.create({
    documentSelector: selector,
    outputChannel: log,
    traceOutputChannel: traced,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: {
      wasm: starter.wasm,
      watches: true,
      commands: true,
      nextListCommand: 'vrp.suggestNext',
      views: true,
    } satisfies InitializationOptions,
    errorHandler,
    initializationFailedHandler: () => false,
    diagnosticCollectionName: 'vrp',
    synchronize: { configurationSection: 'vrp', fileEvents: watcher },
    markdown: { supportHtml: false, isTrusted: { enabledCommands: ['vrp.goToCounterpart', openGuideCommand] } },
    middleware: {
      provideOnTypeFormattingEdits: async (document, position, key, options, token, next) => {
        const edits = await next(document, position, key, options, token);
        return indents.isAtWork(document) ? [] : edits;
      },
      workspace: {
        didChangeWatchedFile: (event, next) =>
          noise.test(event.uri) && !settings.test(event.uri) ? Promise.resolve() : next(event),
      },
      ...showingLiterally,
    },
  });

  async function offerLog(message: string): Promise<void> {
    const answer = await vscode.window.showErrorMessage(message, 'Open Log', 'Start Again');
    if (answer === 'Open Log') log.show();
    if (answer === 'Start Again') await restart();
  }

  async function start(): Promise<void> {
    try {
      await client.start();
    } catch (error) {
      status.serverIs('stopped');
      log.error(`The server could not be started: ${String(error)}`);
      void offerLog('The VRP language server could not be started.');
      throw error;
    }
  }

  async function restart(): Promise<void> {
    crashes.length = 0;
    if (client.needsStop()) await client.stop();
    await start();
  }

  /** What a blank that is typed does: the arguments that may come, and the list where there is one. */
  async function suggestNext(): Promise<void> {
    await vscode.commands.executeCommand('editor.action.triggerParameterHints');
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  }

  async function showReferences(uri: string, position: Position, locations: Location[]): Promise<void> {
    const convert = client.protocol2CodeConverter;
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      convert.asUri(uri),
      convert.asPosition(position),
      locations.map((one) => convert.asLocation(one)),
    );
  }

  async function showMenu(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const known = document && status.of(document.uri);
    const entries: (vscode.QuickPickItem & { run: () => unknown })[] = [
      ...(known?.peer
        ? [
            {
              label: '$(split-horizontal) Go to Counterpart',
              description: withoutIcons(known.peer.device),
              run: () => goToCounterpart(client, pairs),
            },
          ]
        : []),
      ...(known?.peer
        ? [
            {
              label: '$(pulse) Rehearse Failover',
              description: `with ${withoutIcons(known.peer.device)}`,
              run: () => vscode.commands.executeCommand('vrp.rehearseFailover'),
            },
          ]
        : []),
      ...(known
        ? [
            {
              label: '$(list-unordered) Show Findings',
              description: findingsText(known),
              run: () => vscode.commands.executeCommand('workbench.actions.view.problems'),
            },
          ]
        : []),
      { label: '$(output) Show Log', run: () => log.show() },
      { label: '$(debug-restart) Restart Language Server', run: restart },
    ];
    const title = known?.device ?? 'Huawei VRP';
    const picked = await vscode.window.showQuickPick(entries, {
      title,
      placeHolder: known && !known.peer ? 'No peer was found in this workspace' : undefined,
    });
    await picked?.run();
  }

  const pairs = new Pairs(client);
  const view = pairsView(client, pairs);
  context.subscriptions.push(
    pairs,
    followPeer(client, pairs),
    comparing(pairs),
    comparingByMeaning(client, pairs),
    pairTable(context, client, pairs),
    guideCommand(context),
    proposing(client, pairs),
    newPairs(client, pairs),
    view,
    vscode.commands.registerCommand('vrp.openPair', (given?: unknown) => openPair(client, pairs, given)),
    client.onDidChangeState(({ newState }) => status.serverIs(serverStates[newState])),
    onOwnNotification(client, notifications.status, (params: StatusParams) => status.update(params)),
    vscode.commands.registerCommand('vrp.goToCounterpart', (uri?: string, position?: Position) =>
      goToCounterpart(client, pairs, uri, position),
    ),
    vscode.commands.registerCommand('vrp.showMenu', showMenu),
    vscode.commands.registerCommand('vrp.showLog', () => log.show()),
    vscode.commands.registerCommand('vrp.restart', restart),
    vscode.commands.registerCommand('vrp.accept', (asked: AcceptArguments, reason?: string) =>
      accept(client, asked, reason),
    ),
    // Behind a lens of the server, with the protocol's own values.
    vscode.commands.registerCommand('vrp.showReferences', showReferences),
    vscode.commands.registerCommand('vrp.suggestNext', suggestNext),
    indents,
  );
  watchLanguages(context, log);
  const rehearsals = failoverPanels(context, client, pairs).open;
  const ready = start();
  ready.catch(() => undefined);
  return { kind: starter.kind, client, status, pairs, view, rehearsals, ready };
}

/**
 * Documents of the workspace and untitled ones. A scheme has to be named: the left side of a diff (`git:`) is the same device
 * once more and must not become its own peer.
 */
function documentSelector(): { language: string; scheme: string }[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  const schemes = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', ...folders]);
  return [...schemes].map((scheme) => ({ language: 'vrp', scheme }));
}
