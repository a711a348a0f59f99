// The entries of one backup profile over the channel between the two backup services.
import { spelled, type Address } from '../../model/address';
import type { Device, Rbp } from '../../model/device';
import type { ChannelPair, Pair, ProfilePair, Side } from '../../model/pairing/pair';
import { mainInterfaceKey } from '../../model/names';
import { bindings } from '../../model/services/bindings';
import { interfacesWith, serviceOf } from '../../model/services/channels';
import { loginUsers } from '../../model/services/login-routes';
import { longestRefill } from '../../model/services/refill';
import type { Carrier } from './carrier';
import { channelFaults, profileFaults, serviceFaults } from './channel-faults';
import { evidence } from './evidence';
import { bySide, deviceNames, sides } from './names';
import type { Evidence } from './rehearsal';
import { tunnelsLeftBehind } from './tunnels-left-behind';
import { unreadyProfile } from './unready-profile';

/** The backup channel of a profile, which carries the entries of its users. */
export function channelCarrier(pair: Pair, profile: ProfilePair): Carrier {
  const names = deviceNames(pair);
  const services = [...new Set([...profile.a.services, ...profile.b.services].map((service) => service.value))].sort();
  const channel = channelOf(pair, profile);
  const faultsOfServices = sides.flatMap((side) => serviceFaults(pair, side, profile[side]));
  return {
    kind: 'rbs',
    services,
    bound: sides.flatMap((side) => boundOn(profile[side], pair[side], names[side])),
    faults: [
      ...faultsOfServices,
      ...channelFaults(pair, profile, channel, faultsOfServices.length > 0),
      ...profileFaults(pair, profile),
      ...sides.flatMap((side) => unboundFaults(pair, side, profile[side], services)),
    ],
    unready: bySide((side) => [
      ...unreadyProfile(pair[side], profile[side]),
      ...tunnelsLeftBehind(pair, side, profile),
    ]),
    lines: workingLines(pair, profile, channel),
    ends: bySide((side) => (channel ? linksWith(pair[side], channel[side].channel.source.value) : [])),
    users: bySide((side) => usersOf(profile[side], pair[side])),
    login: loginUsers(pair, profile),
    figure: longestRefill(services),
  };
}

/** `DeviceA GigabitEthernet0/1/2`, `DeviceA pool office`: what the profile is bound to. */
export function boundOn(profile: Rbp, device: Device, name: string): string[] {
  const { interfaces, pools } = bindings(profile, device);
  return [...interfaces.map((bound) => `${name} ${bound.name}`), ...pools.map((pool) => `${name} pool ${pool.name}`)];
}

/** Keys of the interfaces that the profile is bound to. */
export function usersOf(profile: Rbp, device: Device): string[] {
  return bindings(profile, device).interfaces.map((bound) => bound.key);
}

/** The channel of which the services of both profiles are the ends. */
function channelOf(pair: Pair, profile: ProfilePair): ChannelPair | undefined {
  const services = bySide((side) => serviceOf(profile[side], pair[side]));
  return pair.channels.find(({ a, b }) => a.rbs === services.a && b.rbs === services.b);
}

function workingLines(pair: Pair, profile: ProfilePair, channel: ChannelPair | undefined): Evidence[] {
  const names = deviceNames(pair);
  const lines: Evidence[] = [];
  for (const side of sides) {
    const { backupId } = profile[side];
    if (!backupId) continue;
    const text = `${names[side]}: backup-id ${backupId.value}`;
    lines.push(evidence(backupId.at, text, '000 step 3.4', 'rbp-backup-id-mismatch'));
  }
  if (!channel) return lines;
  for (const side of sides) {
    const { source, peer } = channel[side].channel;
    const text = `${names[side]}: channel from ${spelled(source.value.bytes)} to ${spelled(peer.value.bytes)}`;
    lines.push(evidence(peer.at, text, '000 step 2.3', 'rbs-peer-source-not-mirrored'));
  }
  return lines;
}

/** Services whose users the profile knows by the interface or pool that names it. */
const needsBinding = new Set(['nd', 'arp', 'mld', 'igmp', 'dhcpv6-relay', 'dhcp-server']);

function unboundFaults(pair: Pair, side: Side, profile: Rbp, services: readonly string[]): Evidence[] {
  if (!services.some((service) => needsBinding.has(service))) return [];
  const { interfaces, pools } = bindings(profile, pair[side]);
  if (interfaces.length + pools.length > 0) return [];
  const text = `${pair[side].name}: nothing binds profile ${profile.name}`;
  return [evidence(profile.at, text, '000 step 5.2', 'rbp-unbound')];
}

/** Interfaces that have the address and that a failing link takes down. */
function linksWith(device: Device, address: Address): string[] {
  return interfacesWith(device, address)
    .map((owner) => owner.key)
    .filter((key) => !mainInterfaceKey(key).startsWith('loopback'));
}
