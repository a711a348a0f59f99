// Runs rules and turns what they yield into findings. A rule that throws is reported once and skipped; the others run.
import type { Device } from '../model/device';
import type { SectionFacts } from '../model/lines/matched-line';
import type { Network } from '../model/pairing/network';
import type { Pair } from '../model/pairing/pair';
import { comparePlaces, rangeOf, rowOf, samePlace, type Place } from '../model/place';
import { secretsIn } from '../model/secrets';
import type { Range } from '../text/range';
import { deviceChanges, pairChanges, watchedDevice, watchedPair, type Changes, type Memory } from './rule-cache';
import type { Draft, Fix, LineRule, NetworkRule, DeviceRule, PairRule, Rule, Severity } from './rule';

/** A rule's draft before its places are looked up. */
export interface Yielded {
  readonly rule: Rule;
  readonly draft: Draft<unknown>;
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
  line(facts: SectionFacts): readonly Yielded[];
  /** With `memory` of an earlier run over the same file or pair, rules that an edit cannot have made speak are left out. */
  device(device: Device, memory?: Memory<Device>): readonly Yielded[];
  pair(pair: Pair, memory?: Memory<Pair>): readonly Yielded[];
  /** `before`: what it gave for the network before an edit that made and broke no pair; of the edited devices the old and the new ones, and their peers. */
  network(
    network: Network,
    before?: { readonly findings: readonly Yielded[]; readonly devices: readonly Device[] },
  ): readonly Yielded[];
}

/** `report` hears of each rule that threw, once. */
export function runner(rules: readonly Rule[], report: (rule: string, error: unknown) => void): Runner {
  const broken = new Set<string>();
  const of = <Scope extends Rule['scope']>(scope: Scope) => rules.filter((rule) => rule.scope === scope);
  const lineRules = of('line') as LineRule[];
  const deviceRules = of('device') as DeviceRule[];
  const pairRules = of('pair') as PairRule[];
  const networkRules = of('network') as NetworkRule[];

  function run<Scope>(
    list: readonly { id: string; find(scope: Scope): Iterable<Draft<unknown>> }[],
    scope: Scope,
    found: Yielded[],
  ): void {
    for (const rule of list) {
      if (broken.has(rule.id)) continue;
      try {
        for (const draft of rule.find(scope)) found.push({ rule: rule as unknown as Rule, draft });
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
    list: readonly { id: string; find(scope: Scope): Iterable<Draft<unknown>> }[],
    scopes: Iterable<Scope>,
  ) => {
    const found: Yielded[] = [];
    for (const scope of scopes) run(list, scope, found);
    return found;
  };
  /** The rules that may have something to say; the others are known to be silent. */
  function speaking<
    Scope extends object,
    One extends { id: string; each?: Rule['each']; find(scope: Scope): Iterable<Draft<unknown>> },
  >(
    list: readonly One[],
    scope: Scope,
    memory: Memory<Scope> | undefined,
    compare: (was: Scope, is: Scope) => Changes<Scope>,
    watched: (scope: Scope, reads: Set<string>) => Scope,
  ): readonly One[] {
    if (!memory) return list;
    const changes = memory.scope && compare(memory.scope, scope);
    memory.scope = scope;
    return list.filter((rule) => {
      if (broken.has(rule.id)) return false;
      const silentIn = (part: Scope, reads: Set<string>) => {
        for (const _ of rule.find(watched(part, reads))) return false;
        return true;
      };
      try {
        const reads = memory.silent.get(rule.id);
        if (changes && reads) {
          const seen = [...changes.fields].filter((field) => reads.has(field));
          if (seen.length === 0) return false;
          if (rule.each) {
            const only = changes.only(rule.each);
            if (seen.every((field) => only.fields.has(field)) && silentIn(only.scope, reads)) return false;
          }
        }
        // What spoke last time most likely speaks again.
        if (memory.spoke.delete(rule.id)) return true;
        const fresh = new Set<string>();
        if (silentIn(scope, fresh)) {
          memory.silent.set(rule.id, fresh);
          return false;
        }
        memory.silent.delete(rule.id);
        memory.spoke.add(rule.id);
        return true;
      } catch {
        // It throws again where that is reported.
        return true;
      }
    });
  }
  return {
    line(facts) {
      const found: Yielded[] = [];
      for (const rule of lineRules) {
        if (broken.has(rule.id)) continue;
        try {
          for (const line of facts.all)
            if (rule.concerns(line))
              for (const draft of rule.find(line)) found.push({ rule: rule as unknown as Rule, draft });
        } catch (error) {
          broken.add(rule.id);
          report(rule.id, error);
        }
      }
      return found;
    },
    device: (device, memory) => {
      const end = endOfDevice(device);
      return collect(speaking(deviceRules, device, memory, deviceChanges, watchedDevice), [device]).filter(
        ({ draft }) => rowOf(draft.at) <= end,
      );
    },
    pair: (pair, memory) => collect(speaking(pairRules, pair, memory, pairChanges, watchedPair), [pair]),
    network: (network, before) =>
      networkRules.flatMap((rule) => {
        if (before && !concerns(rule, network, before.devices))
          return before.findings.filter((found) => found.rule === rule);
        if (rule.asks) asked.set(rule, new Set(network.devices.flatMap((device) => rule.asks!(device))));
        return collect([rule], [network]);
      }),
  };
}

/** Below a second name stand the lines of another device: merged with those of the first they prove nothing about it. */
function endOfDevice(device: Device): number {
  const second = device.otherSysnames.find((other) => other.value !== device.sysname?.value);
  return second ? rowOf(second.at) : Infinity;
}

/** One fault, one finding: drops what yields to a rule that already speaks about the same line, and repetitions; sorts. */
export function settled(yielded: readonly Yielded[]): Yielded[] {
  const speakers = new Map<string, Set<string>>();
  for (const { rule, draft } of yielded) {
    for (const place of placesOf(draft)) {
      const key = rowKey(place);
      const set = speakers.get(key);
      if (set) set.add(rule.id);
      else speakers.set(key, new Set([rule.id]));
    }
  }
  const kept = yielded.filter(
    ({ rule, draft }) =>
      !rule.yields?.some((id) =>
        [...placesOf(draft), ...(draft.because ?? [])].some((place) => speakers.get(rowKey(place))?.has(id)),
      ),
  );
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

/** By place, then by rule and message. */
export function inOrder(yielded: readonly Yielded[]): Yielded[] {
  return [...yielded].sort(
    (x, y) =>
      comparePlaces(x.draft.at, y.draft.at) ||
      (x.rule.id < y.rule.id ? -1 : x.rule.id > y.rule.id ? 1 : 0) ||
      (x.draft.message < y.draft.message ? -1 : x.draft.message > y.draft.message ? 1 : 0),
  );
}

export function finding(yielded: Yielded): Finding {
  const { rule, draft } = yielded;
  const spot = (note: { at: Place; message: string }): Spot => ({
    file: note.at.anchor.file,
    range: rangeOf(note.at),
    message: note.message,
  });
  return {
    rule: rule.id,
    severity: draft.severity ?? rule.severity,
    file: draft.at.anchor.file,
    range: rangeOf(draft.at),
    message: draft.message,
    peer: draft.peer && spot(draft.peer),
    also: (draft.also ?? []).map(spot),
  };
}

export function fixable(yielded: Yielded): 'safe' | 'choice' | null {
  const fixes = fixesOf(yielded);
  return fixes.length === 0 ? null : fixes.some((fix) => fix.safe) ? 'safe' : 'choice';
}

/** The ways to mend it, computed now from the facts; a fix that throws is no fix, nor is one that would carry a key to another place. */
export function fixesOf({ rule, draft }: Yielded): readonly Fix[] {
  try {
    return (rule.fix?.(draft.facts) ?? []).filter((fix) =>
      fix.edits.every((edit) => edit.newText.split('\n').every((line) => secretsIn(line).length === 0)),
    );
  } catch {
    return [];
  }
}

function placesOf(draft: Draft<unknown>): Place[] {
  return draft.peer ? [draft.at, draft.peer.at] : [draft.at];
}

function rowKey(place: Place): string {
  return `${place.anchor.file}\n${rowOf(place)}`;
}
