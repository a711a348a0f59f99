// Users of DS-Lite and NAT64 send IPv6, those of NAT send IPv4: the ACL that picks them is one of that family. A number may be in use
// for both.
import { deviceRule } from '../../diagnostics/rule';
import { familyOfAcl, headsOf, outboundsOf } from '../../model/services/user-acls';

const titles = { 'ds-lite': 'DS-Lite', nat: 'NAT', nat64: 'NAT64' } as const;

export default deviceRule<undefined>({
  id: 'acl-of-other-family',
  requirement: 'HB-X-ACL-FAMILY',
  title: 'An instance picks its users with an ACL of the other IP version',
  severity: 'warning',
  why: 'The ACL matches none of their packets: nobody is translated.',
  guide: ['004 step 5.2', 'vendor command reference: ds-lite outbound, nat outbound (NAT instance view)'],
  independentPer: 'block',
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const instance of device.instances) {
      for (const { acl, family } of outboundsOf(instance)) {
        const heads = headsOf(device, acl.value);
        const number = Number(acl.value);
        if (number >= 4000 && number < 6000) {
          yield {
            at: acl.at,
            message: `${device.name}: ${titles[instance.kind]} instance ${instance.name} picks its users with ACL ${acl.value}, whose rules are about frames: nobody is translated; use one of 2000-3999`,
            facts: undefined,
          };
          continue;
        }
        if (heads.length === 0 || heads.some((head) => familyOfAcl(head) === family)) continue;
        const title = `${titles[instance.kind]} instance ${instance.name}`;
        yield {
          at: acl.at,
          message: `${device.name}: ${title} translates IPv${family} users, but ACL ${acl.value} is one for IPv${10 - family}: nobody is translated`,
          supersedesAt: [heads[0]!],
          also: [{ at: heads[0]!, message: 'The ACL' }],
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'An IPv4 ACL for DS-Lite, an IPv6 ACL for NAT',
      config: `
        sysname DeviceA
        #
        acl number 3044
         rule 5 permit ip
        #
        acl ipv6 number 3045
         rule 5 permit ipv6
        #
        ds-lite instance fiber id 12
         ds-lite address-group out group-id 1 203.0.113.16 203.0.113.31
         ds-lite outbound 3044 address-group out
                          ^^^^ DeviceA: DS-Lite instance fiber translates IPv6 users, but ACL 3044 is one for IPv4: nobody is translated
        #
        nat instance copper id 13
         nat address-group out group-id 1 203.0.113.32 203.0.113.47
         nat outbound 3045 address-group out
                      ^^^^ DeviceA: NAT instance copper translates IPv4 users, but ACL 3045 is one for IPv6: nobody is translated
        #
      `,
    },
    {
      title: 'An ACL about frames',
      config: `
        sysname DeviceA
        #
        acl number 4006
         rule 5 permit
        #
        nat instance copper id 13
         nat address-group out group-id 1 203.0.113.32 203.0.113.47
         nat outbound 4006 address-group out
                      ^^^^ DeviceA: NAT instance copper picks its users with ACL 4006, whose rules are about frames: nobody is translated; use one of 2000-3999
        #
      `,
    },
    {
      title: 'One number for both versions; an ACL that is not there',
      config: `
        sysname DeviceA
        #
        acl number 3044
         rule 5 permit ip
        #
        acl ipv6 number 3044
         rule 5 permit ipv6
        #
        ds-lite instance fiber id 12
         ds-lite address-group out group-id 1 203.0.113.16 203.0.113.31
         ds-lite outbound 3044 address-group out
        #
        nat instance copper id 13
         nat address-group out group-id 1 203.0.113.32 203.0.113.47
         nat outbound 3044 address-group out
         nat outbound any address-group out
        #
      `,
    },
  ],
});
