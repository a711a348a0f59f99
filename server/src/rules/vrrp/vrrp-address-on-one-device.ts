// Both devices of a group stand on its subnet. Where one has an address there and the other has none of that family, the other never
// takes over; an excerpt that leaves addresses out leaves them out on both.
import { pairRule } from '../../diagnostics/rule';
import { other } from '../../model/pairing/pair';
import { isUnicast, lacksAddress, localAddressesOn } from '../../model/vrrp/addresses';
import { groupName, interfaceOf, membersOf } from '../../model/vrrp/member';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'vrrp-address-on-one-device',
  requirement: 'HB-X-V-ADDRESS',
  title: 'The interface of a group has an address on one device only',
  severity: 'warning',
  why: 'Without an address in the subnet of the users the device sends no advertisements there and never takes over.',
  guide: ['vendor configuration files'],
  supersededBy: ['vrrp-interface-without-address', 'vrrp6-interface-without-ipv6'],
  independentPer: 'group',
  *check(pair) {
    if (pair.a.firewall || pair.b.firewall) return;
    for (const group of pair.groups) {
      const members = membersOf(pair, group);
      for (const side of ['a', 'b'] as const) {
        const [own, peer] = [members[side], members[other(side)]];
        const [on, peerPort] = [interfaceOf(own), interfaceOf(peer)];
        const { family } = own.group;
        if (!on || !peerPort || !own.group.exists || !peer.group.exists || isUnicast(own.group)) continue;
        const [given] = localAddressesOn(peerPort, family);
        if (!given || !lacksAddress(on, family)) continue;
        yield {
          at: own.group.at,
          message: `${own.device.name}: ${on.name} of ${groupName(own.group)} has no IPv${family} address, unlike ${peerPort.name} of ${peer.device.name}: the group does not start; add one`,
          peer: {
            at: given.at,
            message: `${peer.device.name}: ${peerPort.name} has an address, ${on.name} of ${own.device.name} has none`,
          },
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'IPv4',
      config:
        device(
          'DeviceA',
          1,
          `
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 150`,
        ) +
        device(
          'DeviceB',
          2,
          `
         vrrp vrid 1 virtual-ip 10.1.1.254
                   ^ DeviceB: GigabitEthernet0/1/2 of VRRP group 1 has no IPv4 address, unlike GigabitEthernet0/1/2 of DeviceA: the group does not start; add one`,
        ),
    },
    {
      title: 'Taken back',
      config:
        device(
          'DeviceA',
          1,
          `
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 150`,
        ) +
        device(
          'DeviceB',
          2,
          `
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
                   ^ DeviceB: GigabitEthernet0/1/2 of VRRP group 1 has no IPv4 address, unlike GigabitEthernet0/1/2 of DeviceA: the group does not start; add one
         undo ip address 10.1.1.2 24`,
        ),
    },
    {
      title: 'IPv6',
      config:
        device(
          'DeviceA',
          1,
          `
         ipv6 enable
         ipv6 address 2001:DB8:1::1/64
         vrrp6 vrid 1 virtual-ip FE80::2 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:1::FF
         vrrp6 vrid 1 priority 150`,
        ) +
        device(
          'DeviceB',
          2,
          `
         ipv6 enable
         vrrp6 vrid 1 virtual-ip FE80::2 link-local
                    ^ DeviceB: GigabitEthernet0/1/2 of VRRP6 group 1 has no IPv6 address, unlike GigabitEthernet0/1/2 of DeviceA: the group does not start; add one
         vrrp6 vrid 1 virtual-ip 2001:DB8:1::FF`,
        ),
    },
    {
      title: 'Borrowed from another interface',
      config:
        device(
          'DeviceA',
          1,
          `
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254`,
        ) +
        device(
          'DeviceB',
          2,
          `
         ip address unnumbered interface LoopBack0
         vrrp vrid 1 virtual-ip 10.1.1.254`,
        ),
    },
    {
      title: 'Left out on both',
      config: [1, 2]
        .map((own) =>
          device(
            own === 1 ? 'DeviceA' : 'DeviceB',
            own as 1 | 2,
            `
         vrrp vrid 1 virtual-ip 10.1.1.254`,
          ),
        )
        .join(''),
    },
  ],
});

function device(name: string, own: 1 | 2, lines: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        interface GigabitEthernet0/1/2${lines}
        #`;
}
