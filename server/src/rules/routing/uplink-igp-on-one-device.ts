// The uplinks that the two devices of a group track: one is in a routing protocol, the other in none of that family. Judged where both
// track a port that is in the file, and where nothing else tells how the other uplink is routed.
import { eachOf, pairRule, type RawFinding } from '../../diagnostics/rule';
import { insertInBlock } from '../../edits/config-edits';
import { isInside, type Family } from '../../model/address';
import type { Device, Interface } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import { other, type Pair } from '../../model/pairing/pair';
import { comparePlaces } from '../../model/place';
import { igpLines, igpsOn } from '../../model/routing/igp-interfaces';
import { igpNames, runsBgp, type Igp } from '../../model/routing/igp-processes';
import { staticRoutes } from '../../model/routing/static-routes';
import { trackedUplinks, type UplinkCouple } from '../../model/services/tracked-uplinks';
import { localAddressesOn } from '../../model/vrrp/addresses';
import { holdsSeveralDevices } from '../../model/whole-file';
import { examplePair } from '../testing/example-pair';

interface Facts {
  readonly device: Device;
  readonly on: Interface;
  readonly text: string | undefined;
}

export default pairRule<Facts>({
  id: 'uplink-igp-on-one-device',
  requirement: 'HB-X-IGP-UPLINK',
  title: 'The tracked uplink of one device is in no routing protocol',
  severity: 'warning',
  why: 'The device learns no route over its uplink and announces none: as master it cannot reach the network, nor the network its users.',
  guide: ['003 configuration files'],
  ...eachOf(trackedUplinks, ofUplinks),
  fix: ({ device, on, text }) =>
    text === undefined
      ? []
      : [{ title: `Add ${text} on ${on.name}`, edits: [insertInBlock(device, on.block, text)], safe: false }],
  examples: [
    {
      title: 'OSPF on one uplink only',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60`,
          rest: `
        #
        interface GigabitEthernet0/1/8
         ip address 10.9.1.1 255.255.255.252
         ospf enable 1 area 0`,
        },
        {
          vrrp: `
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60`,
          rest: `
        #
        interface GigabitEthernet0/1/8
                  ^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/8 runs no IPv4 routing, GigabitEthernet0/1/8 of DeviceA runs OSPF: no way out after a switchover; add the line
         ip address 10.9.2.1 255.255.255.252`,
        },
      ),
    },
    {
      title: 'A static default route, another protocol, nothing tracked',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60`,
          rest: `
        #
        interface GigabitEthernet0/1/8
         ip address 10.9.1.1 255.255.255.252
         ospf enable 1 area 0`,
        },
        {
          vrrp: `
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60`,
          rest: `
        #
        interface GigabitEthernet0/1/8
         ip address 10.9.2.1 255.255.255.252
        #
        ip route-static 0.0.0.0 0 10.9.2.2`,
        },
      ),
    },
  ],
});

function* ofUplinks(pair: Pair, uplinks: UplinkCouple): Iterable<RawFinding<Facts>> {
  if (holdsSeveralDevices(pair.a) || holdsSeveralDevices(pair.b)) return;
  for (const side of ['a', 'b'] as const) {
    for (const family of [4, 6] as const) {
      const [on, peerOn] = [uplinks[side], uplinks[other(side)]];
      const [device, peer] = [pair[side], pair[other(side)]];
      const running = igpsOn(peer, peerOn, family);
      if (running.length === 0 || !isUnrouted(device, on, family)) continue;
      const names = running.map((igp) => igpNames[igp]).join(' and ');
      yield {
        at: on.at,
        message: `${device.name}: ${on.name} runs no IPv${family} routing, ${peerOn.name} of ${peer.name} runs ${names}: no way out after a switchover; add the line`,
        peer: {
          at: lineOf(peerOn, running, family) ?? peerOn.at,
          message: `${peer.name}: ${peerOn.name} runs ${names}, ${on.name} of ${device.name} no IPv${family} routing protocol`,
        },
        facts: { device, on, text: joinText(peerOn, running, family) },
      };
    }
  }
}

/** It has an address of the family, and neither a protocol, a static route over it nor BGP is there. */
function isUnrouted(device: Device, on: Interface, family: Family): boolean {
  const networks = localAddressesOn(on, family).map(({ prefix }) => prefix);
  // A link of IPv6 needs no address but that of the link.
  const isLink = networks.length > 0 || (family === 6 && on.ipv6Enable !== undefined);
  if (!isLink || runsBgp(device, family) || igpsOn(device, on, family).length > 0) return false;
  return !staticRoutes(device).some(
    ({ interfaceKey, nextHop }) =>
      interfaceKey === on.key || (nextHop && networks.some((net) => isInside(nextHop, net))),
  );
}

function lineOf(on: Interface, running: readonly Igp[], family: Family) {
  return igpLines(on)
    .filter((igpLine) => igpLine.family === family && running.includes(igpLine.protocol))
    .map((igpLine) => igpLine.line)
    .sort(comparePlaces)[0];
}

function joinText(on: Interface, running: readonly Igp[], family: Family): string | undefined {
  const line = lineOf(on, running, family);
  return line && canonicalText(line);
}
