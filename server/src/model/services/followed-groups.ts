// A profile is one thing on two devices: what it follows on the one must be the virtual router that it follows on the other.
import type { Group, Interface, Rbp, Rbs } from '../device';
import type { DerivedUnits } from '../incremental/derived-units';
import { matchedProfiles } from '../pairing/changed-profiles';
import { groupPairOf, profilePairOf } from '../pairing/matching';
import { isHotBackup, type GroupPair, type Pair, type ProfilePair, type Side } from '../pairing/pair';
import {
  countWith,
  differingBindings,
  eachProfileWith,
  managementGroupOf,
  groupsOf,
  hasService,
  profilesWith,
  type Binding,
} from './bindings';
import { eachProfileOf } from './channels';

/** The VRRP groups that the two profiles of a couple follow where these are not one virtual router. */
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
  const [ofA, ofB] = [groupsOf(a, pair.a), groupsOf(b, pair.b)];
  // Nearly always both follow the two ends of one virtual router.
  const [candidate] = ofA;
  if (ofA.length === 1 && ofB.length === 1 && groupPairOf(pair, candidate!)?.b === ofB[0]) return undefined;
  if (ofA.length === 0 || ofB.length === 0) return undefined;
  // A group that is named and not there is told as such.
  if ([...ofA, ...ofB].some(({ follows, exists }) => follows || !exists)) return undefined;
  // Of users shared out by MAC address one half lacks its group: that is told as such.
  if (ofA.length !== ofB.length && (isSharedOut(a) || isSharedOut(b))) return undefined;
  const lostOnB = ofA.find((group) => isElsewhere(groupPairOf(pair, group)?.b, ofB));
  const lostOnA = ofB.find((group) => isElsewhere(groupPairOf(pair, group)?.a, ofA));
  if (!lostOnA && !lostOnB) return undefined;
  return {
    a: lostOnB ?? ofA[0]!,
    b: lostOnA ?? ofB[0]!,
    wantedOnA: lostOnA && groupPairOf(pair, lostOnA)?.a,
    wantedOnB: lostOnB && groupPairOf(pair, lostOnB)?.b,
  };
}

function isSharedOut({ roles }: Rbp): boolean {
  return roles.some((role) => role.kind === 'group' && role.mac !== undefined);
}

function isElsewhere(counterpart: Group | undefined, followed: readonly Group[]): boolean {
  // A role that comes from the other family is a fault of its own.
  const isComparable = followed.some(({ family }) => family === counterpart?.family);
  return counterpart !== undefined && isComparable && !followed.includes(counterpart);
}

/** Two interfaces, one on each device, that bind the two ends of a matched profile. */
export interface BoundCouple {
  readonly a: Binding;
  readonly b: Binding;
}

/** Where the two interfaces that a matched profile of a service is bound to differ. */
export type BoundDifferently = (pair: Pair, service: string) => BoundCouple[];

/**
 * `differ` follows from the two interfaces alone. Not where the two profiles follow two virtual routers: their interfaces are not each
 * other's.
 */
export function boundDifferently(differ: (left: Interface, right: Interface) => boolean): BoundDifferently {
  const differing = couplesOfProfile(differ);
  return (pair, service) => profilePairsWith(pair, service).flatMap((matched) => differing(pair, matched));
}

/** A matched profile, and the interfaces that bind it and differ: those of one device in the order of those of the other. */
export interface ProfileBoundDifferently {
  readonly profile: ProfilePair;
  readonly a: readonly Interface[];
  readonly b: readonly Interface[];
}

/** The same as units: the matched profiles of any service whose interfaces differ. */
export function profilesBoundDifferently(
  differ: (left: Interface, right: Interface) => boolean,
): DerivedUnits<Pair, ProfileBoundDifferently> {
  const differing = couplesOfProfile(differ);
  return {
    keys: (pair) => matchedProfiles.keys(pair),
    at(pair, key) {
      const profile = matchedProfiles.at(pair, key);
      const couples = profile ? differing(pair, profile) : [];
      if (!profile || couples.length === 0) return undefined;
      return { profile, a: couples.map(({ a }) => a.interface), b: couples.map(({ b }) => b.interface) };
    },
    touched: (before, after) => matchedProfiles.touched(before, after),
  };
}

function couplesOfProfile(differ: (left: Interface, right: Interface) => boolean) {
  const differing = differingBindings(differ);
  return (pair: Pair, matched: ProfilePair): readonly BoundCouple[] => {
    const found = differing([matched.a, pair.a], [matched.b, pair.b]);
    return found.length === 0 || otherGroup(pair, matched) ? [] : found;
  };
}

/** Whether both ends of a matched profile back up the service. */
export function backsUpOnBoth({ a, b }: ProfilePair, service: string): boolean {
  return hasService(a, service) && hasService(b, service);
}

/** Matched profiles that back up the service on both devices, found the shorter way: among those of the pair, or by index. */
export function profilePairsWith(pair: Pair, service: string): readonly ProfilePair[] {
  if (pair.profiles.length <= countWith(pair.a, service))
    return pair.profiles.filter((matched) => backsUpOnBoth(matched, service));
  return profilesWith(pair.a, service).flatMap((profile) => {
    const matched = profilePairOf(pair, 'a', profile.key);
    return matched && hasService(matched.b, service) ? [matched] : [];
  });
}

/** One of them; does not follow their number where profiles are matched. */
export function profilePairWith(pair: Pair, service: string): ProfilePair | undefined {
  return firstMatched(pair, 'a', eachProfileWith(pair.a, service), service);
}

/** Whether a matched profile backs up the service over this channel of its device; does not follow their number. */
export function carriesService(pair: Pair, side: Side, channel: Rbs, service: string): boolean {
  return firstMatched(pair, side, eachProfileOf(channel, pair[side], service), service) !== undefined;
}

/** The match that the profile has where both back up the service. */
export function matchedWith(pair: Pair, side: Side, { key }: Rbp, service: string): ProfilePair | undefined {
  const matched = profilePairOf(pair, side, key);
  return matched && backsUpOnBoth(matched, service) ? matched : undefined;
}

function firstMatched(pair: Pair, side: Side, profiles: Iterable<Rbp>, service: string): ProfilePair | undefined {
  for (const profile of profiles) {
    const matched = matchedWith(pair, side, profile, service);
    if (matched) return matched;
  }
  return undefined;
}

/** Profiles or service boards take their role from the virtual router, or from the one that it follows: its users move with them. */
export function movesWithBackup(pair: Pair, group: GroupPair): boolean {
  if (isHotBackup(group)) return true;
  const leader = managementGroupOf(pair.a, group.a);
  const leaders = leader && groupPairOf(pair, leader);
  return leaders !== undefined && isHotBackup(leaders);
}
