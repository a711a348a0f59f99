// `if-match acl` looks at IPv4 packets, `if-match ipv6 acl` at IPv6 ones: the ACL that it names is one of that family. A number may be
// in use for both.
import { deviceRule } from '../../diagnostics/rule';
import { familyOfAcl, headsOf } from '../../model/services/user-acls';
import { text, has } from '../../model/read/line-values';
import { sectionsUsing } from '../../model/references/name-index';
import { isUse } from '../shared/undefined-name';

export default deviceRule<undefined>({
  id: 'classifier-acl-of-other-family',
  requirement: 'HB-X-ACL-FAMILY',
  title: 'A classifier matches packets with an ACL of the other IP version',
  severity: 'warning',
  why: 'The line matches no packet: what the policy is meant to do with them is not done.',
  guide: ['vendor configuration files'],
  supersededBy: ['acl-of-other-family'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const section of sectionsUsing(device.names, undefined).get('acl')) {
      for (const name of section.all) {
        if (name.kind !== 'acl' || name.line.view !== 'traffic-classifier' || !isUse(name)) continue;
        const family = has(name.line, 'ipv6') ? 6 : 4;
        const heads = headsOf(device, name.text);
        if (heads.length === 0 || heads.some((head) => familyOfAcl(head) === family)) continue;
        const classifier = name.head && text(name.head, 'classifier-name')?.value;
        const edit = family === 4 ? 'if-match ipv6 acl' : 'if-match acl';
        yield {
          at: name.at,
          message: `${device.name}: traffic classifier ${classifier ?? ''} matches IPv${family}, but ACL ${name.text} is one for IPv${10 - family}: no packet matches; write ${edit}, or name another ACL`,
          evidence: [heads[0]!],
          also: [{ at: heads[0]!, message: `${device.name}: ACL ${name.text}` }],
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'An IPv6 ACL for IPv4, an IPv4 ACL for IPv6',
      config: `
        sysname DeviceA
        #
        acl ipv6 number 3001
         rule 5 permit ipv6
        #
        acl number 3002
         rule 5 permit ip
        #
        traffic classifier one operator or
         if-match acl 3001
                      ^^^^ DeviceA: traffic classifier one matches IPv4, but ACL 3001 is one for IPv6: no packet matches; write if-match ipv6 acl, or name another ACL
         if-match ipv6 acl 3002
                           ^^^^ DeviceA: traffic classifier one matches IPv6, but ACL 3002 is one for IPv4: no packet matches; write if-match acl, or name another ACL
        #
      `,
    },
    {
      title: 'The family that is meant; a number of both; an ACL that is not there',
      config: `
        sysname DeviceA
        #
        acl number 3001
        #
        acl ipv6 number 3001
        #
        acl ipv6 number 3002
        #
        traffic classifier one operator or
         if-match acl 3001
         if-match ipv6 acl 3001
         if-match ipv6 acl 3002
         if-match acl 3999
        #
      `,
    },
  ],
});
