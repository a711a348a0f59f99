// The two sides of a pair and the names by which a rehearsal calls them. Two files may give one sysname (`HUAWEI`): then the
// file's name tells them apart.
import type { Pair, Side } from '../../model/pairing/pair';
import { memoizeByObject } from '../../text/memoize';

/** Both sides, the first device first. */
export const sides: readonly Side[] = ['a', 'b'];

/** One value for each side. */
export function bySide<Value>(valueOf: (side: Side) => Value): Record<Side, Value> {
  return { a: valueOf('a'), b: valueOf('b') };
}

/** How both devices are called in every statement of a rehearsal. */
export const deviceNames = memoizeByObject((pair: Pair): Readonly<Record<Side, string>> => {
  const hasOneName = pair.a.name.toLowerCase() === pair.b.name.toLowerCase();
  return bySide((side) => (hasOneName ? `${pair[side].name} (${pair[side].file})` : pair[side].name));
});
