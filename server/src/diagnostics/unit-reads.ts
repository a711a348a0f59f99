// What a rule read of a scope for each of its units, so that an edit leads to the units that read what it changed.
import { CollectionReaders } from '../model/incremental/collection-readers';
import { getOrAdd } from '../text/collections';
import type { FieldChanges, Reads } from './reads';

/** What was read for the units of one rule, by field and then by what was asked of the collection in it. */
export class UnitReads {
  private readonly collections = new Map<string, CollectionReaders>();

  /** Notes what was read of collections for the unit that goes by the key. */
  add(unit: string, reads: Reads): void {
    for (const [field, asked] of reads.ofCollections()) {
      getOrAdd(this.collections, field, () => new CollectionReaders()).add(unit, asked);
    }
  }

  /** The keys of the units for which something was read that differs. */
  *concernedBy(changes: FieldChanges): Iterable<string> {
    for (const [field, readers] of this.collections)
      yield* changes.ofCollection(field)?.readersConcerned(readers) ?? [];
  }
}
