// Values for a new scenario that nothing of the pair uses yet: free numbers, names, ports and subnets.
import { overlap, prefix, type Prefix } from '../../model/address';
import type { Device } from '../../model/device';
import { interfaceKey, mainInterfaceKey, nameKey } from '../../model/names';
import type { Pair } from '../../model/pairing/pair';
import { portNames } from '../../model/ports';
import { bindings } from '../../model/services/bindings';
import { trackedInterfaceKeys } from '../../model/services/tracked-uplinks';
import { switchBlock, vsiNumbers } from '../../model/services/snooping';
import { push } from '../../text/collections';
import { trailingDigits } from '../../text/line-ends';
import type { Answers, Scenario } from '..';
import {
  channelAnswers,
  firstLocalAddress,
  uplinks,
  type Holder,
  type Holders,
  type Known,
  type SetAnswer,
} from './answers-of-pair';
import { serviceFamily } from './carried-scenarios';
import { domainOf } from './login-answers';

/** `pair.a` is the intended master. */
export function freshValues(pair: Pair, scenario: Scenario, given: Answers): Known {
  const known: Known = { 'device-a': pair.a.name, 'device-b': pair.b.name };
  const set: SetAnswer = (id, value) => {
    if (value !== undefined) known[id] ??= String(value);
  };
  takeChannel(pair, given, set);
  takeFreeNumbers(pair, set);
  takeFreeNames(pair, scenario, known, set);
  takeDomain(pair, scenario, set);
  takeLoopbacks(pair, scenario, set);
  if (scenario.parameters.some(({ id }) => id === 'e-trunk')) takeFreeTrunk(pair, scenario, set);
  for (const side of ['a', 'b'] as const) {
    set(`interface-${side}`, groupInterface(scenario, freePort(pair[side], 2, known)));
    set(`rbs-interface-${side}`, freePort(pair[side], 1, known));
    if (!isBesideGroup(scenario)) set(`users-interface-${side}`, freePort(pair[side], 3, known));
  }
  takeLinks(pair, scenario, known, set);
  takeSubnets(pair, scenario, known, set);
  return known;
}

/** The channel that the pair has, unless another one was asked for. */
function takeChannel(pair: Pair, given: Answers, set: SetAnswer): void {
  const [channel] = pair.channels;
  if (!channel || (given.rbs !== undefined && nameKey(given.rbs) !== channel.a.rbs.key)) return;
  const holders: Holders = {
    a: { device: pair.a, profile: profileOver(channel.a.rbs.name) },
    b: { device: pair.b, profile: profileOver(channel.b.rbs.name) },
  };
  set('rbs', channel.a.rbs.name);
  set('rbs-a', channel.a.rbs.name);
  set('rbs-b', channel.b.rbs.name);
  channelAnswers(holders, set);
}

/** A profile of which only its backup service counts: it tells whose channel is meant. */
function profileOver(rbs: string): Holder['profile'] {
  const nowhere = { anchor: { file: '', row: 0 }, row: 0, start: 0, end: 0 };
  return {
    name: '',
    key: '',
    at: nowhere,
    block: { heads: [], lines: [] },
    rbs: { value: rbs, at: nowhere },
    services: [],
    roles: [],
    nas: [],
    pools: [],
  };
}

/** Boards beside users who log in have a group of their own. */
function asksForBoards({ parameters }: Scenario): boolean {
  return parameters.some(({ id }) => id === 'board-vrid');
}

/** Links of their own between the devices: for what comes back to the wrong one, and for the boards. */
function takeLinks(pair: Pair, scenario: Scenario, known: Known, set: SetAnswer): void {
  const second = isBesideGroup(scenario) ? [] : ([['second-interface', 5]] as const);
  for (const side of ['a', 'b'] as const)
    for (const [id, from] of [
      ...second,
      ['protect-interface', 6],
      ['board-interface', 5],
      ['management-interface', 4],
    ] as const)
      if (scenario.parameters.some((parameter) => parameter.id === `${id}-${side}`))
        set(`${id}-${side}`, freePort(pair[side], from, known));
  if (asksForBoards(scenario)) set('board-vrid', freeVrid(pair, known));
  for (const id of ['second-vrid', 'management-vrid'])
    if (scenario.parameters.some((parameter) => parameter.id === id)) set(id, freeVrid(pair, known));
}

function freeVrid(pair: Pair, known: Known): number {
  const ofDevices = [pair.a, pair.b].flatMap(({ groups }) => groups.map(({ vrid }) => String(vrid)));
  const taken = new Set([known.vrid, known['board-vrid'], ...ofDevices]);
  let vrid = 1;
  while (taken.has(String(vrid))) vrid++;
  return vrid;
}

/** Loopbacks that neither device has, for the tunnels of both. */
function takeLoopbacks({ a, b }: Pair, { parameters }: Scenario, set: SetAnswer): void {
  if (!parameters.some(({ id }) => id === 'tunnel-loopback-a')) return;
  const isFree = (number: number) => ![a, b].some(({ interfaces }) => interfaces.has(`loopback${number}`));
  const [first, second] = Array.from({ length: 200 }, (_, index) => index + 1).filter(isFree);
  set('tunnel-loopback-a', first);
  set('tunnel-loopback-b', second);
}

/** Users who log in do so in the domain of those that are there; who is translated, in one of their own. */
function takeDomain({ a, b }: Pair, scenario: Scenario, set: SetAnswer): void {
  if (scenario.parameters.some(({ id }) => id === 'user-group')) {
    const isFree = (name: string) =>
      ![a, b].some(({ nameIndex }) => nameIndex.definitionsOf('domain', nameKey(name)).length > 0);
    set('domain', ['isp', ...Array.from({ length: 200 }, (_, index) => `isp${index + 2}`)].find(isFree));
    return;
  }
  const users = [...a.profiles.values()].flatMap((profile) => bindings(profile, a).interfaces);
  set(
    'domain',
    users.map(domainOf).find((domain) => domain !== undefined),
  );
}

function takeFreeNumbers({ a, b }: Pair, set: SetAnswer): void {
  const free = (numbersOf: (device: Device) => readonly (number | undefined)[], from: number): number => {
    const taken = new Set([...numbersOf(a), ...numbersOf(b)]);
    let number = from;
    while (taken.has(number)) number++;
    return number;
  };
  const backupIds = (device: Device) => [...device.profiles.values()].map((profile) => profile.backupId?.value);
  set('backup-id', free(backupIds, 10));
  set(
    'vrid',
    free((device) => device.groups.map((group) => group.vrid), 1),
  );
  const firstLocation = free((device) => [...device.locations.keys()], 1);
  set('service-location', firstLocation);
  set(
    'second-service-location',
    free((device) => [...device.locations.keys()], firstLocation + 1),
  );
  set('vsi-id', free(vsiNumbers, 100));
  set(
    'instance-id',
    free((device) => device.instances.map((instance) => instance.id?.value), 1),
  );
}

/** An E-Trunk and an Eth-Trunk whose numbers are free on both devices. */
function takeFreeTrunk({ a, b }: Pair, { parameters }: Scenario, set: SetAnswer): void {
  // Of a VSI, the access circuit is a sub-interface.
  const sub = parameters.some(({ id }) => id === 'vsi') ? '.100' : '';
  let number = 1;
  const isTaken = (device: Device) => device.interfaces.has(`eth-trunk${number}`);
  while (isTaken(a) || isTaken(b)) number++;
  set('interface-a', `Eth-Trunk${number}${sub}`);
  set('interface-b', `Eth-Trunk${number}${sub}`);
  let id = 1;
  while (a.eTrunks.has(id) || b.eTrunks.has(id)) id++;
  set('e-trunk', id);
}

function takeFreeNames({ a, b }: Pair, scenario: Scenario, known: Known, set: SetAnswer): void {
  const take = (id: string, isTaken: (device: Device, key: string) => boolean): void => {
    const first = scenario.parameters.find((parameter) => parameter.id === id)?.default(known);
    if (first === undefined) return;
    const stem = first.slice(0, first.length - trailingDigits(first).length);
    const candidates = [first, ...Array.from({ length: 400 }, (_, index) => `${stem}${index + 2}`)];
    const isFree = (name: string) => !isTaken(a, nameKey(name)) && !isTaken(b, nameKey(name));
    set(id, candidates.find(isFree));
  };
  take('rbp', (device, key) => device.profiles.has(key));
  take('vsi', (device, key) => switchBlock(device, 'vsi', key) !== undefined);
  take('pool', (device, key) => device.pools.some((pool) => pool.key === key));
  take('instance-group', (device, key) => device.instanceGroups.has(key));
  take('instance', (device, key) => device.instances.some((instance) => instance.key === key));
}

/** The users are on another sub-interface of the port that has the group. */
function isBesideGroup({ parameters }: Scenario): boolean {
  return parameters.some(({ id }) => id === 'user-vlan');
}

function groupInterface(scenario: Scenario, port: string): string {
  return isBesideGroup(scenario) ? `${port}.4001` : port;
}

/** A port that neither the file nor another answer has, on the card that most ports of the file are on. */
function freePort(device: Device, from: number, known: Known): string {
  const taken = new Set([...device.interfaces.keys(), ...Object.values(known).map(interfaceKey)].map(mainInterfaceKey));
  const card = cardOf(device);
  let port = from;
  while (taken.has(interfaceKey(`${card}${port}`))) port++;
  return `${card}${port}`;
}

const defaultCard = 'GigabitEthernet0/1/';

/** The name of a port without its last number, as most ports of the device have it. */
function cardOf(device: Device): string {
  const ports = new Map<string, string[]>();
  for (const name of portNames(device)) push(ports, name.slice(0, name.lastIndexOf('/') + 1), name);
  const [fullest] = [...ports].sort(([, left], [, right]) => right.length - left.length);
  return fullest?.[0] ?? defaultCard;
}

/** An uplink that a group of the device tracks already, and subnets that overlap nothing. */
function takeSubnets(pair: Pair, scenario: Scenario, known: Known, set: SetAnswer): void {
  const family = serviceFamily(scenario);
  const subnets = new FreeSubnets(pair);
  const users = subnets.take(family === 6 ? userNet6 : userNet4);
  set('address-a', users);
  // Two gateways of one E-Trunk have one address.
  const isShared = scenario.parameters.some(({ id, spread }) => id === 'address-b' && spread === 'equal');
  set('address-b', isShared ? users : users && peerAddress(users));
  const family4Users = scenario.parameters.some(({ id, type }) => id === 'users-prefix' && type === 'ipv4-prefix');
  if (scenario.parameters.some(({ id }) => id === 'users-prefix'))
    set(
      'users-prefix',
      subnets.take((index) => (family4Users ? `10.${60 + index}.0.0/16` : `2001:DB8:${hex(0x60 + index)}::/48`)),
    );
  if (scenario.parameters.some(({ id }) => id === 'pool-gateway'))
    set(
      'pool-gateway',
      subnets.take((index) => `${privateNet(64 + index)}.1/24`),
    );
  if (scenario.parameters.some(({ id }) => id === 'pool-prefix'))
    set(
      'pool-prefix',
      subnets.take((index) => `2001:DB8:${hex(0x64 + index)}::/48`),
    );
  if (scenario.parameters.some(({ id }) => id === 'protect-address-a')) {
    const link = subnets.take((index) => `${privateNet(40 + index)}.1/30`);
    set('protect-address-a', link);
    set('protect-address-b', link?.replace(/1(?=\/)/, '2'));
  }
  if (scenario.parameters.some(({ id }) => id === 'second-address-a')) {
    const second = subnets.take(userNet4);
    set('second-address-a', second);
    set('second-address-b', second && peerAddress(second));
  }
  takeManagementLink(scenario, family, subnets, set);
  if (asksForBoards(scenario)) {
    const boards = subnets.take((index) => `${privateNet(60 + index)}.2/24`);
    set('board-address-a', boards);
    set('board-address-b', boards && peerAddress(boards));
  }
  if (scenario.parameters.some(({ id }) => id === 'vrrp-address-a')) {
    const vrrp = subnets.take(userNet4);
    set('vrrp-address-a', vrrp);
    set('vrrp-address-b', vrrp && peerAddress(vrrp));
  }
  for (const side of ['a', 'b'] as const) {
    const device = pair[side];
    const tracked = device.groups.flatMap(trackedInterfaceKeys).flatMap((key) => device.interfaces.get(key) ?? []);
    const uplink = [...tracked, ...uplinks(device, family)].find(
      (found) => firstLocalAddress(found, family) !== undefined,
    );
    set(`uplink-${side}`, uplink?.name ?? freePort(device, 3, known));
    const written = uplink && firstLocalAddress(uplink, family);
    set(`uplink-address-${side}`, written ?? subnets.take(family === 6 ? uplinkNet6 : uplinkNet4));
  }
}

/** The link of a management group has a subnet of its own. */
function takeManagementLink({ parameters }: Scenario, family: 4 | 6, subnets: FreeSubnets, set: SetAnswer): void {
  if (!parameters.some(({ id }) => id === 'management-address-a')) return;
  const link = subnets.take((index) =>
    family === 6 ? `2001:DB8:${hex(0x40 + index)}::2/64` : `${privateNet(40 + index)}.2/24`,
  );
  set('management-address-a', link);
  set('management-address-b', link && peerAddress(link));
}

/** Subnets of which no interface of the pair has a part; none is given twice. */
class FreeSubnets {
  private readonly taken: Prefix[];

  constructor({ a, b }: Pair) {
    const interfaces = [...a.interfaces.values(), ...b.interfaces.values()];
    this.taken = interfaces.flatMap(({ addresses }) => addresses.map((own) => own.prefix));
  }

  take(textOf: (index: number) => string): string | undefined {
    for (let index = 0; index < 600; index++) {
      const text = textOf(index);
      const subnet = prefix(text);
      if (!subnet || this.taken.some((other) => overlap(subnet, other))) continue;
      this.taken.push(subnet);
      return text;
    }
    return undefined;
  }
}

/** Of a subnet whose first device has address 2. */
function peerAddress(text: string): string {
  return text.replace(/2(?=\/)/, '3');
}

function userNet6(index: number): string {
  return `2001:DB8:${hex(0x50 + index)}::2/64`;
}

function userNet4(index: number): string {
  return `${privateNet(50 + index)}.2/24`;
}

function uplinkNet6(index: number): string {
  return `2001:DB8:${hex(0x20 + index)}::1/64`;
}

function uplinkNet4(index: number): string {
  return `${privateNet(150 + index)}.1/30`;
}

function hex(value: number): string {
  return value.toString(16).toUpperCase();
}

/** Three of the four numbers: whoever has all of 10.0.0.0/8 gets others. */
function privateNet(index: number): string {
  return `${['10.0', '172.16', '192.168'][index >> 8] ?? '10.255'}.${index & 255}`;
}
