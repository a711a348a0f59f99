// A.peer is B.source and A.source is B.peer. Where one of the two values is an address of the device that should have it, the other is
// the wrong one, and there is one right edit; where neither or both are, a person decides.
import type { Channel, Device, Rbs } from '../../model/device';
import type { ChannelEnd, Pair, Side } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { mirroring, sharesProfile } from '../../model/services/channels';
import { replace } from '../../edits/config-edits';
import { pairRule, type RawFinding, type Fix } from '../../diagnostics/rule';
import { typedPeer, typedSource } from '../shared/backup-services';

type Facts =
  | {
      readonly kind: 'one';
      readonly edits: readonly {
        readonly at: Place;
        readonly text: string;
        readonly device: Device;
        readonly word: 'peer' | 'source';
      }[];
    }
  | { readonly kind: 'both'; readonly pair: Pair; readonly a: Channel; readonly b: Channel; readonly right?: Side };

export default pairRule<Facts>({
  id: 'rbs-peer-source-not-mirrored',
  requirement: 'HB-RBSP-MIRROR',
  title: 'Peer and source of a backup channel are not mirrored on the two devices',
  severity: 'error',
  why: 'Each device must point at the address that the other one sends from; else the channel never comes up, and nothing is backed up.',
  guide: ['000 step 2.3', '002 step 2.3', '003 step 3'],
  supersededBy: ['rbs-peer-is-local', 'rbs-source-is-remote', 'rbs-address-is-virtual'],
  *check(pair) {
    for (const { a, b } of pair.channels) {
      const { family, aPointsToB, bPointsToA } = mirroring(a.channel, b.channel);
      if (!family || (aPointsToB && bPointsToA)) continue;
      if (!aPointsToB && !bPointsToA) yield neither(pair, a, b);
      else if (aPointsToB) yield oneWay(pair.b, b, pair.a, a, 'b points');
      else yield oneWay(pair.a, a, pair.b, b, 'a points');
    }
  },
  fix(facts): readonly Fix[] {
    if (facts.kind === 'one') {
      return facts.edits.map(({ at, text, device, word }) => ({
        title: `Use ${word} ${text} on ${device.name}`,
        edits: [replace(at, text)],
        safe: facts.edits.length === 1,
      }));
    }
    const { pair, a, b, right } = facts;
    const mirrored = (from: Channel, to: Channel) => [
      replace(to.peer.at, typedSource(from)),
      replace(to.source.at, typedPeer(from)),
      ...(from.port.value === to.port.value ? [] : [replace(to.port.at, String(from.port.value))]),
    ];
    return [
      ...(right === 'b'
        ? []
        : [{ title: `Make ${pair.b.name} the mirror of ${pair.a.name}`, edits: mirrored(a, b), safe: right === 'a' }]),
      ...(right === 'a'
        ? []
        : [{ title: `Make ${pair.a.name} the mirror of ${pair.b.name}`, edits: mirrored(b, a), safe: right === 'b' }]),
    ];
  },
  examples: [
    {
      title: 'DeviceB points beside: DeviceA has the address it sends from',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        interface LoopBack0
         ip address 10.255.0.1 255.255.255.255
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.7 source 10.255.0.2 port 6001
              ^^^^^^^^^^ DeviceB: peer 10.255.0.7 of RBS s1 is not 10.255.0.1, the source of s1 on DeviceA: the channel stays down
        #
        interface LoopBack0
         ip address 10.255.0.2 255.255.255.255
        #
        fixed:
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        interface LoopBack0
         ip address 10.255.0.2 255.255.255.255
        #
      `,
    },
    {
      title: 'DeviceA sends from an address it does not have',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer-ipv6 2001:db8:c0::2 source-ipv6 2001:db8:c0::3 port 6001
                                              ^^^^^^^^^^^^^^ DeviceA: source 2001:db8:c0::3 of RBS s1 is not 2001:DB8:C0::1, to which DeviceB points s1: the channel stays down
        #
        interface GigabitEthernet0/1/1
         ipv6 enable
         ipv6 address 2001:DB8:C0::1/64
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer-ipv6 2001:DB8:C0::1 source-ipv6 2001:DB8:C0::2 port 6001
        #
        interface GigabitEthernet0/1/1
         ipv6 enable
         ipv6 address 2001:DB8:C0::2/64
        #
        fixed:
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer-ipv6 2001:db8:c0::2 source-ipv6 2001:DB8:C0::1 port 6001
        #
        interface GigabitEthernet0/1/1
         ipv6 enable
         ipv6 address 2001:DB8:C0::1/64
        #
      `,
    },
    {
      title: 'Excerpts without interfaces: nobody can tell which digit is wrong',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.12 port 6001
                                ^^^^^^^^^^^ DeviceB: source 10.255.0.12 of RBS s1 is not 10.255.0.2, to which DeviceA points s1: the channel stays down
        #
        fixed:
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
      `,
    },
    {
      title: 'Both addresses of DeviceA are wrong',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.7.2 source 10.255.7.1 port 6001
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: peer and source of RBS s1 mirror no address of s1 on DeviceB: the channel stays down; use one pair of addresses
        #
        interface LoopBack0
         ip address 10.255.0.1 255.255.255.255
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        interface LoopBack0
         ip address 10.255.0.2 255.255.255.255
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        fixed:
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        interface LoopBack0
         ip address 10.255.0.1 255.255.255.255
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
      `,
    },
    {
      title: 'Mirrored, written in another spelling, under another name',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer-ipv6 2001:DB8:C0::2 source-ipv6 2001:DB8:C0::1 port 6001
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service to-a
         peer-ipv6 2001:db8:c0:0::1 source-ipv6 2001:db8:c0:0::2 port 6001
        #
      `,
    },
  ],
});

/** `from` points at what `to` does not send from. */
function oneWay(
  from: Device,
  pointing: ChannelEnd,
  to: Device,
  sending: ChannelEnd,
  at: 'a points' | 'b points',
): RawFinding<Facts> {
  const [peer, source] = [typedPeer(pointing.channel), typedSource(sending.channel)];
  const pointsAtOwn = to.addresses.has(pointing.channel.peer.value.key);
  const sendsFromOwn = to.addresses.has(sending.channel.source.value.key);
  const peerWrong = sendsFromOwn && !pointsAtOwn;
  const sourceWrong = pointsAtOwn && !sendsFromOwn;
  const pointed = {
    at: pointing.channel.peer.at,
    message: `${from.name}: peer ${peer} of RBS ${pointing.rbs.name} is not ${source}, the source of ${sending.rbs.name} on ${to.name}: the channel stays down`,
  };
  const sent = {
    at: sending.channel.source.at,
    message: `${to.name}: source ${source} of RBS ${sending.rbs.name} is not ${peer}, to which ${from.name} points ${pointing.rbs.name}: the channel stays down`,
  };
  const usePeer = { at: pointing.channel.peer.at, text: source, device: from, word: 'peer' as const };
  const useSource = { at: sending.channel.source.at, text: peer, device: to, word: 'source' as const };
  // A finding stands at the wrong value; where nobody can tell, on the second device.
  const atPeer = peerWrong || (!sourceWrong && at === 'b points');
  const [here, there] = atPeer ? [pointed, sent] : [sent, pointed];
  const [atFinding, atOther] = atPeer ? [usePeer, useSource] : [useSource, usePeer];
  return {
    ...here,
    peer: there,
    facts: {
      kind: 'one',
      edits: peerWrong || sourceWrong ? [atFinding] : [atFinding, atOther],
    },
  };
}

function neither(pair: Pair, a: ChannelEnd, b: ChannelEnd): RawFinding<Facts> {
  const right = (from: Device, { channel }: ChannelEnd, to: Device) =>
    from.addresses.has(channel.source.value.key) && to.addresses.has(channel.peer.value.key);
  const [aRight, bRight] = [right(pair.a, a, pair.b), right(pair.b, b, pair.a)];
  const related =
    pair.b.addresses.has(a.channel.peer.value.key) ||
    pair.a.addresses.has(b.channel.peer.value.key) ||
    sharesProfile(pair, a.rbs, b.rbs);
  const message = (device: Device, rbs: Rbs, other: Device, peerService: Rbs) =>
    `${device.name}: peer and source of RBS ${rbs.name} mirror no address of ${peerService.name} on ${other.name}: the channel stays down; use one pair of addresses`;
  const onA = { at: values(a.channel), message: message(pair.a, a.rbs, pair.b, b.rbs) };
  const onB = { at: values(b.channel), message: message(pair.b, b.rbs, pair.a, a.rbs) };
  const [here, there] = bRight && !aRight ? [onA, onB] : [onB, onA];
  return {
    ...here,
    peer: there,
    // Without any address that ties them they may be two channels to third devices.
    severity: related ? 'error' : 'warning',
    facts: {
      kind: 'both',
      pair,
      a: a.channel,
      b: b.channel,
      right: onlyRight(aRight, bRight),
    },
  };
}

/** The side whose end alone is right. */
function onlyRight(aRight: boolean, bRight: boolean): Side | undefined {
  if (aRight === bRight) return undefined;
  return aRight ? 'a' : 'b';
}

/** From the first of the two addresses to the second. */
function values({ line, peer, source }: Channel): Place {
  return { anchor: line.anchor, row: line.row, start: peer.at.start, end: source.at.end };
}
