// An ACL picks the users that are translated, the packets that are filtered. What is missing from a service board's instance is an
// error where the file defines any ACL: it holds its ACLs then (docs/decisions/excerpts-and-whole-files.md).
import { boardFamilies, isOf, undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'acl-undefined',
  requirement: 'HB-X-ACL-DEFINED',
  title: 'A line names an ACL that is not there',
  severity: 'warning',
  why: 'What the ACL should pick is not picked: users of a NAT or DS-Lite instance are not translated, packets are not filtered.',
  guide: ['004 step 5.2', 'vendor configuration files'],
  supersededBy: ['policy-acl-undefined'],
  kinds: ['acl'],
  counts: (name) =>
    isOf(name, [
      ...boardFamilies,
      'nat',
      'interface',
      'quality',
      'acl',
      'policyBasedRoute',
      'multicast4',
      'multicast6',
    ]),
  gravity: (name, device) => (isOf(name, boardFamilies) && device.nameIndex.definesAny('acl') ? 'error' : 'warning'),
  effect: (name) => (isOf(name, boardFamilies) ? 'no user is translated' : undefined),
  examples: [
    {
      title: 'A slip in the number',
      config: `
        sysname DeviceA
        #
        acl number 3044
         rule 5 permit ip source 10.1.0.0 0.0.255.255
        #
        nat instance fiber id 12
         nat address-group out group-id 1 203.0.113.16 203.0.113.31
         nat outbound 3004 address-group out
                      ^^^^ DeviceA: NAT instance fiber names ACL 3004, which is not in this file; did you mean 3044?
        #
        fixed:
        sysname DeviceA
        #
        acl number 3044
         rule 5 permit ip source 10.1.0.0 0.0.255.255
        #
        nat instance fiber id 12
         nat address-group out group-id 1 203.0.113.16 203.0.113.31
         nat outbound 3044 address-group out
        #
      `,
    },
    {
      title: 'An excerpt without ACLs',
      config: `
        sysname DeviceA
        #
        ds-lite instance fiber id 12
         ds-lite address-group out group-id 1 203.0.113.16 203.0.113.31
         ds-lite outbound 3004 address-group out
                          ^^^^ DeviceA: DS-Lite instance fiber names ACL 3004, which is not in this file: no user is translated
        #
      `,
    },
    {
      title: 'By number, by name, for IPv6; what a management line names',
      config: `
        sysname DeviceA
        #
        acl number 3001
        #
        acl ipv6 number 3002
        #
        acl name users 3003
        #
        nat instance fiber id 12
         nat outbound 3001 address-group out
         nat outbound acl-name users address-group out
         nat outbound 3003 address-group out
         nat address-group out group-id 1 203.0.113.16 203.0.113.31
        #
        ds-lite instance lite id 13
         ds-lite outbound 3002 address-group out
         ds-lite address-group out group-id 1 203.0.113.32 203.0.113.47
        #
        user-interface vty 0 4
         acl 2999 inbound
        #
      `,
    },
  ],
});
