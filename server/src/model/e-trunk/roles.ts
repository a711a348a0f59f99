// Which of two Eth-Trunks in an E-Trunk forwards: the lower priority, then the smaller system ID of the device, which is in no file;
// or what `e-trunk mode` sets by hand.
import type { ETrunkMode, Interface } from '../device';
import { isUp } from '../interface-state';
import { other, type Pair, type Side } from '../pairing/pair';
import type { Role } from '../vrrp/roles';
import type { ETrunkMember, ETrunkPair } from './e-trunk-pairs';
import { eTrunkDeafness } from './hearing';
import { revertDelay } from './timers';

const defaultPriority = 100;

/** The lower one is master. */
export function eTrunkPriority({ priority }: ETrunkPair['a']): number {
  return priority?.value ?? defaultPriority;
}

/** The device that is meant to be master; undefined at equal priorities, where the system ID decides. */
export function preferredDevice({ a, b }: ETrunkPair): Side | undefined {
  const difference = eTrunkPriority(a) - eTrunkPriority(b);
  if (difference === 0) return undefined;
  return difference < 0 ? 'a' : 'b';
}

/** `auto` where nothing is written. */
export function modeOf(member: Interface | undefined): ETrunkMode {
  return member?.eTrunkMode?.value ?? 'auto';
}

/** Both forward at any time, by intent. */
export function isActiveActive({ a, b }: ETrunkMember): boolean {
  return modeOf(a) === 'force-master' && modeOf(b) === 'force-master';
}

/** What one device brings in. */
export interface ETrunkCandidate {
  readonly alive: boolean;
  /** Its Eth-Trunk is up. */
  readonly linkUp: boolean;
  readonly mode: ETrunkMode;
  /** The E-Trunk of this device outranks that of the other; undefined where no file tells. */
  readonly preferred: boolean | undefined;
  /** It takes its role back from a living master. */
  readonly reverts: boolean;
}

/** The role that an Eth-Trunk comes to when nothing changes any more. At equal priorities, and without a way back, no file tells it. */
export function steadyRole(self: ETrunkCandidate, peer: ETrunkCandidate, hearEachOther: boolean): Role {
  if (!self.alive || !self.linkUp) return 'initialize';
  if (self.mode === 'force-backup') return 'backup';
  if (self.mode === 'force-master') return 'master';
  if (!peer.alive || !hearEachOther || !peer.linkUp) return 'master';
  if (self.preferred === undefined) return 'unknown';
  const reverts = self.preferred ? self.reverts : peer.reverts;
  if (!reverts && peer.mode === 'auto') return 'unknown';
  return self.preferred ? 'master' : 'backup';
}

/** As the files stand: what is shut down is down, and nothing else has failed. */
export function eTrunkRolesAtRest(pair: Pair, member: ETrunkMember): Readonly<Record<Side, Role>> {
  const hearing = eTrunkDeafness(pair, member.eTrunk) === undefined;
  const [a, b] = [candidateAtRest(pair, member, 'a'), candidateAtRest(pair, member, 'b')];
  return { a: steadyRole(a, b, hearing), b: steadyRole(b, a, hearing) };
}

function candidateAtRest(pair: Pair, member: ETrunkMember, side: Side): ETrunkCandidate {
  const port = member[side];
  const preferred = preferredDevice(member.eTrunk);
  return {
    alive: true,
    linkUp: port !== undefined && isUp(pair[side], port.key),
    mode: modeOf(port),
    preferred: preferred === undefined ? undefined : preferred !== other(side),
    reverts: revertDelay(member.eTrunk[side]) !== undefined,
  };
}
