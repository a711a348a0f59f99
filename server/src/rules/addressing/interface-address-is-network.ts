// The first address of a subnet names it, and the last one is that of all its hosts: no interface may have either. /31 and /127 links have
// neither, and a single host has no others.
import { isLinkLocal } from '../../model/address';
import type { InterfaceAddress } from '../../model/device';
import { meetsPeerOn } from '../../model/services/meeting-interfaces';
import { subnetText, unusableIn } from '../../model/vrrp/addresses';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'interface-address-is-network',
  requirement: 'HB-X-IF-HOST',
  title: 'The address of an interface is that of its network, or the broadcast address',
  severity: 'warning',
  why: 'The device refuses such an address: the interface has none, and what runs on it is down.',
  guide: ['vendor configuration guide: IP addresses of interfaces'],
  independentPer: 'interface',
  *check(device) {
    if (device.firewall) return;
    for (const on of device.interfaces.values()) {
      for (const address of on.addresses) {
        const what = unusable(address);
        if (what === undefined) continue;
        const { prefix } = address;
        yield {
          at: address.at,
          severity: meetsPeerOn(device, on) ? 'error' : 'warning',
          message: `${device.name}: ${on.name} has ${prefix.address.key.toUpperCase()}, ${what} of ${subnetText(prefix)}: the device refuses the line`,
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'The network, and the broadcast address',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.0 255.255.255.0
                    ^^^^^^^^ DeviceA: GigabitEthernet0/1/2 has 10.1.1.0, the network address of 10.1.1.0/24
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        interface GigabitEthernet0/1/3
         ip address 10.1.3.7 29
                    ^^^^^^^^ DeviceA: GigabitEthernet0/1/3 has 10.1.3.7, the broadcast address of 10.1.3.0/29
        #
      `,
    },
    {
      title: 'Hosts, links of two, single addresses, IPv6',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
        #
        interface GigabitEthernet0/1/3
         ip address 10.1.3.0 255.255.255.254
        #
        interface LoopBack0
         ip address 10.9.0.0 255.255.255.255
        #
        interface GigabitEthernet0/1/4
         ipv6 enable
         ipv6 address 2001:DB8::1 127
        #
      `,
    },
  ],
});

function unusable({ prefix, linkLocal }: InterfaceAddress): string | undefined {
  return linkLocal || isLinkLocal(prefix.address) ? undefined : unusableIn(prefix.address, prefix);
}
