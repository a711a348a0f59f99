// A static route over the link between the two devices whose next hop is neither of them. Proved where the link has no room for a third
// router, or where the route leads to an address of the other device itself.
import { isInside, type Address, type Prefix } from '../../model/address';
import type { Device, Interface } from '../../model/device';
import { other, type Pair } from '../../model/pairing/pair';
import { interfacesToward } from '../../model/routing/connected';
import { sharedLinkUnits, type SharedLink } from '../../model/routing/shared-links';
import { nextHopAt, routesWithHopIn, type StaticRoute } from '../../model/routing/static-routes';
import { vpnOf } from '../../model/routing/vpn';
import { replace } from '../../edits/config-edits';
import { eachOf, pairRule, type RawFinding } from '../../diagnostics/rule';
import { examplePair } from '../testing/example-pair';

interface Facts {
  readonly peer: Device;
  readonly route: StaticRoute;
  /** The address of the other device on the link. */
  readonly meant: Address;
}

/** One end of a link, seen from its device, in one of the networks of the link. */
interface Near {
  readonly device: Device;
  readonly peer: Device;
  readonly own: Interface;
  readonly net: Prefix;
  readonly far: Interface;
}

export default pairRule<Facts>({
  id: 'next-hop-is-nobodys',
  requirement: 'HB-X-NEXT-HOP',
  title: 'The next hop on the link between the two devices is nobody',
  severity: 'warning',
  why: 'No router answers there: what the route leads to is not reached over the link.',
  guide: ['vendor configuration guide: static routes'],
  ...eachOf(sharedLinkUnits, overLink),
  fix({ peer, route, meant }) {
    const at = nextHopAt(route);
    const text = meant.key.toUpperCase();
    return at
      ? [{ title: `Use ${text}, the address of ${peer.name} on that link`, edits: [replace(at, text)], safe: false }]
      : [];
  },
  examples: [
    {
      title: 'Past the end of a /30',
      config: `${examplePair(
        {
          rest: `
        #
        ip route-static 10.99.0.0 255.255.0.0 10.0.0.3
                                              ^^^^^^^^ DeviceA: next hop 10.0.0.3 is nobody on the link to DeviceB, which has 10.0.0.2 there: the route leads nowhere; name that one`,
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
      title: 'To a loopback of the other device in IPv6',
      config: examplePair(
        {
          rest: `
         ipv6 enable
         ipv6 address 2001:DB8::1/64
        #
        ipv6 route-static 2001:DB8:9::2 128 2001:DB8::7
                                            ^^^^^^^^^^^ DeviceA: next hop 2001:DB8::7 is nobody on the link to DeviceB, which has 2001:DB8::2 there: the route leads nowhere; name that one`,
        },
        {
          rest: `
         ipv6 enable
         ipv6 address 2001:DB8::2/64
        #
        interface LoopBack0
         ipv6 enable
         ipv6 address 2001:DB8:9::2/128`,
        },
      ),
    },
    {
      title: 'The other device; a third router on a wide link; on another link',
      config: examplePair(
        {
          rest: `
        #
        interface GigabitEthernet0/1/8
         ip address 10.7.0.1 255.255.255.0
        #
        ip route-static 10.99.0.0 255.255.0.0 10.0.0.2
        ip route-static 10.98.0.0 255.255.0.0 10.7.0.9
        ip route-static 10.97.0.0 255.255.0.0 10.200.0.9`,
        },
        {
          rest: `
        #
        interface GigabitEthernet0/1/8
         ip address 10.7.0.2 255.255.255.0`,
        },
      ),
    },
  ],
});

function* overLink(pair: Pair, link: SharedLink): Iterable<RawFinding<Facts>> {
  if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
  for (const side of ['a', 'b'] as const) {
    const [device, peer] = [pair[side], pair[other(side)]];
    const { [side]: own, [other(side)]: far } = link;
    for (const { prefix: net, linkLocal } of own.addresses) {
      if (linkLocal) continue;
      for (const route of routesWithHopIn(device, vpnOf(own), net)) {
        if (route.leavesVpn || route.line.match?.undo) continue;
        const found = findingOf({ device, peer, own, net, far }, route);
        if (found) yield found;
      }
    }
  }
}

function findingOf({ device, peer, own, net, far }: Near, route: StaticRoute): RawFinding<Facts> | undefined {
  const hop = route.nextHop!;
  const meant = far.addresses.find(({ prefix, linkLocal }) => !linkLocal && isInside(prefix.address, net));
  if (!meant || [device, peer].some(({ addresses }) => addresses.has(hop.key))) return undefined;
  if (!hasRoomForTwo(net) && !leadsTo(peer, route.target)) return undefined;
  // In a network within this one the next hop is on another link.
  if (interfacesToward(device, route.vpn, hop)[0] !== own) return undefined;
  const { address } = meant.prefix;
  return {
    at: nextHopAt(route) ?? route.line,
    message: `${device.name}: next hop ${hop.key.toUpperCase()} is nobody on the link to ${peer.name}, which has ${address.key.toUpperCase()} there: the route leads nowhere; name that one`,
    facts: { peer, route, meant: address },
  };
}

/** In IPv6 a /126 has a third address that may be used. */
function hasRoomForTwo({ address, length }: Prefix): boolean {
  return address.family === 4 ? length >= 30 : length >= 127;
}

/** The route is to one address, which is the other device's. */
function leadsTo({ addresses }: Device, target: Prefix | undefined): boolean {
  return target !== undefined && target.length === target.address.bytes.length * 8 && addresses.has(target.address.key);
}
