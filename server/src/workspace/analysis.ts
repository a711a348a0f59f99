// What follows from the files: their devices, the pairs among them, and what the rules say of each. What did not change is not read
// or judged again.
import type { Device } from '../model/device';
import type { SectionFacts } from '../model/lines/matched-line';
import { keyOf, network, sameCouples, type Network } from '../model/pairing/network';
import type { Pair } from '../model/pairing/pair';
import type { NetworkOptions } from '../model/pairing/find-pairs';
import { ruleCache, type RuleCache } from '../diagnostics/rule-cache';
import type { Runner, RuleResult } from '../diagnostics/rule-runner';
import { marks, type Mark } from '../diagnostics/suppressions';
import { getOrAdd } from '../text/collections';
import type { Slices } from '../text/slices';
import type { FileStore, StoredFile } from './file-store';

/** What the rules said of one file as it was last read. */
interface CheckedFile {
  /** What the lines of this reading say, by section; sections that say nothing are left out. */
  checked: readonly SectionFacts[];
  checkedDevice?: Device;
  readonly lines: Map<SectionFacts, readonly RuleResult[]>;
  deviceFindings: readonly RuleResult[];
  cache?: RuleCache<Device, RuleResult>;
  marks: readonly Mark[];
}

/** Where what the rules say may have changed. */
export interface AnalysisChanges {
  readonly files: ReadonlySet<string>;
  /** Files came or went, or other files are pairs. */
  readonly isNetworkNew: boolean;
}

/** What follows from the files: devices, pairs, correspondence; brought up to date when it is asked for. */
export class Analysis {
  private current: Network = network([]);
  /** Where the network's list holds a file's device. */
  private deviceAt: ReadonlyMap<string, number> = new Map();
  /** Files that were read again since the rules last ran, and whether pairs were found anew since. */
  private readonly unchecked = new Set<string>();
  private networkUnchecked = true;
  private optionsChanged = true;
  private checkedFiles = new WeakMap<StoredFile, CheckedFile>();
  private networkFindings: readonly RuleResult[] = [];
  private checkedPairs: readonly Pair[] = [];
  private pairFindings = new WeakMap<Pair, readonly RuleResult[]>();
  private readonly pairCaches = new Map<string, RuleCache<Pair, RuleResult>>();

  constructor(
    private readonly files: FileStore,
    private runner: Runner,
    private networkOptions: NetworkOptions,
  ) {}

  /** Pairs are looked for anew, and all is checked again. */
  setNetworkOptions(options: NetworkOptions): void {
    this.networkOptions = options;
    this.optionsChanged = true;
  }

  /** Other rules run from now on: all is judged anew. */
  setRunner(runner: Runner): void {
    this.runner = runner;
    this.checkedFiles = new WeakMap();
    this.pairFindings = new WeakMap();
    this.pairCaches.clear();
    for (const file of this.files.names()) this.unchecked.add(file);
    this.networkUnchecked = true;
  }

  /** As the texts are now. */
  network(): Network {
    this.refreshFacts();
    return this.current;
  }

  /** Of the network as it was last asked for. */
  pairsOf(file: string): readonly Pair[] {
    return (this.current.pairsAt.get(file) ?? []).map((index) => this.current.pairs[index]!);
  }

  /** What the rules say of the lines and the device of a file. */
  findingsInFile(file: string): readonly RuleResult[] {
    const checked = this.checkedFile(file);
    return checked ? [...[...checked.lines.values()].flat(), ...checked.deviceFindings] : [];
  }

  marksIn(file: string): readonly Mark[] {
    return this.checkedFile(file)?.marks ?? [];
  }

  /** The same finding with its facts, worked out from what the file says now. */
  withFacts(yielded: RuleResult): RuleResult {
    if (!yielded.cached) return yielded;
    const { file } = yielded.raw.at.anchor;
    const device = this.files.get(file)?.reading.device;
    return this.runner.freshly(yielded, { device, pairs: this.pairsOf(file) }) ?? yielded;
  }

  findingsOfPair(pair: Pair): readonly RuleResult[] {
    return this.pairFindings.get(pair) ?? [];
  }

  findingsAcrossNetwork(): readonly RuleResult[] {
    return this.networkFindings;
  }

  private checkedFile(file: string): CheckedFile | undefined {
    const stored = this.files.get(file);
    return stored && this.checkedFiles.get(stored);
  }

  /** Brings devices and pairs up to date with the texts. Does nothing when nothing changed. */
  private refreshFacts(): void {
    const changes = this.files.readChanges();
    if (!changes && !this.optionsChanged) return;
    for (const file of changes?.replaced ?? []) this.unchecked.add(file);
    const touched = new Map<string, Device>();
    for (const [file, { after }] of changes?.reread ?? []) {
      touched.set(file, after);
      this.unchecked.add(file);
    }
    const before = this.current;
    if (this.optionsChanged || changes?.isListChanged) {
      const devices = this.files.devices();
      this.current = network(devices, this.networkOptions, before);
      this.deviceAt = new Map(devices.map((device, index) => [device.file, index]));
      this.networkUnchecked = true;
    } else {
      // Of thousands of devices and pairs only those of the edited files are gone to.
      const devices = [...before.devices];
      for (const [file, device] of touched) devices[this.deviceAt.get(file)!] = device;
      this.current = network(devices, this.networkOptions, before, [...touched.values()]);
      this.networkUnchecked ||= !sameCouples(before, this.current);
    }
    this.optionsChanged = false;
  }

  /** Has the rules judge what changed; undefined where nothing did. */
  refresh(): AnalysisChanges | undefined {
    this.refreshFacts();
    if (this.unchecked.size === 0 && !this.networkUnchecked) return undefined;
    const touched = new Set(this.unchecked);
    this.unchecked.clear();
    const edited: Device[] = [];
    for (const file of touched) {
      const stored = this.files.get(file);
      if (!stored) continue;
      edited.push(...this.checkFile(stored));
    }
    if (this.networkUnchecked) {
      const pairs = new Set(this.current.pairs);
      for (const pair of this.checkedPairs) if (!pairs.has(pair)) touched.add(pair.a.file).add(pair.b.file);
      const keys = new Set(this.current.pairs.map(keyOf));
      for (const key of this.pairCaches.keys()) if (!keys.has(key)) this.pairCaches.delete(key);
    }
    this.checkedPairs = this.current.pairs;
    const near = this.networkUnchecked ? this.current.pairs : [...touched].flatMap((file) => this.pairsOf(file));
    for (const pair of near) {
      if (this.pairFindings.has(pair)) continue;
      this.pairFindings.set(pair, this.runner.pair(pair, this.cacheOf(pair)));
      touched.add(pair.a.file).add(pair.b.file);
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
    const isNetworkNew = this.networkUnchecked;
    this.networkUnchecked = false;
    return { files: touched, isNetworkNew };
  }

  /** Of a pair that an editor holds a file of. */
  private cacheOf(pair: Pair): RuleCache<Pair, RuleResult> | undefined {
    const key = keyOf(pair);
    if (!this.isOpen(pair.a.file) && !this.isOpen(pair.b.file)) {
      this.pairCaches.delete(key);
      return undefined;
    }
    return getOrAdd(this.pairCaches, key, () => ruleCache());
  }

  private isOpen(file: string): boolean {
    return this.files.get(file)?.text !== undefined;
  }

  private stateOf(stored: StoredFile): CheckedFile {
    let state = this.checkedFiles.get(stored);
    if (!state) {
      state = { checked: [], lines: new Map(), deviceFindings: [], marks: [] };
      this.checkedFiles.set(stored, state);
    }
    return state;
  }

  /** Judges a file that is not in the store yet, in slices of about so many rows; the check behind it finds all there. */
  *judgeInSlices(stored: StoredFile, rowsAtOnce: number): Slices<void> {
    const { facts, device } = stored.reading;
    const { runner } = this;
    const lines: CheckedFile['lines'] = new Map();
    const cache = ruleCache<Device, RuleResult>();
    let left = rowsAtOnce;
    for (const section of facts) {
      const found = runner.line(section, device.name);
      if (found.length > 0) lines.set(section, found);
      left -= section.all.length;
      if (left > 0) continue;
      left = rowsAtOnce;
      yield;
    }
    yield* runner.judgeInSlices(device, cache);
    // Other rules have come meanwhile: all is judged anew.
    if (runner !== this.runner) return;
    this.checkedFiles.set(stored, {
      checked: facts,
      checkedDevice: device,
      lines,
      deviceFindings: [],
      cache,
      marks: [],
    });
  }

  /** Gives the device as it was judged before, where it was, and as it is judged now. */
  private checkFile(stored: StoredFile): Device[] {
    const { facts, sections, device } = stored.reading;
    const state = this.stateOf(stored);
    const judged = [...(state.checkedDevice ? [state.checkedDevice] : []), device];
    // What is said of a line names the device.
    const checked = state.checkedDevice?.name === device.name ? state.checked : [];
    if (checked.length === 0) state.lines.clear();
    let same = 0;
    while (same < facts.length && same < checked.length && facts[same] === checked[same]) same++;
    const shift = checked.length - facts.length;
    let tail = facts.length;
    while (tail > same && tail + shift > same && facts[tail - 1] === checked[tail - 1 + shift]) tail--;
    const old = new Set(checked.slice(same, tail + shift));
    for (let index = same; index < tail; index++) {
      const section = facts[index]!;
      if (old.delete(section)) continue;
      const found = this.runner.line(section, device.name);
      if (found.length > 0) state.lines.set(section, found);
    }
    for (const section of old) state.lines.delete(section);
    state.checked = facts;
    state.checkedDevice = device;
    // A file that nobody edits is read once.
    state.cache ??= stored.text && ruleCache();
    state.deviceFindings = this.runner.device(device, state.cache);
    state.marks = facts.some((section) => section.remarks.length > 0)
      ? marks(
          facts,
          sections.map((section) => section.rows),
        )
      : [];
    return judged;
  }
}

/** All files that a finding speaks of. */
export function filesOf({ raw }: RuleResult): string[] {
  return [
    ...new Set([raw.at, ...(raw.peer ? [raw.peer.at] : []), ...(raw.evidence ?? [])].map((place) => place.anchor.file)),
  ];
}
