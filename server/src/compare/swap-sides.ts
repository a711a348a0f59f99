// A pair seen from the other side: what was `b` is `a`. It is the same pair; only who is named first changes.
import type { Pair } from '../model/pairing/pair';
import { intendedMaster } from '../model/vrrp/roles';

const seen = new WeakMap<Pair, Pair>();

export function swapSides(pair: Pair): Pair {
  let found = seen.get(pair);
  if (!found) {
    const swap = <T extends { readonly a: unknown; readonly b: unknown }>(one: T): T => ({
      ...one,
      a: one.b,
      b: one.a,
    });
    const profiles = new Map(pair.profiles.map((one) => [one, swap(one)]));
    const locations = new Map(pair.locations.map((one) => [one, swap(one)]));
    found = {
      a: pair.b,
      b: pair.a,
      why: pair.why,
      channels: pair.channels.map(swap),
      profiles: [...profiles.values()],
      locations: [...locations.values()],
      groups: pair.groups.map((group) => ({
        ...swap(group),
        profiles: group.profiles.map((one) => profiles.get(one) ?? swap(one)),
        locations: group.locations.map((one) => locations.get(one) ?? swap(one)),
      })),
    };
    seen.set(pair, found);
    seen.set(found, pair);
  }
  return found;
}

/** With the device first that is master of most virtual routers; as it is where neither is. */
export function orientToMaster(pair: Pair): Pair {
  const followed = pair.groups.filter((group) => group.profiles.length + group.locations.length > 0);
  const of = (side: 'a' | 'b') =>
    (followed.length > 0 ? followed : pair.groups).filter((group) => intendedMaster(pair, group) === side).length;
  return of('b') > of('a') ? swapSides(pair) : pair;
}
