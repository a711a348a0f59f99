// Whether entries can pass between the devices now: over the channel or the boards of a carrier, and the interfaces they stand on.
import type { Side } from '../../model/pairing/pair';
import type { Carrier } from './carrier';
import { sides } from './names';
import { rolesOf, type Run } from './run';
import { boardUp, interfaceUp, isParted } from './world';

/** Both devices live, nothing cuts the path, and an interface on which each end stands is up. */
export function pathUp(run: Run, carrier: Carrier): boolean {
  const { world } = run;
  if (world.cut.has('path') || world.dead.size > 0) return false;
  return sides.every(
    (side) =>
      !world.cut.has(side) &&
      (carrier.location === undefined || boardUp(world, side, carrier.location)) &&
      (carrier.ends[side].length === 0 || carrier.ends[side].some((key) => endUp(run, side, key))),
  );
}

function endUp(run: Run, side: Side, key: string): boolean {
  return interfaceUp(run.world, side, key) && !isParted(run.world, side, key) && !flowsDown(run, side, key);
}

/** The interface of a follower goes down where its management group is not master, unless `unflowdown` is written. */
function flowsDown(run: Run, side: Side, key: string): boolean {
  return run.flowDownFollowers.some((follower) => {
    const group = follower.actor.groups[side];
    if (follower.actor.admin === undefined || group?.interfaceKey !== key || group.follows!.unflowdown) return false;
    const role = rolesOf(run, follower)[side];
    return role !== 'master' && role !== 'unknown';
  });
}
