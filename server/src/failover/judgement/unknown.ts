// What the files cannot tell: named, never guessed; each at its line.
import type { Group, Rbp, Track } from '../../model/device';
import { isRead } from '../../model/lines/matched-line';
import { other, type ChannelPair, type Pair, type Side } from '../../model/pairing/pair';
import { subnetsDiffer } from '../../model/vrrp/addresses';
import { deafness, deafnessText, hearEachOther } from '../../model/vrrp/hearing';
import { learningOff, versionsDiffer, vrrpVersion } from '../../model/vrrp/timers';
import { sessionOf, trackedShare } from '../../model/vrrp/tracking';
import { watchedRoutes } from '../../model/services/uplink-share';
import type { Actor } from '../simulation/actors';
import type { Carrier } from '../simulation/carrier';
import { evidence, inFileOrder } from '../simulation/evidence';
import type { ActorHistory, History } from '../simulation/history';
import { deviceNames, sides } from '../simulation/names';
import type { Evidence } from '../simulation/rehearsal';
import type { Stage } from '../simulation/stage';
import { masterDown, rounded } from '../simulation/timers';
import { isOurs } from '../simulation/topology';
import { thirdRouters } from './third-routers';
import { unknownOfETrunk } from './why-e-trunk';
import { eventWords, groupWords, serviceWords } from './words';

/** In the order of the files; events that overlap a takeover come last, in the order of time. */
export function unknownOf(history: History): Evidence[] {
  const { stage, actors } = history;
  const { pair } = stage;
  const found = [
    ...actors.flatMap((actor) => unknownOfActor(pair, actor)),
    ...pair.channels.flatMap((channel) => sides.flatMap((side) => unknownOfChannel(pair, side, channel))),
    ...sides.flatMap((side) => unknownOfDevice(stage, side)),
    ...stage.unrehearsed.map((group) => unrehearsedGroup(pair, group.a)),
    ...thirdRouters(history),
  ];
  return [...inFileOrder(found), ...overlapsOf(history)];
}

function unknownOfActor(pair: Pair, history: ActorHistory): Evidence[] {
  const { actor } = history;
  if (actor.eTrunk)
    return [
      ...unknownOfETrunk(pair, actor.eTrunk),
      ...unknownOfSnooping(actor),
      ...actor.carriers.filter((carrier) => carrier.faults.length === 0).flatMap(unknownOfCarrier),
    ];
  return [
    ...sides.flatMap((side) => masterUnheard(pair, side, history)),
    ...unrankedMembers(pair, history),
    ...sides.flatMap((side) =>
      (actor.groups[side]?.tracks ?? []).flatMap((track) => unknownOfTrack(pair, side, track)),
    ),
    ...sides.flatMap((side) => unreadLines(pair, side, actor)),
    ...actor.carriers.filter((carrier) => carrier.faults.length === 0).flatMap(unknownOfCarrier),
  ];
}

/** What streams do between the devices and the network behind a bridge of the users is none of the pair's. */
function unknownOfSnooping({ carriers, eTrunk, ends }: Actor): Evidence[] {
  if (!carriers.some(({ services }) => services.includes('igmp-snooping'))) return [];
  const words = groupWords({ family: null, vrid: null, eTrunk });
  const text = `IGMP snooping on ${words}: what the PWs or VLANs behind it do is not rehearsed; they are taken to hold`;
  return [evidence((ends.a ?? ends.b)!.at, text, 'no source')];
}

/** A device that comes up waits by its own interval until it has heard the master's. */
function masterUnheard(pair: Pair, side: Side, { actor, settings, initial }: ActorHistory): Evidence[] {
  const [self, peer] = [settings[side], settings[other(side)]];
  const [group, peerGroup] = [actor.groups[side], actor.groups[other(side)]];
  if (!self || !peer || !group || !peerGroup || actor.admin !== undefined) return [];
  const members = [
    { device: pair[side], group },
    { device: pair[other(side)], group: peerGroup },
  ] as const;
  const { priority } = initial.effective[side]!;
  const wait = masterDown(self.version, priority, self.interval, self.multiplier);
  if (!hearEachOther(...members) || peer.interval <= wait) return [];
  const keeps = priority > initial.effective[other(side)]!.priority;
  const how = keeps ? 'and keep it, whatever its delay and preemption' : 'for a moment';
  const names = deviceNames(pair);
  return [
    evidence(
      group.advertise?.at ?? group.at,
      `${names[side]} advertises every ${rounded(self.interval)} s, ${names[other(side)]} every ${rounded(peer.interval)} s: when ${names[side]} comes up it may become master of ${groupWords(actor)} after ${rounded(wait)} s, before it hears ${names[other(side)]}, ${how}`,
      'RFC 9568 6.4.1',
      'vrrp-advertise-interval-mismatch',
    ),
  ];
}

/** Equal priorities, no common subnet, two versions of the protocol. */
function unrankedMembers(pair: Pair, { actor, initial }: ActorHistory): Evidence[] {
  const { a, b } = actor.groups;
  if (!a || !b) return [];
  const names = deviceNames(pair);
  const words = groupWords(actor);
  const found: Evidence[] = [];
  if (initial.roles.a === 'unknown') found.push(openStart(pair, { actor, initial }));
  const members = [
    { device: pair.a, group: a },
    { device: pair.b, group: b },
  ] as const;
  if (subnetsDiffer(...members)) {
    const text = `the interfaces of ${words} share no subnet: the files do not tell whether the devices are on one LAN`;
    found.push(evidence(b.at, text, '000 step 1.4', 'vrrp-subnet-mismatch'));
  }
  if (versionsDiffer(...members)) {
    const [version, peerVersion] = members.map(({ device, group }) => vrrpVersion(device, group.family).version);
    const text = `${words} is VRRPv${version} on ${names.a} and VRRPv${peerVersion} on ${names.b}: by the standards neither takes the other's advertisements`;
    found.push(evidence(b.at, text, 'RFC 9568 7.1', 'vrrp-version-mismatch'));
  }
  const why = deafness(...members);
  if (why?.cause === 'vlan') {
    const text = `${words}: ${deafnessText(...members, why)}: the files do not tell whether a switch between them translates the tags; it is taken not to`;
    found.push(evidence(b.at, text, '000 prerequisites', 'vrrp-vlan-differs'));
  }
  return found;
}

/** Equal priorities, or the higher one does not preempt. */
function openStart(pair: Pair, { actor, initial }: Pick<ActorHistory, 'actor' | 'initial'>): Evidence {
  const words = groupWords(actor);
  const [priority, peerPriority] = [initial.effective.a!.priority, initial.effective.b!.priority];
  const { a, b } = { a: actor.groups.a!, b: actor.groups.b! };
  if (priority === peerPriority) {
    const text = `both devices have priority ${priority} in ${words}: which one is master depends on which came up first`;
    return evidence(b.priority?.at ?? b.at, text, '004 step 2.5', 'vrrp-priority-equal');
  }
  const [side, group] = priority > peerPriority ? (['a', a] as const) : (['b', b] as const);
  const text = `${deviceNames(pair)[side]} has the higher priority in ${words} and does not preempt: which one is master depends on which came up first`;
  return evidence(group.preemptDisabled ?? group.at, text, 'RFC 9568 6.4.2');
}

function unknownOfTrack(pair: Pair, side: Side, { line, object, reduced }: Track): Evidence[] {
  const name = deviceNames(pair)[side];
  if (object.kind === 'interface' || object.kind === 'service-location') return [];
  if (object.kind === 'monitor-group' && trackedShare(pair[side], object)) {
    if (reduced || object.link) return [];
    const text = `${name}: by how much monitor-group ${object.name.value} lowers the priority is not in the line, and no source has a default`;
    return [evidence(line, text, 'no source')];
  }
  if (object.kind !== 'bfd-session') {
    const text = `${name}: the files do not tell when this ${object.kind} track fails; it is taken to hold`;
    return [evidence(line, text, 'no source')];
  }
  const session = sessionOf(pair[side], object);
  if (!session || (!session.interfaceKey && !session.peer)) {
    const text = `${name}: the file does not tell what this BFD session watches`;
    return [evidence(line, text, 'no source', session ? null : 'vrrp-track-undefined')];
  }
  const atOnce = object.role === 'peer' ? '; the takeover may come at once' : '';
  const text = `${name}: the file does not tell how fast this BFD session sees a fault${atOnce}`;
  return [evidence(line, text, 'no source')];
}

function unreadLines(pair: Pair, side: Side, actor: Actor): Evidence[] {
  return (actor.groups[side]?.lines ?? []).flatMap((line) => {
    if (!line.match || line.match.complete || line.match.undo) return [];
    const text = `${deviceNames(pair)[side]}: this line of ${groupWords(actor)} is not understood as it stands; the default is taken`;
    return [evidence(line, text, 'no source', isRead(line.match) ? 'value-out-of-range' : 'malformed-line')];
  });
}

function unknownOfCarrier({ lines, figure, services, kind, ends }: Carrier): Evidence[] {
  const [first] = lines;
  if (!first) return [];
  const entries = services.length === 0 ? 'entries' : `${serviceWords(services)} entries`;
  const words = `the files do not tell how long ${entries} take to be copied`;
  const text = figure.known
    ? `${words}; the vendor's ${figure.seconds} s stand in`
    : `${words}, and no figure is documented for them`;
  const refill = evidence(first.at, text, figure.source);
  const hasNoLink = kind === 'rbs' && sides.some((side) => ends[side].length === 0);
  const channel = lines.find((line) => line.source === '000 step 2.3');
  if (!hasNoLink || !channel) return [refill];
  const noLink =
    'the channel runs from an address of no link: the files do not tell which links carry it, so only the loss of a device or of the path as such cuts it';
  return [refill, evidence(channel.at, noLink, '000 step 2.3')];
}

function unknownOfChannel(pair: Pair, side: Side, channel: ChannelPair): Evidence[] {
  const name = deviceNames(pair)[side];
  const { rbs, channel: end } = channel[side];
  const found: Evidence[] = [];
  if (!rbs.tracks.some((line) => /^track bfd-session/i.test(line.text))) {
    const text = `${name}: without a tracked BFD session TCP must time out before the channel counts as down; the files do not tell how long that takes`;
    found.push(evidence(end.peer.at, text, 'no source'));
  }
  for (const line of watchedRoutes(rbs)) {
    const text = `${name}: the files do not tell when the routes that ${rbs.name} watches are missing; they are taken to hold`;
    found.push(evidence(line, text, 'CLI reference, track route-monitor-group'));
  }
  return found;
}

function unknownOfDevice(stage: Stage, side: Side): Evidence[] {
  const { pair } = stage;
  const hasUplinks = stage.uplinks[side].length > 0;
  const device = pair[side];
  const name = deviceNames(pair)[side];
  const found = [...device.profiles.values()].flatMap((profile) => unknownOfProfile(stage, side, profile));
  const routing = [...device.views.entries()]
    .filter(([view]) => /^(isis|ospf|ospfv3|bgp)$/.test(view))
    .flatMap(([, blocks]) => blocks[0]?.heads[0] ?? [])[0];
  if (routing && hasUplinks)
    found.push(
      evidence(routing, `${name}: the files do not tell how fast routing converges after a fault`, 'no source'),
    );
  const off = learningOff(device);
  if (off) {
    const text = `${device.name}: learning of the advertisement interval is off; a differing interval makes two masters`;
    found.push(evidence(off, text, 'CLI reference, timer advertise'));
  }
  return found;
}

function unknownOfProfile(stage: Stage, side: Side, profile: Rbp): Evidence[] {
  const { pair } = stage;
  const name = deviceNames(pair)[side];
  const found: Evidence[] = [];
  if (profile.mode && profile.mode.value !== 'hot' && isOurs(pair, side, profile)) {
    const text = `${name}: profile ${profile.name} backs up in ${profile.mode.value} mode; how much of it is there at once after a takeover is not documented, it is taken as hot`;
    found.push(evidence(profile.mode.at, text, '000 step 3.2', 'rbp-mode-mismatch'));
  }
  return found;
}

/** `group` is the member of the pair's first device. */
function unrehearsedGroup(pair: Pair, group: Group): Evidence {
  const firewall = sides.find((side) => pair[side].firewall);
  if (firewall) {
    const text = `${deviceNames(pair)[firewall]} is a firewall: its roles come from HRP, which is not rehearsed`;
    return evidence(group.at, text, 'no source');
  }
  const text = `the management group that VRRP group ${group.vrid} follows is not on both devices: the files do not tell its role`;
  return evidence(group.at, text, 'CLI reference, track admin-vrrp', 'vrrp-follower-not-mirrored');
}

function overlapsOf(history: History): Evidence[] {
  return history.overlaps.map(({ event: index, actor, span }) => {
    const { actor: overlapped } = history.actors[actor]!;
    const end = overlapped.ends.a ?? overlapped.ends.b!;
    const event = history.events[index]!;
    const text = `${eventWords(event)} at ${rounded(event.at)} s, between ${rounded(span[0])} and ${rounded(span[1])} s, when ${groupWords(overlapped)} changes hands: which comes first is not known, the later change is shown`;
    return evidence(end.at, text, overlapped.eTrunk ? 'no source' : 'RFC 9568 6.4');
  });
}
