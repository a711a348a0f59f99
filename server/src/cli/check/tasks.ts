// The kinds of work that a check of many files is made of, each on its own: reading some files, and judging a group of files that
// pairs connect. Plain data in and out, so that workers can do it and a cache can keep it. Files that are read together are judged
// as if there were no others, which is final where nothing connects them with others; what they say is not kept then.
import { network } from '../../model/pairing/network';
import type { Pair, Witness } from '../../model/pairing/pair';
import { pairingKeys, type Ambiguity, type NetworkOptions } from '../../model/pairing/find-pairs';
import type { Device } from '../../model/device';
import { outline } from '../../model/pairing/device-digest';
import { rules } from '../../rules/registry';
import type { Fix, Rule } from '../../diagnostics/rule';
import { readFile, type ReadFile } from '../../workspace/read-file';
import { Workspace, type BaselineEntry, type Finding } from '../../workspace/workspace';
import { connected } from '../../text/connected-components';
import { looked, type FileRow } from './probe-file';
import { pairRow, type PairRow } from '../reports/pair-row';
import type { Io } from '../io';
import { push } from '../../text/collections';

/** What holds for a whole run. */
export interface Settings {
  readonly rules: readonly string[];
  readonly baseline: readonly BaselineEntry[];
  readonly encoding?: 'utf-8' | 'gb18030' | 'latin-1';
  /** Whether the report shows fixes. */
  readonly fixes: boolean;
  /** Whether files are judged as they are read; not where it is known that files elsewhere have a say. */
  readonly inSlices: boolean;
}

export interface Named {
  readonly path: string;
  readonly named: boolean;
}

/** What a file says, as far as the other files need it. */
export interface Summary {
  /** Absent where the file could not be read. */
  readonly row?: FileRow;
  readonly failure?: string;
  /** What its device shares with every device that it may be paired with; the device of no other file counts for it. */
  readonly keys: readonly string[];
  /** The addresses of its device, and those that a rule looks up on all devices because of this one. */
  readonly addresses: readonly string[];
  readonly asks: readonly string[];
  /** The outline of its device, where the files it was read with have no peer for it. */
  readonly device?: Device;
}

/** Files that pairs, doubts or questions connect, and what the whole network says about them. */
export interface Group {
  readonly files: readonly string[];
  readonly pairs: readonly { readonly files: readonly [string, string]; readonly why: readonly Witness[] }[];
  readonly ambiguities: readonly { readonly file: string; readonly candidates: readonly string[] }[];
}

export interface Told {
  readonly finding: Finding;
  readonly fingerprint: string;
  readonly fixes: readonly Fix[];
}

export interface Judged {
  readonly pairs: readonly PairRow[];
  readonly told: readonly Told[];
  /** Fingerprints of the baseline that were met. */
  readonly accepted: readonly string[];
  readonly failures: readonly string[];
}

/** Files as they were read, and the groups among them as if there were no others. */
export interface Slice {
  readonly summaries: readonly Summary[];
  readonly groups: readonly { readonly files: readonly string[]; readonly judged: Judged }[];
}

interface Tasks {
  read: { readonly kind: 'read'; readonly files: readonly Named[] };
  outline: { readonly kind: 'outline'; readonly files: readonly string[] };
  judge: { readonly kind: 'judge'; readonly groups: readonly Group[] };
}
interface Results {
  read: Slice;
  /** Undefined for a file that is gone. */
  outline: readonly (Device | undefined)[];
  judge: readonly Judged[];
}
export type Task = Tasks[keyof Tasks];
export type Result<One extends Task = Task> = Results[One['kind']];

export interface Parts {
  done(task: Task): Result;
}

/** As a sentence, without what the error says: that may quote a configuration. */
export function ruleFailed(rule: string, error: unknown): string {
  return `rule ${rule} failed and was skipped (${error instanceof Error ? error.name : 'no error object'})`;
}

/** Rows of files that are remembered for when their group is judged; what was read before them is read again. */
const rowsHeld = 100_000;

export function parts(io: Pick<Io, 'files' | 'decode'>, settings: Settings): Parts {
  const chosen = new Set(settings.rules);
  const run: readonly Rule[] = rules.filter((rule) => chosen.has(rule.id));
  const held = new Map<string, ReadFile>();
  let heldRows = 0;

  function hold(file: ReadFile): void {
    held.set(file.file, file);
    heldRows += file.reading.device.rows;
    for (const [path, { reading }] of held) {
      if (heldRows <= rowsHeld) return;
      held.delete(path);
      heldRows -= reading.device.rows;
    }
  }

  function reading(path: string): ReadFile | undefined {
    const known = held.get(path);
    if (known) return known;
    const read = io.files.read(path);
    if (!read.ok) return undefined;
    const { text, encoding } = io.decode(read.bytes, settings.encoding);
    return readFile(path, text, settings.encoding ? 'utf-8' : encoding);
  }

  function read(files: readonly Named[]): Slice {
    const here = new Map<string, ReadFile>();
    const summaries = files.map(({ path, named }): Summary => {
      const found = looked(path, named, io, settings.encoding);
      if (!found.decoded) return { row: found.row, failure: found.failure, keys: [], addresses: [], asks: [] };
      const file = readFile(path, found.decoded.text, settings.encoding ? 'utf-8' : found.decoded.encoding);
      here.set(path, file);
      const { device, facts } = file.reading;
      return {
        row: {
          path,
          device: device.name,
          vrp: true,
          lines: device.rows,
          recognized: facts.reduce((sum, one) => sum + one.recognized, 0),
          syntaxErrors: file.syntaxErrors,
        },
        keys: [...new Set(pairingKeys(device).flat())],
        addresses: [...device.addresses.keys()],
        asks: [...new Set(run.flatMap((rule) => (rule.scope === 'network' && rule.asks ? rule.asks(device) : [])))],
      };
    });
    const asks = new Map(
      summaries.flatMap(({ row, asks: asked }) => (row && asked.length > 0 ? [[row.path, asked] as const] : [])),
    );
    const groups = settings.inSlices
      ? grouped(
          [...here.values()].map((file) => file.reading.device),
          asks,
          {},
        )
      : [];
    const together = new Set(groups.flatMap((group) => (group.files.length > 1 ? group.files : [])));
    return {
      groups: groups.map((group) => ({ files: group.files, judged: judged(group, (path) => here.get(path)) })),
      summaries: summaries.map((summary) => {
        const file = summary.row && here.get(summary.row.path);
        // Most likely its peer is read elsewhere.
        if (!file || together.has(file.file) || (settings.inSlices && summary.keys.length === 0)) return summary;
        hold(file);
        return { ...summary, device: outline(file.reading.device) };
      }),
    };
  }

  function judged({ files, pairs, ambiguities }: Group, readingOf: (path: string) => ReadFile | undefined): Judged {
    const failures: string[] = [];
    const workspace = new Workspace({
      rules: run,
      baseline: settings.baseline,
      network: { exactly: { pairs, ambiguities } },
      report: (rule, error) => failures.push(ruleFailed(rule, error)),
    });
    for (const file of files) {
      const found = readingOf(file);
      if (found) workspace.adopt(found);
      else failures.push(`${file}: it vanished while it was read`);
    }
    const told = workspace.allFindings().map((finding) => ({
      finding,
      fingerprint: workspace.fingerprintOf(finding),
      fixes: settings.fixes ? workspace.fixesOf(finding) : [],
    }));
    const unused = new Set(workspace.unusedBaseline().map((entry) => entry.fingerprint));
    return {
      pairs: workspace.network().pairs.map(pairRow),
      told,
      failures,
      accepted: settings.baseline.map((entry) => entry.fingerprint).filter((fingerprint) => !unused.has(fingerprint)),
    };
  }

  return {
    done(task) {
      switch (task.kind) {
        case 'read':
          return read(task.files);
        case 'outline':
          return task.files.map((file) => {
            const found = reading(file);
            return found && outline(found.reading.device);
          });
        case 'judge':
          return task.groups.map((group) => judged(group, reading));
      }
    },
  };
}

/** The groups of a network of these devices, or of their outlines. */
export function grouped(
  devices: readonly Device[],
  asks: ReadonlyMap<string, readonly string[]>,
  options: NetworkOptions,
): Group[] {
  const { pairs, ambiguities } = network(
    [...devices].sort((x, y) => (x.file < y.file ? -1 : 1)),
    options,
  );
  const links = [
    ...pairs.map(({ a, b }) => [a.file, b.file]),
    ...ambiguities.map(({ device, candidates }) => [device.file, ...candidates.map((one) => one.file)]),
    ...[...askers(asks)].map(([key, asking]) => [
      ...asking,
      ...devices.filter((device) => device.addresses.has(key)).map((device) => device.file),
    ]),
  ];
  const groups = connected(
    devices.map((device) => device.file),
    links,
  ).map((files) => ({ files, pairs: [] as Pair[], ambiguities: [] as Ambiguity[] }));
  const groupOf = new Map(groups.flatMap((group) => group.files.map((file) => [file, group] as const)));
  for (const one of pairs) groupOf.get(one.a.file)!.pairs.push(one);
  for (const one of ambiguities) groupOf.get(one.device.file)!.ambiguities.push(one);
  return groups.map((group) => ({
    files: group.files,
    pairs: group.pairs.map((one) => ({ files: [one.a.file, one.b.file] as const, why: one.why })),
    ambiguities: group.ambiguities.map((one) => ({
      file: one.device.file,
      candidates: one.candidates.map((candidate) => candidate.file),
    })),
  }));
}

function askers(asks: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [file, keys] of asks) for (const key of keys) push(found, key, file);
  return found;
}
