// A list in which an edit replaced a few values, each by another one at its place. The copy is a list like any other; beside it is
// kept what it was made of, so that telling two of them apart, or looking something up in one, does not follow its length.
import { wholeList } from './observed-list';

/** Replacements that are carried along; a list with more of them stands for itself. */
const most = 64;

interface Patch {
  readonly base: readonly unknown[];
  readonly replaced: ReadonlySet<number>;
}

// Lists must be plain arrays for all who read them; the map lets go of a list with its last reader.
const patches = new WeakMap<readonly unknown[], Patch>();

/** `list` with other values at these places; itself where all of them are there already. */
export function patchedList<Value>(list: readonly Value[], values: ReadonlyMap<number, Value>): readonly Value[] {
  const changes = [...values].filter(([place, value]) => list[place] !== value);
  if (changes.length === 0) return list;
  const next = list.slice();
  for (const [place, value] of changes) next[place] = value;
  const before = patches.get(list);
  const replaced = new Set([...(before?.replaced ?? []), ...changes.map(([place]) => place)]);
  if (replaced.size <= most) patches.set(next, { base: before?.base ?? list, replaced });
  return next;
}

/** `next` as a patch of `list`, where it is as long and differs in a few places; else itself. */
export function patchedListAs<Value>(list: readonly Value[], next: readonly Value[]): readonly Value[] {
  if (list.length !== next.length) return next;
  const changes = new Map<number, Value>();
  for (let place = 0; place < next.length; place++) if (next[place] !== list[place]) changes.set(place, next[place]!);
  return changes.size <= most ? patchedList(list, changes) : next;
}

/** The list that this one shares its length and all but a few of its values with. */
export function baseList<Value>(given: readonly Value[]): readonly Value[] {
  const list = wholeList(given);
  return (patches.get(list)?.base as readonly Value[] | undefined) ?? list;
}

const none: ReadonlySet<number> = new Set();

/** The places that may hold other values than in the base. */
export function replacedPlaces(list: readonly unknown[]): ReadonlySet<number> {
  return patches.get(wholeList(list))?.replaced ?? none;
}

/** Where the two lists differ; undefined where one was not made of the other by replacing values. */
export function changedPlaces<Value>(before: readonly Value[], after: readonly Value[]): readonly number[] | undefined {
  if (before === after) return [];
  if (baseList(before) !== baseList(after)) return undefined;
  const candidates = new Set([...replacedPlaces(before), ...replacedPlaces(after)]);
  return [...candidates].filter((place) => before[place] !== after[place]);
}
