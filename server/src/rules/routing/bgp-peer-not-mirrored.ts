// A session of BGP between the two devices has two ends: each names an address that the other one sends from, and the other's AS.
import type { Address } from '../../model/address';
import type { Device } from '../../model/device';
import type { Pair } from '../../model/pairing/pair';
import { other, type Side } from '../../model/pairing/pair';
import { bgpOf, type Bgp, type BgpPeer } from '../../model/routing/bgp-peers';
import { vpnOf, publicNetwork } from '../../model/routing/vpn';
import type { Fact } from '../../model/place';
import { replace } from '../../edits/config-edits';
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import { examplePair } from '../testing/example-pair';

/** The number that is wrong, and the right one; absent where more than a number is. */
type Facts = { readonly as: Fact<string>; readonly meant: string } | undefined;

interface End {
  readonly device: Device;
  readonly bgp: Bgp;
}

export default pairRule<Facts>({
  id: 'bgp-peer-not-mirrored',
  requirement: 'HB-X-BGP-MIRROR',
  title: 'A session of BGP between the two devices has one end',
  severity: 'warning',
  why: 'The session does not come up: what one device learns, and the routes to its users, the other does not get.',
  guide: ['vendor command reference: peer as-number, peer connect-interface'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const side of ['a', 'b'] as const) yield* findingsOf(pair, side);
  },
  fix: (facts) =>
    facts
      ? [
          {
            title: `Use AS ${facts.meant}, that of the other device`,
            edits: [replace(facts.as.at, facts.meant)],
            safe: false,
          },
        ]
      : [],
  examples: [
    {
      title: 'Another AS than that of the other device',
      config: `${pairOf(
        `peer 10.0.0.2 as-number 64513
                                 ^^^^^ DeviceA: peer 10.0.0.2 has AS 64513, DeviceB is in AS 64512: the session does not come up; use 64512`,
        'peer 10.0.0.1 as-number 64512',
      )}
        fixed:${pairOf('peer 10.0.0.2 as-number 64512', 'peer 10.0.0.1 as-number 64512')}`,
    },
    {
      title: 'The other device names another address',
      config: pairOf(
        `peer 10.0.0.2 as-number 64512
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: peer 10.0.0.2 is DeviceB, whose BGP has no peer of DeviceA: the session does not come up; add one there`,
        'peer 10.0.0.9 as-number 64512',
      ),
    },
    {
      title: 'Sent from another loopback than the other device expects',
      config: pairOf(
        `peer 10.0.0.2 as-number 64512
         peer 10.0.0.2 connect-interface LoopBack7
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: peer 10.0.0.2 is reached from LoopBack7, DeviceB expects 10.0.0.1: the session does not come up; use one address`,
        'peer 10.0.0.1 as-number 64512',
        `
        interface LoopBack7
         ip address 10.7.7.7 255.255.255.255
        #`,
      ),
    },
    {
      title: 'Kept down on one device',
      config: pairOf(
        `peer 10.0.0.2 as-number 64512
         peer 10.0.0.2 ignore
         ^^^^^^^^^^^^^^^^^^^^ DeviceA: BGP keeps down its session with peer 10.0.0.2, DeviceB, by ignore: no route passes between the two; remove the line`,
        'peer 10.0.0.1 as-number 64512',
      ),
    },
    {
      title: 'A key on one device',
      config: pairOf(
        `peer 10.0.0.2 as-number 64512
         peer 10.0.0.2 password cipher %^%#abcdefgh1234567%^%#
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: peer 10.0.0.2 has a key, DeviceB has none for 10.0.0.1: the session does not come up; use one on both`,
        'peer 10.0.0.1 as-number 64512',
      ),
    },
    {
      title: 'A key that a group may have',
      config: pairOf(
        'peer 10.0.0.2 as-number 64512\n         peer 10.0.0.2 password cipher %^%#abcdefgh1234567%^%#',
        'group inside internal\n         peer inside password cipher %^%#8765432hgfedcba%^%#\n         peer 10.0.0.1 as-number 64512\n         peer 10.0.0.1 group inside',
      ),
    },
    {
      title: 'Both ends; a peer elsewhere; sessions that nobody names one by one',
      config: pairOf(
        'peer 10.0.0.2 as-number 64512\n         peer 10.9.9.9 as-number 64999',
        'peer 10.0.0.1 as-number 64512',
      ),
    },
    {
      title: 'A group that says the AS',
      config: pairOf(
        'group inside internal\n         peer 10.0.0.2 group inside',
        'group inside internal\n         peer 10.0.0.1 group inside',
      ),
    },
  ],
});

function* findingsOf(pair: Pair, side: Side): Iterable<RawFinding<Facts>> {
  const [own, far] = [bgpOf(pair[side]), bgpOf(pair[other(side)])];
  if (!own || !far || own.isOpen || far.isOpen) return;
  const near: End = { device: pair[side], bgp: own };
  const peer: End = { device: pair[other(side)], bgp: far };
  for (const session of own.peers) {
    if (!isOf(peer.device, session.address)) continue;
    const found =
      wrongAs(near, peer, session) ??
      unanswered(near, peer, session) ??
      fromElsewhere(near, peer, session) ??
      ignored(near, peer, session) ??
      unsigned(near, peer, session);
    if (found) yield found;
  }
}

function isOf({ addresses }: Device, { key }: Address): boolean {
  return (addresses.get(key) ?? []).some((address) => vpnOf(address.interface) === publicNetwork);
}

function wrongAs(own: End, { device, bgp }: End, { address, as }: BgpPeer): RawFinding<Facts> | undefined {
  // Numbers of four bytes are written in two ways.
  if (!as || as.value === bgp.as || as.value.includes('.') || bgp.as.includes('.')) return undefined;
  return {
    at: as.at,
    message: `${own.device.name}: peer ${address.key} has AS ${as.value}, ${device.name} is in AS ${bgp.as}: the session does not come up; use ${bgp.as}`,
    facts: { as, meant: bgp.as },
  };
}

function unanswered(own: End, { device, bgp }: End, { address, line }: BgpPeer): RawFinding<Facts> | undefined {
  const answers = bgp.peers.some((peer) => peer.address.family === address.family && isOf(own.device, peer.address));
  if (answers) return undefined;
  return {
    at: line,
    message: `${own.device.name}: peer ${address.key} is ${device.name}, whose BGP has no peer of ${own.device.name}: the session does not come up; add one there`,
    peer: {
      at: bgp.head,
      message: `${device.name}: BGP has no peer of ${own.device.name}, which names ${address.key} of this device: the session does not come up; add one`,
    },
    facts: undefined,
  };
}

/** The interface of the session has addresses, and the other device names none of them. */
function fromElsewhere(own: End, { device, bgp }: End, { address, from }: BgpPeer): RawFinding<Facts> | undefined {
  const on = from && own.device.interfaces.get(from.interfaceKey);
  const keys = (on?.addresses ?? []).flatMap(({ prefix }) =>
    prefix.address.family === address.family ? [prefix.address.key] : [],
  );
  const expected = bgp.peers.filter((peer) => peer.address.family === address.family && isOf(own.device, peer.address));
  const [first] = expected;
  if (!on || !first || keys.length === 0 || expected.some((peer) => keys.includes(peer.address.key))) return undefined;
  return {
    at: from.line,
    message: `${own.device.name}: peer ${address.key} is reached from ${on.name}, ${device.name} expects ${first.address.key}: the session does not come up; use one address`,
    peer: {
      at: first.line,
      message: `${device.name}: BGP expects ${first.address.key} of ${own.device.name}, which sends from ${on.name}: the session does not come up; use one address`,
    },
    facts: undefined,
  };
}

/** A line keeps the session down. */
function ignored(own: End, { device }: End, { address, ignored }: BgpPeer): RawFinding<Facts> | undefined {
  return (
    ignored && {
      at: ignored,
      message: `${own.device.name}: BGP keeps down its session with peer ${address.key}, ${device.name}, by ignore: no route passes between the two; remove the line`,
      facts: undefined,
    }
  );
}

/** One of the two signs its packets; what a group of peers says holds for its members too. */
function unsigned(own: End, { device, bgp }: End, { address, key, as }: BgpPeer): RawFinding<Facts> | undefined {
  const answering = bgp.peers.filter(
    (peer) => peer.address.family === address.family && isOf(own.device, peer.address),
  );
  const [answer, ...more] = answering;
  if (!key || !as || !answer?.as || answer.isMember || answer.key || more.length > 0) return undefined;
  return {
    at: key,
    message: `${own.device.name}: peer ${address.key} has a key, ${device.name} has none for ${answer.address.key}: the session does not come up; use one on both`,
    peer: {
      at: answer.line,
      message: `${device.name}: peer ${answer.address.key} has no key, ${own.device.name} has one: the session does not come up; use one on both`,
    },
    facts: undefined,
  };
}

function pairOf(a: string, b: string, before = ''): string {
  const bgp = (lines: string) => `
        #${before}
        bgp 64512
         ${lines}`;
  return examplePair({ rest: bgp(a) }, { rest: bgp(b).replace(before, '') });
}
