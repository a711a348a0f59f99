// A public address belongs to one instance: what comes back to it is sent to one board.
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
    if (device.holdsSeveralDevices) return;
    for (const { earlier, later } of rangesOfInstances(device.instances).overlaps()) {
      if (earlier.value === later.value) continue;
      yield {
        at: later.range.line,
        message: `${device.name}: ${later.value.kind} instance ${later.value.name} has public addresses from ${later.range.first.value.key}, as ${earlier.value.name} has: answers may reach the wrong board`,
        also: [
          {
            at: earlier.range.line,
            message: `${device.name}: ${earlier.value.kind} instance ${earlier.value.name} has the same addresses`,
          },
        ],
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
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: nat instance two has public addresses from 203.0.113.24, as one has: answers may reach the wrong board
        #
      `,
    },
    {
      title: 'A mask that is too short, in sections',
      config: `
        sysname DeviceA
        #
        nat instance one id 1
         nat address-group out group-id 1
          section 0 203.0.113.0 mask 27
        #
        nat instance two id 2
         nat address-group out group-id 2
          section 0 203.0.113.32 mask 26
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: nat instance two has public addresses from 203.0.113.32, as one has: answers may reach the wrong board
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
         nat address-group more group-id 3
          section 0 203.0.113.48 203.0.113.50
          section 1 203.0.113.52 mask 255.255.255.252
        #
      `,
    },
  ],
});
