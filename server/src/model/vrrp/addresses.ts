// The addresses of a virtual router: those of its interface, the virtual ones, and how the two stand to each other.
import {
  bounds,
  isInside,
  isLinkLocal,
  orderKey,
  overlap,
  transplanted,
  type Address,
  type Family,
  type Prefix,
} from '../address';
import type { Device, Group, Interface, InterfaceAddress, VirtualIp } from '../device';
import { listIndex } from '../incremental/index-view';
import type { MatchedLine } from '../lines/matched-line';
import { canonicalText, linesMatching } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import { interfaceOf, type Member } from './member';

/**
 * The addresses of a family by which others reach the interface: link-local ones are none, whether the keyword or the address says
 * so. In file order, secondary (`sub`) ones too.
 */
export function localAddressesOn(on: Interface | undefined, family: Family): readonly InterfaceAddress[] {
  return (on?.addresses ?? []).filter(
    ({ prefix, linkLocal }) => prefix.address.family === family && !linkLocal && !isLinkLocal(prefix.address),
  );
}

/** No address of the family by which others reach the interface, and no line by which it may have one that the file does not show. */
export function lacksAddress(on: Interface, family: Family): boolean {
  if (localAddressesOn(on, family).length > 0) return false;
  const gives =
    family === 4 ? /^(?:ip address|portswitch|dhcp client)\b/ : /^(?:ipv6 address(?! .*link-local)|portswitch)\b/;
  return linesMatching(inForce(on.block.lines), gives).length === 0;
}

/** The local addresses of the group's interface, of the group's family. */
export function localAddresses(member: Member): readonly InterfaceAddress[] {
  const known = knownOf(member);
  return (known.local ??= localAddressesOn(known.on, member.group.family));
}

/** The groups of the device that have the virtual IP; does not follow the number of groups. */
export function groupsWithVirtualIp({ groups }: Device, { key }: Address): readonly Group[] {
  return groupsByVirtualIp(groups, undefined).get(key);
}

const groupsByVirtualIp = listIndex(({ virtualIps }: Group) => virtualIps.map(({ address }) => address.key));

/** True for a virtual IP that no host outside the link reaches: the keyword says so, or the address is in FE80::/10. */
export function isLinkLocalIp(ip: VirtualIp): boolean {
  return ip.linkLocal || isLinkLocal(ip.address);
}

/**
 * The virtual IP that is an address of the group's own interface, a link-local one included: an IPv6 virtual router has its
 * link-local address before all others (RFC 9568 1.7, 5.2.9). Its device is the address owner.
 */
export function ownedVirtualIp(member: Member): VirtualIp | undefined {
  const known = knownOf(member);
  if (known.owned === undefined) {
    const own = new Set(known.on?.addresses.map(({ prefix }) => prefix.address.key));
    known.owned = member.group.virtualIps.find((ip) => own.has(ip.address.key)) ?? 'none';
  }
  return known.owned === 'none' ? undefined : known.owned;
}

/** True for the address owner: priority 255, no preemption delay, no tracking (RFC 9568 6.1, 6.4.1; CLI reference, priority). */
export function isOwner(member: Member): boolean {
  return ownedVirtualIp(member) !== undefined;
}

/** A virtual IP beside the local addresses of which no prefix holds it. */
export interface OutsideSubnet {
  readonly ip: VirtualIp;
  readonly local: readonly InterfaceAddress[];
}

/**
 * Virtual IPs that lie in no prefix of the interface. None where the file does not say all of its addresses
 * (docs/decisions/virtual-ip-outside-subnet.md), for unicast groups and on loopbacks, which have no common LAN, and on
 * firewalls, whose virtual IPs may lie elsewhere.
 */
export function outsideSubnet(member: Member): readonly OutsideSubnet[] {
  return (knownOf(member).outside ??= findOutside(member));
}

/** What many ask about one group. It follows from the group, its interface and the kind of device, and is kept while these are the same. */
interface Known {
  readonly on: Interface | undefined;
  readonly firewall: boolean;
  outside?: readonly OutsideSubnet[];
  local?: readonly InterfaceAddress[];
  owned?: VirtualIp | 'none';
}

const knownGroups = new WeakMap<Group, Known>();

function knownOf(member: Member): Known {
  const { firewall } = member.device;
  const on = interfaceOf(member);
  let found = knownGroups.get(member.group);
  if (!found || found.on !== on || found.firewall !== firewall)
    knownGroups.set(member.group, (found = { on, firewall }));
  return found;
}

function findOutside(member: Member): OutsideSubnet[] {
  const { device, group } = member;
  const on = interfaceOf(member);
  const local = localAddresses(member);
  if (!on || device.firewall || local.length === 0 || on.key.startsWith('loopback') || isUnicast(group)) return [];
  if (on.block.lines.some((line) => isUnreadAddress(line, on, group.family))) return [];
  return group.virtualIps
    .filter((ip) => !isLinkLocalIp(ip) && !hasFirewallWords(ip))
    .filter((ip) => !local.some((address) => isInside(ip.address, address.prefix)))
    .map((ip) => ({ ip, local }));
}

/** Advertises to one neighbour by its address instead of the LAN (`vrrp vrid N peer-ip ...`). */
export function isUnicast(group: Group): boolean {
  return group.lines.some((line) => canonicalText(line).includes(' peer-ip '));
}

/** `active`, `standby` or a mask behind the address is how a firewall writes it. */
function hasFirewallWords(ip: VirtualIp): boolean {
  return /virtual-ip \S+ (?!link-local)\S/.test(canonicalText(ip.line));
}

/** A line that gives the interface an address which the file does not spell out. */
export function isUnreadAddress(line: MatchedLine, on: Interface, family: Family): boolean {
  const text = canonicalText(line);
  if (!text.startsWith(family === 6 ? 'ipv6 address ' : 'ip address ') || / link-local\b/.test(text)) return false;
  // A line repeated literally in a second section of the interface is read where it stands first
  // (docs/decisions/repeated-lines-and-values.md).
  return (
    !on.addresses.some((address) => address.line === line || canonicalText(address.line) === text) ||
    / eui-64\b/.test(text)
  );
}

/** `10.1.1.0/24` */
export function subnetText(prefix: Prefix): string {
  const zero: Address = { ...prefix.address, bytes: prefix.address.bytes.map(() => 0) };
  return `${transplanted(zero, prefix)}/${prefix.length}`;
}

/**
 * True when the interfaces of both are neighbours on one LAN: a local address of one lies in a prefix of the other. The same in
 * either order, so also where the two masks differ.
 */
export function shareSubnet(a: Member, b: Member): boolean {
  const [onA, onB] = [interfaceOf(a), interfaceOf(b)];
  const known = neighbours.get(a.group);
  if (known && known.other === b.group && known.onA === onA && known.onB === onB) return known.shared;
  const others = localAddressesOn(onB, b.group.family);
  const shared = localAddressesOn(onA, a.group.family).some((address) =>
    others.some((interfaceAddress) => areNeighbours(address, interfaceAddress)),
  );
  neighbours.set(a.group, { other: b.group, onA, onB, shared });
  return shared;
}

function areNeighbours({ prefix: left }: InterfaceAddress, { prefix: right }: InterfaceAddress): boolean {
  if (left.length === 0 || right.length === 0 || !overlap(left, right)) return false;
  return isInside(right.address, left) || isInside(left.address, right);
}

// Asked by pairing and by several rules about the same two groups.
const neighbours = new WeakMap<
  Group,
  {
    readonly other: Group;
    readonly onA: Interface | undefined;
    readonly onB: Interface | undefined;
    readonly shared: boolean;
  }
>();

/** Both files say addresses, and no subnet is common: the hosts of one are strangers to the other. */
export function subnetsDiffer(a: Member, b: Member): boolean {
  return localAddresses(a).length > 0 && localAddresses(b).length > 0 && !shareSubnet(a, b);
}

/** A virtual IP of both groups that tells them from others; link-local ones are the same in many networks. */
export function sharedVirtualIp(a: Group, b: Group): string | undefined {
  return a.virtualIps.find(
    (ip) => !isLinkLocalIp(ip) && b.virtualIps.some((other) => other.address.key === ip.address.key),
  )?.address.key;
}

/** Virtual IPs of one group that the other does not answer for. */
export function unansweredVirtualIps(from: Group, to: Group): VirtualIp[] {
  return from.virtualIps.filter((ip) => !to.virtualIps.some((other) => other.address.key === ip.address.key));
}

/**
 * The bytes of the address that advertisements are sent from, which decides between equal priorities of two masters (RFC 9568
 * 6.4.3): the interface's first address that is not secondary, for VRRP6 the link-local one, which is often in no file.
 */
export function senderAddress(member: Member): readonly number[] | undefined {
  const on = interfaceOf(member);
  const own = (on?.addresses ?? []).filter(({ prefix }) => prefix.address.family === member.group.family);
  const first =
    member.group.family === 6
      ? own.find(({ prefix }) => isLinkLocal(prefix.address))
      : (own.find(({ line }) => !/\bsub$/i.test(line.text.trim())) ?? own[0]);
  return first?.prefix.address.bytes;
}

/** What the address is in its subnet where no host may have it. /31 links and single hosts have no such address. */
export function unusableIn(address: Address, net: Prefix): string | undefined {
  // What IPv6 calls the first address is for all routers of the link; devices differ in whether they take it.
  if (address.family === 6 || net.length === 0 || net.length > 30) return undefined;
  const key = orderKey(address);
  const { from, to } = bounds(net);
  if (key === from) return 'the network address';
  return key === to ? 'the broadcast address' : undefined;
}
