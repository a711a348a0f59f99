// A map in which an edit replaced the values of a few keys, or gave a few values other keys in their places. It shares all else with
// the map before the edit, so that neither making it nor telling the two apart follows the size of the file. The order never differs
// from that of `base`.
import { ObservedMap, wholeMap } from './observed-map';

/** Replacements that are carried along; more of them make a map of their own. */
const most = 64;

/** Other keys for places of the base: by the key there, and which keys of the base are gone with that. */
interface Renaming<Key> {
  readonly next: ReadonlyMap<Key, Key>;
  /** The same by the other key. */
  readonly before: ReadonlyMap<Key, Key>;
}

class PatchedMap<Key, Value> implements ReadonlyMap<Key, Value> {
  constructor(
    readonly base: ReadonlyMap<Key, Value>,
    readonly replaced: ReadonlyMap<Key, Value>,
    readonly renaming?: Renaming<Key>,
  ) {}

  get size(): number {
    return this.base.size;
  }

  get(key: Key): Value | undefined {
    const value = this.replaced.get(key);
    if (value !== undefined || this.renaming?.next.has(key)) return value;
    return this.base.get(key);
  }

  has(key: Key): boolean {
    if (!this.renaming) return this.base.has(key);
    return this.replaced.has(key) || (this.base.has(key) && !this.renaming.next.has(key));
  }

  forEach(callback: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) callback(value, key, this);
  }

  keys(): MapIterator<Key> {
    return this.renaming ? renamedKeys(this.base, this.renaming) : this.base.keys();
  }

  *values(): Generator<Value, undefined> {
    for (const [, value] of this.entries()) yield value;
    return undefined;
  }

  *entries(): Generator<[Key, Value], undefined> {
    for (const [old, value] of this.base) {
      const key = this.renaming?.next.get(old) ?? old;
      yield [key, this.replaced.get(key) ?? value];
    }
    return undefined;
  }

  [Symbol.iterator](): Generator<[Key, Value], undefined> {
    return this.entries();
  }
}

function* renamedKeys<Key>(base: ReadonlyMap<Key, unknown>, { next }: Renaming<Key>): Generator<Key, undefined> {
  for (const key of base.keys()) yield next.get(key) ?? key;
  return undefined;
}

/** `map` with other values for some of its keys; no value is undefined. */
export function patched<Key, Value extends object>(
  map: ReadonlyMap<Key, Value>,
  values: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> {
  if (values.size === 0) return map;
  const { base, replaced: before, renaming } = partsOf(map);
  const replaced = before.size > 0 ? new Map([...before, ...values]) : values;
  const made = new PatchedMap(base, replaced, renaming);
  return replaced.size > most ? new Map(made) : made;
}

/**
 * `next` as a patch of `map`, where all but a few of its keys and values are the same in the same order; else itself. What an index
 * knows of `map` then holds for it.
 */
export function patchedAs<Key, Value extends object>(
  map: ReadonlyMap<Key, Value>,
  next: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> {
  if (map.size !== next.size) return next;
  const { base } = partsOf(map);
  const replaced = new Map<Key, Value>();
  const renamed = new Map<Key, Key>();
  const entries = next.entries();
  for (const [old, value] of base) {
    const [key, other] = entries.next().value as [Key, Value];
    if (key !== old) renamed.set(old, key);
    if (key !== old || other !== value) replaced.set(key, other);
    if (replaced.size > most) return next;
  }
  const renaming = { next: renamed, before: new Map([...renamed].map(([old, key]) => [key, old])) };
  return new PatchedMap(base, replaced, renamed.size > 0 ? renaming : undefined);
}

interface Parts<Key, Value> {
  readonly base: ReadonlyMap<Key, Value>;
  readonly replaced: ReadonlyMap<Key, Value>;
  readonly renaming?: Renaming<Key>;
}

function partsOf<Key, Value>(map: ReadonlyMap<Key, Value>): Parts<Key, Value> {
  return map instanceof PatchedMap ? (map as PatchedMap<Key, Value>) : { base: map, replaced: new Map<Key, Value>() };
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

/** The keys by which other values go than in the map that it patches, or none any more; none where it patches none. */
export function replacedIn<Key, Value>(given: ReadonlyMap<Key, Value>): readonly Key[] {
  const { replaced, renaming } = partsOf(wholeMap(given));
  return renaming ? [...new Set([...replaced.keys(), ...renaming.next.keys()])] : [...replaced.keys()];
}

/** The key that the map has where its base has this one. */
export function keyNow<Key>(map: ReadonlyMap<Key, unknown>, key: Key): Key {
  return partsOf(wholeMap(map)).renaming?.next.get(key) ?? key;
}

/** The key that the base of the map has where it has this one itself. */
export function keyInBase<Key>(map: ReadonlyMap<Key, unknown>, key: Key): Key {
  return partsOf(wholeMap(map)).renaming?.before.get(key) ?? key;
}

/** Whether the two have the same keys in the same order, as far as what they patch tells. */
export function haveSameKeys<Key>(one: ReadonlyMap<Key, unknown>, other: ReadonlyMap<Key, unknown>): boolean {
  if (baseOf(one) !== baseOf(other)) return false;
  const [left, right] = [partsOf(wholeMap(one)).renaming?.next, partsOf(wholeMap(other)).renaming?.next];
  if (!left || !right) return left === right;
  return left.size === right.size && [...left].every(([old, key]) => right.get(old) === key);
}
