// The public addresses of an address group begin at the lower one.
import { publicRanges } from '../../model/services/public-addresses';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'nat-range-reversed',
  requirement: 'HB-X-NAT-RANGE',
  title: 'A NAT or DS-Lite address group ends before it begins',
  severity: 'error',
  why: 'The device refuses the range: the users of the instance get no public address.',
  guide: ['vendor command reference: nat address-group, ds-lite address-group'],
  independentPer: 'block',
  *check(device) {
    for (const instance of device.instances) {
      for (const { first, last, from, to } of publicRanges(instance)) {
        if (!last || from <= to) continue;
        yield {
          at: { ...first.at, end: last.at.end },
          message: `${device.name}: a range of ${instance.kind} instance ${instance.name} begins at ${first.value.key}, after its end ${last.value.key}: the device refuses the line`,
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'The ends are exchanged',
      config: `
        sysname DeviceA
        #
        nat instance one id 1
         nat address-group out group-id 1 203.0.113.31 203.0.113.16
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: a range of nat instance one begins at 203.0.113.31, after its end
        #
      `,
    },
    {
      title: 'In a section',
      config: `
        sysname DeviceA
        #
        nat instance one id 1
         nat address-group out group-id 1
          section 0 203.0.113.31 203.0.113.16
                    ^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: a range of nat instance one begins at 203.0.113.31, after its end
        #
      `,
    },
    {
      title: 'In order, and a mask',
      config: `
        sysname DeviceA
        #
        ds-lite instance one id 1
         ds-lite address-group out group-id 1 203.0.113.16 203.0.113.31
        #
        nat instance two id 2
         nat address-group out group-id 1 198.51.100.0 mask 255.255.255.0
        #
      `,
    },
  ],
});
