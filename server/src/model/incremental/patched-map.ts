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
    for (const [key, value] of this.entries()) callback(value, key, this);
  }

  keys(): MapIterator<Key> {
    return this.base.keys();
  }

  *values(): Generator<Value, undefined> {
    for (const [, value] of this.entries()) yield value;
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

/** A patch in which some values go by other keys than in the base. */
class RenamedMap<Key, Value> extends PatchedMap<Key, Value> {
  /** `replaced` holds the values that go by other keys. */
  constructor(
    base: ReadonlyMap<Key, Value>,
    replaced: ReadonlyMap<Key, Value>,
    readonly renaming: Renaming<Key>,
  ) {
    super(base, replaced);
  }

  override get(key: Key): Value | undefined {
    return this.replaced.get(key) ?? (this.renaming.next.has(key) ? undefined : this.base.get(key));
  }

  override has(key: Key): boolean {
    return this.replaced.has(key) || (this.base.has(key) && !this.renaming.next.has(key));
  }

  override *keys(): Generator<Key, undefined> {
    for (const key of this.base.keys()) yield this.renaming.next.get(key) ?? key;
    return undefined;
  }

  override *entries(): Generator<[Key, Value], undefined> {
    for (const [old, value] of this.base) {
      const key = this.renaming.next.get(old) ?? old;
      yield [key, this.replaced.get(key) ?? value];
    }
    return undefined;
  }
}

/**
 * `map` with other values for some of its keys; no value is undefined. `renames`: keys in whose places others stand, which `values`
 * holds; none of those was there before.
 */
export function patched<Key, Value extends object>(
  map: ReadonlyMap<Key, Value>,
  values: ReadonlyMap<Key, Value>,
  renames: ReadonlyMap<Key, Key> = new Map(),
): ReadonlyMap<Key, Value> {
  if (values.size === 0) return map;
  const { base, replaced: before } = partsOf(map);
  const replaced = new Map([...before, ...values]);
  for (const old of renames.keys()) replaced.delete(old);
  const made = patch(base, replaced, renamedFurther(renamingOf(map), renames));
  return replaced.size > most ? new Map(made) : made;
}

/** The renaming of the base, after keys of the map that patches it got others. */
function renamedFurther<Key>(
  renaming: Renaming<Key> | undefined,
  renames: ReadonlyMap<Key, Key>,
): Renaming<Key> | undefined {
  if (renames.size === 0) return renaming;
  const next = new Map(renaming?.next);
  for (const [old, key] of renames) {
    const inBase = renaming?.before.get(old) ?? old;
    if (inBase === key) next.delete(inBase);
    else next.set(inBase, key);
  }
  return renamingTo(next);
}

/** Undefined where no key is another than in the base. */
function renamingTo<Key>(next: ReadonlyMap<Key, Key>): Renaming<Key> | undefined {
  return next.size > 0 ? { next, before: new Map([...next].map(([old, key]) => [key, old])) } : undefined;
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
  return patch(base, replaced, renamingTo(renamed));
}

function patch<Key, Value>(
  base: ReadonlyMap<Key, Value>,
  replaced: ReadonlyMap<Key, Value>,
  renaming: Renaming<Key> | undefined,
): ReadonlyMap<Key, Value> {
  return renaming ? new RenamedMap(base, replaced, renaming) : new PatchedMap(base, replaced);
}

function partsOf<Key, Value>(map: ReadonlyMap<Key, Value>): Pick<PatchedMap<Key, Value>, 'base' | 'replaced'> {
  return map instanceof PatchedMap ? (map as PatchedMap<Key, Value>) : { base: map, replaced: new Map<Key, Value>() };
}

function renamingOf<Key>(given: ReadonlyMap<Key, unknown>): Renaming<Key> | undefined {
  const map = wholeMap(given);
  return map instanceof RenamedMap ? (map as RenamedMap<Key, unknown>).renaming : undefined;
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
  const { replaced } = partsOf(wholeMap(given));
  const gone = renamingOf(given)?.next.keys() ?? [];
  return [...new Set([...replaced.keys(), ...gone])];
}

/** The key that the map has where its base has this one. */
export function keyNow<Key>(map: ReadonlyMap<Key, unknown>, key: Key): Key {
  return renamingOf(map)?.next.get(key) ?? key;
}

/** The key that the base of the map has where it has this one itself. */
export function keyInBase<Key>(map: ReadonlyMap<Key, unknown>, key: Key): Key {
  return renamingOf(map)?.before.get(key) ?? key;
}

/** Whether the two have the same keys in the same order, as far as what they patch tells. */
export function haveSameKeys<Key>(one: ReadonlyMap<Key, unknown>, other: ReadonlyMap<Key, unknown>): boolean {
  if (baseOf(one) !== baseOf(other)) return false;
  const [left, right] = [renamingOf(one)?.next, renamingOf(other)?.next];
  if (!left || !right) return left === right;
  return left.size === right.size && [...left].every(([old, key]) => right.get(old) === key);
}
