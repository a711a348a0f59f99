// Why a device cannot serve the users of a group although it may be master: it is dead, its way out or its users' link has failed,
// its board is gone.
import { interfaceKey, mainInterfaceKey } from '../../model/names';
import { other, type Side } from '../../model/pairing/pair';
import { tracksOf } from '../../model/vrrp/tracking';
import type { EventKind, FailureEvent } from '../simulation/events';
import { evidence } from '../simulation/evidence';
import { shutDown } from '../simulation/member';
import { deviceNames } from '../simulation/names';
import type { Evidence } from '../simulation/rehearsal';
import { rounded } from '../simulation/timers';
import { interfaceName } from '../simulation/topology';
import { sideOf } from '../simulation/world';
import type { Subject } from './subject';
import { whyETrunkKeepsRole } from './why-e-trunk';
import { groupWords } from './words';

/** What keeps a master from serving its users: a link, a way out, a board. */
export function whyCannotServe(subject: Subject, side: Side): Evidence[] {
  const { history, actor, index, place, carrier } = subject;
  const { pair } = history.stage;
  const end = actor.actor.ends[side];
  if (!end) return [noSuchGroup(subject, side)];
  const { alive, wayIn, cutOff, canServe } = actor.events[index]!.steady;
  if (canServe[place]![side]) return [];
  const name = deviceNames(pair)[side];
  if (!alive[side]) return [evidence(end.at, `${name} is down${since(subject, side, 'device')}`, 'no source')];
  if (!wayIn[place]![side]) {
    const group = actor.actor.groups[side];
    const isShut = `${name}: its interface is shut down, it is no router of ${groupWords(actor.actor)}`;
    const shut = group ? shutDown({ device: pair[side], group }, isShut) : [];
    const text = `${name}: a link of its users is down${since(subject, side, 'access')}`;
    return shut.length > 0 ? shut : [evidence(end.at, text, 'no source')];
  }
  const [port] = failedRoutedUsers(subject, side).flatMap((key) => pair[side].interfaces.get(key) ?? []);
  if (port) {
    const text = `${name}: its users come in over ${port.name}, which is down${since(subject, side, 'access')}`;
    return [evidence(port.at, text, 'no source')];
  }
  if (cutOff[side]) return [...whyCutOff(subject, side), ...untrackedUplinks(subject, side)];
  if (carrier?.location === undefined) return [];
  const text = `${name}: the board of service-location ${carrier.location} is down${since(subject, side, 'board')}`;
  return [evidence(end.at, text, 'no source')];
}

/** What this group would have to be on the device of this side. */
export function noSuchGroup({ history, actor: { actor } }: Subject, side: Side): Evidence {
  const text = `${deviceNames(history.stage.pair)[side]} has no ${groupWords(actor)}`;
  const place = actor.ends[other(side)]!.at;
  if (actor.eTrunk) return evidence(place, text, 'CLI reference, e-trunk');
  return evidence(place, text, '000 step 1.5', 'rbp-group-undefined');
}

function whyCutOff(subject: Subject, side: Side): Evidence[] {
  const { pair, uplinks } = subject.history.stage;
  const device = pair[side];
  return uplinks[side].flatMap((key) => {
    const on = device.interfaces.get(key);
    if (!on) return [];
    const text = `${deviceNames(pair)[side]}: its way out over ${on.name} is down${since(subject, side, 'uplink')}`;
    return [evidence(on.at, text, 'no source')];
  });
}

/** The group does not track what has failed, so that the role stays where it is. */
export function untrackedUplinks({ history, actor }: Subject, side: Side): Evidence[] {
  const { pair, uplinks } = history.stage;
  const { eTrunk } = actor.actor;
  if (eTrunk) return whyETrunkKeepsRole(pair, eTrunk, side);
  const group = actor.actor.groups[side]!;
  const keys = uplinks[side];
  if (group.follows || keys.some((key) => tracksOf(pair[side], group, key).length > 0)) return [];
  const list = keys.map((key) => interfaceName(pair[side], key)).join(', ');
  const text = `${deviceNames(pair)[side]}: ${groupWords(actor.actor)} does not track ${list}`;
  return [evidence(group.at, text, 'CLI reference, track interface', 'vrrp-uplink-not-tracked')];
}

/** ` since 10 s`, where an event of this kind has taken it down; nothing where the file does. */
function since({ history, index }: Subject, side: Side, kind: EventKind): string {
  const { pair } = history.stage;
  const isOf = (event: FailureEvent) => event.kind === kind && sideOf(pair, event) === side && event.change !== 'up';
  const event = history.events.slice(0, index + 1).findLast(isOf);
  return event ? ` since ${rounded(event.at)} s` : '';
}

/** Keys of the interfaces of users who come over routers that events have taken down and none has brought back. */
export function failedRoutedUsers({ history, index, carrier }: Subject, side: Side): readonly string[] {
  const { pair } = history.stage;
  const failed = new Set<string>();
  for (const event of history.events.slice(0, index + 1)) {
    if (event.kind !== 'access' || sideOf(pair, event) !== side) continue;
    const part = event.part === undefined ? undefined : interfaceKey(event.part);
    for (const key of carrier?.routedUsers?.[side] ?? []) {
      if (part !== undefined && part !== key && part !== mainInterfaceKey(key)) continue;
      if (event.change === 'up') failed.delete(key);
      else failed.add(key);
    }
  }
  return [...failed];
}

/** Keys of the uplinks that this event takes from the device. */
export function lostUplinks({ history, event }: Subject, side: Side): readonly string[] {
  return event.part === undefined ? history.stage.uplinks[side] : [mainInterfaceKey(interfaceKey(event.part))];
}
