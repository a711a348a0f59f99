// The guide wants one and the same relay configuration on both devices; what is a device's own, and the cost that is
// meant for the backup alone, may differ (docs/decisions/same-configuration.md).
import type { MatchedLine } from '../../model/lines/matched-line';
import { boundDifferently } from '../../model/services/followed-groups';
import { pairRule } from '../../diagnostics/rule';
import {
  differenceFindings,
  differenceFixes,
  differences,
  mayDiffer,
  type ComparedSettings,
  type DifferenceFacts,
} from '../shared/same-configuration';

const covered = /^dhcpv6 relay (?!pd-route |source-ip-address |source-interface )|^dhcpv6-server |^dhcpv6 relay$/;

const isCovered = (_: MatchedLine, text: string) => covered.test(text);

const differing = boundDifferently((left, right) => mayDiffer(left.block, right.block, isCovered));

export default pairRule<DifferenceFacts>({
  id: 'dhcpv6-relay-differs',
  requirement: 'HB-D6-SAMECONF',
  title: 'The DHCPv6 relay configuration of the two devices differs',
  severity: 'error',
  why: 'After a switchover the new master asks another server, or none: clients cannot renew and new ones get no address.',
  guide: ['000 prerequisites'],
  supersededBy: ['dhcpv6-relay-address-not-local', 'dhcpv6-relay-missing', 'dhcpv6-relay-other-main-interface'],
  independentPer: 'binding',
  *check(pair) {
    for (const { a, b } of differing(pair, 'dhcpv6-relay')) {
      const compared = (binding: typeof a): ComparedSettings => ({
        device: binding.device,
        block: binding.interface.block,
        at: binding.at,
        name: binding.interface.name,
        follows: 'clients cannot renew after a switchover',
      });
      const [ofA, ofB] = [compared(a), compared(b)];
      yield* differenceFindings(ofA, ofB, differences(ofA, ofB, isCovered));
    }
  },
  fix: differenceFixes,
  examples: [
    {
      title: 'A wrong digit in the destination',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 2000
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         dhcpv6 relay destination 2001:DB8:99::1
         dhcpv6 relay pd-route degrade-cost 10
         remote-backup-profile relay
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 2000
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         dhcpv6 relay destination 2001:DB8:98::1
                                  ^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2 has "destination 2001:DB8:98::1", DeviceA "destination 2001:DB8:99::1": clients cannot renew after a switchover
         remote-backup-profile relay
        #
        fixed:
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 2000
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         dhcpv6 relay destination 2001:DB8:99::1
         remote-backup-profile relay
        #
      `,
    },
    {
      title: 'A second destination on one device only',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 2000
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         dhcpv6 relay destination 2001:DB8:99::1
         dhcpv6 relay destination 2001:DB8:99::2
         remote-backup-profile relay
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 2000
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         dhcpv6 relay destination 2001:DB8:99::1
         remote-backup-profile relay
                               ^^^^^ DeviceB: GigabitEthernet0/1/2 lacks "dhcpv6 relay destination 2001:DB8:99::2", which DeviceA has: clients cannot renew after a switchover
        #
      `,
    },
    {
      title: 'Other order, own addresses, interface names and the cost of the backup may differ',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 2000
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:1::1/64
         dhcpv6 relay destination 2001:DB8:99::1
         dhcpv6 relay destination 2001:DB8:99::2
         dhcpv6 relay source-ip-address 2001:DB8:1::1
         remote-backup-profile relay
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 2000
        #
        remote-backup-profile relay-b
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/3
        #
        interface GigabitEthernet0/1/3
         ipv6 enable
         ipv6 address 2001:DB8:1::2/64
         dhcpv6 relay destination 2001:db8:99::2
         dhcpv6 relay destination 2001:DB8:99::1
         dhcpv6 relay source-ip-address 2001:DB8:1::2
         dhcpv6 relay pd-route degrade-cost 10
         remote-backup-profile relay-b
        #
      `,
    },
  ],
});
