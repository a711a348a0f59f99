// A run of the simulation: the world as it is now, and each actor with its protocol machine, its copies of entries and what has
// been written down of it so far. This is the only state there is while events are played.
import { other, type Side } from '../../model/pairing/pair';
import { advertisementInterval } from '../../model/vrrp/timers';
import type { Actor } from './actors';
import type { Conditions } from './conditions';
import type { Election } from './election';
import { worth, type Copy } from './entry-copy';
import type { ActorState, ChangeIndex, CopyChange, Overlap, RoleChange, Step } from './history';
import { bySide } from './names';
import type { Answered } from './questions';
import type { Entries, Role } from './rehearsal';
import { masterDownSeconds, type Settings } from './virtual-router';
import type { World } from './world';

/** An actor while it is played. */
export interface PlayedActor {
  readonly actor: Actor;
  readonly settings: Readonly<Record<Side, Settings | undefined>>;
  /** Absent for a follower, which copies the role of its management group. */
  election?: Election;
  conditions: Conditions;
  readonly roles: RoleChange[];
  readonly copyChanges: CopyChange[];
  /** What its course depended on and no file tells, as it was answered. */
  readonly asked: Answered[];
  readonly events: { before: ActorState; after: ActorState; steady: ActorState; pending: boolean }[];
  /** Roles when they were last looked at: what differs since then is a change of a follower. */
  seenRoles: Record<Side, Role>;
  /** By carrier. */
  copies: Record<Side, Copy>[];
  /** By carrier: the last sole master, whose entries are the users there are. */
  lastMaster: (Side | undefined)[];
  /** Both were master when this was last looked at. */
  split: boolean;
}

/** A simulation under way. */
export interface Run {
  readonly world: World;
  readonly actors: readonly PlayedActor[];
  /** Followers whose interface goes down where they are not master. */
  readonly flowDownFollowers: readonly PlayedActor[];
  /** Indices of the followers, by that of their management group. */
  readonly followers: ReadonlyMap<number, readonly number[]>;
  readonly overlaps: Overlap[];
  readonly order: ChangeIndex[];
  /** What is under way. */
  step: Step;
}

/** The next of what makes changes begins. */
export function beginPhase(run: Run): void {
  run.step = { phase: run.step.phase + 1, at: 0, kind: 'refill' };
}

/** Something has ended by itself; what ends at once with an earlier one, and because of it, belongs to its step. */
export function beginStep(run: Run, at: number, kind: Step['kind']): void {
  const { step } = run;
  const isLater = at > step.at || (at === step.at && kind === 'timer' && step.kind === 'refill');
  if (isLater) run.step = { phase: step.phase, at, kind };
}

/** Notes that a role changed. */
export function recordRole(run: Run, index: number, change: Omit<RoleChange, 'window'>): void {
  const { roles, events } = run.actors[index]!;
  run.order.push({ actor: index, kind: 'role', index: roles.length, step: run.step });
  roles.push({ ...change, window: events.length - 1 });
}

/** Notes that what a device has of the entries changed. */
export function recordCopy(run: Run, index: number, change: CopyChange): void {
  const { copyChanges } = run.actors[index]!;
  run.order.push({ actor: index, kind: 'copy', index: copyChanges.length, step: run.step });
  copyChanges.push(change);
}

/** By carrier: what the copy of this side is worth at this second. */
export function worthOfCopies(played: PlayedActor, side: Side, at: number): Entries[] {
  return played.actor.carriers.map((carrier, index) => {
    const copy = played.copies[index]![side];
    return worth(copy, carrier, at);
  });
}

/** A follower has the roles of its management group, where its own interface is up. */
export function rolesOf(run: Run, played: PlayedActor): Record<Side, Role> {
  if (played.election) return played.election.roles();
  const admin = run.actors[played.actor.admin!]!;
  return bySide((side) => (played.conditions.linkUp[side] ? rolesOf(run, admin)[side] : 'initialize'));
}

/** `at` in seconds from the start. */
export function stateAt(run: Run, played: PlayedActor, at: number): ActorState {
  const { conditions, actor, copies } = played;
  const { effective, linkUp, alive, canServe, wayIn, wayBack, parted, cutOff, lostUplink } = conditions;
  const worthNow = actor.carriers.map((carrier, index) => bySide((side) => worth(copies[index]![side], carrier, at)));
  return {
    roles: rolesOf(run, played),
    effective,
    linkUp,
    alive,
    canServe,
    wayIn,
    wayBack,
    parted,
    cutOff,
    lostUplink,
    worth: worthNow.length > 0 ? worthNow : [{ a: 'none', b: 'none' }],
  };
}

/** How long each member waits for a silent master, in seconds, with the priorities it has at rest. */
export function masterDownAtRest(played: PlayedActor, initial: ActorState): Record<Side, number | undefined> {
  return bySide((side) => {
    const { settings: bySettings, actor } = played;
    // What a device of an E-Trunk waits is said by its peer.
    if (actor.eTrunk) return actor.ends[side] && actor.eTrunk.settings[other(side)].hold;
    const [settings, group, peerGroup] = [bySettings[side], actor.groups[side], actor.groups[other(side)]];
    if (!settings || !group) return undefined;
    const interval = settings.learns && peerGroup ? advertisementInterval(peerGroup) / 1000 : settings.interval;
    const { priority } = initial.effective[side]!;
    return masterDownSeconds(
      { settings, inputs: { alive: true, interfaceUp: true, priority, lifted: false } },
      interval,
    );
  });
}
