// A file system in memory: files by their paths; a folder is there while a file lies below it, or where it was made.
import * as vscode from 'vscode';

interface Content {
  readonly bytes: Uint8Array;
  readonly created: number;
  readonly changed: number;
}

export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Content>();
  private readonly folders = new Set<string>(['/']);
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;

  constructor(texts: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(texts)) this.put(path, new TextEncoder().encode(text));
  }

  /** Every change is told, whoever watches. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.files.get(uri.path);
    if (file) return { type: vscode.FileType.File, ctime: file.created, mtime: file.changed, size: file.bytes.length };
    if (!this.folders.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    if (!this.folders.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    const within = (path: string): boolean => path !== uri.path && parentOf(path) === uri.path;
    const named =
      (type: vscode.FileType) =>
      (path: string): [string, vscode.FileType] => [nameOf(path), type];
    return [
      ...[...this.folders].filter(within).map(named(vscode.FileType.Directory)),
      ...[...this.files.keys()].filter(within).map(named(vscode.FileType.File)),
    ];
  }

  createDirectory(uri: vscode.Uri): void {
    this.makeFolder(uri.path);
    this.tell(vscode.FileChangeType.Created, uri);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array, options: { create: boolean; overwrite: boolean }): void {
    const isThere = this.files.has(uri.path);
    if (!isThere && !options.create) throw vscode.FileSystemError.FileNotFound(uri);
    if (isThere && options.create && !options.overwrite) throw vscode.FileSystemError.FileExists(uri);
    this.put(uri.path, bytes);
    this.tell(isThere ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri);
  }

  delete(uri: vscode.Uri): void {
    const isIn = (path: string): boolean => path === uri.path || path.startsWith(`${uri.path}/`);
    const gone = [...this.files.keys(), ...this.folders].filter(isIn);
    if (gone.length === 0) throw vscode.FileSystemError.FileNotFound(uri);
    for (const path of gone) if (!this.files.delete(path)) this.folders.delete(path);
    this.tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri, options: { overwrite: boolean }): void {
    this.writeFile(to, this.readFile(from), { create: true, overwrite: options.overwrite });
    this.delete(from);
  }

  private put(path: string, bytes: Uint8Array): void {
    this.makeFolder(parentOf(path));
    const changed = Date.now();
    this.files.set(path, { bytes, changed, created: this.files.get(path)?.created ?? changed });
  }

  private makeFolder(path: string): void {
    for (let folder = path; !this.folders.has(folder); folder = parentOf(folder)) this.folders.add(folder);
  }

  private tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
    this.changes.fire([{ type, uri }]);
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
