// What is judged: one event, and the users of one group and service; and the questions that every judgement asks of it.
import { isActiveActive } from '../../model/e-trunk/roles';
import { mainInterfaceKey } from '../../model/names';
import type { Side } from '../../model/pairing/pair';
import type { Carrier } from '../simulation/carrier';
import type { FailureEvent } from '../simulation/events';
import type { ActorHistory, ActorState, History, RoleChange } from '../simulation/history';
import { sides } from '../simulation/names';
import type { Range } from '../simulation/ranges';
import type { Entries, Evidence, Outage, Outcome, Span } from '../simulation/rehearsal';

/** The users of one virtual router in one history. */
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
  /** When its users are without service from the event on. */
  readonly outages: readonly Outage[];
  /** Seconds without service that users survive. */
  readonly bound: number;
}

/** What a history means for them. */
export interface Verdict {
  readonly entries: Entries;
  readonly outcome: Outcome;
  /** How long users are without service, in seconds; null where no file says when it ends. */
  readonly hit: Span | null;
  /** What its seconds are; absent: what those of the takeover are. */
  readonly range?: Range;
  /** Absent: those of the subject. */
  readonly outages?: readonly Outage[];
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
  /** Worth a row. */
  readonly shown: boolean;
}

/** This device is, or may be, the one that forwards. */
export function mayForward(state: ActorState, side: Side): boolean {
  return state.roles[side] === 'master' || state.roles[side] === 'unknown';
}

/** The one device that is master; undefined where both or none are. */
export function onlyMaster({ roles: { a, b } }: ActorState): Side | undefined {
  if (a === b || (a !== 'master' && b !== 'master')) return undefined;
  return a === 'master' ? 'a' : 'b';
}

/** Whether both devices are master. */
export function isSplit(state: ActorState): boolean {
  return state.roles.a === 'master' && state.roles.b === 'master';
}

/** Both devices serve its users by intent. */
export function isShared({ actor: { actor } }: Pick<Subject, 'actor'>): boolean {
  return actor.eTrunk !== undefined && isActiveActive(actor.eTrunk.member);
}

/** How things stand when nothing in the files changes them any more, whatever later events repair. */
export function restOf({ actor, index }: Pick<Subject, 'actor' | 'index'>): ActorState {
  const later = actor.events.slice(index + 1).find(({ pending }) => !pending);
  return later ? later.before : actor.events[actor.events.length - 1]!.steady;
}

/** The group whose timers decide: its own, or those of the management group that it follows. */
export function leadingActor({ history, actor }: Pick<Subject, 'history' | 'actor'>): ActorHistory {
  const { admin } = actor.actor;
  return admin === undefined ? actor : history.actors[admin]!;
}

/** An outage that nothing in the files ends. */
export function lastingOutage({ outages }: Subject): Outage | undefined {
  return outages.find(({ to }) => to === null);
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

/** What users get who wait so long and are then served from these entries. */
export function outcomeAfter({ bound }: Subject, entries: Entries, hit: Span | null): Outcome {
  const outcome = outcomeOf(entries);
  if (outcome === 'loses-users' || hit === null || hit[1] <= bound) return outcome;
  return 'interrupted';
}

/** What users get who are served from these entries. */
export function outcomeOf(entries: Entries): Outcome {
  if (entries === 'fresh') return 'survives';
  return entries === 'stale' ? 'survives-stale' : 'loses-users';
}
