// Which scenarios a pair carries, and the answers that its files give to what each scenario asks.
import { preferredDevice } from '../../model/e-trunk/roles';
import type { Device, ETrunk, Group, Rbp, ServiceInstance, ServiceLocation } from '../../model/device';
import { other, type GroupPair, type Pair } from '../../model/pairing/pair';
import { bindings, followedBy, followsETrunk, groupsOf, hasService } from '../../model/services/bindings';
import { serviceOf } from '../../model/services/channels';
import { snoopedCircuitsOf } from '../../model/services/snooping';
import { intendedMaster } from '../../model/vrrp/roles';
import { groupOf, instancesOn, interChassis } from '../../model/services/service-boards';
import { profilesTranslatedBy } from '../../model/services/translated-logins';
import { serviceTypes } from '../../rules/shared/backup-services';
import { memoizeByObject } from '../../text/memoize';
import { filled } from '../scaffold';
import { sides } from '../values';
import { scenario as scenarioOf, scenarios, type Answers, type Scenario, type Side, type Step } from '..';
import { answersOf, type Holder, type Holders } from './answers-of-pair';

/** A scenario that a pair carries. */
export interface Carried {
  readonly scenario: Scenario;
  /** Tells several of one kind apart; stays while names and numbers stay. */
  readonly key: string;
  readonly detail: string;
  /** The scenario's side that the pair's first device is: its master is side `a`. */
  readonly first: Side;
  readonly answers: Answers;
  /** The service-locations whose boards the steps are about beside a profile, by kind of instance and number. */
  readonly boards?: readonly string[];
  /** Parameters that the pair does not tell and that no default can stand for. */
  readonly open: ReadonlySet<string>;
}

/** In the order of their keys. */
export const carriedScenarios = memoizeByObject((pair: Pair): readonly Carried[] => {
  const ofProfiles = profileScenarios(pair);
  // Boards that translate users who log in are in the steps of these users.
  const taken = new Set(ofProfiles.flatMap(({ boards }) => boards ?? []));
  return [...ofProfiles, ...boardScenarios(pair, taken)].sort((x, y) => (x.key < y.key ? -1 : 1));
});

/** The scenario of the pair with that key. */
export function scenarioIn(pair: Pair, key: string): Carried | undefined {
  return carriedScenarios(pair).find((carried) => carried.key === key);
}

/** Its steps, with the answers that the files give. */
export function stepsOf({ scenario, answers }: Carried): readonly Step[] {
  return scenario.steps(answers);
}

/** Which side of the scenario this side of the pair is. */
export function scenarioSide({ first }: Carried, side: Side): Side {
  return (side === 'a') === (first === 'a') ? 'a' : 'b';
}

/** A profile of which no service has a scenario. */
export interface Unguided {
  readonly profile: string;
  readonly services: readonly string[];
}

/** Profiles of services for which nobody has published a procedure: their lines are checked, and there are no steps. */
export const unguidedProfiles = memoizeByObject((pair: Pair): readonly Unguided[] => {
  const isGuided = ({ services }: Rbp) => services.some(({ value }) => guided.has(value.toLowerCase()));
  const found = couplesOf(pair).flatMap(({ a, b }) => {
    const profiles = [a, b].flatMap((profile) => profile ?? []);
    const services = new Set(profiles.flatMap((profile) => profile.services.map(({ value }) => value.toLowerCase())));
    // A word that no device knows is a finding, and no service.
    const known = [...services].filter((service) => serviceTypes.includes(service));
    return known.length === 0 || profiles.some(isGuided) ? [] : [{ profile: profiles[0]!.name, services: known }];
  });
  return found.sort((x, y) => (x.profile < y.profile ? -1 : 1));
});

/** Services that some scenario is about, or a part of one. */
const guided: ReadonlySet<string> = new Set([
  ...scenarios.map(({ id }) => id.replace(/-e-trunk$/, '')),
  'multicast',
  'no-host-multicast',
]);

/** Profiles that back up to each other; one is missing where the other device has no counterpart. */
interface ProfileCouple {
  readonly a?: Rbp;
  readonly b?: Rbp;
}

function couplesOf(pair: Pair): ProfileCouple[] {
  const matched = new Set<Rbp>(pair.profiles.flatMap(({ a, b }) => [a, b]));
  const lone = (device: Device) => [...device.profiles.values()].filter((profile) => !matched.has(profile));
  return [...pair.profiles, ...lone(pair.a).map((a) => ({ a })), ...lone(pair.b).map((b) => ({ b }))];
}

function profileScenarios(pair: Pair): Carried[] {
  return couplesOf(pair).flatMap((couple) => scenariosOfProfile(pair, couple));
}

function scenariosOfProfile(pair: Pair, { a, b }: ProfileCouple): Carried[] {
  const profiles = [a, b].flatMap((profile) => profile ?? []);
  const [first] = profiles;
  if (!first) return [];
  const isOverETrunk = profiles.some(followsETrunk);
  const followed = pair.groups.filter(
    (group) =>
      group.profiles.some((follower) => follower.a === a && follower.b === b) ||
      // The group of a profile without a counterpart is on both devices all the same.
      (a && !b && groupsOf(a, pair.a).includes(group.a)) ||
      (b && !a && groupsOf(b, pair.b).includes(group.b)),
  );
  // Of users shared out by their MAC address the steps begin with the group of odd ones.
  const odd = [followedBy(a, 'odd-mac', pair.a), followedBy(b, 'odd-mac', pair.b)];
  const isSharedOut = odd.some((group) => group !== undefined);
  const ofOdd = followed.find((couple) => odd.includes(couple.a) || odd.includes(couple.b));
  const group = isSharedOut ? ofOdd : followed[0];
  const holders = { a: profileHolder(pair.a, a, group?.a), b: profileHolder(pair.b, b, group?.b) };
  const channelNames = servicesOf(pair, { a, b });
  const id = first.backupId?.value;
  const detail = `${first.name}${id === undefined ? '' : `, backup-id ${id}`}`;
  const services = new Set(
    profiles.flatMap((profile) => profile.services.map((service) => service.value.toLowerCase())),
  );
  const master = isOverETrunk ? masterOfETrunk(holders) : masterOfGroups(pair, group, followed);
  // Users of tunnels have their addresses from the LNS: the platform of both services is in the steps of L2TP.
  const hasPools = profiles.some((profile) => profile.pools.length > 0);
  if (services.has('l2tp') && !hasPools) services.delete('bras');
  if (isSnoopedElsewhere(holders)) services.delete('igmp-snooping');
  const board = services.has('bras') ? boardOfUsers(holders) : undefined;
  return [...services].flatMap((service) => {
    if (service === 'bras' && board) {
      const { scenario, id, kind } = board;
      const key = `${scenario.id} ${first.key}`;
      const carried = toCarried(scenario, key, detail, board.holders, master, channelNames);
      return [{ ...carried, boards: [boardKey(id, kind)] }];
    }
    const found = scenarioOf(isOverETrunk ? `${service}-e-trunk` : service);
    return found ? [toCarried(found, `${found.id} ${first.key}`, detail, holders, master, channelNames)] : [];
  });
}

interface BoardOfUsers {
  readonly scenario: Scenario;
  readonly id: number;
  readonly kind: Translator;
  /** With the board on both devices. */
  readonly holders: Holders;
}

/** The board that translates the users of the profile, where there is a scenario for both together. */
function boardOfUsers(holders: Holders): BoardOfUsers | undefined {
  for (const side of sides) {
    const { device, profile } = holders[side];
    for (const { id } of profile ? interChassis(device) : [])
      for (const instance of instancesOn(device, device.locations.get(id)!)) {
        const scenario = scenarioOf(`${instance.kind}-bras`);
        if (!scenario || !profilesTranslatedBy(device, instance).includes(profile!)) continue;
        const withBoard = (side: Side): Holder => ({
          ...boardHolder(holders[side].device, id, instance.kind),
          ...holders[side],
        });
        return { scenario, id, kind: instance.kind, holders: { a: withBoard('a'), b: withBoard('b') } };
      }
  }
  return undefined;
}

function boardKey(id: number, kind: Translator): string {
  return `${kind} ${id}`;
}

/** Where the group is broken, the other one of users who are shared out tells: each device is meant to be master of one. */
function masterOfGroups(pair: Pair, group: GroupPair | undefined, followed: readonly GroupPair[]): Side | undefined {
  if (group) return intendedMaster(pair, group);
  const ofOthers = followed[0] && intendedMaster(pair, followed[0]);
  return ofOthers && other(ofOthers);
}

/** The procedure is for a VSI: circuits in a VLAN or a bridge domain have other lines. */
function isSnoopedElsewhere(holders: Holders): boolean {
  const views = sides.flatMap((side) => {
    const { device, profile } = holders[side];
    return profile ? snoopedCircuitsOf(profile, device).flatMap(({ within }) => within?.view ?? []) : [];
  });
  return views.length > 0 && !views.includes('vsi');
}

/** The names of the backup service on both devices: where one device lacks the profile, its channel tells. */
function servicesOf(pair: Pair, { a, b }: ProfileCouple): Partial<Record<Side, string>> {
  const [ownA, ownB] = [a && serviceOf(a, pair.a)?.name, b && serviceOf(b, pair.b)?.name];
  const channel = pair.channels.find(({ a: end, b: peerEnd }) => end.rbs.name === ownA || peerEnd.rbs.name === ownB);
  return { a: ownA ?? channel?.a.rbs.name, b: ownB ?? channel?.b.rbs.name };
}

function profileHolder(device: Device, profile: Rbp | undefined, group: Group | undefined): Holder {
  if (profile && followsETrunk(profile)) return { device, profile, eTrunk: eTrunkOf(profile, device) };
  const followed = group ?? (profile && groupsOf(profile, device)[0]);
  const users = profile && followed && groupOfUsers(device, profile, followed);
  return users ? { device, profile, group: users, leader: followed } : { device, profile, group: followed };
}

/** Where a profile of multicast follows a management group, the group of its users, which copies the role of that one. */
function groupOfUsers(device: Device, profile: Rbp, leader: Group): Group | undefined {
  if (!['igmp', 'mld'].some((service) => hasService(profile, service))) return undefined;
  const isLed = ({ family, follows }: Group) =>
    family === leader.family && follows?.interfaceKey === leader.interfaceKey && follows.vrid.value === leader.vrid;
  const own = bindings(profile, device)
    .interfaces.filter(({ key }) => key !== leader.interfaceKey)
    .flatMap(({ groups }) => groups.filter(({ family }) => family === leader.family));
  // Of the lines that make it one, any may be missing: that it follows, that the other leads, that the profile is bound there.
  if (own.length === 0) return device.groups.find(isLed);
  return own.find(isLed) ?? (leader.admin ? own[0] : undefined);
}

function eTrunkOf(profile: Rbp, device: Device): ETrunk | undefined {
  const [role] = profile.roles.filter((source) => source.kind === 'e-trunk');
  return role && device.eTrunks.get(role.eTrunk.value);
}

function masterOfETrunk({ a, b }: Holders): Side | undefined {
  return a.eTrunk && b.eTrunk && preferredDevice({ a: a.eTrunk, b: b.eTrunk });
}

function boardScenarios(pair: Pair, taken: ReadonlySet<string>): Carried[] {
  const ids = new Set([...interChassis(pair.a), ...interChassis(pair.b)].map((location) => location.id));
  return [...ids].flatMap((id) =>
    translators
      .filter((kind) => !taken.has(boardKey(id, kind)))
      .flatMap((kind) => {
        const shared = [sharingWith(pair.a, id, kind), sharingWith(pair.b, id, kind)].flatMap((value) => value ?? []);
        // Of two boards that share a load the lower number stands for both.
        return shared.some((value) => value < id) ? [] : scenarioOfBoard(pair, id, kind, shared[0]);
      }),
  );
}

/** The other one of two service-locations that share the load of one instance, each in a role of its own. */
function sharingWith(device: Device, id: number, kind: Translator): number | undefined {
  const location = device.locations.get(id);
  const instance = location && instancesOn(device, location).find((instance) => instance.kind === kind);
  const others = interChassis(device).filter(
    (chassi) => chassi !== location && instance !== undefined && instancesOn(device, chassi).includes(instance),
  );
  const [other, ...more] = others;
  if (!location || !other || more.length > 0) return undefined;
  const [own, its] = [location.group, other.group];
  const isOneRole = own?.interfaceKey === its?.interfaceKey && own?.vrid.value === its?.vrid.value;
  return isOneRole ? undefined : other.id;
}

type Translator = ServiceInstance['kind'];
const translators: readonly Translator[] = ['ds-lite', 'nat', 'nat64'];

function scenarioOfBoard(pair: Pair, id: number, kind: Translator, second?: number): Carried[] {
  const withSecond = (device: Device): Holder => ({
    ...boardHolder(device, id, kind),
    second: second === undefined ? undefined : device.locations.get(second),
  });
  const holders = { a: withSecond(pair.a), b: withSecond(pair.b) };
  const { a, b } = holders;
  // A channel to another device altogether, or boards without instances of this kind.
  const isOurs = leadsTo(a.location, pair.b) || leadsTo(b.location, pair.a);
  if (!isOurs || (!a.instance && !b.instance)) return [];
  const group = pair.groups.find((candidate) => candidate.a === a.group && candidate.b === b.group);
  const master = group && intendedMaster(pair, group);
  return [toCarried(scenarioOf(kind)!, boardKey(id, kind), `service-location ${id}`, holders, master)];
}

function boardHolder(device: Device, id: number, wanted: Translator): Holder {
  const location = device.locations.get(id);
  if (!location) return { device };
  const instance = instancesOn(device, location).find(({ kind }) => kind === wanted);
  return { device, location, instance, group: groupOf(device, location) };
}

function leadsTo(location: ServiceLocation | undefined, peer: Device): boolean {
  return location?.remote !== undefined && peer.addresses.has(location.remote.peer.value.key);
}

function toCarried(
  scenario: Scenario,
  key: string,
  detail: string,
  holders: Holders,
  master: Side | undefined,
  services: Partial<Record<Side, string>> = {},
): Carried {
  const first = master === 'b' ? 'b' : 'a';
  const known = answersOf(first === 'a' ? holders : { a: holders.b, b: holders.a }, serviceFamily(scenario));
  for (const side of ['a', 'b'] as const) {
    const name = services[side];
    if (name !== undefined) known[`rbs-${side === first ? 'a' : 'b'}`] ??= name;
  }
  const answers = filled(scenario, known);
  const open = scenario.parameters.filter(
    ({ id, type, spread }) =>
      answers[id] !== undefined &&
      known[id] === undefined &&
      (type === 'interface' || spread === 'own' || /ip|prefix/.test(type)),
  );
  return { scenario, key, detail, first, answers: { ...known, ...answers }, open: new Set(open.map(({ id }) => id)) };
}

/** The family of the users' addresses. */
export function serviceFamily(scenario: Scenario): 4 | 6 {
  return scenario.parameters.some(({ id, type }) => id === 'address-a' && type === 'ipv6-prefix') ? 6 : 4;
}
