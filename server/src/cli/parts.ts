// The two kinds of work that a check of many files is made of, each on its own: reading one file, and judging one group of files
// that pairs connect. Plain data in and out, so that workers can do it and a cache can keep it.
import { network, type Ambiguity, type Pair, type Witness } from '../model/network';
import type { Device } from '../model/device';
import { outline } from '../model/outline';
import { rules } from '../rules/index';
import type { Fix, Rule } from '../rules/rule';
import { readFile, type ReadFile } from '../workspace/read-file';
import { Workspace, type BaselineEntry, type Finding } from '../workspace/workspace';
import { looked, type FileRow } from './looked';
import type { Io } from './io';

/** What holds for a whole run. */
export interface Settings {
  readonly rules: readonly string[];
  readonly baseline: readonly BaselineEntry[];
  readonly encoding?: 'utf-8' | 'gb18030' | 'latin-1';
  /** Whether the report shows fixes. */
  readonly fixes: boolean;
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
  /** Of a VRP file. */
  readonly device?: Device;
  /** Addresses that a rule looks up on all devices because of this one. */
  readonly asks: readonly string[];
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
  readonly told: readonly Told[];
  /** Fingerprints of the baseline that were met. */
  readonly accepted: readonly string[];
  readonly failures: readonly string[];
}

export type Task = { readonly kind: 'read'; readonly files: readonly Named[] } | { readonly kind: 'judge'; readonly groups: readonly Group[] };
export type Result<One extends Task = Task> = One extends { kind: 'read' } ? readonly Summary[] : readonly Judged[];

export interface Parts {
  read(files: readonly Named[]): Summary[];
  judge(groups: readonly Group[]): Judged[];
}

/** As a sentence, without what the error says: that may quote a configuration. */
export function ruleFailed(rule: string, error: unknown): string {
  return `rule ${rule} failed and was skipped (${error instanceof Error ? error.name : 'no error object'})`;
}

/** Remembers what it has read until the group of the file is judged. */
export function parts(io: Pick<Io, 'files' | 'decode'>, settings: Settings): Parts {
  const chosen = new Set(settings.rules);
  const run: readonly Rule[] = rules.filter((rule) => chosen.has(rule.id));
  const held = new Map<string, ReadFile>();

  function reading(path: string): ReadFile | undefined {
    const known = held.get(path);
    if (known) return known;
    const read = io.files.read(path);
    if (!read.ok) return undefined;
    const { text, encoding } = io.decode(read.bytes, settings.encoding);
    return readFile(path, text, settings.encoding ? 'utf-8' : encoding);
  }

  function read({ path, named }: Named): Summary {
    const found = looked(path, named, io, settings.encoding);
    if (!found.decoded) return { row: found.row, failure: found.failure, asks: [] };
    const file = readFile(path, found.decoded.text, settings.encoding ? 'utf-8' : found.decoded.encoding);
    held.set(path, file);
    const { device, facts } = file.reading;
    return {
      row: { path, device: device.name, vrp: true, lines: device.rows, recognized: facts.reduce((sum, one) => sum + one.recognized, 0), syntaxErrors: file.syntaxErrors },
      device: outline(device),
      asks: [...new Set(run.flatMap((rule) => (rule.scope === 'network' && rule.asks ? rule.asks(device) : [])))],
    };
  }

  function judge({ files, pairs, ambiguities }: Group): Judged {
    const failures: string[] = [];
    const workspace = new Workspace({
      rules: run, baseline: settings.baseline, network: { exactly: { pairs, ambiguities } },
      report: (rule, error) => failures.push(ruleFailed(rule, error)),
    });
    for (const file of files) {
      const found = reading(file);
      held.delete(file);
      if (found) workspace.adopt(found);
      else failures.push(`${file}: it vanished while it was read`);
    }
    const told = workspace.allFindings().map((finding) => ({ finding, fingerprint: workspace.fingerprintOf(finding), fixes: settings.fixes ? workspace.fixesOf(finding) : [] }));
    const unused = new Set(workspace.unusedBaseline().map((entry) => entry.fingerprint));
    return { told, failures, accepted: settings.baseline.map((entry) => entry.fingerprint).filter((fingerprint) => !unused.has(fingerprint)) };
  }

  return { read: (files) => files.map(read), judge: (groups) => groups.map(judge) };
}

/** The groups of a network of outlines, and its pairs. */
export function grouped(devices: readonly Device[], asks: ReadonlyMap<string, readonly string[]>, options: Parameters<typeof network>[1]): { readonly groups: Group[]; readonly pairs: readonly Pair[] } {
  const { pairs, ambiguities } = network([...devices].sort((x, y) => (x.file < y.file ? -1 : 1)), options);
  const top = new Map<string, string>();
  const topOf = (file: string): string => {
    let one = file;
    for (let above = top.get(one); above !== undefined && above !== one; above = top.get(one)) one = above;
    top.set(file, one);
    return one;
  };
  const connect = (files: readonly string[]) => { for (const other of files.slice(1)) top.set(topOf(other), topOf(files[0]!)); };
  for (const { a, b } of pairs) connect([a.file, b.file]);
  for (const { device, candidates } of ambiguities) connect([device.file, ...candidates.map((one) => one.file)]);
  for (const [key, asking] of askers(asks)) connect([...asking, ...devices.filter((device) => device.addresses.has(key)).map((device) => device.file)]);
  const groups = new Map<string, { files: string[]; pairs: Pair[]; ambiguities: Ambiguity[] }>();
  const groupOf = (file: string) => {
    let group = groups.get(topOf(file));
    if (!group) groups.set(topOf(file), group = { files: [], pairs: [], ambiguities: [] });
    return group;
  };
  for (const { file } of devices) groupOf(file).files.push(file);
  for (const one of pairs) groupOf(one.a.file).pairs.push(one);
  for (const one of ambiguities) groupOf(one.device.file).ambiguities.push(one);
  return {
    pairs,
    groups: [...groups.values()].map((group) => ({
      files: group.files,
      pairs: group.pairs.map((one) => ({ files: [one.a.file, one.b.file] as const, why: one.why })),
      ambiguities: group.ambiguities.map((one) => ({ file: one.device.file, candidates: one.candidates.map((candidate) => candidate.file) })),
    })),
  };
}

function askers(asks: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [file, keys] of asks) for (const key of keys) found.set(key, [...found.get(key) ?? [], file]);
  return found;
}
