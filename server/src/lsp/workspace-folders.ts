// The folders of the workspace: read at the start, when the client changes their list or the globs, and file by file when a
// watcher tells of a change.
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageserver';
import { fileId } from './file-ids';
import type { FolderDepth } from './folder-files';
import { defaultGlobs, type GlobSettings } from './glob-settings';
import { isIgnoreFile } from './ignored-files';
import type { ServerContext } from './server-context';

/**
 * Answers `initialized`, `workspace/didChangeConfiguration`, `workspace/didChangeWatchedFiles` and
 * `workspace/didChangeWorkspaceFolders`: reads the folders, and again what changed.
 */
export function registerWorkspaceFolders(context: ServerContext): void {
  const { connection, files, editor } = context;
  const { notification } = context.guard;

  connection.onInitialized(
    notification('initialized', async () => {
      const { client } = context;
      if (client.watching && context.options.watches !== true)
        void register(context, DidChangeWatchedFilesNotification.method, { watchers: [{ globPattern: '**/*' }] });
      if (client.configuration) void register(context, DidChangeConfigurationNotification.method, { section: 'vrp' });
      if (client.folders)
        connection.workspace.onDidChangeWorkspaceFolders(
          notification('workspace folders', () => readChangedFolders(context)),
        );
      files.setGlobs(await configuredGlobs(context));
      await editor.configure();
      await readFolders(context);
    }),
  );

  connection.onDidChangeConfiguration(
    notification('configuration', async (params) => {
      const all = (params.settings as { vrp?: { workspace?: unknown } } | null | undefined)?.vrp;
      await editor.configure(all);
      context.checks.arm();
      const pushed = all?.workspace;
      const globs = pushed === undefined ? await configuredGlobs(context) : globsIn(pushed);
      const isOther = [files.setGlobs(globs), files.setEncodings(context.settings.encodings())];
      if (isOther.includes(true)) await readFolders(context);
    }),
  );

  connection.onDidChangeWatchedFiles(
    notification('watched files', async ({ changes }) => {
      for (const change of changes) await takeChange(context, change);
    }),
  );
}

/** The folders that the client opens; where it opens none, those of its documents stand in (`standInFor`). */
export function setFolders(context: ServerContext, uris: readonly string[]): void {
  context.standIns = uris.length > 0 ? undefined : [];
  takeFolders(context, uris, 'all');
}

/**
 * Where the client opens no folder (a file alone, Helix outside of a repository), what lies beside an open document may be its peer.
 * What lies below is not looked at: the folder may be somebody's home.
 */
export async function standInFor(context: ServerContext, uri: string): Promise<void> {
  const { standIns, client } = context;
  if (!standIns || context.host.files.none || !uri.startsWith('file:')) return;
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  if (standIns.includes(folder)) return;
  context.standIns = [...standIns, folder];
  takeFolders(context, context.standIns, 'top');
  if (client.watchingAnywhere)
    void register(context, DidChangeWatchedFilesNotification.method, {
      watchers: [{ globPattern: { baseUri: folder, pattern: '*' } }],
    });
  if (client.configuration) await context.editor.configure();
  await readFolders(context);
}

function takeFolders({ files, settings, editor }: ServerContext, uris: readonly string[], depth: FolderDepth): void {
  files.setFolders(uris, depth);
  editor.setFolders(uris);
  settings.setFolders(uris);
}

async function readChangedFolders(context: ServerContext): Promise<void> {
  const folders = (await context.connection.workspace.getWorkspaceFolders()) ?? [];
  setFolders(
    context,
    folders.map((folder) => folder.uri),
  );
  if (context.client.configuration) await context.editor.configure();
  await readFolders(context);
}

async function readFolders(context: ServerContext): Promise<void> {
  const { connection, client, settings, files, checks } = context;
  const progress = client.progress
    ? await connection.window.createWorkDoneProgress().catch(() => undefined)
    : undefined;
  progress?.begin('VRP', 0, 'looking for configurations', false);
  let percent = 0;
  context.indexed = false;
  await settings.read();
  files.setExclusions(settings.exclusions());
  files.setEncodings(settings.encodings());
  await files.index((done, total) => {
    const now = Math.floor((done * 100) / total);
    if (now <= percent) return;
    percent = now;
    progress?.report(percent, `${done} of ${total} files`);
  });
  context.indexed = true;
  checks.arm();
  progress?.done();
}

async function takeChange(context: ServerContext, change: FileEvent): Promise<void> {
  const { documents, settings, files, checks } = context;
  const id = fileId(change.uri);
  if (change.type === FileChangeType.Deleted) documents.forgetSpelling(id);
  else documents.spell(id, change.uri);
  if (isIgnoreFile(id)) return readFolders(context);
  if (!settings.concerns(id)) return files.reread(change.uri);
  await settings.read();
  const isOther = [files.setExclusions(settings.exclusions()), files.setEncodings(settings.encodings())];
  if (isOther.includes(true)) return readFolders(context);
  checks.arm();
}

async function configuredGlobs({ connection, client }: ServerContext): Promise<GlobSettings> {
  if (!client.configuration) return defaultGlobs;
  return globsIn(await connection.workspace.getConfiguration('vrp.workspace').catch(() => undefined));
}

/** `vrp.workspace` as a client sends it; what is no list of strings stays as it was made. */
function globsIn(settings: unknown): GlobSettings {
  const { include, exclude } = (settings ?? {}) as { include?: unknown; exclude?: unknown };
  const strings = (value: unknown, otherwise: readonly string[]) =>
    Array.isArray(value) ? value.filter((value): value is string => typeof value === 'string') : otherwise;
  return { include: strings(include, defaultGlobs.include), exclude: strings(exclude, defaultGlobs.exclude) };
}

async function register({ connection }: ServerContext, method: string, registration: unknown): Promise<void> {
  await connection.client
    .register(method as never, registration as never)
    .catch(() => connection.console.info(`The client does not take ${method}.`));
}
