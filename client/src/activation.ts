// What the extension does in every window: it waits for the first VRP text. The client with its libraries is loaded, and a server is
// started, when a document is VRP, when a folder turns out to hold a configuration, or when somebody asks for one of the commands.
import * as vscode from 'vscode';
import { isSettingsFile, mayHoldConfiguration } from './candidates';
import type { Api } from './client';
import { holdConfiguration, isVrp, type ReadStart } from './folder-look';
import { watchLanguages } from './language';
import { isOwnPanel } from './own-panel';
import { Starter, type LoadClient } from './starter';

/** What `activate` returns; the suite inside VS Code uses it. */
export interface Activation {
  /** Fulfilled when the client was started, for whatever reason. */
  readonly started: Promise<Api>;
  readonly isStarted: () => boolean;
  /** Fulfilled when the folders have been looked at. */
  readonly foldersProbed: Promise<void>;
  /** What `activate` took of the time of the window. */
  readonly milliseconds: number;
}

/** So many changed files wait to be looked at; a build writes more, and none of them is a configuration. */
const mostWaiting = 200;

/**
 * Registers what is there before the client and starts it when the first VRP text, panel or command asks for it. `load`
 * gives the code of the client.
 */
export function activateOnVrp(context: vscode.ExtensionContext, read: ReadStart, load: LoadClient): Activation {
  const begun = performance.now();
  const log = vscode.window.createOutputChannel('Huawei VRP', { log: true });
  const starter = new Starter(load, log);
  context.subscriptions.push(log, starter);
  starter.standIn(
    ...commands(context, starter),
    emptyView(),
    vscode.workspace.onDidOpenTextDocument((document) => startFor(document, starter)),
  );
  // It gives documents their language that say nothing of it by their names, and goes on doing so.
  watchLanguages(context, log, async (row) => starter.isStarted && (await starter.started).isCommand(row));
  vscode.workspace.textDocuments.forEach((document) => startFor(document, starter));
  if (hasOwnPanel()) void starter.start('a panel of a pair was open');
  const foldersProbed = watchFolders(starter, read, log);
  const milliseconds = performance.now() - begun;
  log.info(`Activated in ${milliseconds.toFixed(1)} ms.`);
  return { started: starter.started, isStarted: () => starter.isStarted, foldersProbed, milliseconds };
}

function startFor({ languageId, uri }: vscode.TextDocument, starter: Starter): void {
  if (languageId === 'vrp') void starter.start(`${vscode.workspace.asRelativePath(uri)} is open`);
}

/** A panel of a pair was open when the window was closed. */
function hasOwnPanel(): boolean {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(isOwnPanel);
}

/** Each command of the manifest starts the client, and is asked again of it. */
function commands(context: vscode.ExtensionContext, starter: Starter): vscode.Disposable[] {
  const { contributes } = context.extension.packageJSON as { contributes: { commands: { command: string }[] } };
  return contributes.commands.map(({ command }) =>
    vscode.commands.registerCommand(command, async (...given: unknown[]) => {
      await starter.start(`${command} was asked for`);
      return vscode.commands.executeCommand(command, ...given);
    }),
  );
}

/** Shows the welcome of the view, where VS Code would say that nobody fills it. */
function emptyView(): vscode.Disposable {
  return vscode.window.registerTreeDataProvider<never>('vrp.pairs', {
    getChildren: () => [],
    getTreeItem: (node) => node,
  });
}

/** Looks at the folders now and when one is added, and at files that come or change. */
function watchFolders(starter: Starter, read: ReadStart, log: vscode.LogOutputChannel): Promise<void> {
  const ended = new vscode.CancellationTokenSource();
  const look = async (): Promise<void> => {
    if (starter.isStarted) return;
    try {
      if (await holdConfiguration(read, log, ended.token)) void starter.start('a folder holds a configuration');
    } catch (error) {
      log.warn(`The folders could not be looked at: ${String(error)}`);
    }
  };
  const waiting = new Map<string, vscode.Uri>();
  let isLooking = false;
  const lookAtWaiting = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    for (const [key, file] of waiting) {
      waiting.delete(key);
      if (starter.isStarted) break;
      if (isSettingsFile(file.path) || (await isVrp(file, read)))
        void starter.start(`${vscode.workspace.asRelativePath(file)} is a configuration`);
    }
    isLooking = false;
  };
  const changed = (file: vscode.Uri): void => {
    if (waiting.size < mostWaiting && mayHoldConfiguration(file.path)) waiting.set(file.toString(), file);
    void lookAtWaiting();
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, false, true);
  starter.standIn(
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void look()),
    { dispose: () => ended.cancel() },
  );
  return look();
}
