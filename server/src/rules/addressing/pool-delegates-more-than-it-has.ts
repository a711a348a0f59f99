// A prefix pool hands out parts of its prefix: a part that is larger than the whole is refused.
import { inForce } from '../../model/lines/in-force';
import { text } from '../../model/read/line-values';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'pool-delegates-more-than-it-has',
  requirement: 'HB-X-POOL-NETWORK',
  title: 'A prefix pool is to hand out prefixes that are larger than its own',
  severity: 'error',
  why: 'The device refuses the line: users get no prefix.',
  guide: ['vendor command reference: prefix (IPv6 prefix pool view)', 'RFC 8415 18.3.1'],
  *check(device) {
    for (const { line: head, text: name } of device.nameIndex.definitions('ipv6-prefix-pool')) {
      for (const line of inForce(head.lines)) {
        const given = text(line, 'delegated-length');
        const own = text(line, 'prefix-length')?.value ?? text(line, 'ipv6-address/prefix-length')?.value.split('/')[1];
        if (line.match?.undo || !given || own === undefined || Number(given.value) >= Number(own)) continue;
        yield {
          at: given.at,
          message: `${device.name}: prefix pool ${name} of /${own} is to hand out /${given.value} each: no user gets a prefix; use at least ${own}`,
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'A slip in the length',
      config: `
        sysname DeviceA
        #
        ipv6 prefix homes6 delegation
         prefix 2001:DB8:9100::/40 delegating-prefix-length 36
                                                            ^^ DeviceA: prefix pool homes6 of /40 is to hand out /36 each: no user gets a prefix; use at least 40
        #
      `,
    },
    {
      title: 'Parts, the whole, no length',
      config: `
        sysname DeviceA
        #
        ipv6 prefix homes6 delegation
         prefix 2001:DB8:9100::/40 delegating-prefix-length 56
        #
        ipv6 prefix one6 delegation
         prefix 2001:DB8:9200:: 40 delegating-prefix-length 40
        #
        ipv6 prefix all6 local
         prefix 2001:DB8:9300::/48
        #
      `,
    },
  ],
});
