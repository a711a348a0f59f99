// Users that no backup profile protects, although the pair backs up others.
import type { Device, Group, Interface } from '../../model/device';
import { isHotBackup, type Pair, type Side } from '../../model/pairing/pair';
import { boardFollows, groupsOf } from '../../model/services/bindings';
import { evidence } from '../simulation/evidence';
import { sides } from '../simulation/names';
import type { Evidence } from '../simulation/rehearsal';

/** Interfaces with users, or with a gateway for them, that no profile protects. */
export function unprotected(pair: Pair): Evidence[] {
  if (!pair.groups.some(isHotBackup) && pair.profiles.length === 0) return [];
  return sides.flatMap((side) => {
    const device = pair[side];
    return unprotectedOn(pair, side).map((found) =>
      evidence(found.at, `${device.name}: no backup profile protects the users of ${found.name}`, '000 step 5.2'),
    );
  });
}

function unprotectedOn(pair: Pair, side: Side): Interface[] {
  const device = pair[side];
  const followed = new Set([...device.profiles.values()].flatMap((profile) => groupsOf(profile, device)));
  const hasBoundPool = device.pools.some((pool) => pool.profiles.length > 0);
  return [...device.interfaces.values()].filter(
    (candidate) =>
      candidate.profiles.length === 0 &&
      !isControl(device, candidate, followed) &&
      servesUsers(pair, side, candidate, followed, hasBoundPool),
  );
}

/** A control sub-interface carries the group of users that are bound beside it. */
function isControl(device: Device, candidate: Interface, followed: ReadonlySet<Group>): boolean {
  if (!candidate.groups.some((group) => followed.has(group))) return false;
  return [...device.interfaces.values()].some(
    (neighbour) => neighbour.profiles.length > 0 && neighbour.mainKey === candidate.mainKey,
  );
}

function servesUsers(
  pair: Pair,
  side: Side,
  candidate: Interface,
  followed: ReadonlySet<Group>,
  hasBoundPool: boolean,
): boolean {
  if (candidate.relay.length > 0) return true;
  if (candidate.dhcpServer !== undefined && !hasBoundPool) return true;
  return candidate.groups.some(
    (group) =>
      group.exists &&
      !followed.has(group) &&
      !group.admin &&
      !group.follows &&
      !pair.locations.some((location) => boardFollows(location[side], group)),
  );
}
