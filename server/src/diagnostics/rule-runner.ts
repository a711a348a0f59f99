// Runs rules over lines, devices, pairs and the network, and again over what an edit changed. A rule that throws is reported
// once and skipped; the others run.
import type { Device } from '../model/device';
import { objectOf } from '../model/lines/head-name';
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import type { Network } from '../model/pairing/network';
import type { Pair } from '../model/pairing/pair';
import { rowOf, samePlace } from '../model/place';
import { secondDeviceAt } from '../model/whole-file';
import { memoizeByObject } from '../text/memoize';
import type { Slices } from '../text/slices';
import {
  deviceChanges,
  pairChanges,
  type CacheEntry,
  type ChangedUnits,
  type Changes,
  type RuleCache,
} from './rule-cache';
import type { Exchange } from './exchanged';
import { Reads, watchedDevice, watchedPair } from './reads';
import { UnitReads } from './unit-reads';
import type { RawFinding, LineRule, NetworkRule, DeviceRule, PairRule, Rule, UnitCheck, Where } from './rule';

/** A finding of a rule, before its places are looked up. */
export interface RuleResult {
  readonly rule: Rule;
  readonly raw: RawFinding<unknown>;
  /** It comes from a cache, without its facts: what they say of the file may have changed since. `freshly` has them. */
  readonly cached?: true;
  /** Two findings in one: the values of each stand in the place of the other's. */
  readonly exchange?: Exchange;
}

/** What a runner did since it was made: for traces, and for tests that hold an edit to what it may cost. */
export interface RunCounts {
  /** Rules that ran over a whole device, pair or network. */
  rules: number;
  /** Units that rules ran over. */
  units: number;
  /** Rules whose findings were taken from the cache. */
  reused: number;
  /** Fields of devices and pairs that rules read, each once in a run. */
  reads: number;
}

/** Runs the rules over files, pairs and the network, and keeps what still holds. */
export interface Runner {
  /** Of the device with this name. */
  line(facts: SectionFacts, device: string): readonly RuleResult[];
  /** With the `cache` of earlier runs over the same file or pair, a rule runs only over what an edit changed of what it reads. */
  device(device: Device, cache?: RuleCache<Device, RuleResult>): readonly RuleResult[];
  /** Fills a new cache for a device, a rule a slice: `device` finds it there. */
  judgeInSlices(device: Device, cache: RuleCache<Device, RuleResult>): Slices<void>;
  pair(pair: Pair, cache?: RuleCache<Pair, RuleResult>): readonly RuleResult[];
  /** The same finding with its facts, from a run over this device, pair or network. */
  freshly(
    found: RuleResult,
    scopes: { readonly device?: Device; readonly pairs: readonly Pair[] },
  ): RuleResult | undefined;
  readonly counts: RunCounts;
  network(network: Network, before?: NetworkBefore): readonly RuleResult[];
}

/** What a runner gave for the network before an edit that made and broke no pair. */
export interface NetworkBefore {
  readonly findings: readonly RuleResult[];
  /** Of the edited devices the old and the new ones, and their peers. */
  readonly devices: readonly Device[];
}

interface ScopedRule<Scope> {
  readonly id: string;
  readonly independentPer?: Rule['independentPer'];
  readonly each?: UnitCheck<Scope, unknown>;
  check(scope: Scope): Iterable<RawFinding<unknown>>;
}

/** A rule, or a part of one that looks at units of its own: what is run and remembered by itself. */
interface CachedPart<Scope> extends ScopedRule<Scope> {
  readonly rule: Rule;
  /** Among the entries of a cache. */
  readonly key: string;
}

function cachedParts<Scope>(
  rules: readonly (ScopedRule<Scope> & { readonly parts?: readonly Omit<ScopedRule<Scope>, 'id'>[] })[],
): readonly CachedPart<Scope>[] {
  return rules.flatMap((rule) =>
    (rule.parts ?? [rule]).map(({ independentPer, each, check }, index) => ({
      rule: rule as unknown as Rule,
      key: `${rule.id} ${index}`,
      id: rule.id,
      independentPer,
      each,
      check,
    })),
  );
}

/** A fleet has a runner for each of its pairs, all of the same rules. */
const rulesByScope = memoizeByObject((rules: readonly Rule[]) => {
  const of = <Scope extends Rule['scope']>(scope: Scope) => rules.filter((rule) => rule.scope === scope);
  const [device, pair] = [of('device') as DeviceRule[], of('pair') as PairRule[]];
  return {
    line: of('line') as LineRule[],
    device,
    pair,
    network: of('network') as NetworkRule[],
    deviceParts: cachedParts<Device>(device),
    pairParts: cachedParts<Pair>(pair),
  };
});

type RulesByScope = ReturnType<typeof rulesByScope>;

/** How a scope is compared with the one before an edit, and how its reads are watched. */
interface Scoping<Scope> {
  changes(before: Scope, after: Scope): Changes<Scope>;
  watched(scope: Scope, reads: Reads): Scope;
}

const deviceScoping: Scoping<Device> = { changes: deviceChanges, watched: watchedDevice };
const pairScoping: Scoping<Pair> = { changes: pairChanges, watched: watchedPair };

/** `report` hears of each rule that threw, once. */
export function runner(rules: readonly Rule[], report: (rule: string, error: unknown) => void): Runner {
  return new RuleRunner(rules, report);
}

class RuleRunner implements Runner {
  readonly counts: RunCounts = { rules: 0, units: 0, reused: 0, reads: 0 };
  private readonly broken = new Set<string>();
  private readonly rules: RulesByScope;
  /** What the devices asked for when the rule last ran. */
  private readonly asked = new Map<NetworkRule, ReadonlySet<string>>();
  private readonly freshRuns = new WeakMap<object, Map<Rule, readonly RuleResult[]>>();

  constructor(
    rules: readonly Rule[],
    private readonly report: (rule: string, error: unknown) => void,
  ) {
    this.rules = rulesByScope(rules);
  }

  line(facts: SectionFacts, device: string): readonly RuleResult[] {
    const found: RuleResult[] = [];
    for (const rule of this.rules.line) {
      if (this.broken.has(rule.id)) continue;
      try {
        checkLines(rule, facts, device, found);
      } catch (error) {
        this.breaks(rule.id, error);
      }
    }
    return found;
  }

  device(device: Device, cache?: RuleCache<Device, RuleResult>): readonly RuleResult[] {
    const found = cache
      ? this.runCached(this.rules.deviceParts, device, cache, deviceScoping)
      : this.collect(this.rules.device, device);
    const end = endOfDevice(device);
    return end === Infinity ? found : found.filter(({ raw }) => rowOf(raw.at) <= end);
  }

  *judgeInSlices(device: Device, cache: RuleCache<Device, RuleResult>): Slices<void> {
    for (const part of this.rules.deviceParts) {
      this.guarded(part, () => cache.entries.set(part.key, this.runAnew(part, device, deviceScoping)));
      yield;
    }
    // Until all have run there is nothing to compare with.
    cache.scope = device;
  }

  pair(pair: Pair, cache?: RuleCache<Pair, RuleResult>): readonly RuleResult[] {
    return cache ? this.runCached(this.rules.pairParts, pair, cache, pairScoping) : this.collect(this.rules.pair, pair);
  }

  freshly(
    found: RuleResult,
    { device, pairs }: { readonly device?: Device; readonly pairs: readonly Pair[] },
  ): RuleResult | undefined {
    const scopes = found.rule.scope === 'device' ? [device] : pairs;
    return scopes
      .flatMap((scope) => (scope ? this.freshRun(found.rule, scope) : []))
      .find(({ raw }) => raw.message === found.raw.message && samePlace(raw.at, found.raw.at));
  }

  network(network: Network, before?: NetworkBefore): readonly RuleResult[] {
    return this.rules.network.flatMap((rule) => {
      if (before && !this.concerns(rule, network, before.devices))
        return before.findings.filter((found) => found.rule === rule);
      if (rule.asks) this.asked.set(rule, new Set(network.devices.flatMap((device) => rule.asks!(device))));
      return this.collect([rule], network);
    });
  }

  /**
   * Whether an edit of these devices can change what the rule finds: they ask for something, have what is asked for, or share
   * an ambiguity.
   */
  private concerns(rule: NetworkRule, network: Network, devices: readonly Device[]): boolean {
    const keys = this.asked.get(rule);
    if (!rule.asks || !keys) return true;
    const files = new Set(devices.map(({ file }) => file));
    return (
      devices.some((device) => rule.asks!(device).length > 0 || [...keys].some((key) => device.addresses.has(key))) ||
      network.ambiguities.some(({ device, candidates }) => [device, ...candidates].some(({ file }) => files.has(file)))
    );
  }

  /** A rule that throws is reported once and never run again. */
  private guarded(rule: { readonly id: string }, act: () => void): void {
    if (this.broken.has(rule.id)) return;
    try {
      act();
    } catch (error) {
      this.breaks(rule.id, error);
    }
  }

  private breaks(rule: string, error: unknown): void {
    this.broken.add(rule);
    this.report(rule, error);
  }

  private collect<Scope>(rules: readonly ScopedRule<Scope>[], scope: Scope): readonly RuleResult[] {
    const found: RuleResult[] = [];
    for (const rule of rules) {
      if (this.broken.has(rule.id)) continue;
      try {
        for (const raw of rule.check(scope)) found.push({ rule: rule as unknown as Rule, raw });
      } catch (error) {
        this.breaks(rule.id, error);
      }
    }
    return found;
  }

  /** What the rules find in the scope; what an edit cannot have changed of it is taken from the cache. */
  private runCached<Scope extends object>(
    parts: readonly CachedPart<Scope>[],
    scope: Scope,
    cache: RuleCache<Scope, RuleResult>,
    scoping: Scoping<Scope>,
  ): readonly RuleResult[] {
    const changes = cache.scope && scoping.changes(cache.scope, scope);
    cache.scope = scope;
    const found: RuleResult[] = [];
    for (const part of parts) {
      this.guarded(part, () => {
        const entry = cache.entries.get(part.key);
        const isCurrent = entry && changes && this.bringUpToDate(part, entry, changes, scope, scoping);
        const current = isCurrent ? entry : this.runAnew(part, scope, scoping);
        cache.entries.set(part.key, current);
        for (const result of current.results) found.push(result);
      });
      if (this.broken.has(part.id)) cache.entries.delete(part.key);
    }
    return found;
  }

  private runAnew<Scope>(part: CachedPart<Scope>, scope: Scope, scoping: Scoping<Scope>): CacheEntry<RuleResult> {
    this.counts.rules++;
    if (part.each?.followsReads) return this.judgeFollowed(part, part.each, scope, scoping);
    const reads = new Reads();
    const read = scoping.watched(scope, reads);
    const byUnit = part.each && allJudged(part, part.each, { scope, read });
    const results = byUnit ? [...byUnit.values()].flat() : cachedFindings(part, part.check(read));
    this.counts.reads += reads.count;
    return { reads, results, byUnit };
  }

  /** Judges all units, and remembers for each what was read. */
  private judgeFollowed<Scope>(
    part: CachedPart<Scope>,
    each: UnitCheck<Scope, unknown>,
    scope: Scope,
    scoping: Scoping<Scope>,
  ): CacheEntry<RuleResult> {
    const byUnit = new Map<string, readonly RuleResult[]>();
    const entry = { reads: new Reads(), unitReads: new UnitReads(), byUnit };
    for (const key of each.units.keys(scope)) {
      const found = this.judgeFollowing(part, each, key, entry, scope, scoping);
      if (found && found.length > 0) byUnit.set(key, found);
    }
    return { ...entry, results: [...byUnit.values()].flat() };
  }

  /** What the rule says of the unit that goes by the key; what it reads is noted for the unit. */
  private judgeFollowing<Scope>(
    part: CachedPart<Scope>,
    each: UnitCheck<Scope, unknown>,
    key: string,
    entry: Pick<CacheEntry<RuleResult>, 'reads' | 'unitReads'>,
    scope: Scope,
    { watched }: Scoping<Scope>,
  ): readonly RuleResult[] | undefined {
    const reads = new Reads();
    const found = judged(part, each, key, { scope, read: watched(scope, reads) });
    entry.unitReads!.add(key, reads);
    entry.reads.addFieldsOf(reads);
    this.counts.reads += reads.count;
    return found;
  }

  /** Brings the entry up to date where that is possible by units, or where nothing is to be done; else false. */
  private bringUpToDate<Scope>(
    part: CachedPart<Scope>,
    entry: CacheEntry<RuleResult>,
    changes: Changes<Scope>,
    scope: Scope,
    scoping: Scoping<Scope>,
  ): boolean {
    const changedReads = changes.fields.concerning(entry.reads);
    if (part.each) {
      // What it reads beside its units concerns any of them.
      const { near } = part.each.units;
      if (changedReads.some((field) => !near?.has(field))) return false;
      const { unitReads } = entry;
      const moved = changes.touched(part.each.units);
      const touched = unitReads ? new Set([...moved, ...unitReads.concernedBy(changes.fields)]) : moved;
      if (touched.size > 0) this.rejudge(part, part.each, entry, touched, scope, scoping);
    } else if (changedReads.length > 0) {
      const units = part.independentPer && changes.units(part.independentPer);
      if (!units || !changedReads.every((field) => units.fields.has(field))) return false;
      this.rerunUnits(part, entry, units, scoping);
    }
    this.counts.reused++;
    return true;
  }

  private rejudge<Scope>(
    part: CachedPart<Scope>,
    each: UnitCheck<Scope, unknown>,
    entry: CacheEntry<RuleResult>,
    touched: ReadonlySet<string>,
    scope: Scope,
    scoping: Scoping<Scope>,
  ): void {
    const byUnit = entry.byUnit!;
    const again = each.isShared ? new Set([...touched, ...(byUnit.keys() as Iterable<string>)]) : touched;
    const { count } = entry.reads;
    const judge = entry.unitReads
      ? (key: string) => this.judgeFollowing(part, each, key, entry, scope, scoping)
      : judgeOf(part, each, { scope, read: scoping.watched(scope, entry.reads) });
    let changed = false;
    for (const key of again) {
      changed = byUnit.delete(key) || changed;
      const found = judge(key);
      if (!found) continue;
      this.counts.units++;
      if (found.length === 0) continue;
      byUnit.set(key, found);
      changed = true;
    }
    this.counts.reads += entry.reads.count - count;
    if (changed) entry.results = [...byUnit.values()].flat();
  }

  private rerunUnits<Scope>(
    part: CachedPart<Scope>,
    entry: CacheEntry<RuleResult>,
    units: ChangedUnits<Scope>,
    { watched }: Scoping<Scope>,
  ): void {
    const over = (some: readonly object[]): readonly RuleResult[] => {
      const { count } = entry.reads;
      const results = cachedFindings(part, part.check(watched(units.scopeOf(some), entry.reads)));
      this.counts.units += some.length;
      this.counts.reads += entry.reads.count - count;
      return results;
    };
    // What a run over all found is not told apart yet: that costs a run over each unit, once.
    const first = entry.byUnit === undefined && entry.results.length > 0;
    const byUnit = (entry.byUnit ??= new Map());
    let changed = first;
    if (byUnit.size > 0) for (const unit of units.gone) changed = byUnit.delete(unit) || changed;
    const come = first ? units.all() : units.come;
    // Nearly always there is nothing to say about any of them.
    if (come.length > 0 && (first || over(come).length > 0)) {
      changed = true;
      for (const unit of come) {
        const found = over([unit]);
        if (found.length > 0) byUnit.set(unit, found);
      }
    }
    if (changed) entry.results = [...byUnit.values()].flat();
  }

  /** All that the rule finds in the scope, with the facts; asked for one finding after the other. */
  private freshRun<Scope extends object>(rule: Rule, scope: Scope): readonly RuleResult[] {
    let runs = this.freshRuns.get(scope);
    if (!runs) this.freshRuns.set(scope, (runs = new Map()));
    let found = runs.get(rule);
    if (!found) runs.set(rule, (found = this.collect([rule as unknown as ScopedRule<Scope>], scope)));
    return found;
  }
}

function cachedFindings<Scope>(
  { rule }: CachedPart<Scope>,
  raws: Iterable<RawFinding<unknown>>,
): readonly RuleResult[] {
  const found: RuleResult[] = [];
  for (const raw of raws) found.push({ rule, raw: { ...raw, facts: undefined }, cached: true });
  return found;
}

/** A scope, and the same for the rule that reads it. */
interface ReadScope<Scope> {
  readonly scope: Scope;
  readonly read: Scope;
}

/** Judges units one after the other, all by one reading of the scope. */
function judgeOf<Scope>(part: CachedPart<Scope>, each: UnitCheck<Scope, unknown>, read: ReadScope<Scope>) {
  return (key: string) => judged(part, each, key, read);
}

/** What the rule says of all units, by their keys. */
function allJudged<Scope>(
  part: CachedPart<Scope>,
  each: UnitCheck<Scope, unknown>,
  read: ReadScope<Scope>,
): Map<string, readonly RuleResult[]> {
  const byUnit = new Map<string, readonly RuleResult[]>();
  const judge = judgeOf(part, each, read);
  for (const key of each.units.keys(read.scope)) {
    const found = judge(key);
    if (found && found.length > 0) byUnit.set(key, found);
  }
  return byUnit;
}

/** What the rule says of the unit that goes by the key; undefined where none does. */
function judged<Scope>(
  part: CachedPart<Scope>,
  { units, check }: UnitCheck<Scope, unknown>,
  key: string,
  { scope, read }: ReadScope<Scope>,
): readonly RuleResult[] | undefined {
  const unit = units.at(scope, key);
  return unit && cachedFindings(part, check(read, unit));
}

function checkLines(rule: LineRule, facts: SectionFacts, device: string, found: RuleResult[]): void {
  for (const line of facts.all) {
    if (!rule.concerns(line)) continue;
    for (const raw of rule.check(line, new WhereLine(line, facts, device))) found.push({ rule, raw });
  }
}

/** Where a line stands, in words; looked up when a message asks. */
class WhereLine implements Where {
  constructor(
    private readonly line: MatchedLine,
    private readonly facts: SectionFacts,
    readonly device: string,
  ) {}

  get start(): string {
    const object = objectOf(this.line, this.facts);
    return object === undefined ? this.device : `${this.device}: ${object}`;
  }
}

/** Below the begin of a second one stand the lines of another device: merged with those of the first they prove nothing about it. */
function endOfDevice(device: Device): number {
  const second = secondDeviceAt(device);
  return second ? rowOf(second) : Infinity;
}
