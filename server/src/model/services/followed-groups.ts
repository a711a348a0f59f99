// A profile is one thing on two devices: what it follows on the one must be the virtual router that it follows on the other.
import type { Group, Interface } from '../device';
import { groupPairOf, profilePairOf } from '../pairing/matching';
import type { Pair, ProfilePair } from '../pairing/pair';
import { differingBindings, groupsOf, hasService, profilesWith, countWith, type Binding } from './bindings';

export interface OtherGroup {
  /** What the profile follows on either device. */
  readonly a: Group;
  readonly b: Group;
  /** What answers each on the other device: the group that the profile should follow there. */
  readonly wantedOnA?: Group;
  readonly wantedOnB?: Group;
}

/** Undefined where the profile follows one virtual router, or the files do not tell. */
export function otherGroup(pair: Pair, { a, b }: ProfilePair): OtherGroup | undefined {
  const [mine, theirs] = [groupsOf(a, pair.a), groupsOf(b, pair.b)];
  // Nearly always both follow the two ends of one virtual router.
  const [one] = mine;
  if (mine.length === 1 && theirs.length === 1 && groupPairOf(pair, one!)?.b === theirs[0]) return undefined;
  if (mine.length === 0 || theirs.length === 0 || [...mine, ...theirs].some(({ follows }) => follows)) return undefined;
  const lostOnB = mine.find((group) => isElsewhere(groupPairOf(pair, group)?.b, theirs));
  const lostOnA = theirs.find((group) => isElsewhere(groupPairOf(pair, group)?.a, mine));
  if (!lostOnA && !lostOnB) return undefined;
  return {
    a: lostOnB ?? mine[0]!,
    b: lostOnA ?? theirs[0]!,
    wantedOnA: lostOnA && groupPairOf(pair, lostOnA)?.a,
    wantedOnB: lostOnB && groupPairOf(pair, lostOnB)?.b,
  };
}

function isElsewhere(counterpart: Group | undefined, followed: readonly Group[]): boolean {
  // A role that comes from the other family is a fault of its own.
  const isComparable = followed.some(({ family }) => family === counterpart?.family);
  return counterpart !== undefined && isComparable && !followed.includes(counterpart);
}

/** Where the two interfaces, one on each device, that a matched profile of a service is bound to differ. */
export type BoundDifferently = (pair: Pair, service: string) => { readonly a: Binding; readonly b: Binding }[];

/**
 * `differ` follows from the two interfaces alone. Not where the two profiles follow two virtual routers: their interfaces are not each
 * other's.
 */
export function boundDifferently(differ: (one: Interface, two: Interface) => boolean): BoundDifferently {
  const differing = differingBindings(differ);
  return (pair, service) =>
    profilePairsWith(pair, service).flatMap((matched) => {
      const found = differing([matched.a, pair.a], [matched.b, pair.b]);
      return found.length === 0 || otherGroup(pair, matched) ? [] : found;
    });
}

/** Matched profiles that back up the service on both devices, found the shorter way: among those of the pair, or by index. */
export function profilePairsWith(pair: Pair, service: string): readonly ProfilePair[] {
  if (pair.profiles.length <= countWith(pair.a, service))
    return pair.profiles.filter(({ a, b }) => hasService(a, service) && hasService(b, service));
  return profilesWith(pair.a, service).flatMap((profile) => {
    const matched = profilePairOf(pair, 'a', profile.key);
    return matched && hasService(matched.b, service) ? [matched] : [];
  });
}
