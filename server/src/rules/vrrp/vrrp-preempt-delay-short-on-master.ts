// No page gives a figure for most of these services; the vendor's general floor for a recovering device is 15 s: good to know, no
// more. For BRAS there is a figure, and a shorter delay cuts users off (docs/decisions/preempt-delay-by-service.md).
import { refillFigure, shortestDelay } from '../../model/services/refill';
import { preemptDelayPlace, preemptDelay } from '../../model/vrrp/timers';
import { groupName, type Member } from '../../model/vrrp/member';
import { roles } from '../shared/roles';
import { setDelay } from '../../edits/vrrp-group-edits';
import { pairRule } from '../../diagnostics/rule';

const services = ['nd', 'mld', 'arp', 'igmp'];
const withFigure = ['dhcpv6-relay', 'dhcp-server'];
const bras = refillFigure('bras').seconds;

export default pairRule<Member>({
  id: 'vrrp-preempt-delay-short-on-master',
  requirement: 'HB-PAIR-PREEMPT-ND',
  title: 'The master preempts after a very short delay',
  severity: 'information',
  why: "Entries that are not yet back when the master takes over are lost for a while; the vendor's example for ARP waits 600 s.",
  guide: ['001 step 1.6', 'CLI reference, preempt-mode'],
  independentPer: 'group',
  *check(pair) {
    for (const { group, master } of roles(pair)) {
      const delay = preemptDelay(master) ?? 0;
      const has = (list: readonly string[]) => group.services.some((service) => list.includes(service));
      if (delay === 0 || has(withFigure)) continue;
      const name = `${master.device.name}: master of ${groupName(master.group)}`;
      if (has(['bras']) && delay < bras)
        yield {
          at: preemptDelayPlace(master),
          severity: 'warning',
          message: `${name} preempts after ${delay} s; BRAS needs ${bras} s, and 60 s more for every 6000 users`,
          facts: master,
        };
      else if (has(services) && delay < shortestDelay)
        yield {
          at: preemptDelayPlace(master),
          message: `${name} preempts after only ${delay} s`,
          facts: master,
        };
    }
  },
  fix: (member) => [
    {
      title: "Wait 600 s, as the vendor's ARP example does (no page gives a figure)",
      edits: [setDelay(member, 600)],
      safe: false,
    },
  ],
  examples: [
    {
      title: 'Ten seconds for MLD',
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
                                               ^^ DeviceA: master of VRRP6 group 1 preempts after only 10 s
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
        fixed:
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
         vrrp6 vrid 1 preempt-mode timer delay 600
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Longer',
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
         vrrp6 vrid 1 preempt-mode timer delay 15
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
    {
      title: 'BRAS users need 600 s',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
         vrrp vrid 1 preempt-mode timer delay 5
                                              ^ DeviceA: master of VRRP group 1 preempts after 5 s; BRAS needs 600 s, and 60 s more for every 6000 users
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type bras
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
