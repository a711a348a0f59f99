// A list that notes what its reader asks of it: the keys of indexes, or all of it.
import type { CollectionReads } from './collection-reads';

interface Observation {
  readonly list: readonly unknown[];
  readonly reads: CollectionReads;
}

const observations = new WeakMap<readonly unknown[], Observation>();

/** The list for one reader. To walk it is to ask for all of it: that is noted once, then the list itself is walked. */
export function observedList<Value>(list: readonly Value[], reads: CollectionReads): readonly Value[] {
  const observed = new Proxy(list, {
    get(target, key) {
      reads.isWhole = true;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  observations.set(observed, { list, reads });
  return observed;
}

/** The list itself and who is to hear what is asked of it; undefined where nobody is. */
export function observationOf<Value>(
  list: readonly Value[],
): { readonly list: readonly Value[]; readonly reads: CollectionReads } | undefined {
  return observations.get(list) as { readonly list: readonly Value[]; readonly reads: CollectionReads } | undefined;
}

/** The list itself, to be compared or kept by its identity: whoever asks for it depends on all of it. */
export function wholeList<Value>(list: readonly Value[]): readonly Value[] {
  const observation = observationOf(list);
  if (!observation) return list;
  observation.reads.isWhole = true;
  return observation.list;
}
