// A profile is one thing on two devices: what it follows on the one must be the virtual router that it follows on the other.
import type { Group } from '../device';
import { groupPairOf } from '../pairing/matching';
import type { Pair, ProfilePair } from '../pairing/pair';
import { boundTo, groupsOf, hasService, type Binding } from './bindings';

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

/**
 * The two interfaces, one on each device, that a matched profile of this service is bound to. Not where the two profiles follow two
 * virtual routers: their interfaces are not each other's.
 */
export function boundOnBoth(pair: Pair, service: string): { readonly a: Binding; readonly b: Binding }[] {
  const concerned = pair.profiles.filter(
    (matched) => hasService(matched.a, service) && hasService(matched.b, service) && !otherGroup(pair, matched),
  );
  return concerned.flatMap((matched) => {
    const [a, b] = [boundTo(matched.a, pair.a), boundTo(matched.b, pair.b)];
    if (a.length === 1 && b.length === 1) return [{ a: a[0]!, b: b[0]! }];
    // Of several interfaces a profile, only those of one name are known to answer each other.
    const onPeer = new Map(b.map((two) => [two.interface.key, two]));
    return a.flatMap((one) => {
      const two = onPeer.get(one.interface.key);
      return two ? [{ a: one, b: two }] : [];
    });
  });
}
