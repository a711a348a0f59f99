// A map that notes what its reader asks of it, so that the engine can tell whether an edit concerns that reader: one that asked for
// three interfaces has to look again only when one of the three changed.
//
// Whoever is handed such a map gets one that nobody else has. So nothing that is kept by the identity of a map is found by it, and
// no answer reaches the reader without being noted here.
import { isIndexing } from './indexing';

/** Which keys of an index a value goes by. */
export type KeysOf = (value: never) => readonly string[];

/** What a reader asked of one map. */
export class MapReads {
  /** It was walked, or asked for something that may rest on any of its values. */
  isWhole = false;
  /** Its keys were walked or counted, or it was asked what is under its patches. */
  isBase = false;
  readonly keys = new Set<unknown>();
  /** The keys that indexes of the map were asked for. */
  readonly indexKeys = new Map<KeysOf, Set<string>>();

  ofIndex(keysOf: KeysOf): Set<string> {
    let keys = this.indexKeys.get(keysOf);
    if (!keys) this.indexKeys.set(keysOf, (keys = new Set()));
    return keys;
  }

  /** Takes over what another run of the same reader asked. */
  add(other: MapReads): void {
    this.isWhole ||= other.isWhole;
    this.isBase ||= other.isBase;
    for (const key of other.keys) this.keys.add(key);
    for (const [keysOf, keys] of other.indexKeys) {
      const known = this.ofIndex(keysOf);
      for (const key of keys) known.add(key);
    }
  }
}

export class ObservedMap<Key, Value> implements ReadonlyMap<Key, Value> {
  constructor(
    private readonly map: ReadonlyMap<Key, Value>,
    readonly reads: MapReads,
  ) {}

  /** The map itself, for one who notes in `reads` what is asked of it. */
  get unobserved(): ReadonlyMap<Key, Value> {
    return this.map;
  }

  get size(): number {
    this.reads.isBase = true;
    return this.map.size;
  }

  get(key: Key): Value | undefined {
    this.note(key);
    return this.map.get(key);
  }

  has(key: Key): boolean {
    this.note(key);
    return this.map.has(key);
  }

  /** What an index reads while it is made belongs to no reader: what is asked of the index is noted there. */
  private note(key: Key): void {
    if (!isIndexing()) this.reads.keys.add(key);
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
