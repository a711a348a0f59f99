// What of the E-Trunks of one device answers what of the other: the two ends of an E-Trunk, and the Eth-Trunks that are its members.
import type { Device, ETrunk, Interface } from '../device';
import { mapIndex } from '../incremental/index-view';
import type { Pair } from '../pairing/pair';

/** The ends of one E-Trunk. */
export interface ETrunkPair {
  readonly a: ETrunk;
  readonly b: ETrunk;
}

/** The Eth-Trunks that an E-Trunk ties together; one is missing where the other device has no such member. */
export interface ETrunkMember {
  readonly eTrunk: ETrunkPair;
  readonly a?: Interface;
  readonly b?: Interface;
}

/** The E-Trunks of one number that name each other by an address at least, or that matched profiles follow. */
export function eTrunkPairs(pair: Pair): readonly ETrunkPair[] {
  const followed = followedNumbers(pair);
  return [...pair.a.eTrunks.values()].flatMap((a) => {
    const b = pair.b.eTrunks.get(a.id);
    if (!b) return [];
    const { aPointsToB, bPointsToA } = mirroring(a, b);
    return aPointsToB || bPointsToA || followed.has(a.id) ? [{ a, b }] : [];
  });
}

/** The numbers of the E-Trunks from which matched profiles of both devices take their roles. */
function followedNumbers({ profiles }: Pair): ReadonlySet<number> {
  const numbers = (profile: Pair['profiles'][number]['a']) =>
    profile.roles.flatMap((role) => (role.kind === 'e-trunk' ? [role.eTrunk.value] : []));
  return new Set(profiles.flatMap(({ a, b }) => numbers(a).filter((id) => numbers(b).includes(id))));
}

/** The peer of the first end is the source of the second, and the other way round. */
export function mirroring(a: ETrunk, b: ETrunk): { readonly aPointsToB: boolean; readonly bPointsToA: boolean } {
  return {
    aPointsToB: a.peer !== undefined && a.peer.value.key === b.source?.value.key,
    bPointsToA: b.peer !== undefined && b.peer.value.key === a.source?.value.key,
  };
}

const membersByNumber = mapIndex((port: Interface) => (port.eTrunk ? [String(port.eTrunk.value)] : []));

/** The Eth-Trunks of the device that are members of the E-Trunk of this number. */
export function ethTrunksIn({ interfaces }: Device, id: number): readonly Interface[] {
  return membersByNumber(interfaces).get(String(id));
}

/** In the order of the first device, then what only the second one has. */
export function eTrunkMembers(pair: Pair): readonly ETrunkMember[] {
  return eTrunkPairs(pair).flatMap((eTrunk) => membersOfPair(pair, eTrunk));
}

function membersOfPair(pair: Pair, eTrunk: ETrunkPair): ETrunkMember[] {
  const [ofA, ofB] = [ethTrunksIn(pair.a, eTrunk.a.id), ethTrunksIn(pair.b, eTrunk.b.id)];
  const [onlyA, onlyB] = [ofA[0], ofB[0]];
  // Whatever their numbers, of one member on each device the other end is known.
  if (ofA.length === 1 && ofB.length === 1) return [{ eTrunk, a: onlyA, b: onlyB }];
  const matched = ofA.map((a): ETrunkMember => ({ eTrunk, a, b: ofB.find((b) => areOneMember(a, b)) }));
  const used = new Set(matched.map(({ b }) => b));
  return [...matched, ...ofB.filter((b) => !used.has(b)).map((b): ETrunkMember => ({ eTrunk, b }))];
}

/** They have one number, or name each other's. */
function areOneMember(a: Interface, b: Interface): boolean {
  const numberOf = ({ key }: Interface) => Number(key.replace('eth-trunk', ''));
  const [wantedByA, wantedByB] = [a.remoteEthTrunk?.value ?? numberOf(a), b.remoteEthTrunk?.value ?? numberOf(b)];
  return wantedByA === numberOf(b) && wantedByB === numberOf(a);
}
