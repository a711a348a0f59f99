// The only state: which files are there, what was read of them, what was found. Everything it hands out is plain data made
// by pure functions; what did not change is not read again.
import type { Device, Encoding } from '../model/device';
import type { SectionFacts } from '../model/lines/matched-line';
import { keyOf, network, sameCouples, type Network } from '../model/pairing/network';
import { renewed, type Pair } from '../model/pairing/pair';
import { pairsAlike, type NetworkOptions } from '../model/pairing/find-pairs';
import { rangeOf, type Anchor } from '../model/place';
import { readDevice, rereadDevice, type DeviceReading } from '../model/read/read-device';
import { connected } from '../text/connected-components';
import { push, sameLists } from '../text/collections';
import { comparePositions, type Range } from '../text/range';
import { rules as allRules } from '../rules/registry';
import { fingerprint, lineAt } from '../diagnostics/fingerprint';
import type { Fix, Rule } from '../diagnostics/rule';
import {
  finding,
  fixable,
  fixesOf,
  inOrder,
  runner,
  settled,
  type Finding,
  type Runner,
  type Yielded,
  type Spot,
} from '../diagnostics/rule-runner';
import { memory, type Memory } from '../diagnostics/rule-cache';
import { fileStem } from '../text/file-name';
import { readFile, type ReadFile } from './read-file';
import { marks, withoutAccepted, type BaselineEntry, type Mark } from '../diagnostics/suppressions';
import { openText, type OpenText } from '../syntax/document';

export type { Finding, Spot } from '../diagnostics/rule-runner';
export type { BaselineEntry } from '../diagnostics/suppressions';

/** A finding as one file shows it: `mirrored` where the finding itself stands in the peer's file. */
export interface ShownFinding extends Finding {
  readonly mirrored?: true;
}

export interface Snapshot {
  readonly file: string;
  /** Only while the document is open. */
  readonly text?: OpenText;
  readonly device: Device;
  readonly facts: readonly SectionFacts[];
  readonly peers: readonly Pair[];
  readonly network: Network;
}

export interface WorkspaceOptions {
  readonly rules?: readonly Rule[];
  readonly network?: NetworkOptions;
  /** Findings accepted by fingerprint. */
  readonly baseline?: readonly BaselineEntry[];
  /** Hears of a rule that threw, once. */
  readonly report?: (rule: string, error: unknown) => void;
}

interface FileState {
  readonly file: string;
  text?: OpenText;
  reading: DeviceReading;
  syntaxErrors: number;
  /** What the lines of this reading say, by section; sections that say nothing are left out. */
  checked: readonly SectionFacts[];
  checkedDevice?: Device;
  lines: Map<SectionFacts, readonly Yielded[]>;
  deviceFindings: readonly Yielded[];
  memory?: Memory<Device>;
  marks: readonly Mark[];
}

/** Files that findings connect: what is found in one of them can silence or repeat what is found in another. */
interface Cluster {
  readonly files: readonly string[];
  readonly findings: readonly Yielded[];
  readonly usedBaseline: ReadonlySet<string>;
}

export class Workspace {
  private readonly files = new Map<string, FileState>();
  private readonly runner: Runner;
  /** Tells of marks in vain; empty where that rule does not run. */
  private readonly suppressionRunner: Runner;
  private networkOptions: NetworkOptions;
  private current: Network = network([]);
  /** Where the network's list holds a file's device. */
  private deviceAt: ReadonlyMap<string, number> = new Map();
  /** Files that were read again since pairs were looked for. */
  private readonly unpaired = new Set<string>();
  private structureChanged = true;
  /** Texts that changed since they were last read. */
  private readonly unread = new Set<string>();
  /** Files that were read again since the rules last ran, and whether pairs were found anew since. */
  private readonly unchecked = new Set<string>();
  private networkUnchecked = true;
  private networkFindings: readonly Yielded[] = [];
  private checkedPairs: readonly Pair[] = [];
  private pairFindings = new WeakMap<Pair, readonly Yielded[]>();
  private readonly pairMemories = new Map<string, Memory<Pair>>();
  private clusters = new Map<string, Cluster>();
  private clusterOf = new Map<string, Cluster>();
  /** Files that findings across the network connect, when they were last clustered. */
  private links = '';
  private shown = new Map<string, readonly ShownFinding[]>();
  private baseline: ReadonlyMap<string, BaselineEntry>;
  /** What `check` gave last, and the files for which that may not hold any more. */
  private readonly published = new Map<string, readonly ShownFinding[]>();
  private readonly unpublished = new Set<string>();

  constructor(options: WorkspaceOptions = {}) {
    this.networkOptions = options.network ?? {};
    this.baseline = byFingerprint(options.baseline ?? []);
    const rules = options.rules ?? allRules.filter((rule) => !rule.off);
    const report = options.report ?? (() => undefined);
    this.runner = runner(rules, report);
    this.suppressionRunner = runner(
      rules.filter((rule) => rule.id === 'suppression-unused'),
      report,
    );
  }

  /** What a person settled about the files, where it became known or changed later. All is checked again. */
  setOptions({ network = {}, baseline = [] }: Pick<WorkspaceOptions, 'network' | 'baseline'>): void {
    this.networkOptions = network;
    this.baseline = byFingerprint(baseline);
    this.structureChanged = true;
    this.clusters.clear();
  }

  /** All files, in no order that means anything. */
  fileNames(): readonly string[] {
    return [...this.files.keys()];
  }

  open(file: string, text: string): void {
    this.files.get(file)?.text?.close();
    const opened = openText(text);
    const info = { eol: opened.eol, rows: opened.rows, encoding: 'utf-8' as const, fallbackName: fileStem(file) };
    this.set(file, readDevice(file, opened.sections, info), opened, 0);
  }

  change(file: string, range: Range | undefined, newText: string): void {
    const state = this.files.get(file);
    if (!state?.text) return;
    state.text.change(range, newText);
    this.unread.add(file);
  }

  /** What the first edit of an open text needs, made before it. */
  prepare(): void {
    for (const { text } of this.files.values()) text?.prepare();
  }

  /** The document was closed; `closedText` is what is on disk, or undefined when the file is gone. */
  close(file: string, closedText: string | undefined): void {
    if (closedText === undefined) this.removeClosed(file);
    else this.setClosed(file, closedText);
  }

  /** A file that no editor holds. `encoding` as it was decoded; it is a fact of the device. */
  setClosed(file: string, text: string, encoding: Encoding = 'utf-8'): void {
    this.adopt(readFile(file, text, encoding));
  }

  /** A file that no editor holds, read elsewhere. */
  adopt({ file, reading, syntaxErrors }: ReadFile): void {
    this.files.get(file)?.text?.close();
    this.set(file, reading, undefined, syntaxErrors);
  }

  removeClosed(file: string): void {
    const state = this.files.get(file);
    if (!state) return;
    state.text?.close();
    this.files.delete(file);
    this.unread.delete(file);
    this.structureChanged = true;
  }

  has(file: string): boolean {
    return this.files.has(file);
  }

  isOpen(file: string): boolean {
    return this.files.get(file)?.text !== undefined;
  }

  text(file: string): string | undefined {
    return this.files.get(file)?.text?.text;
  }

  syntaxErrors(file: string): number {
    return this.files.get(file)?.syntaxErrors ?? 0;
  }

  snapshot(file: string): Snapshot | undefined {
    const state = this.files.get(file);
    if (!state) return undefined;
    // What is asked while someone types needs no findings, and the rules take longer than all else.
    this.refreshFacts();
    return {
      file,
      text: state.text,
      device: state.reading.device,
      facts: state.reading.facts,
      network: this.current,
      peers: this.pairsOf(file),
    };
  }

  network(): Network {
    this.refreshFacts();
    return this.current;
  }

  findings(file: string): readonly ShownFinding[] {
    this.refresh();
    return this.shown.get(file) ?? [];
  }

  /** Each fault once, over all files, in order. */
  allFindings(): readonly Finding[] {
    this.refresh();
    return inOrder([...this.clusters.values()].flatMap((cluster) => cluster.findings)).map((yielded) => ({
      ...finding(yielded),
      fixable: fixable(yielded),
    }));
  }

  /** Findings of every file whose findings changed since the last call; an empty list clears. */
  check(): ReadonlyMap<string, readonly ShownFinding[]> {
    this.refresh();
    const changed = new Map<string, readonly ShownFinding[]>();
    for (const file of [...this.unpublished].sort()) {
      const list = this.shown.get(file) ?? [];
      const before = this.published.get(file) ?? [];
      if (sameLists(before, list, sameFinding)) continue;
      if (list.length === 0) this.published.delete(file);
      else this.published.set(file, list);
      changed.set(file, list);
    }
    this.unpublished.clear();
    return changed;
  }

  /** The fixes of one finding that `allFindings` gave. */
  fixesOf(found: Finding): readonly Fix[] {
    const yielded = this.yieldedOf(found);
    return yielded ? fixesOf(yielded) : [];
  }

  /** What stays the same about a finding that `allFindings` gave while lines come and go around it. */
  fingerprintOf(found: Finding): string {
    const yielded = this.yieldedOf(found);
    return yielded ? this.fingerprint(yielded) : '';
  }

  /** Entries of the baseline that no finding matches any more. */
  unusedBaseline(): readonly BaselineEntry[] {
    this.refresh();
    if (this.baseline.size === 0) return [];
    const used = new Set([...this.clusters.values()].flatMap((cluster) => [...cluster.usedBaseline]));
    return [...this.baseline.values()].filter((entry) => !used.has(entry.fingerprint));
  }

  private fingerprint(yielded: Yielded): string {
    return fingerprint(yielded, (place) => {
      const reading = this.files.get(place.anchor.file)?.reading;
      const facts = reading && factsAt(reading.facts, place.anchor);
      return { device: reading?.device.name ?? '', ...(facts ? lineAt(place, facts) : {}) };
    });
  }

  private yieldedOf(found: Finding): Yielded | undefined {
    this.refresh();
    return this.clusterOf
      .get(found.file)
      ?.findings.find(
        ({ rule, draft }) =>
          rule.id === found.rule &&
          draft.message === found.message &&
          draft.at.anchor.file === found.file &&
          comparePositions(rangeOf(draft.at).start, found.range.start) === 0,
      );
  }

  /** The fixes of all findings that `file` shows in `range`, its mirrored ones included. */
  fixes(file: string, range: Range): readonly { finding: Finding; fix: Fix }[] {
    this.refresh();
    return this.findingsWith(file).flatMap((yielded) => {
      const found = finding(yielded);
      const spots = [{ file: found.file, range: found.range }, ...(found.peer ? [found.peer] : [])];
      return spots.some((spot) => spot.file === file && touches(spot.range, range))
        ? fixesOf(yielded).map((fix) => ({ finding: found, fix }))
        : [];
    });
  }

  /** All findings that `file` shows in `range`, its mirrored ones included, as `allFindings` gives them. */
  findingsIn(file: string, range: Range): readonly Finding[] {
    this.refresh();
    return this.findingsWith(file)
      .map(finding)
      .filter((found) =>
        [found, ...(found.peer ? [found.peer] : [])].some((spot) => spot.file === file && touches(spot.range, range)),
      );
  }

  private findingsWith(file: string): readonly Yielded[] {
    return this.clusterOf.get(file)?.findings ?? [];
  }

  private set(file: string, reading: DeviceReading, text: OpenText | undefined, syntaxErrors: number): void {
    this.files.set(file, {
      file,
      text,
      reading,
      syntaxErrors,
      checked: [],
      lines: new Map(),
      deviceFindings: [],
      marks: [],
    });
    this.unread.delete(file);
    this.unchecked.add(file);
    this.structureChanged = true;
  }

  /** Brings devices and pairs up to date with the texts. Does nothing when nothing changed. */
  private refreshFacts(): void {
    if (this.unread.size === 0 && !this.structureChanged) return;
    const touched = new Map<string, Device>();
    let alike = true;
    for (const file of this.unread) {
      const state = this.files.get(file);
      if (!state?.text) continue;
      const { text } = state;
      const was = state.reading.device;
      state.reading = rereadDevice(state.reading, text.sections, {
        eol: text.eol,
        rows: text.rows,
        encoding: 'utf-8',
        fallbackName: fileStem(file),
      });
      touched.set(file, state.reading.device);
      this.unchecked.add(file);
      this.unpaired.add(file);
      alike &&= pairsAlike(was, state.reading.device);
    }
    this.unread.clear();
    const before = this.current;
    if (this.structureChanged) {
      const devices = [...this.files.values()]
        .map((state) => state.reading.device)
        .sort((x, y) => (x.file < y.file ? -1 : x.file > y.file ? 1 : 0));
      this.current = network(devices, this.networkOptions, before);
      this.deviceAt = new Map(devices.map((device, index) => [device.file, index]));
      this.networkUnchecked = true;
      this.unpaired.clear();
    } else {
      // Of thousands of devices and pairs only those of the edited files are gone to.
      const now = (device: Device) => touched.get(device.file) ?? device;
      const devices = [...before.devices];
      for (const [file, device] of touched) devices[this.deviceAt.get(file)!] = device;
      if (alike) {
        const pairs = [...before.pairs];
        for (const index of new Set([...touched.keys()].flatMap((file) => before.pairsAt.get(file) ?? [])))
          pairs[index] = renewed(pairs[index]!, now(pairs[index]!.a), now(pairs[index]!.b));
        this.current = {
          ...before,
          devices,
          pairs,
          ambiguities: before.ambiguities.map(({ device, candidates }) => ({
            device: now(device),
            candidates: candidates.map(now),
          })),
        };
      } else {
        this.current = network(
          devices,
          this.networkOptions,
          before,
          [...this.unpaired].map((file) => devices[this.deviceAt.get(file)!]!),
        );
        this.networkUnchecked ||= !sameCouples(before, this.current);
        this.unpaired.clear();
      }
    }
    this.structureChanged = false;
  }

  private pairsOf(file: string): readonly Pair[] {
    return (this.current.pairsAt.get(file) ?? []).map((index) => this.current.pairs[index]!);
  }

  /** Brings the findings up to date with the texts. Does nothing when nothing changed. */
  private refresh(): void {
    this.refreshFacts();
    if (this.unchecked.size === 0 && !this.networkUnchecked) return;
    const touched = new Set(this.unchecked);
    this.unchecked.clear();
    const edited: Device[] = [];
    for (const file of touched) {
      const state = this.files.get(file);
      if (!state) continue;
      edited.push(...(state.checkedDevice ? [state.checkedDevice] : []), state.reading.device);
      this.checkFile(state);
    }
    if (this.networkUnchecked) {
      const pairs = new Set(this.current.pairs);
      for (const one of this.checkedPairs) if (!pairs.has(one)) touched.add(one.a.file).add(one.b.file);
      const keys = new Set(this.current.pairs.map(keyOf));
      for (const key of this.pairMemories.keys()) if (!keys.has(key)) this.pairMemories.delete(key);
    }
    this.checkedPairs = this.current.pairs;
    const near = this.networkUnchecked ? this.current.pairs : [...touched].flatMap((file) => this.pairsOf(file));
    for (const one of near) {
      if (this.pairFindings.has(one)) continue;
      this.pairFindings.set(one, this.runner.pair(one, this.memoryOf(one)));
      touched.add(one.a.file).add(one.b.file);
    }
    // They read across all devices, so any device may have changed their answer.
    const before = this.networkFindings;
    this.networkFindings = this.runner.network(
      this.current,
      this.networkUnchecked
        ? undefined
        : { findings: before, devices: [...edited, ...near.flatMap(({ a, b }) => [a, b])] },
    );
    const [old, found] = [new Set(before), new Set(this.networkFindings)];
    for (const yielded of [...before, ...this.networkFindings])
      if (!old.has(yielded) || !found.has(yielded)) for (const file of filesOf(yielded)) touched.add(file);
    this.cluster(touched);
    this.networkUnchecked = false;
  }

  /** Of a pair that an editor holds a file of. */
  private memoryOf(one: Pair): Memory<Pair> | undefined {
    const key = keyOf(one);
    if (!this.isOpen(one.a.file) && !this.isOpen(one.b.file)) {
      this.pairMemories.delete(key);
      return undefined;
    }
    let found = this.pairMemories.get(key);
    if (!found) this.pairMemories.set(key, (found = memory()));
    return found;
  }

  private checkFile(state: FileState): void {
    const { facts, sections, device } = state.reading;
    const was = state.checked;
    let same = 0;
    while (same < facts.length && same < was.length && facts[same] === was[same]) same++;
    const shift = was.length - facts.length;
    let tail = facts.length;
    while (tail > same && tail + shift > same && facts[tail - 1] === was[tail - 1 + shift]) tail--;
    const old = new Set(was.slice(same, tail + shift));
    for (let index = same; index < tail; index++) {
      const section = facts[index]!;
      if (old.delete(section)) continue;
      const found = this.runner.line(section);
      if (found.length > 0) state.lines.set(section, found);
    }
    for (const section of old) state.lines.delete(section);
    state.checked = facts;
    state.checkedDevice = device;
    // A file that nobody edits is read once.
    state.memory ??= state.text && memory();
    state.deviceFindings = this.runner.device(device, state.memory);
    state.marks = facts.some((section) => section.remarks.length > 0)
      ? marks(
          facts,
          sections.map((section) => section.rows),
        )
      : [];
  }

  /** Settles anew what the touched files take part in. */
  private cluster(touched: ReadonlySet<string>): void {
    const links = this.networkFindings.map(filesOf).filter((files) => files.length > 1);
    const joined = links.map((files) => files.join('\n')).join('\n\n');
    // Nothing links other files than before: those of each touched one are settled, the others are not even looked at.
    const same = !this.networkUnchecked && joined === this.links;
    this.links = joined;
    const groups = same
      ? [...new Set([...touched].flatMap((file) => this.clusterOf.get(file) ?? []))].map(({ files }) => files)
      : connected(
          this.current.devices.map(({ file }) => file),
          [...this.current.pairs.map((one) => [one.a.file, one.b.file]), ...links],
        );
    const clusters = same ? this.clusters : new Map<string, Cluster>();
    for (const files of groups) {
      const key = files.join('\n');
      const before = this.clusters.get(key);
      const cluster =
        before && !files.some((file) => touched.has(file))
          ? before
          : this.settle(
              files,
              files.flatMap((file) => this.pairsOf(file).filter((one) => one.a.file === file)),
            );
      clusters.set(key, cluster);
      if (cluster === before) continue;
      const shown = shownByFile(cluster.findings.map(finding));
      for (const file of files) {
        this.clusterOf.set(file, cluster);
        this.unpublished.add(file);
        const list = shown.get(file);
        if (list) this.shown.set(file, list);
        else this.shown.delete(file);
      }
    }
    this.clusters = clusters;
    if (same) return;
    for (const file of [...this.clusterOf.keys()]) {
      if (this.files.has(file)) continue;
      this.clusterOf.delete(file);
      this.shown.delete(file);
      this.unpublished.add(file);
    }
  }

  private settle(files: readonly string[], pairs: readonly Pair[]): Cluster {
    const states = files.flatMap((file) => this.files.get(file) ?? []);
    const within = new Set(files);
    const found = settled([
      ...states.flatMap((state) => [...[...state.lines.values()].flat(), ...state.deviceFindings]),
      ...pairs.flatMap((one) => this.pairFindings.get(one) ?? []),
      ...this.networkFindings.filter(({ draft }) => within.has(draft.at.anchor.file)),
    ]);
    const { kept, unused, used } = withoutAccepted(
      found,
      states.flatMap((state) => state.marks),
      this.baseline,
      (yielded) => this.fingerprint(yielded),
    );
    const told =
      unused.length === 0
        ? []
        : this.suppressionRunner.network({ ...this.current, ambiguities: [], unusedSuppressions: unused });
    return { files, findings: told.length === 0 ? kept : settled([...kept, ...told]), usedBaseline: used };
  }
}

/** The section that an anchor belongs to; both are in file order. */
function factsAt(facts: readonly SectionFacts[], anchor: Anchor): SectionFacts | undefined {
  let low = 0;
  let high = facts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (facts[middle]!.anchor.row <= anchor.row) low = middle;
    else high = middle - 1;
  }
  // A section without rows shares its first row with the one behind it.
  while (low > 0 && facts[low]!.anchor !== anchor && facts[low - 1]!.anchor.row === anchor.row) low--;
  return facts[low]?.anchor === anchor ? facts[low] : undefined;
}

function filesOf({ draft }: Yielded): string[] {
  return [
    ...new Set(
      [draft.at, ...(draft.peer ? [draft.peer.at] : []), ...(draft.because ?? [])].map((place) => place.anchor.file),
    ),
  ];
}

function sameFinding(one: ShownFinding, two: ShownFinding): boolean {
  return (
    one.rule === two.rule &&
    one.severity === two.severity &&
    one.mirrored === two.mirrored &&
    sameSpot(one, two) &&
    (one.peer && two.peer ? sameSpot(one.peer, two.peer) : one.peer === two.peer) &&
    sameLists(one.also, two.also, sameSpot)
  );
}

function sameSpot(one: Spot, two: Spot): boolean {
  return (
    one.message === two.message &&
    one.file === two.file &&
    comparePositions(one.range.start, two.range.start) === 0 &&
    comparePositions(one.range.end, two.range.end) === 0
  );
}

function byFingerprint(entries: readonly BaselineEntry[]): ReadonlyMap<string, BaselineEntry> {
  return new Map(entries.map((entry) => [entry.fingerprint, entry]));
}

function shownByFile(findings: readonly Finding[]): Map<string, readonly ShownFinding[]> {
  const byFile = new Map<string, ShownFinding[]>();
  for (const one of findings) {
    push(byFile, one.file, one);
    if (one.peer && one.peer.file !== one.file) {
      const { peer } = one;
      push(byFile, peer.file, {
        ...one,
        file: peer.file,
        range: peer.range,
        message: peer.message,
        peer: { file: one.file, range: one.range, message: one.message },
        mirrored: true,
      });
    }
  }
  for (const list of byFile.values()) list.sort((x, y) => comparePositions(x.range.start, y.range.start));
  return byFile;
}

function touches(one: Range, two: Range): boolean {
  return comparePositions(one.start, two.end) <= 0 && comparePositions(two.start, one.end) <= 0;
}
