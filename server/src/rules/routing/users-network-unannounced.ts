// Whichever device is master announces the network of its users, or nothing comes back to them. Judged where both devices run routing
// protocols and one of them announces the network, by a line of the interface or with all that is connected. Multicast alone needs no
// way back.
import { insertInBlock } from '../../edits/config-edits';
import { eachOf, pairRule, type Fix, type RawFinding, type RulePart } from '../../diagnostics/rule';
import type { Family } from '../../model/address';
import type { Device, Interface } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import { unitsWhere } from '../../model/incremental/derived-units';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import {
  announcers,
  announcersOf,
  importLineOf,
  importsInto,
  mayAnnounceNetworksOf,
  type Announcer,
} from '../../model/routing/announcements';
import { igpLines } from '../../model/routing/igp-interfaces';
import { igpNames } from '../../model/routing/igp-processes';
import { publicNetwork, vpnOf } from '../../model/routing/vpn';
import { groupsOf } from '../../model/services/bindings';
import {
  backsUpOnBoth,
  boundDifferently,
  profilePairsWith,
  profilesBoundDifferently,
  type ProfileBoundDifferently,
} from '../../model/services/followed-groups';
import { localAddressesOn, subnetText } from '../../model/vrrp/addresses';
import { exampleDevice, examplePair } from '../testing/example-pair';

interface Facts {
  readonly device: Device;
  /** Where the line is missing: an interface, or the view of a process. */
  readonly on: Interface | Announcer;
  readonly text: string | undefined;
}

interface Couple {
  readonly a: Interface;
  readonly b: Interface;
}

const families = [4, 6] as const;

const servicesOf: Readonly<Record<Family, readonly string[]>> = {
  4: ['arp', 'dhcp-server'],
  6: ['nd', 'dhcpv6-relay'],
};

const allBound = boundDifferently(() => true);
const joinedDifferently = profilesBoundDifferently((left, right) =>
  families.some((family) => joins(left, family) !== joins(right, family)),
);

const master = `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600`;

/** A process that takes in what is connected says it of all interfaces at once; else each says it of itself. */
const parts: readonly RulePart<Pair, Facts>[] = [
  { check: ofProcesses },
  eachOf(
    unitsWhere((pair) => !holdsSeveralDevices(pair), joinedDifferently),
    ofInterfaces,
    { followsReads: true },
  ),
];

export default pairRule<Facts>({
  id: 'users-network-unannounced',
  requirement: 'HB-X-ANNOUNCED',
  title: 'One device does not announce the network of the users',
  severity: 'warning',
  why: 'The network has a route to the users over the other device alone: what comes back to them stops with it.',
  guide: ['001 context', '005 context'],
  *check(pair) {
    for (const part of parts) yield* part.check(pair);
  },
  parts,
  fix({ device, on, text }): Fix[] {
    if (text === undefined) return [];
    if ('block' in on)
      return [{ title: `Add ${text} on ${on.name}`, edits: [insertInBlock(device, on.block, text)], safe: false }];
    const block = (device.views.get(on.protocol) ?? []).find(({ heads }) => heads.includes(on.head));
    if (!block || on.protocol === 'bgp') return [];
    const edits = [insertInBlock(device, block, text, { first: true })];
    return [{ title: `Add ${text} on ${device.name}`, edits, safe: false }];
  },
  examples: [
    {
      title: 'What is connected, taken in on one device',
      config: examplePair(
        { rest: uplink(1, ospf(' import-route direct\n        ')) },
        {
          rest: uplink(
            2,
            ospf(
              '',
              'DeviceB: ospf 1 has no import-route direct, unlike DeviceA: nothing announces 10.1.1.0/24 of GigabitEthernet0/1/2, its users are cut off after a switchover',
            ),
          ),
        },
      ),
    },
    {
      title: 'A line of the interface on one device',
      config: `${exampleDevice('DeviceA', 1, { vrrp: `${master}\n         ospf enable 1 area 0.0.0.0`, rest: uplink(1, ospf()) })}
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 7000
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
                    ^^^^^^^^ DeviceB: nothing announces 10.1.1.0/24 of GigabitEthernet0/1/2, on DeviceA OSPF does: its users are cut off after a switchover; add the line
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        interface GigabitEthernet0/1/9
         ip address 10.0.0.2 255.255.255.252${uplink(2, ospf())}
        #`,
    },
    {
      title: 'Announced in other ways; by neither',
      config: examplePair(
        { vrrp: `${master}\n         ospf enable 1 area 0.0.0.0`, rest: uplink(1, ospf()) },
        { rest: uplink(2, ospf(' import-route direct\n        ')) },
      ),
    },
    {
      title: 'No routing protocol on the other device',
      config: examplePair({ rest: uplink(1, ospf(' import-route direct\n        ')) }, {}),
    },
  ],
});

/** The protocol that takes in what is connected on the other device and not here, where nothing else here does. */
function processLacking(pair: Pair, side: Side, family: Family): Announcer | undefined {
  const [device, peer] = [pair[side], pair[other(side)]];
  const own = announcers(device, family);
  if (own.some(({ protocol }) => importsInto(device, protocol, 'direct', family, publicNetwork))) return undefined;
  return own.find(({ protocol }) => importsInto(peer, protocol, 'direct', family, publicNetwork));
}

function* ofProcesses(pair: Pair): Iterable<RawFinding<Facts>> {
  if (holdsSeveralDevices(pair)) return;
  for (const side of ['a', 'b'] as const)
    for (const family of families) {
      const lacking = processLacking(pair, side, family);
      if (lacking) yield* ofProcess(pair, side, family, lacking);
    }
}

function holdsSeveralDevices({ a, b }: Pair): boolean {
  return a.holdsSeveralDevices || b.holdsSeveralDevices;
}

function* ofProcess(pair: Pair, side: Side, family: Family, lacking: Announcer): Iterable<RawFinding<Facts>> {
  const [device, peer] = [pair[side], pair[other(side)]];
  const missing = couplesOf(pair, family).filter(
    (couple) => vpnOf(couple[side]) === publicNetwork && isMissing(pair, side, family, couple),
  );
  const [first, ...more] = missing;
  if (!first) return;
  const on = first[side];
  const text = lacking.protocol === 'isis' && family === 6 ? 'ipv6 import-route direct' : 'import-route direct';
  const rest = more.length === 0 ? '' : ` and ${more.length} more`;
  const line = importLineOf(peer, lacking.protocol, text);
  yield {
    at: lacking.head,
    message: `${device.name}: ${lacking.name} has no ${text}, unlike ${peer.name}: nothing announces ${networkOf(on, family)} of ${on.name}${rest}, its users are cut off after a switchover`,
    ...(line
      ? { peer: { at: line, message: `${peer.name}: what is connected is announced, unlike on ${device.name}` } }
      : {}),
    also: missing.map((couple) => ({ at: couple[side].at, message: `${device.name}: ${couple[side].name}` })),
    facts: {
      device,
      on: lacking,
      text: line && / route-policy /.test(canonicalText(line)) ? text : line && canonicalText(line),
    },
  };
}

function* ofInterfaces(pair: Pair, { profile, a, b }: ProfileBoundDifferently): Iterable<RawFinding<Facts>> {
  const judged = (['a', 'b'] as const).flatMap((side) =>
    families
      .filter((family) => servicesOf[family].some((service) => backsUpOnBoth(profile, service)))
      .filter((family) => !processLacking(pair, side, family))
      .map((family) => ({ side, family })),
  );
  for (const [index, ofA] of a.entries())
    for (const { side, family } of judged) yield* ofInterface(pair, side, family, { a: ofA, b: b[index]! });
}

function* ofInterface(pair: Pair, side: Side, family: Family, couple: Couple): Iterable<RawFinding<Facts>> {
  const [device, peer] = [pair[side], pair[other(side)]];
  const [on, peerOn] = [couple[side], couple[other(side)]];
  const line = igpLines(peerOn).find((igpLine) => igpLine.family === family);
  if (!line || !isMissing(pair, side, family, couple)) return;
  const text = canonicalText(line.line);
  yield {
    at: localAddressesOn(on, family)[0]!.at,
    message: `${device.name}: nothing announces ${networkOf(on, family)} of ${on.name}, on ${peer.name} ${igpNames[line.protocol]} does: its users are cut off after a switchover; add the line`,
    peer: {
      at: line.line,
      message: `${peer.name}: ${peerOn.name} is announced, unlike ${on.name} of ${device.name}`,
    },
    facts: { device, on, text },
  };
}

/** The other device announces its interface, this one may not, and it runs a protocol that could. */
function isMissing(pair: Pair, side: Side, family: Family, couple: Couple): boolean {
  const [on, peerOn] = [couple[side], couple[other(side)]];
  return (
    networkOf(on, family) !== undefined &&
    announcersOf(pair[other(side)], peerOn, family).size > 0 &&
    announcers(pair[side], family, vpnOf(on)).length > 0 &&
    !mayAnnounceNetworksOf(pair[side], on, family)
  );
}

/** The interfaces at which users of both devices come in, each once: those that bind a profile, and those of a server's group. */
function couplesOf(pair: Pair, family: Family): readonly Couple[] {
  const couples = new Map<string, Couple>();
  for (const service of servicesOf[family]) {
    for (const { a, b } of allBound(pair, service)) couples.set(a.interface.key, { a: a.interface, b: b.interface });
    for (const profile of service === 'dhcp-server' ? profilePairsWith(pair, service) : []) {
      const [ofA, ofB] = [groupsOf(profile.a, pair.a)[0], groupsOf(profile.b, pair.b)[0]];
      const a = ofA && pair.a.interfaces.get(ofA.interfaceKey);
      const b = ofB && pair.b.interfaces.get(ofB.interfaceKey);
      if (a && b) couples.set(a.key, { a, b });
    }
  }
  return [...couples.values()];
}

function joins(on: Interface, family: Family): boolean {
  return igpLines(on).some((line) => line.family === family);
}

function networkOf(on: Interface, family: Family): string | undefined {
  const [local] = localAddressesOn(on, family);
  return local && subnetText(local.prefix);
}

function ospf(above = '', text?: string): string {
  return `
        #
        ospf 1${text === undefined ? '' : `\n        ^^^^^^ ${text}`}
        ${above} area 0.0.0.0`;
}

function uplink(own: 1 | 2, rest: string): string {
  return `
        #
        interface GigabitEthernet0/1/8
         ip address 10.9.${own}.1 255.255.255.252
         ospf enable 1 area 0.0.0.0${rest}`;
}
