// An interface runs a routing process by its number; a device saves the line without the process, which then runs nowhere.
// Where that takes the only route of a backup channel away, it is an error there (backup-peer-unreachable).
import { undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'igp-process-undefined',
  requirement: 'HB-X-IGP-DEFINED',
  title: 'An interface runs a routing process that is not there',
  severity: 'warning',
  why: 'The interface has no neighbour and its network is not announced: the other device and the core do not reach it.',
  guide: ['vendor configuration files'],
  supersededBy: ['backup-peer-unreachable'],
  kinds: ['isis-process', 'ospf-process', 'ospfv3-process'],
  effect: () => 'the network is not announced',
  examples: [
    {
      title: 'A slip in the number',
      config: `
        sysname DeviceA
        #
        isis 1
         network-entity 49.0001.0000.0000.0001.00
        #
        interface LoopBack0
         isis enable 10
                     ^^ DeviceA: LoopBack0 names IS-IS process 10, which is not in this file: the network is not announced
        #
        ospfv3 1
        #
        interface LoopBack1
         ospfv3 2 area 0.0.0.0
                ^ DeviceA: LoopBack1 names OSPFv3 process 2, which is not in this file: the network is not announced
        #
      `,
    },
    {
      title: 'There; without a number it is process 1',
      config: `
        sysname DeviceA
        #
        isis
         network-entity 49.0001.0000.0000.0001.00
        #
        interface LoopBack0
         isis enable
         isis ipv6 enable 1
        #
        ospf 100
        #
        interface LoopBack1
         ospf enable 100 area 0.0.0.0
        #
      `,
    },
  ],
});
