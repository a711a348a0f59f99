// What one reader asked of a collection, so that the engine can tell whether an edit concerns that reader: one that asked for three
// interfaces has to look again only when one of the three changed.

/** Which keys of an index a value goes by. */
export type KeysOf = (value: never) => readonly string[];

/** What a check has asked of one collection. */
export class CollectionReads {
  /** It was walked, or asked for something that may rest on any of its values. */
  isWhole = false;
  /** Its keys were walked or counted, or it was asked what is under its patches. */
  isBase = false;
  readonly keys = new Set<unknown>();
  /** The keys that indexes of the collection were asked for. */
  readonly indexKeys = new Map<KeysOf, Set<string>>();

  ofIndex(keysOf: KeysOf): Set<string> {
    let keys = this.indexKeys.get(keysOf);
    if (!keys) this.indexKeys.set(keysOf, (keys = new Set()));
    return keys;
  }
}
