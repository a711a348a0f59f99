// Two boards that back each other up take their roles from one virtual router. Where a service-location follows another group than its
// counterpart, and both groups are there, the line of another location was copied.
import type { Device, Group, ServiceLocation } from '../../model/device';
import { groupPairOf } from '../../model/pairing/matching';
import type { LocationPair, Pair } from '../../model/pairing/pair';
import { groupOf, interChassis, sides } from '../../model/services/service-boards';
import { groupName } from '../../model/vrrp/member';
import { replace } from '../../edits/config-edits';
import { pairRule, type Fix } from '../../diagnostics/rule';
import { exampleBoard } from '../testing/example-board';

interface End {
  readonly device: Device;
  readonly location: ServiceLocation;
  readonly group: Group;
  /** What answers the group of the peer's location here. */
  readonly wanted?: Group;
}

export default pairRule<readonly End[]>({
  id: 'service-location-group-differs',
  requirement: 'HB-SL-GROUP',
  title: 'A service-location follows another VRRP group than its counterpart on the other device',
  severity: 'error',
  why: 'The boards take their roles from two virtual routers: both serve the users at once, or neither does.',
  guide: ['004 step 3.5'],
  *check(pair) {
    for (const location of pair.locations) {
      const ends = differingEnds(pair, location);
      if (!ends) continue;
      const [here, there] = ends;
      yield {
        at: here.location.group!.vrid.at,
        message: messageOf(here, there),
        peer: { at: there.location.group!.vrid.at, message: messageOf(there, here) },
        facts: ends,
      };
    }
  },
  fix: (ends) => (isShared(ends[0]!) && !isShared(ends[1]!) ? [ends[0]!] : ends).flatMap(follow),
  examples: [
    {
      title: 'The line of the other location was copied',
      config:
        board('DeviceA', 1, 2) +
        board(
          'DeviceB',
          2,
          1,
          `
                   ^ DeviceB: service-location 2 follows VRRP group 1 on GigabitEthernet0/1/8, on DeviceA group 2: its boards have two roles; follow one group`,
        ) +
        `
        fixed:${board('DeviceB', 2, 2)}`,
    },
    {
      title: 'One group for the location on both devices',
      config: board('DeviceA', 1, 2) + board('DeviceB', 2, 2),
    },
  ],
});

/** The end to blame first: that whose group another location of the device follows too, else that of the second device. */
function differingEnds(pair: Pair, location: LocationPair): readonly [End, End] | undefined {
  const [a, b] = sides(pair, location).map(({ side, device, location: own, peer, peerLocation }): End | undefined => {
    const [group, answered] = [groupOf(device, own), groupOf(peer, peerLocation)];
    if (!group?.exists || !answered?.exists) return undefined;
    return { device, location: own, group, wanted: groupPairOf(pair, answered)?.[side] };
  });
  if (!a || !b || groupPairOf(pair, a.group)?.b === b.group) return undefined;
  // A group that has no counterpart may be named or numbered otherwise on the other device: that is told there.
  if (!a.wanted || !b.wanted) return undefined;
  return isShared(a) && !isShared(b) ? [a, b] : [b, a];
}

function isShared({ device, location, group }: End): boolean {
  return interChassis(device).some((one) => one !== location && groupOf(device, one) === group);
}

function messageOf(self: End, peer: End): string {
  return `${self.device.name}: service-location ${self.location.id} follows ${groupName(self.group)} on ${self.group.interfaceName}, on ${peer.device.name} group ${peer.group.vrid}: its boards have two roles; follow one group`;
}

function follow({ device, location, wanted }: End): Fix[] {
  const { vrid, interface: on } = location.group!;
  if (!wanted) return [];
  return [
    {
      title: `Let service-location ${location.id} of ${device.name} follow ${groupName(wanted)} on ${wanted.interfaceName}`,
      edits: [replace(vrid.at, String(wanted.vrid)), replace(on.at, wanted.interfaceName)],
      safe: false,
    },
  ];
}

/** A device with two boards; the second one's location follows the group. */
function board(name: string, own: 1 | 2, followed: 1 | 2, carets = ''): string {
  return exampleBoard(name, own, {
    rest: `
        service-location 2
         location slot 4
         vrrp vrid ${followed} interface GigabitEthernet0/1/${followed === 1 ? 8 : 9}${carets}
         remote-backup interface GigabitEthernet0/1/9 peer 10.0.9.${3 - own}
        #
        interface GigabitEthernet0/1/9
         ip address 10.0.9.${own} 255.255.255.0
         vrrp vrid 2 virtual-ip 10.0.9.100
         admin-vrrp vrid 2 ignore-if-down
         vrrp vrid 2 priority ${own === 1 ? 200 : 120}
         vrrp vrid 2 track service-location 2 reduced 90
        #`,
  });
}
