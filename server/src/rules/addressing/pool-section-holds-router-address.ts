// A leased address that a router has itself: the routers find that out when they lease it, and one address of the pool is never leased.
// The gateway and the virtual IP are left out by the device anyway (docs/decisions/pools.md).
import type { Device, InterfaceAddress } from '../../model/device';
import { orderKey } from '../../model/address';
import type { Pair, Side } from '../../model/pairing/pair';
import { poolsOnBoth, type BoundPool } from '../../model/services/pools';
import { excludedRanges, sectionName, sectionsOf, type Section } from '../../model/services/pool-addresses';
import { localAddressesOn } from '../../model/vrrp/addresses';
import { pairRule } from '../../diagnostics/rule';
import { dhcpExampleDevice } from '../testing/example-pair';

export default pairRule<undefined>({
  id: 'pool-section-holds-router-address',
  requirement: 'HB-DS-OWN-ADDRESS',
  title: 'A section of a DHCP server pool holds the address of a router',
  severity: 'information',
  why: 'The address may be leased to a client, which then disturbs the router; at best it is found in use and one address is lost.',
  guide: ['vendor command reference: excluded-ip-address (IP address pool view)'],
  *check(pair) {
    for (const { a, b } of poolsOnBoth(pair)) {
      const own = [...routerAddresses(pair, 'a', a), ...routerAddresses(pair, 'b', b)];
      for (const bound of [a, b]) {
        for (const { device, address } of own) {
          const section = sectionWith(bound, address);
          if (!section) continue;
          yield {
            at: section.line,
            message: `${bound.device.name}: ${sectionName(section, bound.pool)} holds ${address.prefix.address.key}, an interface address of ${device.name}: add an excluded-ip-address line`,
            also: [{ at: address.at, message: `${device.name} has the address ${address.prefix.address.key}` }],
            facts: undefined,
          };
        }
      }
    }
  },
  examples: [
    {
      title: 'The addresses of both routers',
      config:
        dhcpExampleDevice('DeviceA', 1, {}) +
        dhcpExampleDevice('DeviceB', 2, {
          pool: `
         gateway 10.1.1.254 255.255.255.0
         section 0 10.1.1.10 10.1.1.200
         section 1 10.1.1.2 10.1.1.9
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: section 1 of pool users holds 10.1.1.2, an interface address of DeviceB: add an excluded-ip-address line
         remote-backup-profile leases
         server identifier ip 10.1.1.254`,
        }),
    },
    {
      title: 'Excluded, or outside',
      config:
        dhcpExampleDevice('DeviceA', 1, {}) +
        dhcpExampleDevice('DeviceB', 2, {
          pool: `
         gateway 10.1.1.254 255.255.255.0
         section 0 10.1.1.1 10.1.1.254
         excluded-ip-address 10.1.1.1 10.1.1.9
         remote-backup-profile leases
         server identifier ip 10.1.1.254`,
        }),
    },
  ],
});

interface RouterAddress {
  readonly device: Device;
  readonly address: InterfaceAddress;
}

/** The addresses of the interfaces whose groups the pool's profile follows. */
function routerAddresses(pair: Pair, side: Side, { groups }: BoundPool): RouterAddress[] {
  const device = pair[side];
  return groups.flatMap((group) =>
    localAddressesOn(device.interfaces.get(group.interfaceKey), 4).map((address) => ({ device, address })),
  );
}

function sectionWith({ pool, groups }: BoundPool, { prefix: { address } }: InterfaceAddress): Section | undefined {
  const key = orderKey(address);
  if (groups.some((group) => group.virtualIps.some((ip) => ip.address.key === address.key))) return undefined;
  if (isExcluded(pool, key)) return undefined;
  return sectionsOf(pool).find(({ from, to }) => from <= key && key <= to);
}

function isExcluded(pool: BoundPool['pool'], key: string): boolean {
  return excludedRanges(pool).some(({ from, to }) => from <= key && key <= to);
}
