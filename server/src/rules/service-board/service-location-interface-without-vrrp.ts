// The guide runs the channel between the boards over the interface of the VRRP group; another interface is most likely a slip.
import { deviceRule } from '../../diagnostics/rule';
import { interChassis } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<undefined>({
  id: 'service-location-interface-without-vrrp',
  requirement: 'HB-SL-PEER',
  title: 'The backup interface of a service-location carries no VRRP group',
  severity: 'warning',
  why: 'The channel and the roles then fail independently: the boards may lose each other while both devices keep their roles.',
  guide: ['004 step 3.4'],
  supersededBy: ['service-location-peer-not-mirrored'],
  *check(device) {
    for (const location of interChassis(device)) {
      const remote = location.remote!;
      const owner = device.interfaces.get(remote.interfaceKey);
      if (!owner || owner.groups.length > 0) continue;
      yield {
        at: remote.interface.at,
        message: `${device.name}: ${owner.name}, the backup interface of service-location ${location.id}, has no VRRP group: the boards may lose each other and keep their roles`,
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'Another interface',
      config: exampleBoard('DeviceA', 1, {
        location: `
         location slot 3
         vrrp vrid 1 interface GigabitEthernet0/1/8
         remote-backup interface GigabitEthernet0/1/9 peer 10.0.9.2
                                 ^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/9, the backup interface of service-location 1, has no VRRP group: the boards may lose each other and keep their roles`,
        rest: `
        interface GigabitEthernet0/1/9
         ip address 10.0.9.1 255.255.255.0
        #`,
      }),
    },
    {
      title: 'The interface of the group; an interface that is not in the file',
      config: exampleBoard('DeviceA', 1, {
        rest: `
        service-location 2
         location slot 4
         remote-backup interface GigabitEthernet0/2/9 peer 10.0.9.2
        #`,
      }),
    },
  ],
});
