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
  ],
  concerns: (line) => !isWhole(line),
  *check(line) {
    const slip = typoIn(line);
    if (slip) yield { at: slip.at, message: slip.message, facts: slip };
  },
  fix: ({ at, instead }) =>
    instead === undefined ? [] : [{ title: `Write "${instead}"`, edits: [replace(at, instead)], safe: false }],
  examples: [
    {
      title: 'The port is missing',
      config: `
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1
                                ^^^^^^^^^^ The line ends too early: "port" is missing
        #
      `,
    },
    {
      title: 'A blank is missing',
      config: `
        remote-backup-profile p1
         backup-id7 remote-backup-service s1
         ^^^^^^^^^^ There is no "backup-id7"; a blank is missing behind "backup-id"
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid1 virtual-ip FE80::1 link-local
               ^^^^^ a blank is missing behind "vrid"
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
         ^^^^^^^^^^^^^^^ There is no "service-typemld"; a blank is missing behind "service-type"
         backup-id 7 remote-backup-servicecore
                     ^^^^^^^^^^^^^^^^^^^^^^^^^ a blank is missing behind "remote-backup-service"
         vrrp6-id 1 interfaceGigabitEthernet0/1/2
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a blank is missing behind "interface"
        #
        interface GigabitEthernet0/1/2
         remote-backup-profilep1
         ^^^^^^^^^^^^^^^^^^^^^^^ a blank is missing
        #
      `,
    },
    {
      title: 'A keyword is misspelled',
      config: `
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-lokal
                                         ^^^^^^^^^^ There is no "link-lokal"; probably "link-local" is meant
        #
        remote-backup-service s1
         pear 10.255.0.2 source 10.255.0.1 port 6001
         ^^^^ probably "peer" is meant
        #
        remote-backup-profile p1
         vrrp9-id 1 interface GigabitEthernet0/1/2
         ^^^^^^^^ There is no "vrrp9-id"; "vrrp-id" or "vrrp6-id" may be meant
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
      title: 'A value of another kind',
      config: `
        remote-backup-service s1
         peer <peer-address> source 10.255.0.1 port 6001
              ^^^^^^^^^^^^^^ Here an IPv4 address must stand (peer-ip-address), not "<peer-address>"
        #
        interface GigabitEthernet0/1/2
         vrrp vrid one virtual-ip 10.1.1.254
                   ^^^ Here 1-255 must stand (virtual-router-id), not "one"
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
