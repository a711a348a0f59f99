// The failure matrix: every single failure of the pair, and the recovery after it when no timer runs any more; the worst first.
import { mainInterfaceKey } from '../../model/names';
import type { Pair, Side } from '../../model/pairing/pair';
import { eventName, type EventKind, type FailureEvent } from '../simulation/events';
import { withoutRepeats } from '../simulation/evidence';
import { bySide, deviceNames, sides } from '../simulation/names';
import type { Outcome, Rehearsal, Row } from '../simulation/rehearsal';
import { stageOf, type Stage } from '../simulation/stage';
import { interfaceName, linksForTwo } from '../simulation/topology';
import { withoutEquivalents } from './equivalent-routers';
import type { JudgementOptions } from './judgements';
import { compareOutcomes, outcomes } from './outcomes';
import { toRehearsal } from './rehearse';
import { rowsOf } from './rows';
import { judgementsOfCourses, playCourses } from './played-courses';
import { unplayedCourses } from './unplayed-courses';
import { unplayedRows, withoutPlayedIn } from './unplayed-users';

/** Seconds: an hour is beyond every default; a longer delay moves the recovery behind it. */
const earliestRecovery = 3600;

/** Every single failure of a pair and the return after it, as one rehearsal; its rows the worst first. */
export function matrix(pair: Pair, options?: JudgementOptions): Rehearsal {
  const stage = stageOf(pair);
  const played = failuresAndReturns(stage).map((events) => playCourses(stage, events));
  const rows = played.flatMap((courses) => [...rowsOf(courses, options), ...unplayedRows(stage, courses.shown.events)]);
  const atRest = toRehearsal(playCourses(stage, []));
  const unknown = withoutRepeats([...atRest.unknown, ...played.flatMap(unplayedCourses)]);
  return { ...atRest, unknown, rows: worstFirst(rows) };
}

/** An event and the worst that it does to users. */
export interface EventOutcome {
  readonly event: FailureEvent;
  readonly outcome: Outcome;
}

/**
 * The worst that any user gets of each event of the matrix; events that concern nobody are left out. Users whom one of `others`
 * rehearses count there.
 */
export function worstOf(pair: Pair, others: readonly Pair[] = []): EventOutcome[] {
  const stage = stageOf(pair);
  const reduced = withoutEquivalents(stage);
  return worstFirst(
    failuresAndReturns(stage).flatMap((events) =>
      worstOfEvents(reduced, events, withoutPlayedIn(unplayedRows(stage, events), others)),
    ),
  );
}

/** The worst that any user gets of these events together; undefined where they concern nobody. */
export function worstOutcome(pair: Pair, events: readonly FailureEvent[]): Outcome | undefined {
  const found = worstOfEvents(withoutEquivalents(stageOf(pair)), events).map(({ outcome }) => outcome);
  return outcomes.find((candidate) => found.includes(candidate));
}

function worstOfEvents(stage: Stage, events: readonly FailureEvent[], unplayed: readonly Row[] = []): EventOutcome[] {
  const judgements = judgementsOfCourses(playCourses(stage, events));
  return events.flatMap((event) => {
    const found = [
      ...judgements.filter(({ subject }) => subject.event === event).map(({ verdict }) => verdict.outcome),
      ...unplayed.filter((row) => row.event === eventName(event) && row.at === event.at).map((row) => row.outcome),
    ];
    const outcome = outcomes.find((candidate) => found.includes(candidate));
    return outcome === undefined ? [] : [{ event, outcome }];
  });
}

function worstFirst<Item extends { readonly outcome: Outcome }>(list: readonly Item[]): Item[] {
  return [...list].sort((x, y) => compareOutcomes(x.outcome, y.outcome));
}

function failuresAndReturns(stage: Stage): FailureEvent[][] {
  const at = Math.max(earliestRecovery, secondsUntilSteady(stage));
  return singleFailures(stage).map((failure) => [failure, { ...failure, change: 'up', at }]);
}

/** Seconds after which no timer of a single failure runs any more. */
function secondsUntilSteady({ actors, settings }: Stage): number {
  let longest = 0;
  for (const [index, actor] of actors.entries()) {
    const members = settings[index]!;
    for (const side of sides) longest = Math.max(longest, secondsOfETrunk(actor, side));
    const interval = Math.max(...sides.map((side) => members[side]?.interval ?? 0));
    for (const side of sides) {
      const member = members[side];
      if (!member || !actor.groups[side]) continue;
      longest = Math.max(
        longest,
        member.delay + member.recoverDelay + member.firstPacket + 2 * (member.multiplier + 2) * interval,
      );
    }
  }
  return Math.ceil(longest);
}

function secondsOfETrunk({ eTrunk }: Stage['actors'][number], side: Side): number {
  if (!eTrunk) return 0;
  const { hold, hello, revert } = eTrunk.settings[side];
  return hold + 2 * hello + (revert ?? 0);
}

/** Everything that can fail by itself, at second 0. */
export function singleFailures(stage: Stage): FailureEvent[] {
  const { pair, access, channels, uplinks } = stage;
  const names = deviceNames(pair);
  const down = (kind: EventKind, side?: Side, part?: string): FailureEvent => ({
    kind,
    change: 'down',
    ...(side ? { device: names[side] } : {}),
    ...(part === undefined ? {} : { part }),
    at: 0,
  });
  const eachInterface = (kind: EventKind, keysOf: (side: Side) => readonly string[]) =>
    sides.flatMap((side) => keysOf(side).map((key) => down(kind, side, interfaceName(pair[side], key))));
  const ports = eachInterface('rbs', (side) => channels[side].filter((key) => !access[side].includes(key)));
  const hasPath = pair.channels.length > 0 || pair.locations.length > 0;
  const hellos = eachInterface('peer', (side) =>
    stage.hellos[side].filter((key) => !access[side].includes(key) && !channels[side].includes(key)),
  );
  const between = bySide((side) => linksForTwo(pair, side));
  const lans = [...new Set(pair.groups.map((group) => mainInterfaceKey(group.a.interfaceKey)))];
  return [
    ...sides.map((side) => down('device', side)),
    ...eachInterface('access', (side) => access[side]),
    ...eachInterface('uplink', (side) => uplinks[side].filter((key) => !between[side].has(key))),
    ...(ports.length === 0 && hasPath ? [down('rbs')] : ports),
    ...sides.flatMap((side) => pair.locations.map((location) => down('board', side, String(location[side].id)))),
    ...hellos,
    ...(stage.actors.some(({ eTrunk }) => eTrunk) ? [down('peer')] : []),
    ...(lans.length === 1 ? [down('lan')] : lans.map((key) => down('lan', 'a', interfaceName(pair.a, key)))),
  ];
}
