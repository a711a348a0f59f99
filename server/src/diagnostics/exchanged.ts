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

/**
 * A value that must be equal on both devices, or ordered, and is not: what a finding gives so that two of them can be
 * recognised as exchanged.
 */
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
  readonly first: Difference;
  readonly second: Difference;
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
  for (const result of differing) push(known, keyOf(result, 'a', 'b'), result);
  const consumed = new Set<RuleResult>();
  const exchanges: RuleResult[] = [];
  for (const result of differing) {
    if (consumed.has(result)) continue;
    const counterpart = known
      .get(keyOf(result, 'b', 'a'))
      ?.find(
        (other) =>
          other !== result && !consumed.has(other) && sidesFor(result.raw.differs!, other.raw.differs!).length > 0,
      );
    if (!counterpart) continue;
    consumed.add(result).add(counterpart);
    exchanges.push(exchangeOf(result, counterpart));
  }
  return exchanges.length === 0 ? yielded : [...yielded.filter((result) => !consumed.has(result)), ...exchanges];
}

function keyOf({ rule, raw }: RuleResult, first: Side, second: Side): string {
  const { what, a, b, [first]: left, [second]: right } = raw.differs!;
  const files = [a, b].map((end) => end.places[0]!.anchor.file);
  return [rule.id, ...files, what, left.key, right.key].join('\n');
}

function exchangeOf(first: RuleResult, second: RuleResult): RuleResult {
  const found = [first.raw.differs!, second.raw.differs!] as const;
  const side = sidesFor(found[0], found[1])[0]!;
  const peer = side === 'a' ? 'b' : 'a';
  const [left, right] = [...found].sort((x, y) => comparePlaces(x[side].places[0]!, y[side].places[0]!)) as [
    Difference,
    Difference,
  ];
  const message = (here: Side, there: Side, x: Difference, y: Difference) =>
    `${x[here].device}: ${x.what} ${x[here].text} and ${y[here].text} of ${x[here].of} and ${y[here].of} are exchanged against ${x[there].device}: ${x.consequence}`;
  const raw: RawFinding<undefined> = {
    at: left[side].places[0]!,
    message: message(side, peer, left, right),
    severity: first.raw.severity,
    peer: { at: left[peer].places[0]!, message: message(peer, side, left, right) },
    also: [{ at: right[side].places[0]!, message: message(side, peer, right, left) }],
    supersedesAt: [right[side].places[0]!, right[peer].places[0]!],
    facts: undefined,
  };
  return { rule: first.rule, raw, exchange: { first: left, second: right } };
}

/** The devices on which the two values may be exchanged, the likelier first. */
function sidesFor(left: Difference, right: Difference): readonly Side[] {
  const odd = commonOdd(left, right);
  const sides: readonly Side[] = odd ? [odd] : ['b', 'a'];
  return sides.filter((side) => isRightAfter(left, right, side) && isRightAfter(right, left, side));
}

function isRightAfter(difference: Difference, giver: Difference, side: Side): boolean {
  if (difference.greater === undefined) return true;
  const value = (of: Side) => Number(of === side ? giver[of].text : difference[of].text);
  return difference.greater === 'a' ? value('a') > value('b') : value('b') > value('a');
}

function commonOdd(left: Difference, right: Difference): Side | undefined {
  return left.odd === right.odd ? left.odd : undefined;
}

/** On the device whose values fit nothing else; where no file tells which that is, on either. */
export function exchangeFixes({ first, second }: Exchange): Fix[] {
  const odd = commonOdd(first, second);
  return sidesFor(first, second).map((side) => ({
    title: `Exchange ${first.what} ${first[side].text} and ${second[side].text} on ${first[side].device}`,
    edits: [
      ...first[side].places.map((place) => replace(place, second[side].text)),
      ...second[side].places.map((place) => replace(place, first[side].text)),
    ],
    safe: odd !== undefined,
  }));
}
