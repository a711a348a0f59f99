// What a virtual router weighs in the election of the master: the written priority, and what ownership and tracked faults make of it.
import type { Group, Track } from '../device';
import { isOwner } from './addresses';
import type { Member } from './member';

/** The priority of a group that has no line for it (RFC 9568 6.1; CLI reference, priority). */
export const defaultPriority = 100;

/** The priority of the address owner, which no line can give (RFC 9568 5.2.4). */
export const ownerPriority = 255;

/** What the lines give the group, 1-254; they count for nothing on the address owner. */
export function writtenPriority(group: Group): number {
  return group.priority?.value ?? defaultPriority;
}

/** The priority with which the member runs while nothing that it tracks has failed. */
export function priorityOf(member: Member): number {
  return isOwner(member) ? ownerPriority : writtenPriority(member.group);
}

/**
 * The priority while these tracked objects are down: each takes off what its line reduces, or adds what it increases, within 1-254
 * (CLI reference, track interface). Tracks do nothing to the owner.
 */
export function reducedPriority(member: Member, down: readonly Track[]): number {
  if (isOwner(member)) return ownerPriority;
  const change = down.reduce((sum, track) => sum + (track.increased?.value ?? 0) - (track.reduced?.value ?? 0), 0);
  return Math.min(254, Math.max(1, writtenPriority(member.group) + change));
}

/** `priority 100 by default` for a message. */
export function priorityText(group: Group): string {
  return `priority ${writtenPriority(group)}${group.priority ? '' : ' by default'}`;
}
