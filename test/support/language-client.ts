// A small JSON-RPC client for the built server: frames, requests, and the diagnostics as they are published. It answers what
// the server asks as a plain editor would, and can write bytes that no client should.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, Position, Range, TextDocumentEdit } from 'vscode-languageserver';

const root = join(__dirname, '../..');
/** What `npm run build` made, or the same of a package that was unpacked elsewhere. */
export const dist = process.env.VRP_DIST ?? join(root, 'dist');
const patience = 30_000;

export interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface Message extends Answer {
  readonly jsonrpc?: string;
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
}

export interface ServerOptions {
  /** Instead of a new one. */
  readonly folder?: string;
  /** Files of the one workspace folder, by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly command?: readonly string[];
  /** A folder that is there already, instead of the one with `files`. */
  readonly workspace?: string;
  readonly capabilities?: object;
  readonly initializationOptions?: object;
  /** What the server is told when it asks for settings; null without it. */
  readonly configuration?: (section: string) => unknown;
  /** The workspace folder where it is no folder of the disk; null opens none. */
  readonly folderUri?: string | null;
  /** What is answered to other requests of the server, by method. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
  /** Hears every message of the server, and of every request that is sent. */
  readonly hear?: (message: Message) => void;
  readonly asked?: (id: number, method: string) => void;
}

export const everything = {
  workspace: {
    workspaceEdit: { documentChanges: true },
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      completionItem: { labelDetailsSupport: true, snippetSupport: true, documentationFormat: ['markdown'] },
      completionList: { itemDefaults: ['editRange'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      isPreferredSupport: true,
      disabledSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
    },
  },
};

export class LanguageClient {
  readonly folder: string;
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly statuses = new Map<string, unknown>();
  /** Every notification and request of the server, in order. */
  readonly heard: { method: string; params: unknown }[] = [];
  /** All that the server logged, and its stderr. */
  log = '';
  exited = false;
  private readonly child: ChildProcess;
  private readonly pending = new Map<number, (answer: Answer) => void>();
  private readonly waiting = new Set<() => void>();
  private readonly versions = new Map<string, number>();
  private readonly texts = new Map<string, string>();
  private parts: Buffer[] = [];
  private size = 0;
  private wanted = -1;
  private nextId = 1;
  /** The folders of the workspace where they are no longer the one it started with. */
  folders: readonly { uri: string; name: string }[] | undefined;

  private constructor(private readonly options: ServerOptions) {
    this.folder = realpathSync(options.folder ?? mkdtempSync(join(tmpdir(), 'vrp-')));
    for (const [name, content] of Object.entries(options.files ?? {})) writeFileSync(join(this.folder, name), content);
    const command = options.command ?? [process.execPath, join(dist, 'server.js'), '--stdio'];
    this.child = spawn(command[0]!, command.slice(1), { stdio: ['pipe', 'pipe', 'pipe'] });
    this.child.stdout!.on('data', (data: Buffer) => this.take(data));
    this.child.stderr!.on('data', (data: Buffer) => {
      this.log += data.toString();
    });
    this.child.stdin!.on('error', () => undefined);
    this.child.on('exit', () => {
      this.exited = true;
      for (const answer of this.pending.values()) answer({ error: { code: 0, message: 'the server ended' } });
      this.wake();
    });
  }

  static async start(options: ServerOptions = {}): Promise<LanguageClient> {
    const client = new LanguageClient(options);
    const folder =
      options.folderUri === undefined ? pathToFileURL(options.workspace ?? client.folder).href : options.folderUri;
    const { error } = await client.request('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: folder === null ? null : [{ uri: folder, name: 'test' }],
      capabilities: options.capabilities ?? everything,
      initializationOptions: options.initializationOptions,
    });
    if (error) {
      client.child.kill();
      rmSync(client.folder, { recursive: true, force: true });
      throw new Error(error.message);
    }
    client.notify('initialized', {});
    return client;
  }

  async stop(): Promise<void> {
    if (!this.exited) {
      await this.request('shutdown');
      this.notify('exit');
      const timer = setTimeout(() => this.child.kill('SIGKILL'), 5000);
      await this.until(() => this.exited, 'the server ends');
      clearTimeout(timer);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  get own(): readonly { uri: string; name: string }[] {
    return [{ uri: pathToFileURL(this.folder).href, name: 'test' }];
  }

  /** The number of the next request. */
  get nextRequest(): number {
    return this.nextId;
  }

  /** The process of the server. */
  get pid(): number {
    return this.child.pid ?? 0;
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  // Messages

  raw(bytes: string | Buffer): void {
    this.child.stdin!.write(bytes);
  }

  frame(message: object): Buffer {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }), 'utf8');
    return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
  }

  notify(method: string, params?: unknown): void {
    this.raw(this.frame({ method, params }));
  }

  request(method: string, params?: unknown, patient = patience): Promise<Answer> {
    const id = this.nextId++;
    this.options.asked?.(id, method);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.pending.delete(id);
        reject(new Error(`no answer to ${method} in ${patient / 1000} s`));
      }, patient);
      this.pending.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      this.raw(this.frame({ id, method, params }));
    });
  }

  /** The result of a request that must not fail. */
  async ask<Result>(method: string, params: unknown, patient = patience): Promise<Result> {
    const { result, error } = await this.request(method, params, patient);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as Result;
  }

  async until(holds: () => boolean, what: string, patient = patience): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.waiting.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(look);
        reject(
          new Error(
            `waited in vain: ${what}\n${[...this.diagnostics].map(([uri, list]) => `${uri}: ${list.map((diagnostic) => `${diagnostic.range.start.line} ${String(diagnostic.code)}`).join(', ')}`).join('\n')}\n${this.log}`,
          ),
        );
      }, patient);
      this.waiting.add(look);
    });
  }

  // Documents

  open(name: string, text: string, languageId = 'vrp'): void {
    this.versions.set(name, 1);
    this.texts.set(name, text);
    this.notify('textDocument/didOpen', { textDocument: { uri: this.uri(name), languageId, version: 1, text } });
  }

  change(name: string, ...edits: { range?: Range; text: string }[]): void {
    const version = (this.versions.get(name) ?? 0) + 1;
    this.versions.set(name, version);
    this.notify('textDocument/didChange', { textDocument: { uri: this.uri(name), version }, contentChanges: edits });
  }

  close(name: string): void {
    this.versions.delete(name);
    this.notify('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  version(name: string): number | undefined {
    return this.versions.get(name);
  }

  found(name: string): readonly Diagnostic[] {
    return this.diagnostics.get(this.uri(name)) ?? [];
  }

  async actions(name: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    return (
      (await this.ask<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri: this.uri(name) },
        range,
        context: { diagnostics: [], only },
      })) ?? []
    );
  }

  /** The edits of an action by file name. */
  edits(action: CodeAction): Map<string, TextDocumentEdit> {
    return new Map(
      (action.edit?.documentChanges ?? []).map((change) => {
        const edit = change as TextDocumentEdit;
        return [decodeURIComponent(edit.textDocument.uri.slice(edit.textDocument.uri.lastIndexOf('/') + 1)), edit];
      }),
    );
  }

  private take(data: Buffer): void {
    this.parts.push(data);
    this.size += data.length;
    for (;;) {
      if (this.wanted < 0) {
        const all = Buffer.concat(this.parts);
        const end = all.indexOf('\r\n\r\n');
        if (end < 0) {
          this.parts = [all];
          return;
        }
        this.wanted = Number(/content-length: *(\d+)/i.exec(all.subarray(0, end).toString('ascii'))?.[1] ?? 0);
        this.parts = [all.subarray(end + 4)];
        this.size = all.length - end - 4;
      }
      if (this.size < this.wanted) return;
      const all = Buffer.concat(this.parts);
      const message = JSON.parse(all.subarray(0, this.wanted).toString('utf8')) as Message;
      this.parts = [all.subarray(this.wanted)];
      this.size = all.length - this.wanted;
      this.wanted = -1;
      this.hear(message);
    }
  }

  private hear(message: Message): void {
    const { method, params } = message;
    this.options.hear?.(message);
    if (method === undefined) {
      this.pending.get(Number(message.id))?.(message);
      this.pending.delete(Number(message.id));
    } else {
      this.heard.push({ method, params });
      if (method === 'textDocument/publishDiagnostics') {
        const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
        this.diagnostics.set(uri, diagnostics);
      } else if (method === 'vrp/status') {
        this.statuses.set((params as { uri: string }).uri, params);
      } else if (method === 'window/logMessage') {
        this.log += `${(params as { message: string }).message}\n`;
      }
      if (message.id !== undefined) {
        this.raw(this.frame({ id: message.id, result: this.answer(method, params) }));
      }
    }
    this.wake();
  }

  private answer(method: string, params: unknown): unknown {
    switch (method) {
      case 'workspace/configuration': {
        const items = (params as { items?: { section?: string }[] } | undefined)?.items ?? [];
        return items.map(({ section }) => this.options.configuration?.(section ?? '') ?? null);
      }
      case 'workspace/workspaceFolders':
        return this.folders ?? this.own;
      default:
        return this.options.answers?.[method]?.(params as never) ?? null;
    }
  }

  private wake(): void {
    for (const look of [...this.waiting]) look();
  }
}

/** The range of the first (or the `nth`) place where `needle` stands. */
export function rangeOf(text: string, needle: string, within = needle): Range {
  const outer = text.indexOf(within);
  if (outer < 0) throw new Error(`no ${within}`);
  const at = outer + within.lastIndexOf(needle);
  return { start: positionAt(text, at), end: positionAt(text, at + needle.length) };
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  return { line, character: offset - (before.lastIndexOf('\n') + 1) };
}
