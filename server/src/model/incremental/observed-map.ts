// A map that notes what its reader asks of it.
//
// Each run of a reader is handed a map that no other run has. So what is kept by the identity of a map is found again in the same run
// alone, and no answer reaches a reader without being noted for it. The same holds for lists (`observed-list.ts`).
import type { CollectionReads } from './collection-reads';
import { indexing } from './indexing';

/** A map that notes in `reads` what is asked of it. */
export class ObservedMap<Key, Value> implements ReadonlyMap<Key, Value> {
  constructor(
    private readonly map: ReadonlyMap<Key, Value>,
    readonly reads: CollectionReads,
  ) {}

  /** The map itself, for one who notes in `reads` what is asked of it. */
  get unobserved(): ReadonlyMap<Key, Value> {
    return this.map;
  }

  get size(): number {
    this.reads.isBase = true;
    return this.map.size;
  }

  // What an index reads while it is made belongs to no reader: what is asked of the index is noted there.
  get(key: Key): Value | undefined {
    if (indexing.depth === 0) this.reads.keys.add(key);
    return this.map.get(key);
  }

  has(key: Key): boolean {
    if (indexing.depth === 0) this.reads.keys.add(key);
    return this.map.has(key);
  }

  forEach(callback: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    this.reads.isWhole = true;
    this.map.forEach((value, key) => callback(value, key, this));
  }

  keys(): MapIterator<Key> {
    this.reads.isBase = true;
    return this.map.keys();
  }

  values(): MapIterator<Value> {
    this.reads.isWhole = true;
    return this.map.values();
  }

  entries(): MapIterator<[Key, Value]> {
    this.reads.isWhole = true;
    return this.map.entries();
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }
}

/** The map itself, to be compared or kept by its identity: whoever asks for it depends on all of it. */
export function wholeMap<Key, Value>(map: ReadonlyMap<Key, Value>): ReadonlyMap<Key, Value> {
  if (!(map instanceof ObservedMap)) return map;
  const observed = map as ObservedMap<Key, Value>;
  observed.reads.isWhole = true;
  return observed.unobserved;
}
