// Which files there are and what was read of them: open texts, which edits change piece by piece, and files that no editor holds.
import type { Device, Encoding } from '../model/device';
import {
  readDevice,
  readDeviceInSlices,
  rereadDevice,
  type DeviceInfo,
  type DeviceReading,
} from '../model/read/read-device';
import { openText, openTextInSlices, type OpenText } from '../syntax/document';
import type { Range } from '../text/range';
import { fileStem } from '../text/file-name';
import type { Slices } from '../text/slices';
import { readFile, type ReadFile } from './read-file';

/** One object from the moment a file is opened, closed or read anew until the next such moment. */
export interface StoredFile {
  readonly file: string;
  /** Only while the document is open. */
  readonly text?: OpenText;
  /** Behind the text until the store has read what changed. */
  reading: DeviceReading;
  /** Known of files that no editor holds. */
  readonly syntaxErrors: number;
}

/** What happened to the files since it was last asked for. */
export interface FileChanges {
  /** Files came, went or were read anew as a whole. */
  readonly isListChanged: boolean;
  /** Files that were read anew as a whole. */
  readonly replaced: ReadonlySet<string>;
  /** Devices of open files as they were read again after edits, by file, in the order of the first edits. */
  readonly reread: ReadonlyMap<string, { readonly before: Device; readonly after: Device }>;
}

/** The files that are known, open or read from disk. */
export class FileStore {
  private readonly files = new Map<string, StoredFile>();
  private isListChanged = false;
  private replaced = new Set<string>();
  /** Texts that changed since they were last read. */
  private readonly edited = new Set<string>();
  /** How often a text has changed, come or gone. */
  changeCount = 0;

  open(file: string, text: string): void {
    this.files.get(file)?.text?.close();
    const opened = openText(text);
    const reading = readDevice(file, opened.sections, infoOf(file, opened));
    this.set({ file, reading, text: opened, syntaxErrors: 0 });
  }

  /** Reads a long text in slices of about so many rows; it is open once it is given to `take`, and closed by who does not. */
  *readInSlices(file: string, text: string, rowsAtOnce: number): Slices<StoredFile & { readonly text: OpenText }> {
    const opened = yield* openTextInSlices(text, rowsAtOnce);
    let isRead = false;
    try {
      const info = infoOf(file, opened);
      const reading = yield* readDeviceInSlices(file, opened.sections, info, rowsAtOnce);
      isRead = true;
      return { file, reading, text: opened, syntaxErrors: 0 };
    } finally {
      if (!isRead) opened.close();
    }
  }

  /** A document that was opened in slices. */
  take(stored: StoredFile): void {
    this.files.get(stored.file)?.text?.close();
    this.set(stored);
  }

  /** Without `range` the whole text is replaced. Nothing happens to a file that is not open. */
  change(file: string, range: Range | undefined, newText: string): void {
    const stored = this.files.get(file);
    if (!stored?.text) return;
    stored.text.change(range, newText);
    this.changeCount++;
    this.edited.add(file);
  }

  /** What the first edit of an open text needs, made before it. */
  prepare(): void {
    for (const { text } of this.files.values()) text?.prepare();
  }

  /** A file that no editor holds. `encoding` as it was decoded; it is a fact of the device. */
  setClosed(file: string, text: string, encoding: Encoding): void {
    this.adopt(readFile(file, text, encoding));
  }

  /** A file that no editor holds, read elsewhere. */
  adopt({ file, reading, syntaxErrors }: ReadFile): void {
    this.files.get(file)?.text?.close();
    this.set({ file, reading, syntaxErrors });
  }

  remove(file: string): void {
    const stored = this.files.get(file);
    if (!stored) return;
    stored.text?.close();
    this.files.delete(file);
    this.changeCount++;
    this.edited.delete(file);
    this.isListChanged = true;
  }

  get(file: string): StoredFile | undefined {
    return this.files.get(file);
  }

  has(file: string): boolean {
    return this.files.has(file);
  }

  /** In no order that means anything. */
  names(): readonly string[] {
    return [...this.files.keys()];
  }

  /** Sorted by file. */
  devices(): readonly Device[] {
    return [...this.files.values()].map((stored) => stored.reading.device).sort(byFile);
  }

  /** Reads the texts that were edited and gives what changed since the last call; undefined where nothing did. */
  readChanges(): FileChanges | undefined {
    if (this.edited.size === 0 && !this.isListChanged) return undefined;
    const { isListChanged, replaced } = this;
    const reread = new Map<string, { before: Device; after: Device }>();
    for (const file of this.edited) {
      const stored = this.files.get(file);
      if (!stored?.text) continue;
      const before = stored.reading.device;
      stored.reading = readAgain(stored, stored.text);
      reread.set(file, { before, after: stored.reading.device });
    }
    this.edited.clear();
    this.isListChanged = false;
    this.replaced = new Set();
    return { isListChanged, replaced, reread };
  }

  private set(stored: StoredFile): void {
    this.files.set(stored.file, stored);
    this.changeCount++;
    this.edited.delete(stored.file);
    this.replaced.add(stored.file);
    this.isListChanged = true;
  }
}

function readAgain({ file, reading }: StoredFile, text: OpenText): DeviceReading {
  return rereadDevice(reading, text.sections, infoOf(file, text));
}

function infoOf(file: string, { eol, rows }: OpenText): DeviceInfo {
  return { eol, rows, encoding: 'utf-8', fallbackName: fileStem(file) };
}

function byFile(device: Device, other: Device): number {
  if (device.file === other.file) return 0;
  return device.file < other.file ? -1 : 1;
}
