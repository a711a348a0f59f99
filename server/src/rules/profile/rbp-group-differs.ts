// One profile on two devices follows one virtual router. Where the one follows another group than the other, a line was copied, or
// two backup-ids were exchanged (docs/decisions/matching-objects.md).
import type { Device, Group, Rbp } from '../../model/device';
import { matchedProfiles } from '../../model/pairing/changed-profiles';
import { profilePairOf } from '../../model/pairing/matching';
import type { Pair, ProfilePair } from '../../model/pairing/pair';
import { comparePlaces } from '../../model/place';
import { followersOf, groupsOf, type GroupRole } from '../../model/services/bindings';
import { otherGroup, type OtherGroup } from '../../model/services/followed-groups';
import { groupName } from '../../model/vrrp/member';
import { replace } from '../../edits/config-edits';
import { eachOf, pairRule, type Fix, type RawFinding } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

interface Followed {
  readonly kind: 'followed';
  readonly ends: readonly {
    readonly device: Device;
    readonly profile: Rbp;
    readonly group: Group;
    readonly wanted?: Group;
  }[];
}

interface Exchanged {
  readonly kind: 'exchanged';
  readonly ends: readonly { readonly device: Device; readonly first: Rbp; readonly second: Rbp }[];
}

type Facts = Followed | Exchanged;

export default pairRule<Facts>({
  id: 'rbp-group-differs',
  requirement: 'HB-RBP-GROUP',
  title: 'A profile follows another group than its counterpart on the other device',
  severity: 'error',
  why: 'The roles of the two profiles come from different virtual routers: the device that becomes master has no entries of these users.',
  guide: ['000 step 3.3'],
  ...eachOf(matchedProfiles, ofProfiles, { isShared: true }),
  fix: (facts) => (facts.kind === 'exchanged' ? exchangeFixes(facts) : followFixes(facts)),
  examples: [
    {
      title: 'The line of the other profile was copied',
      config:
        device('DeviceA', 1, [10, 1], [20, 2]) +
        device(
          'DeviceB',
          2,
          [10, 2],
          [20, 2],
          `
                 ^ DeviceB: RBP p10 follows VRRP group 2, p10 of DeviceA group 1: the new master has no entries of the users; follow one group`,
        ) +
        `
        fixed:${device('DeviceB', 2, [10, 1], [20, 2])}`,
    },
    {
      title: 'Two backup-ids are exchanged',
      config:
        device('DeviceA', 1, [10, 1], [20, 2]) +
        device(
          'DeviceB',
          2,
          [20, 1],
          [10, 2],
          '',
          `
                   ^^ DeviceB: backup-ids 20 and 10 of RBP p20 and p10 are swapped against DeviceA: entries go to the wrong users; exchange the two`,
        ),
    },
    {
      title: 'One profile, one group',
      config: device('DeviceA', 1, [10, 1], [20, 2]) + device('DeviceB', 2, [10, 1], [20, 2]),
    },
  ],
});

function* ofProfiles(pair: Pair, profiles: ProfilePair): Iterable<RawFinding<Facts>> {
  const other = groupsDiffer(pair, profiles);
  if (!other) return;
  const crossed = crossedWith(pair, profiles, other);
  yield crossed ? exchanged(pair, profiles, crossed) : followed(pair, profiles, other);
}

function groupsDiffer(pair: Pair, profiles: ProfilePair): OtherGroup | undefined {
  return profiles.by === 'backup-id' ? otherGroup(pair, profiles) : undefined;
}

/** The profiles that follow what these should, while these follow what those should. */
function crossedWith(pair: Pair, profiles: ProfilePair, { wantedOnB }: OtherGroup): ProfilePair | undefined {
  if (!wantedOnB) return undefined;
  const own = groupsOf(profiles.b, pair.b);
  const candidates = followersOf(wantedOnB, pair.b).flatMap((profile) => profilePairOf(pair, 'b', profile.key) ?? []);
  return candidates.find((candidate) => {
    const wanted = candidate !== profiles && groupsDiffer(pair, candidate)?.wantedOnB;
    return wanted && own.includes(wanted);
  });
}

function exchanged(pair: Pair, left: ProfilePair, right: ProfilePair): RawFinding<Facts> {
  const message = (self: Device, a: Rbp, b: Rbp, other: Device) =>
    `${self.name}: backup-ids ${a.backupId!.value} and ${b.backupId!.value} of RBP ${a.name} and ${b.name} are swapped against ${other.name}: entries go to the wrong users; exchange the two`;
  // Said of each of the two, it is one finding: the profile that stands first in the file of the second device comes first.
  const [first, second] = comparePlaces(left.b.at, right.b.at) <= 0 ? [left, right] : [right, left];
  return {
    at: first.b.backupId!.at,
    message: message(pair.b, first.b, second.b, pair.a),
    also: [{ at: second.b.backupId!.at, message: message(pair.b, second.b, first.b, pair.a) }],
    peer: { at: first.a.backupId!.at, message: message(pair.a, first.a, second.a, pair.b) },
    facts: {
      kind: 'exchanged',
      ends: [
        { device: pair.b, first: first.b, second: second.b },
        { device: pair.a, first: first.a, second: second.a },
      ],
    },
  };
}

function exchangeFixes({ ends }: Exchanged): Fix[] {
  return ends.map(({ device, first, second }) => ({
    title: `Exchange backup-ids ${first.backupId!.value} and ${second.backupId!.value} on ${device.name}`,
    edits: [
      replace(first.backupId!.at, String(second.backupId!.value)),
      replace(second.backupId!.at, String(first.backupId!.value)),
    ],
    safe: false,
  }));
}

function followed(pair: Pair, profiles: ProfilePair, other: OtherGroup): RawFinding<Facts> {
  const a = { device: pair.a, profile: profiles.a, group: other.a, wanted: other.wantedOnA };
  const b = { device: pair.b, profile: profiles.b, group: other.b, wanted: other.wantedOnB };
  // A copied line makes two profiles follow one group: that device is the wrong one.
  const ends = followersOf(a.group, a.device).length > followersOf(b.group, b.device).length ? [a, b] : [b, a];
  const [here, there] = [ends[0]!, ends[1]!];
  const message = (self: typeof a, peer: typeof a) =>
    `${self.device.name}: RBP ${self.profile.name} follows ${groupName(self.group)}, ${peer.profile.name} of ${peer.device.name} group ${peer.group.vrid}: the new master has no entries of the users; follow one group`;
  return {
    at: roleOf(here)?.vrid.at ?? here.profile.at,
    message: message(here, there),
    peer: { at: roleOf(there)?.vrid.at ?? there.profile.at, message: message(there, here) },
    facts: { kind: 'followed', ends },
  };
}

function roleOf({ profile, group }: Followed['ends'][number]): GroupRole | undefined {
  return profile.roles.find(
    (role): role is GroupRole =>
      role.kind === 'group' &&
      role.family === group.family &&
      role.vrid.value === group.vrid &&
      role.interfaceKey === group.interfaceKey,
  );
}

function followFixes({ ends }: Followed): Fix[] {
  const [here, there] = ends as readonly [Followed['ends'][number], Followed['ends'][number]];
  // Two profiles of one group beside one profile a group: the line was copied, and the other device is right.
  const isCopied = followersOf(here.group, here.device).length > followersOf(there.group, there.device).length;
  return (isCopied ? [here] : ends).flatMap((end) => {
    const role = roleOf(end);
    if (!role || !end.wanted) return [];
    return [
      {
        title: `Let ${end.profile.name} of ${end.device.name} follow ${groupName(end.wanted)} on ${end.wanted.interfaceName}`,
        edits: [replace(role.vrid.at, String(end.wanted.vrid)), replace(role.interface.at, end.wanted.interfaceName)],
        safe: false,
      },
    ];
  });
}

type IdAndGroup = readonly [id: number, vrid: number];

function device(name: string, own: 1 | 2, left: IdAndGroup, right: IdAndGroup, carets = '', idCarets = ''): string {
  const profile = ([id, vrid]: IdAndGroup, below: string, belowId: string) => `
        remote-backup-profile p${id}
         service-type arp
         backup-id ${id} remote-backup-service s1${belowId}
         vrrp-id ${vrid} interface GigabitEthernet0/1/2.${vrid}${below}
        #`;
  const group = (vrid: number) => `
        interface GigabitEthernet0/1/2.${vrid}
         ip address 10.1.${vrid}.${own} 255.255.255.0
         vrrp vrid ${vrid} virtual-ip 10.1.${vrid}.254
        #`;
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #${profile(left, carets, idCarets)}${profile(right, '', '')}${group(1)}${group(2)}`;
}
