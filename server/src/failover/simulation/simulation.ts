// Plays events against the pair: applies each at its time, fires the timers due before it, follows who holds which entries.
// The clock is the later end of every span, so time never runs backwards; the same input gives the same history.
import type { Pair, Side } from '../../model/pairing/pair';
import { conditionsIn, sameForProtocol } from './conditions';
import { updateCopies } from './copies';
import { dueIn, soonest, type Due } from './due';
import type { FailureEvent } from './events';
import type { History } from './history';
import { sides } from './names';
import { usualCourse, type Script } from './questions';
import { ranges } from './ranges';
import type { Role, Span } from './rehearsal';
import {
  beginPhase,
  beginStep,
  masterDownAtRest,
  recordCopy,
  recordRole,
  rolesOf,
  stateAt,
  worthOfCopies,
  type PlayedActor,
  type Run,
} from './run';
import type { Stage } from './stage';
import { newRun } from './start';
import { applyEvent, sideOf } from './world';

/**
 * Events in any order; those on devices that are none of the pair's are passed over. `script` answers what no file tells.
 */
export function simulate(stage: Stage, given: readonly FailureEvent[], script: Script = usualCourse): History {
  const events = eventsInOrder(stage.pair, given);
  const run = newRun(stage, script);
  const initial = run.actors.map((played) => stateAt(run, played, 0));
  events.forEach((event, index) => playEvent(run, event, index));
  advance(run, Infinity);
  if (events.length > 0)
    for (const played of run.actors) played.events[events.length - 1]!.steady = stateAt(run, played, Infinity);
  return {
    stage,
    events,
    overlaps: run.overlaps,
    order: run.order,
    actors: run.actors.map((played, index) => ({
      actor: played.actor,
      settings: played.settings,
      initial: initial[index]!,
      events: played.events,
      roles: played.roles,
      copies: played.copyChanges,
      asked: played.asked,
      masterDown: masterDownAtRest(played, initial[index]!),
    })),
  };
}

function eventsInOrder(pair: Pair, given: readonly FailureEvent[]): FailureEvent[] {
  return given
    .map((event, index) => ({ event, index }))
    .filter(({ event }) => sideOf(pair, event) !== 'elsewhere')
    .sort((x, y) => x.event.at - y.event.at || x.index - y.index)
    .map(({ event }) => event);
}

function playEvent(run: Run, event: FailureEvent, index: number): void {
  const { world, actors } = run;
  advance(run, event.at);
  recordOverlaps(run, event, index);
  for (const played of actors) {
    const before = stateAt(run, played, event.at);
    if (index > 0) played.events[index - 1]!.steady = before;
    played.events.push({ before, after: before, steady: before, pending: hasTimer(run, played) });
  }
  applyEvent(world, event);
  const named = sideOf(world.stage.pair, event) as Side | undefined;
  const stopped = event.change === 'stop' ? named : undefined;
  const restarted = event.kind === 'device' && event.change === 'up' ? named : undefined;
  const conditions = conditionsIn(world);
  beginPhase(run);
  for (const [actor, played] of actors.entries()) {
    const [previous, next] = [played.conditions, conditions[actor]!];
    played.conditions = next;
    if (!played.election || sameForProtocol(previous, next)) continue;
    played.election.change(event.at, next, { stopped, restarted }, index);
  }
  beginPhase(run);
  recordChanges(run, [...actors.keys()], event.at, [event.at, event.at], index);
  for (const played of actors) played.events[index]!.after = stateAt(run, played, event.at);
}

/** Its own protocol, or that of the management group it follows, waits for something. */
function hasTimer(run: Run, { election, actor }: PlayedActor): boolean {
  const leading = election ?? run.actors[actor.admin!]!.election;
  return leading?.next() !== undefined;
}

function recordOverlaps(run: Run, event: FailureEvent, index: number): void {
  for (const [actor, { election }] of run.actors.entries()) {
    const timer = election?.next();
    if (timer && timer.span[0] < event.at && event.at < timer.span[1])
      run.overlaps.push({ event: index, actor, span: timer.span });
  }
}

/** Fires what is due until `limit`, in seconds from the start. */
function advance(run: Run, limit: number): void {
  const due = run.actors.map(dueIn);
  beginPhase(run);
  // Each timer and each refill ends once; more steps than this mean a cycle that no file should be able to make.
  for (let steps = 0; steps < 1000 * (1 + run.actors.length); steps++) {
    const index = soonest(due);
    const next = index === undefined ? undefined : due[index];
    if (index === undefined || !next || next.at > limit) return;
    beginStep(run, next.at, next.carrier === undefined ? 'timer' : 'refill');
    const concerned = next.carrier === undefined ? fireTimer(run, index, next) : endRefill(run, index, next);
    for (const touched of concerned) due[touched] = dueIn(run.actors[touched]!);
  }
}

/** Indices of the actors whose timers and refills may be others now. */
function fireTimer(run: Run, index: number, { at, side }: Due): readonly number[] {
  const election = run.actors[index]!.election!;
  const { span, cause } = election.next()!;
  election.fire(side);
  const concerned = concernedBy(run, index);
  recordChanges(run, concerned, at, span, cause);
  return concerned;
}

function endRefill(run: Run, index: number, { at, side, carrier }: Due): readonly number[] {
  const { copies } = run.actors[index]!;
  const { before } = copies[carrier!]![side];
  copies[carrier!] = { ...copies[carrier!]!, [side]: { quality: 'fresh', since: at, before } };
  recordCopy(run, index, { carrier: carrier!, side, at, quality: 'fresh', cause: -1 });
  return [index];
}

/** Whom a change of this actor's role concerns: its followers, and everybody where an interface goes down with it. */
function concernedBy(run: Run, index: number): readonly number[] {
  const concerned = [index, ...(run.followers.get(index) ?? [])];
  const takesInterfaces = concerned.some((actor) => run.flowDownFollowers.includes(run.actors[actor]!));
  return takesInterfaces ? [...run.actors.keys()] : concerned;
}

/** Followers take over the roles of their management groups, copies follow the roles. */
function recordChanges(run: Run, concerned: readonly number[], at: number, span: Span, cause: number): void {
  for (const index of concerned) {
    const played = run.actors[index]!;
    const roles = rolesOf(run, played);
    if (!played.election) recordFollowerRoles(run, index, roles, span, cause);
    played.seenRoles = roles;
    updateCopies(run, played, roles, at, (change) => recordCopy(run, index, { ...change, cause }));
  }
}

function recordFollowerRoles(
  run: Run,
  index: number,
  roles: Readonly<Record<Side, Role>>,
  span: Span,
  cause: number,
): void {
  const played = run.actors[index]!;
  const range = run.actors[played.actor.admin!]!.election?.range() ?? ranges.exact;
  for (const side of sides) {
    const role = roles[side];
    if (role === played.seenRoles[side]) continue;
    const worth = worthOfCopies(played, side, span[0]);
    recordRole(run, index, { side, role, span, why: 'follows', cause, range, worth });
  }
}
