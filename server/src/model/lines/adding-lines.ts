// Lines that add up: what one of them lists, or a range of it, may as well stand on several (`adds` of the catalogue). Whether two
// devices say the same is then no question of single lines: `dns-server 10.1.1.1 10.1.1.2` is what `dns-server 10.1.1.1` and
// `dns-server 10.1.1.2` say together.
import { entry } from '../../catalogue';
import { push } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import { address } from '../address';
import { joined, numberOf, type AddressRange } from '../address-ranges';
import { canonicalText } from './canonical-text';
import type { MatchedLine } from './matched-line';

/** What a line adds to the others of its kind. */
interface Added {
  readonly line: MatchedLine;
  /** The words that begin such lines: lines of other words add to something else. */
  readonly kind: string;
  readonly ranges: readonly AddressRange[];
  /** What is no address. */
  readonly words: readonly string[];
}

/**
 * The lines of two views that say the same in other portions: those that have something in common, on either device, and of which
 * those of `a` add up to what those of `b` do.
 */
export function saidInOtherPortions(a: Iterable<MatchedLine>, b: Iterable<MatchedLine>): ReadonlySet<MatchedLine> {
  const [ofA, ofB] = [[...a].flatMap(added), [...b].flatMap(added)];
  if (ofA.length === 0 || ofB.length === 0) return nothing;
  const onA = new Set(ofA);
  const found = new Set<MatchedLine>();
  for (const parts of connected([...ofA, ...ofB])) {
    const [left, right] = [parts.filter((part) => onA.has(part)), parts.filter((part) => !onA.has(part))];
    const isWhole = left.length > 0 && right.length > 0 && !overlapsItself(left) && !overlapsItself(right);
    if (isWhole && sumOf(left) === sumOf(right)) for (const { line } of parts) found.add(line);
  }
  return found;
}

const nothing: ReadonlySet<MatchedLine> = new Set();

const added = memoizeByObject((line: MatchedLine): readonly Added[] => {
  const { match } = line;
  const kinds = match && !match.undo ? entry(match.command)?.adds : undefined;
  if (!match || !kinds) return [];
  const spoken = canonicalText(line).split(' ');
  const kind = kinds.find((words) => words.split(' ').every((word, index) => word === '*' || word === spoken[index]));
  if (kind === undefined) return [];
  const rest = spoken.slice(kind.split(' ').length);
  const bytes = rest.flatMap((word) => address(word) ?? []);
  const isRange = match.values.some(({ name }) => name === 'start-address');
  return [{ line, kind, ranges: rangesOf(bytes.map(numberOf), isRange), words: rest.filter((word) => !address(word)) }];
});

function rangesOf(numbers: readonly bigint[], isRange: boolean): AddressRange[] {
  const [first, last = first] = numbers;
  if (isRange && first !== undefined && last !== undefined) return first <= last ? [{ first, end: last + 1n }] : [];
  return numbers.map((number) => ({ first: number, end: number + 1n }));
}

/** Portions of one whole do not lie over each other: such ranges are a mistake of their device, unless one is written twice. */
function overlapsItself(parts: readonly Added[]): boolean {
  const sizeOf = (ranges: readonly AddressRange[]) => ranges.reduce((size, { first, end }) => size + end - first, 0n);
  const ranges = [...new Map(parts.map((part) => [sumOf([part]), part])).values()].flatMap((part) => part.ranges);
  return sizeOf(joined(ranges)) < sizeOf(ranges);
}

function sumOf(parts: readonly Added[]): string {
  const ranges = joined(parts.flatMap((part) => part.ranges)).map(({ first, end }) => `${first}-${end}`);
  return [...new Set(parts.flatMap(({ words }) => words).sort()), ...ranges].join(' ');
}

/** Lines of one kind that share an address or a word, those that share one with these, and so on. */
function connected(parts: readonly Added[]): readonly (readonly Added[])[] {
  const groups = new Map<Added, Added[]>(parts.map((part) => [part, [part]]));
  const join = (left: Added, right: Added) => {
    const [into, from] = [groups.get(left)!, groups.get(right)!];
    if (into === from) return;
    for (const part of from) groups.set(part, into);
    into.push(...from);
  };
  const byWord = new Map<string, Added>();
  for (const part of parts) {
    for (const word of part.words) {
      const key = `${part.kind}\n${word}`;
      const known = byWord.get(key);
      if (known) join(known, part);
      else byWord.set(key, part);
    }
  }
  const byKind = new Map<string, { readonly part: Added; readonly range: AddressRange }[]>();
  for (const part of parts) for (const range of part.ranges) push(byKind, part.kind, { part, range });
  for (const ofKind of byKind.values()) {
    let reach: (typeof ofKind)[number] | undefined;
    for (const next of ofKind.sort((left, right) => (left.range.first < right.range.first ? -1 : 1))) {
      if (reach && next.range.first < reach.range.end) join(reach.part, next.part);
      if (!reach || next.range.end > reach.range.end) reach = next;
    }
  }
  return [...new Set(groups.values())];
}
