// An Eth-Trunk without a member carries nothing. Spare trunks are normal: one is asked for a member only where the file is whole and
// the trunk has an address, a sub-interface or a profile. What the peer proves is another rule.
import { deviceRule } from '../../diagnostics/rule';
import type { Interface } from '../../model/device';
import { hasMember, hasSubInterface } from '../../model/interface-state';

export default deviceRule<undefined>({
  id: 'eth-trunk-without-member',
  requirement: 'HB-X-TRUNK-MEMBER',
  title: 'An Eth-Trunk has no member port',
  severity: 'warning',
  why: 'The trunk stays down, and with it the groups, users and channels on it.',
  guide: ['vendor configuration files'],
  supersededBy: ['eth-trunk-member-on-one-device'],
  independentPer: 'names',
  *check(device) {
    if (!device.isWholeFile) return;
    for (const { all } of device.names) {
      for (const { kind, key, defines, undone } of all) {
        if (kind !== 'interface' || !defines || undone || !/^eth-trunk\d+$/.test(key)) continue;
        const trunk = device.interfaces.get(key);
        if (!trunk || hasMember(device, trunk)) continue;
        if (!isUsed(trunk) && !hasSubInterface(device, key)) continue;
        yield {
          at: trunk.at,
          message: `${device.name}: ${trunk.name} has no member port: the trunk stays down`,
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'In a whole file',
      config: whole(`
        interface Eth-Trunk10
                  ^^^^^^^^^^^ DeviceA: Eth-Trunk10 has no member port: the trunk stays down
         ip address 10.1.1.1 255.255.255.0
        #`),
    },
    {
      title: 'A spare trunk, one with a member, one whose port names it by trunkport',
      config: whole(`
        interface Eth-Trunk9
        #
        interface Eth-Trunk10
         ip address 10.1.1.1 255.255.255.0
        #
        interface GigabitEthernet0/1/1
         eth-trunk 10
        #
        interface Eth-Trunk11
         ip address 10.1.2.1 255.255.255.0
         trunkport GigabitEthernet 0/1/3
        #`),
    },
    {
      title: 'An excerpt',
      config: `
        sysname DeviceA
        #
        interface Eth-Trunk10
         ip address 10.1.1.1 255.255.255.0
        #
      `,
    },
  ],
});

function isUsed({ addresses, profiles, groups }: Interface): boolean {
  return addresses.length > 0 || profiles.length > 0 || groups.length > 0;
}

function whole(trunks: string): string {
  return `
        sysname DeviceA
        #
        aaa
        #${trunks}
        interface NULL0
        #
        user-interface vty 0 4
        #
        return
      `;
}
