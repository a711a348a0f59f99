// What a check found, kept by the content of the files it was found in: `--cache`. A file that changed, another version, other
// rules or other settings have other keys; a cache that cannot be read is no cache. It holds names, addresses and what a report
// would say, no lines of a configuration.
import type { Io } from '../io';
import type { Group, Judged, Settings, Summary } from './tasks';

export const cacheFolder = '.vrp-cache';

export interface Cache {
  /** Whether a file is the cache's own: those are not checked. */
  holds(path: string): boolean;
  /** Undefined where the file cannot be read. */
  keyOf(path: string, named: boolean): string | undefined;
  summary(key: string | undefined): Summary | undefined;
  keepSummary(key: string | undefined, summary: Summary): void;
  /** Of a group that was paired by outlines; of files that nothing connects with others. */
  groupKey(group: Group, keyOf: ReadonlyMap<string, string | undefined>): string | undefined;
  circleKey(circle: readonly string[], keyOf: ReadonlyMap<string, string | undefined>): string | undefined;
  judged(key: string | undefined): Judged[] | undefined;
  keepJudged(key: string | undefined, judged: Judged[]): void;
  /** Writes what this run used; gives the reason of a failure. */
  write(): string | undefined;
}

interface Held {
  readonly version: string;
  readonly summaries: Map<string, Summary>;
  readonly judged: Map<string, Judged[]>;
}

const name = 'check.bin';

export function cacheOf(io: Io, folder: string, settings: Settings): Cache {
  const path = `${folder.replace(/\/+$/, '')}/${name}`;
  const top = `${io.files.absolute(folder)}/`;
  const before = read(io, path);
  const summaries = new Map<string, Summary>();
  const judged = new Map<string, Judged[]>();
  const hash = (...texts: string[]) => io.hash(new TextEncoder().encode(texts.join('\n')));
  const reading = hash(
    io.build(),
    String(settings.encoding),
    [...settings.rules].sort().join(),
    String(settings.inSlices),
  );
  const judging = hash(reading, JSON.stringify(settings.baseline), String(settings.fixes));
  const files = new Map<string, { readonly file: string; readonly named: boolean }>();
  const members = new Map<string, readonly string[]>();
  /** What this run found, and not an earlier one. */
  const fresh = new Set<string>();
  const keyOf = (file: string, named: boolean) => {
    const found = io.files.read(file);
    return found.ok ? `${reading} ${named} ${io.hash(found.bytes)} ${file}` : undefined;
  };
  const keyOfAll = (paths: readonly string[], keys: ReadonlyMap<string, string | undefined>, more: string) => {
    const theirs = paths.flatMap((file) => keys.get(file) ?? []);
    if (theirs.length < paths.length) return undefined;
    const key = hash(judging, ...theirs, more);
    members.set(key, theirs);
    return key;
  };
  return {
    holds: (file) => io.files.absolute(file).startsWith(top),
    keyOf(file, named) {
      const key = keyOf(file, named);
      if (key !== undefined) files.set(key, { file, named });
      return key;
    },
    summary(key) {
      const found = key === undefined ? undefined : before.summaries.get(key);
      if (found) summaries.set(key!, found);
      return found;
    },
    keepSummary(key, summary) {
      if (key === undefined || !summary.row) return;
      fresh.add(key);
      summaries.set(key, summary);
    },
    groupKey: (group, keyOf) => keyOfAll(group.files, keyOf, JSON.stringify([group.pairs, group.ambiguities])),
    circleKey: (circle, keyOf) => keyOfAll(circle, keyOf, 'circle'),
    judged(key) {
      const found = key === undefined ? undefined : before.judged.get(key);
      if (found) judged.set(key!, found);
      return found;
    },
    keepJudged(key, one) {
      if (key === undefined || one.some(({ failures }) => failures.length > 0)) return;
      fresh.add(key);
      judged.set(key, one);
    },
    write() {
      // A file that changed while it was checked was not what its key says.
      const isStill = new Map<string, boolean>();
      const still = (key: string) => {
        const { file, named } = files.get(key)!;
        return isStill.get(key) ?? isStill.set(key, keyOf(file, named) === key).get(key)!;
      };
      for (const key of fresh)
        if (!(members.get(key) ?? [key]).every(still)) for (const kept of [summaries, judged]) kept.delete(key);
      if (fresh.size === 0 && summaries.size === before.summaries.size && judged.size === before.judged.size)
        return undefined;
      const held: Held = { version: io.build(), summaries, judged };
      const packed = io.pack(held);
      const sum = new TextEncoder().encode(io.hash(packed));
      const bytes = new Uint8Array(sum.length + packed.length);
      bytes.set(sum);
      bytes.set(packed, sum.length);
      return (
        io.files.makeFolder(folder) ??
        (isLink(io, folder, path) ? 'a link leads out of the folder' : io.files.write(path, bytes))
      );
    },
  };
}

/** Who named the folder means where it leads; one that came with the files, and the file in it, may lead anywhere. */
function isLink(io: Io, folder: string, path: string): boolean {
  const own =
    folder === cacheFolder
      ? `${io.files.real('.').replace(/\/$/, '')}/${cacheFolder}`
      : io.files.real(folder).replace(/\/$/, '');
  return io.files.real(path) !== `${own}/${name}`;
}

function read(io: Io, path: string): Held {
  const none: Held = { version: '', summaries: new Map(), judged: new Map() };
  const found = io.files.read(path);
  if (!found.ok) return none;
  const length = io.hash(new Uint8Array()).length;
  const packed = found.bytes.subarray(length);
  if (io.hash(packed) !== new TextDecoder('latin1').decode(found.bytes.subarray(0, length))) return none;
  const held = io.unpack(packed) as Held | undefined;
  return held?.version === io.build() && held.summaries instanceof Map && held.judged instanceof Map ? held : none;
}
