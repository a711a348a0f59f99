// Which interface of a device does what for the pair: users behind it, the channel over it, or the way out. Only what the files
// say: an uplink is what a group tracks and what routing runs over; where a file shows neither, every other interface with an address.
import type { Device, Interface, Rbp, ServiceLocation } from '../../model/device';
import { mainInterfaceKey, nameKey } from '../../model/names';
import { boardFollows, groupsOf } from '../../model/services/bindings';
import { isHotBackup, type Pair, type Side } from '../../model/pairing/pair';
import { serviceKey } from '../../model/services/channels';
import { instancesOn } from '../../model/services/service-boards';
import type { Because } from './rehearsal';
import { because } from '../judgement/evidence';
import { sides } from './names';
import { leadsOut } from './routing';

/** Main interfaces that carry a group of the pair, or users of a profile that backs up to the other device of it. */
export function accessKeys(pair: Pair, side: Side): string[] {
  const device = pair[side];
  const keys = new Set(pair.groups.map((group) => mainInterfaceKey(group[side].interfaceKey)));
  const ours = new Set(
    [...device.profiles.values()].filter((profile) => pair.channels.length === 0 || isOurs(pair, side, profile)),
  );
  for (const one of device.interfaces.values())
    if (one.profiles.some((profile) => ours.has(device.profiles.get(nameKey(profile.value))!))) keys.add(one.mainKey);
  for (const profile of ours)
    for (const group of groupsOf(profile, device)) keys.add(mainInterfaceKey(group.interfaceKey));
  return [...keys].filter((key) => !isVirtual(key) && !isOwnLink(pair, side, key)).sort();
}

/** A device may back up other profiles to other devices. */
export function isOurs(pair: Pair, side: Side, profile: Rbp): boolean {
  return (
    pair.channels.some((channel) => channel[side].rbs.key === serviceKey(profile)) ||
    pair.profiles.some((one) => one[side] === profile)
  );
}

/** The link between two service boards that also carries their group and no users: its failure is one of the backup path. */
function isOwnLink(pair: Pair, side: Side, mainKey: string): boolean {
  const device = pair[side];
  return (
    pair.locations.some(
      (location) => location[side].remote && mainInterfaceKey(location[side].remote.interfaceKey) === mainKey,
    ) &&
    ![...device.interfaces.values()].some(
      (one) =>
        one.mainKey === mainKey &&
        (one.profiles.length > 0 ||
          one.relay.length > 0 ||
          one.dhcpServer !== undefined ||
          one.groups.some((group) => !group.admin)),
    )
  );
}

/** Interfaces whose address is the channel's source, or that lead to the other service board. Loopbacks are none: no link fails with them. */
export function channelKeys(pair: Pair, side: Side): string[] {
  const device = pair[side];
  const keys = new Set<string>();
  for (const channel of pair.channels) {
    for (const { interface: one } of device.addresses.get(channel[side].channel.source.value.key) ?? [])
      if (!isVirtual(one.key)) keys.add(one.mainKey);
  }
  for (const location of pair.locations)
    if (location[side].remote) keys.add(mainInterfaceKey(location[side].remote!.interfaceKey));
  return [...keys].sort();
}

export function uplinkKeys(pair: Pair, side: Side): string[] {
  const device = pair[side];
  const taken = new Set([...accessKeys(pair, side), ...channelKeys(pair, side)]);
  const tracked = pair.groups.flatMap((group) =>
    group[side].tracks.flatMap((track) =>
      track.object.kind === 'interface' ? [mainInterfaceKey(track.object.key)] : [],
    ),
  );
  const others = [...device.interfaces.values()].filter(
    (one) =>
      (one.addresses.length > 0 || one.ipv6Addressed) &&
      one.relay.length + one.profiles.length + one.groups.length === 0 &&
      one.dhcpServer === undefined,
  );
  const isOut = leadsOut(device);
  const routed = others.filter(isOut).map((one) => one.mainKey);
  const free = (keys: readonly string[]) =>
    [...new Set(keys)].filter((key) => !taken.has(key) && !isVirtual(key)).sort();
  const known = free([...tracked, ...routed]);
  return known.length > 0 ? known : free(others.map((one) => one.mainKey));
}

export function interfaceName(device: Device, key: string): string {
  return device.interfaces.get(key)?.name ?? key;
}

function isVirtual(key: string): boolean {
  return /^(loopback|null|tunnel|meth|virtual-template|virtual-ethernet)/.test(key);
}

/** `ds-lite`, `nat` ...: what runs on the board; none where the file binds nothing to it. */
export function servicesOn(device: Device, location: ServiceLocation): string[] {
  return [...new Set(instancesOn(device, location).map((instance) => instance.kind))];
}

/** Interfaces with users, or a gateway for them, that no profile protects. */
export function unprotected(pair: Pair): Because[] {
  if (!pair.groups.some(isHotBackup) && pair.profiles.length === 0) return [];
  return sides.flatMap((side) => {
    const device = pair[side];
    const boundPool = device.pools.some((pool) => pool.profiles.length > 0);
    const followed = new Set([...device.profiles.values()].flatMap((profile) => groupsOf(profile, device)));
    const bound = [...device.interfaces.values()].filter((one) => one.profiles.length > 0);
    // A control sub-interface carries the group of users that are bound beside it
    // (docs/decisions/where-a-profile-is-bound.md).
    const controls = (one: Interface) =>
      one.groups.some((group) => followed.has(group)) && bound.some((other) => other.mainKey === one.mainKey);
    const serves = (one: Interface) =>
      one.relay.length > 0 ||
      (one.dhcpServer !== undefined && !boundPool) ||
      one.groups.some(
        (group) =>
          group.exists &&
          !followed.has(group) &&
          !group.admin &&
          !group.follows &&
          !pair.locations.some((location) => boardFollows(location[side], group)),
      );
    return [...device.interfaces.values()]
      .filter((one) => one.profiles.length === 0 && !controls(one) && serves(one))
      .map((one) =>
        because(one.at, `${device.name}: no backup profile protects the users of ${one.name}`, '000 step 5.2'),
      );
  });
}
