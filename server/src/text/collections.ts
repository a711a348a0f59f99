// What arrays lack.

/** Puts the value behind the others of its key. */
export function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The value of the key; where there is none, a new one that is put there. */
export function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}

/** How many members of a list in order come before a point in it: those that `isBefore` holds for, which stand first. By halves. */
export function partitionPoint<Item>(sorted: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** As many, and each the same as the one at its place; the very same where `same` is left out. */
export function sameLists<Item>(
  left: readonly Item[],
  right: readonly Item[],
  same: (x: Item, y: Item) => boolean = Object.is,
): boolean {
  return left.length === right.length && left.every((each, index) => same(each, right[index]!));
}
