// Indexes of collections that edits patch: which values go by a key. An index is made once of the unpatched collection; what a
// patch replaced is looked at beside it. So an index costs nothing to keep up to date, and cannot be out of date.
import { push } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import { whileIndexing } from './indexing';
import { baseOf, keyInBase, keyNow, replacedIn } from './patched-map';
import { baseList, replacedPlaces } from './patched-list';
import type { CollectionReads, KeysOf } from './collection-reads';
import { observationOf, wholeList } from './observed-list';
import { ObservedMap } from './observed-map';

/** What goes by a key, in the order of the collection. */
export interface IndexView<Value> {
  get(key: string): readonly Value[];
  /** The same one by one: for who looks for one of them. */
  each(key: string): Iterable<Value>;
  has(key: string): boolean;
  /** How many values go by the key; does not follow their number. */
  count(key: string): number;
  keys(): Iterable<string>;
  /** Keys by which more than one value goes. */
  shared(): Iterable<string>;
}

type Places = ReadonlyMap<string, readonly number[]>;

const sharedIn = memoizeByObject((places: Places): readonly string[] =>
  [...places].filter(([, list]) => list.length > 1).map(([key]) => key),
);

/** `keysOf` follows from the value and from what it is read with: the `context` of one value is always the same. */
export function listIndex<Value extends object, Context = undefined>(
  keysOf: (value: Value, context: Context) => readonly string[],
): (list: readonly Value[], context: Context) => IndexView<Value> {
  const known = new WeakMap<readonly Value[], Places>();
  const views = new WeakMap<readonly Value[], IndexView<Value>>();
  const viewOf = (list: readonly Value[], context: Context): IndexView<Value> => {
    let found = views.get(list);
    if (!found) {
      const base = baseList(list);
      let places = known.get(base);
      if (!places) known.set(base, (places = placesByKey(base, (value) => keysOf(value, context))));
      found = view(
        places,
        replacedPlaces(list),
        (place) => list[place]!,
        (value) => keysOf(value, context),
      );
      views.set(list, found);
    }
    return found;
  };
  return (list, context) => {
    const observation = observationOf(list);
    // What keys follow from beside the value is not at hand when the engine asks for them after an edit.
    if (!observation || context !== undefined) return viewOf(wholeList(list), context);
    const keysOfValue = keysOf as (value: Value) => readonly string[];
    return observedView(viewOf(observation.list, context), observation.reads, keysOfValue);
  };
}

/** `keysOf` follows from the value alone. */
export function mapIndex<Key, Value extends object>(
  keysOf: (value: Value) => readonly string[],
): (map: ReadonlyMap<Key, Value>) => IndexView<Value> {
  const baseIndex = memoizeByObject((base: ReadonlyMap<Key, Value>) => ({
    keys: whileIndexing(() => [...base.keys()]),
    places: placesByKey(
      whileIndexing(() => [...base.values()]),
      keysOf,
    ),
  }));
  const viewOf = memoizeByObject((map: ReadonlyMap<Key, Value>) => {
    const { keys, places } = baseIndex(baseOf(map));
    return view(places, placesReplaced(map), (place) => map.get(keyNow(map, keys[place]!))!, keysOf);
  });
  return (map) => {
    if (!(map instanceof ObservedMap)) return viewOf(map);
    const { unobserved, reads } = map as ObservedMap<Key, Value>;
    return observedView(viewOf(unobserved), reads, keysOf);
  };
}

/** The same view, noting which keys it is asked for. */
function observedView<Value extends object>(
  view: IndexView<Value>,
  reads: CollectionReads,
  keysOf: KeysOf,
): IndexView<Value> {
  const asked = reads.ofIndex(keysOf);
  const noted = <Answer>(ask: (key: string) => Answer) => {
    return (key: string): Answer => {
      asked.add(key);
      return ask(key);
    };
  };
  const whole = <Answer>(ask: () => Answer) => {
    return (): Answer => {
      reads.isWhole = true;
      return ask();
    };
  };
  return {
    get: noted(view.get),
    each: noted(view.each),
    has: noted(view.has),
    count: noted(view.count),
    keys: whole(view.keys),
    shared: whole(view.shared),
  };
}

/** Where a key stands in the order of the map. */
export function placeOfKey<Key>(map: ReadonlyMap<Key, unknown>, key: Key): number {
  return placesOfKeys(baseOf(map)).get(keyInBase(map, key))!;
}

/** The places of the map that hold another value than what it patches. */
export function placesReplaced<Key>(map: ReadonlyMap<Key, unknown>): ReadonlySet<number> {
  return new Set(
    replacedIn(map)
      .filter((key) => map.has(key))
      .map((key) => placeOfKey(map, key)),
  );
}

const placesOfKeys = memoizeByObject((base: ReadonlyMap<unknown, unknown>): ReadonlyMap<unknown, number> => {
  const places = new Map<unknown, number>();
  whileIndexing(() => {
    for (const key of base.keys()) places.set(key, places.size);
  });
  return places;
});

/** Where a value stands in the list. */
export function placeOfValue<Value extends object>(given: readonly Value[], value: Value): number | undefined {
  const list = wholeList(given);
  for (const place of replacedPlaces(list)) if (list[place] === value) return place;
  const place = placesOfValues(baseList(list)).get(value);
  return place !== undefined && list[place] === value ? place : undefined;
}

const placesOfValues = memoizeByObject((base: readonly object[]): ReadonlyMap<object, number> => {
  const places = new Map<object, number>();
  base.forEach((value, place) => places.set(value, place));
  return places;
});

function placesByKey<Value>(list: readonly Value[], keysOf: (value: Value) => readonly string[]): Places {
  const places = new Map<string, number[]>();
  whileIndexing(() => {
    for (let place = 0; place < list.length; place++) addPlace(places, place, keysOf(list[place]!));
  });
  return places;
}

function placesAmong<Value>(
  among: Iterable<number>,
  valueAt: (place: number) => Value,
  keysOf: (value: Value) => readonly string[],
): Places {
  const places = new Map<string, number[]>();
  whileIndexing(() => {
    for (const place of among) {
      addPlace(places, place, keysOf(valueAt(place)));
    }
  });
  return places;
}

function addPlace(places: Map<string, number[]>, place: number, keys: readonly string[]): void {
  if (keys.length === 1) push(places, keys[0]!, place);
  else if (keys.length > 1) for (const key of new Set(keys)) push(places, key, place);
}

function view<Value>(
  places: Places,
  replaced: ReadonlySet<number>,
  valueAt: (place: number) => Value,
  keysOf: (value: Value) => readonly string[],
): IndexView<Value> {
  if (replaced.size === 0) {
    return {
      get: (key) => (places.get(key) ?? []).map(valueAt),
      each: (key) => eachAt(places.get(key) ?? [], valueAt),
      has: (key) => places.has(key),
      count: (key) => places.get(key)?.length ?? 0,
      keys: () => places.keys(),
      shared: () => sharedIn(places),
    };
  }
  const added = placesAmong(replaced, valueAt, keysOf);
  const has = (key: string) => added.has(key) || (places.get(key) ?? []).some((place) => !replaced.has(place));
  const placesOf = (key: string) => {
    const kept = (places.get(key) ?? []).filter((place) => !replaced.has(place));
    const more = added.get(key);
    return more ? [...kept, ...more].sort((left, right) => left - right) : kept;
  };
  return {
    get: (key) => placesOf(key).map(valueAt),
    each: (key) => eachAt(eachKept(places.get(key) ?? [], replaced, added.get(key) ?? []), valueAt),
    has,
    count: (key) => countKept(places.get(key) ?? [], replaced) + (added.get(key)?.length ?? 0),
    keys: () => [...new Set([...places.keys(), ...added.keys()])].filter(has),
    shared: () => [...new Set([...sharedIn(places), ...added.keys()])].filter((key) => placesOf(key).length > 1),
  };
}

function* eachAt<Value>(places: Iterable<number>, valueAt: (place: number) => Value): Iterable<Value> {
  for (const place of places) yield valueAt(place);
}

/** The places, which are in ascending order, that are not replaced, and among them those that are added. */
function* eachKept(
  places: readonly number[],
  replaced: ReadonlySet<number>,
  added: readonly number[],
): Iterable<number> {
  const more = [...added].sort((left, right) => left - right);
  let next = 0;
  for (const place of places) {
    while (next < more.length && more[next]! < place) yield more[next++]!;
    if (!replaced.has(place)) yield place;
  }
  yield* more.slice(next);
}

/** How many of the places, which are in ascending order, are not replaced. */
function countKept(places: readonly number[], replaced: ReadonlySet<number>): number {
  let count = places.length;
  if (count > 0) for (const place of replaced) if (isAmong(places, place)) count--;
  return count;
}

function isAmong(places: readonly number[], wanted: number): boolean {
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return places[low] === wanted;
}
