// What is judged: one event, and the users of one group and service; and the questions that every judgement asks of it.
import { mainInterfaceKey } from '../../model/names';
import type { Side } from '../../model/pairing/pair';
import type { Carrier } from '../simulation/carrier';
import type { FailureEvent } from '../simulation/events';
import type { ActorHistory, ActorState, History, RoleChange } from '../simulation/history';
import { sides } from '../simulation/names';
import type { Entries, Evidence, Outcome, Span } from '../simulation/rehearsal';
import { sideOf } from '../simulation/world';

export interface Subject {
  readonly history: History;
  readonly event: FailureEvent;
  /** Index of the event. */
  readonly index: number;
  readonly actor: ActorHistory;
  /** Index of the actor. */
  readonly group: number;
  /** Absent where nothing but the gateway moves. */
  readonly carrier: Carrier | undefined;
  /** Index of the carrier. */
  readonly place: number;
}

export interface Verdict {
  readonly entries: Entries;
  readonly outcome: Outcome;
  /** How long users are without service, in seconds; null where no file says when it ends. */
  readonly hit: Span | null;
  /** Goes on after `EVENT: `. */
  readonly text: string;
  /** Found when a row is made: most of what a matrix judges is only counted. */
  readonly evidence: () => readonly Evidence[];
}

/** Who has become master, and how many seconds after the event. */
export interface Takeover {
  readonly change: RoleChange;
  readonly after: Span;
}

/** What becomes of the users of one group and service; a row says it with its evidence. */
export interface Judgement {
  readonly subject: Subject;
  readonly verdict: Verdict;
  readonly takeover?: Takeover;
}

/** This device is, or may be, the one that forwards. */
export function mayForward(state: ActorState, side: Side): boolean {
  return state.roles[side] === 'master' || state.roles[side] === 'unknown';
}

export function isSplit(state: ActorState): boolean {
  return state.roles.a === 'master' && state.roles.b === 'master';
}

/** The event takes a way out from the device: whether another leads to the same place is in no file. */
export function losesUplink({ history, event }: Subject, side: Side): boolean {
  return event.kind === 'uplink' && event.change === 'down' && sideOf(history.stage.pair, event) === side;
}

/** The group lives on the link between the two devices, not on a LAN of users: what parts there parts no users. */
export function isOnBoardLink({ actor: { actor }, carrier }: Subject): boolean {
  if (carrier?.kind !== 'board') return false;
  return sides.every((side) => {
    const group = actor.groups[side];
    if (!group) return false;
    const main = mainInterfaceKey(group.interfaceKey);
    return carrier.ends[side].some((key) => mainInterfaceKey(key) === main);
  });
}

/** What users get who are served from these entries. */
export function outcomeOf(entries: Entries): Outcome {
  if (entries === 'fresh') return 'survives';
  return entries === 'stale' ? 'survives-stale' : 'loses-users';
}
