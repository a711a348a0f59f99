// With service boards a master that starts again should not heed its interfaces at once: `vrrp recover-delay` (DECISIONS 39).
import { insertSection } from './edits';
import { groupName, interfaceOf, roles, type Member } from './group';
import { pairRule } from './rule';
import { says, systemLines } from './said';

export default pairRule<Member>({
  id: 'vrrp-recover-delay-missing',
  check: 'HB-SL-PREEMPT',
  title: 'The master of a service board pair has no recover-delay',
  severity: 'information',
  why: 'After a restart the interfaces are up before the boards are: the device may take the role before it can serve.',
  guide: ['sister pages of the guide'],
  *find(pair) {
    for (const { group, master } of roles(pair)) {
      const one = interfaceOf(master);
      if (group.locations.length === 0 || !one || says(one.block, /^vrrp recover-delay /) || systemLines(master.device, /^vrrp recover-delay /).length > 0) continue;
      yield { at: master.group.at, message: `${master.device.name}: master of ${groupName(master.group)} has no vrrp recover-delay; 15 s is usual with service boards`, facts: master };
    }
  },
  fix({ device }) {
    const first = [...device.interfaces.values()][0]?.block.heads[0];
    return [{ title: 'Add vrrp recover-delay 15', edits: [insertSection(device, ['vrrp recover-delay 15'], first)], safe: false }];
  },
  examples: [
    {
      title: 'Nowhere',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        service-ha hot-backup enable
        #
        service-location 1
         location slot 9
         remote-backup interface GigabitEthernet0/1/2 peer 10.1.1.2
         vrrp vrid 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
                   ^ DeviceA: master of VRRP group 1 has no vrrp recover-delay
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 priority 120
        #
        --- B.cfg
        sysname DeviceB
        #
        service-ha hot-backup enable
        #
        service-location 1
         location slot 9
         remote-backup interface GigabitEthernet0/1/2 peer 10.1.1.1
         vrrp vrid 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1 ignore-if-down
        #
        fixed:
        --- A.cfg
        sysname DeviceA
        #
        service-ha hot-backup enable
        #
        service-location 1
         location slot 9
         remote-backup interface GigabitEthernet0/1/2 peer 10.1.1.2
         vrrp vrid 1 interface GigabitEthernet0/1/2
        #
        vrrp recover-delay 15
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 priority 120
        #
      `,
    },
    {
      title: 'For the whole device',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        service-ha hot-backup enable
        #
        vrrp recover-delay 15
        #
        service-location 1
         location slot 9
         remote-backup interface GigabitEthernet0/1/2 peer 10.1.1.2
         vrrp vrid 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 priority 120
        #
        --- B.cfg
        sysname DeviceB
        #
        service-ha hot-backup enable
        #
        service-location 1
         location slot 9
         remote-backup interface GigabitEthernet0/1/2 peer 10.1.1.1
         vrrp vrid 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1 ignore-if-down
        #
      `,
    },
    {
      title: 'For the interface',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        service-ha hot-backup enable
        #
        service-location 1
         location slot 9
         remote-backup interface GigabitEthernet0/1/2 peer 10.1.1.2
         vrrp vrid 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 priority 120
         vrrp recover-delay 15
        #
        --- B.cfg
        sysname DeviceB
        #
        service-ha hot-backup enable
        #
        service-location 1
         location slot 9
         remote-backup interface GigabitEthernet0/1/2 peer 10.1.1.1
         vrrp vrid 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1 ignore-if-down
        #
      `,
    },
  ],
});
