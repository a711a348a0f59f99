// A master that loses its uplink stays master when its group tracks nothing. One hint a pair, off by default
// (docs/decisions/absence-is-not-a-finding.md).
import type { Device, Interface } from '../../model/device';
import { writtenPriority } from '../../model/vrrp/priority';
import { addLine } from '../../edits/vrrp-group-edits';
import { groupName, vrrpWord, type Member } from '../../model/vrrp/member';
import { pairRule } from '../../diagnostics/rule';
import { roles } from '../shared/roles';

export default pairRule<{ master: Member; needed: number }>({
  id: 'vrrp-uplink-not-tracked',
  requirement: 'HB-V-UPLINK-UNTRACKED',
  title: 'The master of a hot-backup group tracks no uplink',
  severity: 'hint',
  why: 'The uplink fails, and the device stays master: the users reach it and nothing beyond it.',
  guide: ['sister pages of the guide'],
  off: true,
  supersededBy: ['vrrp-track-on-backup-only'],
  *check(pair) {
    const found = roles(pair).find(({ master }) => master.group.tracks.length === 0);
    if (!found) return;
    const { master, backup } = found;
    yield {
      at: master.group.at,
      message: `${master.device.name}: master of ${groupName(master.group)} tracks nothing and keeps the role when the uplink fails: users are cut off; track the uplink`,
      facts: { master, needed: Math.min(255, writtenPriority(master.group) - writtenPriority(backup.group) + 1) },
    };
  },
  fix: ({ master, needed }) =>
    uplinks(master.device)
      .slice(0, 3)
      .map((port) => ({
        title: `Track ${port.name}`,
        safe: false,
        edits: [
          addLine(
            master,
            `track ${vrrpWord(master.group) === 'vrrp6' ? 'ipv6 ' : ''}interface ${port.name} reduced ${needed}`,
          ),
        ],
      })),
  examples: [
    {
      title: 'Nothing tracked',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
                   ^ DeviceA: master of VRRP group 1 tracks nothing
         vrrp vrid 1 priority 120
         remote-backup-profile p1
        #
        interface GigabitEthernet0/1/9
         ip address 10.9.9.1 255.255.255.252
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        interface GigabitEthernet0/1/9
         ip address 10.9.9.1 255.255.255.252
        #
        fixed:
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
         vrrp vrid 1 track interface GigabitEthernet0/1/9 reduced 21
         remote-backup-profile p1
        #
        interface GigabitEthernet0/1/9
         ip address 10.9.9.1 255.255.255.252
        #
      `,
    },
    {
      title: 'The master tracks',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
         vrrp vrid 1 track interface GigabitEthernet0/1/9 reduced 60
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
      `,
    },
  ],
});

/** Interfaces with an address that carry no group, no users and no channel: what may lead out. */
function uplinks(device: Device): Interface[] {
  const channels = new Set(
    [...device.services.values()].flatMap((service) => service.channels.map((channel) => channel.source.value.key)),
  );
  return [...device.interfaces.values()].filter(
    (port) =>
      port.addresses.length > 0 &&
      port.groups.length === 0 &&
      port.profiles.length === 0 &&
      !/^(?:loopback|null|meth)/.test(port.key) &&
      !port.addresses.some((address) => channels.has(address.prefix.address.key)),
  );
}
