// Couples of values that go by one key in two maps, such as the interfaces of one name on two devices: which keys follow from the two
// values of a couple. What is under the patches of the two maps is gone through once; what a patch replaced is looked at beside it.
import { push } from '../../text/collections';
import { memoizeByObjects } from '../../text/memoize';
import { whileIndexing } from './indexing';
import { wholeMap } from './observed-map';
import { baseOf, replacedIn } from './patched-map';

/** The keys of the couples that go by a key, in the order of the first map; those that a patch replaced stand last. */
export interface CoupleIndex<Key> {
  get(key: string): readonly Key[];
}

type Couples<Key> = ReadonlyMap<string, readonly Key[]>;

/** `keysOf` follows from the two values alone. */
export function coupleIndex<Key, Value extends object>(
  keysOf: (left: Value, right: Value) => readonly string[],
): (ones: ReadonlyMap<Key, Value>, twos: ReadonlyMap<Key, Value>) => CoupleIndex<Key> {
  type Values = ReadonlyMap<Key, Value>;
  const among = (keys: Iterable<Key>, ones: Values, twos: Values): Couples<Key> => {
    const found = new Map<string, Key[]>();
    whileIndexing(() => {
      for (const key of keys) {
        const [left, right] = [ones.get(key), twos.get(key)];
        if (left && right) for (const by of keysOf(left, right)) push(found, by, key);
      }
    });
    return found;
  };
  const bases = memoizeByObjects((ones: Values, twos: Values) =>
    among(
      whileIndexing(() => [...ones.keys()]),
      ones,
      twos,
    ),
  );
  const indexOf = memoizeByObjects((ones: Values, twos: Values): CoupleIndex<Key> => {
    const base = bases(baseOf(ones), baseOf(twos));
    const replaced = new Set([...replacedIn(ones), ...replacedIn(twos)]);
    const added = among(replaced, ones, twos);
    return {
      get: (by) => [...(base.get(by) ?? []).filter((key) => !replaced.has(key)), ...(added.get(by) ?? [])],
    };
  });
  return (ones, twos) => indexOf(wholeMap(ones), wholeMap(twos));
}
