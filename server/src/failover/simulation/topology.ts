// Which interface of a device does what for the pair: users behind it, the channel over it, or the way out. Only what the files
// say: an uplink is what a group tracks and what routing runs over; where a file shows neither, every other interface with an address.
import { isInside, type Address } from '../../model/address';
import type { Device, Interface, Rbp, ServiceLocation } from '../../model/device';
import { interfacesOfPort } from '../../model/interface-state';
import { mainInterfaceKey, nameKey } from '../../model/names';
import type { Pair, Side } from '../../model/pairing/pair';
import { eTrunkMembers, eTrunkPairs } from '../../model/e-trunk/e-trunk-pairs';
import { sharedLinks } from '../../model/routing/shared-links';
import { groupsOf } from '../../model/services/bindings';
import { interfacesWith, serviceKey } from '../../model/services/channels';
import { backedUpInstances, instancesOn } from '../../model/services/service-boards';
import { portsTranslatedBy } from '../../model/services/translated-ports';
import { trackedShare } from '../../model/vrrp/tracking';
import { leadsOut } from './routing';

/**
 * Main interfaces that carry a group of the pair, are a member of its E-Trunks, have users of a profile that backs up to the other
 * device of it, or hand users to an instance on its boards.
 */
export function accessKeys(pair: Pair, side: Side): string[] {
  const device = pair[side];
  const keys = new Set(pair.groups.map((group) => mainInterfaceKey(group[side].interfaceKey)));
  const ours = new Set(
    [...device.profiles.values()].filter((profile) => pair.channels.length === 0 || isOurs(pair, side, profile)),
  );
  for (const { profiles, mainKey } of device.interfaces.values()) {
    if (profiles.some((profile) => ours.has(device.profiles.get(nameKey(profile.value))!))) keys.add(mainKey);
  }
  for (const profile of ours) {
    for (const group of groupsOf(profile, device)) keys.add(mainInterfaceKey(group.interfaceKey));
  }
  for (const member of eTrunkMembers(pair)) if (member[side]) keys.add(member[side].mainKey);
  const translated = translatedKeys(pair, side);
  const links = [...keys].filter((key) => !isBoardLink(pair, side, key));
  return [...new Set([...links, ...translated])].filter((key) => !isVirtual(key)).sort();
}

/** Main interfaces at which the users of the boards come in, whose failure no group of theirs sees by itself. */
function translatedKeys(pair: Pair, side: Side): string[] {
  return backedUpInstances(pair, side).flatMap((instance) =>
    portsTranslatedBy(pair[side], instance).map(({ mainKey }) => mainKey),
  );
}

/** A device may back up other profiles to other devices. */
export function isOurs(pair: Pair, side: Side, profile: Rbp): boolean {
  return (
    pair.channels.some((channel) => channel[side].rbs.key === serviceKey(profile)) ||
    pair.profiles.some((paired) => paired[side] === profile)
  );
}

/** The link between two service boards that also carries their group and no users: its failure is one of the backup path. */
function isBoardLink(pair: Pair, side: Side, mainKey: string): boolean {
  const joinsBoards = pair.locations.some(
    (location) => location[side].remote && mainInterfaceKey(location[side].remote.interfaceKey) === mainKey,
  );
  const onLink = [...pair[side].interfaces.values()].filter((candidate) => candidate.mainKey === mainKey);
  return joinsBoards && !onLink.some(hasUsers);
}

function hasUsers({ profiles, relay, dhcpServer, groups }: Interface): boolean {
  return profiles.length > 0 || relay.length > 0 || dhcpServer !== undefined || groups.some((group) => !group.admin);
}

/**
 * Interfaces whose address is the channel's source, or that lead to the other service board. Loopbacks are none: no link fails
 * with them.
 */
export function channelKeys(pair: Pair, side: Side): string[] {
  const keys = new Set<string>();
  for (const channel of pair.channels) {
    for (const owner of pair[side].addresses.get(channel[side].channel.source.value.key) ?? []) {
      if (!isVirtual(owner.interface.key)) keys.add(owner.interface.mainKey);
    }
  }
  for (const location of pair.locations) {
    const { remote } = location[side];
    if (remote) keys.add(mainInterfaceKey(remote.interfaceKey));
  }
  return [...keys].sort();
}

/**
 * Interfaces from which the device backs up to a third one that is on the same link: no way out into the network. Other
 * sub-interfaces of their ports may be ways out.
 */
function thirdPartyKeys(pair: Pair, side: Side): Set<string> {
  const device = pair[side];
  const ours = new Set(pair.channels.map((channel) => channel[side].rbs));
  const others = [...device.services.values()].filter((service) => !ours.has(service));
  const ends = others.flatMap(({ channels }) =>
    channels.flatMap(({ source, peer }) => onLinkWith(device, source.value.key, peer.value)),
  );
  const boards = [...device.locations.values()].flatMap(({ remote }) => (remote ? [remote.interfaceKey] : []));
  const trunks = [...device.eTrunks.values()].flatMap(({ source, peer }) =>
    source && peer ? onLinkWith(device, source.value.key, peer.value) : [],
  );
  return new Set([...ends, ...boards, ...trunks]);
}

/** Interfaces that have this address, with the other one in the same subnet. */
function onLinkWith(device: Device, source: string, peer: Address): string[] {
  const owners = (device.addresses.get(source) ?? []).map((owner) => owner.interface);
  return owners
    .filter(({ addresses }) => addresses.some(({ prefix }) => isInside(peer, prefix)))
    .map((owner) => owner.key);
}

/**
 * Keys of the main interfaces that lead out: those that a group tracks and those that routing uses; where there is none, every
 * other one with an address that carries neither users nor a channel.
 */
export function uplinkKeys(pair: Pair, side: Side): string[] {
  const device = pair[side];
  const taken = new Set([...accessKeys(pair, side), ...channelKeys(pair, side), ...eTrunkKeys(pair, side)]);
  const thirdParty = thirdPartyKeys(pair, side);
  const others = [...device.interfaces.values()].filter(
    (candidate) => isOther(candidate) && !thirdParty.has(candidate.key),
  );
  const thirdPorts = new Set([...thirdParty].map(mainInterfaceKey));
  const ways = new Set(others.map((candidate) => candidate.mainKey));
  const tracked = trackedKeys(pair, side).filter((key) => !thirdPorts.has(key) || ways.has(key));
  const routed = others.filter(leadsOut(device)).map((candidate) => candidate.mainKey);
  const free = (keys: readonly string[]) =>
    [...new Set(keys)].filter((key) => !taken.has(key) && !isVirtual(key)).sort();
  const known = free([...tracked, ...routed]);
  return known.length > 0 ? known : free(others.map((candidate) => candidate.mainKey));
}

/**
 * Main interfaces on links that have room for the two devices alone, and that no group tracks: beyond them there is the other device.
 * Routing may find its way over them; their own failure takes no way out from anybody.
 */
export function linksForTwo(pair: Pair, side: Side): ReadonlySet<string> {
  const forTwo = [...sharedLinks(pair)].filter(({ a }) =>
    a.addresses.some(({ prefix, linkLocal }) => !linkLocal && prefix.address.bytes.length * 8 - prefix.length <= 2),
  );
  if (forTwo.length === 0) return new Set();
  const between = new Set(forTwo.map((link) => link[side].key));
  const tracked = new Set(trackedKeys(pair, side));
  const keys = [...between].map(mainInterfaceKey).filter((key) => !tracked.has(key));
  const onPort = (main: string) => interfacesOfPort(pair[side], main).filter(isOther);
  return new Set(keys.filter((main) => onPort(main).every(({ key }) => between.has(key))));
}

/** Main interfaces that have an address from which an E-Trunk of the pair sends its Hello packets. */
function eTrunkKeys(pair: Pair, side: Side): string[] {
  return eTrunkPairs(pair).flatMap(({ [side]: { source } }) =>
    source ? interfacesWith(pair[side], source.value).map((owner) => owner.mainKey) : [],
  );
}

function trackedKeys(pair: Pair, side: Side): string[] {
  return pair.groups.flatMap((group) =>
    group[side].tracks.flatMap(({ object }) =>
      object.kind === 'interface'
        ? [mainInterfaceKey(object.key)]
        : (trackedShare(pair[side], object)?.uplinks ?? []).map(({ key }) => mainInterfaceKey(key)),
    ),
  );
}

/** It has an address and serves no users that a line of it tells of. */
function isOther({ addresses, ipv6Addressed, relay, profiles, groups, dhcpServer }: Interface): boolean {
  return (
    (addresses.length > 0 || ipv6Addressed) &&
    relay.length + profiles.length + groups.length === 0 &&
    dhcpServer === undefined
  );
}

/** As the file spells it. */
export function interfaceName(device: Device, key: string): string {
  return device.interfaces.get(key)?.name ?? mainInterfaceName(device, key) ?? key;
}

/** Of a main interface that has no section of its own: as its sub-interfaces spell it. */
export function mainInterfaceName(device: Device, key: string): string | undefined {
  const [first] = interfacesOfPort(device, key);
  return first && first.name.slice(0, first.name.lastIndexOf('.'));
}

function isVirtual(key: string): boolean {
  return /^(loopback|null|tunnel|meth|virtual-template|virtual-ethernet)/.test(key);
}

/** `ds-lite`, `nat` ...: what runs on the board; none where the file binds nothing to it. */
export function servicesOn(device: Device, location: ServiceLocation): string[] {
  return [...new Set(instancesOn(device, location).map((instance) => instance.kind))];
}
