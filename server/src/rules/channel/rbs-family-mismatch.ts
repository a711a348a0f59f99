// One channel, one address family: `peer` on both devices or `peer-ipv6` on both.
import { sharesProfile } from '../../model/services/channels';
import { pairRule } from '../../diagnostics/rule';
import { wordsAt } from '../../model/lines/canonical-text';

export default pairRule<null>({
  id: 'rbs-family-mismatch',
  requirement: 'HB-RBSP-FAMILY',
  title: 'A backup channel that is IPv4 on one device and IPv6 on the other',
  severity: 'error',
  why: 'The two ends never meet: the channel stays down, and nothing is backed up.',
  guide: ['000 step 2.3', '003 step 3'],
  *check(pair) {
    for (const { a, b } of pair.channels) {
      if (a.channel.family === b.channel.family) continue;
      const textOf = (family: 4 | 6) => `IPv${family}`;
      yield {
        at: wordsAt(b.channel.line, 0),
        message: `RBS ${b.rbs.name} on ${pair.b.name} uses ${textOf(b.channel.family)}, ${a.rbs.name} on ${pair.a.name} ${textOf(a.channel.family)}: the channel never comes up`,
        peer: {
          at: wordsAt(a.channel.line, 0),
          message: `RBS ${a.rbs.name} on ${pair.a.name} uses ${textOf(a.channel.family)}, ${b.rbs.name} on ${pair.b.name} ${textOf(b.channel.family)}: the channel never comes up`,
        },
        // Without a profile that both serve they may be two channels to third devices.
        severity: sharesProfile(pair, a.rbs, b.rbs) ? 'error' : 'warning',
        facts: null,
      };
    }
  },
  examples: [
    {
      title: 'DeviceA over IPv4, DeviceB over IPv6',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 7 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:7::1/64
         vrrp6 vrid 1 virtual-ip FE80::7 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:7::7
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer-ipv6 2001:DB8:C0::1 source-ipv6 2001:DB8:C0::2 port 6001
         ^^^^^^^^^ RBS s1 on DeviceB uses IPv6, s1 on DeviceA IPv4: the channel never comes up
        #
        remote-backup-profile p1
         service-type nd
         backup-id 7 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:7::2/64
         vrrp6 vrid 1 virtual-ip FE80::7 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:7::7
        #
      `,
    },
    {
      title: 'Two channels between the same devices, one of each family',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s4
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-service s6
         peer-ipv6 2001:DB8:C0::2 source-ipv6 2001:DB8:C0::1 port 6002
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s6
         peer-ipv6 2001:DB8:C0::1 source-ipv6 2001:DB8:C0::2 port 6002
        #
        remote-backup-service s4
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
      `,
    },
  ],
});
