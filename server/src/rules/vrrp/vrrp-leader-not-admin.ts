// A group copies its role from a management group only: without `admin-vrrp` the followed group leads nobody, and the follower runs an
// election of its own. An excerpt may leave the line out, so the file is whole, or the group that leads on the other device has it.
import { pairRule } from '../../diagnostics/rule';
import type { Device, Group } from '../../model/device';
import { listIndex } from '../../model/incremental/index-view';
import { groupPairOf } from '../../model/pairing/matching';
import { other } from '../../model/pairing/pair';
import { managementGroupOf } from '../../model/services/bindings';
import { groupName } from '../../model/vrrp/member';
import { adminFix, isNoManagementGroup } from '../shared/management-group';

interface Facts {
  readonly device: Device;
  readonly leader: Group;
}

export default pairRule<Facts>({
  id: 'vrrp-leader-not-admin',
  requirement: 'HB-V-LEADER',
  title: 'A group follows one that is no management group',
  severity: 'error',
  why: 'The follower gets no role from that group and is elected by itself: the two groups may have different masters.',
  guide: ['CLI reference, track admin-vrrp'],
  supersededBy: ['malformed-line', 'admin-vrrp-without-group', 'service-location-group-not-admin'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices || pair.a.firewall || pair.b.firewall) return;
    for (const side of ['a', 'b'] as const) {
      const [device, peer] = [pair[side], pair[other(side)]];
      const reported = new Set<Group>();
      for (const follower of followers(device.groups, undefined).get('follows')) {
        const leader = managementGroupOf(device, follower);
        if (!leader || !isNoManagementGroup(device, leader) || reported.has(leader)) continue;
        const counterpart = groupPairOf(pair, follower)?.[other(side)];
        const peerLeader = counterpart && managementGroupOf(peer, counterpart);
        if (!peerLeader?.admin && !device.isWholeFile) continue;
        reported.add(leader);
        yield {
          at: leader.at,
          message: `${device.name}: ${groupName(follower)} follows ${groupName(leader)} of ${leader.interfaceName}, which is no management group: both elect a master of their own; add admin-vrrp`,
          also: peerLeader?.admin ? [{ at: peerLeader.admin.at, message: `${peer.name}: the management group` }] : [],
          facts: { device, leader },
        };
      }
    }
  },
  fix: ({ device, leader }) => adminFix(device, leader),
  examples: [
    {
      title: 'The line on one device only',
      config:
        device('DeviceA', 1, '\n         admin-vrrp vrid 7') +
        device(
          'DeviceB',
          2,
          '',
          `
                   ^ DeviceB: VRRP group 8 follows VRRP group 7 of GigabitEthernet0/1/2.7, which is no management group: both elect a master of their own; add admin-vrrp`,
        ),
    },
    {
      title: 'On both',
      config:
        device('DeviceA', 1, '\n         admin-vrrp vrid 7') + device('DeviceB', 2, '\n         admin-vrrp vrid 7'),
    },
    { title: 'Left out of two excerpts', config: device('DeviceA', 1, '') + device('DeviceB', 2, '') },
  ],
});

/** By index: few devices have groups that follow another. */
const followers = listIndex((group: Group) => (group.follows ? ['follows'] : []));

function device(name: string, own: 1 | 2, admin: string, carets = ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        interface GigabitEthernet0/1/2.7
         ip address 10.1.7.${own} 255.255.255.0
         vrrp vrid 7 virtual-ip 10.1.7.254${carets}${admin}
        #
        interface GigabitEthernet0/1/2.8
         ip address 10.1.8.${own} 255.255.255.0
         vrrp vrid 8 virtual-ip 10.1.8.254
         vrrp vrid 8 track admin-vrrp interface GigabitEthernet0/1/2.7 vrid 7
        #`;
}
