// What a check found, kept by the content of the files it was found in: `--cache`. A file that changed, another version, other
// rules or other settings have other keys; a cache that cannot be read is no cache. It holds names, addresses and what a report
// would say, no lines of a configuration.
import { withoutTrailingSlashes } from '../../text/line-ends';
import type { FoundFile } from '../files';
import type { Io } from '../io';
import type { FileGroup, FileSummary, GroupResult, TaskSettings } from './tasks';

/** The folder of the cache where `--cache` names none, in the working folder. */
export const cacheFolder = '.vrp-cache';

/** Names a content and all that what is found in it depends on; undefined where the file cannot be read or nothing is kept. */
export type CacheKey = string | undefined;

/** The key of each file's content, by path. */
export type KeysByFile = ReadonlyMap<string, CacheKey>;

/**
 * What an earlier run found, by what it depends on: contents, settings, and the build. A key that is undefined is never
 * found and never kept.
 */
export interface CheckCache {
  /** Whether a file is the cache's own: those are not checked. */
  holds(path: string): boolean;
  keyOf(file: FoundFile): CacheKey;
  /** Of a group that was paired by digests. */
  groupKey(group: FileGroup, keys: KeysByFile): CacheKey;
  /** Of files that nothing connects with others. */
  componentKey(component: readonly string[], keys: KeysByFile): CacheKey;
  summary(key: CacheKey): FileSummary | undefined;
  keepSummary(key: CacheKey, summary: FileSummary): void;
  results(key: CacheKey): readonly GroupResult[] | undefined;
  keepResults(key: CacheKey, results: readonly GroupResult[]): void;
  /** Writes what this run used; gives the reason of a failure as a clause. */
  write(): string | undefined;
}

/** For a run without `--cache`. */
export const noCache: CheckCache = {
  holds: () => false,
  keyOf: () => undefined,
  groupKey: () => undefined,
  componentKey: () => undefined,
  summary: () => undefined,
  keepSummary: () => undefined,
  results: () => undefined,
  keepResults: () => undefined,
  write: () => undefined,
};

/** What the file of the cache holds. */
interface CacheContent {
  readonly version: string;
  readonly summaries: Map<string, FileSummary>;
  readonly results: Map<string, readonly GroupResult[]>;
}

const fileName = 'check.bin';

/** The cache in this folder for runs with these settings. */
export function openCache(io: Io, folder: string, settings: TaskSettings): CheckCache {
  return new FileCache(io, folder, settings);
}

class FileCache implements CheckCache {
  private readonly path: string;
  private readonly absoluteFolder: string;
  private readonly before: CacheContent;
  /** What this run used, found anew or not. */
  private readonly summaries = new Map<string, FileSummary>();
  private readonly resultsByKey = new Map<string, readonly GroupResult[]>();
  /** What this run found, and not an earlier one. */
  private readonly fresh = new Set<string>();
  /** What reading and what judging depends on beside the files. */
  private readonly readingKey: string;
  private readonly judgingKey: string;
  private readonly fileOf = new Map<string, FoundFile>();
  /** The keys of the files that a key of several files was made of. */
  private readonly membersOf = new Map<string, readonly string[]>();

  constructor(
    private readonly io: Io,
    private readonly folder: string,
    settings: TaskSettings,
  ) {
    this.path = `${withoutTrailingSlashes(folder)}/${fileName}`;
    this.absoluteFolder = `${io.files.absolute(folder)}/`;
    this.before = readContent(io, this.path);
    const { encoding, rules, inSlices, baseline, severities, fixes } = settings;
    this.readingKey = this.hash(io.build(), String(encoding), [...rules].sort().join(), String(inSlices));
    this.judgingKey = this.hash(this.readingKey, JSON.stringify(baseline), JSON.stringify(severities), String(fixes));
  }

  holds(path: string): boolean {
    return this.io.files.absolute(path).startsWith(this.absoluteFolder);
  }

  keyOf(file: FoundFile): CacheKey {
    const key = this.contentKey(file);
    if (key !== undefined) this.fileOf.set(key, file);
    return key;
  }

  groupKey({ files, pairs, ambiguities, unpaired }: FileGroup, keys: KeysByFile): CacheKey {
    return this.keyOfFiles(files, keys, JSON.stringify([pairs, ambiguities, unpaired]));
  }

  componentKey(component: readonly string[], keys: KeysByFile): CacheKey {
    return this.keyOfFiles(component, keys, 'component');
  }

  summary(key: CacheKey): FileSummary | undefined {
    return key === undefined ? undefined : carryOver(key, this.before.summaries, this.summaries);
  }

  keepSummary(key: CacheKey, summary: FileSummary): void {
    if (key === undefined || !summary.row) return;
    this.fresh.add(key);
    this.summaries.set(key, summary);
  }

  results(key: CacheKey): readonly GroupResult[] | undefined {
    return key === undefined ? undefined : carryOver(key, this.before.results, this.resultsByKey);
  }

  keepResults(key: CacheKey, results: readonly GroupResult[]): void {
    if (key === undefined || results.some(({ problems }) => problems.length > 0)) return;
    this.fresh.add(key);
    this.resultsByKey.set(key, results);
  }

  write(): string | undefined {
    this.dropChanged();
    const { before, summaries, resultsByKey: results, io, folder, path } = this;
    const isSame =
      this.fresh.size === 0 && summaries.size === before.summaries.size && results.size === before.results.size;
    if (isSame) return undefined;
    const bytes = withChecksum(io, io.pack({ version: io.build(), summaries, results } satisfies CacheContent));
    const folderMade = io.files.makeFolder(folder);
    if (!folderMade.ok) return folderMade.reason;
    if (leadsElsewhere(io, folder, path)) return 'a link leads out of the folder';
    const written = io.files.write(path, bytes);
    return written.ok ? undefined : written.reason;
  }

  /** A file that changed while it was checked was not what its key says. */
  private dropChanged(): void {
    const unchanged = new Map<string, boolean>();
    const isUnchanged = (key: string) => {
      const known = unchanged.get(key);
      if (known !== undefined) return known;
      const isSame = this.contentKey(this.fileOf.get(key)!) === key;
      unchanged.set(key, isSame);
      return isSame;
    };
    for (const key of this.fresh) {
      const members = this.membersOf.get(key) ?? [key];
      if (members.every(isUnchanged)) continue;
      this.summaries.delete(key);
      this.resultsByKey.delete(key);
    }
  }

  private contentKey({ path, named }: FoundFile): CacheKey {
    const read = this.io.files.read(path);
    return read.ok ? `${this.readingKey} ${named} ${this.io.hash(read.bytes)} ${path}` : undefined;
  }

  private keyOfFiles(paths: readonly string[], keys: KeysByFile, more: string): CacheKey {
    const members = paths.flatMap((path) => keys.get(path) ?? []);
    if (members.length < paths.length) return undefined;
    const key = this.hash(this.judgingKey, ...members, more);
    this.membersOf.set(key, members);
    return key;
  }

  private hash(...texts: string[]): string {
    return this.io.hash(new TextEncoder().encode(texts.join('\n')));
  }
}

/** What an earlier run found, taken over into what this one used. */
function carryOver<Value>(
  key: string,
  before: ReadonlyMap<string, Value>,
  used: Map<string, Value>,
): Value | undefined {
  const value = before.get(key);
  if (value !== undefined) used.set(key, value);
  return value;
}

/** Who named the folder means where it leads; one that came with the files, and the file in it, may lead anywhere. */
function leadsElsewhere(io: Io, folder: string, path: string): boolean {
  const withoutSlash = (whole: string) => whole.replace(/\/$/, '');
  const expected =
    folder === cacheFolder ? `${withoutSlash(io.files.real('.'))}/${cacheFolder}` : withoutSlash(io.files.real(folder));
  return io.files.real(path) !== `${expected}/${fileName}`;
}

/** A sum of the bytes, and the bytes. */
function withChecksum(io: Io, packed: Uint8Array): Uint8Array {
  const sum = new TextEncoder().encode(io.hash(packed));
  const bytes = new Uint8Array(sum.length + packed.length);
  bytes.set(sum);
  bytes.set(packed, sum.length);
  return bytes;
}

/** Nothing where the file is not there, was not written whole, or was written by another build. */
function readContent(io: Io, path: string): CacheContent {
  const nothing: CacheContent = { version: '', summaries: new Map(), results: new Map() };
  const read = io.files.read(path);
  if (!read.ok) return nothing;
  const length = io.hash(new Uint8Array()).length;
  const packed = read.bytes.subarray(length);
  if (io.hash(packed) !== new TextDecoder('latin1').decode(read.bytes.subarray(0, length))) return nothing;
  const content = io.unpack(packed) as CacheContent | undefined;
  const isOurs = content?.version === io.build() && content.summaries instanceof Map && content.results instanceof Map;
  return isOurs ? content : nothing;
}
