// Which of many readers asked what of one collection: the other way round than `collection-reads.ts`, so that an edit leads to those
// that it concerns and to no other.
import type { CollectionReads, KeysOf } from './collection-reads';

type Readers<Key> = Map<Key, Set<string>>;

/** What readers, each by its name, have asked of one collection. What a reader asked once stays noted. */
export class CollectionReaders {
  /** Who walked it, or asked for something that may rest on any of its values. */
  readonly whole = new Set<string>();
  /** Who walked or counted its keys. */
  readonly base = new Set<string>();
  readonly byKey: Readers<unknown> = new Map();
  readonly byIndexKey = new Map<KeysOf, Readers<string>>();

  add(reader: string, reads: CollectionReads): void {
    if (reads.isWhole) this.whole.add(reader);
    if (reads.isBase) this.base.add(reader);
    for (const key of reads.keys) note(this.byKey, key, reader);
    for (const [keysOf, keys] of reads.indexKeys) {
      let readers = this.byIndexKey.get(keysOf);
      if (!readers) this.byIndexKey.set(keysOf, (readers = new Map()));
      for (const key of keys) note(readers, key, reader);
    }
  }
}

function note<Key>(readers: Readers<Key>, key: Key, reader: string): void {
  const known = readers.get(key);
  if (known) known.add(reader);
  else readers.set(key, new Set([reader]));
}
