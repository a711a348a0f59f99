// How rules speak about a VRRP group and change it. A group is always named together with its device, and advice on roles is
// given only where the roles are known: a hot-backup group that follows no other group, on two routers.
import { isInside, isLinkLocal, transplanted, type Address, type Prefix } from '../../model/address';
import type { Block, Device, Group, Interface, InterfaceAddress, VirtualIp } from '../../model/device';
import { followersOf } from '../../model/pairing/similarity';
import { boardFollows, isHotBackup, priority, type GroupPair, type Pair } from '../../model/pairing/pair';
import { isRead, type MatchedLine } from '../../model/lines/matched-line';
import { rowOf, type Fact, type Place } from '../../model/place';
import { insertInBlock, replace } from '../../edits/config-edits';
import type { FileEdit } from '../../edits/file-edit';
import { said, valueOf } from '../../model/lines/canonical-text';
import { slipIn } from './typo';

/** A group on its device. */
export interface Member {
  readonly device: Device;
  readonly group: Group;
}

export function word(group: Group): 'vrrp' | 'vrrp6' {
  return group.family === 6 ? 'vrrp6' : 'vrrp';
}

/** `VRRP6 group 1` */
export function groupName(group: Group): string {
  return `${word(group).toUpperCase()} group ${group.vrid}`;
}

export function membersOf(pair: Pair, group: GroupPair): { readonly a: Member; readonly b: Member } {
  return { a: { device: pair.a, group: group.a }, b: { device: pair.b, group: group.b } };
}

export function interfaceOf({ device, group }: Member): Interface | undefined {
  return device.interfaces.get(group.interfaceKey);
}

/** Addresses of the group's family that others reach the interface by: no link-local ones. */
export function ownAddresses(member: Member): readonly InterfaceAddress[] {
  const known = knownOf(member);
  return (known.own ??= (known.on?.addresses ?? []).filter(
    (one) => one.prefix.address.family === member.group.family && !one.linkLocal && !isLinkLocal(one.prefix.address),
  ));
}

/** True when a virtual IP is the interface's own address: priority 255, no delay, no tracking. */
export function isOwner(member: Member): boolean {
  return (knownOf(member).owner ??= member.group.virtualIps.some((ip) =>
    interfaceOf(member)?.addresses.some((own) => own.prefix.address.key === ip.address.key),
  ));
}

/** True when a profile or a service board of the device takes its role from the group. */
export function isFollowed({ device, group }: Member): boolean {
  return (
    followersOf(group, device).length > 0 ||
    [...device.locations.values()].some((location) => boardFollows(location, group))
  );
}

/** Where a group's own priority and timers count: it exists, asks no other group for its role, and its device is a router. */
export function decides({ device, group }: Member): boolean {
  return group.exists && !group.follows && !device.firewall;
}

/** A hot-backup group of which one device is meant to be master. */
export interface Roles {
  readonly group: GroupPair;
  readonly master: Member;
  readonly backup: Member;
}

/**
 * Groups whose roles are given by unequal priorities (docs/decisions/preempt-delay-by-service.md): advice on the
 * preemption delay is for these alone.
 */
export function roles(pair: Pair): readonly Roles[] {
  const { groups, a, b } = pair;
  const rest = [a.interfaces, b.interfaces, a.firewall, b.firewall];
  let found = knownRoles.get(groups);
  if (!found || found.rest.some((one, index) => one !== rest[index]))
    knownRoles.set(groups, (found = { rest, groups: groups.filter((group) => hasRoles(pair, group)) }));
  return found.groups.map((group) => {
    const members = membersOf(pair, group);
    return group.master === 'a'
      ? { group, master: members.a, backup: members.b }
      : { group, master: members.b, backup: members.a };
  });
}

// Many rules ask for the roles of one pair. They follow from the groups and what is named beside them.
const knownRoles = new WeakMap<
  readonly GroupPair[],
  { readonly rest: readonly unknown[]; readonly groups: readonly GroupPair[] }
>();

function hasRoles(pair: Pair, group: GroupPair): boolean {
  const { a, b } = membersOf(pair, group);
  if (!group.master || !isHotBackup(group) || !decides(a) || !decides(b) || isOwner(a) || isOwner(b)) return false;
  return ![a, b].some((member) => hasUnread(member, 'priority') || hasUnread(member, 'preempt-mode'));
}

/** Seconds the member waits before it takes the role back; undefined where it never does. */
export function preemptDelay({ group }: Member): number | undefined {
  return group.preemptDisabled ? undefined : (group.delay?.value ?? 0);
}

/** What to point at for a delay that may not be written: the delay, else the priority that makes the role, else the group. */
export function delayPlace({ group }: Member): Place {
  return group.delay?.at ?? group.priority?.at ?? group.at;
}

/** The interval between advertisements in milliseconds; the default is 1 s. */
export function advertiseMilliseconds(group: Group): number {
  const { advertise } = group;
  return advertise === undefined
    ? 1000
    : advertise.value * (advertise.unit === 's' ? 1000 : advertise.unit === 'cs' ? 10 : 1);
}

/**
 * Virtual IPs that lie in none of the interface's prefixes; none where the file does not say all of its addresses
 * (docs/decisions/virtual-ip-outside-subnet.md).
 */
export function outsideSubnet(member: Member): readonly Outside[] {
  return (knownOf(member).outside ??= findOutside(member));
}

interface Outside {
  readonly ip: VirtualIp;
  readonly own: readonly InterfaceAddress[];
}

/** What several rules ask about one group. It follows from the group, its interface and the kind of device, and is kept while these are the same. */
interface Known {
  readonly on: Interface | undefined;
  readonly firewall: boolean;
  outside?: readonly Outside[];
  own?: readonly InterfaceAddress[];
  owner?: boolean;
  readonly unread: Map<string, boolean>;
}

const knownGroups = new WeakMap<Group, Known>();

function knownOf(member: Member): Known {
  const {
    device: { firewall },
    group,
  } = member;
  const on = interfaceOf(member);
  let found = knownGroups.get(group);
  if (!found || found.on !== on || found.firewall !== firewall)
    knownGroups.set(group, (found = { on, firewall, unread: new Map() }));
  return found;
}

function findOutside(member: Member): Outside[] {
  const { device, group } = member;
  const one = interfaceOf(member);
  const own = ownAddresses(member);
  // Unicast groups and loopbacks have no common LAN; `active`/`standby` or a mask behind the address is a firewall's line.
  if (
    !one ||
    device.firewall ||
    own.length === 0 ||
    one.key.startsWith('loopback') ||
    group.lines.some((line) => / peer-ip /.test(said(line)))
  )
    return [];
  if (one.block.lines.some((line) => isUnreadAddress(line, one, group.family))) return [];
  return group.virtualIps
    .filter((ip) => !ip.linkLocal && !isLinkLocal(ip.address) && !/virtual-ip \S+ (?!link-local)\S/.test(said(ip.line)))
    .filter((ip) => !own.some((address) => isInside(ip.address, address.prefix)))
    .map((ip) => ({ ip, own }));
}

/** A line that gives the interface an address which the file does not spell out. */
function isUnreadAddress(line: MatchedLine, one: Interface, family: 4 | 6): boolean {
  const text = said(line);
  if (!text.startsWith(family === 6 ? 'ipv6 address ' : 'ip address ') || / link-local\b/.test(text)) return false;
  // A line repeated literally in a second section of the interface is read where it stands first
  // (docs/decisions/repeated-lines-and-values.md).
  return (
    !one.addresses.some((address) => address.line === line || said(address.line) === text) || / eui-64\b/.test(text)
  );
}

/** `10.1.1.0/24` */
export function subnet(prefix: Prefix): string {
  const zero: Address = { ...prefix.address, bytes: prefix.address.bytes.map(() => 0) };
  return `${transplanted(zero, prefix)}/${prefix.length}`;
}

/** True where a line that gives the value could not be read: it has its own finding, and nothing is concluded from what is left. */
export function hasUnread(member: Member, what: Given): boolean {
  const { unread } = knownOf(member);
  let found = unread.get(what);
  if (found === undefined) unread.set(what, (found = isUnread(member, what)));
  return found;
}

type Given = 'virtual-ip' | 'timer advertise' | 'priority' | 'preempt-mode' | 'track';

function isUnread(member: Member, what: Given): boolean {
  const { group } = member;
  if (
    what === 'virtual-ip' &&
    new Set(group.lines.map(said).filter((text) => text.includes(' virtual-ip '))).size > group.virtualIps.length
  )
    return true;
  const [keyword] = what.split(' ') as [string];
  const [start, own, inside, last] = [
    `${word(group)} `,
    `${word(group)} vrid ${group.vrid} `,
    ` ${keyword} `,
    ` ${keyword}`,
  ];
  return (interfaceOf(member)?.block.lines ?? group.lines).some((line) => {
    const text = said(line);
    if (!text.startsWith(start) && text !== word(group)) return false;
    const read = line.match !== undefined && isRead(line.match) && line.match.problems.length === 0;
    if (read && text.startsWith(own)) return false;
    const about = text.includes(inside) || text.endsWith(last);
    // A line whose group number does not read, or is that of a group which is not there, may be any group's.
    const vrid = / vrid (\d+)(?: |$)/.exec(text)?.[1];
    if (vrid !== undefined && vrid !== String(group.vrid))
      return about && what !== 'virtual-ip' && isNoGroup(member, Number(vrid));
    if (read) return false;
    if (about) return (line.match?.problems.length ?? 0) > 0 || slipIn(line) !== undefined;
    if (/ (?:virtual-ip|priority|preempt-mode|timer|track)(?: |$)/.test(text)) return false;
    const slip = slipIn(line);
    return slip !== undefined && (slip.instead === undefined || slip.instead === keyword);
  });
}

function isNoGroup(member: Member, vrid: number): boolean {
  return (
    interfaceOf(member)?.groups.some((one) => one.family === member.group.family && one.vrid === vrid && one.exists) !==
    true
  );
}

/** What the file says at a place of the group's lines. */
export function textAt({ group }: Member, at: Place): string {
  const line = group.lines.find((one) => one.anchor === at.anchor && one.row === at.row);
  return line ? line.text.slice(at.start - line.start, at.end - line.start) : '';
}

/** Writes a value in place, or adds the line that holds it: `setValue(member, group.priority, 'priority', 120)`. */
export function setValue(member: Member, written: Fact<number> | undefined, words: string, value: number): FileEdit {
  return written ? replace(written.at, String(value)) : addLine(member, `${words} ${value}`);
}

const delayWords = 'preempt-mode timer delay';

export function setDelay(member: Member, seconds: number): FileEdit {
  return setValue(member, member.group.delay, delayWords, seconds);
}

/** Sets the interval in the unit of the protocol, also where milliseconds are written. */
export function setAdvertise(member: Member, milliseconds: number): FileEdit {
  const { group } = member;
  const words =
    milliseconds < 1000 ? `millisecond ${milliseconds}` : String(milliseconds / (group.family === 6 ? 10 : 1000));
  if (!group.advertise) return addLine(member, `timer advertise ${words}`);
  const line = group.lines.find(
    (one) => one.anchor === group.advertise!.at.anchor && one.row === group.advertise!.at.row,
  );
  const hit = line && /\badvertise\s+(.*\S)/i.exec(line.text);
  if (!line || !hit) return replace(group.advertise.at, words);
  const start = line.start + hit.index + hit[0].length - hit[1]!.length;
  return replace({ anchor: line.anchor, row: line.row, start, end: start + hit[1]!.length }, words);
}

/** A new line of the group where the device would print it: addresses, priority, preemption, timer, tracks. */
export function addLine(member: Member, words: string): FileEdit {
  const { device, group } = member;
  const start = `${word(group)} vrid ${group.vrid}`;
  const mine = rank(words);
  return insertInBlock(device, blockOf(member), `${start} ${words}`, {
    after: (line) => {
      const text = said(line);
      return (text === start || text.startsWith(`${start} `)) && rank(text.slice(start.length + 1)) <= mine;
    },
  });
}

function rank(words: string): number {
  const order = ['virtual-ip', 'peer-ip', 'admin', 'priority', 'preempt', 'timer', 'holding-multiplier', 'track'];
  const index = order.findIndex((one) => words.startsWith(one));
  return words === '' ? 0 : index < 0 ? order.length : index;
}

function blockOf(member: Member): Block {
  return interfaceOf(member)?.block ?? { heads: member.group.lines.slice(0, 1), lines: member.group.lines };
}

/** Gives the group another number: in its own lines, and in whatever names it on its device. */
export function renumber(member: Member, vrid: number): FileEdit[] {
  const { group } = member;
  const places: Place[] = [];
  for (const line of group.lines) {
    const value = valueOf(line, 'virtual-router-id');
    if (value) places.push(value.at);
  }
  const tracks = new RegExp(`\\btrack\\s+${word(group)}\\s+vrid\\s+(${group.vrid})\\b`, 'i');
  for (const line of interfaceOf(member)?.block.lines ?? []) {
    const hit = group.lines.includes(line) ? null : tracks.exec(line.text);
    if (hit) places.push(part(line, hit.index + hit[0].length - hit[1]!.length, hit[1]!.length));
  }
  places.push(...mentions(member));
  const seen = new Set<string>();
  return places
    .filter((place) => {
      const key = `${rowOf(place)} ${place.start}`;
      return seen.has(key) ? false : (seen.add(key), true);
    })
    .map((place) => replace(place, String(vrid)));
}

/** Where profiles, service boards and other groups name the group. */
export function mentions({ device, group }: Member): Place[] {
  const isIt = (one: { readonly vrid: Fact<number>; readonly interfaceKey: string }) =>
    one.vrid.value === group.vrid && one.interfaceKey === group.interfaceKey;
  return [
    ...[...device.profiles.values()].flatMap((profile) =>
      profile.roles.flatMap((role) =>
        role.kind === 'group' && role.family === group.family && isIt(role) ? [role.vrid.at] : [],
      ),
    ),
    ...[...device.locations.values()].flatMap((location) =>
      group.family === 4 && location.group && isIt(location.group) ? [location.group.vrid.at] : [],
    ),
    ...device.groups.flatMap((one) =>
      one.family === group.family && one.follows && isIt(one.follows) ? [one.follows.vrid.at] : [],
    ),
  ];
}

function part(line: MatchedLine, start: number, length: number): Place {
  return { anchor: line.anchor, row: line.row, start: line.start + start, end: line.start + start + length };
}

/** `priority 100 (default)` for a message. */
export function saidPriority(group: Group): string {
  return group.priority ? `priority ${priority(group)}` : `priority ${priority(group)} by default`;
}
