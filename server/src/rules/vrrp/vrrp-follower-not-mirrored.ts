// A group that follows a management group takes its role and sends no adverts. So its counterpart has to follow as well, and the
// management group of the other device that answers the first one: else each device decides by itself who serves the users.
import { managementGroupOf } from '../../model/services/bindings';
import { groupPairOf } from '../../model/pairing/matching';
import { virtualRouters } from '../../model/pairing/changed-groups';
import { isHotBackup, type GroupPair, type Pair, type Side } from '../../model/pairing/pair';
import { groupName, membersOf, type Member } from '../../model/vrrp/member';
import { eachOf, pairRule, type RawFinding } from '../../diagnostics/rule';
import { exampleDevice } from '../testing/example-pair';

export default pairRule<undefined>({
  id: 'vrrp-follower-not-mirrored',
  requirement: 'HB-X-V-FOLLOWER',
  title: 'A group follows a management group, its counterpart does not follow the same one',
  severity: 'warning',
  why: 'The two devices decide apart: both serve the users, or after a fault neither does. A follower sends no adverts, so nothing corrects it.',
  guide: ['sister pages of the guide'],
  ...eachOf(virtualRouters, ofFollowers),
  examples: [
    {
      title: 'One follows, the other decides for itself',
      config:
        exampleDevice('DeviceA', 1, {
          rest: follower(
            1,
            `
         vrrp vrid 20 track admin-vrrp interface GigabitEthernet0/1/2 vrid 1`,
          ),
        }) +
        exampleDevice('DeviceB', 2, {
          rest: follower(
            2,
            '',
            `
                   ^^ DeviceB: VRRP group 20 sends adverts, but on DeviceA follows a management group and sends none: both may be master, or none`,
          ),
        }),
    },
    {
      title: "Two groups that are not each other's counterpart",
      config:
        exampleDevice('DeviceA', 1, {
          rest:
            follower(
              1,
              `
         vrrp vrid 20 track admin-vrrp interface GigabitEthernet0/1/2 vrid 1`,
            ) + management(1),
        }) +
        exampleDevice('DeviceB', 2, {
          rest:
            follower(
              2,
              `
         vrrp vrid 20 track admin-vrrp interface GigabitEthernet0/1/4 vrid 2
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: VRRP group 20 follows group 2, not the counterpart of 1 on DeviceA: the two roles drift apart`,
            ) + management(2),
        }),
    },
    {
      title: 'Both follow the same one, or one that is in neither file',
      config:
        exampleDevice('DeviceA', 1, {
          rest: follower(
            1,
            `
         vrrp vrid 20 track admin-vrrp interface GigabitEthernet0/1/2 vrid 1`,
          ),
        }) +
        exampleDevice('DeviceB', 2, {
          rest: follower(
            2,
            `
         vrrp vrid 20 track admin-vrrp interface GigabitEthernet0/1/2 vrid 1`,
          ),
        }),
    },
  ],
});

/** The management group that this member follows, with its counterpart; `elsewhere` where the files do not hold it. */
function adminOf(pair: Pair, group: GroupPair, side: Side): GroupPair | 'elsewhere' | undefined {
  if (!group[side].follows) return undefined;
  const admin = managementGroupOf(pair[side], group[side]);
  return (admin && groupPairOf(pair, admin)) ?? 'elsewhere';
}

function* ofFollowers(pair: Pair, group: GroupPair): Iterable<RawFinding<undefined>> {
  if (!group.a.follows && !group.b.follows) return;
  const { a, b } = membersOf(pair, group);
  const [ofA, ofB] = [adminOf(pair, group, 'a'), adminOf(pair, group, 'b')];
  if (a.device.firewall || b.device.firewall || (!ofA && !ofB) || !group.a.exists || !group.b.exists) return;
  const severity = [group, ofA, ofB].some((item) => item && item !== 'elsewhere' && isHotBackup(item))
    ? ('warning' as const)
    : ('information' as const);
  if (!ofA || !ofB) {
    const [alone, follower] = ofA ? ([b, a] as const) : ([a, b] as const);
    const line = follower.group.follows!;
    yield {
      at: alone.group.at,
      severity,
      message: `${alone.device.name}: ${groupName(alone.group)} sends adverts, but on ${follower.device.name} follows a management group and sends none: both may be master, or none`,
      peer: {
        at: line.line,
        message: `${follower.device.name}: ${groupName(follower.group)} follows a management group, on ${alone.device.name} not: both may be master, or none`,
      },
      facts: undefined,
    };
  } else if (ofA !== 'elsewhere' && ofB !== 'elsewhere' && ofA !== ofB) {
    const say = (self: Member, other: Member) =>
      `${self.device.name}: ${groupName(self.group)} follows group ${self.group.follows!.vrid.value}, not the counterpart of ${other.group.follows!.vrid.value} on ${other.device.name}: the two roles drift apart`;
    yield {
      at: group.b.follows!.at,
      severity,
      message: say(b, a),
      peer: { at: group.a.follows!.at, message: say(a, b) },
      facts: undefined,
    };
  }
}

/** For each side the pair of management groups by its member there. */
function follower(own: 1 | 2, track: string, below = ''): string {
  return `
        #
        interface GigabitEthernet0/1/3
         ip address 10.2.2.${own} 255.255.255.0
         vrrp vrid 20 virtual-ip 10.2.2.254${below}${track}`;
}

function management(own: 1 | 2): string {
  return `
        #
        interface GigabitEthernet0/1/4
         ip address 10.3.3.${own} 255.255.255.0
         vrrp vrid 2 virtual-ip 10.3.3.254
         admin-vrrp vrid 2`;
}
