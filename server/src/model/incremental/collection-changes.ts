// How a collection differs from the one before an edit, and whether that concerns one who read it. What it costs follows what the
// edit changed.
import type { CollectionReaders } from './collection-readers';
import type { CollectionReads, KeysOf } from './collection-reads';
import { changedPlaces } from './patched-list';
import { baseOf, changedKeys, haveSameKeys } from './patched-map';

interface Differences {
  /** The keys of a map by which other values go. */
  readonly keys: ReadonlySet<unknown>;
  /** The values that went and came at these keys, or at the places of a list. */
  readonly values: readonly object[];
  /** Members came, went or moved, or too many changed to be told apart. */
  readonly isOtherBase: boolean;
  /** The keys of a map, or their order, are not those of before. */
  readonly areOtherKeys: boolean;
}

/** How a collection differs from the one before an edit, asked by key and by key of an index. */
export class CollectionChanges {
  private readonly indexKeys = new Map<KeysOf, ReadonlySet<string>>();

  private constructor(private readonly differences: Differences) {}

  static ofMaps(before: ReadonlyMap<unknown, object>, after: ReadonlyMap<unknown, object>): CollectionChanges {
    const keys = changedKeys(before, after);
    const values = keys.flatMap((key) => present([before.get(key), after.get(key)]));
    return new CollectionChanges({
      keys: new Set(keys),
      values,
      isOtherBase: baseOf(before) !== baseOf(after),
      areOtherKeys: !haveSameKeys(before, after),
    });
  }

  static ofLists(before: readonly object[], after: readonly object[]): CollectionChanges {
    const places = changedPlaces(before, after);
    const values = (places ?? []).flatMap((place) => present([before[place], after[place]]));
    const isOtherBase = places === undefined;
    return new CollectionChanges({ keys: new Set(), values, isOtherBase, areOtherKeys: isOtherBase });
  }

  /** Whether the reader may get other answers now. */
  concern(reads: CollectionReads): boolean {
    const { keys, isOtherBase, areOtherKeys } = this.differences;
    if (reads.isWhole || (reads.isBase && areOtherKeys)) return true;
    if (haveCommon(keys, reads.keys)) return true;
    for (const [keysOf, asked] of reads.indexKeys) {
      // What goes by a key stands in the order of the collection.
      if (isOtherBase) return true;
      if (haveCommon(this.indexKeysOf(keysOf), asked)) return true;
    }
    return false;
  }

  /** Those of the readers that may get other answers now; one may be named more than once. */
  *readersConcerned(readers: CollectionReaders): Iterable<string> {
    const { keys, isOtherBase, areOtherKeys } = this.differences;
    yield* readers.whole;
    if (areOtherKeys) yield* readers.base;
    yield* readersOf(readers.byKey, keys);
    for (const [keysOf, byKey] of readers.byIndexKey) {
      if (!isOtherBase) yield* readersOf(byKey, this.indexKeysOf(keysOf));
      else for (const some of byKey.values()) yield* some;
    }
  }

  /** The keys of the index by which another value goes than before. */
  private indexKeysOf(keysOf: KeysOf): ReadonlySet<string> {
    let keys = this.indexKeys.get(keysOf);
    if (!keys) {
      const { values } = this.differences;
      keys = new Set(values.flatMap((value) => (keysOf as (value: object) => readonly string[])(value)));
      this.indexKeys.set(keysOf, keys);
    }
    return keys;
  }
}

/** An edit of a long section changes thousands of keys, and most readers ask for few: the smaller set is gone through. */
function haveCommon(first: ReadonlySet<unknown>, other: ReadonlySet<unknown>): boolean {
  const [few, many] = first.size <= other.size ? [first, other] : [other, first];
  for (const key of few) if (many.has(key)) return true;
  return false;
}

function* readersOf<Key>(byKey: ReadonlyMap<Key, ReadonlySet<string>>, keys: ReadonlySet<Key>): Iterable<string> {
  for (const key of keys.size <= byKey.size ? keys : byKey.keys()) if (keys.has(key)) yield* byKey.get(key) ?? [];
}

function present(values: readonly (object | undefined)[]): object[] {
  return values.filter((value) => value !== undefined);
}
