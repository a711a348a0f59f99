// What a virtual router that only one device has would hold on the other: the priority that makes it the other role, and the
// delay that a master waits. A tracked fault of the master must take it below the backup.
import type { Device, Group } from '../model/device';
import { boardFollows, groupsOf } from '../model/services/bindings';
import { boardRefill, refillFigure } from '../model/services/refill';
import { preemptDelay } from '../model/vrrp/timers';
import { writtenPriority } from '../model/vrrp/priority';
import type { Member } from '../model/vrrp/member';

/** Values that belong to a role and not to a device, such as the priority of the master. */
export interface RoleValues {
  readonly priority: number;
  /** Seconds; absent on a backup, which takes over at once. */
  readonly delay?: number;
}

/** For a group of `device` that its peer lacks. */
export function roleValues(device: Device, group: Group): RoleValues {
  const own = writtenPriority(group);
  const reduced = Math.min(...group.tracks.flatMap((track) => (track.reduced ? [track.reduced.value] : [])));
  const gap = Number.isFinite(reduced) ? Math.max(1, reduced - 10) : undefined;
  if (isMaster({ device, group })) return { priority: backupPriority(own, gap) };
  return {
    priority: Math.min(254, gap !== undefined ? own + gap : Math.max(120, own + 20)),
    delay: delayOf(device, group),
  };
}

/** Below the master's, by less than what a tracked fault takes away; the default of 100 where that is below. */
function backupPriority(master: number, gap: number | undefined): number {
  if (gap !== undefined) return Math.max(1, master - gap);
  return master > 100 ? 100 : Math.max(1, master - 20);
}

/** Only a master waits before it takes the role: the guide asks it of the master, and of the backup not to. */
function isMaster(member: Member): boolean {
  return (preemptDelay(member) ?? 0) > 0;
}

/** What the guide or the vendor's examples give for the service; the longest where a group carries several. */
function delayOf(device: Device, group: Group): number {
  const follows = [...device.profiles.values()].filter((profile) => groupsOf(profile, device).includes(group));
  const boards = [...device.locations.values()].some((location) => boardFollows(location, group));
  return Math.max(
    generous,
    boards ? boardRefill.seconds : 0,
    ...follows.flatMap((profile) =>
      profile.services.map(({ value }) => (value === 'dhcp-server' ? leases : refillFigure(value).seconds)),
    ),
  );
}

/** The vendor's example for ARP; enough where no source has a figure. */
const generous = 600;

/** A DHCP server needs more than its figure where its pool is large, and nobody has said how large the peer's is. */
const leases = 900;
