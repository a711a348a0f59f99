// What of one device is held against what of the other: the two interfaces of a group, of a profile, of a channel, of a link; the
// two trunks below them; the two ends of a board's backup.
import { aaa, eTrunk, l2tp, multicast4, rbp, serviceHa } from '../../catalogue';
import type { Subject } from '../../catalogue/agreement';
import type { Block, Device, Interface } from '../device';
import { eTrunkPairs, ethTrunksIn, mirroring, type ETrunkPair } from '../e-trunk/e-trunk-pairs';
import { mapIndex } from '../incremental/index-view';
import { interfacesOfPort } from '../interface-state';
import { mainInterfaceKey } from '../names';
import { prefixKey } from '../address';
import { groupPairOf } from '../pairing/matching';
import { isHotBackup, type Pair, type ProfilePair, type Side } from '../pairing/pair';
import type { Place } from '../place';
import type { DifferingBindings } from '../services/bindings';
import { carriesService, otherGroup, profilePairsWith, profilePairWith } from '../services/followed-groups';
import { hasService } from '../services/bindings';
import { boardLink } from '../services/board-link';
import { interfacesWith } from '../services/channels';
import { streamUplinks } from '../services/stream-uplinks';
import { portsWith } from '../switched-vlans';
import { vlanOfVlanif } from '../vlans';
import { electsItself, membersOf } from '../vrrp/member';
import { canonicalText, firstWordOf } from '../lines/canonical-text';
import { namedCouples, type CoupleUnits } from './named-couples';
import { snoopingCouples } from './snooping-couples';

/** One thing on its device. */
export interface End {
  readonly device: Device;
  /** As messages call it: `GigabitEthernet0/1/2`. */
  readonly name: string;
  readonly at: Place;
  readonly block: Block;
  readonly interface?: Interface;
  /** It only backs up what the other device serves, and may leave out what that one says. */
  readonly standsIn?: boolean;
}

/** The two ends of one subject, such as the interfaces of a VRRP group. */
export interface Couple {
  readonly subject: Subject;
  readonly a: End;
  readonly b: End;
  /** Users are backed up over it: a difference is as bad as the table says, and one step less where they are not. */
  readonly hotBackup: boolean;
}

/** All at once, or one by one by units. */
type CouplesOf = ((pair: Pair, differing: DifferingBindings) => Iterable<Couple>) | CoupleUnits<object>;

/** What looks at one thing at a time says so: an edit of one is no reason to look at the others. */
export const unitOf: Readonly<Partial<Record<Subject, 'group' | 'binding' | 'profile'>>> = {
  group: 'group',
  gateway: 'group',
  trunk: 'group',
  users: 'binding',
  mld: 'binding',
  igmp: 'binding',
  'login profile': 'profile',
};

/** The couples of each subject; of bound interfaces those that differ. */
export const couplesOf: Readonly<Record<Subject, CouplesOf>> = {
  group: groupCouples,
  gateway: gatewayCouples,
  users: (pair, differing) => boundCouples(pair, 'users', differing),
  mld: (pair, differing) => boundCouples(pair, 'mld', differing),
  igmp: (pair, differing) => boundCouples(pair, 'igmp', differing),
  'mld uplink': (pair) => streamUplinkCouples(pair, 'mld'),
  'igmp uplink': (pair) => streamUplinkCouples(pair, 'igmp'),
  channel: channelCouples,
  link: linkCouples,
  trunk: trunkCouples,
  'trunk link': trunkLinkCouples,
  board: boardCouples,
  boards: boardDeviceCouples,
  'e-trunk': eTrunkCouples,
  'login profile': loginProfileCouples,
  'login service': loginServiceCouples,
  'login device': (pair) => deviceCouple(pair, 'login device', profilePairWith(pair, 'bras'), loginLines),
  'stream device': (pair) => deviceCouple(pair, 'stream device', profilePairWith(pair, 'multicast'), streamLines),
  snooping: snoopingCouples,
  ...namedCouples,
};

function* groupCouples(pair: Pair): Iterable<Couple> {
  for (const group of pair.groups) {
    const { a, b } = membersOf(pair, group);
    if (!electsItself(a) || !electsItself(b)) continue;
    yield* interfaceCouple(pair, 'group', group.a.interfaceKey, group.b.interfaceKey, isHotBackup(group));
  }
}

/** Also of groups that follow another one: their own lines of election count for nothing, but users have their gateway there. */
function* gatewayCouples(pair: Pair): Iterable<Couple> {
  if (pair.a.firewall || pair.b.firewall) return;
  for (const group of pair.groups) {
    if (!group.a.exists || !group.b.exists) continue;
    const isLed = group.a.follows !== undefined && group.b.follows !== undefined;
    const hotBackup = isHotBackup(group) || (isLed && pair.isBackedUp);
    yield* interfaceCouple(pair, 'gateway', group.a.interfaceKey, group.b.interfaceKey, hotBackup);
  }
}

/** The uplinks of multicast users of which one lacks PIM. */
function* streamUplinkCouples(pair: Pair, service: 'mld' | 'igmp'): Iterable<Couple> {
  for (const { a, b } of streamUplinks(pair, service))
    yield { subject: `${service} uplink`, a: interfaceEnd(pair.a, a), b: interfaceEnd(pair.b, b), hotBackup: true };
}

/** Of several interfaces a profile, only those of one name are known to answer each other. */
function* boundCouples(pair: Pair, subject: 'users' | 'mld' | 'igmp', differing: DifferingBindings): Iterable<Couple> {
  for (const matched of subject === 'users' ? pair.profiles : profilePairsWith(pair, subject)) {
    const found = differing([matched.a, pair.a], [matched.b, pair.b]);
    // Where they follow two virtual routers that is the finding, and their interfaces are not each other's.
    if (found.length === 0 || otherGroup(pair, matched)) continue;
    for (const { a, b } of found)
      yield { subject, a: interfaceEnd(pair.a, a.interface), b: interfaceEnd(pair.b, b.interface), hotBackup: true };
  }
}

function* channelCouples(pair: Pair): Iterable<Couple> {
  for (const { a, b } of pair.channels) {
    const [port, peerPort] = [
      interfacesWith(pair.a, a.channel.source.value)[0],
      interfacesWith(pair.b, b.channel.source.value)[0],
    ];
    // Ends that do not name each other are a finding of their own.
    const mirrored =
      a.channel.peer.value.key === b.channel.source.value.key &&
      b.channel.peer.value.key === a.channel.source.value.key;
    if (port && peerPort && mirrored)
      yield { subject: 'channel', a: interfaceEnd(pair.a, port), b: interfaceEnd(pair.b, peerPort), hotBackup: true };
  }
}

function* boardCouples(pair: Pair): Iterable<Couple> {
  for (const location of pair.locations) {
    if (!boardLink(pair, location).related) continue;
    const end = (side: Side): End => ({
      device: pair[side],
      name: `service-location ${location[side].id}`,
      at: location[side].at,
      block: location[side].block,
    });
    yield { subject: 'board', a: end('a'), b: end('b'), hotBackup: true };
  }
}

/** Interfaces of the two devices in one subnet of which one writes what the two ends of a link agree on. */
function* linkCouples(pair: Pair): Iterable<Couple> {
  const seen = new Set<string>();
  for (const side of ['a', 'b'] as const) {
    const peer = side === 'a' ? pair.b : pair.a;
    for (const own of compared(pair[side].interfaces).get('link')) {
      for (const subnet of subnetsOf(own)) {
        for (const other of bySubnet(peer.interfaces).get(subnet)) {
          const [port, peerPort] = side === 'a' ? [own, other] : [other, own];
          const key = `${port.key}\n${peerPort.key}`;
          if (seen.has(key)) continue;
          seen.add(key);
          yield { subject: 'link', a: interfaceEnd(pair.a, port), b: interfaceEnd(pair.b, peerPort), hotBackup: true };
        }
      }
    }
  }
}

/** Where hosts have their gateway LDP finds no neighbour; a management group stands between the two devices. */
const compared = mapIndex(({ block, groups }: Interface) => {
  const pattern = groups.every(({ admin }) => admin) ? /^(?:(?:ipv6 )?mtu |mpls ldp$)/ : /^(?:ipv6 )?mtu /;
  return block.lines.some((line) => ofLink.has(firstWordOf(line)) && pattern.test(canonicalText(line))) ? ['link'] : [];
});

const ofLink: ReadonlySet<string> = new Set(['mtu', 'ipv6', 'mpls']);

const bySubnet = mapIndex((port: Interface) => subnetsOf(port));

/** A subnet of one address has no link, and a VPN is another network. */
function subnetsOf(on: Interface): string[] {
  const vpn = vpnInstanceOf(on) ?? '';
  const subnets = on.addresses
    .filter(({ prefix, linkLocal }) => !linkLocal && prefix.length < prefix.address.bytes.length * 8)
    .map(({ prefix }) => `${prefixKey(prefix)} ${vpn}`);
  return [...new Set(subnets)];
}

/** The VPN instance of an interface, in small letters. */
export function vpnInstanceOf({ block }: Interface): string | undefined {
  const texts = block.lines.map((line) => canonicalText(line));
  return texts
    .map((text) => /^ip(?:v6)? binding vpn-instance (\S+)/.exec(text)?.[1])
    .find((name) => name !== undefined);
}

/** Eth-Trunks that carry the interfaces of a group. */
function* trunkCouples(pair: Pair): Iterable<Couple> {
  const seen = new Set<string>();
  for (const { a, b } of pair.groups) {
    const [left, right] = [trunkBelow(pair.a, a.interfaceKey), trunkBelow(pair.b, b.interfaceKey)];
    if (left === undefined || right === undefined || seen.has(`${left}\n${right}`)) continue;
    seen.add(`${left}\n${right}`);
    yield* interfaceCouple(pair, 'trunk', left, right, true);
  }
}

/** The key of the Eth-Trunk that carries an interface: its main interface, or the one port that has the VLAN of a VLANIF. */
function trunkBelow(device: Device, key: string): string | undefined {
  const vlan = vlanOfVlanif(key);
  const [port, ...more] = vlan === undefined ? [] : portsWith(device, vlan);
  const main = port ? port.key : mainInterfaceKey(key);
  return main.startsWith('eth-trunk') && more.length === 0 ? main : undefined;
}

/** Eth-Trunks of which each device has one end: interfaces in one subnet that carry no group, whose trunks are looked at for it. */
function* trunkLinkCouples(pair: Pair): Iterable<Couple> {
  for (const subnet of trunksBySubnet(pair.a.interfaces).keys()) {
    const [port, ...more] = trunksBySubnet(pair.a.interfaces).get(subnet);
    const [peerPort, ...others] = trunksBySubnet(pair.b.interfaces).get(subnet);
    if (!port || !peerPort || more.length + others.length > 0 || carryOneGroup(pair, port, peerPort)) continue;
    yield* interfaceCouple(pair, 'trunk link', port.key, peerPort.key, true);
  }
}

const trunksBySubnet = mapIndex((port: Interface) =>
  port.key.startsWith('eth-trunk') && port.key === port.mainKey ? subnetsOf(port) : [],
);

/** Whether a virtual router has its two groups on these ports or their sub-interfaces. */
function carryOneGroup(pair: Pair, port: Interface, peerPort: Interface): boolean {
  return interfacesOfPort(pair.a, port.key).some(({ groups }) =>
    groups.some((group) => {
      const peerKey = groupPairOf(pair, group)?.b.interfaceKey;
      return peerKey !== undefined && mainInterfaceKey(peerKey) === peerPort.key;
    }),
  );
}

/** What both devices say for all their boards. */
function* boardDeviceCouples(pair: Pair): Iterable<Couple> {
  const [location] = pair.locations;
  if (!location) return;
  const end = (side: Side): End => {
    const lines = pair[side].system.get(serviceHa.onBoardMode.id) ?? [];
    const { at, block } = location[side];
    return { device: pair[side], name: 'the device', at, block: { ...block, lines } };
  };
  yield { subject: 'boards', a: end('a'), b: end('b'), hotBackup: true };
}

const loginLines = [l2tp.enable.id, rbp.routeCost.id, rbp.triggerSpeed.id, rbp.ruiOption.id, aaa.radiusGlobal.id];
const streamLines = [multicast4.routing.id];

/** Profiles of users who log in, each judged by itself: no other profile of either device is looked at. */
function* loginProfileCouples(pair: Pair): Iterable<Couple> {
  for (const matched of pair.profiles) {
    if (!hasService(matched.a, 'bras') || !hasService(matched.b, 'bras')) continue;
    const end = (side: Side): End => {
      const { name, at, block } = matched[side];
      return { device: pair[side], name: `RBP ${name}`, at, block };
    };
    yield { subject: 'login profile', a: end('a'), b: end('b'), hotBackup: true };
  }
}

function* loginServiceCouples(pair: Pair): Iterable<Couple> {
  for (const channel of pair.channels) {
    if (!carriesService(pair, 'a', channel.a.rbs, 'bras')) continue;
    const end = (side: Side): End => {
      const { name, at, block } = channel[side].rbs;
      return { device: pair[side], name: `RBS ${name}`, at, block };
    };
    yield { subject: 'login service', a: end('a'), b: end('b'), hotBackup: true };
  }
}

/** What both devices say for all users of these profiles. */
function* deviceCouple(
  pair: Pair,
  subject: Subject,
  matched: ProfilePair | undefined,
  commands: readonly string[],
): Iterable<Couple> {
  if (!matched) return;
  const end = (side: Side): End => {
    const lines = commands.flatMap((id) => pair[side].system.get(id) ?? []);
    const { at, block } = matched[side];
    return { device: pair[side], name: 'the device', at, block: { ...block, lines } };
  };
  yield { subject, a: end('a'), b: end('b'), hotBackup: true };
}

/** E-Trunks that name each other, and the Eth-Trunks that are their members. */
function* eTrunkCouples(pair: Pair): Iterable<Couple> {
  for (const eTrunk of eTrunkPairs(pair)) {
    const { aPointsToB, bPointsToA } = mirroring(eTrunk.a, eTrunk.b);
    if (!aPointsToB || !bPointsToA) continue;
    yield eTrunkEnds(pair, eTrunk);
    const [ofA, ofB] = [ethTrunksIn(pair.a, eTrunk.a.id), ethTrunksIn(pair.b, eTrunk.b.id)];
    const [port, peerPort] = [ofA[0], ofB[0]];
    if (!port || !peerPort || ofA.length + ofB.length > 2) continue;
    const trunk = (device: Device, on: Interface): End =>
      isSaidByTrunk(pair, eTrunk) ? withLacpLines(interfaceEnd(device, on)) : interfaceEnd(device, on);
    yield { subject: 'e-trunk', a: trunk(pair.a, port), b: trunk(pair.b, peerPort), hotBackup: true };
  }
}

const portCommand = eTrunk.port.id;

/** The two ends of an E-Trunk. */
export function eTrunkEnds(pair: Pair, eTrunk: ETrunkPair): Couple {
  const end = (side: Side): End => {
    const { id, at, block } = eTrunk[side];
    const own = withLinesOf(portCommand, { device: pair[side], name: `e-trunk ${id}`, at, block });
    return isSaidByTrunk(pair, eTrunk) ? own : withLacpLines(own);
  };
  return { subject: 'e-trunk', a: end('a'), b: end('b'), hotBackup: true };
}

/** The Eth-Trunks of one member of an E-Trunk, each with what its device says of LACP for all of them. */
export function eTrunkMemberEnds(pair: Pair, a: Interface, b: Interface): Couple {
  const end = (side: Side, port: Interface): End => withLacpLines(interfaceEnd(pair[side], port));
  return { subject: 'e-trunk', a: end('a', a), b: end('b', b), hotBackup: true };
}

/** What a trunk says for itself wins over the line for the whole device. */
function isSaidByTrunk(pair: Pair, { a, b }: ETrunkPair): boolean {
  return [...ethTrunksIn(pair.a, a.id), ...ethTrunksIn(pair.b, b.id)].some(saysLacp);
}

/** Whether the Eth-Trunk has a LACP identity of its own. */
function saysLacp({ block }: Interface): boolean {
  return block.lines.some((line) => canonicalText(line).startsWith('lacp e-trunk '));
}

/** With `lacp e-trunk system-id` and `lacp e-trunk priority` of the system view, which hold where the trunk says nothing. */
function withLacpLines(end: End): End {
  return withLinesOf(eTrunk.lacp.id, end);
}

/** With the lines of this command in the system view, before its own. */
function withLinesOf(command: string, end: End): End {
  const lines = end.device.system.get(command) ?? [];
  return lines.length === 0 ? end : { ...end, block: { ...end.block, lines: [...lines, ...end.block.lines] } };
}

function* interfaceCouple(pair: Pair, subject: Subject, a: string, b: string, hotBackup: boolean): Iterable<Couple> {
  const { a: first, b: other } = pair;
  const [port, peerPort] = [first.interfaces.get(a), other.interfaces.get(b)];
  if (port && peerPort) yield { subject, a: interfaceEnd(first, port), b: interfaceEnd(other, peerPort), hotBackup };
}

/** An interface on its device. */
export function interfaceEnd(device: Device, port: Interface): End {
  return { device, name: port.name, at: port.at, block: port.block, interface: port };
}
