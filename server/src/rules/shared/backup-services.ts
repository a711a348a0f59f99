// Which profile uses which backup service of a device, and how the lines of both are written. Names are compared as the
// device compares them, and what is shown is spelled as it was typed.
import type { Address, Family } from '../../model/address';
import type { Channel, Device, Interface, Pool, PoolUse, Rbp } from '../../model/device';
import { defaultShareCost, isRuiSlave } from '../../model/services/pool-addresses';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { Place } from '../../model/place';
import { localAddressesOn } from '../../model/vrrp/addresses';
import { memoizeByObject } from '../../text/memoize';
import { canonicalText } from '../../model/lines/canonical-text';
import { meant } from '../../text/edit-distance';
import { typoIn } from './typo';

/** The smallest backup-id that no profile of these devices has. */
export function freeBackupId(...devices: readonly Device[]): number {
  const taken = new Set(
    devices.flatMap((device) => [...device.profiles.values()].map((profile) => profile.backupId?.value)),
  );
  let id = 1;
  while (taken.has(id)) id++;
  return id;
}

/** What stands at a place of this line. */
export function typed(line: MatchedLine, at: Place): string {
  return line.text.slice(at.start - line.start, at.end - line.start);
}

/** The peer address of a channel as it is typed. */
export function typedPeer(channel: Channel): string {
  return typed(channel.line, channel.peer.at);
}

/** The source address of a channel as it is typed. */
export function typedSource(channel: Channel): string {
  return typed(channel.line, channel.source.at);
}

/** The line of an RBS for a channel; `port` is a TCP port. */
export function channelText(family: Family, peer: string, source: string, port: number): string {
  return family === 6
    ? `peer-ipv6 ${peer} source-ipv6 ${source} port ${port}`
    : `peer ${peer} source ${source} port ${port}`;
}

/** The device's own addresses of a family, loopbacks first: what a channel may start from. */
export function ownAddresses(
  device: Device,
  family: Family,
): { readonly text: string; readonly interface: Interface; readonly address: Address }[] {
  const all = [...device.interfaces.values()].flatMap((port) =>
    localAddressesOn(port, family).map(({ prefix, at, line }) => ({
      text: typed(line, at).split(/[/\s]/)[0]!,
      interface: port,
      address: prefix.address,
    })),
  );
  const loopback = (item: { interface: Interface }) => (item.interface.key.startsWith('loopback') ? 0 : 1);
  return all.sort((x, y) => loopback(x) - loopback(y));
}

/** The first interface of the device that has the address; undefined where none has it. */
export function interfaceWithAddress(device: Device, address: Address): Interface | undefined {
  return device.addresses.get(address.key)?.[0]?.interface;
}

/** What NE40E takes after `service-type`. */
export const serviceTypes: readonly string[] = [
  'arp',
  'bras',
  'dhcp-server',
  'dhcpv6-relay',
  'igmp',
  'igmp-snooping',
  'ipsec',
  'l2tp',
  'mld',
  'multicast',
  'nd',
  'no-host-multicast',
];

/** What a word that names no service was meant to be. `dhcpv6-server` is what people write for the relay: that server has no hot backup. */
export function meantService(word: string, among: readonly string[] = serviceTypes): string | undefined {
  return word.startsWith('dhcpv6') ? 'dhcpv6-relay' : meant(word, among);
}

/**
 * `service-type` lines that name no service: they are a finding of their own, and what they stand for is not missing
 * (docs/decisions/malformed-lines.md).
 */
export const unreadServiceTypes = memoizeByObject((profile: Rbp): readonly MatchedLine[] =>
  profile.block.lines.filter((line) => {
    const [command = '', service] = canonicalText(line).split(' ');
    if (command === 'service-type') return service === undefined || !serviceTypes.includes(service);
    return typoIn(line)?.instead?.startsWith('service-type') ?? false;
  }),
);

/** How a profile is backed up; hot where no line says it (docs/decisions/absence-is-not-a-finding.md). */
export function modeOf(profile: Rbp): string {
  return profile.mode?.value.toLowerCase() ?? 'hot';
}

/** The words that the profile has after `service-type`, in small letters, words that name no service included. */
export const servicesOf = memoizeByObject(
  (profile: Rbp): ReadonlySet<string> => new Set(profile.services.map((service) => service.value.toLowerCase())),
);

/** Services that the virtual mode does not back up; what it means for streams and tunnels of BRAS users no source says. */
const notVirtual: ReadonlySet<string> = new Set([
  'arp',
  'dhcp-server',
  'dhcpv6-relay',
  'igmp',
  'igmp-snooping',
  'ipsec',
  'mld',
  'nd',
]);

/** The first service of the profile that the virtual mode does not back up. */
export function serviceNotVirtual({ services }: Rbp): Rbp['services'][number] | undefined {
  return services.find(({ value }) => notVirtual.has(value.toLowerCase()));
}

const alwaysBound: readonly string[] = ['nd', 'mld', 'dhcpv6-relay', 'dhcp-server'];

/** The guide binds profiles of these services; others may be used otherwise (docs/decisions/where-a-profile-is-bound.md). */
export function isAlwaysBound(profile: Rbp): boolean {
  return [...servicesOf(profile)].some((service) => alwaysBound.includes(service));
}

/** The line by which a service hands over a pool that the other device hands over with this one: the other of the two usual costs. */
export function poolTextBeside({ family, metric }: PoolUse, pool: Pool): string {
  const start = `${family === 6 ? 'ipv6-pool' : 'ip-pool'} ${pool.name}`;
  if (!metric) return start;
  return `${start} metric ${metricBeside(metric.value, isRuiSlave(pool))}`;
}

/** The other of the two usual costs: the device whose pool stands by has the higher one. */
export function metricBeside(metric: number, standsBy: boolean): number {
  const [usual, standingBy] = [defaultShareCost(false), defaultShareCost(true)];
  return standsBy || metric <= usual ? Math.max(standingBy, metric + 10) : usual;
}
