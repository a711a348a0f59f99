// Names around the backup that a line uses and the file does not define: what an ACL, a port, a track or a protocol needs besides.
// Judged where the file defines others of the kind, or is whole. What each kind is for stands in one table, so that a kind is a row.
import type { NameKind } from '../../catalogue';
import { provesAbsence } from '../shared/user-access-names';
import { isOf, undefinedNameRule } from '../shared/undefined-name';

const otherRoutes = 'other routes are picked than meant';

/** What follows from a name of the kind that leads nowhere. */
const effects: Partial<Record<NameKind, string>> = {
  'time-range': 'the rule holds at no time',
  'as-path-filter': otherRoutes,
  'community-filter': otherRoutes,
  'extcommunity-filter': otherRoutes,
  'rd-filter': otherRoutes,
  'large-community-filter': otherRoutes,
  'policy-based-route': 'packets go by the routing table alone',
  keychain: 'neighbours that sign are not heard',
  'nqa-test': 'a fault there is not noticed',
  'qos-profile': 'the rates of the profile do not hold',
  'pki-realm': 'there is no certificate to show',
};

export default undefinedNameRule({
  id: 'name-undefined',
  requirement: 'HB-X-NAME-DEFINED',
  title: 'A line names a filter, a keychain, a test or a profile that is not there',
  severity: 'warning',
  why: 'The line has no effect: what it was to do for the users is not done.',
  guide: ['vendor command reference: rule (advanced ACL view), track nqa, keychain, qos-profile, if-match'],
  kinds: Object.keys(effects) as NameKind[],
  areRare: true,
  counts: ({ kind }, device) => provesAbsence(device, kind),
  // A track is what the backup depends on.
  gravity: (name, device) => (device.isWholeFile && isOf(name, ['vrrp', 'vrrp6']) ? 'error' : 'warning'),
  effect: ({ kind }) => effects[kind],
  examples: [
    {
      title: 'The test that a group and a route track',
      config: `
        sysname DeviceA
        #
        nqa test-instance admin uplink
         test-type icmp
         destination-address ipv4 198.51.100.4
        #
        interface GigabitEthernet0/1/1
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 track nqa admin uplnk reduced 40
                                     ^^^^^ DeviceA: GigabitEthernet0/1/1 names NQA test admin uplnk, which is not in this file; did you mean uplink?
        #
        ip route-static 0.0.0.0 0 10.2.1.2 track nqa operator uplink
                                                              ^^^^^^ DeviceA: ip route-static names NQA test operator uplink, which is not in this file: a fault there is not noticed
        #
        fixed:
        sysname DeviceA
        #
        nqa test-instance admin uplink
         test-type icmp
         destination-address ipv4 198.51.100.4
        #
        interface GigabitEthernet0/1/1
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 track nqa admin uplink reduced 40
        #
        ip route-static 0.0.0.0 0 10.2.1.2 track nqa operator uplink
        #
      `,
    },
    {
      title: 'Keychains, filters, profiles and realms',
      config: `
        sysname DeviceA
        #
        keychain igp-keys mode absolute
         key-id 1
          algorithm hmac-sha-256
        #
        qos-profile homes
         car cir 2048
        #
        ip as-path-filter own permit ^65001_
        ip community-filter basic homes permit 100:1
        #
        policy-based-route guests permit node 10
        #
        pki realm backup
        #
        isis 1
         area-authentication-mode keychain igp-key
                                           ^^^^^^^ DeviceA: IS-IS process 1 names keychain igp-key, which is not in this file; did you mean igp-keys?
        #
        interface GigabitEthernet0/1/1
         qos-profile offices inbound
                     ^^^^^^^ DeviceA: GigabitEthernet0/1/1 names QoS profile offices, which is not in this file: the rates of the profile do not hold; use homes if that is meant
         ip policy-based-route guest
                               ^^^^^ DeviceA: GigabitEthernet0/1/1 names policy-based route guest, which is not in this file; did you mean guests?
        #
        bgp 65001
         peer 10.9.9.9 as-number 65002
         peer 10.9.9.9 keychain bgp-keys
                                ^^^^^^^^ DeviceA: bgp 65001 names keychain bgp-keys, which is not in this file; did you mean igp-keys?
        #
        route-policy in permit node 10
         if-match as-path-filter owns
                                 ^^^^ DeviceA: route-policy in names AS-path filter owns, which is not in this file; did you mean own?
         if-match community-filter home
                                   ^^^^ DeviceA: route-policy in names community filter home, which is not in this file; did you mean homes?
        #
        ssl policy channel
         pki-realm backups
                   ^^^^^^^ DeviceA: SSL policy channel names PKI realm backups, which is not in this file; did you mean backup?
        #
      `,
    },
    {
      title: 'The track of a whole file',
      config: `
        sysname DeviceA
        #
        aaa
        #
        interface GigabitEthernet0/1/1
         ip address 10.1.1.1 24
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 track nqa admin uplink reduced 40
                                     ^^^^^^ DeviceA: GigabitEthernet0/1/1 names NQA test admin uplink, which is not defined: a fault there is not noticed
        #
        interface NULL0
        #
        user-interface vty 0 4
        #
        return
      `,
    },
    {
      title: 'Tests, keychains and profiles that are there, by themselves or in an excerpt',
      config: `
        sysname DeviceA
        #
        nqa test-instance admin uplink
         test-type icmp
        #
        keychain IGP mode absolute
        #
        interface GigabitEthernet0/1/1
         isis authentication-mode keychain igp
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 track nqa admin uplink reduced 40
         qos-profile homes inbound
        #
        route-policy in permit node 10
         if-match as-path-filter 1 2
         if-match community-filter 1 whole-match
        #
        ssl policy channel
         pki-realm default
        #
      `,
    },
    {
      title: 'The hours of a rule',
      config: `
        sysname DeviceA
        #
        time-range evenings 18:00 to 23:00 daily
        #
        acl number 3001
         rule 5 permit ip source 10.1.0.0 0.0.255.255 time-range evening
                                                                 ^^^^^^^ DeviceA: ACL 3001 names time range evening, which is not in this file; did you mean evenings?
         rule 10 permit ip source 10.2.0.0 0.0.255.255 time-range nights
                                                                  ^^^^^^ DeviceA: ACL 3001 names time range nights, which is not in this file: the rule holds at no time
        #
        fixed:
        sysname DeviceA
        #
        time-range evenings 18:00 to 23:00 daily
        #
        acl number 3001
         rule 5 permit ip source 10.1.0.0 0.0.255.255 time-range evenings
         rule 10 permit ip source 10.2.0.0 0.0.255.255 time-range nights
        #
      `,
    },
    {
      title: 'Defined, as a line or as a view; an excerpt without time ranges',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        time-range evenings 18:00 to 23:00 daily
        #
        time-range nights
         period-range 00:00:00 to 05:00:00 daily
        #
        acl number 3001
         rule 5 permit ip source 10.1.0.0 0.0.255.255 time-range evenings
         rule 10 permit ip time-range nights
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        acl number 3001
         rule 5 permit ip source 10.1.0.0 0.0.255.255 time-range evenings
        #
      `,
    },
  ],
});
