// As much of VS Code's interface as the extension uses before its client is loaded, over a folder of the disk. What the extension
// registers, reads and asks for is kept, so that a test can count it and play the user.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface FakeUri {
  readonly scheme: string;
  readonly path: string;
  readonly fsPath: string;
  toString(): string;
}

type Listener = (event: unknown) => void;
type Event = ((listener: Listener) => { dispose(): void }) & { fire(event: unknown): void; count(): number };

export interface FakeDocument {
  readonly uri: FakeUri;
  readonly languageId: string;
  readonly lineCount: number;
  readonly isClosed: boolean;
  getText(): string;
}

export function fakeVscode(folder: string, manifest: object) {
  const commands = new Map<string, (...given: unknown[]) => unknown>();
  const views = new Set<string>();
  const log: string[] = [];
  const events = {
    opened: event(),
    closed: event(),
    changed: event(),
    foldersChanged: event(),
    fileCreated: event(),
    fileChanged: event(),
  };
  const textDocuments: FakeDocument[] = [];
  const say = (text: string): void => void log.push(text);
  const registered = <Value>(map: { delete(key: string): unknown }, key: string, add: () => Value) => {
    add();
    return { dispose: () => void map.delete(key) };
  };
  const module = {
    commands: {
      registerCommand(name: string, run: (...given: unknown[]) => unknown) {
        if (commands.has(name)) throw new Error(`command '${name}' already exists`);
        return registered(commands, name, () => commands.set(name, run));
      },
      executeCommand: async (name: string, ...given: unknown[]) => commands.get(name)?.(...given),
    },
    window: {
      createOutputChannel: () => ({ info: say, debug: say, warn: say, error: say, dispose: () => undefined }),
      registerTreeDataProvider: (id: string) => registered(views, id, () => views.add(id)),
      tabGroups: { all: [] },
    },
    workspace: {
      workspaceFolders: [{ uri: fileUri(folder), name: 'folder', index: 0 }],
      textDocuments,
      asRelativePath: (uri: FakeUri) => uri.fsPath.slice(folder.length + 1),
      getConfiguration: (section: string) => ({
        get: (name: string, fallback: unknown) => defaultOf(manifest, `${section}.${name}`) ?? fallback,
      }),
      findFiles: async () => filesBelow(folder).map(fileUri),
      createFileSystemWatcher: () => ({
        onDidCreate: events.fileCreated,
        onDidChange: events.fileChanged,
        dispose: () => undefined,
      }),
      onDidOpenTextDocument: events.opened,
      onDidCloseTextDocument: events.closed,
      onDidChangeTextDocument: events.changed,
      onDidChangeWorkspaceFolders: events.foldersChanged,
    },
    languages: { setTextDocumentLanguage: async () => undefined, match: () => 0 },
    tasks: { registerTaskProvider: () => ({ dispose: () => undefined }) },
    CancellationTokenSource: class {
      token = { isCancellationRequested: false };
      cancel(): void {
        this.token.isCancellationRequested = true;
      }
    },
    RelativePattern: class {},
    Range: class {},
    TabInputWebview: class {},
    Disposable: { from: () => ({ dispose: () => undefined }) },
  };
  const context = {
    subscriptions: [],
    extension: { packageJSON: manifest },
    asAbsolutePath: (path: string) => path,
    workspaceState: { get: (_: string, fallback: unknown) => fallback, update: async () => undefined },
  };
  return { module, context, commands, views, log, events, textDocuments };
}

export function fakeDocument(path: string, languageId: string, text: string): FakeDocument {
  return { uri: fileUri(path), languageId, lineCount: text.split('\n').length, isClosed: false, getText: () => text };
}

export function fileUri(path: string): FakeUri {
  return { scheme: 'file', path, fsPath: path, toString: () => pathToFileURL(path).href };
}

function event(): Event {
  const listeners = new Set<Listener>();
  const subscribe = (listener: Listener) => {
    listeners.add(listener);
    return { dispose: () => void listeners.delete(listener) };
  };
  return Object.assign(subscribe, {
    fire: (given: unknown) => listeners.forEach((listener) => listener(given)),
    count: () => listeners.size,
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function defaultOf(manifest: object, name: string): unknown {
  const { properties } = (
    manifest as { contributes: { configuration: { properties: Record<string, { default?: unknown } | undefined> } } }
  ).contributes.configuration;
  return properties[name]?.default;
}
