// What gives roles to the devices of a pair, as the rehearsal plays it: groups that two devices share, groups of hot backup that only
// one device has, groups that copy the role of a management group, and Eth-Trunks in an E-Trunk.
import type { Group } from '../../model/device';
import type { ETrunkMember } from '../../model/e-trunk/e-trunk-pairs';
import { isHotBackup, type GroupPair, type Pair, type Side } from '../../model/pairing/pair';
import { findGroup, groupsOf } from '../../model/services/bindings';
import { locationsByGroup } from '../../model/services/translated-groups';
import type { Carrier, Members } from './carrier';
import { carriersOf } from './carriers';
import { eTrunkActors } from './e-trunk-actors';
import type { ETrunkSettings } from './e-trunk-election';
import { bySide, sides } from './names';
import { isOurs } from './topology';

/** What has a role in the rehearsal: a virtual router or an E-Trunk, with its users. */
export interface Actor {
  /** Null where an E-Trunk gives the roles, as the number of the group is. */
  readonly family: 4 | 6 | null;
  readonly vrid: number | null;
  /** Present where an E-Trunk gives the roles. */
  readonly eTrunk?: ETrunkPart;
  /** What has the role on each device: the VRRP group or the Eth-Trunk; absent on a device that has none. */
  readonly ends: Readonly<Partial<Record<Side, RoleEnd>>>;
  /** The VRRP groups; empty where an E-Trunk gives the roles. */
  readonly groups: Members;
  /** Absent for a group that only one device has. */
  readonly paired?: GroupPair;
  readonly carriers: readonly Carrier[];
  readonly hotBackup: boolean;
  /** Numbers of the service-locations whose boards translate its users, where another group gives the boards their roles. */
  readonly boards: Readonly<Record<Side, readonly number[]>>;
  /** Index of the actor whose roles it copies. */
  readonly admin?: number;
}

/** What has a role on one device. */
export type RoleEnd = Pick<Group, 'at' | 'interfaceKey' | 'interfaceName'>;

/** An Eth-Trunk on each device that an E-Trunk ties together. */
export interface ETrunkPart {
  readonly id: number;
  /** Their names, one where both have the same. */
  readonly trunks: string;
  readonly member: ETrunkMember;
  readonly settings: Readonly<Record<Side, ETrunkSettings>>;
}

/** All actors of a pair, and the groups that cannot be rehearsed. */
export interface Cast {
  /** In file order, management groups before their followers; then what E-Trunks lead. */
  readonly actors: readonly Actor[];
  /** Groups whose roles no file tells. */
  readonly unrehearsed: readonly GroupPair[];
}

interface Candidate {
  readonly groups: Members;
  readonly paired?: GroupPair;
}

/** All that has a role on the two devices: VRRP groups and Eth-Trunks of E-Trunks. */
export function actorsOf(pair: Pair): Cast {
  const candidates: Candidate[] = [];
  const unrehearsed: GroupPair[] = [];
  for (const group of pair.groups) {
    if (!group.a.exists || !group.b.exists) continue;
    const followsOnOne = !group.a.follows !== !group.b.follows;
    if (pair.a.firewall || pair.b.firewall || followsOnOne) unrehearsed.push(group);
    else candidates.push({ groups: { a: group.a, b: group.b }, paired: group });
  }
  for (const side of sides) {
    for (const group of loneGroups(pair, side)) candidates.push({ groups: { [side]: group } });
  }
  const actors: Actor[] = [];
  for (const candidate of followersLast(candidates)) {
    const admin = adminOf(pair, candidate, actors);
    if (admin !== 'unknown') actors.push(toActor(pair, candidate, admin));
    else if (candidate.paired) unrehearsed.push(candidate.paired);
  }
  return { actors: [...actors, ...eTrunkActors(pair)], unrehearsed };
}

function memberOf({ groups }: Candidate): Group {
  return (groups.a ?? groups.b)!;
}

function followersLast(candidates: readonly Candidate[]): Candidate[] {
  return [
    ...candidates.filter((candidate) => !memberOf(candidate).follows),
    ...candidates.filter((candidate) => memberOf(candidate).follows),
  ];
}

/** Index of the management group that the candidate follows on every device that has it; absent where it follows none. */
function adminOf(pair: Pair, candidate: Candidate, actors: readonly Actor[]): number | undefined | 'unknown' {
  const member = memberOf(candidate);
  if (!member.follows) return undefined;
  const [admin, peerAdmin] = sides.map((side) => {
    const follows = candidate.groups[side]?.follows;
    const group = follows && findGroup(pair[side], follows.interfaceKey, member.family, follows.vrid.value);
    return actors.findIndex((actor) => group !== undefined && actor.groups[side] === group);
  });
  return admin === undefined || admin === -1 || admin !== peerAdmin ? 'unknown' : admin;
}

function toActor(pair: Pair, candidate: Candidate, admin: number | undefined): Actor {
  const { groups, paired } = candidate;
  const { family, vrid } = memberOf(candidate);
  const carriers = carriersOf(pair, groups, paired);
  return {
    family,
    vrid,
    ends: groups,
    groups,
    paired,
    carriers,
    hotBackup: paired ? isHotBackup(paired) : true,
    boards: bySide((side) => (groups[side] && locationsByGroup(pair, side).get(groups[side])) ?? []),
    admin,
  };
}

/** Groups that a profile or board of this pair follows on one device, and that have no counterpart on the other. */
function loneGroups(pair: Pair, side: Side): Group[] {
  const device = pair[side];
  const paired = new Set(pair.groups.map((group) => group[side]));
  const ours = [...device.profiles.values()].filter((profile) => isOurs(pair, side, profile));
  const followed = [
    ...ours.flatMap((profile) => groupsOf(profile, device)),
    ...pair.locations.flatMap(({ [side]: location }) =>
      location.group ? (findGroup(device, location.group.interfaceKey, 4, location.group.vrid.value) ?? []) : [],
    ),
  ];
  return [...new Set(followed)].filter(
    (group) => group.exists && !group.follows && !device.firewall && !paired.has(group),
  );
}
