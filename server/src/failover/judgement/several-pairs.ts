// A device that backs several others: one event plays in every pair that has what it names. Nothing but the device itself, its links
// and its boards are common to the pairs, so each is rehearsed by itself and the events are the same.
import type { Pair, Side } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { parseEvent, spelledEvent, type FailureEvent } from '../simulation/events';
import { deviceNames, sides } from '../simulation/names';
import type { Outcome, Rehearsal, Row } from '../simulation/rehearsal';
import { defaultRestart, maintenanceOf } from './maintenance';
import { outcomes } from './outcomes';
import { withoutPlayedIn } from './unplayed-users';

/** What happens in one of the pairs. */
export interface PairEvents {
  readonly pair: Pair;
  readonly events: readonly FailureEvent[];
}

/** In the order of the pairs, those left out that no event touches; or what is wrong with an event that fits none. */
export function eventsByPair(pairs: readonly Pair[], texts: readonly string[]): PairEvents[] | string {
  const found = pairs.map((pair) => ({ pair, parsed: texts.map((text) => parseEvent(text, pair)) }));
  const unfit = texts.findIndex((_, index) => found.every(({ parsed }) => typeof parsed[index] === 'string'));
  if (unfit >= 0) return unfitWords(pairs, texts[unfit]!);
  return found.flatMap(({ pair, parsed }) => {
    const events = parsed.filter((event): event is FailureEvent => typeof event !== 'string');
    return events.length > 0 || texts.length === 0 ? [{ pair, events }] : [];
  });
}

/** The device it names is on none of the pairs, or something else is wrong with it in the pair that has the device. */
function unfitWords(pairs: readonly Pair[], text: string): string {
  const problems = pairs.map((pair) => parseEvent(text, pair)).filter((problem) => typeof problem === 'string');
  const own = problems.find((problem) => !problem.includes('the devices of this pair are'));
  return own ?? `${text}: the devices are ${deviceList(pairs).join(', ')}`;
}

/** Names of all devices of these pairs, each once, in their order. */
export function deviceList(pairs: readonly Pair[]): string[] {
  return [...new Set(pairs.flatMap((pair) => sides.map((side) => deviceNames(pair)[side])))];
}

/** Of one of the devices of a pair; it is restarted when the roles of its other pairs have moved too. */
export function commonMaintenance(pair: Pair, side: Side, others: readonly Pair[]): readonly FailureEvent[] {
  const pairs = [pair, ...others];
  const own = pairs.map((candidate) => ({
    pair: candidate,
    events: maintenanceOf(candidate, candidate.a.file === pair[side].file ? 'a' : 'b', defaultRestart),
  }));
  return restartedTogether(own, defaultRestart)[0]!.events;
}

/** The device is restarted when every role of every pair has moved and every copy is level; undefined where no pair has it. */
export function maintenanceOfPairs(pairs: readonly Pair[], device: string, restart: number): PairEvents[] | undefined {
  const own = pairs.flatMap((pair) => {
    const side = sides.find((candidate) => deviceNames(pair)[candidate].toLowerCase() === device.toLowerCase());
    return side ? [{ pair, events: maintenanceOf(pair, side, restart) }] : [];
  });
  return own.length > 0 ? restartedTogether(own, restart) : undefined;
}

/** A maintenance drains at once, restarts and returns. */
function restartedTogether(maintenances: readonly PairEvents[], restart: number): PairEvents[] {
  const latest = Math.max(...maintenances.map(({ events }) => events[1]!.at));
  const times = [0, latest, latest + restart];
  return maintenances.map(({ pair, events }) => ({
    pair,
    events: events.map((event, at) => ({ ...event, at: times[at]! })),
  }));
}

/** Of all pairs of a network those that one of these two devices is in besides. */
export function otherPairsOf(pair: Pair, all: readonly Pair[]): Pair[] {
  const own = new Set([pair.a.file, pair.b.file]);
  return all.filter(({ a, b }) => own.has(a.file) !== own.has(b.file));
}

/** Users of another of these pairs are rehearsed there: in this one they have no row, and its router is no third one. */
export function besideOtherPairs(rehearsal: Rehearsal, others: readonly Pair[]): Rehearsal {
  const channels = new Set<Place>(
    others.flatMap((pair) => pair.channels.flatMap((channel) => sides.map((side) => channel[side].channel.peer.at))),
  );
  return {
    ...rehearsal,
    rows: withoutPlayedIn(rehearsal.rows, others),
    unknown: rehearsal.unknown.filter(({ at }) => !channels.has(at)),
  };
}

/** What happens to the device that both pairs have, as events of the other pair; what names no device is of one pair alone. */
export function eventsInOtherPair(events: readonly FailureEvent[], pair: Pair, otherPair: Pair): FailureEvent[] {
  const [names, otherNames] = [deviceNames(pair), deviceNames(otherPair)];
  const shared = sides.find((side) => [otherPair.a.file, otherPair.b.file].includes(pair[side].file));
  if (shared === undefined) return [];
  const name = otherNames[otherPair.a.file === pair[shared].file ? 'a' : 'b'];
  return events
    .filter(({ device }) => device === names[shared])
    .map((event) => parseEvent(spelledEvent({ ...event, device: name }), otherPair))
    .filter((event): event is FailureEvent => typeof event !== 'string');
}

/** One event, and the worst that any users of each pair get of it. */
export interface EventOutcomes extends Pick<Row, 'event' | 'device' | 'part' | 'at'> {
  readonly pairs: readonly { readonly devices: readonly [string, string]; readonly outcome: Outcome }[];
}

/** Events that more than one pair has rows of, in the order of the rows; the worst pair first. */
export function sharedOutcomes(rehearsals: readonly Rehearsal[]): EventOutcomes[] {
  const found = new Map<string, { row: Row; worst: Map<Rehearsal, Outcome> }>();
  for (const rehearsal of rehearsals) {
    for (const row of rehearsal.rows) {
      // What names no device is, among all single failures, a LAN or a path of each pair's own.
      if (row.device === null && rehearsal.events.length === 0) continue;
      const key = `${row.event} ${row.device} ${row.part} ${isReturn(row) && rehearsal.events.length === 0 ? 0 : row.at}`;
      const known = found.get(key) ?? { row, worst: new Map<Rehearsal, Outcome>() };
      found.set(key, known);
      known.worst.set(rehearsal, worse(known.worst.get(rehearsal), row.outcome));
    }
  }
  return [...found.values()]
    .filter(({ worst }) => worst.size > 1)
    .map(({ row: { event, device, part, at }, worst }) => ({
      event,
      device,
      part,
      at,
      pairs: [...worst]
        .map(([{ devices }, outcome]) => ({ devices, outcome }))
        .sort((x, y) => outcomes.indexOf(x.outcome) - outcomes.indexOf(y.outcome)),
    }));
}

/** In a matrix a return comes when nothing runs any more, which is another second in each pair. */
function isReturn({ event }: Row): boolean {
  return event.endsWith('-up');
}

function worse(known: Outcome | undefined, outcome: Outcome): Outcome {
  return outcomes[Math.min(outcomes.indexOf(known ?? 'survives'), outcomes.indexOf(outcome))]!;
}
