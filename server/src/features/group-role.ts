// Who is master of a virtual router as its files stand, in the words of the editor: what an inlay hint and a hover say.
import { deviceNames } from '../failover/simulation/names';
import type { Device, Group } from '../model/device';
import { other, type GroupPair, type Pair, type Side } from '../model/pairing/pair';
import { isOwner } from '../model/vrrp/addresses';
import { deafness, deafnessText } from '../model/vrrp/hearing';
import { groupName, membersOf, type Member } from '../model/vrrp/member';
import { priorityOf } from '../model/vrrp/priority';
import { rolesAtRest, type Role, type RolesAtRest } from '../model/vrrp/roles';
import type { Snapshot } from '../workspace/workspace';

/** The role of a VRRP group at rest, in words. */
export interface GroupRole {
  /** Undefined where the files do not tell. */
  readonly role: Exclude<Role, 'unknown'> | undefined;
  readonly peer: Device;
  /** What answers the group on the peer. */
  readonly peerGroup: Group;
  /** A sentence: `BRAS-North is master: priority 150 on BRAS-North, 110 on BRAS-South.` */
  readonly sentence: string;
  /** The part of it behind the colon. */
  readonly reason: string;
}

/** Of a group of the snapshot's device; undefined where no device answers the group. */
export function groupRole(snapshot: Snapshot, group: Group): GroupRole | undefined {
  for (const pair of snapshot.peers) {
    const side: Side = pair.a.file === snapshot.file ? 'a' : 'b';
    const found = pair.groups.find((couple) => couple[side] === group);
    if (found) return roleIn(pair, found, side);
  }
  return undefined;
}

function roleIn(pair: Pair, group: GroupPair, side: Side): GroupRole {
  const far = other(side);
  const rest = rolesAtRest(pair, group);
  const reason = rest ? reasonOf(pair, group, rest, side) : unknownReason(pair, group, side);
  const role = rest?.roles[side];
  return {
    role: role === 'unknown' ? undefined : role,
    peer: pair[far],
    peerGroup: group[far],
    reason,
    sentence: `${rest ? headOf(pair, rest) : 'The files do not tell who is master'}: ${reason}.`,
  };
}

function headOf(pair: Pair, { roles }: RolesAtRest): string {
  if (roles.a === 'unknown') return 'The files do not tell who is master';
  if (roles.a === 'master' && roles.b === 'master') return 'Both devices are master';
  if (roles.a === 'master' || roles.b === 'master')
    return `${deviceNames(pair)[roles.a === 'master' ? 'a' : 'b']} is master`;
  return 'Neither device is master';
}

function reasonOf(pair: Pair, group: GroupPair, { roles, priorities, cause, of }: RolesAtRest, side: Side): string {
  const following = of === group ? '' : `follows ${groupName(of[side])} on ${of[side].interfaceName}; `;
  const sides = [side, other(side)] as const;
  const members = membersOf(pair, of);
  const named = deviceNames(pair);
  switch (cause) {
    case 'interface-down': {
      const down = sides.filter((each) => roles[each] !== 'master' && roles[each] !== 'backup');
      const kept = sides.filter((each) => !down.includes(each));
      const names = (list: readonly Side[]) => list.map((each) => named[each]).join(' and ');
      return down.length > 0
        ? `${following}${of[side].interfaceName} of ${names(down)} is down as its file stands`
        : `${following}the interface of a management group is down and ignored on ${names(kept)}`;
    }
    case 'vrid':
      return `${following}${sides.map((each) => `VRID ${of[each].vrid} on ${named[each]}`).join(', ')}`;
    case 'unheard':
      return unheardReason(members[side], members[other(side)]);
    case 'priorities': {
      const text = (each: Side) => `${priorities[each]}${noteOn(members[each], priorities[each])} on ${named[each]}`;
      return `${following}priority ${sides.map(text).join(', ')}${roles.a === 'unknown' ? whyOpen(priorities) : ''}`;
    }
  }
}

function whyOpen({ a, b }: RolesAtRest['priorities']): string {
  const why = a === b ? 'equal' : 'the higher one does not preempt';
  return `: ${why}, and whichever came up first stays master`;
}

function unheardReason(self: Member, peer: Member): string {
  const why = deafness(self, peer);
  return why ? deafnessText(self, peer, why) : 'they do not hear each other';
}

function noteOn(member: ReturnType<typeof membersOf>['a'], priority: number): string {
  if (isOwner(member)) return ' (it owns the address)';
  if (priority !== priorityOf(member)) return ` (${priorityOf(member)} before what it tracks went down)`;
  return member.group.priority ? '' : ' (the default)';
}

function unknownReason(pair: Pair, group: GroupPair, side: Side): string {
  const firewall = [pair.a, pair.b].find((device) => device.firewall);
  if (firewall) return `${firewall.name} is a firewall, and its roles come from HRP`;
  const { follows } = group[side];
  return follows
    ? `the management group ${follows.vrid.value} that it follows is not one on both devices`
    : 'the group is not configured on both devices';
}
