// The rules of an IPv6 ACL are about IPv6 packets, those of an IPv4 ACL about IPv4 ones: a rule of the other version is refused, and the
// ACL is left with what remains. Both devices alike have it where one was copied from the other.
import { deviceRule } from '../../diagnostics/rule';
import { familyOfAcl, otherFamily, rulesOf } from '../../model/services/user-acls';

export default deviceRule<undefined>({
  id: 'acl-rule-of-other-family',
  requirement: 'HB-X-ACL-RULE-FAMILY',
  title: 'A rule of an ACL is about the other IP version',
  severity: 'warning',
  why: 'The device refuses the rule: whom it should let through is not let through.',
  guide: ['004 step 5.2', 'vendor command reference: ds-lite outbound, nat outbound (NAT instance view)'],
  supersededBy: ['acl-of-other-family'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const acl of device.nameIndex.definitions('acl')) {
      const number = Number(acl.text);
      if (number >= 4000 && number < 6000) continue;
      const family = familyOfAcl(acl.line);
      for (const rule of rulesOf([acl.line]) ?? []) {
        if (!otherFamily(rule, family)) continue;
        yield {
          at: rule.line,
          message: `${device.name}: ACL ${acl.text} is one for IPv${family}, the rule is about IPv${10 - family}: the device refuses the rule; write one for IPv${family}`,
          evidence: [acl.line],
          also: [{ at: acl.line, message: `${device.name}: ACL ${acl.text}` }],
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'IPv4 in an IPv6 ACL, IPv6 in an IPv4 ACL',
      config: `
        sysname DeviceA
        #
        acl ipv6 number 3044
         rule 5 permit ip source 10.1.0.0 0.0.255.255
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: ACL 3044 is one for IPv6, the rule is about IPv4: the device refuses the rule; write one for IPv6
         rule 10 permit tcp source 10.1.0.0 0.0.255.255
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: ACL 3044 is one for IPv6, the rule is about IPv4
        #
        acl ipv6 number 2044
         rule 5 permit source 10.1.0.0 0.0.255.255
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: ACL 2044 is one for IPv6, the rule is about IPv4
        #
        acl number 3045
         rule 5 permit ipv6 source 2001:DB8::/32
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: ACL 3045 is one for IPv4, the rule is about IPv6: the device refuses the rule; write one for IPv4
        #
      `,
    },
    {
      title: 'The version that is meant, and rules that name no address',
      config: `
        sysname DeviceA
        #
        acl ipv6 number 3044
         rule 5 permit ipv6 source 2001:DB8::/32 destination any
         rule 10 permit tcp source 2001:DB8:: 32
         rule 15 permit icmpv6
         rule 20 deny
        #
        acl number 3045
         rule 5 permit ip source 10.1.0.0 0.0.255.255
         rule 10 permit udp source any destination-port eq 53
         rule 15 deny
        #
        acl number 4045
         rule 5 permit ipv6
        #
      `,
    },
  ],
});
