// A pair seen from the other side: what was `b` is `a`. It is the same pair; only who is named first changes.
import { eTrunkPairs } from '../model/e-trunk/e-trunk-pairs';
import { preferredDevice } from '../model/e-trunk/roles';
import type { Pair, Side } from '../model/pairing/pair';
import { intendedMaster } from '../model/vrrp/roles';

const known = new WeakMap<Pair, Pair>();

/** The same object for the same pair; swapping twice gives the pair itself. */
export function swapSides(pair: Pair): Pair {
  let swapped = known.get(pair);
  if (!swapped) {
    swapped = swappedPair(pair);
    known.set(pair, swapped);
    known.set(swapped, pair);
  }
  return swapped;
}

function swappedPair(pair: Pair): Pair {
  const profiles = new Map(pair.profiles.map((profile) => [profile, swap(profile)]));
  const locations = new Map(pair.locations.map((location) => [location, swap(location)]));
  return {
    a: pair.b,
    b: pair.a,
    isBackedUp: pair.isBackedUp,
    why: pair.why,
    channels: pair.channels.map(swap),
    profiles: [...profiles.values()],
    locations: [...locations.values()],
    groups: pair.groups.map((group) => ({
      ...swap(group),
      profiles: group.profiles.map((profile) => profiles.get(profile) ?? swap(profile)),
      locations: group.locations.map((location) => locations.get(location) ?? swap(location)),
    })),
  };
}

function swap<Sides extends { readonly a: unknown; readonly b: unknown }>(sides: Sides): Sides {
  return { ...sides, a: sides.b, b: sides.a };
}

/** Where no group elects a master, an E-Trunk may. */
function isLedByB(pair: Pair): boolean {
  return eTrunkPairs(pair).some((eTrunk) => preferredDevice(eTrunk) === 'b');
}

/** With the device first that is master of most virtual routers of hot backup, of all where there are none; as it is where neither is. */
export function orientToMaster(pair: Pair): Pair {
  const followed = pair.groups.filter((group) => group.profiles.length + group.locations.length > 0);
  const counted = followed.length > 0 ? followed : pair.groups;
  if (counted.length === 0) return isLedByB(pair) ? swapSides(pair) : pair;
  const ledBy = (side: Side) => counted.filter((group) => intendedMaster(pair, group) === side).length;
  return ledBy('b') > ledBy('a') ? swapSides(pair) : pair;
}
