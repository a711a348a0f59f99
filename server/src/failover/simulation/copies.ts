// Which device holds which entries of the users: a copy is filled by the master over a path that is up, and stops where the path
// or the role is lost.
import { isActiveActive } from '../../model/e-trunk/roles';
import { other, type Side } from '../../model/pairing/pair';
import type { Carrier } from './carrier';
import { worth, type Copy } from './entry-copy';
import { pathUp } from './entry-paths';
import type { CopyChange } from './history';
import { bySide, sides } from './names';
import type { Role } from './rehearsal';
import { rolesOf, type PlayedActor, type Run } from './run';
import { boardUp, type World } from './world';

/** The copies before the first event: what a working path has brought over until then. */
export function startCopies(run: Run, played: PlayedActor): void {
  const { carriers } = played.actor;
  played.seenRoles = rolesOf(run, played);
  const { seenRoles } = played;
  const master = sides.find((side) => seenRoles[side] === 'master');
  played.split = seenRoles.a === 'master' && seenRoles.b === 'master';
  played.copies = carriers.map((carrier) => {
    const flows = pathUp(run, carrier) && carrier.faults.length === 0;
    return bySide((side): Copy => {
      const isFilled = flows && (master !== undefined || seenRoles[side] === 'unknown');
      const isOwn = seenRoles[side] === 'master' && !isShared(played.actor);
      return { quality: isOwn || isFilled ? 'fresh' : 'none', since: 0 };
    });
  });
  if (!played.split) played.lastMaster = carriers.map(() => master);
}

/** Brings the copies of one actor up to this second; `changed` is called for each whose quality is another now. */
export function updateCopies(
  run: Run,
  played: PlayedActor,
  roles: Readonly<Record<Side, Role>>,
  at: number,
  changed: (change: Omit<CopyChange, 'cause'>) => void,
): void {
  const leading = sides.filter((side) => roles[side] === 'master');
  const healed = played.split && leading.length === 1 && roles[other(leading[0]!)] === 'backup';
  const unknown = roles.a === 'unknown' && roles.b === 'unknown';
  played.actor.carriers.forEach((carrier, index) => {
    // A master whose board is gone sees nothing new.
    const masters = leading.filter((side) => hasBoard(run.world, side, carrier));
    const flows = carrier.faults.length === 0 && pathUp(run, carrier);
    const previous = played.copies[index]!;
    const lastMaster = played.lastMaster[index];
    const shared = isShared(played.actor);
    const filling: Filling = { carrier, masters, flows, healed, unknown, shared, lastMaster, at };
    const next = bySide((side) => nextCopy(run.world, side, previous[side], filling));
    for (const side of sides) {
      const { quality } = next[side];
      if (quality !== previous[side].quality) changed({ carrier: index, side, at, quality });
    }
    played.copies[index] = next;
    if (masters.length > 0) played.lastMaster[index] = masters.length === 1 ? masters[0] : undefined;
  });
  played.split = leading.length === 2;
}

/** Who fills the copies of one carrier, and over what. */
interface Filling {
  readonly carrier: Carrier;
  readonly masters: readonly Side[];
  /** Entries pass between the devices. */
  readonly flows: boolean;
  /** Of two masters one has just stepped back. */
  readonly healed: boolean;
  /** One of the two is master, and no file says which. */
  readonly unknown: boolean;
  /** Both serve users by intent, and each copies to the other what it learns. */
  readonly shared: boolean;
  readonly lastMaster: Side | undefined;
  readonly at: number;
}

function nextCopy(world: World, side: Side, copy: Copy, filling: Filling): Copy {
  const { carrier, masters, flows, healed, at } = filling;
  if (world.dead.has(side) || !hasBoard(world, side, carrier))
    return copy.quality === 'none' ? copy : { quality: 'none', since: at };
  if (filling.shared) return nextShared(side, copy, filling);
  if (masters.includes(side)) {
    // What the other side of a partitioned LAN has seen in the meantime is not here.
    if (healed) return { quality: carrier.faults.length === 0 ? 'stale' : 'incomplete', since: at };
    return interrupted(copy, filling);
  }
  if (masters.length === 1) {
    // The old master has seen all there was until now.
    if (filling.lastMaster === side && copy.quality !== 'none')
      return { quality: flows ? 'fresh' : 'stale', since: at };
    if (healed && copy.quality !== 'none') {
      if (flows) return { quality: 'refilling', since: at, before: 'stale' };
      return { quality: 'stale', since: at };
    }
    return filledOverPath(copy, filling);
  }
  if (filling.unknown) return filledOverPath(copy, filling);
  // Without a master nothing new comes up that a copy could lack.
  return interrupted(copy, filling);
}

/** What the other device learns is missing here once nothing passes any more; where it does not forward it learns nothing. */
function nextShared(side: Side, copy: Copy, filling: Filling): Copy {
  if (filling.flows || filling.masters.includes(other(side))) return filledOverPath(copy, filling);
  return interrupted(copy, filling);
}

/** The copy of a backup: refilled while entries pass, stale from when they no longer do. */
function filledOverPath(copy: Copy, filling: Filling): Copy {
  const { flows, at } = filling;
  if (!flows) return copy.quality === 'fresh' ? { quality: 'stale', since: at } : interrupted(copy, filling);
  if (copy.quality === 'fresh' || copy.quality === 'refilling') return copy;
  return { quality: 'refilling', since: at, before: copy.quality };
}

/** A refill ends where it is. */
function interrupted(copy: Copy, { carrier, at }: Filling): Copy {
  if (copy.quality !== 'refilling') return copy;
  const wasCurrent = worth(copy, carrier, at) === 'fresh' || copy.before === 'stale';
  return { quality: wasCurrent ? 'stale' : 'incomplete', since: at };
}

/** Of users that both devices serve, each needs the entries of the other. */
function isShared({ eTrunk }: PlayedActor['actor']): boolean {
  return eTrunk !== undefined && isActiveActive(eTrunk.member);
}

function hasBoard(world: World, side: Side, carrier: Carrier): boolean {
  return carrier.location === undefined || boardUp(world, side, carrier.location);
}
