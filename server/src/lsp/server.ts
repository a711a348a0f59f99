// The life of the Language Server Protocol's server around one workspace: what it is made of, and how it starts. Changes are applied
// the moment they arrive; the rules run when the input queue is empty; every answer is a function of a snapshot.
import { ErrorCodes, ResponseError, type Connection, type InitializeParams } from 'vscode-languageserver';
import { errorText } from '../text/error-text';
import { Workspace } from '../workspace/workspace';
import { checkScheduler, type CheckScheduler } from './check-scheduler';
import { filesOfBoth } from './client-files';
import { DocumentStore } from './document-store';
import { registerDocumentSync } from './document-sync';
import { EarlyMessages } from './early-messages';
import { EditorSettings } from './editor-settings';
import { guard, refuseOutside, type Phase } from './error-guard';
import { fileIndex, type FileIndex } from './file-index';
import type { Host } from './host';
import type { InitializationOptions } from './protocol';
import { GivenPeers } from './peer-documents';
import { LongDocuments } from './long-documents';
import { Positions } from './positions';
import { Publisher } from './publish';
import { registerRequests } from './requests';
import { RowTexts } from './row-texts';
import { serverCapabilities } from './server-capabilities';
import type { ServerContext } from './server-context';
import { settingsFiles } from './settings-files';
import { clientFeatures } from './to-lsp';
import { registerWorkspaceFolders, setFolders } from './workspace-folders';

/** So many files a check takes in while the folders are read. */
const checkedAtOnce = 16;

/**
 * Registers all handlers and listens; returns at once. Requests before `initialize` and behind `shutdown`, and methods
 * that are not known, are answered with the errors of the protocol.
 */
export function startServer(connection: Connection, host: Host): void {
  let phase: Phase = 'new';
  const context = createContext(connection, host, () => phase);
  const early = new EarlyMessages(context.guard.notification);

  connection.onInitialize(async (params) => {
    if (phase !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized.');
    phase = 'initialized';
    takeClient(context, params);
    await loadParser(context);
    early.loaded();
    return {
      serverInfo: { name: 'vrp', version: host.version },
      capabilities: serverCapabilities(context.client, context.options),
    };
  });
  registerWorkspaceFolders(context);
  registerDocumentSync(context, early);
  registerRequests(context);
  connection.onShutdown(() => {
    refuseOutside(phase);
    phase = 'shut';
  });
  // What nobody else answers.
  connection.onRequest((method) => {
    refuseOutside(phase);
    throw new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`);
  });
  connection.listen();
}

function createContext(connection: Connection, given: Host, phase: () => Phase): ServerContext {
  const log = connection.console;
  const host: Host = {
    ...given,
    files: filesOfBoth(given.files, connection, () => context.options.files === true),
  };
  const workspace = new Workspace({
    report: (rule, error) => log.error(`Rule ${rule} failed and is skipped: ${errorText(error)}`),
  });
  const documents = new DocumentStore(
    workspace,
    new LongDocuments((action) => host.schedule(() => void guarded.notification('reading', action)())),
    () => checks.arm(),
  );
  const rows = new RowTexts(documents);
  const positions = new Positions((id, row) => rows.text(id, row));
  const guarded = guard(log, phase, positions);
  const checks = checkScheduler(
    (action) => host.schedule(action),
    () => void guarded.notification('check', () => publisher.check())(),
  );
  const files = closedFiles(host, { workspace, documents, rows, checks }, () => context.indexed);
  const editor = new EditorSettings(connection, () => context.client);
  const context: ServerContext = {
    connection,
    host,
    guard: guarded,
    workspace,
    documents,
    positions,
    checks,
    files,
    settings: settingsFiles(host, workspace, (folder) => editor.of(folder)),
    editor,
    givenPeers: new GivenPeers(),
    client: clientFeatures({}),
    options: {},
    indexed: false,
    uriOf: (id) => documents.uriOf(id),
    version: (id) => documents.version(id),
    closedState: (id) => files.state(id),
    within: (id, range) => rows.within(id, range),
    textOf: async (id) => workspace.text(id) ?? files.text(id),
  };
  const publisher = new Publisher(context);
  return context;
}

interface ClosedFileUsers {
  readonly workspace: Workspace;
  readonly documents: DocumentStore;
  readonly rows: RowTexts;
  readonly checks: CheckScheduler;
}

/** The files that no editor holds, each of them in the workspace once it is read. */
function closedFiles(
  host: Host,
  { workspace, documents, rows, checks }: ClosedFileUsers,
  isIndexed: () => boolean,
): FileIndex {
  let unchecked = 0;
  return fileIndex(host, {
    isOpen: (id) => documents.isOpen(id),
    set: (id, text, encoding) => {
      workspace.setClosed(id, text, encoding);
      rows.setClosed(id, text);
      // A check goes through all files: while they are read it is not made for each.
      if (isIndexed() || ++unchecked % checkedAtOnce === 0) checks.arm();
    },
    remove: (id) => {
      workspace.removeClosed(id);
      rows.removeClosed(id);
      checks.arm();
    },
  });
}

function takeClient(context: ServerContext, params: InitializeParams): void {
  context.client = clientFeatures(params.capabilities);
  context.positions.encoding = context.client.positionEncoding;
  context.options = (params.initializationOptions ?? {}) as InitializationOptions;
  setFolders(context, params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []));
}

async function loadParser({ host, options }: ServerContext): Promise<void> {
  try {
    await host.load(options);
  } catch (error) {
    throw new ResponseError(
      ErrorCodes.InternalError,
      `The parser could not be loaded (${error instanceof Error ? error.name : 'unknown reason'}).`,
    );
  }
}
