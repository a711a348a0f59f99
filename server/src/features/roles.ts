// Who of two routers is master of a virtual router, and why, as far as the files say.
import type { Device, Group } from '../model/device';
import { priority, type GroupPair, type Side } from '../model/pairing/pair';
import type { Snapshot } from '../workspace/workspace';

/** A router whose own address is the virtual one always is master. */
export const ownerPriority = 255;

export interface Role {
  readonly role: 'master' | 'backup' | 'undecided';
  readonly group: Group;
  readonly peer: Device;
  readonly answering: Group;
  /** In words: `priority 150 against 110 on BRAS-South`. */
  readonly why: string;
}

export function isOwner(device: Device, group: Group): boolean {
  const own = device.interfaces.get(group.interfaceKey)?.addresses ?? [];
  return group.virtualIps.some((ip) => !ip.linkLocal && own.some((one) => one.prefix.address.key === ip.address.key));
}

function effectivePriority(device: Device, group: Group): number {
  return isOwner(device, group) ? ownerPriority : priority(group);
}

/** Of a group of the device of this snapshot; none where no device answers it. */
export function roleOf(snapshot: Snapshot, group: Group): Role | undefined {
  for (const pair of snapshot.peers) {
    const side: Side = pair.a.file === snapshot.file ? 'a' : 'b';
    const found = pair.groups.find((one) => one[side] === group);
    if (found) return roleIn(found, side, pair[side], pair[side === 'a' ? 'b' : 'a']);
  }
  return undefined;
}

function winner(priority: number, peerPriority: number): Role['role'] {
  if (priority > peerPriority) return 'master';
  return peerPriority > priority ? 'backup' : 'undecided';
}

function priorityText(priority: number, device: Device, group: Group): string {
  if (isOwner(device, group)) return `${priority} (it owns the address)`;
  return group.priority ? String(priority) : `${priority} (the default)`;
}

function roleIn(groups: GroupPair, side: Side, device: Device, peer: Device): Role {
  const group = groups[side];
  const answering = groups[side === 'a' ? 'b' : 'a'];
  const mine = effectivePriority(device, group);
  const theirs = effectivePriority(peer, answering);
  return {
    role: winner(mine, theirs),
    group,
    peer,
    answering,
    why: `priority ${priorityText(mine, device, group)} on ${device.name}, ${priorityText(theirs, peer, answering)} on ${peer.name}${mine === theirs ? ': equal, the higher address decides' : ''}`,
  };
}
