// The protocol: RFC 9568 6.4, with what the vendor adds (preempt delay, recover delay, ignore-if-down). It is driven from outside:
// by inputs that change and by timers that are fired; every role that changes is reported to `VirtualRouter.changed`.
import { other, type Side } from '../../model/pairing/pair';
import { elected, type Candidate } from '../../model/vrrp/roles';
import { runningTimers, type RunningTimer } from './running-timers';
import { sides } from './names';
import { lessCertain, ranges, type Range } from './ranges';
import type { Role, Span } from './rehearsal';
import { plus, skew } from './timers';
import {
  canRun,
  hears,
  masterDownSeconds,
  rank,
  restingRole,
  runs,
  type ChangeReason,
  type Inputs,
  type Member,
  type Settings,
  type Timer,
  type VirtualRouter,
} from './virtual-router';

/** How the two stand when the rehearsal begins: no timer runs, the higher priority is master. */
export function started(
  a: Settings,
  b: Settings,
  inputs: Readonly<Record<Side, Inputs>>,
  connected: boolean,
  choose: VirtualRouter['choose'],
  changed: VirtualRouter['changed'],
): VirtualRouter {
  const router: VirtualRouter = {
    a: newMember(a, inputs.a),
    b: newMember(b, inputs.b),
    connected,
    cause: -1,
    range: ranges.exact,
    changedAt: 0,
    choose,
    changed,
  };
  const roles = elected(candidate(router.a), candidate(router.b), connected);
  for (const side of sides) router[side].role = roles[side];
  if (choose && roles.a === 'unknown' && roles.b === 'unknown') leadFirst(router, choose);
  return router;
}

/** One of the two came up first: the higher priority, or the other one. */
function leadFirst(router: VirtualRouter, choose: NonNullable<VirtualRouter['choose']>): void {
  const usual = router.b.inputs.priority > router.a.inputs.priority ? 'b' : 'a';
  const first = choose({ kind: 'first-up', side: usual }) ? other(usual) : usual;
  router[first].role = 'master';
  router[other(first)].role = 'backup';
}

function newMember(settings: Settings, inputs: Inputs): Member {
  return { settings, inputs, role: 'initialize', since: [0, 0] };
}

function candidate(member: Member): Candidate {
  const preempts = member.settings.preempt || member.settings.owner;
  return { runs: runs(member), resting: restingRole(member), priority: member.inputs.priority, preempts };
}

/** What the protocol is given from outside; `stopped` is a side that has just left in good order. */
export interface NextInputs {
  readonly a: Inputs;
  readonly b: Inputs;
  readonly connected: boolean;
  readonly stopped?: Side;
  /** A device that has just started again. */
  readonly restarted?: Side;
}

/** Something outside the protocol has changed at this second; `cause` is the index of the event. */
export function changeInputs(router: VirtualRouter, at: number, next: NextInputs, cause: number): void {
  const now: Span = [at, at];
  const ran = { a: runs(router.a), b: runs(router.b) };
  const { stopped } = next;
  // What is said on a LAN that is parted is heard by nobody.
  const isHeard = stopped !== undefined && router.connected && ran[stopped] && router[stopped].role === 'master';
  const saidGoodbye = isHeard ? stopped : undefined;
  router.cause = cause;
  router.range = ranges.exact;
  router.changedAt = at;
  router.connected = next.connected;
  router.a.inputs = next.a;
  router.b.inputs = next.b;
  for (const side of sides) {
    const self = router[side];
    if (!canRun(self)) leaveProtocol(router, side, now);
    else if (!ran[side] && self.timer?.kind !== 'recover') enterProtocol(router, side, now, next.restarted === side);
  }
  resolveTwoMasters(router, now, true);
  for (const side of sides) armTimer(router, side, now, saidGoodbye === other(side));
}

/** The timer that ends first, by its later end; of two that end together the one of the higher rank. */
export function nextTimer(router: VirtualRouter): RunningTimer | undefined {
  return runningTimers(router).sort((x, y) => x.span[1] - y.span[1] || rank(router, y.side))[0];
}

/** The timer of this side has ended. */
export function fire(router: VirtualRouter, side: Side): void {
  const self = router[side];
  const timer = self.timer!;
  self.timer = undefined;
  router.cause = timer.cause;
  router.range = timer.range;
  if (timer.kind === 'recover') comeUp(router, side, timer.span);
  else becomeMaster(router, side, timer.span, timer.kind);
  resolveTwoMasters(router, timer.span, true);
  for (const each of sides) armTimer(router, each, timer.span, false);
}

function leaveProtocol(router: VirtualRouter, side: Side, now: Span): void {
  const self = router[side];
  self.timer = undefined;
  const role = restingRole(self);
  if (self.role === role) return;
  const ignores = self.inputs.alive && self.settings.ignoreIfDown;
  changeRole(router, side, role, now, ignores ? 'ignore-if-down' : 'interface-down');
}

function enterProtocol(router: VirtualRouter, side: Side, now: Span, restarted: boolean): void {
  const self = router[side];
  const { recoverDelay, firstPacket } = self.settings;
  const latest = restarted ? Math.max(recoverDelay, firstPacket) : recoverDelay;
  const range = latest > recoverDelay ? ranges.restart : ranges.exact;
  const { cause } = router;
  if (latest > 0) self.timer = { kind: 'recover', span: plus(now, recoverDelay, latest), cause, range };
  else comeUp(router, side, now);
}

/** Initialize is left: the owner is master at once, every other listens first. A master that ignored its interface stays one. */
function comeUp(router: VirtualRouter, side: Side, now: Span): void {
  const self = router[side];
  if (self.role === 'master') return;
  if (self.settings.owner) {
    becomeMaster(router, side, now, 'owner');
    return;
  }
  changeRole(router, side, 'backup', now, 'comes-up');
  self.joined = router.cause;
  self.joinedIn = router.range;
  const wait = masterDownSeconds(self, self.settings.interval);
  // A master that went while it was held back was heard until then.
  const earliest = Math.max(now[0] + wait, router.changedAt + wait - router[other(side)].settings.interval);
  const span: Span = [Math.min(earliest, now[1] + wait), now[1] + wait];
  self.timer = { kind: 'master-down', span, cause: router.cause, range: router.range };
  self.unheard = hearsLate(router, side, wait);
}

/** Its own timer ends before the first advertisement of the master comes: it takes the role, whatever its delay and preemption. */
function hearsLate(router: VirtualRouter, side: Side, wait: number): boolean {
  const peer = router[other(side)];
  if (!hears(router, side, 'master') || wait >= peer.settings.interval) return false;
  // An advertisement of a lower priority does not wind up the timer of one that preempts at once.
  if (outranks(router, side) && delayOf(router, side) === 0) return false;
  return router.choose?.({ kind: 'heard-late', side }) ?? false;
}

function becomeMaster(router: VirtualRouter, side: Side, now: Span, why: ChangeReason): void {
  const self = router[side];
  const peer = router[other(side)];
  const rest = peer.settings.interval - masterDownSeconds(self, self.settings.interval);
  const slack = self.unheard ? Math.max(0, rest) : 0;
  changeRole(router, side, 'master', now, why);
  if (router.connected && runs(peer) && peer.role === 'unknown')
    changeRole(router, other(side), 'backup', now, 'hears-higher');
  resolveTwoMasters(router, now, false, slack);
}

/**
 * Two masters that hear each other: the lower rank steps back on the first advertisement of the other (RFC 9568 6.4.3). A new
 * master sends one at once; masters that come to hear each other are in the middle of an interval (`midway`). One that has not
 * heard its master steps back when that answers, or with its next advertisement (`slack` seconds later).
 */
function resolveTwoMasters(router: VirtualRouter, now: Span, midway: boolean, slack = 0): void {
  const areMasters = sides.every((side) => runs(router[side]) && router[side].role === 'master');
  if (!router.connected || !areMasters) return;
  const heard = (side: Side) => plus(now, 0, midway ? router[other(side)].settings.interval : 0);
  const order = rank(router, 'a');
  if (order === 0) {
    for (const side of sides) changeRole(router, side, 'unknown', heard(side), 'partition-heals');
    return;
  }
  const loser = order > 0 ? 'b' : 'a';
  changeRole(router, loser, 'backup', plus(heard(loser), 0, slack), 'hears-higher');
}

/** A member that is no master arms the timer that what it hears asks for. `stopped`: its master has just said goodbye. */
function armTimer(router: VirtualRouter, side: Side, now: Span, stopped: boolean): void {
  const self = router[side];
  if (!runs(self) || self.unheard || (self.role !== 'backup' && self.role !== 'unknown')) return;
  if (hears(router, side, 'unknown')) self.timer = timerBesideUnknown(router, side, now);
  else if (hears(router, side, 'master')) self.timer = timerUnderMaster(router, side, now);
  else if (!waitsInSilence(self) || stopped) self.timer = timerInSilence(router, side, now, stopped);
}

/** Of two members of which one is master: the higher priority takes the role, if it does not have it yet. */
function timerBesideUnknown(router: VirtualRouter, side: Side, now: Span): Timer | undefined {
  const [self, peer] = [router[side], router[other(side)]];
  if (self.role !== 'unknown' || !outranks(router, side)) return undefined;
  if (self.timer?.kind === 'preempt') return self.timer;
  const latest = Math.max(self.settings.delay + peer.settings.interval, waitFor(router, side));
  return { kind: 'preempt', span: plus(now, 0, latest), cause: causeOf(router, side), range: ranges.firstUp };
}

function timerUnderMaster(router: VirtualRouter, side: Side, now: Span): Timer | undefined {
  const [self, peer] = [router[side], router[other(side)]];
  if (!outranks(router, side)) return undefined;
  if (self.timer?.kind === 'preempt') return self.timer;
  const cause = causeOf(router, side);
  const { owner } = self.settings;
  const delay = delayOf(router, side);
  if (delay === 0 || self.inputs.lifted || owner) {
    // The vendor takes over at once; the standard when the timer, which such advertisements do not wind up, has run out.
    const latest = self.timer ? self.timer.span[1] : now[1] + waitFor(router, side);
    const range = rangeOf(router, side, ranges.preemption);
    return { kind: 'preempt', span: [Math.min(now[0], latest), latest], cause, range };
  }
  const range = rangeOf(router, side, ranges.advertisement);
  return { kind: 'preempt', span: plus(now, delay, delay + peer.settings.interval), cause, range };
}

function waitsInSilence({ timer }: Member): boolean {
  return timer?.kind === 'master-down' || timer?.kind === 'master-left';
}

/** What it is that it hears nothing any more. */
function silenceRange({ settings, role }: Member, stopped: boolean): Range {
  if (stopped) return ranges.exact;
  if (role === 'unknown') return ranges.firstUp;
  return settings.watchesPeer ? ranges.bfd : ranges.advertisement;
}

function timerInSilence(router: VirtualRouter, side: Side, now: Span, stopped: boolean): Timer {
  const [self, peer] = [router[side], router[other(side)]];
  const { interval } = peer.settings;
  const wait = waitFor(router, side);
  const seesAtOnce = self.settings.watchesPeer || self.role === 'unknown';
  const afterGoodbye = skew(self.settings.version, self.inputs.priority, interval);
  const silence = stopped ? plus(now, afterGoodbye, afterGoodbye) : plus(now, seesAtOnce ? 0 : wait - interval, wait);
  const range = rangeOf(router, side, silenceRange(self, stopped));
  // A running preemption goes on beside it; whichever ends first makes it master.
  const pending = self.timer?.kind === 'preempt' ? self.timer.span : silence;
  return {
    kind: stopped ? 'master-left' : 'master-down',
    span: [Math.min(pending[0], silence[0]), Math.min(pending[1], silence[1])],
    cause: causeOf(router, side),
    range: self.timer?.kind === 'preempt' ? lessCertain(self.timer.range, range) : range,
  };
}

/** What a timer has that starts now, where it alone would be this. */
function rangeOf(router: VirtualRouter, side: Side, own: Range): Range {
  const { joined, joinedIn } = router[side];
  const began = joined === router.cause && joinedIn ? joinedIn : router.range;
  return lessCertain(own, began);
}

/** How long it waits before it takes the role from a living master, in seconds. */
function delayOf(router: VirtualRouter, side: Side): number {
  const { settings, joined } = router[side];
  return joined === router.cause ? settings.delayAfterUp : settings.delay;
}

/** It would take the role from a living master. */
function outranks(router: VirtualRouter, side: Side): boolean {
  const [self, peer] = [router[side], router[other(side)]];
  return self.inputs.priority > peer.inputs.priority && (self.settings.preempt || self.settings.owner);
}

/** The master-down interval of a member that has heard its peer, in seconds. */
function waitFor(router: VirtualRouter, side: Side): number {
  const [self, peer] = [router[side], router[other(side)]];
  return masterDownSeconds(self, self.settings.learns ? peer.settings.interval : self.settings.interval);
}

/** The event to which what this member does from now on is due. */
function causeOf(router: VirtualRouter, side: Side): number {
  return Math.max(router.cause, router[side].joined ?? -1);
}

function changeRole(router: VirtualRouter, side: Side, role: Role, span: Span, why: ChangeReason): void {
  const self = router[side];
  self.role = role;
  self.timer = undefined;
  self.unheard = false;
  // No change before the last one of this member.
  self.since = [Math.max(span[0], self.since[0]), Math.max(span[1], self.since[1])];
  router.changed({ side, role, span: self.since, why, cause: router.cause, range: router.range });
}
