// The only state: which files are there, what was read of them, what was found. Everything it hands out is plain data made
// by pure functions; what did not change is not read again.
import type { Device, Encoding } from '../model/device';
import type { SectionFacts } from '../model/lines';
import { network, pair, pairingSignature, type Network, type NetworkOptions, type Pair } from '../model/network';
import { rangeOf } from '../model/place';
import { readDevice, rereadDevice, type DeviceReading } from '../model/read';
import { comparePositions, type Range } from '../text/range';
import { rules as allRules } from '../rules/index';
import { fingerprint, lineAt } from '../rules/fingerprint';
import type { Fix, Rule } from '../rules/rule';
import { finding, fixable, fixesOf, runner, settled, type Finding, type Runner, type Yielded } from '../rules/run';
import { marks, withoutAccepted, type BaselineEntry } from './suppressions';
import { openText, type OpenText } from '../syntax/open-text';
import { readText } from '../syntax/read';

export type { Finding, Spot } from '../rules/run';
export type { BaselineEntry } from './suppressions';

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
  signature: string;
  /** Line findings by section, kept while the section is. */
  lines: WeakMap<SectionFacts, readonly Yielded[]>;
  lineFindings: readonly Yielded[];
  deviceFindings: readonly Yielded[];
  changed: boolean;
}

export class Workspace {
  private readonly files = new Map<string, FileState>();
  private readonly runner: Runner;
  private networkOptions: NetworkOptions;
  private current: Network = { devices: [], pairs: [], ambiguities: [] };
  private structureChanged = true;
  /** Files that were read again since the rules last ran, and whether pairs were found anew since. */
  private readonly unchecked = new Set<string>();
  private networkUnchecked = true;
  private networkFindings: readonly Yielded[] = [];
  private readonly pairFindings = new Map<string, readonly Yielded[]>();
  private settledFindings: readonly Yielded[] = [];
  private shown = new Map<string, readonly ShownFinding[]>();
  private baseline: ReadonlyMap<string, BaselineEntry>;
  private usedBaseline: ReadonlySet<string> = new Set();
  private readonly published = new Map<string, string>();

  constructor(options: WorkspaceOptions = {}) {
    this.networkOptions = options.network ?? {};
    this.baseline = byFingerprint(options.baseline ?? []);
    this.runner = runner(options.rules ?? allRules.filter((rule) => !rule.off), options.report ?? (() => undefined));
  }

  /** What a person settled about the files, where it became known or changed later. All is checked again. */
  setOptions({ network = {}, baseline = [] }: Pick<WorkspaceOptions, 'network' | 'baseline'>): void {
    this.networkOptions = network;
    this.baseline = byFingerprint(baseline);
    this.structureChanged = true;
  }

  /** All files, in no order that means anything. */
  fileNames(): readonly string[] {
    return [...this.files.keys()];
  }

  open(file: string, text: string): void {
    this.files.get(file)?.text?.close();
    const opened = openText(text);
    this.set(file, opened.sections, opened, opened.eol, opened.rows, 0, 'utf-8');
  }

  change(file: string, range: Range | undefined, newText: string): void {
    const state = this.files.get(file);
    if (!state?.text) return;
    state.text.change(range, newText);
    state.changed = true;
  }

  /** The document was closed; `closedText` is what is on disk, or undefined when the file is gone. */
  close(file: string, closedText: string | undefined): void {
    if (closedText === undefined) this.removeClosed(file);
    else this.setClosed(file, closedText);
  }

  /** A file that no editor holds. `encoding` as it was decoded; it is a fact of the device. */
  setClosed(file: string, text: string, encoding: Encoding = 'utf-8'): void {
    this.files.get(file)?.text?.close();
    const read = readText(text);
    this.set(file, read.sections, undefined, read.eol, read.rows, read.syntaxErrors, encoding);
  }

  removeClosed(file: string): void {
    const state = this.files.get(file);
    if (!state) return;
    state.text?.close();
    this.files.delete(file);
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
      file, text: state.text, device: state.reading.device, facts: state.reading.facts, network: this.current,
      peers: this.current.pairs.filter((one) => one.a.file === file || one.b.file === file),
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
    return this.settledFindings.map((yielded) => ({ ...finding(yielded), fixable: fixable(yielded) }));
  }

  /** Findings of every file whose findings changed since the last call; an empty list clears. */
  check(): ReadonlyMap<string, readonly ShownFinding[]> {
    this.refresh();
    const changed = new Map<string, readonly ShownFinding[]>();
    for (const file of new Set([...this.shown.keys(), ...this.published.keys()])) {
      const list = this.shown.get(file) ?? [];
      const text = list.length === 0 ? '' : JSON.stringify(list);
      if ((this.published.get(file) ?? '') === text) continue;
      if (text === '') this.published.delete(file);
      else this.published.set(file, text);
      changed.set(file, list);
    }
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
    return [...this.baseline.values()].filter((entry) => !this.usedBaseline.has(entry.fingerprint));
  }

  private fingerprint(yielded: Yielded): string {
    return fingerprint(yielded, (place) => {
      const reading = this.files.get(place.anchor.file)?.reading;
      const facts = reading?.facts.find((one) => one.anchor === place.anchor);
      return { device: reading?.device.name ?? '', ...(facts ? lineAt(place, facts) : {}) };
    });
  }

  private yieldedOf(found: Finding): Yielded | undefined {
    this.refresh();
    return this.settledFindings.find(({ rule, draft }) => rule.id === found.rule && draft.message === found.message && draft.at.anchor.file === found.file
      && comparePositions(rangeOf(draft.at).start, found.range.start) === 0);
  }

  /** The fixes of all findings that `file` shows in `range`, its mirrored ones included. */
  fixes(file: string, range: Range): readonly { finding: Finding; fix: Fix }[] {
    this.refresh();
    return this.settledFindings.flatMap((yielded) => {
      const found = finding(yielded);
      const spots = [{ file: found.file, range: found.range }, ...(found.peer ? [found.peer] : [])];
      return spots.some((spot) => spot.file === file && touches(spot.range, range)) ? fixesOf(yielded).map((fix) => ({ finding: found, fix })) : [];
    });
  }

  /** All findings that `file` shows in `range`, its mirrored ones included, as `allFindings` gives them. */
  findingsIn(file: string, range: Range): readonly Finding[] {
    this.refresh();
    return this.settledFindings.map(finding).filter((found) => [found, ...(found.peer ? [found.peer] : [])].some((spot) => spot.file === file && touches(spot.range, range)));
  }

  private set(file: string, sections: DeviceReading['sections'], text: OpenText | undefined, eol: '\r\n' | '\n', rows: number, syntaxErrors: number, encoding: Encoding): void {
    const reading = readDevice(file, sections, { eol, rows, encoding, fallbackName: baseName(file) });
    this.files.set(file, { file, text, reading, syntaxErrors, signature: '', lines: new WeakMap(), lineFindings: [], deviceFindings: [], changed: true });
    this.structureChanged = true;
  }

  /** Brings devices and pairs up to date with the texts. Does nothing when nothing changed. */
  private refreshFacts(): void {
    const dirty = [...this.files.values()].filter((state) => state.changed);
    if (dirty.length === 0 && !this.structureChanged) return;
    for (const state of dirty) {
      state.changed = false;
      const { text } = state;
      if (text) state.reading = rereadDevice(state.reading, text.sections, { eol: text.eol, rows: text.rows, encoding: 'utf-8', fallbackName: baseName(state.file) });
      this.unchecked.add(state.file);
      const signature = pairingSignature(state.reading.device);
      if (signature !== state.signature) this.structureChanged = true;
      state.signature = signature;
    }
    const devices = [...this.files.values()].map((state) => state.reading.device).sort((x, y) => (x.file < y.file ? -1 : x.file > y.file ? 1 : 0));
    const touched = new Set(dirty.map((state) => state.file));
    if (this.structureChanged) {
      this.current = network(devices, this.networkOptions);
      this.networkUnchecked = true;
    } else {
      const deviceOf = (device: Device) => this.files.get(device.file)?.reading.device ?? device;
      this.current = {
        devices, ambiguities: this.current.ambiguities.map(({ device, candidates }) => ({ device: deviceOf(device), candidates: candidates.map(deviceOf) })),
        pairs: this.current.pairs.map((one) => touched.has(one.a.file) || touched.has(one.b.file) ? pair(deviceOf(one.a), deviceOf(one.b), one.why) : one),
      };
    }
    this.structureChanged = false;
  }

  /** Brings the findings up to date with the texts. Does nothing when nothing changed. */
  private refresh(): void {
    this.refreshFacts();
    if (this.unchecked.size === 0 && !this.networkUnchecked) return;
    const touched = new Set(this.unchecked);
    this.unchecked.clear();
    for (const file of touched) {
      const state = this.files.get(file);
      if (!state) continue;
      state.lineFindings = state.reading.facts.flatMap((facts) => this.linesOf(state, facts));
      state.deviceFindings = this.runner.device(state.reading.device);
    }
    // They read across all devices, so any device may have changed their answer.
    this.networkFindings = this.runner.network(this.current);
    if (this.networkUnchecked) this.pairFindings.clear();
    this.networkUnchecked = false;
    for (const one of this.current.pairs) {
      const key = `${one.a.file}\n${one.b.file}`;
      if (!this.pairFindings.has(key) || touched.has(one.a.file) || touched.has(one.b.file)) this.pairFindings.set(key, this.runner.pair(one));
    }
    const found = settled([
      ...[...this.files.values()].flatMap((state) => [...state.lineFindings, ...state.deviceFindings]),
      ...[...this.pairFindings.values()].flat(),
      ...this.networkFindings,
    ]);
    const marked = [...this.files.values()].flatMap((state) => marks(state.reading.facts, state.reading.sections.map((section) => section.rows)));
    const { kept, unused, used } = withoutAccepted(found, marked, this.baseline, (yielded) => this.fingerprint(yielded));
    this.usedBaseline = used;
    const told = unused.length === 0 ? [] : this.runner.network({ ...this.current, ambiguities: [], unusedSuppressions: unused }).filter(({ rule }) => rule.id === 'suppression-unused');
    this.settledFindings = told.length === 0 ? kept : settled([...kept, ...told]);
    this.shown = shownByFile(this.settledFindings.map(finding));
  }

  private linesOf(state: FileState, facts: SectionFacts): readonly Yielded[] {
    let found = state.lines.get(facts);
    if (!found) {
      found = this.runner.line(facts);
      state.lines.set(facts, found);
    }
    return found;
  }
}

function byFingerprint(entries: readonly BaselineEntry[]): ReadonlyMap<string, BaselineEntry> {
  return new Map(entries.map((entry) => [entry.fingerprint, entry]));
}

function shownByFile(findings: readonly Finding[]): Map<string, readonly ShownFinding[]> {
  const byFile = new Map<string, ShownFinding[]>();
  const add = (file: string, shown: ShownFinding) => {
    const list = byFile.get(file);
    if (list) list.push(shown);
    else byFile.set(file, [shown]);
  };
  for (const one of findings) {
    add(one.file, one);
    if (one.peer && one.peer.file !== one.file) {
      const { peer } = one;
      add(peer.file, { ...one, file: peer.file, range: peer.range, message: peer.message, peer: { file: one.file, range: one.range, message: one.message }, mirrored: true });
    }
  }
  for (const list of byFile.values()) list.sort((x, y) => comparePositions(x.range.start, y.range.start));
  return byFile;
}

function touches(one: Range, two: Range): boolean {
  return comparePositions(one.start, two.end) <= 0 && comparePositions(two.start, one.end) <= 0;
}

function baseName(file: string): string {
  let name = file.slice(file.lastIndexOf('/') + 1);
  try { name = decodeURIComponent(name); } catch { /* not an escaped name */ }
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
