// A port joins an Eth-Trunk by its number. The trunk may be there by a section of a sub-interface alone.
import { interfaceView } from '../../catalogue';
import { hasSubInterface } from '../../model/interface-state';
import { undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'eth-trunk-undefined',
  requirement: 'HB-X-TRUNK-DEFINED',
  title: 'A port joins an Eth-Trunk that is not there',
  severity: 'warning',
  why: 'The port carries nothing: the trunk that was meant has one member less, or none.',
  guide: ['vendor configuration files'],
  kinds: ['interface'],
  counts: ({ line, key }, device) =>
    line.match?.command === interfaceView.ethTrunkMember.id && !hasSubInterface(device, key),
  effect: () => 'the port carries nothing',
  examples: [
    {
      title: 'A slip in the number',
      config: `
        sysname DeviceA
        #
        interface Eth-Trunk10
         ip address 10.1.1.1 255.255.255.0
        #
        interface GigabitEthernet0/1/1
         eth-trunk 11
                   ^^ DeviceA: GigabitEthernet0/1/1 names Eth-Trunk11, which is not in this file: the port carries nothing
        #
      `,
    },
    {
      title: 'There, also by a sub-interface alone',
      config: `
        sysname DeviceA
        #
        interface Eth-Trunk 10
        #
        interface Eth-Trunk12.70
         vlan-type dot1q 70
        #
        interface GigabitEthernet0/1/1
         eth-trunk 10
        #
        interface GigabitEthernet0/1/2
         eth-trunk 12
        #
        interface GigabitEthernet0/1/3
         eth-trunk 13
         undo eth-trunk
        #
      `,
    },
  ],
});
