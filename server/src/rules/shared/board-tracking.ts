// Whether a VRRP group hears of a broken service board.
import type { Device, Group } from '../../model/device';
import { trackedLocations } from '../../model/services/service-boards';
import { hasUnread } from './unread-values';

/** True where the group plays a role of its own and provably tracks no board of that service-location. */
export function ignoresBoard(device: Device, group: Group, location: number): boolean {
  if (!group.exists || group.follows || hasUnread({ device, group }, 'track')) return false;
  // A tracked number that no service-location has is a typo in that number, and a finding of its own.
  return !trackedLocations(group).some(({ value }) => value === location || !device.locations.has(value));
}
