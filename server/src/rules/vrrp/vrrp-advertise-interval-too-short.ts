// The guide advises more than 1 s. VRRP counts in seconds, VRRP6 in centiseconds
// (docs/decisions/advertise-interval-units.md); an interval that is not written is 1 s too, but not worth a line: see
// vrrp-advertise-interval-default.
import { advertisementInterval } from '../../model/vrrp/timers';
import { electsItself, groupName, isFollowed, type Member } from '../../model/vrrp/member';
import { setAdvertise } from '../../edits/vrrp-group-edits';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<Member>({
  id: 'vrrp-advertise-interval-too-short',
  requirement: 'HB-V-ADV-1S',
  title: 'Advertisements are sent every second or more often',
  severity: 'warning',
  why: 'The interval must outlast a switchover of the main control boards; a shorter one makes both devices master for a while.',
  guide: ['000 step 1.9', '001 step 1.8', '002 step 1.6'],
  supersededBy: ['value-out-of-range', 'vrrp-advertise-interval-mismatch'],
  independentPer: 'group',
  *check(device) {
    for (const group of device.groups) {
      const member = { device, group };
      const milliseconds = advertisementInterval(group);
      // A VRRP6 value below 100 is out of range: seconds were meant.
      if (
        !group.advertise ||
        milliseconds > 1000 ||
        !electsItself(member) ||
        (group.advertise.unit === 'cs' && group.advertise.value < 100)
      )
        continue;
      yield {
        at: group.advertise.at,
        severity: isFollowed(member) ? ('warning' as const) : ('information' as const),
        message: `${device.name}: ${groupName(group)} advertises every ${milliseconds === 1000 ? '1 s' : `${milliseconds} ms`}: a main board switchover makes two masters; set 2 s or more`,
        facts: member,
      };
    }
  },
  fix: (member) => [
    {
      title: `Use 2 s (${member.group.family === 6 ? '200 centiseconds' : '2'})`,
      edits: [setAdvertise(member, 2000)],
      safe: false,
    },
  ],
  examples: [
    {
      title: 'A second, in centiseconds',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 timer advertise 100
                                      ^^^ DeviceA: VRRP6 group 1 advertises every 1 s: a main board switchover makes two masters; set 2 s or more
         remote-backup-profile p1
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 timer advertise 200
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Milliseconds',
      config: `
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
         vrrp vrid 1 timer advertise millisecond 200
                                                 ^^^ every 200 ms
         remote-backup-profile p1
        #
        fixed:
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
         vrrp vrid 1 timer advertise 2
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'More than a second, nothing written, a group that follows another, a value out of range',
      config: `
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
         vrrp vrid 1 timer advertise 2
         vrrp vrid 2 virtual-ip 10.1.1.253
         vrrp vrid 3 track admin-vrrp interface GigabitEthernet0/1/1 vrid 1
         vrrp vrid 3 timer advertise 1
         vrrp6 vrid 4 virtual-ip FE80::4 link-local
         vrrp6 vrid 4 timer advertise 2
         remote-backup-profile p1
        #
      `,
    },
  ],
});
