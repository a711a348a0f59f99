// A port joins an Eth-Trunk by its number, and a profile follows the role of one. The trunk may be there by a section of a
// sub-interface alone.
import { interfaceView, rbp } from '../../catalogue';
import { hasSubInterface } from '../../model/interface-state';
import { undefinedNameRule } from '../shared/undefined-name';

/** What follows on each line that is asked. */
const effects: ReadonlyMap<string, string> = new Map([
  [interfaceView.ethTrunkMember.id, 'the port carries nothing'],
  [rbp.eTrunk.id, 'the profile has no role'],
]);

export default undefinedNameRule({
  id: 'eth-trunk-undefined',
  requirement: 'HB-X-TRUNK-DEFINED',
  title: 'A port joins, or a profile follows, an Eth-Trunk that is not there',
  severity: 'warning',
  why: 'The port carries nothing, and the trunk that was meant has one member less; a profile has no role.',
  guide: ['vendor configuration files'],
  // Another trunk of the file is the member of that E-Trunk.
  supersededBy: ['e-trunk-undefined'],
  kinds: ['interface'],
  counts: ({ line, key }, device) => effects.has(line.match!.command) && !hasSubInterface(device, key),
  effect: ({ line }) => effects.get(line.match!.command),
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
        remote-backup-profile neighbours
         e-trunk 1 eth-trunk 12
                             ^^ DeviceA: RBP neighbours names Eth-Trunk12, which is not in this file: the profile has no role
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
