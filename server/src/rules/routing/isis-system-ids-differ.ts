// The network entities of one IS-IS process name several areas of one router: the device refuses one with another system ID.
import { deviceRule } from '../../diagnostics/rule';
import { systemIdsOf } from '../../model/routing/identity';
import { igpProcesses } from '../../model/routing/igp-processes';

export default deviceRule<undefined>({
  id: 'isis-system-ids-differ',
  requirement: 'HB-X-ISIS-NET',
  title: 'Two network entities of an IS-IS process have different system IDs',
  severity: 'warning',
  why: 'A router has one system ID, whatever areas it is in: the device refuses the second line, and neighbours of its area are lost.',
  guide: ['vendor command reference: network-entity'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const process of igpProcesses(device)) {
      const [first, ...others] = systemIdsOf(process);
      for (const { systemId, at } of others) {
        if (systemId === first!.systemId) continue;
        yield {
          at,
          message: `${device.name}: IS-IS process ${process.id} has system ID ${systemId} beside ${first!.systemId}; use one system ID in all areas`,
          also: [{ at: first!.at, message: `${device.name}: the first one` }],
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'Two areas',
      config: `
        sysname DeviceA
        #
        isis 1
         network-entity 49.0001.0000.0000.0011.00
         network-entity 49.0002.0000.0000.0012.00
                        ^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: IS-IS process 1 has system ID 0000.0000.0012 beside 0000.0000.0011; use one system ID in all areas
        #
      `,
    },
    {
      title: 'One system ID in two areas, and in capitals; another process',
      config: `
        sysname DeviceA
        #
        isis 1
         network-entity 49.0001.0000.0000.00aa.00
         network-entity 49.0002.0000.0000.00AA.00
         undo network-entity 49.0003.0000.0000.0013.00
        #
        isis 2
         network-entity 49.0001.0000.0000.0012.00
        #
      `,
    },
  ],
});
