// A router with which both devices have a session of BGP is in one AS, and takes the routes of the users from whichever device serves
// them. What a group of peers says of its members is not asked, nor the public routes of IPv4, which go to every peer by themselves.
import { insertInBlock } from '../../edits/config-edits';
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import type { Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import { bgpOf, type Bgp, type BgpFamily, type BgpPeer } from '../../model/routing/bgp-peers';
import { examplePair } from '../testing/example-pair';

/** The line that one device lacks, and the head of the address family; none where the AS differs. */
interface Facts {
  readonly device: Device;
  readonly text: string;
  readonly family?: MatchedLine;
}

interface End {
  readonly device: Device;
  readonly bgp: Bgp;
}

export default pairRule<Facts>({
  id: 'bgp-neighbour-differs',
  requirement: 'HB-X-BGP-NEIGHBOUR',
  title: 'The two devices have other sessions of BGP with one router',
  severity: 'warning',
  why: 'Over the session of one device the network learns no routes to the users: after a switchover nothing comes back to them.',
  guide: ['vendor command reference: peer as-number, peer enable'],
  supersededBy: ['bgp-peer-not-mirrored'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    const [ofA, ofB] = [bgpOf(pair.a), bgpOf(pair.b)];
    if (!ofA || !ofB || ofA.isOpen || ofB.isOpen) return;
    const ends = { a: { device: pair.a, bgp: ofA }, b: { device: pair.b, bgp: ofB } };
    for (const [a, b] of sharedPeers(pair, ofA, ofB)) {
      yield* otherAs(ends.a, a, ends.b, b);
      for (const side of ['a', 'b'] as const) yield* notEnabled(ends, side, a);
    }
  },
  fix({ device, text, family }) {
    if (!family) return [];
    const edits = [insertInBlock(device, { heads: [family], lines: family.lines }, text)];
    return [{ title: `Add ${text} on ${device.name}`, edits, safe: false }];
  },
  examples: [
    {
      title: 'Two numbers of its AS',
      config: pairOf(
        'peer 10.5.5.9 as-number 64512',
        `peer 10.5.5.9 as-number 64513
                                 ^^^^^ DeviceB: bgp 64512 has peer 10.5.5.9 in AS 64513, on DeviceA in 64512: one of the two sessions does not come up; use one AS`,
      ),
    },
    {
      title: 'The routes of VPN instances on one device only',
      config: `${pairOf(
        `peer 10.5.5.9 as-number 64512
         ipv4-family vpnv4
          peer 10.5.5.9 enable`,
        `peer 10.5.5.9 as-number 64512
         ipv4-family vpnv4
         ^^^^^^^^^^^^^^^^^ DeviceB: bgp 64512 has no peer 10.5.5.9 enable in ipv4-family vpnv4, unlike on DeviceA: after a switchover its routes are missing; add the line
          policy vpn-target`,
      )}
        fixed:
        --- DeviceB.cfg${
          pairOf(
            '',
            `peer 10.5.5.9 as-number 64512
         ipv4-family vpnv4
          policy vpn-target
          peer 10.5.5.9 enable`,
          ).split('--- DeviceB.cfg')[1]
        }`,
    },
    {
      title: 'Another router on each device; one of both devices; the same',
      config: pairOf(
        `peer 10.5.5.7 as-number 64600
         peer 10.5.5.9 as-number 64512
         ipv4-family vpnv4
          peer 10.5.5.7 enable
          peer 10.5.5.9 enable`,
        `peer 10.5.5.8 as-number 64601
         peer 10.5.5.9 as-number 64512
         ipv4-family vpnv4
          peer 10.5.5.9 enable`,
      ),
    },
  ],
});

/** The peers of one address, which is on neither device. */
function* sharedPeers({ a, b }: Pair, ofA: Bgp, ofB: Bgp): Iterable<readonly [BgpPeer, BgpPeer]> {
  const peers = new Map(ofB.peers.map((peer) => [peer.address.key, peer]));
  for (const peer of ofA.peers) {
    const { key } = peer.address;
    const counterpart = peers.get(key);
    if (counterpart && !a.addresses.has(key) && !b.addresses.has(key)) yield [peer, counterpart];
  }
}

function* otherAs(a: End, ofA: BgpPeer, b: End, ofB: BgpPeer): Iterable<RawFinding<Facts>> {
  if (!ofA.as || !ofB.as || ofA.as.value === ofB.as.value) return;
  const message = (self: End, own: BgpPeer, peer: End, its: BgpPeer) =>
    `${self.device.name}: bgp ${self.bgp.as} has peer ${own.address.key} in AS ${own.as!.value}, on ${peer.device.name} in ${its.as!.value}: one of the two sessions does not come up; use one AS`;
  yield {
    at: ofB.as.at,
    message: message(b, ofB, a, ofA),
    peer: { at: ofA.as.at, message: message(a, ofA, b, ofB) },
    facts: { device: b.device, text: '' },
  };
}

/** The family is there on both devices, and the peer is in that of one. */
function* notEnabled(ends: Record<Side, End>, side: Side, { address }: BgpPeer): Iterable<RawFinding<Facts>> {
  const [{ device, bgp }, peer] = [ends[side], ends[other(side)]];
  for (const family of bgp.families) {
    const line = familyOf(peer.bgp, family)?.enabled.get(address.key);
    if (!line || family.enabled.has(address.key)) continue;
    yield {
      at: family.head,
      message: `${device.name}: bgp ${bgp.as} has no peer ${address.key} enable in ${family.name}, unlike on ${peer.device.name}: after a switchover its routes are missing; add the line`,
      peer: { at: line, message: `${peer.device.name}: peer ${address.key} is enabled, unlike on ${device.name}` },
      facts: { device, text: line.text.trim(), family: family.head },
    };
  }
}

function familyOf({ families }: Bgp, { name }: BgpFamily): BgpFamily | undefined {
  return families.find((family) => family.name === name);
}

function pairOf(a: string, b: string): string {
  const bgp = (lines: string) => `
        #
        bgp 64512
         ${lines}`;
  return examplePair({ rest: bgp(a) }, { rest: bgp(b) });
}
