// A virtual router on one device. A group alone does not say what its interface says, so every fact about it is asked of the group
// together with the device whose file has it.
import { boardFollows, followersOf } from '../services/bindings';
import type { Device, Group, Interface } from '../device';
import type { Fact, Place } from '../place';
import type { GroupPair, Pair, Side } from '../pairing/pair';

/** A group on its device. */
export interface Member {
  readonly device: Device;
  readonly group: Group;
}

/** Both ends of a group that two devices share. */
export function membersOf(pair: Pair, group: GroupPair): Readonly<Record<Side, Member>> {
  return { a: { device: pair.a, group: group.a }, b: { device: pair.b, group: group.b } };
}

/** The interface of the group; undefined only for a member that was put together by hand. */
export function interfaceOf({ device, group }: Member): Interface | undefined {
  return device.interfaces.get(group.interfaceKey);
}

/** The command that makes the group. */
export function vrrpWord(group: Group): 'vrrp' | 'vrrp6' {
  return group.family === 6 ? 'vrrp6' : 'vrrp';
}

/** `VRRP6 group 1` */
export function groupName(group: Group): string {
  return `${vrrpWord(group).toUpperCase()} group ${group.vrid}`;
}

/** True when a profile or a service board of the device takes its role from the group. */
export function isFollowed({ device, group }: Member): boolean {
  return (
    followersOf(group, device).length > 0 ||
    [...device.locations.values()].some((location) => boardFollows(location, group))
  );
}

/**
 * Where the group's own priority and timers count: it exists, takes its role from no management group (CLI reference, track
 * admin-vrrp), and its device is a router (the roles of a USG firewall come from HRP).
 */
export function electsItself({ device, group }: Member): boolean {
  return group.exists && !group.follows && !device.firewall;
}

/** True where the two are one virtual router on the wire: the VRID and the family name it (RFC 9568 1.2, 5.2.3). */
export function isOneRouter(a: Group, b: Group): boolean {
  return a.vrid === b.vrid && a.family === b.family;
}

/** Where profiles, service boards and other groups name the group. */
export function mentions({ device, group }: Member): Place[] {
  const isIt = (item: { readonly vrid: Fact<number>; readonly interfaceKey: string }) =>
    item.vrid.value === group.vrid && item.interfaceKey === group.interfaceKey;
  return [
    ...[...device.profiles.values()].flatMap((profile) =>
      profile.roles.flatMap((role) =>
        role.kind === 'group' && role.family === group.family && isIt(role) ? [role.vrid.at] : [],
      ),
    ),
    ...[...device.locations.values()].flatMap((location) =>
      group.family === 4 && location.group && isIt(location.group) ? [location.group.vrid.at] : [],
    ),
    ...device.groups.flatMap((candidate) =>
      candidate.family === group.family && candidate.follows && isIt(candidate.follows)
        ? [candidate.follows.vrid.at]
        : [],
    ),
  ];
}
