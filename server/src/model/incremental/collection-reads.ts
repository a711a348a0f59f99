// What one reader asked of a collection, so that the engine can tell whether an edit concerns that reader: one that asked for three
// interfaces has to look again only when one of the three changed.

/** Which keys of an index a value goes by. */
export type KeysOf = (value: never) => readonly string[];

/** What a reader that asks an index for a key looks at of a value: the same members mean the same answers. */
export type PartOf = (value: never, key: string) => readonly object[];

const parts = new WeakMap<KeysOf, PartOf>();

/** Readers of the index look at no more of a value than its part for the key that they ask for. */
export function readByParts(keysOf: KeysOf, partOf: PartOf): void {
  parts.set(keysOf, partOf);
}

/** Undefined where readers look at whole values. */
export function partOf(keysOf: KeysOf): PartOf | undefined {
  return parts.get(keysOf);
}

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
