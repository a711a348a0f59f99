// Two values that stand in each other's place are one fault with one fix: where two findings of a rule say of the same two devices
// that one has x for y and the other y for x, they become one finding, whose fix exchanges the two (docs/decisions/fixes.md).
import { replace } from '../edits/config-edits';
import type { Side } from '../model/pairing/pair';
import { comparePlaces, type Place } from '../model/place';
import { push } from '../text/collections';
import type { Fix, RawFinding } from './rule';
import type { RuleResult } from './rule-runner';

/** A value on one device that should be that of the other. */
export interface DifferingEnd {
  readonly device: string;
  /** What has the value: `VRRP6 group 31`. */
  readonly of: string;
  /** As it is typed. */
  readonly text: string;
  /** Equal for values that mean the same. */
  readonly key: string;
  /** Everywhere it is typed; the first is what a finding points at. */
  readonly places: readonly Place[];
}

export interface Difference {
  /** Several of the values: `virtual IPs`. */
  readonly what: string;
  /** What follows when two of them are exchanged, as a clause. */
  readonly consequence: string;
  readonly a: DifferingEnd;
  readonly b: DifferingEnd;
  /** The device on which the value fits nothing else, where the file tells: there it is exchanged. */
  readonly odd?: Side;
  /** The values are numbers, and this device must have the greater one: exchanged only where that makes it so. */
  readonly greater?: Side;
}

/** Two differences of one rule, each with the values of the other. */
export interface Exchange {
  readonly one: Difference;
  readonly two: Difference;
}

/** The device of the two on which something does not fit; undefined where it is so on both or on neither. */
export function oddSide(onA: boolean, onB: boolean): Side | undefined {
  if (onA === onB) return undefined;
  return onA ? 'a' : 'b';
}

/** The findings with those that are one exchange put together. */
export function withExchanges(yielded: readonly RuleResult[]): readonly RuleResult[] {
  const differing = yielded.filter(({ raw }) => raw.differs);
  if (differing.length < 2) return yielded;
  const known = new Map<string, RuleResult[]>();
  for (const one of differing) push(known, keyOf(one, 'a', 'b'), one);
  const consumed = new Set<RuleResult>();
  const exchanges: RuleResult[] = [];
  for (const one of differing) {
    if (consumed.has(one)) continue;
    const two = known
      .get(keyOf(one, 'b', 'a'))
      ?.find(
        (other) => other !== one && !consumed.has(other) && sidesFor(one.raw.differs!, other.raw.differs!).length > 0,
      );
    if (!two) continue;
    consumed.add(one).add(two);
    exchanges.push(exchangeOf(one, two));
  }
  return exchanges.length === 0 ? yielded : [...yielded.filter((one) => !consumed.has(one)), ...exchanges];
}

function keyOf({ rule, raw }: RuleResult, first: Side, second: Side): string {
  const { what, a, b, [first]: one, [second]: two } = raw.differs!;
  const files = [a, b].map((end) => end.places[0]!.anchor.file);
  return [rule.id, ...files, what, one.key, two.key].join('\n');
}

function exchangeOf(first: RuleResult, second: RuleResult): RuleResult {
  const found = [first.raw.differs!, second.raw.differs!] as const;
  const side = sidesFor(found[0], found[1])[0]!;
  const peer = side === 'a' ? 'b' : 'a';
  const [one, two] = [...found].sort((x, y) => comparePlaces(x[side].places[0]!, y[side].places[0]!)) as [
    Difference,
    Difference,
  ];
  const message = (here: Side, there: Side, x: Difference, y: Difference) =>
    `${x[here].device}: ${x.what} ${x[here].text} and ${y[here].text} of ${x[here].of} and ${y[here].of} are exchanged against ${x[there].device}: ${x.consequence}`;
  const raw: RawFinding<undefined> = {
    at: one[side].places[0]!,
    message: message(side, peer, one, two),
    severity: first.raw.severity,
    peer: { at: one[peer].places[0]!, message: message(peer, side, one, two) },
    also: [{ at: two[side].places[0]!, message: message(side, peer, two, one) }],
    supersedesAt: [two[side].places[0]!, two[peer].places[0]!],
    facts: undefined,
  };
  return { rule: first.rule, raw, exchange: { one, two } };
}

/** The devices on which the two values may be exchanged, the likelier first. */
function sidesFor(one: Difference, two: Difference): readonly Side[] {
  const odd = commonOdd(one, two);
  const sides: readonly Side[] = odd ? [odd] : ['b', 'a'];
  return sides.filter((side) => isRightAfter(one, two, side) && isRightAfter(two, one, side));
}

function isRightAfter(one: Difference, giver: Difference, side: Side): boolean {
  if (one.greater === undefined) return true;
  const value = (of: Side) => Number(of === side ? giver[of].text : one[of].text);
  return one.greater === 'a' ? value('a') > value('b') : value('b') > value('a');
}

function commonOdd(one: Difference, two: Difference): Side | undefined {
  return one.odd === two.odd ? one.odd : undefined;
}

/** On the device whose values fit nothing else; where no file tells which that is, on either. */
export function exchangeFixes({ one, two }: Exchange): Fix[] {
  const odd = commonOdd(one, two);
  return sidesFor(one, two).map((side) => ({
    title: `Exchange ${one.what} ${one[side].text} and ${two[side].text} on ${one[side].device}`,
    edits: [
      ...one[side].places.map((place) => replace(place, two[side].text)),
      ...two[side].places.map((place) => replace(place, one[side].text)),
    ],
    safe: odd !== undefined,
  }));
}
