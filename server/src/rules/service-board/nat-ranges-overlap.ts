// A public address belongs to one instance: what comes back to it is sent to one board.
import { holdsSeveralDevices } from '../../model/whole-file';
import { rangesOfInstances } from '../../model/services/public-addresses';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'nat-ranges-overlap',
  requirement: 'HB-X-NAT-RANGE',
  title: 'Two NAT or DS-Lite instances have the same public addresses',
  severity: 'error',
  why: 'The device refuses the second range, or answers to users of one instance reach the board of the other.',
  guide: ['vendor command reference: nat address-group, ds-lite address-group'],
  *check(device) {
    if (holdsSeveralDevices(device)) return;
    for (const { earlier, later } of rangesOfInstances(device.instances).overlaps()) {
      if (earlier.value === later.value) continue;
      yield {
        at: later.range.line,
        message: `${device.name}: public addresses of ${later.value.name} from ${later.range.first.value.key} are those of ${earlier.value.name} too`,
        also: [{ at: earlier.range.line, message: 'The other range' }],
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'A copied range',
      config: `
        sysname DeviceA
        #
        nat instance one id 1
         nat address-group out group-id 1 203.0.113.16 203.0.113.31
        #
        nat instance two id 2
         nat address-group out group-id 2 203.0.113.24 203.0.113.40
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: public addresses of two from 203.0.113.24 are those of one too
        #
      `,
    },
    {
      title: 'Side by side',
      config: `
        sysname DeviceA
        #
        nat instance one id 1
         nat address-group out group-id 1 203.0.113.16 203.0.113.31
        #
        nat instance two id 2
         nat address-group out group-id 2 203.0.113.32 mask 28
        #
      `,
    },
  ],
});
