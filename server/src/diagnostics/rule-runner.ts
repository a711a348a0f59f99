// Runs rules and turns what they yield into findings. A rule that throws is reported once and skipped; the others run.
import type { Device } from '../model/device';
import { objectOf } from '../model/lines/head-name';
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import type { Network } from '../model/pairing/network';
import type { Pair } from '../model/pairing/pair';
import { comparePlaces, rangeOf, rowOf, samePlace, type Place } from '../model/place';
import { secondDeviceAt } from '../model/whole-file';
import { secretsIn } from '../model/secrets';
import { compareTexts } from '../text/compare-texts';
import type { Range } from '../text/range';
import {
  deviceChanges,
  pairChanges,
  watchedDevice,
  watchedPair,
  type CacheEntry,
  type ChangedUnits,
  type Changes,
  type RuleCache,
} from './rule-cache';
import { exchangeFixes, withExchanges, type Exchange } from './exchanged';
import type { RawFinding, Fix, LineRule, NetworkRule, DeviceRule, PairRule, Rule, Severity, Where } from './rule';

/** A rule's draft before its places are looked up. */
export interface RuleResult {
  readonly rule: Rule;
  readonly draft: RawFinding<unknown>;
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
}

export interface Spot {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

/** What the shells show. Ranges are absolute and true for the texts that were checked. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly range: Range;
  readonly message: string;
  /** The other end of the same fault in the peer's file. */
  readonly peer?: Spot;
  readonly also: readonly Spot[];
  /** Told by `allFindings` only: every fix has to be computed for it. */
  readonly fixable?: 'safe' | 'choice' | null;
}

export interface Runner {
  /** Of the device with this name. */
  line(facts: SectionFacts, device: string): readonly RuleResult[];
  /** With the `cache` of earlier runs over the same file or pair, a rule runs only over what an edit changed of what it reads. */
  device(device: Device, cache?: RuleCache<Device, RuleResult>): readonly RuleResult[];
  pair(pair: Pair, cache?: RuleCache<Pair, RuleResult>): readonly RuleResult[];
  /** The same finding with its facts, from a run over this device, pair or network. */
  freshly(
    found: RuleResult,
    scopes: { readonly device?: Device; readonly pairs: readonly Pair[] },
  ): RuleResult | undefined;
  readonly counts: RunCounts;
  /** `before`: what it gave for the network before an edit that made and broke no pair; of the edited devices the old and the new ones, and their peers. */
  network(
    network: Network,
    before?: { readonly findings: readonly RuleResult[]; readonly devices: readonly Device[] },
  ): readonly RuleResult[];
}

interface ScopedRule<Scope> {
  readonly id: string;
  readonly independentPer?: Rule['independentPer'];
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
    (rule.parts ?? [rule]).map(({ independentPer, check }, index) => ({
      rule: rule as unknown as Rule,
      key: `${rule.id} ${index}`,
      id: rule.id,
      independentPer,
      check,
    })),
  );
}

/** `report` hears of each rule that threw, once. */
export function runner(rules: readonly Rule[], report: (rule: string, error: unknown) => void): Runner {
  const broken = new Set<string>();
  const of = <Scope extends Rule['scope']>(scope: Scope) => rules.filter((rule) => rule.scope === scope);
  const lineRules = of('line') as LineRule[];
  const deviceRules = of('device') as DeviceRule[];
  const pairRules = of('pair') as PairRule[];
  const networkRules = of('network') as NetworkRule[];
  const [deviceParts, pairParts] = [cachedParts(deviceRules), cachedParts(pairRules)];

  function run<Scope>(
    list: readonly { id: string; check(scope: Scope): Iterable<RawFinding<unknown>> }[],
    scope: Scope,
    found: RuleResult[],
  ): void {
    for (const rule of list) {
      if (broken.has(rule.id)) continue;
      try {
        for (const draft of rule.check(scope)) found.push({ rule: rule as unknown as Rule, draft });
      } catch (error) {
        broken.add(rule.id);
        report(rule.id, error);
      }
    }
  }
  /** What the devices asked for when the rule last ran. */
  const asked = new Map<NetworkRule, ReadonlySet<string>>();
  /** Whether an edit of these devices can change what the rule says: they ask for something, have what is asked for, or share an ambiguity. */
  function concerns(rule: NetworkRule, network: Network, devices: readonly Device[]): boolean {
    const keys = asked.get(rule);
    if (!rule.asks || !keys) return true;
    const files = new Set(devices.map((device) => device.file));
    return (
      devices.some((device) => rule.asks!(device).length > 0 || [...keys].some((key) => device.addresses.has(key))) ||
      network.ambiguities.some(({ device, candidates }) => [device, ...candidates].some((one) => files.has(one.file)))
    );
  }
  const collect = <Scope>(
    list: readonly { id: string; check(scope: Scope): Iterable<RawFinding<unknown>> }[],
    scopes: Iterable<Scope>,
  ) => {
    const found: RuleResult[] = [];
    for (const scope of scopes) run(list, scope, found);
    return found;
  };
  const counts: RunCounts = { rules: 0, units: 0, reused: 0 };
  function guarded(rule: { readonly id: string }, act: () => void): void {
    if (broken.has(rule.id)) return;
    try {
      act();
    } catch (error) {
      broken.add(rule.id);
      report(rule.id, error);
    }
  }
  /** What the rules say of the scope; what an edit cannot have changed of it is taken from the cache. */
  function runCached<Scope extends object>(
    parts: readonly CachedPart<Scope>[],
    scope: Scope,
    cache: RuleCache<Scope, RuleResult>,
    compare: (before: Scope, after: Scope) => Changes<Scope>,
    watch: (scope: Scope, reads: Set<string>) => Scope,
  ): readonly RuleResult[] {
    const changes = cache.scope && compare(cache.scope, scope);
    cache.scope = scope;
    const found: RuleResult[] = [];
    for (const part of parts) {
      guarded(part, () => {
        const entry = cache.entries.get(part.key);
        const current = entry && changes && reused(part, entry, changes, watch) ? entry : ranAnew(part, scope, watch);
        cache.entries.set(part.key, current);
        for (const one of current.said) found.push(one);
      });
      if (broken.has(part.id)) cache.entries.delete(part.key);
    }
    return found;
  }
  function ranAnew<Scope>(
    part: CachedPart<Scope>,
    scope: Scope,
    watch: (scope: Scope, reads: Set<string>) => Scope,
  ): CacheEntry<RuleResult> {
    counts.rules++;
    const reads = new Set<string>();
    return { reads, said: cachedFindings(part, watch(scope, reads)) };
  }
  /** Brings the entry up to date where that is possible by units, or where nothing is to be done. */
  function reused<Scope>(
    part: CachedPart<Scope>,
    entry: CacheEntry<RuleResult>,
    changes: Changes<Scope>,
    watch: (scope: Scope, reads: Set<string>) => Scope,
  ): boolean {
    const seen = [...changes.fields].filter((field) => entry.reads.has(field));
    if (seen.length > 0) {
      const units = part.independentPer && changes.units(part.independentPer);
      if (!units || !seen.every((field) => units.fields.has(field))) return false;
      rerunUnits(part, entry, units, watch);
    }
    counts.reused++;
    return true;
  }
  function rerunUnits<Scope>(
    part: CachedPart<Scope>,
    entry: CacheEntry<RuleResult>,
    units: ChangedUnits<Scope>,
    watch: (scope: Scope, reads: Set<string>) => Scope,
  ): void {
    const over = (some: readonly object[]) => {
      counts.units += some.length;
      return cachedFindings(part, watch(units.scopeOf(some), entry.reads));
    };
    // What a run over all said is not told apart yet: that costs a run over each unit, once.
    const first = entry.byUnit === undefined && entry.said.length > 0;
    const byUnit = (entry.byUnit ??= new Map());
    let changed = first;
    if (!first) for (const unit of units.gone) changed = byUnit.delete(unit) || changed;
    const come = first ? units.all() : units.come;
    // Nearly always there is nothing to say about any of them.
    if (come.length > 0 && (first || over(come).length > 0)) {
      changed = true;
      for (const unit of come) {
        const found = over([unit]);
        if (found.length > 0) byUnit.set(unit, found);
      }
    }
    if (changed) entry.said = [...byUnit.values()].flat();
  }
  function cachedFindings<Scope>({ rule, check }: CachedPart<Scope>, scope: Scope): readonly RuleResult[] {
    const found: RuleResult[] = [];
    for (const draft of check(scope)) found.push({ rule, draft: { ...draft, facts: undefined }, cached: true });
    return found;
  }
  const freshRuns = new WeakMap<object, Map<Rule, readonly RuleResult[]>>();
  /** All that the rule says of the scope, with the facts; asked for one finding after the other. */
  function freshRun<Scope extends object>(rule: Rule, scope: Scope): readonly RuleResult[] {
    let runs = freshRuns.get(scope);
    if (!runs) freshRuns.set(scope, (runs = new Map()));
    let found = runs.get(rule);
    if (!found) runs.set(rule, (found = collect([rule as unknown as ScopedRule<Scope>], [scope])));
    return found;
  }
  return {
    line(facts, device) {
      const found: RuleResult[] = [];
      for (const rule of lineRules) {
        if (broken.has(rule.id)) continue;
        try {
          for (const line of facts.all) {
            if (!rule.concerns(line)) continue;
            for (const draft of rule.check(line, whereIs(line, facts, device))) found.push({ rule, draft });
          }
        } catch (error) {
          broken.add(rule.id);
          report(rule.id, error);
        }
      }
      return found;
    },
    device: (device, cache) => {
      const found = cache
        ? runCached(deviceParts, device, cache, deviceChanges, watchedDevice)
        : collect(deviceRules, [device]);
      const end = endOfDevice(device);
      return end === Infinity ? found : found.filter(({ draft }) => rowOf(draft.at) <= end);
    },
    pair: (pair, cache) =>
      cache ? runCached(pairParts, pair, cache, pairChanges, watchedPair) : collect(pairRules, [pair]),
    freshly: (found, { device, pairs }) => {
      const scopes = found.rule.scope === 'device' ? [device] : pairs;
      return scopes
        .flatMap((scope) => (scope ? freshRun(found.rule, scope) : []))
        .find(({ draft }) => draft.message === found.draft.message && samePlace(draft.at, found.draft.at));
    },
    counts,
    network: (network, before) =>
      networkRules.flatMap((rule) => {
        if (before && !concerns(rule, network, before.devices))
          return before.findings.filter((found) => found.rule === rule);
        if (rule.asks) asked.set(rule, new Set(network.devices.flatMap((device) => rule.asks!(device))));
        return collect([rule], [network]);
      }),
  };
}

/** Where the line stands, in words; looked up when a message asks. */
function whereIs(line: MatchedLine, facts: SectionFacts, device: string): Where {
  return {
    device,
    get start() {
      const object = objectOf(line, facts);
      return object === undefined ? device : `${device}: ${object}`;
    },
  };
}

/** Below the begin of a second one stand the lines of another device: merged with those of the first they prove nothing about it. */
function endOfDevice(device: Device): number {
  const second = secondDeviceAt(device);
  return second ? rowOf(second) : Infinity;
}

/** One fault, one finding: drops what yields to a rule that already speaks about the same line, and repetitions; sorts. */
export function settled(found: readonly RuleResult[]): RuleResult[] {
  const yielded = withExchanges(found);
  const speakers = speakersOf(yielded);
  const exchanging = speakersOf(yielded.filter(({ exchange }) => exchange));
  const explained = explainedByExchanges(yielded);
  const kept = yielded.filter(({ rule, draft, exchange }) => {
    const rows = [...placesOf(draft), ...(draft.because ?? [])].map(rowKey);
    const heard = exchange ? exchanging : speakers;
    const yields = rule.supersededBy?.some((id) => rows.some((row) => heard.get(row)?.has(id)));
    return !yields && (exchange !== undefined || !rows.some((row) => explained.get(row)?.has(rule.id)));
  });
  const sorted = inOrder(kept);
  return sorted.filter((one, index) => {
    const before = sorted[index - 1];
    return (
      !before ||
      before.rule !== one.rule ||
      before.draft.message !== one.draft.message ||
      !samePlace(before.draft.at, one.draft.at)
    );
  });
}

/** Of each row, the rules that speak about it. */
function speakersOf(yielded: readonly RuleResult[]): ReadonlyMap<string, ReadonlySet<string>> {
  const speakers = new Map<string, Set<string>>();
  for (const { rule, draft } of yielded) {
    for (const place of [...placesOf(draft), ...(draft.settles ?? [])]) {
      const key = rowKey(place);
      const set = speakers.get(key);
      if (set) set.add(rule.id);
      else speakers.set(key, new Set([rule.id]));
    }
  }
  return speakers;
}

/**
 * On the lines of an exchange, the rules that the rule would yield to: an address that stands in another group's place is outside
 * the subnet of this one, and the exchange says why.
 */
function explainedByExchanges(yielded: readonly RuleResult[]): ReadonlyMap<string, ReadonlySet<string>> {
  const explained = new Map<string, Set<string>>();
  for (const { rule, draft, exchange } of yielded) {
    if (!exchange || !rule.supersededBy) continue;
    for (const place of [...placesOf(draft), ...(draft.settles ?? [])]) {
      const key = rowKey(place);
      explained.set(key, new Set([...(explained.get(key) ?? []), ...rule.supersededBy]));
    }
  }
  return explained;
}

/** By place, then by rule and message. */
export function inOrder(yielded: readonly RuleResult[]): RuleResult[] {
  return [...yielded].sort(
    (x, y) =>
      comparePlaces(x.draft.at, y.draft.at) ||
      compareTexts(x.rule.id, y.rule.id) ||
      compareTexts(x.draft.message, y.draft.message),
  );
}

/** `shown` makes of a sentence what may be shown of it. */
export function finding({ rule, draft }: RuleResult, shown: (sentence: string) => string): Finding {
  const spot = (note: { at: Place; message: string }): Spot => ({
    file: note.at.anchor.file,
    range: rangeOf(note.at),
    message: shown(note.message),
  });
  return {
    rule: rule.id,
    severity: draft.severity ?? rule.severity,
    file: draft.at.anchor.file,
    range: rangeOf(draft.at),
    message: shown(draft.message),
    peer: draft.peer && spot(draft.peer),
    also: (draft.also ?? []).map(spot),
  };
}

export function fixable(yielded: RuleResult, pairs: readonly Pair[]): 'safe' | 'choice' | null {
  const fixes = fixesOf(yielded, pairs);
  if (fixes.length === 0) return null;
  return fixes.some((fix) => fix.safe) ? 'safe' : 'choice';
}

/** The ways to mend it, computed now from the facts; a fix that throws is no fix, nor is one that would carry a key to another place. */
export function fixesOf({ rule, draft, exchange }: RuleResult, pairs: readonly Pair[]): readonly Fix[] {
  if (exchange) return exchangeFixes(exchange);
  try {
    return (rule.fix?.(draft.facts, pairs) ?? []).filter((fix) =>
      fix.edits.every((edit) => edit.newText.split('\n').every((line) => secretsIn(line).length === 0)),
    );
  } catch {
    return [];
  }
}

function placesOf(draft: RawFinding<unknown>): Place[] {
  return draft.peer ? [draft.at, draft.peer.at] : [draft.at];
}

function rowKey(place: Place): string {
  return `${place.anchor.file}\n${rowOf(place)}`;
}
