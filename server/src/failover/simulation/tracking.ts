// What the priority of a group is worth while tracked objects are down, and which lines made it so.
import type { Track } from '../../model/device';
import type { Member } from '../../model/vrrp/member';
import { isOwner } from '../../model/vrrp/addresses';
import { reducedPriority } from '../../model/vrrp/priority';
import { trackedFaults, type Surroundings } from '../../model/vrrp/tracking';

/** The priority of a group while some of what it tracks is down. */
export interface Effective {
  readonly priority: number;
  readonly lifted: boolean;
  /** Tracks whose object is down; none of the address owner, on which they have no effect. */
  readonly down: readonly Track[];
  /** A session that watches the own link has gone: the group leaves the protocol. */
  readonly linkLost: boolean;
}

/** The priority at which a group runs while these tracked objects are down. */
export function effective(member: Member, around: Surroundings): Effective {
  const { down, linkLost } = trackedFaults(member.device, member.group, around);
  const counting = isOwner(member) ? [] : down;
  return {
    priority: reducedPriority(member, counting),
    lifted: counting.some((track) => track.increased !== undefined),
    down: counting,
    linkLost,
  };
}
