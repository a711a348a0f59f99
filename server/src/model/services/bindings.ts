// Who names whom on one device: the groups that a profile follows, the interfaces and pools that bind it.
import { memoizeByObject } from '../../text/memoize';
import type { Device, Group, Interface, Pool, Rbp, RoleSource, ServiceLocation } from '../device';
import { comparePlaces, type Place } from '../place';
import { groupKey, mainInterfaceKey, nameKey } from '../names';
import { changedInList } from '../incremental/changed-list';
import { coupleIndex } from '../incremental/couple-index';
import { movedInterfaces, type DerivedUnits } from '../incremental/derived-units';
import { listIndex, mapIndex } from '../incremental/index-view';
import { changedKeys } from '../incremental/patched-map';

/** The group a profile's role comes from, on its own device. */
export function groupsOf(profile: Rbp, { interfaces }: Device): readonly Group[] {
  return profile.roles.flatMap((role) => {
    if (role.kind !== 'group') return [];
    return groupIn(interfaces, role.interfaceKey, role.family, role.vrid.value) ?? [];
  });
}

/** The group of users with odd or with even MAC addresses, where the profile shares them out. */
export function followedBy(
  profile: Rbp | undefined,
  mac: 'odd-mac' | 'even-mac',
  { interfaces }: Device,
): Group | undefined {
  const role = profile?.roles.find((role) => role.kind === 'group' && role.mac === mac);
  return role?.kind === 'group' ? groupIn(interfaces, role.interfaceKey, role.family, role.vrid.value) : undefined;
}

/** Profiles that take their role from this group, in the order of the device. By index, never all profiles. */
export function followersOf(group: Group, device: Device): readonly Rbp[] {
  const { family, vrid, interfaceKey } = group;
  return profilesByGroup(device.profiles)
    .get(groupKey(family, vrid, interfaceKey))
    .filter((profile) => groupsOf(profile, device).includes(group));
}

const profilesByGroup = mapIndex((profile: Rbp) =>
  profile.roles.flatMap((role) =>
    role.kind === 'group' ? [groupKey(role.family, role.vrid.value, role.interfaceKey)] : [],
  ),
);

/** The VRRP group of this number and family on the interface. */
export function findGroup(device: Device, interfaceKey: string, family: 4 | 6, vrid: number): Group | undefined {
  return groupIn(device.interfaces, interfaceKey, family, vrid);
}

/** The management group that the group follows; undefined where it follows none, or one that the file does not have. */
export function managementGroupOf(device: Device, { family, follows }: Group): Group | undefined {
  return follows && findGroup(device, follows.interfaceKey, family, follows.vrid.value);
}

/** The groups of this number and family on all interfaces: where a line names one that is not there, it means one of these. */
export function groupsNumbered(device: Device, family: 4 | 6, vrid: number): readonly Group[] {
  return device.groups.filter((group) => group.family === family && group.vrid === vrid && group.exists);
}

function groupIn(
  interfaces: Device['interfaces'],
  interfaceKey: string,
  family: 4 | 6,
  vrid: number,
): Group | undefined {
  const on = interfaces.get(interfaceKey);
  return on && groupsById(on).get(groupId(family, vrid));
}

function groupId(family: 4 | 6, vrid: number): string {
  return `${family} ${vrid}`;
}

/** Thousands of profiles may follow the groups of one interface. */
const groupsById = memoizeByObject(
  (on: Interface): ReadonlyMap<string, Group> =>
    new Map(on.groups.map((group) => [groupId(group.family, group.vrid), group])),
);

interface Bindings {
  readonly interfaces: readonly Interface[];
  readonly pools: Device['pools'];
}

/** Interfaces and pools that name the profile. */
export function bindings(profile: Rbp, device: Device): Bindings {
  return bindingsTo(profile.key, device);
}

function bindingsTo(key: string, { interfaces, pools }: Device): Bindings {
  return { interfaces: interfacesByProfile(interfaces).get(key), pools: poolsByProfile(pools, undefined).get(key) };
}

/** Whether an interface or a pool binds the profile; does not follow their number. */
export function isBound({ key }: Rbp, { interfaces, pools }: Device): boolean {
  return interfacesByProfile(interfaces).has(key) || poolsByProfile(pools, undefined).has(key);
}

/** How many interfaces bind the profile; does not follow their number. */
export function countBound(profile: Rbp, { interfaces }: Device): number {
  return interfacesByProfile(interfaces).count(profile.key);
}

/** The one interface that binds the profile; undefined where none does, or several do. */
export function onlyBinding(profile: Rbp, device: Device): Binding | undefined {
  return countBound(profile, device) === 1 ? boundTo(profile, device)[0] : undefined;
}

/** The keys of the profiles that interfaces and pools name, there or not. */
export function boundProfiles({ interfaces, pools }: Device): readonly string[] {
  return [...new Set([...interfacesByProfile(interfaces).keys(), ...poolsByProfile(pools, undefined).keys()])];
}

/** A profile that interfaces or pools name and that is not there. */
export interface MissingProfile extends Bindings {
  readonly key: string;
}

/** Profiles that are named and not there, by their keys. */
export const missingProfiles: DerivedUnits<Device, MissingProfile> = {
  near: new Set(['interfaces', 'pools', 'profiles']),
  keys: boundProfiles,
  at(device, key) {
    if (device.profiles.has(key)) return undefined;
    const found = bindingsTo(key, device);
    return found.interfaces.length + found.pools.length > 0 ? { key, ...found } : undefined;
  },
  touched(before, after) {
    const moved = movedInterfaces(before.interfaces, after.interfaces);
    const ports = moved.flatMap((key) => [before, after].flatMap(({ interfaces }) => interfaces.get(key) ?? []));
    const { gone, come } = changedInList(before.pools, after.pools);
    return [...changedKeys(before.profiles, after.profiles), ...[...ports, ...gone, ...come].flatMap(namedProfiles)];
  },
};

/** Profiles that no interface and no pool names. */
export function unboundProfiles({ interfaces, pools, profiles }: Device): readonly Rbp[] {
  const [onInterfaces, byPools] = [interfacesByProfile(interfaces), poolsByProfile(pools, undefined)];
  return [...profiles.values()].filter(({ key }) => !onInterfaces.has(key) && !byPools.has(key));
}

function namedProfiles({ profiles }: Pick<Interface, 'profiles'>): readonly string[] {
  return profiles.map((name) => nameKey(name.value));
}

const interfacesByProfile = mapIndex((port: Interface) => namedProfiles(port));
const poolsByProfile = listIndex((pool: Pool) => namedProfiles(pool));

/** True when both interfaces belong to one main interface. */
export function sameMainInterface(left: string, right: string): boolean {
  return mainInterfaceKey(left) === mainInterfaceKey(right);
}

/** True when the service board takes its role from the group; only VRRP groups lead boards (004 step 3.5). */
export function boardFollows(location: ServiceLocation, group: Group): boolean {
  return (
    location.group?.vrid.value === group.vrid &&
    location.group.interfaceKey === group.interfaceKey &&
    group.family === 4
  );
}

/** A role that comes from a VRRP group. */
export type GroupRole = Extract<RoleSource, { readonly kind: 'group' }>;

/** An interface that binds a profile. */
export interface Binding {
  readonly device: Device;
  readonly profile: Rbp;
  readonly interface: Interface;
  /** The profile's name in the interface's `remote-backup-profile` line. */
  readonly at: Place;
}

/**
 * True where the profile takes its role from no group of another interface: bound elsewhere, either the binding or the group may be the
 * wrong one.
 */
export function isWhereItsGroupIs({ profile, interface: on }: Binding): boolean {
  return profile.roles.every((role) => role.kind !== 'group' || role.interfaceKey === on.key);
}

/** The profile backs up this service; capitals do not matter. */
export function hasService(profile: Rbp, service: string): boolean {
  return profile.services.some((fact) => fact.value.toLowerCase() === service);
}

/** Where the profile names the service, as evidence of what is said of it. */
export function serviceEvidence(profile: Rbp, service: string): readonly Place[] {
  return profile.services.filter(({ value }) => value.toLowerCase() === service).map(({ at }) => at);
}

/** True when the role comes from an E-Trunk: VRRP rules have nothing to say there (docs/decisions/e-trunk-roles.md). */
export function followsETrunk(profile: Rbp): boolean {
  return profile.roles.some((role) => role.kind === 'e-trunk');
}

/** Interfaces that bind a profile with this service, in file order. */
export function bindingsOf(device: Device, service: string): readonly Binding[] {
  return profilesWith(device, service)
    .flatMap((profile) => boundTo(profile, device))
    .sort((left, right) => comparePlaces(left.at, right.at));
}

/** Profiles that back up this service, in the order of the device. */
export function profilesWith(device: Device, service: string): readonly Rbp[] {
  return profilesByService(device.profiles).get(service);
}

/** The same one by one: for who looks for one of them. */
export function eachProfileWith({ profiles }: Device, service: string): Iterable<Rbp> {
  return profilesByService(profiles).each(service);
}

/** How many profiles back up this service; does not follow their number. */
export function countWith({ profiles }: Device, service: string): number {
  return profilesByService(profiles).count(service);
}

const profilesByService = mapIndex((profile: Rbp) => profile.services.map((fact) => fact.value.toLowerCase()));

/** The interfaces that bind the profile. */
export function boundTo(profile: Rbp, device: Device): Binding[] {
  return interfacesByProfile(device.interfaces)
    .get(profile.key)
    .map((port) => bindingOf(device, profile, port)!);
}

/** The binding of the profile on this interface, if there is one. */
export function bindingOf(device: Device, profile: Rbp, on: Interface): Binding | undefined {
  const name = on.profiles.find((fact) => nameKey(fact.value) === profile.key);
  return name && { device, profile, interface: on, at: name.at };
}

/**
 * The two interfaces, one on each device, that bind a matched profile, where the two differ: where each device has one, those; of
 * several, those of one name, since only they are known to answer each other.
 */
export type DifferingBindings = (
  left: readonly [Rbp, Device],
  right: readonly [Rbp, Device],
) => readonly { readonly a: Binding; readonly b: Binding }[];

/** `compare` is asked of interfaces that bind profiles, and follows from the two alone. */
export function differingBindings(compare: (left: Interface, right: Interface) => boolean): DifferingBindings {
  const known = new WeakMap<Interface, { readonly counterpart: Interface; readonly differ: boolean }>();
  const differ = (left: Interface, right: Interface): boolean => {
    let found = known.get(left);
    if (found?.counterpart !== right) known.set(left, (found = { counterpart: right, differ: compare(left, right) }));
    return found.differ;
  };
  // Thousands of interfaces may bind one profile: an edit looks again at those that it changed.
  const sameNamed = coupleIndex<string, Interface>((left, right) =>
    left.profiles.length > 0 && right.profiles.length > 0 && differ(left, right)
      ? namedProfiles(left).flatMap((ofA) => namedProfiles(right).map((ofB) => coupleKey(ofA, ofB)))
      : [],
  );
  return ([a, deviceA], [b, deviceB]) => {
    const lone = [onlyBinding(a, deviceA), onlyBinding(b, deviceB)] as const;
    if (lone[0] && lone[1]) return differ(lone[0].interface, lone[1].interface) ? [{ a: lone[0], b: lone[1] }] : [];
    return sameNamed(deviceA.interfaces, deviceB.interfaces)
      .get(coupleKey(a.key, b.key))
      .flatMap((key) => {
        const ofA = bindingOf(deviceA, a, deviceA.interfaces.get(key)!);
        const ofB = bindingOf(deviceB, b, deviceB.interfaces.get(key)!);
        return ofA && ofB ? [{ a: ofA, b: ofB }] : [];
      });
  };
}

function coupleKey(left: string, right: string): string {
  return `${left}\n${right}`;
}

/** Whether the backup rests on the interface: it has a group, or binds a profile. */
export function restsOn({ groups, profiles }: Interface): boolean {
  return profiles.length > 0 || groups.some((group) => group.exists);
}
