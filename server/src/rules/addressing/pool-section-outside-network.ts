// A client with an address outside the network of its pool does not reach the gateway that the pool gives it
// (docs/decisions/pools.md).
import { isInside } from '../../model/address';
import type { Device, Pool } from '../../model/device';
import { networksOfPool, sectionName, sectionsOf, type Section } from '../../model/services/pool-addresses';
import { subnetText } from '../../model/vrrp/addresses';
import { deviceRule, type RawFinding } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'pool-section-outside-network',
  requirement: 'HB-X-POOL-NETWORK',
  title: 'A section of a pool leaves the network of the pool',
  severity: 'error',
  why: 'The device refuses the section, or leases addresses whose users never reach their gateway.',
  guide: ['vendor command reference: section, gateway (IP address pool view)'],
  independentPer: 'block',
  *check(device) {
    for (const pool of device.pools) {
      const networks = networksOfPool(pool);
      const sections = sectionsOf(pool);
      if (networks.length === 0) continue;
      const outside = sections.filter((section) => outsideEnds(section, pool).length > 0);
      if (outside.length === 0) continue;
      // Where no section fits, the one line that does not fit them is the gateway.
      if (sections.length > 1 && outside.length === sections.length) yield aboutGateway(device, pool, sections);
      else for (const section of outside) yield aboutSection(device, pool, section);
    }
  },
  examples: [
    {
      title: 'One end too far, and a section of another network',
      config: `
        sysname DeviceA
        #
        ip pool users server
         gateway 10.1.8.254 255.255.254.0
         section 0 10.1.8.10 10.1.8.239
         section 1 10.1.9.0 10.1.10.239
                            ^^^^^^^^^^^ DeviceA: section 1 of pool users ends at 10.1.10.239, outside 10.1.8.0/23 of the pool: users there reach no gateway
         section 2 10.2.9.0 10.2.9.200
                   ^^^^^^^^^^^^^^^^^^^ DeviceA: section 2 of pool users begins at 10.2.9.0, outside 10.1.8.0/23 of the pool: users there reach no gateway
        #
      `,
    },
    {
      title: 'No section fits the gateway',
      config: `
        sysname DeviceA
        #
        ip pool home bas local
         gateway 10.3.0.1 255.255.255.0
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: no section of pool home is in 10.3.0.0/24, the network of its gateway
         section 0 10.4.0.2 10.4.0.100
         section 1 10.4.0.101 10.4.0.200
        #
      `,
    },
    {
      title: 'Inside; a mask as its length; a pool without a network, or with several',
      config: `
        sysname DeviceA
        #
        ip pool users server
         gateway 10.1.8.254 23
         section 0 10.1.8.10 10.1.9.239
        #
        ip pool more
         gateway-list 10.5.0.1
         section 0 10.6.0.2 10.6.0.9
        #
        ip pool campus
         gateway-list 10.5.0.1
         network 10.6.0.0 mask 255.255.255.0
         section 0 10.6.0.2 10.6.0.9
        #
      `,
    },
  ],
});

/** The ends of the section that are in none of the pool's networks; none where one network holds both. */
function outsideEnds({ first, last }: Section, pool: Pool): Section['first'][] {
  const nets = networksOfPool(pool).map(({ prefix }) => prefix);
  if (nets.some((net) => isInside(first.value, net) && isInside(last.value, net))) return [];
  const ends = first === last ? [first] : [first, last];
  const outside = ends.filter((end) => !nets.some((net) => isInside(end.value, net)));
  return outside.length > 0 ? outside : ends;
}

function aboutSection(device: Device, pool: Pool, section: Section): RawFinding<undefined> {
  const ends = outsideEnds(section, pool);
  const [end] = ends as [Section['first']];
  const verb = end === section.first ? 'begins' : 'ends';
  return {
    at: { ...end.at, end: ends.at(-1)!.at.end },
    message: `${device.name}: ${sectionName(section, pool)} ${verb} at ${end.value.key}, outside ${netsText(pool)} of the pool: users there reach no gateway`,
    also: [{ at: networksOfPool(pool)[0]!.line, message: `${device.name}: pool ${pool.name} is in ${netsText(pool)}` }],
    facts: undefined,
  };
}

function aboutGateway(device: Device, pool: Pool, sections: readonly Section[]): RawFinding<undefined> {
  return {
    at: networksOfPool(pool)[0]!.line,
    message: `${device.name}: no section of pool ${pool.name} is in ${netsText(pool)}, the network of its gateway: users do not reach the gateway`,
    also: sections.map(({ line }) => ({ at: line, message: `${device.name}: a section outside ${netsText(pool)}` })),
    facts: undefined,
  };
}

function netsText(pool: Pool): string {
  return [...new Set(networksOfPool(pool).map(({ prefix }) => subnetText(prefix)))].join(', ');
}
