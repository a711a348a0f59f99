// Who is master of a virtual router: the one that is meant to be, and the one that is, as the files stand.
import { isUp } from '../interface-state';
import { managementGroupOf } from '../services/bindings';
import { groupPairOf } from '../pairing/matching';
import { isHotBackup, other, type GroupPair, type Pair, type Side } from '../pairing/pair';
import { isOwner } from './addresses';
import { electsItself, isOneRouter, membersOf, type Member } from './member';
import { priorityOf, reducedPriority } from './priority';
import { hearEachOther } from './hearing';
import { preemptDelay } from './timers';
import { trackedFaults, type TrackedFaults } from './tracking';

/** `unknown`: exactly one of the two is master, and no file says which. */
export type Role = 'master' | 'backup' | 'initialize' | 'unknown';

/**
 * The device that is meant to be master of a group: the one of the higher priority, which the address owner has, whatever has failed
 * (docs/decisions/preempt-delay-by-service.md); undefined at equal priorities. A group that follows a management group has the
 * master of that one.
 */
export function intendedMaster(pair: Pair, group: GroupPair): Side | undefined {
  const leading = leadingGroup(pair, group);
  if (!leading) return undefined;
  const { a, b } = membersOf(pair, leading);
  const [ofA, ofB] = [priorityOf(a), priorityOf(b)];
  if (ofA === ofB) return undefined;
  return ofA > ofB ? 'a' : 'b';
}

/** The group whose election decides the roles: the group itself, or the management group that it follows on both devices. */
export function leadingGroup(pair: Pair, group: GroupPair, depth = 0): GroupPair | undefined {
  if (!group.a.follows && !group.b.follows) return group;
  const [a, b] = [managementGroupOf(pair.a, group.a), managementGroupOf(pair.b, group.b)];
  const found = a && groupPairOf(pair, a);
  return found && found.b === b && depth < 4 ? leadingGroup(pair, found, depth + 1) : undefined;
}

/** What one member brings into the election. */
export interface Candidate {
  /** It takes part in the protocol. */
  readonly runs: boolean;
  /** Its role while it does not. */
  readonly resting: Role;
  readonly priority: number;
  /** It takes the role from a living master of lower priority. */
  readonly preempts: boolean;
}

/**
 * The roles that two members come to when all has settled (RFC 9568 6.4). At equal priorities, and where the higher one does not
 * preempt, whichever came up first stays master.
 */
export function elected(a: Candidate, b: Candidate, hearEachOther: boolean): Readonly<Record<Side, Role>> {
  const roleOf = (self: Candidate, peer: Candidate): Role => {
    if (!self.runs) return self.resting;
    if (!peer.runs || !hearEachOther) return 'master';
    if (self.priority === peer.priority) return 'unknown';
    const higher = self.priority > peer.priority ? self : peer;
    if (!higher.preempts) return 'unknown';
    return self.priority > peer.priority ? 'master' : 'backup';
  };
  return { a: roleOf(a, b), b: roleOf(b, a) };
}

/** Why the roles are what they are. */
export type RoleCause = 'priorities' | 'interface-down' | 'vrid' | 'unheard';

/** Who is master when nothing has failed, as far as the files decide it. */
export interface RolesAtRest {
  readonly roles: Readonly<Record<Side, Role>>;
  /** With what tracked objects that are down take off. */
  readonly priorities: Readonly<Record<Side, number>>;
  readonly cause: RoleCause;
  /** The group whose election it is: another one where the group follows. */
  readonly of: GroupPair;
}

/** The roles as the files stand: what is shut down is down, and nothing else has failed. Undefined where the files do not tell. */
export function rolesAtRest(pair: Pair, group: GroupPair): RolesAtRest | undefined {
  const of = leadingGroup(pair, group);
  if (!of || !of.a.exists || !of.b.exists || pair.a.firewall || pair.b.firewall) return undefined;
  const members = membersOf(pair, of);
  const faults = { a: faultsAtRest(pair, 'a', members.a), b: faultsAtRest(pair, 'b', members.b) };
  const candidate = (side: Side): Candidate => ({
    runs: isUp(pair[side], of[side].interfaceKey) && !faults[side].linkLost,
    resting: of[side].admin?.ignoreIfDown ? 'master' : 'initialize',
    priority: reducedPriority(members[side], faults[side].down),
    preempts: preemptDelay(members[side]) !== undefined,
  });
  const [a, b] = [candidate('a'), candidate('b')];
  const oneRouter = isOneRouter(of.a, of.b);
  const hear = oneRouter && hearEachOther(members.a, members.b);
  const led = elected(a, b, hear);
  const roleOf = (side: Side): Role =>
    of === group || isUp(pair[side], group[side].interfaceKey) ? led[side] : 'initialize';
  return {
    roles: { a: roleOf('a'), b: roleOf('b') },
    priorities: { a: a.priority, b: b.priority },
    cause: causeOf(a.runs && b.runs, oneRouter, hear),
    of,
  };
}

function causeOf(bothRun: boolean, oneRouter: boolean, hear: boolean): RoleCause {
  if (!bothRun) return 'interface-down';
  if (!oneRouter) return 'vrid';
  return hear ? 'priorities' : 'unheard';
}

/** The one device that is master as the files stand; undefined where both are, none is, or no file says which. */
export function masterAtRest(pair: Pair, group: GroupPair): Side | undefined {
  const roles = rolesAtRest(pair, group)?.roles;
  if (!roles || (roles.a === 'master') === (roles.b === 'master')) return undefined;
  return roles.a === 'master' ? 'a' : 'b';
}

function faultsAtRest(pair: Pair, side: Side, { device, group }: Member): TrackedFaults {
  const peer = pair[other(side)];
  return trackedFaults(device, group, {
    interfaceUp: (key) => isUp(device, key),
    boardUp: () => true,
    peerGone: (address) => {
      const owners = peer.addresses.get(address);
      return owners !== undefined && owners.every(({ interface: on }) => !isUp(peer, on.key));
    },
  });
}

/** A hot-backup group of which one device is meant to be master. */
export interface MeantRoles {
  readonly group: GroupPair;
  readonly master: Member;
  readonly backup: Member;
}

/**
 * The roles that the files mean the two devices to have in a hot-backup group: advice on priorities and delays is for these alone
 * (docs/decisions/preempt-delay-by-service.md). Undefined where no device is meant, and where one owns the address: it is
 * master whatever is advised.
 */
export function meantRoles(pair: Pair, group: GroupPair): MeantRoles | undefined {
  const { a, b } = membersOf(pair, group);
  if (!isHotBackup(group) || !electsItself(a) || !electsItself(b) || isOwner(a) || isOwner(b)) return undefined;
  const side = intendedMaster(pair, group);
  if (side === undefined) return undefined;
  return side === 'a' ? { group, master: a, backup: b } : { group, master: b, backup: a };
}
