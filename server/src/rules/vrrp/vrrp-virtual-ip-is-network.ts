// The first address of a subnet names it and the last one is that of all its hosts: neither is the gateway of anybody. A virtual IP in a
// subnet of its interface is judged by that subnet; one in none has a rule of its own.
import { isInside } from '../../model/address';
import { localAddressesOn, subnetText, unusableIn } from '../../model/vrrp/addresses';
import { groupName } from '../../model/vrrp/member';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'vrrp-virtual-ip-is-network',
  requirement: 'HB-X-V-HOST',
  title: 'A virtual IP is the address of its network, or the broadcast address',
  severity: 'error',
  why: 'The device refuses the line, and no host can use the address as its gateway: the group has no virtual IP.',
  guide: ['vendor configuration guide: IP addresses of interfaces'],
  independentPer: 'group',
  *check(device) {
    if (device.firewall) return;
    for (const group of device.groups) {
      const on = device.interfaces.get(group.interfaceKey);
      const local = localAddressesOn(on, group.family);
      for (const ip of group.virtualIps) {
        const nets = local.map(({ prefix }) => prefix).filter((net) => isInside(ip.address, net));
        const what = nets.map((net) => unusableIn(ip.address, net));
        // Two subnets of one interface may hold it: it is a host in one of them.
        if (nets.length === 0 || what.some((text) => text === undefined)) continue;
        yield {
          at: ip.at,
          message: `${device.name}: virtual IP ${ip.address.key} of ${groupName(group)} is ${what[0]} of ${subnetText(nets[0]!)}: no host has such a gateway; use one between`,
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'The broadcast address, and the network',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.255
                                ^^^^^^^^^^ DeviceA: virtual IP 10.1.1.255 of VRRP group 1 is the broadcast address of 10.1.1.0/24: no host has such a gateway; use one between
        #
        interface GigabitEthernet0/1/3
         ip address 10.1.3.1 255.255.255.0
         vrrp vrid 3 virtual-ip 10.1.3.0
                                ^^^^^^^^ DeviceA: virtual IP 10.1.3.0 of VRRP group 3 is the network address of 10.1.3.0/24
        #
      `,
    },
    {
      title: 'A host; a host of a wider subnet of the interface; IPv6',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.254.0
         vrrp vrid 1 virtual-ip 10.1.0.255
        #
        interface GigabitEthernet0/1/3
         ipv6 enable
         ipv6 address 2001:DB8:1::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:1::FFFF
        #
      `,
    },
  ],
});
