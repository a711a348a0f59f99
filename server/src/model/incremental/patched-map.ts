// A map in which an edit replaced the values of a few keys. It shares all else with the map before the edit, so that neither
// making it nor telling the two apart follows the size of the file. Keys and their order never differ from those of `base`.
import { ObservedMap, wholeMap } from './observed-map';

/** Replacements that are carried along; more of them make a map of their own. */
const most = 64;

class PatchedMap<Key, Value> implements ReadonlyMap<Key, Value> {
  constructor(
    readonly base: ReadonlyMap<Key, Value>,
    readonly replaced: ReadonlyMap<Key, Value>,
  ) {}

  get size(): number {
    return this.base.size;
  }

  get(key: Key): Value | undefined {
    return this.replaced.get(key) ?? this.base.get(key);
  }

  has(key: Key): boolean {
    return this.base.has(key);
  }

  forEach(callback: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    this.base.forEach((value, key) => callback(this.replaced.get(key) ?? value, key, this));
  }

  keys(): MapIterator<Key> {
    return this.base.keys();
  }

  *values(): Generator<Value, undefined> {
    for (const [key, value] of this.base) yield this.replaced.get(key) ?? value;
    return undefined;
  }

  *entries(): Generator<[Key, Value], undefined> {
    for (const [key, value] of this.base) yield [key, this.replaced.get(key) ?? value];
    return undefined;
  }

  [Symbol.iterator](): Generator<[Key, Value], undefined> {
    return this.entries();
  }
}

/** `map` with other values for some of its keys; no value is undefined. */
export function patched<Key, Value extends object>(
  map: ReadonlyMap<Key, Value>,
  values: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> {
  if (values.size === 0) return map;
  const base = map instanceof PatchedMap ? (map.base as ReadonlyMap<Key, Value>) : map;
  const replaced =
    map instanceof PatchedMap ? new Map([...(map.replaced as ReadonlyMap<Key, Value>), ...values]) : values;
  return replaced.size > most ? new Map(new PatchedMap(base, replaced)) : new PatchedMap(base, replaced);
}

/** Keys of either map whose values are not the same in both. */
export function changedKeys<Key, Value>(
  previous: ReadonlyMap<Key, Value>,
  next: ReadonlyMap<Key, Value>,
): readonly Key[] {
  if (previous === next) return [];
  const candidates =
    baseOf(previous) === baseOf(next)
      ? new Set([...replacedIn(previous), ...replacedIn(next)])
      : new Set([...previous.keys(), ...next.keys()]);
  return [...candidates].filter((key) => previous.get(key) !== next.get(key));
}

/** The map that `map` shares its keys with, and the keys that have other values than there. */
export function baseOf<Key, Value>(map: ReadonlyMap<Key, Value>): ReadonlyMap<Key, Value> {
  if (map instanceof ObservedMap) {
    const observed = map as ObservedMap<Key, Value>;
    observed.reads.isBase = true;
    return baseOf(observed.unobserved);
  }
  return map instanceof PatchedMap ? (map.base as ReadonlyMap<Key, Value>) : map;
}

/** The keys whose values the map replaces in the one that it patches; none where it patches none. */
export function replacedIn<Key, Value>(given: ReadonlyMap<Key, Value>): readonly Key[] {
  const map = wholeMap(given);
  return map instanceof PatchedMap ? [...(map.replaced as ReadonlyMap<Key, Value>).keys()] : [];
}
