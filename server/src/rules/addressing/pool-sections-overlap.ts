// An address is leased from one section: two that hold it would give it to two clients (docs/decisions/pools.md).
import { leasedSections, sectionName, sectionText } from '../../model/services/pool-addresses';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'pool-sections-overlap',
  requirement: 'HB-X-POOL-OVERLAP',
  title: 'Two sections of address pools hold the same addresses',
  severity: 'error',
  why: 'The device refuses the second one, or two clients get one address and disturb each other.',
  guide: ['vendor command reference: section (IP address pool view)'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const { earlier, later } of leasedSections(device.pools).overlaps()) {
      const [ranged, peerRanged] = [later, earlier];
      const other =
        ranged.value === peerRanged.value
          ? `section ${peerRanged.range.id}`
          : sectionName(peerRanged.range, peerRanged.value);
      yield {
        at: { ...ranged.range.first.at, end: ranged.range.last.at.end },
        message: `${device.name}: ${sectionName(ranged.range, ranged.value)} overlaps ${other} (${sectionText(peerRanged.range)}): one address for two clients`,
        also: [
          { at: peerRanged.range.line, message: `${device.name}: ${sectionName(peerRanged.range, peerRanged.value)}` },
        ],
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'In one pool, and in two',
      config: `
        sysname DeviceA
        #
        ip pool users server
         gateway 10.1.8.254 255.255.254.0
         section 0 10.1.8.10 10.1.8.239
         section 1 10.1.8.200 10.1.9.239
                   ^^^^^^^^^^^^^^^^^^^^^ DeviceA: section 1 of pool users overlaps section 0 (10.1.8.10-10.1.8.239): one address for two clients
        #
        ip pool home bas local
         gateway 10.1.8.1 255.255.254.0
         section 0 10.1.9.239 10.1.9.250
                   ^^^^^^^^^^^^^^^^^^^^^ DeviceA: section 0 of pool home overlaps section 1 of pool users (10.1.8.200-10.1.9.239)
        #
      `,
    },
    {
      title: 'Side by side; a pool of the peer; another VPN; a section written anew',
      config: `
        sysname DeviceA
        #
        ip pool users server
         section 0 10.1.8.10 10.1.8.239
         section 1 10.1.8.240 10.1.9.239
        #
        ip pool users
         section 1 10.1.8.240 10.1.9.200
        #
        ip pool spare bas local rui-slave
         section 0 10.1.8.10 10.1.8.239
        #
        ip pool red bas local
         vpn-instance red
         section 0 10.1.8.10 10.1.8.239
        #
      `,
    },
  ],
});
