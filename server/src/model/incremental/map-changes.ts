// How a map differs from the one before an edit, and whether that concerns one who read it. What it costs follows what the edit changed.
import type { KeysOf, MapReads } from './observed-map';
import { baseOf, changedKeys } from './patched-map';

export class MapChanges {
  private readonly changed: readonly unknown[];
  /** Keys came, went or moved, or too much changed to be told apart. */
  private readonly isOtherBase: boolean;
  private readonly keysByIndex = new Map<KeysOf, ReadonlySet<string>>();

  constructor(
    private readonly before: ReadonlyMap<unknown, object>,
    private readonly after: ReadonlyMap<unknown, object>,
  ) {
    this.changed = changedKeys(before, after);
    this.isOtherBase = baseOf(before) !== baseOf(after);
  }

  /** Whether the reader may get other answers now. */
  concern(reads: MapReads): boolean {
    if (this.before === this.after) return false;
    if (reads.isWhole || (reads.isBase && this.isOtherBase)) return true;
    if (this.changed.some((key) => reads.keys.has(key))) return true;
    for (const [keysOf, asked] of reads.indexKeys) {
      // The order of what goes by a key is that of the map.
      if (this.isOtherBase) return true;
      for (const key of this.indexKeysOf(keysOf)) if (asked.has(key)) return true;
    }
    return false;
  }

  /** The keys of the index by which another value goes than before. */
  private indexKeysOf(keysOf: KeysOf): ReadonlySet<string> {
    let keys = this.keysByIndex.get(keysOf);
    if (!keys) {
      const values = this.changed.flatMap((key) => [this.before.get(key) ?? [], this.after.get(key) ?? []].flat());
      keys = new Set(values.flatMap((value) => (keysOf as (value: object) => readonly string[])(value)));
      this.keysByIndex.set(keysOf, keys);
    }
    return keys;
  }
}
