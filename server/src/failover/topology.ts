// Which interface of a device does what for the pair: users behind it, the channel over it, or the way out. Only what the files
// say: an interface with an address that carries neither users nor the channel is taken for an uplink.
import type { Device, Group, Interface, ServiceLocation } from '../model/device';
import { mainInterfaceKey, nameKey } from '../model/names';
import { bindings, groupsOf, isHotBackup, type Pair, type Side } from '../model/network';
import { because, type Because } from './because';

export const sides: readonly Side[] = ['a', 'b'];

/** Main interfaces that carry a group of the pair, or users of a profile. */
export function accessKeys(pair: Pair, side: Side): string[] {
  const device = pair[side];
  const keys = new Set(pair.groups.map((group) => mainInterfaceKey(group[side].interfaceKey)));
  for (const profile of device.profiles.values()) for (const one of bindings(profile, device).interfaces) keys.add(one.mainKey);
  return [...keys].sort();
}

/** Interfaces whose address is the channel's source, or that lead to the other service board. Loopbacks are none: no link fails with them. */
export function channelKeys(pair: Pair, side: Side): string[] {
  const device = pair[side];
  const keys = new Set<string>();
  for (const channel of pair.channels) {
    for (const { interface: one } of device.addresses.get(channel[side].channel.source.value.key) ?? []) if (!isVirtual(one.key)) keys.add(one.mainKey);
  }
  for (const location of pair.locations) if (location[side].remote) keys.add(mainInterfaceKey(location[side].remote!.interfaceKey));
  return [...keys].sort();
}

export function uplinkKeys(pair: Pair, side: Side): string[] {
  const device = pair[side];
  const taken = new Set([...accessKeys(pair, side), ...channelKeys(pair, side)]);
  const tracked = pair.groups.flatMap((group) => group[side].tracks.flatMap((track) => track.object.kind === 'interface' ? [mainInterfaceKey(track.object.key)] : []));
  const addressed = [...device.interfaces.values()].filter((one) => (one.addresses.length > 0 || one.ipv6Addressed) && !isVirtual(one.key)).map((one) => one.mainKey);
  return [...new Set([...tracked, ...addressed])].filter((key) => !taken.has(key)).sort();
}

export function interfaceName(device: Device, key: string): string {
  return device.interfaces.get(key)?.name ?? key;
}

function isVirtual(key: string): boolean {
  return /^(loopback|null|tunnel|meth|virtual-template|virtual-ethernet)/.test(key);
}

export function locationsOf(pair: Pair, group: Group, side: Side): ServiceLocation[] {
  return pair.locations.map((location) => location[side]).filter((location) => group.family === 4
    && location.group?.vrid.value === group.vrid && location.group.interfaceKey === group.interfaceKey);
}

/** `ds-lite`, `nat` ...: what runs on the board; the board itself where the file binds nothing to it. */
export function servicesOn(device: Device, location: ServiceLocation): string[] {
  const kinds = device.instances.filter((instance) => instance.groups.some((name) =>
    device.instanceGroups.get(nameKey(name.value))?.locations.some((id) => id.value === location.id))).map((instance) => instance.kind);
  return kinds.length > 0 ? [...new Set(kinds)] : [`service-location ${location.id}`];
}

/** Interfaces with users, or a gateway for them, that no profile protects. */
export function unprotected(pair: Pair): Because[] {
  if (!pair.groups.some(isHotBackup)) return [];
  return sides.flatMap((side) => {
    const device = pair[side];
    const boundPool = device.pools.some((pool) => pool.profiles.length > 0);
    const followed = new Set([...device.profiles.values()].flatMap((profile) => groupsOf(profile, device)));
    const serves = (one: Interface) => one.relay.length > 0 || (one.dhcpServer !== undefined && !boundPool)
      || one.groups.some((group) => group.exists && !followed.has(group) && !group.admin && !group.follows && locationsOf(pair, group, side).length === 0);
    return [...device.interfaces.values()].filter((one) => one.profiles.length === 0 && serves(one)).map((one) =>
      because(one.at, `${device.name} ${one.name}: no backup profile protects its users`, '000 step 4.2', 'rbp-unbound'));
  });
}
