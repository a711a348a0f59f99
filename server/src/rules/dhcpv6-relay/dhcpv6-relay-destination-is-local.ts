// A relay passes requests on to another device: an address of its own, of the paired device or a virtual one is no server.
import type { Device, Interface } from '../../model/device';
import { addressOf } from '../../model/read/line-values';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { movedInterfaces, type DerivedUnits } from '../../model/incremental/derived-units';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import { spelled, type Address } from '../../model/address';
import { mapIndex } from '../../model/incremental/index-view';
import { eachOf, pairRule } from '../../diagnostics/rule';
import { exampleRelay } from '../testing/example-relay';

const sides = ['a', 'b'] as const;
const relays = mapIndex((on: Interface) => (relayLines(on).length > 0 ? ['relay'] : []));

interface RelayInterface {
  readonly side: Side;
  readonly on: Interface;
}

/** The interfaces of both devices that relay, by side and key. */
const relayUnits: DerivedUnits<Pair, RelayInterface> = {
  keys: (pair) =>
    sides.flatMap((side) =>
      relays(pair[side].interfaces)
        .get('relay')
        .map(({ key }) => `${side} ${key}`),
    ),
  at(pair, key) {
    const side = key.startsWith('a ') ? 'a' : 'b';
    const on = pair[side].interfaces.get(key.slice(2));
    return on && relayLines(on).length > 0 ? { side, on } : undefined;
  },
  touched: (before, after) =>
    sides.flatMap((side) =>
      movedInterfaces(before[side].interfaces, after[side].interfaces).map((key) => `${side} ${key}`),
    ),
};

export default pairRule<undefined>({
  id: 'dhcpv6-relay-destination-is-local',
  requirement: 'HB-D6-SERVER',
  title: 'A relay asks a router of the pair',
  severity: 'warning',
  why: 'The relays of the pair have no leases: clients whose requests go there get no address.',
  guide: ['000 prerequisites; CLI reference, dhcpv6 relay'],
  supersededBy: ['dhcpv6-relay-differs'],
  ...eachOf(
    relayUnits,
    function* (pair, { side, on }) {
      if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
      const [device, peer] = [pair[side], pair[other(side)]];
      for (const line of relayLines(on)) {
        const asked = addressOf(line, 'ipv6-address');
        const owner = asked && ownerOf(asked.value, device, peer);
        if (!asked || owner === undefined) continue;
        yield {
          at: asked.at,
          message: `${device.name}: ${on.name} relays to ${spelled(asked.value.bytes)}, ${owner}: clients get no address from there; name the server`,
          facts: undefined,
        };
      }
    },
    { followsReads: true },
  ),
  examples: [
    {
      title: 'Its own address, and the virtual one',
      config:
        exampleRelay(
          'DeviceA',
          1,
          `
         dhcpv6 relay destination 2001:DB8:50::1
                                  ^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2 relays to 2001:DB8:50::1, an address of DeviceA: clients get no address from there; name the server`,
        ) +
        exampleRelay(
          'DeviceB',
          2,
          `
         dhcpv6 relay destination 2001:DB8:50::FE
                                  ^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2 relays to 2001:DB8:50::FE, a virtual address of DeviceB`,
        ),
    },
    {
      title: 'A server, also of the LAN',
      config:
        exampleRelay('DeviceA', 1, '\n         dhcpv6 relay destination 2001:DB8:D5::53') +
        exampleRelay('DeviceB', 2, '\n         dhcpv6 relay destination 2001:DB8:50::53'),
    },
  ],
});

/** The lines that name the servers. */
function relayLines(on: Interface): readonly MatchedLine[] {
  return inForce(on.block.lines).filter(({ match }) => match?.command === 'dhcpv6Relay.server' && !match.undo);
}

/** Whose address it is, as the middle of the message; undefined where it is on neither device. */
function ownerOf({ key }: Address, device: Device, peer: Device): string | undefined {
  for (const { interfaces, name } of [device, peer]) {
    if (addressed(interfaces).get(key).length > 0) return `an address of ${name}`;
    if (virtual(interfaces).get(key).length > 0) return `a virtual address of ${name}`;
  }
  return undefined;
}

const addressed = mapIndex((on: Interface) => on.addresses.map(({ prefix }) => prefix.address.key));
const virtual = mapIndex((on: Interface) =>
  on.groups.flatMap(({ virtualIps }) => virtualIps.map(({ address }) => address.key)),
);
