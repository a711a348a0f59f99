// An excluded address keeps one of the pool's own from being leased: outside the pool's networks it is another one than was meant, and
// the one that was meant is leased. In the network and in no section it is superfluous (docs/decisions/pools.md).
import { isInside, orderKey } from '../../model/address';
import type { Pool } from '../../model/device';
import {
  exclusionsOf,
  gatewaysOf,
  networksOfPool,
  sectionsOf,
  type Exclusion,
} from '../../model/services/pool-addresses';
import { subnetText } from '../../model/vrrp/addresses';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'pool-exclusion-outside',
  requirement: 'HB-X-POOL-NETWORK',
  title: 'Addresses are excluded that the pool does not have',
  severity: 'warning',
  why: 'Nothing is excluded: the address that was meant is leased to a client.',
  guide: ['vendor command reference: excluded-ip-address (IP address pool view)'],
  supersededBy: ['range-reversed', 'pool-section-outside-network'],
  independentPer: 'block',
  *check(device) {
    for (const pool of device.pools) {
      for (const exclusion of exclusionsOf(pool)) {
        const isOutside = leavesNetwork(exclusion, pool);
        if (!isOutside && meetsSection(exclusion, pool)) continue;
        const what = `${device.name}: pool ${pool.name} excludes ${rangeText(exclusion)}`;
        const where = isOutside ? `outside ${netsText(pool)} of the pool` : 'of which no section has any';
        yield {
          at: { ...exclusion.first.at, end: exclusion.last.at.end },
          severity: isOutside ? 'warning' : 'information',
          message: `${what}, ${where}: nothing is kept back; exclude what is meant`,
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'Another network, and between the sections',
      config: `
        sysname DeviceA
        #
        ip pool users server
         gateway 10.1.8.254 255.255.255.0
         section 0 10.1.8.10 10.1.8.200
         excluded-ip-address 10.1.9.50 10.1.9.59
                             ^^^^^^^^^^^^^^^^^^^ DeviceA: pool users excludes 10.1.9.50-10.1.9.59, outside 10.1.8.0/24 of the pool: nothing is kept back; exclude what is meant
         excluded-ip-address 10.1.8.250
                             ^^^^^^^^^^ DeviceA: pool users excludes 10.1.8.250, of which no section has any: nothing is kept back
        #
      `,
    },
    {
      title: 'In a section, or over its edge; a pool without sections, or without a network',
      config: `
        sysname DeviceA
        #
        ip pool users server
         gateway 10.1.8.254 255.255.255.0
         section 0 10.1.8.10 10.1.8.200
         excluded-ip-address 10.1.8.1 10.1.8.19
         excluded-ip-address 10.1.8.100
         excluded-ip-address 10.1.8.254
        #
        ip pool campus
         network 10.2.8.0 mask 255.255.255.0
         excluded-ip-address 10.2.8.250
        #
        ip pool others
         excluded-ip-address 10.3.8.250
        #
      `,
    },
  ],
});

/** Whether an end of it is in none of the pool's networks, where the pool says any. */
function leavesNetwork({ first, last }: Exclusion, pool: Pool): boolean {
  const networks = networksOfPool(pool);
  return (
    networks.length > 0 && [first, last].some(({ value }) => !networks.some(({ prefix }) => isInside(value, prefix)))
  );
}

/** Whether a section or the gateway has any of the addresses; a pool without sections leases its whole network. */
function meetsSection({ from, to }: Exclusion, pool: Pool): boolean {
  const sections = sectionsOf(pool);
  const gateways = gatewaysOf(pool).map(({ value }) => ({ from: orderKey(value), to: orderKey(value) }));
  return (
    from > to || sections.length === 0 || [...sections, ...gateways].some((own) => own.from <= to && from <= own.to)
  );
}

function rangeText({ first, last }: Exclusion): string {
  return first === last ? first.value.key : `${first.value.key}-${last.value.key}`;
}

function netsText(pool: Pool): string {
  return [...new Set(networksOfPool(pool).map(({ prefix }) => subnetText(prefix)))].join(', ');
}
