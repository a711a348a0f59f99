// A section begins at its lower address (docs/decisions/pools.md).
import { isReversed, sectionName, sectionsOf, type Section } from '../../model/services/pool-addresses';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<Section>({
  id: 'pool-section-reversed',
  requirement: 'HB-X-POOL-NETWORK',
  title: 'A section of a pool ends before it begins',
  severity: 'error',
  why: 'The device refuses the section: its addresses are leased to nobody.',
  guide: ['vendor command reference: section (IP address pool view)'],
  independentPer: 'block',
  *check(device) {
    for (const pool of device.pools) {
      for (const section of sectionsOf(pool).filter(isReversed)) {
        const { first, last } = section;
        yield {
          at: { ...first.at, end: last.at.end },
          message: `${device.name}: ${sectionName(section, pool)} begins at ${first.value.key}, after its end ${last.value.key}: nobody gets an address; exchange the two`,
          facts: section,
        };
      }
    }
  },
  fix({ first, last }) {
    return [
      {
        title: `Exchange them: ${last.value.key} to ${first.value.key}`,
        edits: [replace(first.at, last.value.key), replace(last.at, first.value.key)],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'The ends are exchanged',
      config: `
        sysname DeviceA
        #
        ip pool users server
         section 0 10.1.8.239 10.1.8.10
                   ^^^^^^^^^^^^^^^^^^^^ DeviceA: section 0 of pool users begins at 10.1.8.239, after its end 10.1.8.10
        #
        fixed:
        sysname DeviceA
        #
        ip pool users server
         section 0 10.1.8.10 10.1.8.239
        #
      `,
    },
    {
      title: 'In order, one address',
      config: `
        sysname DeviceA
        #
        ip pool users server
         section 0 10.1.8.9 10.1.8.10
         section 1 10.1.8.99
        #
      `,
    },
  ],
});
