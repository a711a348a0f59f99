// What arrays lack.

/** Puts the value behind the others of its key. */
export function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** As many, and each the same as the one at its place. */
export function sameLists<One>(one: readonly One[], two: readonly One[], same: (x: One, y: One) => boolean): boolean {
  return one.length === two.length && one.every((each, index) => same(each, two[index]!));
}
