// The files of the workspace folders that no editor holds: found at the start, read again when they change, checked once more
// before a fix edits one. What is open is the editor's; a read that comes back late never overwrites it.
import { holdsVrp, probedBytes } from '../model/file-kind';
import type { Encoding } from '../model/device';
import { below, fileId, uriOfId } from './file-ids';
import { defaultGlobs, wantedBy, type GlobSettings } from './glob-settings';
import type { Decoded, Host } from './host';
import { IgnoredFiles, isIgnoreFile, type Exclusions } from './ignored-files';

export interface FileIndex {
  /** Reads all folders anew; files that are gone are forgotten. */
  index(progress: (done: number, total: number) => void): Promise<void>;
  setFolders(uris: readonly string[]): void;
  setGlobs(globs: GlobSettings): boolean;
  /** True where that is another answer than before: the folders have to be read anew. */
  setExclusions(exclusions: Exclusions): boolean;
  /** The file may have changed, come or gone. */
  reread(uri: string): Promise<void>;
  /** The editor let go of it. */
  released(id: string): Promise<void>;
  /** Whether a fix may edit it: it is as it was when the fix was made, and every editor decodes it alike. */
  state(id: string): Promise<'same' | 'changed' | Encoding>;
}

interface Sink {
  isOpen(id: string): boolean;
  set(id: string, text: string, encoding: Encoding): void;
  remove(id: string): void;
}

interface Known {
  readonly encoding: Encoding;
  readonly hash: number;
}

const readAtOnce = 4;

export function fileIndex(host: Pick<Host, 'files' | 'decode'>, sink: Sink): FileIndex {
  const known = new Map<string, Known>();
  /** The latest reading of each file: an earlier one that ends later is dropped. */
  const latest = new Map<string, number>();
  let folders: readonly string[] = [];
  let globs = defaultGlobs;
  let wanted = wantedBy(globs);
  let readings = 0;
  let indexing = 0;
  let exclusions: Exclusions = new Map();
  const ignored = new IgnoredFiles(host);

  function forget(id: string): void {
    if (known.delete(id)) sink.remove(id);
  }

  /** Reads one file and hands it over; true when that changed what is known. */
  async function take(uri: string): Promise<boolean> {
    const id = fileId(uri);
    const mine = ++readings;
    latest.set(id, mine);
    const read = await vrpText(host, uri);
    if (latest.get(id) !== mine) return false;
    latest.delete(id);
    if (sink.isOpen(id)) return false;
    if (!read) {
      const was = known.has(id);
      forget(id);
      return was;
    }
    const now: Known = { encoding: read.encoding, hash: hash(read.text) };
    const before = known.get(id);
    if (before && before.hash === now.hash && before.encoding === now.encoding) return false;
    known.set(id, now);
    sink.set(id, read.text, read.encoding);
    return true;
  }

  /** What stands beside an open document is most likely its peer. */
  function nearFirst(uris: readonly string[]): string[] {
    const folderOf = (uri: string) => uri.slice(0, uri.lastIndexOf('/'));
    const near = new Set(uris.filter((uri) => sink.isOpen(fileId(uri))).map(folderOf));
    return [...uris.filter((uri) => near.has(folderOf(uri))), ...uris.filter((uri) => !near.has(folderOf(uri)))];
  }

  /** What of a folder is looked at, by uri. */
  async function listed(folder: string): Promise<readonly string[]> {
    const all = await host.files.list(
      uriOfId(folder),
      (path, isFolder) => wanted(path, isFolder) || (!isFolder && isIgnoreFile(path)),
    );
    await ignored.read(folder, all.filter(isIgnoreFile), exclusions.get(folder) ?? []);
    return all.filter((uri) => {
      const path = below(folder, fileId(uri)) ?? '';
      return wanted(path, false) && !ignored.holds(folder, path);
    });
  }

  function isOurs(id: string): boolean {
    return folders.some((folder) => {
      const path = below(folder, id);
      return (
        path !== undefined &&
        wanted(path, false) &&
        !ignored.holds(folder, path) &&
        path
          .split('/')
          .slice(0, -1)
          .every((_, index, all) => wanted(all.slice(0, index + 1).join('/'), true))
      );
    });
  }

  return {
    setFolders(uris) {
      folders = uris.map((uri) => fileId(uri).replace(/(?<=[^:/])\/+$/, ''));
    },
    setGlobs(next) {
      if (JSON.stringify(next) === JSON.stringify(globs)) return false;
      globs = next;
      wanted = wantedBy(next);
      return true;
    },
    setExclusions(next) {
      const text = (one: Exclusions) => JSON.stringify([...one]);
      if (text(next) === text(exclusions)) return false;
      exclusions = next;
      return true;
    },
    async index(progress) {
      const mine = ++indexing;
      const uris = new Set<string>();
      for (const folder of folders) for (const uri of await listed(folder)) uris.add(uri);
      const met = new Set([...uris].map(fileId));
      let done = 0;
      const left = nearFirst([...uris]).values();
      const readOn = async () => {
        for (const uri of left) {
          if (mine !== indexing) return;
          if (!sink.isOpen(fileId(uri))) await take(uri);
          progress(++done, uris.size);
        }
      };
      // The disk is asked for the next files while one is read.
      await Promise.all(Array.from({ length: readAtOnce }, readOn));
      if (mine !== indexing) return;
      // What was not met is gone, or came while the rest was read.
      for (const id of [...known.keys()]) {
        if (mine !== indexing) return;
        if (met.has(id) || sink.isOpen(id)) continue;
        if (isOurs(id)) await take(uriOfId(id));
        else forget(id);
      }
    },
    async reread(uri) {
      const id = fileId(uri);
      if (sink.isOpen(id)) return;
      if (isOurs(id)) await take(uri);
      else forget(id);
      // A folder that went away is reported by its own name only.
      for (const other of [...known.keys()])
        if (below(id, other) !== undefined && !sink.isOpen(other)) await take(uriOfId(other));
    },
    async released(id) {
      known.delete(id);
      if (!isOurs(id) || !(await take(uriOfId(id)))) {
        if (!sink.isOpen(id) && !known.has(id)) sink.remove(id);
      }
    },
    async state(id) {
      const before = known.get(id);
      const read = before && (await vrpText(host, uriOfId(id)));
      if (!before || !read || hash(read.text) !== before.hash || read.encoding !== before.encoding) return 'changed';
      // Every editor follows the mark of UTF-16.
      return ['utf-8', 'utf-16le', 'utf-16be'].includes(read.encoding) ? 'same' : read.encoding;
    },
  };
}

/** The text of a file that is a VRP configuration; only the start of any other file is read. */
async function vrpText(host: Pick<Host, 'files' | 'decode'>, uri: string): Promise<Decoded | undefined> {
  const start = await host.files.read(uri, probedBytes);
  if (!start || !holdsVrp(start, (bytes) => host.decode(bytes).text)) return undefined;
  const all = start.length < probedBytes ? start : await host.files.read(uri);
  if (!all) return undefined;
  const { text, encoding } = host.decode(all);
  // An editor does not show a byte order mark, and counts no column for it.
  return { text: text.replace(/^\ufeff/, ''), encoding };
}

/** Two 32-bit FNV-1a sums of the halves of each character in one number below 2^53. */
function hash(text: string): number {
  let one = 0x811c9dc5;
  let two = text.length;
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    two = (Math.imul(two, 31) + text.charCodeAt(at)) | 0;
  }
  return (one >>> 0) * 0x100000 + (two & 0xfffff);
}
