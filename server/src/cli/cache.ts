// What a check found, kept by the content of the files it was found in: `--cache`. A file that changed, another version, other
// rules or other settings have other keys; a cache that cannot be read is no cache. It holds names, addresses and what a report
// would say, no lines of a configuration.
import type { Io } from './io';
import type { Group, Judged, Settings, Summary } from './parts';

export const cacheFolder = '.vrp-cache';

export interface Cache {
  /** Whether a file is the cache's own: those are not checked. */
  holds(path: string): boolean;
  /** Undefined where the file cannot be read. */
  keyOf(path: string, named: boolean): string | undefined;
  summary(key: string | undefined): Summary | undefined;
  keepSummary(key: string | undefined, summary: Summary): void;
  groupKey(group: Group, keyOf: ReadonlyMap<string, string | undefined>): string | undefined;
  judged(key: string | undefined): Judged | undefined;
  keepJudged(key: string | undefined, judged: Judged): void;
  /** Writes what this run used; gives the reason of a failure. */
  write(): string | undefined;
}

interface Held {
  readonly version: string;
  readonly summaries: Map<string, Summary>;
  readonly judged: Map<string, Judged>;
}

const name = 'check.bin';

export function cacheOf(io: Io, folder: string, settings: Settings): Cache {
  const path = `${folder.replace(/\/+$/, '')}/${name}`;
  const top = `${io.files.absolute(folder)}/`;
  const before = read(io, path);
  const summaries = new Map<string, Summary>();
  const judged = new Map<string, Judged>();
  const hash = (...texts: string[]) => io.hash(new TextEncoder().encode(texts.join('\n')));
  const reading = hash(io.build(), String(settings.encoding), [...settings.rules].sort().join());
  const judging = hash(reading, JSON.stringify(settings.baseline), String(settings.fixes));
  let changed = false;
  return {
    holds: (file) => io.files.absolute(file).startsWith(top),
    keyOf(file, named) {
      const found = io.files.read(file);
      return found.ok ? hash(reading, String(named), file, io.hash(found.bytes)) : undefined;
    },
    summary(key) {
      const found = key === undefined ? undefined : before.summaries.get(key);
      if (found) summaries.set(key!, found);
      return found;
    },
    keepSummary(key, summary) {
      if (key === undefined || !summary.row) return;
      changed = true;
      summaries.set(key, summary);
    },
    groupKey(group, keyOf) {
      const keys = group.files.map((file) => keyOf.get(file));
      return keys.includes(undefined) ? undefined : hash(judging, ...keys as string[], JSON.stringify([group.pairs, group.ambiguities]));
    },
    judged(key) {
      const found = key === undefined ? undefined : before.judged.get(key);
      if (found) judged.set(key!, found);
      return found;
    },
    keepJudged(key, one) {
      if (key === undefined || one.failures.length > 0) return;
      changed = true;
      judged.set(key, one);
    },
    write() {
      if (!changed && summaries.size === before.summaries.size && judged.size === before.judged.size) return undefined;
      const held: Held = { version: io.build(), summaries, judged };
      const packed = io.pack(held);
      const sum = new TextEncoder().encode(io.hash(packed));
      const bytes = new Uint8Array(sum.length + packed.length);
      bytes.set(sum);
      bytes.set(packed, sum.length);
      return io.files.makeFolder(folder) ?? io.files.write(path, bytes);
    },
  };
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
