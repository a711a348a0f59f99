// A VRRP group needs an address of its interface to send from. An excerpt may leave it out: what proves the fault is a whole file, or
// the other device, whose interface of the group has one.
import { deviceRule } from '../../diagnostics/rule';
import type { Device, Group } from '../../model/device';
import { isUnicast, lacksAddress } from '../../model/vrrp/addresses';
import { groupName } from '../../model/vrrp/member';

export default deviceRule<undefined>({
  id: 'vrrp-interface-without-address',
  requirement: 'HB-X-V-ADDRESS',
  title: 'A VRRP group stands on an interface without an address',
  severity: 'error',
  why: 'The group stays in Initialize: without an address the interface sends no advertisements, and the device never takes over.',
  guide: ['vendor configuration files'],
  *check(device) {
    if (device.firewall || !device.isWholeFile || device.holdsSeveralDevices) return;
    for (const group of device.groups) {
      const on = device.interfaces.get(group.interfaceKey);
      if (!on || !isConcerned(device, group)) continue;
      yield {
        at: group.at,
        message: `${device.name}: ${on.name} has ${groupName(group)} but no ip address: the group does not start; add the address`,
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'A whole file',
      config: `
        sysname DeviceA
        #
        aaa
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
                   ^ DeviceA: GigabitEthernet0/1/2 has VRRP group 1 but no ip address: the group does not start; add the address
        #
        interface NULL0
        #
        user-interface con 0
        #
        return
      `,
    },
    {
      title: 'Borrowed, in another form; an excerpt',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        aaa
        #
        interface GigabitEthernet0/1/2
         ip address unnumbered interface LoopBack0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        interface NULL0
        #
        user-interface con 0
        #
        return
        --- DeviceB.cfg
        sysname DeviceB
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
      `,
    },
  ],
});

function isConcerned({ interfaces }: Device, group: Group): boolean {
  const on = interfaces.get(group.interfaceKey)!;
  if (group.family !== 4 || group.virtualIps.length === 0 || isUnicast(group)) return false;
  return lacksAddress(on, 4);
}
