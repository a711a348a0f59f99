// By what the virtual routers of one device are found on another: a virtual IP, or the vrid on one subnet. Where many networks have
// the same addresses (one gateway in each of a thousand VPNs) these tell nothing apart, and what tells the networks apart is added.
import { prefixKey } from '../address';
import type { Device, Group, Interface } from '../device';
import { listIndex } from '../incremental/index-view';
import { mainInterfaceKey } from '../names';
import { vpnOf } from '../routing/vpn';
import { advertisingVlans } from '../vlans';
import { isLinkLocalIp, localAddressesOn } from '../vrrp/addresses';

/** So many groups of a device may share a key before something must be added to it. */
const most = 64;

interface Keys {
  readonly on: Interface | undefined;
  readonly keys: readonly string[];
  network?: readonly string[];
}

// A group that no edit touched is the same object after it, and so is its interface.
const keysOfGroups = new WeakMap<Group, Keys>();

function knownKeys(device: Device, group: Group): Keys {
  const on = device.interfaces.get(group.interfaceKey);
  let known = keysOfGroups.get(group);
  if (!known || known.on !== on) keysOfGroups.set(group, (known = { on, keys: keysOn(on, group) }));
  return known;
}

function keysOn(on: Interface | undefined, group: Group): readonly string[] {
  return [
    ...group.virtualIps.filter((ip) => !isLinkLocalIp(ip)).map(({ address }) => `vip ${address.key}`),
    ...localAddressesOn(on, group.family).map(({ prefix }) => `net ${group.family} ${group.vrid} ${prefixKey(prefix)}`),
  ];
}

/** What a group on another device must share to be the same virtual router: a virtual IP, or the vrid on one subnet. */
export function groupKeys(device: Device, group: Group): readonly string[] {
  return knownKeys(device, group).keys;
}

/** What tells the group's network from others that have the same addresses: names and tags that the two devices often share. */
function networkNames(device: Device, group: Group): readonly string[] {
  const known = knownKeys(device, group);
  return (known.network ??= namesOn(known.on, group));
}

function namesOn(on: Interface | undefined, { interfaceKey }: Group): readonly string[] {
  const vlans = on && advertisingVlans(on);
  return [
    `on ${interfaceKey}`,
    // What follows the main interface: `.17`, also where the cards stand in other slots.
    `sub ${interfaceKey.slice(mainInterfaceKey(interfaceKey).length)}`,
    ...(on ? [`vpn ${vpnOf(on)}`] : []),
    ...(vlans ? [`vlan ${vlans.key}`] : []),
  ];
}

/** How many names and tags the networks of the two groups have in common: of several that look the same those with the most are one. */
export function sharedNames(a: Device, ofA: Group, b: Device, ofB: Group): number {
  const others = networkNames(b, ofB);
  return networkNames(a, ofA).filter((name) => others.includes(name)).length;
}

/** The key with the vrid and with each of the names added. */
function finerKeys(device: Device, group: Group, key: string): readonly string[] {
  return [`vrid ${group.vrid}`, ...networkNames(device, group)].map((name) => `${key} ${name}`);
}

const groupsByKey = listIndex((group: Group, device: Device) => groupKeys(device, group));
const groupsByFinerKey = listIndex((group: Group, device: Device) =>
  groupKeys(device, group).flatMap((key) => finerKeys(device, group, key)),
);

/** Whether a VRRP group of the device has the key. */
export function hasGroupKey(device: Device, key: string): boolean {
  return groupsByKey(device.groups, device).has(key);
}

/** The same in either order of the devices. */
function isCrowded(index: typeof groupsByKey, key: string, devices: readonly Device[]): boolean {
  return devices.some((device) => index(device.groups, device).count(key) > most);
}

/** Groups of the other device that share a key with this one, each once. By index, never all against all. */
export function relatedGroups(device: Device, group: Group, other: Device): readonly Group[] {
  const found = groupKeys(device, group).flatMap((key) => {
    if (!isCrowded(groupsByKey, key, [device, other])) return groupsByKey(other.groups, other).get(key);
    return finerKeys(device, group, key)
      .filter((finer) => !isCrowded(groupsByFinerKey, finer, [device, other]))
      .flatMap((finer) => groupsByFinerKey(other.groups, other).get(finer));
  });
  return [...new Set(found)];
}

/** Two devices, before or after an edit. */
type Couple = Readonly<Record<'a' | 'b', Device>>;

/**
 * Whether an edit that changed this group, of either state, made a key of it crowded or no longer so: then groups that it did not
 * touch are related to others than before.
 */
export function changesCrowd(before: Couple, after: Couple, device: Device, group: Group): boolean {
  const differs = (index: typeof groupsByKey, key: string) =>
    isCrowded(index, key, [before.a, before.b]) !== isCrowded(index, key, [after.a, after.b]);
  return groupKeys(device, group).some(
    (key) =>
      differs(groupsByKey, key) ||
      (isCrowded(groupsByKey, key, [after.a, after.b]) &&
        finerKeys(device, group, key).some((finer) => differs(groupsByFinerKey, finer))),
  );
}
