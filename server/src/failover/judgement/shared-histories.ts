// Virtual routers that are alike go through the same, second by second: one of each kind is played, and the others are given its
// history with their own lines. What is told of them, and why, is then worked out for each.
import { push } from '../../text/collections';
import type { Actor } from '../simulation/actors';
import type { FailureEvent } from '../simulation/events';
import type { ActorHistory, ActorState, ChangeIndex, History } from '../simulation/history';
import { bySide } from '../simulation/names';
import { usualCourse, type Script } from '../simulation/questions';
import { simulate } from '../simulation/simulation';
import type { Stage } from '../simulation/stage';
import { playedFor, withoutEquivalents } from './equivalent-routers';

/** What `simulate` gives, at the cost of one virtual router of each kind. */
export function simulateShared(stage: Stage, events: readonly FailureEvent[], script: Script = usualCourse): History {
  const reduced = withoutEquivalents(stage);
  if (reduced.actors.length === stage.actors.length || !canShare(stage, events)) return simulate(stage, events, script);
  const firsts = playedFor(stage);
  const alike = new Map<number, number[]>();
  for (const [index, first] of firsts.entries()) push(alike, first, index);
  const kindOf = new Map([...alike.keys()].map((first, kind) => [first, kind]));
  const answers = new Map([...alike.keys()].flatMap((first, kind) => answersOf(script, first, kind)));
  const played = simulate(reduced, events, { ...script, answers });
  /** Actors of the stage, by that of the reduced one. */
  const members = [...alike.values()];
  return {
    stage,
    events: played.events,
    actors: stage.actors.map((actor, index) => {
      const history = played.actors[kindOf.get(firsts[index]!)!]!;
      return ownHistory(history, actor, stage.settings[index]!);
    }),
    overlaps: played.overlaps
      .flatMap((overlap) => members[overlap.actor]!.map((actor) => ({ ...overlap, actor })))
      .sort((x, y) => x.event - y.event || x.actor - y.actor),
    order: played.order
      .flatMap((change) => members[change.actor]!.map((actor) => ({ ...change, actor })))
      .sort(byClock),
  };
}

function answersOf({ answers }: Script, first: number, kind: number): [number, readonly boolean[]][] {
  const given = answers.get(first);
  return given ? [[kind, given]] : [];
}

/**
 * Alike are those whom no failure of a main interface sets apart, so events must name no sub-interface. Groups that follow others
 * change with them, and the way back of users who log in has lines of their own.
 */
function canShare({ actors }: Stage, events: readonly FailureEvent[]): boolean {
  return (
    events.every(({ part }) => !part?.includes('.')) &&
    actors.every(({ admin, carriers }) => admin === undefined && carriers.every(({ login }) => !login))
  );
}

function byClock(x: ChangeIndex, y: ChangeIndex): number {
  const [before, after] = [x.step, y.step];
  if (before !== after) {
    if (before.phase !== after.phase) return before.phase - after.phase;
    if (before.at !== after.at) return before.at - after.at;
    if (before.kind !== after.kind) return before.kind === 'refill' ? -1 : 1;
  }
  return x.actor - y.actor;
}

function ownHistory(history: ActorHistory, actor: Actor, settings: ActorHistory['settings']): ActorHistory {
  const own = (state: ActorState): ActorState => withOwnTracks(state, history.actor, actor);
  if (history.actor.groups === actor.groups) return { ...history, actor, settings };
  return {
    ...history,
    actor,
    settings,
    initial: own(history.initial),
    events: history.events.map((states) => ({
      ...states,
      before: own(states.before),
      after: own(states.after),
      steady: own(states.steady),
    })),
  };
}

/** What is down is told by the lines of the group itself; groups that are alike track the like in the same order. */
function withOwnTracks(state: ActorState, played: Actor, own: Actor): ActorState {
  const effective = bySide((side) => {
    const found = state.effective[side];
    const [tracks, ownTracks] = [played.groups[side]?.tracks ?? [], own.groups[side]?.tracks ?? []];
    return found && { ...found, down: found.down.map((track) => ownTracks[tracks.indexOf(track)]!) };
  });
  return state.effective.a?.down.length || state.effective.b?.down.length ? { ...state, effective } : state;
}
