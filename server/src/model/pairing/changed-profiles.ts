// Which profiles an edit may have changed: they themselves, what binds them, and the virtual routers that they follow.
import { memoizeByObjects } from '../../text/memoize';
import type { Device, Rbp } from '../device';
import { changedMembers } from '../incremental/derived-list';
import { movedInterfaces, type DerivedUnits } from '../incremental/derived-units';
import { changedKeys } from '../incremental/patched-map';
import { nameKey } from '../names';
import { changedOtherwise } from './changed-groups';
import { profilePairOf } from './matching';
import type { Pair, ProfilePair } from './pair';
import { profilesNaming } from './similarity';

/** Keys of the profiles that changed, came or went, or that name or are named by an interface that did. */
export function boundAnew(before: Device, after: Device): ReadonlySet<string> {
  const keys = new Set(changedKeys(before.profiles, after.profiles));
  for (const key of movedInterfaces(before.interfaces, after.interfaces)) {
    for (const device of [before, after])
      for (const name of device.interfaces.get(key)?.profiles ?? []) keys.add(nameKey(name.value));
    for (const profile of profilesNaming(key, after)) keys.add(profile.key);
  }
  return keys;
}

/** The profiles of a device by their keys, with what binds them and the interfaces that they name a group of. */
export const profilesOfDevice: DerivedUnits<Device, Rbp> = {
  near: new Set(['profiles', 'interfaces']),
  keys: ({ profiles }) => profiles.keys(),
  at: ({ profiles }, key) => profiles.get(key),
  touched: boundAnew,
};

/** Matched profiles of the pair after an edit that bind, are bound by or follow what changed. */
export const profilesNear = memoizeByObjects((before: Pair, after: Pair): readonly ProfilePair[] => {
  const bound = (['a', 'b'] as const).flatMap((side) =>
    [...boundAnew(before[side], after[side])].flatMap((key) => profilePairOf(after, side, key) ?? []),
  );
  const { gone, come } = changedMembers(before.groups, after.groups);
  // A virtual router that is the same but for who follows it says nothing new to the others that do.
  const following = changedOtherwise(gone, come).flatMap((group) =>
    group.profiles.flatMap(({ a }) => profilePairOf(after, 'a', a.key) ?? []),
  );
  return [...new Set([...bound, ...following])];
});

const nearFields = ['interfaces', 'groups', 'profiles'];

/** The matched profiles, by the keys of those of the first device, with what binds them and what they follow. */
export const matchedProfiles: DerivedUnits<Pair, ProfilePair> = {
  near: new Set(['profiles', 'groups', ...['a', 'b'].flatMap((side) => nearFields.map((field) => `${side}.${field}`))]),
  keys: ({ profiles }) => profiles.map(({ a }) => a.key),
  at: (pair, key) => profilePairOf(pair, 'a', key),
  touched(before, after) {
    const { gone, come } = changedMembers(before.profiles, after.profiles);
    return new Set([...gone, ...come, ...profilesNear(before, after)].map(({ a }) => a.key));
  },
};
