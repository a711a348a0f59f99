// A static route to a next hop that is an address of the device itself: the device refuses it, and the route is not there. On a link
// between the two devices it is the other one's address that was meant.
import type { Device } from '../../model/device';
import { isInside } from '../../model/address';
import type { Pair } from '../../model/pairing/pair';
import { nextHopAt, staticRoutes, type StaticRoute } from '../../model/routing/static-routes';
import { vpnOf } from '../../model/routing/vpn';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { examplePair } from '../testing/example-pair';

export default deviceRule<{ device: Device; route: StaticRoute }>({
  id: 'next-hop-is-local',
  requirement: 'HB-X-NEXT-HOP',
  title: 'The next hop of a static route is an address of this device',
  severity: 'warning',
  why: 'The device refuses the route: what it leads to is not reached over it.',
  guide: ['vendor configuration guide: static routes'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const route of staticRoutes(device)) {
      const { nextHop, line, leavesVpn, vpn } = route;
      if (!nextHop || leavesVpn || line.match?.undo) continue;
      const owner = device.addresses.get(nextHop.key)?.find((address) => vpnOf(address.interface) === vpn);
      if (!owner) continue;
      yield {
        at: nextHopAt(route) ?? line,
        message: `${device.name}: next hop ${nextHop.key.toUpperCase()} is the address of ${owner.interface.name} on this device: the route is refused; name the other end`,
        facts: { device, route },
      };
    }
  },
  fix({ device, route }, pairs) {
    const at = nextHopAt(route);
    const own = device.addresses.get(route.nextHop!.key)?.[0]?.address.prefix;
    const meant = own ? [...new Set(pairs.flatMap((pair) => peersIn(pair, device, own)))] : [];
    if (!at || meant.length !== 1) return [];
    return [
      {
        title: `Use ${meant[0]}, the other device's address on that link, on ${device.name}`,
        edits: [replace(at, meant[0]!)],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'The own end of the link to the peer',
      config: `${examplePair(
        {
          rest: `
        #
        ip route-static 10.99.0.0 255.255.0.0 10.0.0.1
                                              ^^^^^^^^ DeviceA: next hop 10.0.0.1 is the address of GigabitEthernet0/1/9 on this device: the route is refused; name the other end`,
        },
        {},
      )}
        fixed:${examplePair(
          {
            rest: `
        #
        ip route-static 10.99.0.0 255.255.0.0 10.0.0.2`,
          },
          {},
        )}`,
    },
    {
      title: 'In IPv6, behind an interface',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         ipv6 enable
         ipv6 address 2001:DB8::1/64
        #
        ipv6 route-static 2001:DB8:9:: 48 GigabitEthernet0/1/1 2001:db8::1
                                                               ^^^^^^^^^^^ DeviceA: next hop 2001:DB8::1 is the address of GigabitEthernet0/1/1 on this device
        #
      `,
    },
    {
      title: 'The other end; an address in another VPN instance',
      config: `
        sysname DeviceA
        #
        ip vpn-instance red
        #
        interface GigabitEthernet0/1/1
         ip binding vpn-instance red
         ip address 10.1.1.1 255.255.255.0
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.2.1 255.255.255.0
        #
        ip route-static 10.9.0.0 255.255.0.0 10.1.2.2
        ip route-static 10.8.0.0 255.255.0.0 10.1.1.1
        ip route-static vpn-instance red 10.8.0.0 255.255.0.0 10.1.1.2
        #
      `,
    },
  ],
});

/** Addresses of the other device in the network of this one, as they are written. */
function peersIn(pair: Pair, device: Device, own: Parameters<typeof isInside>[1]): string[] {
  const peer = pair.a === device ? pair.b : pair.a;
  return [...peer.addresses.values()]
    .flat()
    .filter(({ address: { prefix, linkLocal } }) => !linkLocal && isInside(prefix.address, own))
    .map(({ address: { prefix } }) => prefix.address.key.toUpperCase());
}
