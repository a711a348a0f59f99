// Who names whom on one device: the groups that a profile follows, the interfaces and pools that bind it.
import type { Device, Group, Interface, Rbp, RoleSource, ServiceLocation } from '../device';
import type { Pair } from '../pairing/pair';
import { comparePlaces, type Place } from '../place';
import { mainInterfaceKey, nameKey } from '../names';
import { push } from '../../text/collections';
import { remembered } from '../../text/memoize';
import { baseOf, replacedIn } from '../incremental/patched-map';

/** The group a profile's role comes from, on its own device. */
export function groupsOf(profile: Rbp, device: Device): readonly Group[] {
  const { interfaces, groups } = device;
  let known = followed.get(groups);
  if (!known) followed.set(groups, (known = new Map()));
  let found = known.get(profile);
  if (!found) {
    found = profile.roles.flatMap((role) => {
      const group =
        role.kind === 'group' ? groupIn(interfaces, role.interfaceKey, role.family, role.vrid.value) : undefined;
      return group ? [group] : [];
    });
    known.set(profile, found);
  }
  return found;
}

// Asked by pairing and by many rules about one profile on one device. The groups of a device are those of its interfaces.
const followed = new WeakMap<Device['groups'], Map<Rbp, readonly Group[]>>();

/** The groups that the profiles of the device take their role from. */
export const followedGroups = remembered(
  (device: Device): ReadonlySet<Group> =>
    new Set([...device.profiles.values()].flatMap((profile) => groupsOf(profile, device))),
);

export function findGroup(device: Device, interfaceKey: string, family: 4 | 6, vrid: number): Group | undefined {
  return groupIn(device.interfaces, interfaceKey, family, vrid);
}

function groupIn(
  interfaces: Device['interfaces'],
  interfaceKey: string,
  family: 4 | 6,
  vrid: number,
): Group | undefined {
  return interfaces.get(interfaceKey)?.groups.find((group) => group.family === family && group.vrid === vrid);
}

/** Interfaces and pools that name the profile. */
export function bindings(profile: Rbp, { interfaces, pools }: Device): Bindings {
  return {
    interfaces: (boundOn(interfaces).get(profile.key) ?? []).map((key) => interfaces.get(key)!),
    pools: boundBy(pools).get(profile.key) ?? [],
  };
}

/** The keys of the profiles that interfaces and pools name, there or not. */
export function boundProfiles({ interfaces, pools }: Device): readonly string[] {
  return [...new Set([...boundOn(interfaces).keys(), ...boundBy(pools).keys()])];
}

/** Profiles that no interface and no pool names. */
export function unboundProfiles({ interfaces, pools, profiles }: Device): readonly Rbp[] {
  const [onInterfaces, byPools] = [boundOn(interfaces), boundBy(pools)];
  return [...profiles.values()].filter(({ key }) => !onInterfaces.has(key) && !byPools.has(key));
}

interface Bindings {
  readonly interfaces: readonly Interface[];
  readonly pools: Device['pools'];
}

type BoundOn = ReadonlyMap<string, readonly string[]>;

/** Keys of the interfaces that name each profile. Most edits change none of it. */
const boundOn = remembered((interfaces: Device['interfaces']): BoundOn => {
  const base = baseOf(interfaces);
  const names = (one: Interface | undefined) => one?.profiles.map((name) => nameKey(name.value)).join('\n');
  const sameNames =
    base !== interfaces && replacedIn(interfaces).every((key) => names(base.get(key)) === names(interfaces.get(key)));
  return sameNames
    ? boundOn(base)
    : indexed(
        [...interfaces.values()],
        (one) => one.profiles.map((name) => nameKey(name.value)),
        (one) => one.key,
      );
});

const boundBy = remembered((pools: Device['pools']): ReadonlyMap<string, Device['pools']> =>
  indexed(
    pools,
    (pool) => pool.profiles.map((name) => nameKey(name.value)),
    (pool) => pool,
  ),
);

function indexed<One, Value>(
  list: readonly One[],
  keys: (one: One) => readonly string[],
  value: (one: One) => Value,
): ReadonlyMap<string, readonly Value[]> {
  const found = new Map<string, Value[]>();
  for (const one of list) for (const key of new Set(keys(one))) push(found, key, value(one));
  return found;
}

/** True when both interfaces belong to one main interface. */
export function sameMainInterface(one: string, two: string): boolean {
  return mainInterfaceKey(one) === mainInterfaceKey(two);
}

/** True when the service board takes its role from the group; only VRRP groups lead boards (004 step 3.5). */
export function boardFollows(location: ServiceLocation, group: Group): boolean {
  return (
    location.group?.vrid.value === group.vrid &&
    location.group.interfaceKey === group.interfaceKey &&
    group.family === 4
  );
}

export type GroupRole = Extract<RoleSource, { readonly kind: 'group' }>;

/** An interface that binds a profile. */
export interface Binding {
  readonly device: Device;
  readonly profile: Rbp;
  readonly interface: Interface;
  /** The profile's name in the interface's `remote-backup-profile` line. */
  readonly at: Place;
}

export function hasService(profile: Rbp, service: string): boolean {
  return profile.services.some((one) => one.value.toLowerCase() === service);
}

/** True when the role comes from an E-Trunk: VRRP rules have nothing to say there (docs/decisions/e-trunk-roles.md). */
export function followsETrunk(profile: Rbp): boolean {
  return profile.roles.some((role) => role.kind === 'e-trunk');
}

/** Interfaces that bind a profile with this service, in file order. */
export function bindingsOf(device: Device, service: string): readonly Binding[] {
  const { interfaces, profiles } = device;
  let known = boundServices.get(interfaces);
  if (!known || known.profiles !== profiles)
    boundServices.set(interfaces, (known = { profiles, byService: new Map() }));
  let found = known.byService.get(service);
  if (!found) known.byService.set(service, (found = findBindings(device, service)));
  return found.map((one) => ({ ...one, device }));
}

// Many rules ask for the bindings of one service. They follow from the interfaces and the profiles.
const boundServices = new WeakMap<
  Device['interfaces'],
  { readonly profiles: Device['profiles']; readonly byService: Map<string, readonly Binding[]> }
>();

function findBindings(device: Device, service: string): Binding[] {
  if (!servicesIn(device.profiles).has(service)) return [];
  const found = [...device.profiles.values()]
    .filter((profile) => hasService(profile, service))
    .flatMap((profile) => boundTo(profile, device));
  return found.sort((one, two) => comparePlaces(one.at, two.at));
}

const servicesIn = remembered((profiles: Device['profiles']): ReadonlySet<string> => {
  const all = new Set<string>();
  for (const profile of profiles.values()) for (const one of profile.services) all.add(one.value.toLowerCase());
  return all;
});

/** The two interfaces, one on each device, that a matched profile of this service is bound to. */
export function boundOnBoth(pair: Pair, service: string): { readonly a: Binding; readonly b: Binding }[] {
  const concerned = pair.profiles.filter((matched) => hasService(matched.a, service) && hasService(matched.b, service));
  return concerned.flatMap((matched) => {
    const [a, b] = [boundTo(matched.a, pair.a), boundTo(matched.b, pair.b)];
    if (a.length === 1 && b.length === 1) return [{ a: a[0]!, b: b[0]! }];
    // Of several interfaces a profile, only those of one name are known to answer each other.
    return a.flatMap((one) =>
      b.filter((two) => two.interface.key === one.interface.key).map((two) => ({ a: one, b: two })),
    );
  });
}

function boundTo(profile: Rbp, device: Device): Binding[] {
  return bindings(profile, device).interfaces.map((one) => ({
    device,
    profile,
    interface: one,
    at: one.profiles.find((name) => nameKey(name.value) === profile.key)!.at,
  }));
}
