// The Language Server Protocol around one workspace. Changes are applied the moment they arrive and nothing is awaited before
// that, so no request overtakes one; the rules run when the input queue is empty. All else is a function of a snapshot.
import {
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  FileChangeType,
  ResponseError,
  TextDocumentSyncKind,
  DidChangeConfigurationNotification,
  type CancellationToken,
  type CompletionItem,
  type Connection,
  type DocumentSymbol,
  type InitializeResult,
  type Location,
  type SymbolInformation,
} from 'vscode-languageserver';
import { orientToMaster } from '../compare/swap-sides';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completion, completionProse, type About } from '../features/completion';
import { counterpart, strongestPair } from '../features/counterpart';
import { definition, type FileRange } from '../features/definition';
import { folding } from '../features/folding';
import { hover } from '../features/hover';
import { hoverOnPair } from '../features/hover-on-pair';
import { occurrences } from '../features/names';
import { references } from '../features/references';
import { symbols, type Outline } from '../features/symbols';
import { detect } from '../model/detect';
import type { Pair } from '../model/pairing/pair';
import type { Device } from '../model/device';
import { errorText } from '../text/error-text';
import { printable, printableData } from '../text/sanitize';
import type { Range } from '../text/range';
import { Workspace, type Snapshot } from '../workspace/workspace';
import { acceptActions, accepted, type Accepting } from './requests/accept-finding';
import { fileIndex } from './file-index';
import { codeActions, fixAllKind } from './requests/code-actions';
import {
  clientFeatures,
  completionList,
  diagnostic,
  toLspHover,
  markup,
  normalizePosition,
  normalizeRange,
  clampRange,
  type ClientFeatures,
} from './to-lsp';
import { counterpartLink } from './requests/counterpart-link';
import { editorFeatures } from './requests/editor-features';
import { failover, failoverFile } from './requests/failover';
import { fileId, uriOfId } from './file-ids';
import { defaultGlobs, type GlobSettings } from './glob-settings';
import { guard } from './error-guard';
import { onOwnRequest, sendOwnNotification } from './own-methods';
import { guideLink } from './requests/guide-link';
import type { Host } from './host';
import { idle } from './idle';
import { mirrorActions, mirrorKind, mirrorRequest, type Mirroring } from './requests/mirror';
import {
  notifications,
  requests,
  type AcceptParams,
  type AcceptResult,
  type FailoverFileParams,
  type FailoverParams,
  type FailoverResult,
  type InitializationOptions,
  type PairsParams,
  type PeerDevice,
  type PeerParams,
  type PeerResult,
  type StatusParams,
} from './protocol';
import { pairRequests } from './requests/pair';
import { scenarioRequests } from './requests/scenarios';
import { settingsFiles } from './settings-files';

/** A document that the editor holds. */
interface Open {
  /** As the client spells it. */
  readonly uri: string;
  version: number;
  /** Whether the client calls it VRP: then it is. Of any other its text tells. */
  readonly named: boolean;
  /** Whether its text is a VRP configuration: a client may send us others. */
  vrp: boolean;
  /** The text of one that is none, which may become one. */
  other?: TextDocument;
}

/** So many files a check takes in while the folders are read. */
const checkedAtOnce = 16;

export function startServer(connection: Connection, host: Host): void {
  const log = connection.console;
  const { request, notification } = guard(log);
  const open = new Map<string, Open>();
  /** Documents that were opened and not prepared yet. */
  const fresh = new Set<string>();
  /** How clients spell the files we know. */
  const spelled = new Map<string, string>();
  const statuses = new Map<string, string>();
  let sentPairs = '';
  let client: ClientFeatures = clientFeatures({});
  let options: InitializationOptions = {};
  /** What arrived before the parser was loaded. */
  let early: (() => void)[] | undefined = [];

  const workspace = new Workspace({
    report: (rule, error) => log.error(`Rule ${rule} failed and is skipped: ${errorText(error)}`),
  });
  const checks = idle(
    (action) => host.schedule(action),
    () => void notification('check', check)(),
  );
  /** What is told of side files would be premature while the folders are read. */
  let indexed = false;
  let unchecked = 0;
  const closed = fileIndex(host, {
    isOpen: (id) => open.has(id),
    set: (id, text, encoding) => {
      workspace.setClosed(id, text, encoding);
      // A check goes through all files: while they are read it is not made for each.
      if (indexed || ++unchecked % checkedAtOnce === 0) checks.arm();
    },
    remove: (id) => {
      workspace.removeClosed(id);
      checks.arm();
    },
  });

  const side = settingsFiles(host, workspace);

  const uriOf = (id: string): string => open.get(id)?.uri ?? spelled.get(id) ?? uriOfId(id);
  const editor = editorFeatures(connection, {
    request,
    at,
    uriOf,
    snapshot: (id) => workspace.snapshot(id),
    network: () => workspace.network(),
    version: (id) => open.get(id)?.version,
    counts: (id) => counts(id),
    closedState: (id) => closed.state(id),
  });
  pairRequests(connection, { request, workspace, uriOf, flush: () => checks.flush() });
  scenarioRequests(connection, request, mirroring, () => checks.flush());
  mirrorRequest(connection, request, mirroring, () => checks.flush());

  // The life of the server

  connection.onInitialize(async (params): Promise<InitializeResult> => {
    client = clientFeatures(params.capabilities ?? {});
    options = (params.initializationOptions ?? {}) as InitializationOptions;
    const folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
    closed.setFolders(folders);
    side.setFolders(folders);
    try {
      await host.load(options);
    } catch (error) {
      throw new ResponseError(
        ErrorCodes.InternalError,
        `The parser could not be loaded (${error instanceof Error ? error.name : 'unknown reason'}).`,
      );
    }
    const waiting = early ?? [];
    early = undefined;
    for (const action of waiting) action();
    return {
      serverInfo: { name: 'vrp', version: host.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: {
          triggerCharacters: [' '],
          resolveProvider: true,
          completionItem: { labelDetailsSupport: true },
        },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind, mirrorKind] },
        ...editor.capabilities(params.capabilities ?? {}, options),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(
    notification('initialized', async () => {
      if (client.watching && options.watches !== true)
        void register(DidChangeWatchedFilesNotification.method, { watchers: [{ globPattern: '**/*' }] });
      if (client.configuration) void register(DidChangeConfigurationNotification.method, { section: 'vrp' });
      if (client.folders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          notification('workspace folders', async () => {
            const uris = ((await connection.workspace.getWorkspaceFolders()) ?? []).map((folder) => folder.uri);
            closed.setFolders(uris);
            side.setFolders(uris);
            await index();
          }),
        );
      }
      closed.setGlobs(await configuredGlobs());
      await editor.configure();
      await index();
    }),
  );

  connection.onDidChangeConfiguration(
    notification('configuration', async (params) => {
      const all = (params.settings as { vrp?: { workspace?: unknown } } | null | undefined)?.vrp;
      await editor.configure(all);
      const pushed = all?.workspace;
      if (closed.setGlobs(pushed === undefined ? await configuredGlobs() : globsOf(pushed))) await index();
    }),
  );

  connection.onDidChangeWatchedFiles(
    notification('watched files', async ({ changes }) => {
      for (const change of changes) {
        const id = fileId(change.uri);
        if (change.type === FileChangeType.Deleted) spelled.delete(id);
        else spelled.set(id, change.uri);
        if (side.concerns(id)) {
          await side.read();
          checks.arm();
        } else await closed.reread(change.uri);
      }
    }),
  );

  // Documents

  connection.onDidOpenTextDocument(
    notification('open', ({ textDocument }) =>
      whenLoaded(() => {
        const id = fileId(textDocument.uri);
        if (typeof textDocument.text !== 'string') return;
        const document: Open = {
          uri: textDocument.uri,
          version: textDocument.version,
          named: textDocument.languageId === 'vrp',
          vrp: false,
        };
        open.set(id, document);
        fresh.add(id);
        spelled.set(id, textDocument.uri);
        workspace.removeClosed(id);
        sort(id, document, textDocument.text);
        checks.arm();
      }),
    ),
  );

  /** Takes the text of a document for what it is. */
  function sort(id: string, document: Open, text: string): void {
    const vrp = document.named || detect(text).vrp;
    if (vrp && !document.vrp) workspace.open(id, text);
    if (!vrp && document.vrp) workspace.removeClosed(id);
    if (!vrp && !document.other) document.other = TextDocument.create(document.uri, '', document.version, text);
    if (vrp) document.other = undefined;
    document.vrp = vrp;
  }

  connection.onDidChangeTextDocument(
    notification('change', ({ textDocument, contentChanges }) =>
      whenLoaded(() => {
        const id = fileId(textDocument.uri);
        const document = open.get(id);
        if (!document) return;
        document.version = textDocument.version;
        if (document.other)
          TextDocument.update(
            document.other,
            contentChanges.map((change) =>
              'range' in change ? { range: normalizeRange(change.range), text: change.text } : change,
            ),
            textDocument.version ?? 0,
          );
        else
          for (const change of contentChanges)
            workspace.change(
              id,
              'range' in change && change.range ? normalizeRange(change.range) : undefined,
              change.text,
            );
        if (!document.named) sort(id, document, document.other?.getText() ?? workspace.text(id) ?? '');
        checks.arm();
      }),
    ),
  );

  connection.onDidCloseTextDocument(
    notification('close', ({ textDocument }) =>
      whenLoaded(() => {
        const id = fileId(textDocument.uri);
        if (!open.delete(id)) return;
        statuses.delete(id);
        editor.closed(id);
        checks.arm();
        // Until the file is read its last text stands for it: a peer is not torn away for the length of a read.
        void closed.released(id).catch((error: unknown) => log.error(`close failed: ${errorText(error)}`));
      }),
    ),
  );

  // Requests

  connection.onCompletion(
    request('completion', (params) => {
      const nextList = typeof options.nextListCommand === 'string' ? options.nextListCommand : undefined;
      const found = at(params, (snapshot) =>
        completion(snapshot, normalizePosition(params.position), { blanks: nextList !== undefined }),
      );
      return found ? completionList(found, client, nextList) : null;
    }),
  );

  const resolve = request('completion details', (item: CompletionItem, _token: CancellationToken) => {
    const prose = completionProse(item.data as About);
    return prose ? { ...item, documentation: markup(prose, client.markdownCompletion) } : item;
  });
  connection.onCompletionResolve((item, token) => resolve(item, token) ?? item);

  connection.onHover(
    request('hover', (params) => {
      const found = at(params, (snapshot) => {
        const position = normalizePosition(params.position);
        const about = hover(snapshot, position, options.commands === true ? guideLink : undefined);
        const other = (file: string) => workspace.snapshot(file);
        const onPair = about && hoverOnPair(snapshot, position, other);
        const link =
          about && options.commands === true
            ? counterpartLink(snapshot, params.textDocument.uri, position, other)
            : undefined;
        return (
          about && {
            ...about,
            markdown: [
              about.markdown,
              ...(onPair || link ? ['---'] : []),
              ...(onPair ? [onPair.markdown] : []),
              ...(link ? [link] : []),
            ].join('\n\n'),
            plain: [about.plain, ...(onPair ? [onPair.plain] : [])].join('\n\n'),
          }
        );
      });
      return found ? toLspHover(found, client) : null;
    }),
  );

  connection.onDefinition(
    request('definition', (params) =>
      locations(
        at(params, (snapshot) =>
          definition(snapshot, normalizePosition(params.position), (file) => workspace.snapshot(file)),
        ),
      ),
    ),
  );

  connection.onReferences(
    request('references', (params) =>
      locations(
        at(params, (snapshot) =>
          references(
            snapshot,
            normalizePosition(params.position),
            params.context?.includeDeclaration !== false,
            (file) => workspace.snapshot(file),
          ),
        ),
      ),
    ),
  );

  connection.onDocumentSymbol(
    request('symbols', (params) => {
      const outline = at(params, symbols);
      if (!outline) return null;
      return client.hierarchicalSymbols ? outline.map(documentSymbol) : flatSymbols(outline, params.textDocument.uri);
    }),
  );

  connection.onFoldingRanges(request('folding', (params) => at(params, folding) ?? null));

  connection.onCodeAction(
    request('code actions', async (params) => {
      const id = fileId(params.textDocument.uri);
      if (!open.get(id)?.vrp) return null;
      const fixes = await codeActions(id, normalizeRange(params.range), params.context?.only, {
        client,
        offers: (file, range) => {
          checks.flush();
          return workspace.fixes(file, range);
        },
        peers: (file) =>
          workspace.snapshot(file)?.peers.map((pair) => (pair.a.file === file ? pair.b.file : pair.a.file)) ?? [],
        version: (file) => open.get(file)?.version,
        uriOf,
        diagnostic: (finding) => diagnostic(shownIn(id, finding), uriOf, host.explanation, client),
        closedState: (file) => closed.state(file),
        refresh: (file) => closed.reread(uriOf(file)),
      });
      const snapshot = workspace.snapshot(id);
      const mirrors = snapshot
        ? await mirrorActions(snapshot, normalizeRange(params.range), params.context ?? {}, mirroring())
        : [];
      return [
        ...fixes,
        ...acceptActions(id, normalizeRange(params.range), params.context?.only, accepting(id)),
        ...mirrors,
      ];
    }),
  );

  onOwnRequest(
    connection,
    requests.accept,
    request('accept', async (params: AcceptParams): Promise<AcceptResult | null> => {
      checks.flush();
      const id = fileId(params.uri);
      return open.get(id)?.vrp ? accepted(id, params, accepting(id)) : null;
    }),
  );

  onOwnRequest(
    connection,
    requests.peer,
    request('peer', (params: PeerParams): PeerResult | null => {
      const found = at({ textDocument: params }, (snapshot) =>
        counterpart(snapshot, params.position && normalizePosition(params.position), (file) =>
          workspace.snapshot(file),
        ),
      );
      return found ? { uri: uriOf(found.file), range: clampRange(found.range) } : null;
    }),
  );

  onOwnRequest(
    connection,
    requests.failover,
    request('failover', (params: FailoverParams): FailoverResult | null => {
      const pair = pairOf(params.uris);
      return pair ? printableData(failover(pair, params.events, uriOf), asTheyAre) : null;
    }),
  );

  onOwnRequest(
    connection,
    requests.failoverFile,
    request('failover as a file', (params: FailoverFileParams): string | null => {
      const pair = pairOf(params.uris);
      return pair ? failoverFile(pair, params) : null;
    }),
  );

  connection.listen();

  function whenLoaded(action: () => void): void {
    if (early) early.push(() => void notification('early message', action)());
    else action();
  }

  /** Asks one feature about an open document. */
  function at<Result>(
    params: { textDocument: { uri: string } },
    feature: (snapshot: Snapshot) => Result,
  ): Result | undefined {
    checks.touch();
    const id = fileId(params.textDocument.uri);
    const snapshot = open.get(id)?.vrp ? workspace.snapshot(id) : undefined;
    return snapshot && feature(snapshot);
  }

  function mirroring(): Mirroring {
    return {
      client,
      workspace,
      uriOf,
      version: (file) => open.get(file)?.version,
      closedState: (file) => closed.state(file),
    };
  }

  /** The pair of these two files, as the texts are now. */
  function pairOf(uris: readonly string[]): Pair | undefined {
    checks.touch();
    const ids = new Set(Array.isArray(uris) ? uris.map((uri) => fileId(String(uri))) : []);
    return ids.size === 2
      ? workspace.network().pairs.find((pair) => ids.has(pair.a.file) && ids.has(pair.b.file))
      : undefined;
  }

  function accepting(id: string): Accepting {
    return {
      client,
      workspace,
      uriOf,
      commands: options.commands === true,
      version: (file) => open.get(file)?.version,
      diagnostic: (finding) => diagnostic(shownIn(id, finding), uriOf, host.explanation, client),
      baselineOf: (file) => side.baselineOf(file),
      textOf: (file) => side.textOf(file),
    };
  }

  function locations(found: readonly FileRange[] | undefined): Location[] | null {
    return found?.map(({ file, range }) => ({ uri: uriOf(file), range: clampRange(range) })) ?? null;
  }

  /** Everything that the changes so far have made true is published together, both sides of a pair. */
  function check(): void {
    side.apply();
    const changed = workspace.check();
    if (indexed)
      for (const [id, diagnostics] of side.changed())
        void connection.sendDiagnostics({ uri: uriOf(id), diagnostics: [...diagnostics] });
    for (const [id, findings] of changed) {
      const uri = uriOf(id);
      void connection.sendDiagnostics({
        uri,
        version: open.get(id)?.version,
        diagnostics: findings.map((one) => diagnostic(one, uriOf, host.explanation, client)),
      });
    }
    if (changed.size > 0) editor.refresh();
    // Before every file is read a device may seem to stand alone.
    if (options.views === true && indexed) sendPairs();
    if (options.status !== false) for (const [id, document] of open) if (document.vrp) sendStatus(id, document);
    host.schedule(notification('preparing', prepare));
  }

  /** What the first edit of a text and the first question about its names need is made while nobody waits. */
  function prepare(): void {
    workspace.prepare();
    for (const id of fresh) {
      const snapshot = workspace.snapshot(id);
      if (snapshot)
        for (const _ of occurrences(snapshot)) {
          /* each is remembered with its section */
        }
    }
    fresh.clear();
    if (indexed) host.settled?.();
  }

  function sendPairs(): void {
    const pairs: PairsParams = {
      pairs: workspace
        .network()
        .pairs.map(orientToMaster)
        .map(({ a, b }) => [shownDevice(a), shownDevice(b)]),
    };
    const text = JSON.stringify(pairs);
    if (sentPairs !== text) sendOwnNotification(connection, notifications.pairs, pairs);
    sentPairs = text;
    sendOwnNotification(connection, notifications.checked);
  }

  function shownDevice({ name, file }: Device): PeerDevice {
    return { device: printable(name), uri: uriOf(file) };
  }

  function sendStatus(id: string, document: Open): void {
    const snapshot = workspace.snapshot(id);
    if (!snapshot) return;
    const peer = strongestPair(snapshot)?.peer;
    const status: StatusParams = {
      uri: document.uri,
      device: snapshot.device.sysname && printable(snapshot.device.sysname.value),
      peer: peer && shownDevice(peer),
      ...counts(id),
    };
    const text = JSON.stringify(status);
    if (statuses.get(id) === text) return;
    statuses.set(id, text);
    sendOwnNotification(connection, notifications.status, status);
  }

  function counts(id: string): { errors: number; warnings: number; information: number } {
    const findings = workspace.findings(id);
    const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
    return { errors: count('error'), warnings: count('warning'), information: count('information') };
  }

  async function index(): Promise<void> {
    const progress = client.progress
      ? await connection.window.createWorkDoneProgress().catch(() => undefined)
      : undefined;
    progress?.begin('VRP', 0, 'looking for configurations', false);
    let percent = 0;
    indexed = false;
    await side.read();
    await closed.index((done, total) => {
      const now = Math.floor((done * 100) / total);
      if (now > percent) progress?.report((percent = now), `${done} of ${total} files`);
    });
    indexed = true;
    checks.arm();
    progress?.done();
  }

  async function configuredGlobs(): Promise<GlobSettings> {
    if (!client.configuration) return defaultGlobs;
    return globsOf(await connection.workspace.getConfiguration('vrp.workspace').catch(() => undefined));
  }

  async function register(method: string, registration: unknown): Promise<void> {
    await connection.client
      .register(method as never, registration as never)
      .catch(() => log.info(`The client does not take ${method}.`));
  }
}

/** Of a rehearsal: what names a file, and events, which are sent back as they are. */
const asTheyAre = new Set(['uri', 'events']);

/** A finding as the file `id` shows it: from its own side. */
function shownIn<
  One extends { file: string; range: Range; message: string; peer?: { file: string; range: Range; message: string } },
>(id: string, finding: One): One {
  const { peer } = finding;
  if (finding.file === id || peer?.file !== id) return finding;
  return {
    ...finding,
    file: peer.file,
    range: peer.range,
    message: peer.message,
    peer: { file: finding.file, range: finding.range, message: finding.message },
  };
}

function globsOf(settings: unknown): GlobSettings {
  const { include, exclude } = (settings ?? {}) as { include?: unknown; exclude?: unknown };
  const strings = (value: unknown, otherwise: readonly string[]) =>
    Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : otherwise;
  return { include: strings(include, defaultGlobs.include), exclude: strings(exclude, defaultGlobs.exclude) };
}

function documentSymbol(outline: Outline): DocumentSymbol {
  return {
    ...outline,
    name: printable(outline.name),
    ...(outline.detail === undefined ? {} : { detail: printable(outline.detail) }),
    children: outline.children.map(documentSymbol),
  };
}

function flatSymbols(outline: readonly Outline[], uri: string, containerName?: string): SymbolInformation[] {
  return outline.flatMap((one) => [
    { name: printable(one.name), kind: one.kind, location: { uri, range: one.range }, containerName },
    ...flatSymbols(one.children, uri, printable(one.name)),
  ]);
}
