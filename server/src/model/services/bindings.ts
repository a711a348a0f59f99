// Who names whom on one device: the groups that a profile follows, the interfaces and pools that bind it.
import type { Device, Group, Interface, Pool, Rbp } from '../device';
import { mainInterfaceKey, nameKey } from '../names';
import { listIndex, mapIndex } from '../incremental/index-view';

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

interface Bindings {
  readonly interfaces: readonly Interface[];
  readonly pools: Device['pools'];
}

/** Interfaces and pools that name the profile. */
export function bindings(profile: Rbp, { interfaces, pools }: Device): Bindings {
  return {
    interfaces: interfacesByProfile(interfaces).get(profile.key),
    pools: poolsByProfile(pools, undefined).get(profile.key),
  };
}

/** The keys of the profiles that interfaces and pools name, there or not. */
export function boundProfiles({ interfaces, pools }: Device): readonly string[] {
  return [...new Set([...interfacesByProfile(interfaces).keys(), ...poolsByProfile(pools, undefined).keys()])];
}

/** Profiles that no interface and no pool names. */
export function unboundProfiles({ interfaces, pools, profiles }: Device): readonly Rbp[] {
  const [onInterfaces, byPools] = [interfacesByProfile(interfaces), poolsByProfile(pools, undefined)];
  return [...profiles.values()].filter(({ key }) => !onInterfaces.has(key) && !byPools.has(key));
}

function namedProfiles({ profiles }: Pick<Interface, 'profiles'>): readonly string[] {
  return profiles.map((name) => nameKey(name.value));
}

const interfacesByProfile = mapIndex((one: Interface) => namedProfiles(one));
const poolsByProfile = listIndex((pool: Pool) => namedProfiles(pool));

/** True when both interfaces belong to one main interface. */
export function sameMainInterface(one: string, two: string): boolean {
  return mainInterfaceKey(one) === mainInterfaceKey(two);
}
