// A DHCP server pair wants more than 600 s; the page's own example has exactly 600, which is enough
// (docs/decisions/preempt-delay-by-service.md).
import type { ShortDelay } from '../../model/vrrp/preempt-advice';
import { pairRule } from '../../diagnostics/rule';
import { uncontestedShortDelays, waitLonger } from '../shared/short-delay';

const id = 'vrrp-preempt-delay-too-short-dhcp-server';

export default pairRule<ShortDelay>({
  id,
  requirement: 'HB-PAIR-PREEMPT-DHCPS',
  title: 'The master of a DHCP server pair preempts before the leases are complete',
  severity: 'warning',
  why: 'A recovered master that preempts too soon lacks leases that the backup still holds, and may give their addresses away.',
  guide: ['002 step 1.4'],
  independentPer: 'group',
  *check(pair) {
    for (const { short } of uncontestedShortDelays(pair)) {
      if (short.figure.rule !== id) continue;
      yield { at: short.at, message: `${short.says}; ${short.figure.needs}`, facts: short };
    }
  },
  fix: (short) => [waitLonger(short, false)],
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
                                              ^^ DeviceA: master of VRRP group 1 preempts after 60 s, before the entries are back; a DHCP server pair needs over 600 s, more with large pools
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
