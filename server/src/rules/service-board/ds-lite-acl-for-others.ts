// A DS-Lite instance says where its users come from (`remote-ipv6`), and its ACL picks whom it translates: the two meet somewhere.
import { deviceRule } from '../../diagnostics/rule';
import { overlap, spelled, type Prefix } from '../../model/address';
import { headsOf, outboundsOf, rulesOf, sourceOf, userPrefixes } from '../../model/services/user-acls';

export default deviceRule<undefined>({
  id: 'ds-lite-acl-for-others',
  requirement: 'HB-X-ACL-USERS',
  title: 'The ACL of a DS-Lite instance permits none of its users',
  severity: 'warning',
  why: 'Nobody is translated: the users of the instance reach nothing.',
  guide: ['004 step 5.2', 'vendor configuration files'],
  supersededBy: ['acl-of-other-family'],
  independentPer: 'block',
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const instance of device.instances) {
      const users = userPrefixes(instance);
      if (users.length === 0) continue;
      for (const { acl, line } of outboundsOf(instance)) {
        const permitting = (rulesOf(headsOf(device, acl.value)) ?? []).filter((rule) => rule.permits);
        const sources = permitting.map(sourceOf);
        if (sources.length === 0 || !sources.every((source) => source !== undefined)) continue;
        if (sources.some((source) => users.some(({ value }) => overlap(source, value)))) continue;
        yield {
          at: permitting[0]!.line,
          message: `${device.name}: ACL ${acl.value} permits ${textOf(sources[0]!)}, but users of ${instance.name} come from ${textOf(users[0]!.value)}`,
          evidence: [line],
          also: [{ at: users[0]!.at, message: 'Where the users come from' }],
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'A slip in the prefix',
      config: `
        sysname DeviceA
        #
        acl ipv6 number 3002
         rule 5 permit ipv6 source 2001:DB8:9900::/40
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: ACL 3002 permits 2001:DB8:9900::/40, but users of fiber come from 2001:DB8:8800::/40
        #
        ds-lite instance fiber id 12
         remote-ipv6 2001:DB8:8800:: prefix-length 40
         ds-lite address-group out group-id 1 203.0.113.16 203.0.113.31
         ds-lite outbound 3002 address-group out
        #
      `,
    },
    {
      title: 'A part of the users, a wider prefix, another condition',
      config: `
        sysname DeviceA
        #
        acl ipv6 number 3002
         rule 5 permit ipv6 source 2001:DB8:8801::/48
        #
        acl ipv6 number 3003
         rule 5 permit ipv6 source 2001:DB8::/32
        #
        acl ipv6 number 3004
         rule 5 permit ipv6 source 2001:DB8:9900::/40
         rule 10 permit ipv6 source-pool users
        #
        ds-lite instance fiber id 12
         remote-ipv6 2001:DB8:8800:: prefix-length 40
         ds-lite address-group out group-id 1 203.0.113.16 203.0.113.31
         ds-lite outbound 3002 address-group out
         ds-lite outbound 3003 address-group out
         ds-lite outbound 3004 address-group out
        #
      `,
    },
  ],
});

function textOf({ address, length }: Prefix): string {
  return `${spelled(address.bytes)}/${length}`;
}
