// The entries of users: which path carries them between the devices, what in the files keeps it from working, and how good
// the copy on each device is. How long a refill takes is in no file: the vendor's figure of the service stands in for it.
import type { Device, Group } from '../model/device';
import type { Place } from '../model/place';

import { groupsOf, type GroupPair, type LocationPair, type Pair, type ProfilePair, type Side } from '../model/network';
import { mainInterfaceKey, nameKey } from '../model/names';
import { because, type Because } from './because';
import { servicesOn, sides } from './topology';

export type Entries = 'fresh' | 'stale' | 'incomplete' | 'none';

/** One path of entries, seen from one group. */
export interface Carrier {
  readonly kind: 'rbs' | 'board';
  readonly services: readonly string[];
  /** What keeps any entry from arriving. */
  readonly faults: readonly Because[];
  /** Why it works, where it does. */
  readonly lines: readonly Because[];
  /** The interface each end stands on; absent where it is a loopback or not in the file. */
  readonly ends: { readonly a: readonly string[]; readonly b: readonly string[] };
  readonly location?: number;
  readonly figure: Figure;
}

/** Seconds a returning device should wait before it takes its role back. */
export interface Figure {
  readonly seconds: number;
  readonly source: string;
  readonly known: boolean;
}

const figures: Readonly<Record<string, Figure>> = {
  'dhcpv6-relay': { seconds: 1800, source: '000 step 1.7', known: true },
  'dhcp-server': { seconds: 600, source: '002 step 1.4', known: true },
  'ds-lite': { seconds: 1500, source: 'CGN chapter, preempt delay', known: true },
  nat: { seconds: 1500, source: 'CGN chapter, preempt delay', known: true },
  nat64: { seconds: 1500, source: 'CGN chapter, preempt delay', known: true },
  bras: { seconds: 600, source: 'BRAS chapter, preempt delay', known: true },
};
// Longer than 15 s is asked of every preempt delay.
const floor: Figure = { seconds: 16, source: 'CLI reference, preempt-mode', known: false };

export function figureOf(services: readonly string[]): Figure {
  return services.map((service) => figures[service] ?? floor).sort((x, y) => y.seconds - x.seconds)[0] ?? floor;
}

export function carriersOf(pair: Pair, group: GroupPair): Carrier[] {
  return [
    ...group.profiles.map((profile) => overChannel(pair, profile)),
    ...loneProfiles(pair, group),
    ...group.locations.map((location) => overBoards(pair, location)),
  ];
}

function overChannel(pair: Pair, profile: ProfilePair): Carrier {
  const faults: Because[] = [];
  const lines: Because[] = [];
  const text = (list: readonly { value: string }[]) => list.map((one) => one.value).sort().join(' ');
  const rbs = (side: Side) => profile[side].rbs && pair[side].services.get(nameKey(profile[side].rbs.value));
  for (const side of sides) {
    const self = profile[side];
    const service = rbs(side);
    if (!self.rbs || !service) faults.push(because(self.rbs?.at ?? self.at, `${pair[side].name}: profile ${self.name} has no backup service in the file`, '000 step 3.4', 'rbp-rbs-undefined'));
    else if (service.shutdown) faults.push(because(service.shutdown, `${pair[side].name}: backup service ${service.name} is shut down`, '000 step 2.3'));
    if (self.backupId) lines.push(because(self.backupId.at, `${pair[side].name}: backup-id ${self.backupId.value}`, '000 step 3.4', 'rbp-backup-id-mismatch'));
  }
  const channel = pair.channels.find(({ a, b }) => a.rbs === rbs('a') && b.rbs === rbs('b'));
  if (!channel) {
    if (faults.length === 0) faults.push(because(profile.a.rbs!.at, 'the backup services of the two profiles are no ends of one channel', '000 step 2.3', 'rbs-peer-source-not-mirrored'));
  } else {
    const [one, two] = [channel.a.channel, channel.b.channel];
    for (const side of sides) lines.push(because(channel[side].channel.peer.at, `${pair[side].name}: channel from ${channel[side].channel.source.value.key} to ${channel[side].channel.peer.value.key}`, '000 step 2.3', 'rbs-peer-source-not-mirrored'));
    if (one.family !== two.family) faults.push(because(two.peer.at, 'one end of the channel is IPv4, the other IPv6', '000 step 2.3', 'rbs-family-mismatch'));
    else if (one.peer.value.key !== two.source.value.key || one.source.value.key !== two.peer.value.key) faults.push(because(two.peer.at, 'the addresses of the channel do not mirror each other', '000 step 2.3', 'rbs-peer-source-not-mirrored'));
    if (one.port.value !== two.port.value) faults.push(because(two.port.at, `port ${one.port.value} on ${pair.a.name}, ${two.port.value} on ${pair.b.name}: no channel`, '000 step 2.3', 'rbs-port-mismatch'));
  }
  const [mine, theirs] = [profile.a.backupId, profile.b.backupId];
  if (mine?.value !== theirs?.value || !mine) {
    faults.push(because(theirs?.at ?? profile.b.at, `backup-id ${mine?.value ?? 'none'} on ${pair.a.name}, ${theirs?.value ?? 'none'} on ${pair.b.name}: no entry finds its profile`, '000 step 3.4', 'rbp-backup-id-mismatch'));
  }
  if (text(profile.a.services) !== text(profile.b.services)) {
    faults.push(because((profile.b.services[0] ?? profile.b).at, `service types differ: ${text(profile.a.services) || 'none'} and ${text(profile.b.services) || 'none'}`, '000 step 3.2', 'rbp-service-types-differ'));
  }
  const services = [...new Set([...profile.a.services, ...profile.b.services].map((one) => one.value))].sort();
  const end = (side: Side) => channel ? interfacesWith(pair[side], channel[side].channel.source.value.key) : [];
  return { kind: 'rbs', services, faults, lines, ends: { a: end('a'), b: end('b') }, figure: figureOf(services) };
}

/** Profiles that follow the group and that nothing answers on the other device. */
function loneProfiles(pair: Pair, group: GroupPair): Carrier[] {
  return sides.flatMap((side) => [...pair[side].profiles.values()]
    .filter((profile) => follows(profile, group[side], pair[side]) && !pair.profiles.some((one) => one[side] === profile))
    .map((profile): Carrier => {
      const services = profile.services.map((one) => one.value).sort();
      const fault = because(profile.at, `${pair[side].name}: nothing on the other device answers profile ${profile.name}`, '000 step 3.1', 'rbp-missing-on-peer');
      return { kind: 'rbs', services, faults: [fault], lines: [], ends: { a: [], b: [] }, figure: figureOf(services) };
    }));
}

function follows(profile: Parameters<typeof groupsOf>[0], group: Group, device: Device): boolean {
  return groupsOf(profile, device).includes(group);
}

function overBoards(pair: Pair, location: LocationPair): Carrier {
  const faults: Because[] = [];
  const lines: Because[] = [];
  for (const [side, peer] of [['a', 'b'], ['b', 'a']] as const) {
    const { remote } = location[side];
    if (!remote) continue;
    lines.push(because(remote.line, `${pair[side].name}: entries of service-location ${location[side].id} over ${remote.interface.value}`, '004 step 3.4', 'service-location-peer-not-mirrored'));
    const there = location[peer].remote && pair[peer].interfaces.get(location[peer].remote.interfaceKey);
    if (there && there.addresses.length > 0 && !there.addresses.some((one) => one.prefix.address.key === remote.peer.value.key)) {
      faults.push(because(remote.peer.at, `${pair[side].name}: ${remote.peer.value.key} is not the address of ${there.name} on ${pair[peer].name}`, '004 step 3.4', 'service-location-peer-not-mirrored'));
    }
  }
  const enabled = sides.filter((side) => hasLine(pair[side], /^service-ha hot-backup enable/));
  if (enabled.length < 2) {
    const missing = sides.find((side) => !enabled.includes(side))!;
    faults.push(because(location[missing].at, `${pair[missing].name}: service-ha hot-backup enable is missing, sessions are not copied`, '004 step 1', enabled.length === 1 ? 'service-ha-hot-backup-one-sided' : 'service-ha-hot-backup-missing'));
  }
  const services = [...new Set([...servicesOn(pair.a, location.a), ...servicesOn(pair.b, location.b)])].sort();
  const end = (side: Side) => location[side].remote ? [location[side].remote.interfaceKey] : [];
  return { kind: 'board', services, faults, lines, ends: { a: end('a'), b: end('b') }, location: location.a.id, figure: figureOf(services) };
}

export function hasLine(device: Device, pattern: RegExp): boolean {
  return systemLine(device, pattern) !== undefined;
}

export function systemLine(device: Device, pattern: RegExp): (Place & { readonly text: string }) | undefined {
  for (const lines of device.system.values()) for (const line of lines) if (pattern.test(line.text)) return line;
  return undefined;
}

function interfacesWith(device: Device, key: string): string[] {
  return (device.addresses.get(key) ?? []).map((one) => one.interface.key).filter((one) => !mainInterfaceKey(one).startsWith('loopback'));
}

/** The copy on one device. */
export interface Copy {
  quality: Entries | 'refilling';
  /** When it became so. */
  since: number;
}

/** What the copy is worth at `at`. */
export function worth(copy: Copy, carrier: Carrier, at: number): Entries {
  if (copy.quality !== 'refilling') return copy.quality;
  return at - copy.since >= carrier.figure.seconds ? 'fresh' : 'incomplete';
}

const order: readonly Entries[] = ['fresh', 'stale', 'incomplete', 'none'];

export function worst(list: readonly Entries[]): Entries {
  return list.reduce<Entries>((found, one) => order.indexOf(one) > order.indexOf(found) ? one : found, 'fresh');
}

