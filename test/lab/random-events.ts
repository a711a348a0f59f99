// Random events of a pair whose outcome a lab can be held to: none falls into a span of the prediction, or into what is known that
// keepalived does otherwise. Such orders are thrown away here, before anything is played.
import { coursesOf } from '../../server/src/failover/lab/courses';
import { surplusOf } from '../../server/src/failover/lab/tables';
import { standInOf } from '../../server/src/failover/lab/stand-in';
import type { EventKind, FailureEvent } from '../../server/src/failover/simulation/events';
import type { History } from '../../server/src/failover/simulation/history';
import { deviceNames, sides } from '../../server/src/failover/simulation/names';
import type { Stage } from '../../server/src/failover/simulation/stage';
import type { Pair, Side } from '../../server/src/model/pairing/pair';
import type { Random } from './random';

/** What a lab allows of events. */
export interface EventLimits {
  /** Seconds of the lab for one of the files. */
  readonly speed: number;
  /** No uplinks then: a gateway whose uplink has failed answers all the same. */
  readonly pings: boolean;
  /** After a failed link keepalived brings the address owner back as backup: its links do not fail. */
  readonly owner?: string;
}

/** Seconds of the lab by which an event may come late. */
export const lateness = 0.4;
/** Seconds of the files: longer ones are no use in a test. */
const longestWait = 30;

/** Undefined where none of some tries can be used. */
export function eventsOf(random: Random, pair: Pair, limits: EventLimits): FailureEvent[] | undefined {
  const { stage } = standInOf(pair);
  const events: FailureEvent[] = [];
  const wanted = 1 + random.below(5);
  for (let tries = 0; tries < 40 && events.length < wanted; tries++) {
    const next = nextEvent(random, pair, events, limits);
    if (next && isComparable(stage, [...events, next], limits)) events.push(next);
  }
  return events.length > 0 && settlesSoon(stage, events) ? events : undefined;
}

interface Candidate {
  readonly kind: EventKind;
  readonly device?: string;
}

function candidates(pair: Pair, { pings, owner }: EventLimits): Candidate[] {
  const names = deviceNames(pair);
  const links = (device: string): Candidate[] => [
    ...(device === owner ? [] : [{ kind: 'access' as const, device }]),
    ...(pings ? [] : [{ kind: 'uplink' as const, device }]),
  ];
  return [
    // Both halves of a parted LAN then answer for an address that is the owner's own, and which of them is heard is chance.
    ...(pings && owner !== undefined ? [] : [{ kind: 'lan' as const }]),
    ...sides.flatMap((side): Candidate[] => [{ kind: 'device', device: names[side] }, ...links(names[side])]),
  ];
}

function nextEvent(
  random: Random,
  pair: Pair,
  events: readonly FailureEvent[],
  limits: EventLimits,
): FailureEvent | undefined {
  const { kind, device } = random.of(candidates(pair, limits));
  const isSame = (event: FailureEvent) => event.kind === kind && event.device === device;
  const isDown = events.findLast(isSame)?.change;
  const leaving = kind === 'device' && random.once(3) ? 'stop' : 'down';
  const change = isDown === undefined || isDown === 'up' ? leaving : 'up';
  return { kind, ...(device === undefined ? {} : { device }), change, at: timeOf(random, events, limits) };
}

/** A moment after the last event (a flap), or when everything has ended. */
function timeOf(random: Random, events: readonly FailureEvent[], { speed }: EventLimits): number {
  const last = events.at(-1);
  if (!last) return 0;
  const least = lateness / speed;
  const gap = random.once(2) ? random.between(least, 2 * least + 2) : random.between(4, 20);
  return Math.round((last.at + gap) * 100) / 100;
}

/** The last event finds no change due near it, nor is a change due that it could touch. */
function isComparable(stage: Stage, events: readonly FailureEvent[], limits: EventLimits): boolean {
  const last = events.at(-1)!;
  const margin = lateness / limits.speed;
  const before = coursesOf(stage, events.slice(0, -1)).map(({ history }) => history);
  if (before.some((history) => isNear(history, last.at, margin))) return false;
  const after = coursesOf(stage, events).map(({ history }) => history);
  if (after.some(({ actors }) => actors.some(({ roles }) => roles.some(({ role }) => role === 'unknown'))))
    return false;
  if (before.some((history) => after.some((next) => endsDelayInSilence(history, next)))) return false;
  // A priority that rises shortens a master-down timer that runs in keepalived: no uplink returns while nobody is master.
  return last.kind !== 'uplink' || !before.some((history) => isMasterless(history, last.at));
}

/**
 * The event silences the master while a delay runs. The prediction has the end of the delay or of the silence, whichever is first;
 * keepalived waits for the silence too where the delay ends first (K1).
 */
function endsDelayInSilence(before: History, after: History): boolean {
  const index = after.events.length - 1;
  return before.actors.some(({ roles, settings }, number) =>
    roles.some(
      ({ side, role, why, window, span }) =>
        role === 'master' &&
        why === 'preempt' &&
        window === index - 1 &&
        span[1] > after.events[index]!.at &&
        (settings[side]?.delay ?? 0) > 0 &&
        after.actors[number]!.roles.some(
          (next) => next.window === index && next.side === side && next.role === 'master' && next.why !== 'preempt',
        ),
    ),
  );
}

/** A change is due so near to this second that the lab may have it before or after. */
function isNear(history: History, at: number, margin: number): boolean {
  return history.actors.some((actor, number) =>
    actor.roles.some((change) => {
      const [from, to] = change.span;
      return at > from - margin && at < to + surplusOf(history, number, change) + margin;
    }),
  );
}

/** A group has no master at this second. */
function isMasterless({ actors }: History, at: number): boolean {
  return actors.some(({ initial, roles }) => {
    const roleOf = (side: Side) =>
      roles.findLast((change) => change.side === side && change.span[1] < at)?.role ?? initial.roles[side];
    return !sides.some((side) => roleOf(side) === 'master');
  });
}

function settlesSoon(stage: Stage, events: readonly FailureEvent[]): boolean {
  const last = events.at(-1)!.at;
  return (
    last < 80 &&
    coursesOf(stage, events).every(({ history }) =>
      history.actors.every(({ roles }) => roles.every(({ span }) => span[1] < last + longestWait)),
    )
  );
}
