// How a collection differs from the one before an edit, and whether that concerns one who read it. What it costs follows what the
// edit changed.
import { sameLists } from '../../text/collections';
import type { CollectionReaders } from './collection-readers';
import { partOf, type CollectionReads, type KeysOf } from './collection-reads';
import { changedPlaces } from './patched-list';
import { baseOf, changedKeys, haveSameKeys } from './patched-map';

/** What stood at a key or place before the edit, and what stands there now. */
type Replacement = readonly [before: object | undefined, after: object | undefined];

interface Differences {
  /** The keys of a map by which other values go. */
  readonly keys: ReadonlySet<unknown>;
  /** The values that went and came at these keys, or at the places of a list. */
  readonly values: readonly Replacement[];
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
    const values = keys.map((key): Replacement => [before.get(key), after.get(key)]);
    return new CollectionChanges({
      keys: new Set(keys),
      values,
      isOtherBase: baseOf(before) !== baseOf(after),
      areOtherKeys: !haveSameKeys(before, after),
    });
  }

  static ofLists(before: readonly object[], after: readonly object[]): CollectionChanges {
    const places = changedPlaces(before, after);
    const values = (places ?? []).map((place): Replacement => [before[place], after[place]]);
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
      keys = new Set(values.flatMap((replacement) => keysConcerned(replacement, keysOf)));
      this.indexKeys.set(keysOf, keys);
    }
    return keys;
  }
}

/** The keys by which the value goes or went, but for those whose readers see the same of both. */
function keysConcerned(replacement: Replacement, keysOf: KeysOf): readonly string[] {
  const [before, after] = replacement.map((value) => (value ? keysOf(value as never) : []));
  const part = partOf(keysOf);
  if (!part || !replacement[0] || !replacement[1]) return [...before!, ...after!];
  const [was, is] = replacement as [never, never];
  const others = new Set(after);
  const isSame = (key: string) => others.has(key) && sameLists(part(was, key), part(is, key));
  const same = new Set(before!.filter(isSame));
  return [...before!, ...after!].filter((key) => !same.has(key));
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
