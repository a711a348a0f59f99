// A DHCPv6 relay needs half an hour to hand its entries over (000 step 1.7).
import type { ShortDelay } from '../../model/vrrp/preempt-advice';
import { pairRule } from '../../diagnostics/rule';
import { uncontestedShortDelays, waitLonger } from '../shared/short-delay';

const id = 'vrrp-preempt-delay-too-short-dhcpv6-relay';

export default pairRule<ShortDelay>({
  id,
  requirement: 'HB-PAIR-PREEMPT-DHCPV6R',
  title: 'The master of a DHCPv6 relay pair preempts before the entries are complete',
  severity: 'warning',
  why: 'A recovered master that preempts too soon lacks entries that the backup still holds: those users lose their PD routes.',
  guide: ['000 step 1.7'],
  independentPer: 'group',
  *check(pair) {
    for (const { short } of uncontestedShortDelays(pair)) {
      if (short.figure.rule !== id) continue;
      yield { at: short.at, message: `${short.says}; ${short.figure.needs}`, facts: short };
    }
  },
  fix: (short) => [waitLonger(short, true)],
  examples: [
    {
      title: 'Ten seconds',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 160
         vrrp6 vrid 1 preempt-mode timer delay 10
                                               ^^ DeviceA: master of VRRP6 group 1 preempts after 10 s, before the entries are back; a DHCPv6 relay needs 1800 s
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         remote-backup-profile p1
        #
        fixed:
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 160
         vrrp6 vrid 1 preempt-mode timer delay 1800
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'No delay at all',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 160
                               ^^^ preempts at once
         vrrp6 vrid 1 timer advertise 200
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         remote-backup-profile p1
        #
        fixed:
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 160
         vrrp6 vrid 1 preempt-mode timer delay 1800
         vrrp6 vrid 1 timer advertise 200
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Half an hour, and a backup without delay',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 160
         vrrp6 vrid 1 preempt-mode timer delay 1800
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Another service',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 160
         vrrp6 vrid 1 preempt-mode timer delay 10
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         remote-backup-profile p1
        #
      `,
    },
  ],
});
