// The router ID names a router in its routing protocol: a peer that was made of a copy has that of the other device
// (docs/decisions/copied-identity.md).
import type { Device } from '../../model/device';
import { routerIds, type RouterId } from '../../model/routing/identity';
import { replace } from '../../edits/config-edits';
import { pairRule, type Fix } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

interface Facts {
  readonly device: Device;
  readonly own: RouterId;
}

export default pairRule<Facts>({
  id: 'router-id-copied',
  requirement: 'HB-X-ID-ROUTER',
  title: 'Both devices have one router ID',
  severity: 'error',
  why: 'Neighbours take the two for one router: they do not become neighbours of each other, and routes come and go.',
  guide: ['RFC 2328 C.1', 'RFC 5340 C.1', 'RFC 4271 4.2'],
  *check(pair) {
    const ofA = routerIds(pair.a);
    for (const b of routerIds(pair.b)) {
      const a = ofA.find((routerId) => routerId.scope === b.scope && routerId.id === b.id);
      if (!a) continue;
      const message = (self: Device, own: RouterId, other: Device, peerRouterId: RouterId) =>
        `${self.name}: ${own.name} has router ID ${own.id}, that of ${peerRouterId.name} on ${other.name}: routes come and go; use one of its own`;
      // The device that has the address itself is the one that was copied.
      const isOfB = pair.b.addresses.has(b.id) && !pair.a.addresses.has(b.id);
      yield isOfB
        ? {
            at: a.at,
            message: message(pair.a, a, pair.b, b),
            peer: { at: b.at, message: message(pair.b, b, pair.a, a) },
            facts: { device: pair.a, own: a },
          }
        : {
            at: b.at,
            message: message(pair.b, b, pair.a, a),
            peer: { at: a.at, message: message(pair.a, a, pair.b, b) },
            facts: { device: pair.b, own: b },
          };
    }
  },
  fix: ({ device, own }) => ownLoopback(device, own),
  examples: [
    {
      title: 'OSPFv3 of a copied file; the loopback was renumbered',
      config:
        device('DeviceA', 1, '\n        ospfv3 1\n         router-id 10.9.0.1\n        #') +
        device(
          'DeviceB',
          2,
          `
        ospfv3 1
         router-id 10.9.0.1
                   ^^^^^^^^ DeviceB: OSPFv3 1 has router ID 10.9.0.1, that of OSPFv3 1 on DeviceA: routes come and go; use one of its own
        #`,
        ) +
        `
        fixed:${device('DeviceB', 2, '\n        ospfv3 1\n         router-id 10.9.0.2\n        #')}`,
    },
    {
      title: 'OSPF in its head, BGP with that of the device',
      config:
        device(
          'DeviceA',
          1,
          '\n        router id 10.7.7.7\n        #\n        ospf 1 router-id 10.8.8.8\n        #\n        bgp 65001\n        #',
        ) +
        device(
          'DeviceB',
          2,
          `
        router id 10.7.7.7
                  ^^^^^^^^ DeviceB: BGP 65001 has router ID 10.7.7.7, that of BGP 65001 on DeviceA
        #
        ospf 100 router-id 10.8.8.8
                           ^^^^^^^^ DeviceB: OSPF 100 has router ID 10.8.8.8, that of OSPF 1 on DeviceA
        #
        bgp 65001
        #`,
        ),
    },
    {
      title: 'Other IDs, other protocols, other VPN instances, another AS',
      config:
        device(
          'DeviceA',
          1,
          '\n        ospf 1 router-id 10.9.0.1\n        #\n        ospf 2 router-id 10.6.0.1 vpn-instance red\n        #\n        bgp 65001\n         router-id 10.5.0.1\n        #',
        ) +
        device(
          'DeviceB',
          2,
          '\n        ospf 1 router-id 10.9.0.2\n        #\n        ospf 2 router-id 10.6.0.1 vpn-instance blue\n        #\n        ospfv3 1\n         router-id 10.9.0.1\n        #\n        bgp 65002\n         router-id 10.5.0.1\n        #',
        ),
    },
  ],
});

/** The address of the one loopback of the device, as most networks number their routers. */
function ownLoopback(device: Device, { name, at }: RouterId): Fix[] {
  const loopbacks = [...device.interfaces.values()].filter(({ key }) => key.startsWith('loopback'));
  const ids = loopbacks.flatMap((on) => on.addresses.filter(({ prefix }) => prefix.address.family === 4));
  if (ids.length !== 1) return [];
  const [{ prefix }] = ids as [(typeof ids)[number]];
  return [
    {
      title: `Use ${prefix.address.key}, the loopback of ${device.name}, for ${name}`,
      edits: [replace(at, prefix.address.key)],
      safe: false,
    },
  ];
}

function device(name: string, own: 1 | 2, rest: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.9.0', 2000)}
        #
        interface LoopBack0
         ip address 10.9.0.${own} 255.255.255.255
        #${rest}`;
}
