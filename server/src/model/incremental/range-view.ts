// Which ranges of a collection overlap: addresses of pools, VLANs of a port, public addresses of instances. They are sorted once for
// what is under the patches of the collection; what a patch replaced is looked up beside it. So an edit costs what it changed.
import { memoizeByObject } from '../../text/memoize';
import { push } from '../../text/collections';
import { compareTexts } from '../../text/compare-texts';
import { placesReplaced } from './index-view';
import { whileIndexing } from './indexing';
import { baseList, replacedPlaces } from './patched-list';
import { wholeList } from './observed-list';
import { wholeMap } from './observed-map';
import { baseOf, keyNow } from './patched-map';

/** Both ends are inclusive and of one length in one space, so that texts are in the order of what they stand for. */
export interface Range {
  /** Ranges of different spaces never overlap. */
  readonly space: string;
  readonly from: string;
  readonly to: string;
}

/** A range with the value that it was read from. */
export interface Ranged<Value, R extends Range> {
  readonly value: Value;
  readonly range: R;
  /** Where the value stands in its collection. */
  readonly place: number;
}

/** The later one of two in the order of the collection, and the earlier one. */
export interface Overlap<Value, R extends Range> {
  readonly earlier: Ranged<Value, R>;
  readonly later: Ranged<Value, R>;
}

/** Which ranges of a collection lie over each other, kept over edits. */
export interface RangeView<Value, R extends Range> {
  /** Ranges that overlap another one. Of three and more that do, each is named at least once, not each with each. */
  overlaps(): readonly Overlap<Value, R>[];
  /** All ranges that overlap this one. */
  within(range: Range): readonly Ranged<Value, R>[];
}

interface Entry<R extends Range> {
  readonly place: number;
  readonly range: R;
}

/** The ranges of one space in the order of their beginnings. */
interface Space<R extends Range> {
  readonly entries: readonly Entry<R>[];
  /** How far any range up to this one reaches. */
  readonly reach: readonly string[];
}

type Couple<R extends Range> = readonly [Entry<R>, Entry<R>];

interface Sorted<R extends Range> {
  readonly spaces: ReadonlyMap<string, Space<R>>;
  readonly overlaps: readonly Couple<R>[];
}

interface Reader<Value extends object, R extends Range> {
  readonly rangesOf: (value: Value) => readonly R[];
  /** What values that were put in overlap in the base: they stay for the edits that follow. */
  readonly known: WeakMap<Value, { readonly base: Sorted<R>; readonly couples: readonly Couple<R>[] }>;
}

/** `rangesOf` follows from the value alone, and gives the same objects for it each time. */
export function listRanges<Value extends object, R extends Range>(
  rangesOf: (value: Value) => readonly R[],
): (list: readonly Value[]) => RangeView<Value, R> {
  const reader = { rangesOf, known: new WeakMap() };
  const sortedBase = memoizeByObject((base: readonly Value[]) => sorted(base, rangesOf));
  const viewOf = memoizeByObject((list: readonly Value[]) =>
    view(sortedBase(baseList(list)), replacedPlaces(list), (place) => list[place]!, reader),
  );
  return (list) => viewOf(wholeList(list));
}

/** `rangesOf` follows from the value alone, and gives the same objects for it each time. */
export function mapRanges<Key, Value extends object, R extends Range>(
  rangesOf: (value: Value) => readonly R[],
): (map: ReadonlyMap<Key, Value>) => RangeView<Value, R> {
  const reader = { rangesOf, known: new WeakMap() };
  const baseIndex = memoizeByObject((base: ReadonlyMap<Key, Value>) =>
    whileIndexing(() => ({ keys: [...base.keys()], sorted: sorted([...base.values()], rangesOf) })),
  );
  const viewOf = memoizeByObject((map: ReadonlyMap<Key, Value>) => {
    const { keys, sorted: base } = baseIndex(baseOf(map));
    return view(base, placesReplaced(map), (place) => map.get(keyNow(map, keys[place]!))!, reader);
  });
  return (map) => viewOf(wholeMap(map));
}

function sorted<Value, R extends Range>(list: readonly Value[], rangesOf: (value: Value) => readonly R[]): Sorted<R> {
  return whileIndexing(() => {
    const entries: Entry<R>[] = [];
    list.forEach((value, place) => {
      for (const range of rangesOf(value)) entries.push({ place, range });
    });
    return sortedEntries(entries);
  });
}

function entriesOf<Value, R extends Range>(
  value: Value,
  place: number,
  rangesOf: (value: Value) => readonly R[],
): Entry<R>[] {
  return rangesOf(value).map((range) => ({ place, range }));
}

function sortedEntries<R extends Range>(list: readonly Entry<R>[]): Sorted<R> {
  const bySpace = new Map<string, Entry<R>[]>();
  for (const entry of list) push(bySpace, entry.range.space, entry);
  const spaces = new Map<string, Space<R>>();
  const overlaps: Couple<R>[] = [];
  for (const [name, entries] of bySpace) {
    entries.sort((left, right) => compareTexts(left.range.from, right.range.from));
    const reach: string[] = [];
    let furthest: Entry<R> | undefined;
    for (const entry of entries) {
      if (furthest && entry.range.from <= furthest.range.to) overlaps.push([furthest, entry]);
      if (!furthest || entry.range.to > furthest.range.to) furthest = entry;
      reach.push(furthest.range.to);
    }
    spaces.set(name, { entries, reach });
  }
  return { spaces, overlaps };
}

function view<Value extends object, R extends Range>(
  base: Sorted<R>,
  replaced: ReadonlySet<number>,
  valueAt: (place: number) => Value,
  reader: Reader<Value, R>,
): RangeView<Value, R> {
  const fresh = [...replaced].flatMap((place) => entriesOf(valueAt(place), place, reader.rangesOf));
  const patch = sortedEntries(fresh);
  const ranged = ({ place, range }: Entry<R>): Ranged<Value, R> => ({ value: valueAt(place), range, place });
  const kept = (range: Range) => overlapping(base, range).filter((entry) => !replaced.has(entry.place));
  return {
    within: (range) => [...kept(range), ...overlapping(patch, range)].map(ranged),
    overlaps: () => {
      const couples = base.overlaps.filter(([left, right]) => !replaced.has(left.place) && !replaced.has(right.place));
      couples.push(...patch.overlaps);
      // What overlapped a range that was replaced may overlap another one as well.
      const bereft = base.overlaps.flatMap(([left, right]) => {
        if (replaced.has(left.place) === replaced.has(right.place)) return [];
        return replaced.has(left.place) ? [right] : [left];
      });
      for (const entry of bereft)
        for (const other of kept(entry.range)) if (!isSame(other, entry)) couples.push([other, entry]);
      for (const place of replaced)
        couples.push(
          ...againstBase(base, valueAt(place), place, reader).filter(([other]) => !replaced.has(other.place)),
        );
      return distinctCouples(couples).map(([earlier, later]) => ({ earlier: ranged(earlier), later: ranged(later) }));
    },
  };
}

/** What the ranges of a value overlap in the base, but for those at its own place. */
function againstBase<Value extends object, R extends Range>(
  base: Sorted<R>,
  value: Value,
  place: number,
  { rangesOf, known: kept }: Reader<Value, R>,
): readonly Couple<R>[] {
  const known = kept.get(value);
  if (known?.base === base) return known.couples;
  const couples = entriesOf(value, place, rangesOf).flatMap((entry) =>
    overlapping(base, entry.range)
      .filter((other) => other.place !== place)
      .map((other) => [other, entry] as const),
  );
  kept.set(value, { base, couples });
  return couples;
}

function isSame<R extends Range>(left: Entry<R>, right: Entry<R>): boolean {
  return left.place === right.place && left.range === right.range;
}

/** Each couple once, the earlier one first. */
function distinctCouples<R extends Range>(couples: readonly Couple<R>[]): Couple<R>[] {
  const seen = new Map<R, Set<R>>();
  const found: Couple<R>[] = [];
  for (const [entry, peerEntry] of couples) {
    const [first, second] = entry.place <= peerEntry.place ? [entry, peerEntry] : [peerEntry, entry];
    const known = seen.get(first.range) ?? new Set<R>();
    if (known.has(second.range) || seen.get(second.range)?.has(first.range)) continue;
    seen.set(first.range, known.add(second.range));
    found.push([first, second]);
  }
  return found;
}

function overlapping<R extends Range>({ spaces }: Sorted<R>, range: Range): Entry<R>[] {
  const space = spaces.get(range.space);
  if (!space) return [];
  const found: Entry<R>[] = [];
  // Behind the last one that begins before the end, and back to where nothing reaches any more.
  for (let index = countUpTo(space.entries, range.to) - 1; index >= 0 && space.reach[index]! >= range.from; index--) {
    const entry = space.entries[index]!;
    if (entry.range.to >= range.from) found.push(entry);
  }
  return found;
}

/** How many of the ranges begin at `last` or before it. */
function countUpTo(entries: readonly Entry<Range>[], last: string): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.range.from <= last) low = middle + 1;
    else high = middle;
  }
  return low;
}
