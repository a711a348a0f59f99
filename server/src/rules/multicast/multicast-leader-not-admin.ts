// Multicast takes its role from a management group: a group without `admin-vrrp` gives none. An excerpt may leave the line out, so the
// file is whole, or the group of the other device has it.
import { pairRule } from '../../diagnostics/rule';
import type { Device, Group } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { groupPairOf } from '../../model/pairing/matching';
import { other } from '../../model/pairing/pair';
import { findGroup } from '../../model/services/bindings';
import { multicastBindings, multicastTracks } from '../../model/services/multicast';
import { groupName } from '../../model/vrrp/member';
import { adminFix, isNoManagementGroup } from '../shared/management-group';
import { exampleChannel } from '../testing/example-channel';

interface Facts {
  readonly device: Device;
  readonly leader: Group;
}

interface Follower {
  /** What the interface is called. */
  readonly name: string;
  readonly line: MatchedLine;
  readonly leader: Group;
}

export default pairRule<Facts>({
  id: 'multicast-leader-not-admin',
  requirement: 'HB-V-LEADER',
  title: 'Multicast follows a group that is no management group',
  severity: 'error',
  why: 'Multicast of the interface gets no role from that group: both devices forward the streams, or none.',
  guide: ['CLI reference, multicast track admin-vrrp'],
  supersededBy: ['malformed-line', 'admin-vrrp-without-group', 'vrrp-leader-not-admin'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const side of ['a', 'b'] as const) {
      const device = pair[side];
      const reported = new Set<Group>();
      for (const { name, line, leader } of followers(device)) {
        const admin = groupPairOf(pair, leader)?.[other(side)].admin;
        if ((!admin && !device.isWholeFile) || reported.has(leader) || !isNoManagementGroup(device, leader)) continue;
        reported.add(leader);
        yield {
          at: leader.at,
          message: `${device.name}: multicast of ${name} follows ${groupName(leader)} of ${leader.interfaceName}, which is no management group: streams have no role; add admin-vrrp`,
          evidence: [line],
          also: admin ? [{ at: admin.at, message: `${pair[other(side)].name}: the management group` }] : [],
          facts: { device, leader },
        };
      }
    }
  },
  fix: ({ device, leader }) => adminFix(device, leader),
  examples: [
    {
      title: 'The line on one device only, IGMP',
      config:
        device(4, 1, '\n         admin-vrrp vrid 15') +
        device(
          4,
          2,
          `
                   ^^ DeviceB: multicast of GigabitEthernet0/1/2 follows VRRP group 15 of GigabitEthernet0/1/4, which is no management group: streams have no role; add admin-vrrp`,
        ),
    },
    {
      title: 'The line on one device only, MLD',
      config:
        device(6, 1, '\n         admin-vrrp6 vrid 15') +
        device(
          6,
          2,
          `
                    ^^ DeviceB: multicast of GigabitEthernet0/1/2 follows VRRP6 group 15 of GigabitEthernet0/1/4, which is no management group: streams have no role; add admin-vrrp`,
        ),
    },
    {
      title: 'On both',
      config: device(4, 1, '\n         admin-vrrp vrid 15') + device(4, 2, '\n         admin-vrrp vrid 15'),
    },
    { title: 'Left out of two excerpts', config: device(4, 1, '') + device(4, 2, '') },
  ],
});

/** Interfaces whose multicast follows a group that the file has, as the profile does. */
function* followers(device: Device): Iterable<Follower> {
  for (const binding of multicastBindings(device))
    for (const { line, vrid, on, fault } of multicastTracks(device, binding)) {
      if (on === undefined || vrid === undefined || fault !== undefined) continue;
      const leader = findGroup(device, on, binding.words.family, vrid);
      if (leader) yield { name: binding.interface.name, line, leader };
    }
}

function device(family: 4 | 6, own: 1 | 2, admin: string): string {
  const name = own === 1 ? 'DeviceA' : 'DeviceB';
  const six = family === 6 ? '6' : '';
  const address =
    family === 6 ? `ipv6 enable\n         ipv6 address 2001:DB8:7::${own}/64` : `ip address 10.1.7.${own} 24`;
  const virtualIp = family === 6 ? 'FE80::1 link-local' : '10.1.7.254';
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 2000)}
        #
        remote-backup-profile tv
         service-type ${family === 6 ? 'mld' : 'igmp'}
         backup-id 10 remote-backup-service s1
         vrrp${six}-id 15 interface GigabitEthernet0/1/4
        #
        interface GigabitEthernet0/1/2
         multicast ${family === 6 ? 'ipv6 ' : ''}track admin-vrrp${six} interface GigabitEthernet0/1/4 vrid 15
         remote-backup-profile tv
        #
        interface GigabitEthernet0/1/4
         ${address}
         vrrp${six} vrid 15 virtual-ip ${virtualIp}${admin}
        #`;
}
