// The answers that a pair of devices has given already: read backwards from its profiles, groups, channels and boards. What
// cannot be read is not invented here; the caller decides whether a default will do.
import { spelled, type Address, type Family } from '../../model/address';
import type {
  Device,
  ETrunk,
  Group,
  InstanceGroup,
  Interface,
  Rbp,
  ServiceInstance,
  ServiceLocation,
} from '../../model/device';
import { interfaceKey, nameKey } from '../../model/names';
import { bindings, managementGroupOf } from '../../model/services/bindings';
import { serviceOf } from '../../model/services/channels';
import { groupOf } from '../../model/services/service-boards';
import { isLinkLocalIp, localAddressesOn } from '../../model/vrrp/addresses';
import { writtenPriority } from '../../model/vrrp/priority';
import { advertisementInterval } from '../../model/vrrp/timers';
import { linesMatching, canonicalText, systemLines } from '../../model/lines/canonical-text';
import type { Side } from '../../model/pairing/pair';
import { memoizeByObject } from '../../text/memoize';
import { eTrunkAnswers, unboundUsers } from './e-trunk-answers';
import { loginAnswers } from './login-answers';

/**
 * The objects of one device that a scenario is read from: those of its profile, of its service board, or both (NAT of users
 * who log in). What the device lacks is absent.
 */
export interface Holder {
  readonly device: Device;
  readonly group?: Group;
  /** The management group that leads it, where the profile follows that one. */
  readonly leader?: Group;
  readonly profile?: Rbp;
  readonly location?: ServiceLocation;
  /** Another one that shares the load of the instance. */
  readonly second?: ServiceLocation;
  readonly instance?: ServiceInstance;
  /** Where the profile takes its role from one. */
  readonly eTrunk?: ETrunk;
}

/** Both devices, the intended master as `a`. */
export type Holders = Readonly<Record<Side, Holder>>;
/** Answers that were read from the files, by parameter id. */
export type Known = Record<string, string>;

const sides = ['a', 'b'] as const;

/** Everything the pair says about a scenario; `a` is the intended master. */
export function answersOf(holders: Holders, service: Family): Known {
  const known: Known = {};
  const set = (id: string, value: string | number | undefined) => {
    if (value !== undefined && known[id] === undefined) known[id] = String(value);
  };
  for (const side of sides) {
    const { device, profile, group, location } = holders[side];
    set(`device-${side}`, device.name);
    const role = profile?.roles.find((roleSource) => roleSource.kind === 'group');
    const { key, name } = interfaceOf(holders[side], holders[side === 'a' ? 'b' : 'a']);
    const port = key === undefined ? undefined : device.interfaces.get(key);
    set(`interface-${side}`, port?.name ?? name);
    set(`address-${side}`, port && firstLocalAddress(port, service));
    if (group && group.family !== service) set(`vrrp-address-${side}`, port && firstLocalAddress(port, group.family));
    set('vrid', group?.vrid ?? (role?.kind === 'group' ? role.vrid.value : undefined));
    if (group) groupAnswers(group, electedOf(holders[side])!, set);
    uplinkAnswers(side, holders[side], service, set);
    leaderAnswers(side, holders[side], set);
    if (profile) profileAnswers(side, profile, set);
    if (port) interfaceAnswers(port, set);
    if (profile) {
      poolAnswers(side, device, profile, set);
      loginAnswers(side, holders[side], set);
    }
    if (location) boardAnswers(side, holders[side], set);
    set(
      'ntp-server',
      systemLines(device, /^ntp(?:-service)? unicast-server /).flatMap(
        (line) => /^[\da-f.:]+$/.exec(canonicalText(line).split(' ').at(-1)!)?.[0] ?? [],
      )[0],
    );
    set(
      'static-rp',
      [...device.views.values()]
        .flat()
        .flatMap((block) => linesMatching(block.lines, /^static-rp /))
        .map((line) => canonicalText(line).split(' ')[1]!)[0],
    );
  }
  if (holders.a.location && !holders.a.profile) set('boards', holders.a.second || holders.b.second ? '1+1' : '1:1');
  managementAnswer(holders, set);
  eTrunkAnswers(holders, set);
  priorities(holders, set);
  channelAnswers(holders, set);
  return known;
}

/** Keeps the first value of an answer. */
export type SetAnswer = (id: string, value: string | number | undefined) => void;

/** The interface that the service is on. */
function interfaceOf(
  { device, profile, group, location }: Holder,
  peer: Holder,
): { readonly key?: string; readonly name?: string } {
  if (group) return { key: group.interfaceKey, name: group.interfaceName };
  const [role] = profile?.roles ?? [];
  if (profile && role?.kind === 'e-trunk') {
    const bound = bindings(profile, device).interfaces[0] ?? unboundUsers(device, role.ethTrunk.value, peer);
    const name = bound?.name ?? `Eth-Trunk${role.ethTrunk.value}`;
    return { key: interfaceKey(name), name };
  }
  if (role?.kind === 'group') return { key: role.interfaceKey, name: role.interface.value };
  return { key: location?.remote?.interfaceKey, name: location?.remote?.interface.value };
}

/** An address as an answer has it: the usual spelling, in capital letters. */
export function addressText(address: Address): string {
  return spelled(address.bytes);
}

/**
 * The first local address of the family with its prefix length, `10.0.0.1/24`; undefined where the interface has none.
 */
export function firstLocalAddress(port: Interface, family: Family): string | undefined {
  const [own] = localAddressesOn(port, family);
  return own && `${addressText(own.prefix.address)}/${own.prefix.length}`;
}

/** The group that is elected: the one that leads the group of the users, where it follows one. */
function electedOf({ device, group, leader }: Holder): Group | undefined {
  if (leader || !group) return leader;
  return managementGroupOf(device, group) ?? group;
}

/** Of the management group that the group of the users follows; on one device alone, the line is missing on the other. */
function leaderAnswers(side: Side, holder: Holder, set: SetAnswer): void {
  const { device, group } = holder;
  const leader = electedOf(holder);
  if (!group || (leader === group && !group.follows)) return;
  const key = group.follows?.interfaceKey;
  const name = key === undefined ? undefined : device.interfaces.get(key)?.name;
  const named = { interfaceKey: key, name, vrid: group.follows?.vrid.value };
  groupBesideAnswers('management-', side, device, leader === group ? undefined : leader, named, set, group.family);
}

function groupAnswers(group: Group, elected: Group, set: SetAnswer): void {
  if (group.family === 4) set('family', 'vrrp');
  else set('family', 'vrrp6');
  const global = group.virtualIps.find((ip) => !isLinkLocalIp(ip));
  set('link-local', group.virtualIps.filter(isLinkLocalIp).map((ip) => addressText(ip.address))[0]);
  set('virtual-ip', global && addressText(global.address));
  if (elected.delay && elected.delay.value > 0) set('delay', elected.delay.value);
  if (elected.advertise) {
    const seconds = advertisementInterval(elected) / 1000;
    if (Number.isInteger(seconds) && seconds > 1) set('advertise', seconds);
  }
}

/** On one device alone, the line is missing on the other. */
function managementAnswer({ a, b }: Holders, set: SetAnswer): void {
  const groups = [a, b].flatMap(({ group }) => group ?? []);
  if (groups.length === 0) return;
  set('management', groups.some(({ admin }) => admin) ? 'yes' : 'no');
  set('management-group', a.leader || b.leader || groups.some(({ follows }) => follows) ? 'yes' : 'no');
}

/** The master's is higher: where the files do not say so, the master's answer is left open. */
function priorities({ a, b }: Holders, set: SetAnswer): void {
  const [ofA, ofB] = [electedOf(a), electedOf(b)].map((group) => group && writtenPriority(group));
  set('priority-b', ofB);
  if (ofA !== undefined && (ofB === undefined || ofA > ofB)) set('priority-a', ofA);
  else if (ofB !== undefined) set('priority-a', Math.min(254, Math.max(120, ofB + 20)));
}

function uplinkAnswers(side: Side, holder: Holder, service: Family, set: SetAnswer): void {
  const { device, eTrunk } = holder;
  const group = electedOf(holder);
  for (const { object } of group?.tracks ?? []) {
    // A management group watches the port of the users too.
    if (object.kind !== 'interface' || object.key === holder.group?.interfaceKey) continue;
    set(`uplink-${side}`, object.name.value);
    const port = device.interfaces.get(object.key);
    set(`uplink-address-${side}`, port && firstLocalAddress(port, service));
  }
  // Nothing is tracked: where one interface alone may lead out, it is the uplink.
  const isUntracked = group ? group.tracks.length === 0 : eTrunk !== undefined;
  const [only, another] = isUntracked ? uplinks(device, service) : [];
  if (only && !another) {
    set(`uplink-${side}`, only.name);
    set(`uplink-address-${side}`, firstLocalAddress(only, service));
  }
}

const uplinksByFamily = {
  4: memoizeByObject((device: Device) => uplinksOf(device, 4)),
  6: memoizeByObject((device: Device) => uplinksOf(device, 6)),
};

/** Interfaces of a family with neither users nor the backup channel. */
export function uplinks(device: Device, family: Family): readonly Interface[] {
  return uplinksByFamily[family](device);
}

function uplinksOf(device: Device, family: Family): Interface[] {
  const channels = new Set(
    [...device.services.values()].flatMap((service) => service.channels.map((channel) => channel.source.value.key)),
  );
  return [...device.interfaces.values()].filter(
    (port) =>
      localAddressesOn(port, family).length > 0 &&
      port.groups.length === 0 &&
      port.profiles.length === 0 &&
      !/^(?:loopback|null|meth)/.test(port.key) &&
      !port.addresses.some((own) => channels.has(own.prefix.address.key)),
  );
}

function profileAnswers(side: Side, profile: Rbp, set: SetAnswer): void {
  set('rbp', profile.name);
  set(`rbp-${side}`, profile.name);
  set('backup-id', profile.backupId?.value);
  set('rbs', profile.rbs?.value);
  set(`rbs-${side}`, profile.rbs?.value);
}

/** Both ends of the channel, each from its own device or else from what the peer calls it. */
export function channelAnswers({ a, b }: Holders, set: SetAnswer): void {
  const channelOf = ({ device, profile }: Holder) => (profile && serviceOf(profile, device))?.channels[0];
  const [ofA, ofB] = [channelOf(a), channelOf(b)];
  for (const [side, device, source] of [
    ['a', a.device, ofA?.source.value ?? ofB?.peer.value],
    ['b', b.device, ofB?.source.value ?? ofA?.peer.value],
  ] as const) {
    if (!source) continue;
    const owner = device.addresses.get(source.key)?.[0];
    set(`rbs-interface-${side}`, owner?.interface.name);
    set(
      `rbs-address-${side}`,
      `${addressText(source)}/${owner?.address.prefix.length ?? (source.family === 4 ? 32 : 128)}`,
    );
  }
  set('port', ofA?.port.value ?? ofB?.port.value);
}

function interfaceAnswers(port: Interface, set: SetAnswer): void {
  const value = (pattern: RegExp) =>
    port.block.lines.flatMap((line) => pattern.exec(canonicalText(line))?.[1] ?? [])[0];
  set('vlan', value(/^vlan-type dot1q (\d+)$/));
  set('dhcpv6-server', value(/^dhcpv6 relay destination (\S+)/));
  set(
    'degrade-cost',
    value(/^dhcpv6 relay pd-route degrade-cost (\d+)/) ??
      value(/^direct-route (?:ipv6 track vrrp6|track vrrp) vrid \d+ degrade-cost (\d+)/),
  );
}

function poolAnswers(side: Side, device: Device, profile: Rbp, set: SetAnswer): void {
  const pool = device.pools.find(
    (pool) => pool.family === 4 && !pool.bas && pool.profiles.some((name) => nameKey(name.value) === profile.key),
  );
  if (!pool) return;
  set('pool', pool.name);
  set(`pool-${side}`, pool.name);
  const [section] = pool.sections;
  if (!section) return;
  set('pool-from', addressText(section.from));
  set('pool-to', addressText(section.to));
}

function boardAnswers(side: Side, { device, profile, location, second, instance }: Holder, set: SetAnswer): void {
  set('service-location', location!.id);
  set(`slot-${side}`, slotOf(location!));
  if (second) {
    set('second-service-location', second.id);
    set(`second-slot-${side}`, slotOf(second));
    groupOfBoardAnswers('second-', side, device, second, set);
  }
  const group = [...device.instanceGroups.values()].find((instanceGroup) =>
    instanceGroup.locations.some((id) => id.value === location!.id),
  );
  if (second) channelOfBoards(side, device, group, set);
  set('instance-group', group?.name);
  set(`instance-group-${side}`, group?.name);
  set('instance', instance?.name);
  set(`instance-${side}`, instance?.name);
  set('instance-id', instance?.id?.value);
  if (profile) groupOfBoardAnswers('board-', side, device, location!, set);
}

/** Of a group beside the first one; `named`: what names it, where it is not there. */
export function groupBesideAnswers(
  prefix: string,
  side: Side,
  device: Device,
  group: Group | undefined,
  named: { readonly interfaceKey?: string; readonly name?: string; readonly vrid?: number },
  set: SetAnswer,
  family: Family = 4,
): void {
  const key = group?.interfaceKey ?? named.interfaceKey;
  const port = key === undefined ? undefined : device.interfaces.get(key);
  set(`${prefix}interface-${side}`, port?.name ?? named.name);
  set(`${prefix}address-${side}`, port && firstLocalAddress(port, family));
  set(`${prefix}vrid`, group?.vrid ?? named.vrid);
  const virtual = group?.virtualIps.find((ip) => !isLinkLocalIp(ip));
  set(`${prefix}virtual-ip`, virtual && addressText(virtual.address));
}

function slotOf({ locations }: ServiceLocation): string | undefined {
  return locations.flatMap(({ line }) => /^location slot (\d+)/.exec(canonicalText(line))?.[1] ?? [])[0];
}

/** The remote backup service that the group of instances names. */
function channelOfBoards(side: Side, { services }: Device, group: InstanceGroup | undefined, set: SetAnswer): void {
  const service = group?.rbs && services.get(nameKey(group.rbs.value));
  if (!service) return;
  set('rbs', service.name);
  set(`rbs-${side}`, service.name);
  set('port', service.channels[0]?.port.value);
}

/** Of a board whose group is not that of the first interface. */
function groupOfBoardAnswers(
  prefix: string,
  side: Side,
  device: Device,
  location: ServiceLocation,
  set: SetAnswer,
): void {
  const { remote, group } = location;
  const named = { interfaceKey: remote?.interfaceKey, name: remote?.interface.value, vrid: group?.vrid.value };
  groupBesideAnswers(prefix, side, device, groupOf(device, location), named, set);
}
