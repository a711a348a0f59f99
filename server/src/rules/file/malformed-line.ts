// A line that begins like a hot-backup command and does not end like one: a blank or a value is missing, a keyword is
// misspelled, a value is of another kind. One warning, instead of the "missing" errors it would cause
// (docs/decisions/malformed-lines.md). Words behind a complete command are not judged: releases differ.
import { replace } from '../../edits/config-edits';
import { lineRule } from '../../diagnostics/rule';
import { isWhole, typoIn, type Typo } from '../shared/typo';

export default lineRule<Typo>({
  id: 'malformed-line',
  requirement: 'HB-X-LINE-FORM',
  title: 'A line that looks like a hot-backup command and is none',
  severity: 'warning',
  why: 'The device refuses the line, and what it was meant to set stays unset.',
  guide: ['CLI reference'],
  supersededBy: [
    'placeholder-unfilled',
    'value-out-of-range',
    'rbp-service-type-unknown',
    'rbs-batch-backup-daily-type',
    'service-location-vrid-missing',
    'instance-acl-differs',
  ],
  concerns: (line) => !isWhole(line),
  *check(line, { start }) {
    const typo = typoIn(line);
    if (!typo) return;
    // Without such a line nothing is backed up at all (docs/decisions/malformed-lines.md).
    const isNeeded = line.view === 'rbs' ? /^peer/i.test(line.text) : /^(?:backup-id|service-type)/i.test(line.text);
    const refused = isNeeded && (line.view === 'rbs' || line.view === 'rbp') ? 'error' : 'warning';
    yield {
      at: typo.at,
      severity: typo.isForeign ? 'information' : refused,
      message: `${start}: ${typo.message}`,
      facts: typo,
    };
  },
  fix: ({ at, instead }) =>
    instead === undefined ? [] : [{ title: `Write "${instead}"`, edits: [replace(at, instead)], safe: false }],
  examples: [
    {
      title: 'The port is missing',
      config: `
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1
                                ^^^^^^^^^^ : RBS s1: the line ends too early: "port" is missing
        #
      `,
    },
    {
      title: 'An address of the other family',
      config: `
        bfd up bind peer-ip 2001:DB8::2 interface GigabitEthernet0/1/1
                    ^^^^^^^^^^^^^^^^^^^ : "peer-ip" takes no IPv6 address, the device refuses the line; use "peer-ipv6"
        #
        bfd down bind peer-ipv6 10.1.1.2
                      ^^^^^^^^^^^^^^^^^^ : "peer-ipv6" takes no IPv4 address, the device refuses the line; use "peer-ip"
        #
        remote-backup-service s1
         peer 2001:DB8:1::2 source 2001:DB8:1::1 port 6001
         ^^^^^^^^^^^^^^^^^^ : RBS s1: "peer" takes no IPv6 address, the device refuses the line; use "peer-ipv6"
        #
        fixed:
        bfd up bind peer-ipv6 2001:DB8::2 interface GigabitEthernet0/1/1
        #
        bfd down bind peer-ipv6 10.1.1.2
        #
        remote-backup-service s1
         peer 2001:DB8:1::2 source 2001:DB8:1::1 port 6001
        #
      `,
    },
    {
      title: 'A blank is missing',
      config: `
        remote-backup-profile p1
         backup-id7 remote-backup-service s1
         ^^^^^^^^^^ : RBP p1: there is no "backup-id7"; write "backup-id 7" with a blank
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid1 virtual-ip FE80::1 link-local
               ^^^^^ : GigabitEthernet0/1/2: there is no "vrid1"; write "vrid 1" with a blank
        #
        fixed:
        remote-backup-profile p1
         backup-id 7 remote-backup-service s1
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid1 virtual-ip FE80::1 link-local
        #
      `,
    },
    {
      title: 'A blank is missing before a name',
      config: `
        remote-backup-profile p1
         service-typemld
         ^^^^^^^^^^^^^^^ : RBP p1: there is no "service-typemld"; write "service-type mld" with a blank
         backup-id 7 remote-backup-servicecore
                     ^^^^^^^^^^^^^^^^^^^^^^^^^ : RBP p1: there is no "remote-backup-servicecore"; write "remote-backup-service core" with a blank
         vrrp6-id 1 interfaceGigabitEthernet0/1/2
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ : RBP p1: there is no "interfaceGigabitEthernet0/1/2"; write "interface GigabitEthernet0/1/2" with a blank
        #
        interface GigabitEthernet0/1/2
         remote-backup-profilep1
         ^^^^^^^^^^^^^^^^^^^^^^^ : GigabitEthernet0/1/2: there is no "remote-backup-profilep1"; write "remote-backup-profile p1" with a blank
        #
      `,
    },
    {
      title: 'A keyword is misspelled',
      config: `
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-lokal
                                         ^^^^^^^^^^ : GigabitEthernet0/1/2: there is no "link-lokal"; use "link-local" if that is meant
        #
        remote-backup-service s1
         pear 10.255.0.2 source 10.255.0.1 port 6001
         ^^^^ : RBS s1: there is no "pear"; use "peer" if that is meant
        #
        remote-backup-profile p1
         vrrp9-id 1 interface GigabitEthernet0/1/2
         ^^^^^^^^ : RBP p1: there is no "vrrp9-id"; "vrrp-id" or "vrrp6-id" may be meant
        #
        fixed:
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        remote-backup-service s1
         pear 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         vrrp9-id 1 interface GigabitEthernet0/1/2
        #
      `,
    },
    {
      title: 'One digit of a keyword, and a keyword of a command beside hot backup',
      config: `
        interface GigabitEthernet0/1/2.60
         vlan-type dot2q 60
                   ^^^^^ : GigabitEthernet0/1/2.60: there is no "dot2q"; use "dot1q" if that is meant
         pim ipv7 sm
             ^^^^ : GigabitEthernet0/1/2.60: there is no "ipv7"; use "ipv6" if that is meant
         vrrp7 vrid 1 priority 120
         ^^^^^ : GigabitEthernet0/1/2.60: there is no "vrrp7"; "vrrp" or "vrrp6" may be meant
        #
        fixed:
        interface GigabitEthernet0/1/2.60
         vlan-type dot1q 60
         pim ipv7 sm
         vrrp7 vrid 1 priority 120
        #
      `,
    },
    {
      title: 'The first word of a command beside hot backup',
      config: `
        ip pool homes server
         gatway 10.1.1.1 255.255.255.0
         ^^^^^^ : ip pool homes: there is no "gatway"; use "gateway" if that is meant
        #
        interface GigabitEthernet0/1/2
         ip adress 10.1.1.2 24
            ^^^^^^ : GigabitEthernet0/1/2: there is no "adress"; use "address" if that is meant
         opsf enable 1 area 0
         ^^^^ : GigabitEthernet0/1/2: there is no "opsf"; use "ospf" if that is meant
         ospfv4 1 area 0
         shutdow
         trafic-counter enable
        #
        ntp-servce unicast-server 10.9.9.9
        ^^^^^^^^^^ : there is no "ntp-servce"; use "ntp-service" if that is meant
        #
        fixed:
        ip pool homes server
         gateway 10.1.1.1 255.255.255.0
        #
        interface GigabitEthernet0/1/2
         ip adress 10.1.1.2 24
         opsf enable 1 area 0
         ospfv4 1 area 0
         shutdow
         trafic-counter enable
        #
        ntp-servce unicast-server 10.9.9.9
        #
      `,
    },
    {
      title: 'A word of a rule of an ACL',
      config: `
        acl number 3001
         rule 5 permit tpc source 10.1.0.0 0.0.255.255
                       ^^^ : ACL 3001: there is no "tpc"; use "tcp" if that is meant
         rule 10 permit ip sorce 10.1.0.0 0.0.255.255
                           ^^^^^ : ACL 3001: there is no "sorce"; use "source" if that is meant
         rule 15 permit ip sou 10.1.0.0 0.0.255.255 des 10.2.0.0 0.0.255.255
         rule 20 permit 47 source any some-new-option
        #
        acl ipv6 number 3002
         rule 5 permit ipv7 source 2001:DB8::/32
                       ^^^^ : ACL 3002: there is no "ipv7"; use "ipv6" if that is meant
        #
        fixed:
        acl number 3001
         rule 5 permit tcp source 10.1.0.0 0.0.255.255
         rule 10 permit ip sorce 10.1.0.0 0.0.255.255
         rule 15 permit ip sou 10.1.0.0 0.0.255.255 des 10.2.0.0 0.0.255.255
         rule 20 permit 47 source any some-new-option
        #
        acl ipv6 number 3002
         rule 5 permit ipv7 source 2001:DB8::/32
        #
      `,
    },
    {
      title: 'A value of another kind',
      config: `
        remote-backup-service s1
         peer <peer-address> source 10.255.0.1 port 6001
              ^^^^^^^^^^^^^^ : RBS s1: not "<peer-address>" but an IPv4 address must stand (peer-ip-address)
        #
        interface GigabitEthernet0/1/2
         vrrp vrid one virtual-ip 10.1.1.254
                   ^^^ : GigabitEthernet0/1/2: not "one" but 1-255 must stand (virtual-router-id)
        #
      `,
    },
    {
      title: 'Complete lines, with a glued # or a remark, abbreviated, from a template, with more words than are known',
      config: `
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001#
        #
        remote-backup-profile p1
         backup-id 7 remote-backup-service s1 // to the other
         vrrp6-id {{ vrid }} interface {{ interface }}
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 pri 120
         vrrp vrid 1 some-new-feature 7
         vrrp vrid 1 priority 120 and-more
        #
      `,
    },
  ],
});
