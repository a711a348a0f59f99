// One more scenario on a pair that is there already. What is offered comes from the pair: its channel, a group that fits, numbers
// and names that are free. What would clash with a line of the pair is told; what the pair has stays as it is.
import { isLinkLocalIp, localAddressesOn } from '../../model/vrrp/addresses';
import { intendedMaster } from '../../model/vrrp/roles';
import { address, isInside, overlap, prefix } from '../../model/address';
import type { Device } from '../../model/device';
import { interfaceKey, mainInterfaceKey, nameKey } from '../../model/names';
import type { GroupPair, Pair, Side } from '../../model/pairing/pair';
import type { FileEdit } from '../../edits/file-edit';
import type { Answers, Scenario } from '../scenario';
import { answered, type Problem } from '../scaffold';
import { answersOf, channelAnswers, uplinks, type Holders, type Known, ownAddress } from './answers-of-pair';
import { inserted } from './scenario-lines';
import { serviceFamily } from './step-state';
import { masterFirst } from '../../compare/swap-sides';

export interface Added {
  readonly edits: readonly FileEdit[];
  readonly problems: readonly Problem[];
}

/** The pair as the scenario sees it: the device first that is master of most groups. */
function devicesOf(pair: Pair): Readonly<Record<Side, Device>> {
  const { a, b } = masterFirst(pair);
  return { a, b };
}

export function added(pair: Pair, scenario: Scenario, given: Answers): Added {
  const { answers, problems } = addedAnswers(pair, scenario, given);
  const clashing = problems.length > 0 ? problems : clashes(pair, answers);
  if (clashing.length > 0) return { edits: [], problems: clashing };
  const devices = devicesOf(pair);
  const steps = scenario.steps(answers);
  return {
    problems: [],
    edits: (['a', 'b'] as const).flatMap((side) =>
      inserted(
        devices[side],
        steps.flatMap((step) => step[side]),
      ),
    ),
  };
}

/** All answers: the given ones, and for the rest what the pair offers. */
export function addedAnswers(
  pair: Pair,
  scenario: Scenario,
  given: Answers,
): { readonly answers: Answers; readonly problems: readonly Problem[] } {
  const known = offered(pair, scenario, given);
  const { answers, problems } = answered(scenario, given, known);
  const names = Object.fromEntries(
    Object.entries(known).filter(([id]) => /^(?:rbs|rbp)-[ab]$/.test(id) && given[id.slice(0, -2)] === undefined),
  );
  return { answers: { ...answers, ...names }, problems };
}

function offered(pair: Pair, scenario: Scenario, given: Answers): Known {
  const turnedPair = masterFirst(pair);
  const fresh = freshValues(turnedPair, scenario, given);
  for (const group of reusable(turnedPair, scenario)) {
    if (given['interface-a'] !== undefined && interfaceKey(given['interface-a']) !== group.a.interfaceKey) continue;
    // An interface takes one profile: what follows the group already takes the new service in.
    const [profile] = group.profiles;
    const known = answersOf(
      {
        a: { device: turnedPair.a, group: group.a, profile: profile?.a },
        b: { device: turnedPair.b, group: group.b, profile: profile?.b },
      },
      serviceFamily(scenario),
    );
    const all = { ...fresh, ...known };
    // Values that the scenario does not take (a delay that is too short for it) make the group no home for it.
    if (answered(scenario, {}, all).problems.length === 0) return all;
  }
  return fresh;
}

/** Groups of the scenario's family that no profile of this service follows, those with users first. */
function reusable(pair: Pair, scenario: Scenario): GroupPair[] {
  if (scenario.id === 'ds-lite') return [];
  const family = scenario.parameters.some((one) => one.id === 'family') ? undefined : serviceFamily(scenario);
  return pair.groups.filter(
    (group) =>
      intendedMaster(pair, group) === 'a' &&
      (family === undefined || group.a.family === family) &&
      group.profiles.length < 2 &&
      !group.services.includes(scenario.id) &&
      group.locations.length === 0 &&
      !group.a.follows &&
      !group.a.admin,
  );
}

/** Values that nothing of the pair uses. */
function freshValues(pair: Pair, scenario: Scenario, given: Answers): Known {
  const devices = [pair.a, pair.b];
  const known: Known = { 'device-a': pair.a.name, 'device-b': pair.b.name };
  const set = (id: string, value: string | number | undefined) => {
    if (value !== undefined) known[id] ??= String(value);
  };
  const [channel] = pair.channels;
  if (channel && (given.rbs === undefined || nameKey(given.rbs) === channel.a.rbs.key)) {
    const holders: Holders = {
      a: { device: pair.a, profile: profileOf(channel.a.rbs.name) },
      b: { device: pair.b, profile: profileOf(channel.b.rbs.name) },
    };
    set('rbs', channel.a.rbs.name);
    set('rbs-a', channel.a.rbs.name);
    set('rbs-b', channel.b.rbs.name);
    channelAnswers(holders, set);
  }
  const used = (taken: (device: Device) => readonly (number | undefined)[], from: number) => {
    const numbers = new Set(devices.flatMap(taken));
    let free = from;
    while (numbers.has(free)) free++;
    return free;
  };
  const freeName = (id: string, taken: (device: Device, name: string) => boolean) => {
    const first = scenario.parameters.find((one) => one.id === id)?.default(known);
    if (first === undefined) return;
    const stem = first.replace(/\d+$/, '');
    set(
      id,
      [first, ...Array.from({ length: 400 }, (_, index) => `${stem}${index + 2}`)].find(
        (name) => !devices.some((device) => taken(device, name)),
      ),
    );
  };
  set(
    'backup-id',
    used((device) => [...device.profiles.values()].map((one) => one.backupId?.value), 10),
  );
  set(
    'vrid',
    used((device) => device.groups.map((one) => one.vrid), 1),
  );
  set(
    'service-location',
    used((device) => [...device.locations.keys()], 1),
  );
  set(
    'instance-id',
    used((device) => device.instances.map((one) => one.id?.value), 1),
  );
  freeName('rbp', (device, name) => device.profiles.has(nameKey(name)));
  freeName('pool', (device, name) => device.pools.some((one) => one.key === nameKey(name)));
  freeName('instance-group', (device, name) => device.instanceGroups.has(nameKey(name)));
  freeName('instance', (device, name) => device.instances.some((one) => one.key === nameKey(name)));
  for (const side of ['a', 'b'] as const) {
    const device = side === 'a' ? pair.a : pair.b;
    set(`interface-${side}`, freePort(device, 2, known));
    set(`rbs-interface-${side}`, freePort(device, 1, known));
  }
  freshSubnets(pair, scenario, known, set);
  return known;
}

/** A profile is all that tells which service's channel is meant. */
function profileOf(rbs: string): Holders['a']['profile'] {
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

/** A port that neither the file nor another answer has. */
function freePort(device: Device, from: number, known: Known): string {
  const taken = new Set([...device.interfaces.keys(), ...Object.values(known).map(interfaceKey)].map(mainInterfaceKey));
  let port = from;
  while (taken.has(`gigabitethernet0/1/${port}`)) port++;
  return `GigabitEthernet0/1/${port}`;
}

/** An uplink that a group of the device tracks already, and subnets that overlap nothing. */
function freshSubnets(
  pair: Pair,
  scenario: Scenario,
  known: Known,
  set: (id: string, value: string | undefined) => void,
): void {
  const family = serviceFamily(scenario);
  const taken = [pair.a, pair.b].flatMap((device) =>
    [...device.interfaces.values()].flatMap((one) => one.addresses.map((own) => own.prefix)),
  );
  const subnet = (make: (index: number) => string) => {
    for (let index = 0; index < 600; index++) {
      const text = make(index);
      const parsed = prefix(text);
      if (!parsed || taken.some((other) => overlap(parsed, other))) continue;
      taken.push(parsed);
      return text;
    }
    return undefined;
  };
  const v6 = (index: number) => `2001:DB8:${(0x50 + index).toString(16).toUpperCase()}::2/64`;
  const v4 = (index: number) => `${privateNet(50 + index)}.2/24`;
  const users = subnet(family === 6 ? v6 : v4);
  set('address-a', users);
  set('address-b', users?.replace(/2(?=\/)/, '3'));
  if (scenario.parameters.some((one) => one.id === 'vrrp-address-a')) {
    const twin = subnet(v4);
    set('vrrp-address-a', twin);
    set('vrrp-address-b', twin?.replace(/2(?=\/)/, '3'));
  }
  for (const [side, device] of [
    ['a', pair.a],
    ['b', pair.b],
  ] as const) {
    const tracked = device.groups
      .flatMap((group) => group.tracks)
      .flatMap(({ object }) => (object.kind === 'interface' ? (device.interfaces.get(object.key) ?? []) : []));
    const own = [...tracked, ...uplinks(device, family)].find((one) => ownAddress(one, family) !== undefined);
    set(`uplink-${side}`, own?.name ?? freePort(device, 3, known));
    set(
      `uplink-address-${side}`,
      (own && ownAddress(own, family)) ??
        subnet(
          family === 6
            ? (index) => `2001:DB8:${(0x20 + index).toString(16).toUpperCase()}::1/64`
            : (index) => `${privateNet(150 + index)}.1/30`,
        ),
    );
  }
}

/** Three of the four numbers: whoever has all of 10.0.0.0/8 gets others. */
function privateNet(index: number): string {
  return `${['10.0', '172.16', '192.168'][index >> 8] ?? '10.255'}.${index & 255}`;
}

/** What of the answers a line of the pair speaks against. */
export function clashes(pair: Pair, answers: Answers): Problem[] {
  const devices = devicesOf(pair);
  const found: Problem[] = [];
  const tell = (parameter: string, problem: string) => {
    if (answers[parameter] !== undefined && !found.some((one) => one.parameter === parameter))
      found.push({ parameter, problem });
  };
  for (const side of ['a', 'b'] as const) {
    const device = devices[side];
    if (answers[`device-${side}`] !== device.name)
      tell(`device-${side}`, `The ${side === 'a' ? 'master' : 'backup'} of this pair is ${device.name}.`);
    const taking = device.profiles.get(nameKey(answers[`rbp-${side}`] ?? answers.rbp ?? ''));
    const follows = taking?.roles.some(
      (role) =>
        role.kind === 'group' &&
        String(role.vrid.value) === answers.vrid &&
        role.interfaceKey === interfaceKey(answers[`interface-${side}`] ?? ''),
    );
    for (const profile of device.profiles.values()) {
      if (profile === taking && follows && String(profile.backupId?.value) === answers['backup-id']) continue;
      if (String(profile.backupId?.value) === answers['backup-id'])
        tell('backup-id', `${profile.name} of ${device.name} has backup-id ${answers['backup-id']} already.`);
      if (profile === taking) tell('rbp', `${device.name} has a profile ${profile.name} already.`);
    }
    if (device.pools.some((pool) => pool.key === nameKey(answers.pool ?? '')))
      tell('pool', `${device.name} has a pool of this name already.`);
    if (device.locations.has(Number(answers['service-location'])))
      tell('service-location', `${device.name} has a service-location ${answers['service-location']} already.`);
    if (device.instanceGroups.has(nameKey(answers['instance-group'] ?? '')))
      tell('instance-group', `${device.name} has a service-instance-group of this name already.`);
    if (device.instances.some((one) => one.key === nameKey(answers.instance ?? '')))
      tell('instance', `${device.name} has an instance of this name already.`);
    if (device.instances.some((one) => one.id !== undefined && String(one.id.value) === answers['instance-id']))
      tell('instance-id', `${device.name} has an instance with this id already.`);
    interfaceClashes(device, side, answers, tell);
  }
  return found;
}

function interfaceClashes(
  device: Device,
  side: Side,
  answers: Answers,
  tell: (parameter: string, problem: string) => void,
): void {
  for (const [where, what] of [
    ['interface', 'address'],
    ['interface', 'vrrp-address'],
    ['uplink', 'uplink-address'],
    ['rbs-interface', 'rbs-address'],
  ] as const) {
    const [name, value] = [answers[`${where}-${side}`], answers[`${what}-${side}`]];
    const own = value === undefined ? undefined : prefix(value);
    if (name === undefined || !own) continue;
    const key = interfaceKey(name);
    const here = localAddressesOn(device.interfaces.get(key), own.address.family);
    if (here.length > 0 && !here.some((one) => one.prefix.address.key === own.address.key))
      tell(`${what}-${side}`, `${name} of ${device.name} has another address already.`);
    const elsewhere = [...device.interfaces.values()].find(
      (one) => one.key !== key && one.addresses.some((each) => overlap(each.prefix, own)),
    );
    if (elsewhere) tell(`${what}-${side}`, `It overlaps the subnet of ${elsewhere.name} of ${device.name}.`);
  }
  const virtual = address(answers['virtual-ip'] ?? '');
  const group = device.interfaces
    .get(interfaceKey(answers[`interface-${side}`] ?? ''))
    ?.groups.find((one) => String(one.vrid) === answers.vrid && one.family === virtual?.family);
  if (
    group &&
    virtual &&
    group.virtualIps.some((one) => !isLinkLocalIp(one)) &&
    !group.virtualIps.some((one) => one.address.key === virtual.key)
  ) {
    tell('vrid', `Group ${answers.vrid} of ${group.interfaceName} on ${device.name} has other virtual addresses.`);
  }
  if (
    !group &&
    virtual &&
    [...device.addresses.values()]
      .flat()
      .some((one) =>
        isInside(virtual, { ...one.address.prefix, length: one.address.prefix.address.family === 4 ? 32 : 128 }),
      )
  ) {
    tell('virtual-ip', `${device.name} has this address itself.`);
  }
}
