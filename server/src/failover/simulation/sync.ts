// The entries of users: which path carries them between the devices, what in the files keeps it from working, and how good
// the copy on each device is. How long a refill takes is in no file: the vendor's figure of the service stands in for it.
import type { Device, Group, Rbp } from '../../model/device';
import { mainInterfaceKey } from '../../model/names';
import type { Address } from '../../model/address';
import { bindings, boardFollows, groupsOf } from '../../model/services/bindings';
import {
  other,
  type GroupPair,
  type LocationPair,
  type Pair,
  type ProfilePair,
  type Side,
} from '../../model/pairing/pair';
import { boardLink } from '../../model/services/board-link';
import { interfacesWith, mirroring, serviceOf, sourceShutdown } from '../../model/services/channels';
import { unrelayedInterfaces } from '../../model/services/dhcpv6-relay';
import { multicastBindings, multicastTracks } from '../../model/services/multicast';
import { boardRefill, longestRefill, type RefillFigure } from '../../model/services/refill';
import { hotBackupLine } from '../../model/services/service-boards';
import { remembered } from '../../text/memoize';
import type { Because, Entries } from './rehearsal';
import { because } from '../judgement/evidence';
import { deviceNames, sides } from './names';
import { servicesOn } from './topology';

/** One path of entries, seen from one group. */
export interface Carrier {
  readonly kind: 'rbs' | 'board';
  readonly services: readonly string[];
  readonly bound: readonly string[];
  /** What keeps any entry from arriving. */
  readonly faults: readonly Because[];
  /** What keeps one device from using what it has when it is master. */
  readonly unready: Readonly<Record<Side, readonly Because[]>>;
  /** Why it works, where it does. */
  readonly lines: readonly Because[];
  /** The interface each end stands on; none where it is a loopback or not in the file. */
  readonly ends: Readonly<Record<Side, readonly string[]>>;
  readonly location?: number;
  readonly figure: RefillFigure;
}

/** `a` or `b` is missing where the other device has no such group. */
export function carriersOf(
  pair: Pair,
  groups: { readonly a?: Group; readonly b?: Group },
  paired?: GroupPair,
): Carrier[] {
  const answered =
    paired?.profiles ??
    pair.profiles.filter((one) =>
      sides.some((side) => groups[side] && groupsOf(one[side], pair[side]).includes(groups[side])),
    );
  const boards =
    paired?.locations ??
    pair.locations.filter((one) => sides.some((side) => groups[side] && boardFollows(one[side], groups[side])));
  const lone = sides.flatMap((side) =>
    unanswered(pair)
      [side].filter((profile) => groups[side] && groupsOf(profile, pair[side]).includes(groups[side]))
      .map((profile) => alone(pair, side, profile)),
  );
  return [
    ...answered.map((profile) => overChannel(pair, profile)),
    ...lone,
    ...boards.map((location) => overBoards(pair, location)),
  ];
}

/** Profiles that nothing answers on the other device; asked for every group of the pair. */
const unanswered = remembered((pair: Pair): Readonly<Record<Side, readonly Rbp[]>> => {
  const of = (side: Side) => {
    const answered = new Set(pair.profiles.map((one) => one[side]));
    return [...pair[side].profiles.values()].filter((profile) => !answered.has(profile));
  };
  return { a: of('a'), b: of('b') };
});

function overChannel(pair: Pair, profile: ProfilePair): Carrier {
  const faults: Because[] = [];
  const lines: Because[] = [];
  const name = deviceNames(pair);
  const text = (list: readonly { value: string }[]) =>
    list
      .map((one) => one.value)
      .sort()
      .join(' ');
  const rbs = (side: Side) => serviceOf(profile[side], pair[side]);
  for (const side of sides) {
    const self = profile[side];
    const service = rbs(side);
    if (!self.rbs || !service)
      faults.push(
        because(
          self.rbs?.at ?? self.at,
          `${name[side]}: profile ${self.name} has no backup service in the file`,
          '000 step 3.4',
          'rbp-rbs-undefined',
        ),
      );
    else if (service.shutdown)
      faults.push(
        because(service.shutdown, `${name[side]}: backup service ${service.name} is shut down`, '000 step 2.3'),
      );
    else if (service.channels.length === 0)
      faults.push(
        because(
          service.at,
          `${name[side]}: backup service ${service.name} has no peer`,
          '000 step 2.3',
          'rbs-without-peer',
        ),
      );
    if (self.backupId)
      lines.push(
        because(
          self.backupId.at,
          `${name[side]}: backup-id ${self.backupId.value}`,
          '000 step 3.4',
          'rbp-backup-id-mismatch',
        ),
      );
  }
  const channel = pair.channels.find(({ a, b }) => a.rbs === rbs('a') && b.rbs === rbs('b'));
  if (!channel) {
    if (faults.length === 0)
      faults.push(
        because(
          profile.a.rbs!.at,
          `${name.a} and ${name.b}: the backup services of the two profiles are not the ends of one channel`,
          '000 step 2.3',
          'rbs-peer-source-not-mirrored',
        ),
      );
  } else {
    const [one, two] = [channel.a.channel, channel.b.channel];
    for (const side of sides) {
      const down = sourceShutdown(pair[side], channel[side].channel);
      if (down)
        faults.push(
          because(
            down.at,
            `${name[side]}: ${down.has.name}, which has the channel's source, is shut down`,
            '000 step 2.3',
            'rbs-source-interface-down',
          ),
        );
    }
    for (const side of sides)
      lines.push(
        because(
          channel[side].channel.peer.at,
          `${name[side]}: channel from ${channel[side].channel.source.value.key} to ${channel[side].channel.peer.value.key}`,
          '000 step 2.3',
          'rbs-peer-source-not-mirrored',
        ),
      );
    const { family, there, back, port } = mirroring(one, two);
    if (!family)
      faults.push(
        because(two.peer.at, 'one end of the channel is IPv4, the other IPv6', '000 step 2.3', 'rbs-family-mismatch'),
      );
    else if (!there || !back)
      faults.push(
        because(
          two.peer.at,
          'the addresses of the channel do not mirror each other',
          '000 step 2.3',
          'rbs-peer-source-not-mirrored',
        ),
      );
    if (!port)
      faults.push(
        because(
          two.port.at,
          `port ${one.port.value} on ${name.a}, ${two.port.value} on ${name.b}: the channel never comes up`,
          '000 step 2.3',
          'rbs-port-mismatch',
        ),
      );
  }
  const [mine, theirs] = [profile.a.backupId, profile.b.backupId];
  if (!mine || !theirs || mine.value !== theirs.value) {
    const lacking = !mine ? profile.a : profile.b;
    faults.push(
      because(
        mine && theirs ? theirs.at : lacking.at,
        `backup-id ${mine?.value ?? 'none'} on ${name.a}, ${theirs?.value ?? 'none'} on ${name.b}: no entry finds its profile`,
        '000 step 3.4',
        mine && theirs ? 'rbp-backup-id-mismatch' : 'rbp-without-backup-id',
      ),
    );
  }
  if (text(profile.a.services) !== text(profile.b.services)) {
    faults.push(
      because(
        (profile.b.services[0] ?? profile.b).at,
        `service types ${text(profile.a.services) || 'none'} on ${name.a}, ${text(profile.b.services) || 'none'} on ${name.b}`,
        '000 step 4.2',
        'rbp-service-types-differ',
      ),
    );
  }
  const services = [...new Set([...profile.a.services, ...profile.b.services].map((one) => one.value))].sort();
  const unready = {
    a: unreadyOf(pair, 'a', profile.a),
    b: unreadyOf(pair, 'b', profile.b),
  };
  for (const side of sides) faults.push(...unboundOf(pair, side, profile[side], services));
  const end = (side: Side) => (channel ? linksWith(pair[side], channel[side].channel.source.value) : []);
  const bound = sides.flatMap((side) => boundOn(profile[side], pair[side], name[side]));
  return {
    kind: 'rbs',
    services,
    bound,
    faults,
    unready,
    lines,
    ends: { a: end('a'), b: end('b') },
    figure: longestRefill(services),
  };
}

function boundOn(profile: Rbp, device: Device, name: string): string[] {
  const { interfaces, pools } = bindings(profile, device);
  return [...interfaces.map((one) => `${name} ${one.name}`), ...pools.map((pool) => `${name} pool ${pool.name}`)];
}

/** Services whose users the profile knows by the interface or pool that names it. */
const needsBinding = new Set(['nd', 'mld', 'dhcpv6-relay', 'dhcp-server']);

function unboundOf(pair: Pair, side: Side, profile: Rbp, services: readonly string[]): Because[] {
  if (!services.some((service) => needsBinding.has(service))) return [];
  const { interfaces, pools } = bindings(profile, pair[side]);
  return interfaces.length + pools.length > 0
    ? []
    : [because(profile.at, `${pair[side].name}: nothing binds profile ${profile.name}`, '000 step 5.2', 'rbp-unbound')];
}

/** The device holds the entries and would still not serve the users. */
function unreadyOf(pair: Pair, side: Side, profile: Rbp): Because[] {
  const device = pair[side];
  const { interfaces } = bindings(profile, device);
  const found: Because[] = [];
  const [role] = profile.roles;
  if (role?.kind === 'group' && groupsOf(profile, device).length === 0) {
    found.push(
      because(
        role.vrid.at,
        `${device.name}: profile ${profile.name} follows group ${role.vrid.value} on ${role.interface.value}, which is not there`,
        '000 step 3.3',
        'rbp-group-undefined',
      ),
    );
  }
  const unrelayed = unrelayedInterfaces(profile, device);
  for (const one of interfaces) {
    if (unrelayed.includes(one)) {
      found.push(
        because(one.at, `${device.name}: ${one.name} is no DHCPv6 relay`, '000 step 5.2', 'dhcpv6-relay-missing'),
      );
    }
  }
  found.push(...multicastFaults(profile, device));
  return found;
}

/** Multicast of a bound interface that does not move with the group of its profile. */
function multicastFaults(profile: Rbp, device: Device): Because[] {
  return multicastBindings(device)
    .filter((binding) => binding.profile === profile)
    .flatMap((binding) => {
      const { words, interface: bound, role } = binding;
      const name = `${words.family === 6 ? 'VRRP6' : 'VRRP'} group`;
      const tracks = multicastTracks(device, binding);
      if (tracks.length === 0)
        return [
          because(
            bound.at,
            `${device.name}: multicast on ${bound.name} does not follow ${name} ${role.vrid.value}`,
            '003 step 5',
            'mld-track-vrrp6-missing',
          ),
        ];
      // One right track is enough; a second one is another finding.
      if (tracks.some((track) => track.fault === undefined)) return [];
      return tracks
        .slice(0, 1)
        .map((track) =>
          because(
            track.line,
            `${device.name}: multicast on ${bound.name} follows ${name} ${track.vrid}, its users are in group ${role.vrid.value}`,
            '003 step 5',
            'mld-track-vrid-differs',
          ),
        );
    });
}

/** A profile that follows the group and that nothing answers on the other device. */
function alone(pair: Pair, side: Side, profile: Rbp): Carrier {
  const services = profile.services.map((one) => one.value).sort();
  const fault = because(
    profile.at,
    `${pair[side].name}: nothing on ${pair[other(side)].name} answers profile ${profile.name}`,
    '000 step 3.4',
    'rbp-missing-on-peer',
  );
  return {
    kind: 'rbs',
    services,
    bound: boundOn(profile, pair[side], deviceNames(pair)[side]),
    faults: [fault],
    unready: { a: [], b: [] },
    lines: [],
    ends: { a: [], b: [] },
    figure: longestRefill(services),
  };
}

function overBoards(pair: Pair, location: LocationPair): Carrier {
  const faults: Because[] = [];
  const lines: Because[] = [];
  const name = deviceNames(pair);
  const link = boardLink(pair, location);
  for (const side of sides) {
    const { remote } = location[side];
    if (!remote) continue;
    lines.push(
      because(
        remote.line,
        `${name[side]}: entries of service-location ${location[side].id} over ${remote.interface.value}`,
        '004 step 3.4',
        'service-location-peer-not-mirrored',
      ),
    );
    const far = other(side);
    const { pointsAtPeer, peerAddresses } = link.ends[side];
    if (!pointsAtPeer && peerAddresses.length > 0) {
      faults.push(
        because(
          remote.peer.at,
          `${name[side]}: ${remote.peer.value.key} is not the address of ${location[far].remote!.interface.value} on ${name[far]}`,
          '004 step 3.4',
          link.related ? 'service-location-peer-not-mirrored' : null,
        ),
      );
    }
  }
  const missing = sides.filter((side) => !hotBackupLine(pair[side]));
  for (const side of missing) {
    faults.push(
      because(
        location[side].at,
        `${name[side]}: service-ha hot-backup enable is missing, so sessions are not copied`,
        '004 step 1.2',
        missing.length === 1 ? 'service-ha-hot-backup-one-sided' : 'service-ha-hot-backup-missing',
      ),
    );
  }
  const services = [...new Set([...servicesOn(pair.a, location.a), ...servicesOn(pair.b, location.b)])].sort();
  const unready = (side: Side): Because[] =>
    servicesOn(pair[side], location[side]).length > 0 || services.length === 0
      ? []
      : [
          because(
            location[side].at,
            `${name[side]}: no instance runs on service-location ${location[side].id}`,
            '004 step 5.3',
            'ds-lite-instance-unbound',
          ),
        ];
  const end = (side: Side) => (location[side].remote ? [location[side].remote.interfaceKey] : []);
  return {
    kind: 'board',
    services: services.length > 0 ? services : [`service-location ${location.a.id}`],
    bound: sides.map((side) => `${name[side]} service-location ${location[side].id}`),
    faults,
    unready: { a: unready('a'), b: unready('b') },
    lines,
    ends: { a: end('a'), b: end('b') },
    location: location.a.id,
    figure: services.length > 0 ? longestRefill(services) : boardRefill,
  };
}

/** Interfaces that have the address and that a failing link takes down. */
function linksWith(device: Device, address: Address): string[] {
  return interfacesWith(device, address)
    .map((one) => one.key)
    .filter((key) => !mainInterfaceKey(key).startsWith('loopback'));
}

/** What one device holds. */
export interface Copy {
  readonly quality: Entries | 'refilling';
  /** When it became so. */
  readonly since: number;
  /** What a refill began with. */
  readonly before?: Entries;
}

/** What the copy is worth at `at`: a refill counts as ended after the figure of the service. */
export function worth(copy: Copy, carrier: Carrier, at: number): Entries {
  if (copy.quality !== 'refilling') return copy.quality;
  return refilled(copy, carrier) <= at + 1e-9 ? 'fresh' : copy.before === 'stale' ? 'stale' : 'incomplete';
}

export function refilled(copy: Copy, carrier: Carrier): number {
  return copy.since + carrier.figure.seconds;
}
