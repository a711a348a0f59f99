// Whose sessions a service board holds, by the VRRP groups that give those users their device.
import { push } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import type { Device, Group, ServiceLocation } from '../device';
import type { Pair, Side } from '../pairing/pair';
import { groupsOf } from './bindings';
import { groupOf, instancesOn } from './service-boards';
import { profilesTranslatedBy } from './translated-logins';
import { portsTranslatedBy } from './translated-ports';

/** The groups, beside the boards' own, that users follow who log in and are translated on the location. */
export function loginGroupsOf(device: Device, location: ServiceLocation): readonly Group[] {
  const profiles = instancesOn(device, location).flatMap((instance) => profilesTranslatedBy(device, instance));
  return withoutOwn(
    profiles.flatMap((profile) => groupsOf(profile, device)),
    device,
    location,
  );
}

/** By group: the numbers of the service-locations whose boards translate its users on this device. */
export function locationsByGroup(pair: Pair, side: Side): ReadonlyMap<Group, readonly number[]> {
  return byGroup(pair)[side];
}

const byGroup = memoizeByObject((pair: Pair) => ({ a: translatedOn(pair, 'a'), b: translatedOn(pair, 'b') }));

function translatedOn(pair: Pair, side: Side): ReadonlyMap<Group, readonly number[]> {
  const found = new Map<Group, number[]>();
  for (const { [side]: location } of pair.locations)
    for (const group of groupsTranslatedOn(pair[side], location)) push(found, group, location.id);
  return found;
}

/** The groups of all users of the location: beside those who log in, users whose gateway is a group of the interface they come in on. */
export function groupsTranslatedOn(device: Device, location: ServiceLocation): ReadonlySet<Group> {
  const gateways = instancesOn(device, location)
    .flatMap((instance) => portsTranslatedBy(device, instance))
    .flatMap(({ groups }) => groups);
  return new Set([...loginGroupsOf(device, location), ...withoutOwn(gateways, device, location)]);
}

function withoutOwn(groups: readonly Group[], device: Device, location: ServiceLocation): readonly Group[] {
  const own = groupOf(device, location);
  return groups.filter((group) => group !== own);
}
