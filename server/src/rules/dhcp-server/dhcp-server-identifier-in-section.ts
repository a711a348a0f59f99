// An identifier inside the leased range is taken out of the lease: no fault, but the pool is one address smaller than it looks.
import { boundPools } from '../../model/services/pools';
import type { Address } from '../../model/address';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';
import { dhcpExampleDevice } from '../testing/example-pair';

export default deviceRule<undefined>({
  id: 'dhcp-server-identifier-in-section',
  requirement: 'HB-DS-IDENT-INPOOL',
  title: 'The server identifier lies inside the addresses of its pool',
  severity: 'information',
  why: 'The device never leases that address; whoever counts the addresses of the pool should know.',
  guide: ['002 step 4.7'],
  *check(device) {
    for (const { pool } of boundPools(device)) {
      const { identifier } = pool;
      if (!identifier) continue;
      // The gateway is never leased anyway, nor what is excluded by hand.
      const key = identifier.value.key;
      if (
        pool.block.lines.some(
          (line) =>
            /^(gateway|excluded-ip-address) /.test(canonicalText(line)) && canonicalText(line).split(' ').includes(key),
        )
      )
        continue;
      const section = pool.sections.find(
        (section) => compare(section.from, identifier.value) <= 0 && compare(identifier.value, section.to) <= 0,
      );
      if (!section) continue;
      yield {
        at: identifier.at,
        message: `${device.name}: the server identifier ${key} lies in a section of pool ${pool.name}: that address is not leased`,
        also: [{ at: section.line, message: `${device.name}: a section of pool ${pool.name} that holds ${key}` }],
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'Inside',
      config: dhcpExampleDevice('DeviceA', 1, {
        pool: `
         section 0 10.1.1.10 10.1.1.254
         remote-backup-profile leases
         server identifier ip 10.1.1.254
                              ^^^^^^^^^^ DeviceA: the server identifier 10.1.1.254 lies in a section of pool users: that address is not leased`,
      }),
    },
    {
      title: 'Outside, or the gateway',
      config: dhcpExampleDevice('DeviceA', 1, {
        pool: `
         gateway 10.1.1.254 255.255.255.0
         section 0 10.1.1.10 10.1.1.254
         remote-backup-profile leases
         server identifier ip 10.1.1.254`,
      }),
    },
  ],
});

function compare(a: Address, b: Address): number {
  for (let index = 0; index < a.bytes.length; index++) {
    const difference = a.bytes[index]! - (b.bytes[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
