// A group that tracks the port it stands on: when that fails the group is down already, and the loss of the uplink goes unnoticed.
// A backup service may name the user side (RBS `track interface`), so only VRRP tracks are judged.
import { deviceRule } from '../../diagnostics/rule';
import { mainInterfaceKey } from '../../model/names';
import { groupName } from '../../model/vrrp/member';

export default deviceRule<undefined>({
  id: 'vrrp-tracks-own-port',
  requirement: 'HB-V-UPLINK-UNTRACKED',
  title: 'A VRRP group tracks the port that it stands on',
  severity: 'warning',
  why: 'When the port fails the group is down anyway. When the uplink fails nothing happens: users keep a master without a way out.',
  guide: ['000 step 1.7'],
  independentPer: 'group',
  *check(device) {
    for (const group of device.groups) {
      const own = mainInterfaceKey(group.interfaceKey);
      for (const { object } of group.tracks) {
        if (object.kind !== 'interface' || (object.key !== own && object.key !== group.interfaceKey)) continue;
        yield {
          at: object.name.at,
          message: `${device.name}: ${groupName(group)} of ${group.interfaceName} tracks its own port ${object.name.value}: the loss of an uplink changes nothing`,
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'The main interface below the group',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2.10
         vrrp vrid 1 virtual-ip 10.2.1.254
         vrrp vrid 1 track interface GigabitEthernet0/1/2 reduced 60
                                     ^^^^^^^^^^^^^^^^^^^^ DeviceA: VRRP group 1 of GigabitEthernet0/1/2.10 tracks its own port GigabitEthernet0/1/2: the loss of an uplink changes nothing
        #
      `,
    },
    {
      title: 'The uplink; the user side in a backup service',
      config: `
        sysname DeviceA
        #
        remote-backup-service ch
         track interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/0
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.2.1.254
         vrrp vrid 1 track interface GigabitEthernet0/1/0 reduced 60
        #
      `,
    },
  ],
});
