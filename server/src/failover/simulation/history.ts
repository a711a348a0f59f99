// What was played, as data: how each virtual router stood before and after every event, and every role and copy of entries that
// changed. Times are seconds from the start. The judgement reads nothing else.
import type { Side } from '../../model/pairing/pair';
import type { Actor } from './actors';
import type { Copy } from './entry-copy';
import type { FailureEvent } from './events';
import type { Answered } from './questions';
import type { Range } from './ranges';
import type { Entries, Role, Span } from './rehearsal';
import type { Stage } from './stage';
import type { Effective } from './tracking';
import type { ChangeReason, Settings } from './virtual-router';
import type { WayBack } from './way-back';

/** One device takes or leaves a role. */
export interface RoleChange {
  readonly side: Side;
  readonly role: Role;
  readonly span: Span;
  readonly why: ChangeReason | 'follows';
  /** Index of the event that brought it about. */
  readonly cause: number;
  /** What its span is. */
  readonly range: Range;
  /** Index of the last event before the change; the change may be due to an earlier one. */
  readonly window: number;
  /** By carrier: what the copy of this side was worth when the role changed. */
  readonly worth: readonly Entries[];
}

/** What a device has of the entries changes. */
export interface CopyChange {
  readonly carrier: number;
  readonly side: Side;
  readonly at: number;
  readonly quality: Copy['quality'];
  /** Index of the event that brought it about; -1 for a refill that has ended. */
  readonly cause: number;
}

/** How one actor stands at one time. */
export interface ActorState {
  readonly roles: Readonly<Record<Side, Role>>;
  readonly effective: Readonly<Record<Side, Effective | undefined>>;
  readonly alive: Readonly<Record<Side, boolean>>;
  readonly linkUp: Readonly<Record<Side, boolean>>;
  /** By carrier, one entry where there is none: what the copy of each device is worth. */
  readonly worth: readonly Readonly<Record<Side, Entries>>[];
  /** By carrier, one entry where there is none: whether the device could serve the users as master. */
  readonly canServe: readonly Readonly<Record<Side, boolean>>[];
  /** By carrier, one entry where there is none: the links between the users and the device are up. */
  readonly wayIn: readonly Readonly<Record<Side, boolean>>[];
  /** By carrier, one entry where there is none: what comes back to the users, if this device has them. */
  readonly wayBack: readonly Readonly<Record<Side, WayBack>>[];
  /** The LAN of the group is parted: its users are on either side. */
  readonly parted: boolean;
  /** Every way out of the device has failed. */
  readonly cutOff: Readonly<Record<Side, boolean>>;
  /** A way out of the device has failed: whether another leads to the same place is in no file. */
  readonly lostUplink: Readonly<Record<Side, boolean>>;
}

/** `steady`: when every timer and refill has ended, or right before the next event. */
export interface EventStates {
  readonly before: ActorState;
  readonly after: ActorState;
  readonly steady: ActorState;
  /** A timer of the protocol was running when the event came: roles may have changed without it. */
  readonly pending: boolean;
}

/** All that happened to one actor. */
export interface ActorHistory {
  readonly actor: Actor;
  readonly settings: Readonly<Record<Side, Settings | undefined>>;
  /** Seconds. */
  readonly masterDown: Readonly<Record<Side, number | undefined>>;
  readonly initial: ActorState;
  /** By event. */
  readonly events: readonly EventStates[];
  readonly roles: readonly RoleChange[];
  readonly copies: readonly CopyChange[];
  /** What its course depended on and no file tells, as it was answered. */
  readonly asked: readonly Answered[];
}

/** An event that falls into a takeover of an earlier one. */
export interface Overlap {
  readonly event: number;
  readonly actor: number;
  readonly span: Span;
}

/** When in a run something changes: changes of one step are in the order of the actors. */
export interface Step {
  /** Counts what makes changes: the inputs of an event, what follows from them, the time until the next event. */
  readonly phase: number;
  /** Seconds; within the time between events alone. */
  readonly at: number;
  /** Refills end before timers that end with them. */
  readonly kind: 'refill' | 'timer';
}

/** Which role or copy change of which actor comes next in the order of the clock. */
export interface ChangeIndex {
  readonly actor: number;
  readonly kind: 'role' | 'copy';
  readonly index: number;
  readonly step: Step;
}

/** All that happened, and the stage it happened on. */
export interface History {
  readonly stage: Stage;
  /** In the order of time; those on devices of other pairs are left out. */
  readonly events: readonly FailureEvent[];
  readonly actors: readonly ActorHistory[];
  readonly overlaps: readonly Overlap[];
  readonly order: readonly ChangeIndex[];
}
