// What a virtual router that only one device has would hold on the other: the priority that makes it the other role, and the
// delay that a master waits. A tracked fault of the master must take it below the backup.
import type { Device, Group } from '../model/device';
import { groupsOf } from '../model/services/bindings';
import { boardFollows, priority } from '../model/pairing/pair';
import { nameKey } from '../model/names';

export interface RoleValues {
  readonly priority: number;
  /** Seconds; absent on a backup, which takes over at once. */
  readonly delay?: number;
}

/** For a group of `device` that its peer lacks. */
export function roleValues(device: Device, group: Group): RoleValues {
  const mine = priority(group);
  const reduced = Math.min(...group.tracks.flatMap((track) => (track.reduced ? [track.reduced.value] : [])));
  const gap = Number.isFinite(reduced) ? Math.max(1, reduced - 10) : undefined;
  if (isMaster(group))
    return { priority: gap !== undefined ? Math.max(1, mine - gap) : mine > 100 ? 100 : Math.max(1, mine - 20) };
  return {
    priority: Math.min(254, gap !== undefined ? mine + gap : Math.max(120, mine + 20)),
    delay: delayOf(device, group),
  };
}

/** Only a master waits before it takes the role: the guide asks it of the master, and of the backup not to. */
function isMaster(group: Group): boolean {
  return (group.delay?.value ?? 0) > 0;
}

/** What the guide or the vendor's examples give for the service; the longest where a group carries several. */
function delayOf(device: Device, group: Group): number {
  const figures: Readonly<Record<string, number>> = { 'dhcpv6-relay': 1800, 'dhcp-server': 900 };
  const follows = [...device.profiles.values()].filter((profile) => groupsOf(profile, device).includes(group));
  const boards = [...device.locations.values()].some((location) => boardFollows(location, group));
  return Math.max(
    600,
    boards ? 1500 : 0,
    ...follows.flatMap((profile) => profile.services.map((service) => figures[nameKey(service.value)] ?? 0)),
  );
}
