// A DHCP server pair wants more than 600 s; the page's own example has exactly 600, which is enough (docs/decisions/preempt-delay-by-service.md).
import { refillFigure } from '../../model/services/refill';
import { preemptDelayPlace, preemptDelay } from '../../model/vrrp/timers';
import { groupName, type Member } from '../../model/vrrp/member';
import { roles } from '../shared/roles';
import { setDelay } from '../../edits/vrrp-group-edits';
import { pairRule } from '../../diagnostics/rule';

const floor = refillFigure('dhcp-server').seconds;

export default pairRule<Member>({
  id: 'vrrp-preempt-delay-too-short-dhcp-server',
  requirement: 'HB-PAIR-PREEMPT-DHCPS',
  title: 'The master of a DHCP server pair preempts before the leases are complete',
  severity: 'warning',
  why: 'A recovered master that preempts too soon lacks leases that the backup still holds, and may give their addresses away.',
  guide: ['002 step 1.4'],
  supersededBy: ['vrrp-preempt-delay-too-short-dhcpv6-relay'],
  independentPer: 'group',
  *check(pair) {
    for (const { group, master } of roles(pair)) {
      const delay = preemptDelay(master);
      if (!group.services.includes('dhcp-server') || delay === undefined || delay >= floor) continue;
      yield {
        at: preemptDelayPlace(master),
        message: `${master.device.name}: master of ${groupName(master.group)} preempts ${delay === 0 ? 'at once' : `after ${delay} s`}; a DHCP server pair needs more than ${floor} s`,
        facts: master,
      };
    }
  },
  fix: (member) => [{ title: `Wait ${floor + 1} s`, edits: [setDelay(member, floor + 1)], safe: false }],
  examples: [
    {
      title: 'A minute',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type dhcp-server
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
         vrrp vrid 1 preempt-mode timer delay 60
                                              ^^ DeviceA: master of VRRP group 1 preempts after 60 s; a DHCP server pair needs more than 600 s
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type dhcp-server
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        fixed:
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type dhcp-server
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
         vrrp vrid 1 preempt-mode timer delay 601
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Exactly 600 s, as in the example of the page',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type dhcp-server
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
         vrrp vrid 1 preempt-mode timer delay 600
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type dhcp-server
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
    {
      title: 'More',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type dhcp-server
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
         vrrp vrid 1 preempt-mode timer delay 601
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type dhcp-server
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
