// Whether the two members of a virtual router take each other's advertisements. Where they do not, both are master
// (docs/decisions/two-masters.md). Checks, rehearsal, comparison and hover ask here.
import type { InterfaceAddress } from '../device';
import { overlap } from '../address';
import { advertisingVlans } from '../vlans';
import { isUnicast, isUnreadAddress, localAddresses } from './addresses';
import { authenticationFault, type AuthenticationFault } from './authentication';
import { interfaceOf, type Member } from './member';
import { advertisementInterval, hearingLines, learnsInterval, versionsDiffer, vrrpVersion } from './timers';

/** What keeps the two apart, the surest first. */
export type Deafness =
  | { readonly cause: 'version' }
  | { readonly cause: 'authentication'; readonly fault: AuthenticationFault }
  | { readonly cause: 'interval' }
  | { readonly cause: 'prefix'; readonly a: InterfaceAddress; readonly b: InterfaceAddress }
  | { readonly cause: 'vlan'; readonly a: string; readonly b: string };

/** Undefined where nothing keeps them from hearing each other; what the files do not tell keeps nobody from it. */
export function deafness(a: Member, b: Member): Deafness | undefined {
  const surroundings = [interfaceOf(a), interfaceOf(b), ...hearingLines(a), ...hearingLines(b)];
  const known = found.get(a.group);
  if (known?.other === b.group && known.surroundings.every((surrounding, index) => surrounding === surroundings[index]))
    return known.deafness;
  const deafness = findDeafness(a, b);
  found.set(a.group, { other: b.group, surroundings, deafness: deafness });
  return deafness;
}

// Asked again with every event of a rehearsal.
const found = new WeakMap<
  Member['group'],
  {
    readonly other: Member['group'];
    readonly surroundings: readonly unknown[];
    readonly deafness: Deafness | undefined;
  }
>();

function findDeafness(a: Member, b: Member): Deafness | undefined {
  if (versionsDiffer(a, b)) return { cause: 'version' };
  const fault = authenticationFault(a, b);
  if (fault) return { cause: 'authentication', fault };
  if (!toleratesIntervals(a, b)) return { cause: 'interval' };
  // A group that advertises to one address needs no common LAN.
  if (isUnicast(a.group) || isUnicast(b.group)) return undefined;
  const prefixes = differingPrefixes(a, b);
  if (prefixes) return { cause: 'prefix', ...prefixes };
  const vlans = differingVlans(a, b);
  return vlans && { cause: 'vlan', ...vlans };
}

/** True when each takes the advertisements of the other. */
export function hearEachOther(a: Member, b: Member): boolean {
  return deafness(a, b) === undefined;
}

/** The intervals are equal, or each takes over that of the master it hears. */
export function toleratesIntervals(a: Member, b: Member): boolean {
  return advertisementInterval(a.group) === advertisementInterval(b.group) || (learnsInterval(a) && learnsInterval(b));
}

/**
 * Two addresses of one LAN whose prefixes have different lengths. Secondary addresses are looked at only where they have a
 * neighbour of their own; nothing is said of an interface whose addresses the file does not spell out.
 */
export function differingPrefixes(
  a: Member,
  b: Member,
): { readonly a: InterfaceAddress; readonly b: InterfaceAddress } | undefined {
  if ([a, b].some(hasUnreadAddress)) return undefined;
  const others = localAddresses(b).filter(isWholeSubnet);
  for (const address of localAddresses(a).filter(isWholeSubnet)) {
    const neighbours = others.filter((other) => overlap(address.prefix, other.prefix));
    const [first] = neighbours;
    if (first && neighbours.every((other) => other.prefix.length !== address.prefix.length))
      return { a: address, b: first };
  }
  return undefined;
}

function isWholeSubnet({ prefix }: InterfaceAddress): boolean {
  return prefix.length > 0 && prefix.length < prefix.address.bytes.length * 8;
}

function hasUnreadAddress(member: Member): boolean {
  const on = interfaceOf(member);
  return !on || on.block.lines.some((line) => isUnreadAddress(line, on, member.group.family));
}

/** The VLANs in which the two advertise, where both files say them and they differ (docs/decisions/vlan-of-a-group.md). */
export function differingVlans(a: Member, b: Member): { readonly a: string; readonly b: string } | undefined {
  const [onA, onB] = [interfaceOf(a), interfaceOf(b)];
  const [ofA, ofB] = [onA && advertisingVlans(onA), onB && advertisingVlans(onB)];
  return ofA && ofB && ofA.key !== ofB.key ? { a: ofA.key, b: ofB.key } : undefined;
}

/** The rule that speaks about it. */
export const deafnessRules: Readonly<Record<Deafness['cause'], string>> = {
  version: 'vrrp-version-mismatch',
  authentication: 'vrrp-authentication-differs',
  interval: 'vrrp-advertise-interval-mismatch',
  prefix: 'vrrp-subnet-mismatch',
  vlan: 'vrrp-vlan-differs',
};

/** Why both are master, in words for people: a part of a sentence about the two devices. */
export function deafnessText(a: Member, b: Member, why: Deafness): string {
  const both = (text: (member: Member, side: 'a' | 'b') => string) =>
    `${text(a, 'a')} on ${a.device.name}, ${text(b, 'b')} on ${b.device.name}`;
  switch (why.cause) {
    case 'version':
      return both(({ device, group }) => `VRRPv${vrrpVersion(device, group.family).version}`);
    case 'authentication':
      return why.fault === 'key' ? 'their authentication keys differ' : 'they authenticate in different ways';
    case 'interval':
      return 'the advertisement intervals differ, and one device does not learn them';
    case 'prefix':
      return `the prefix lengths differ: ${both((_, side) => `/${why[side].prefix.length}`)}`;
    case 'vlan':
      return `the VLANs differ: ${both((_, side) => `VLAN ${why[side]}`)}`;
  }
}
