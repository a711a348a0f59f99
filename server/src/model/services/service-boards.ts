// Service boards that back each other up across two devices: the service-locations with a channel to another device, the VRRP
// group each takes its role from, and the instances that run on it.
import { push } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import type { Device, Group, InstanceGroup, Rbs, ServiceInstance, ServiceLocation } from '../device';
import { nameKey } from '../names';
import type { LocationPair, Pair } from '../pairing/pair';
import type { MatchedLine } from '../lines/matched-line';
import type { Place } from '../place';
import { systemLines } from '../lines/canonical-text';
import { findGroup } from './bindings';

/** Service-locations with a `remote-backup interface` line. */
export function interChassis(device: Device): ServiceLocation[] {
  return [...device.locations.values()].filter((location) => location.remote !== undefined);
}

/** The VRRP group that the board takes its role from; undefined where it names none. */
export function groupOf(device: Device, location: ServiceLocation): Group | undefined {
  return location.group && findGroup(device, location.group.interfaceKey, 4, location.group.vrid.value);
}

/** The groups of boards that serve the instance. */
export function instanceGroupsOf(device: Device, instance: ServiceInstance): InstanceGroup[] {
  return instance.groups.flatMap((name) => device.instanceGroups.get(nameKey(name.value)) ?? []);
}

/** Groups of instances whose way to the other device the backup service is. */
export function instanceGroupsOver({ key }: Rbs, { instanceGroups }: Device): readonly InstanceGroup[] {
  return [...instanceGroups.values()].filter(({ rbs }) => rbs !== undefined && nameKey(rbs.value) === key);
}

/** Instances whose service-instance-group uses the location. */
export function instancesOn(device: Device, location: ServiceLocation): readonly ServiceInstance[] {
  return instancesByLocation(device).get(location.id) ?? [];
}

const instancesByLocation = memoizeByObject((device: Device): ReadonlyMap<number, readonly ServiceInstance[]> => {
  const found = new Map<number, ServiceInstance[]>();
  for (const instance of device.instances) {
    const locations = instanceGroupsOf(device, instance).flatMap((group) => group.locations);
    for (const id of new Set(locations.map((fact) => fact.value))) push(found, id, instance);
  }
  return found;
});

/** Where the service-locations stand that no instance group uses: one of them may have the wrong number. */
export function unusedLocations(device: Device): Place[] {
  const used = new Set([...device.instanceGroups.values()].flatMap((group) => group.locations.map((id) => id.value)));
  return [...device.locations.values()].filter((location) => !used.has(location.id)).map((location) => location.at);
}

/** Instances of a device that run on locations which the pair backs up. */
export function backedUpInstances(pair: Pair, side: 'a' | 'b'): ServiceInstance[] {
  const found = new Set(pair.locations.flatMap((location) => instancesOn(pair[side], location[side])));
  return [...found];
}

/** Instances of both devices that are one, and backed up by one of them at least: of one kind, with one name, else with one id. */
export function instancesOnBoth(pair: Pair): { readonly a: ServiceInstance; readonly b: ServiceInstance }[] {
  const backedUp = new Set([...backedUpInstances(pair, 'a'), ...backedUpInstances(pair, 'b')]);
  if (pair.locations.length === 0) return [];
  const byName = new Map<string, ServiceInstance[]>();
  const byId = new Map<string, ServiceInstance[]>();
  for (const serviceInstance of pair.b.instances) {
    push(byName, `${serviceInstance.kind} ${serviceInstance.key}`, serviceInstance);
    if (serviceInstance.id) push(byId, `${serviceInstance.kind} ${serviceInstance.id.value}`, serviceInstance);
  }
  return pair.a.instances.flatMap((a) => {
    const first = (same: readonly ServiceInstance[] | undefined) =>
      same?.find((serviceInstance) => backedUp.has(a) || backedUp.has(serviceInstance));
    const b =
      first(byName.get(`${a.kind} ${a.key}`)) ?? (a.id ? first(byId.get(`${a.kind} ${a.id.value}`)) : undefined);
    return b ? [{ a, b }] : [];
  });
}

/** A location of the pair, seen from each side. */
export function sides(
  pair: Pair,
  location: LocationPair,
): readonly {
  readonly side: 'a' | 'b';
  readonly device: Device;
  readonly location: ServiceLocation;
  readonly peer: Device;
  readonly peerLocation: ServiceLocation;
}[] {
  return [
    { side: 'a', device: pair.a, location: location.a, peer: pair.b, peerLocation: location.b },
    { side: 'b', device: pair.b, location: location.b, peer: pair.a, peerLocation: location.a },
  ];
}

/** Ids of service-locations that the group tracks. */
export function trackedLocations(group: Group): { readonly value: number; readonly at: Group['at'] }[] {
  return group.tracks.flatMap((track) => (track.object.kind === 'service-location' ? [track.object.id] : []));
}

/**
 * The line that copies sessions between boards of two devices; without it only configuration is kept ready
 * (docs/decisions/service-board-backup.md).
 */
export function hotBackupLine(device: Device): MatchedLine | undefined {
  return systemLines(device, /^service-ha hot-backup enable/, 'service-ha')[0];
}
