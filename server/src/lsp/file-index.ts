// The files of the workspace folders that no editor holds: found at the start, read again when they change, checked once more
// before a fix edits one. What is open is the editor's; a read that comes back late never overwrites it.
import { hash } from '../text/hash';
import { holdsVrp, probedBytes } from '../model/file-kind';
import type { Encoding } from '../model/device';
import { encodingFor, type Encodings } from './encodings';
import { below, fileId, uriOfId } from './file-ids';
import { FolderFiles, type FolderDepth } from './folder-files';
import type { GlobSettings } from './glob-settings';
import type { Decoded, Host } from './host';
import type { Exclusions } from './ignored-files';

/** The configurations of the workspace folders that are on disk. While a file is open its text is the editor's. */
export interface FileIndex {
  /** Reads all folders anew; files that are gone are forgotten. */
  index(progress: (done: number, total: number) => void): Promise<void>;
  setFolders(uris: readonly string[], depth?: FolderDepth): void;
  setGlobs(globs: GlobSettings): boolean;
  /** True where that is another answer than before: the folders have to be read anew. */
  setExclusions(exclusions: Exclusions): boolean;
  /** True where that is another answer than before: the folders have to be read anew. */
  setEncodings(encodings: Encodings): boolean;
  /** The file may have changed, come or gone. */
  reread(uri: string): Promise<void>;
  /** The editor let go of it. */
  released(id: string): Promise<void>;
  /** Whether a fix may edit it: it is as it was when the fix was made, and every editor decodes it alike. */
  state(id: string): Promise<'same' | 'changed' | Encoding>;
  /** As it is on disk; undefined where it cannot be read or is no VRP configuration. */
  text(id: string): Promise<string | undefined>;
}

interface Sink {
  isOpen(id: string): boolean;
  set(id: string, text: string, encoding: Encoding): void;
  remove(id: string): void;
}

interface Known {
  readonly encoding: Encoding;
  readonly hash: string;
  /** The encoding that the sink got. */
  readonly reportedEncoding: Encoding;
}

const readAtOnce = 4;

/**
 * `sink` gets the text of each configuration that no editor holds, and hears when one is gone; nothing is read before
 * `index`.
 */
export function fileIndex(host: Pick<Host, 'files' | 'decode'>, sink: Sink): FileIndex {
  return new ClosedFiles(host, sink);
}

class ClosedFiles implements FileIndex {
  private readonly known = new Map<string, Known>();
  /** The latest reading of each file: an earlier one that ends later is dropped. */
  private readonly latest = new Map<string, number>();
  private readings = 0;
  private indexing = 0;
  private encodings: Encodings = { folders: [] };
  private readonly folders: FolderFiles;

  constructor(
    private readonly host: Pick<Host, 'files' | 'decode'>,
    private readonly sink: Sink,
  ) {
    this.folders = new FolderFiles(host);
  }

  setFolders(uris: readonly string[], depth?: FolderDepth): void {
    this.folders.setFolders(uris, depth);
  }

  setGlobs(globs: GlobSettings): boolean {
    return this.folders.setGlobs(globs);
  }

  setExclusions(exclusions: Exclusions): boolean {
    return this.folders.setExclusions(exclusions);
  }

  setEncodings(encodings: Encodings): boolean {
    const wasNamed = isNamed(this.encodings);
    const isOther = JSON.stringify(encodings) !== JSON.stringify(this.encodings);
    this.encodings = encodings;
    return isOther && (wasNamed || isNamed(encodings));
  }

  async index(progress: (done: number, total: number) => void): Promise<void> {
    const run = ++this.indexing;
    const uris = await this.folders.list();
    const met = new Set([...uris].map(fileId));
    let done = 0;
    const left = this.nearFirst([...uris]).values();
    const readOn = async (): Promise<void> => {
      for (const uri of left) {
        if (run !== this.indexing) return;
        if (!this.sink.isOpen(fileId(uri))) await this.take(uri);
        progress(++done, uris.size);
      }
    };
    // The disk is asked for the next files while one is read.
    await Promise.all(Array.from({ length: readAtOnce }, readOn));
    if (run !== this.indexing) return;
    // What was not met is gone, or came while the rest was read.
    for (const id of [...this.known.keys()]) {
      if (run !== this.indexing) return;
      if (!met.has(id)) await this.rereadClosed(id);
    }
  }

  async reread(uri: string): Promise<void> {
    const id = fileId(uri);
    if (this.sink.isOpen(id)) return;
    await this.rereadClosed(id, uri);
    // A folder that went away is reported by its own name only.
    for (const other of [...this.known.keys()])
      if (below(id, other) !== undefined && !this.sink.isOpen(other)) await this.take(uriOfId(other));
  }

  async released(id: string): Promise<void> {
    this.known.delete(id);
    if (this.folders.hold(id) && (await this.take(uriOfId(id)))) return;
    if (!this.sink.isOpen(id) && !this.known.has(id)) this.sink.remove(id);
  }

  async state(id: string): Promise<'same' | 'changed' | Encoding> {
    const before = this.known.get(id);
    const read = before && (await this.read(uriOfId(id)));
    if (!before || !read || !isSame(before, knownOf(read))) return 'changed';
    // An editor reads UTF-8 and follows the mark of UTF-16, whatever is named here.
    const plain = encodingFor(id, this.encodings) === undefined ? read : await vrpText(this.host, uriOfId(id));
    if (!plain) return 'changed';
    const isPlain = ['utf-8', 'utf-16le', 'utf-16be'].includes(plain.encoding);
    if (isPlain && plain.text === read.text) return 'same';
    return read.encoding === 'utf-8' ? plain.encoding : read.encoding;
  }

  async text(id: string): Promise<string | undefined> {
    return (await this.read(uriOfId(id)))?.text;
  }

  private read(uri: string): Promise<Decoded | undefined> {
    return vrpText(this.host, uri, encodingFor(fileId(uri), this.encodings));
  }

  private async rereadClosed(id: string, uri = uriOfId(id)): Promise<void> {
    if (this.sink.isOpen(id)) return;
    if (this.folders.hold(id)) await this.take(uri);
    else this.forget(id);
  }

  private forget(id: string): void {
    if (this.known.delete(id)) this.sink.remove(id);
  }

  /** Reads one file and hands it over; true when that changed what is known. */
  private async take(uri: string): Promise<boolean> {
    const { known, latest, sink } = this;
    const id = fileId(uri);
    const reading = ++this.readings;
    latest.set(id, reading);
    const encoding = encodingFor(id, this.encodings);
    const read = await vrpText(this.host, uri, encoding);
    if (latest.get(id) !== reading) return false;
    latest.delete(id);
    if (sink.isOpen(id)) return false;
    const before = known.get(id);
    if (!read) {
      this.forget(id);
      return before !== undefined;
    }
    const readNow = knownOf(read);
    // Who names the encoding knows it: nothing is uncertain about the file then.
    const reportedEncoding = encoding === undefined ? read.encoding : 'utf-8';
    if (before && isSame(before, readNow) && before.reportedEncoding === reportedEncoding) return false;
    known.set(id, { ...readNow, reportedEncoding });
    sink.set(id, read.text, reportedEncoding);
    return true;
  }

  /** What stands beside an open document is most likely its peer. */
  private nearFirst(uris: readonly string[]): string[] {
    const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));
    const near = new Set(uris.filter((uri) => this.sink.isOpen(fileId(uri))).map(folderOf));
    return [...uris.filter((uri) => near.has(folderOf(uri))), ...uris.filter((uri) => !near.has(folderOf(uri)))];
  }
}

function isNamed({ folders, otherwise }: Encodings): boolean {
  return otherwise !== undefined || folders.some(([, encoding]) => encoding !== undefined);
}

function knownOf({ text, encoding }: Decoded): Omit<Known, 'reportedEncoding'> {
  return { encoding, hash: hash(text) };
}

function isSame(before: Known, known: Omit<Known, 'reportedEncoding'>): boolean {
  return before.hash === known.hash && before.encoding === known.encoding;
}

/** The text of a file that is a VRP configuration; only the start of any other file is read. */
async function vrpText(
  host: Pick<Host, 'files' | 'decode'>,
  uri: string,
  named?: Encoding,
): Promise<Decoded | undefined> {
  const start = await host.files.read(uri, probedBytes);
  if (!start || !holdsVrp(start, (bytes) => host.decode(bytes, named).text)) return undefined;
  const all = start.length < probedBytes ? start : await host.files.read(uri);
  if (!all) return undefined;
  const { text, encoding } = host.decode(all, named);
  // An editor does not show a byte order mark, and counts no column for it.
  return { text: text.replace(/^\ufeff/, ''), encoding };
}
