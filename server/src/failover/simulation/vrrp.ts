// One virtual router on two devices: RFC 9568 6.4, with what the vendor adds (preempt delay, recover delay, ignore-if-down).
// Timers are spans; the clock of the simulation is their later end. Both `unknown` is: exactly one is master, no file says which.
import { other, type Side } from '../../model/pairing/pair';
import { type Role, elected } from '../../model/vrrp/roles';
import type { Span } from './rehearsal';
import { sides } from './names';
import type { VrrpVersion } from '../../model/vrrp/timers';
import { masterDown, plus, skew } from './timers';

/** What the file says of one member. */
export interface Settings {
  readonly version: VrrpVersion;
  readonly interval: number;
  readonly multiplier: number;
  readonly delay: number;
  readonly preempt: boolean;
  readonly recoverDelay: number;
  readonly owner: boolean;
  readonly ignoreIfDown: boolean;
  /** A BFD session watches the peer: it may take over before the master-down interval ends. */
  readonly watchesPeer: boolean;
  /** What it advertises from; absent where the file does not say it. */
  readonly address?: readonly number[];
  /** False: it takes no advertisement whose interval is not its own. */
  readonly learns: boolean;
}

/** What stands outside the protocol: links, life, tracked objects. */
export interface Inputs {
  readonly alive: boolean;
  readonly interfaceUp: boolean;
  readonly priority: number;
  /** A tracked failure has lifted the priority: no delay then. */
  readonly lifted: boolean;
}

interface Timer {
  readonly kind: 'master-down' | 'preempt' | 'recover';
  readonly span: Span;
  /** The event that started it. */
  readonly cause: number;
}

export interface Member {
  readonly settings: Settings;
  inputs: Inputs;
  role: Role;
  since: Span;
  timer?: Timer;
  /** The event by which it came up: what it takes over later is that event's doing, not that of an earlier takeover. */
  joined?: number;
}

export type Why =
  | 'interface-down'
  | 'comes-up'
  | 'master-down'
  | 'preempt'
  | 'owner'
  | 'ignore-if-down'
  | 'hears-higher'
  | 'partition-heals';

export interface Change {
  readonly side: Side;
  readonly role: Role;
  readonly span: Span;
  readonly why: Why;
  readonly cause: number;
}

export interface VirtualRouter {
  readonly a: Member;
  readonly b: Member;
  /** The two hear and understand each other. */
  connected: boolean;
  /** The event that is being worked off. */
  cause: number;
  readonly changed: (change: Change) => void;
}

/** How the two stand when the rehearsal begins: settled, the higher priority master. */
export function started(
  a: Settings,
  b: Settings,
  inputs: Readonly<Record<Side, Inputs>>,
  connected: boolean,
  changed: VirtualRouter['changed'],
): VirtualRouter {
  const member = (settings: Settings, given: Inputs): Member => ({
    settings,
    inputs: given,
    role: 'initialize',
    since: [0, 0],
  });
  const router: VirtualRouter = {
    a: member(a, inputs.a),
    b: member(b, inputs.b),
    connected,
    cause: -1,
    changed,
  };
  const candidate = (self: Member) => ({
    runs: runs(self),
    resting: restingRole(self),
    priority: self.inputs.priority,
  });
  const roles = elected(candidate(router.a), candidate(router.b), router.connected);
  for (const side of sides) router[side].role = roles[side];
  return router;
}

/** The master-down interval; `learned` is the interval of the master last heard. */
export function waitOf(member: Pick<Member, 'settings' | 'inputs'>, learned: number): number {
  return masterDown(member.settings.version, member.inputs.priority, learned, member.settings.multiplier);
}

/** Something outside the protocol has changed at `at`. `stopped`: that side left in good order. */
export function outside(
  router: VirtualRouter,
  at: number,
  next: { readonly a: Inputs; readonly b: Inputs; readonly connected: boolean; readonly stopped?: Side },
  cause: number,
): void {
  const now: Span = [at, at];
  const ran = { a: runs(router.a), b: runs(router.b) };
  const bade = next.stopped && router[next.stopped].role === 'master' && ran[next.stopped] ? next.stopped : undefined;
  router.cause = cause;
  router.connected = next.connected;
  router.a.inputs = next.a;
  router.b.inputs = next.b;
  for (const side of sides) {
    const self = router[side];
    if (!canRun(self)) {
      self.timer = undefined;
      if (self.role !== restingRole(self))
        turn(
          router,
          side,
          restingRole(self),
          now,
          self.inputs.alive && self.settings.ignoreIfDown ? 'ignore-if-down' : 'interface-down',
        );
    } else if (!ran[side] && self.timer?.kind !== 'recover') {
      if (self.settings.recoverDelay > 0)
        self.timer = {
          kind: 'recover',
          span: plus(now, self.settings.recoverDelay, self.settings.recoverDelay),
          cause,
        };
      else join(router, side, now);
    }
  }
  contend(router, now, true);
  for (const side of sides) look(router, side, now, bade === other(side));
}

/** The timer that ends first, by its later end; of two that end together the one of the higher rank. */
export function nextTimer(router: VirtualRouter): { readonly side: Side; readonly span: Span } | undefined {
  const due = sides.flatMap((side) => (router[side].timer ? [{ side, span: router[side].timer!.span }] : []));
  return due.sort((x, y) => x.span[1] - y.span[1] || rank(router, y.side, x.side))[0];
}

export function fire(router: VirtualRouter, side: Side): void {
  const self = router[side];
  const timer = self.timer!;
  self.timer = undefined;
  router.cause = timer.cause;
  if (timer.kind === 'recover') join(router, side, timer.span);
  else lead(router, side, timer.span, timer.kind);
  contend(router, timer.span, true);
  for (const one of sides) look(router, one, timer.span, false);
}

function canRun(member: Member): boolean {
  return member.inputs.alive && member.inputs.interfaceUp;
}

/** Takes part in the protocol: an interface that came up is not heeded until the recover delay is over. */
function runs(member: Member): boolean {
  return canRun(member) && member.timer?.kind !== 'recover';
}

function restingRole(member: Member): Role {
  return member.settings.ignoreIfDown && member.inputs.alive ? 'master' : 'initialize';
}

/** Initialize is left: the owner is master at once, every other listens first. A master that ignored its interface stays one. */
function join(router: VirtualRouter, side: Side, now: Span): void {
  const self = router[side];
  if (self.role === 'master') return;
  if (self.settings.owner) {
    lead(router, side, now, 'owner');
    return;
  }
  turn(router, side, 'backup', now, 'comes-up');
  self.joined = router.cause;
  const wait = waitOf(self, self.settings.interval);
  self.timer = { kind: 'master-down', span: plus(now, wait, wait), cause: router.cause };
}

function lead(router: VirtualRouter, side: Side, now: Span, why: Why): void {
  turn(router, side, 'master', now, why);
  const peer = router[other(side)];
  if (router.connected && runs(peer) && peer.role === 'unknown')
    turn(router, other(side), 'backup', now, 'hears-higher');
  contend(router, now, false);
}

/**
 * Two masters that hear each other: the lower rank steps back on the first advertisement of the other (RFC 9568 6.4.3). A new
 * master sends one at once; masters that come to hear each other are in the middle of an interval.
 */
function contend(router: VirtualRouter, now: Span, midway: boolean): void {
  if (
    !router.connected ||
    !runs(router.a) ||
    !runs(router.b) ||
    router.a.role !== 'master' ||
    router.b.role !== 'master'
  )
    return;
  const order = rank(router, 'a', 'b');
  if (order === 0) {
    for (const side of sides)
      turn(
        router,
        side,
        'unknown',
        plus(now, 0, midway ? router[other(side)].settings.interval : 0),
        'partition-heals',
      );
  } else {
    const loser = order > 0 ? ('b' as const) : ('a' as const);
    turn(router, loser, 'backup', plus(now, 0, midway ? router[other(loser)].settings.interval : 0), 'hears-higher');
  }
}

function hears(router: VirtualRouter, side: Side, role: Role): boolean {
  const peer = router[other(side)];
  return router.connected && runs(peer) && peer.role === role;
}

/** A member that is no master arms the timer that what it hears asks for. */
function look(router: VirtualRouter, side: Side, now: Span, stopped: boolean): void {
  const self = router[side];
  const peer = router[other(side)];
  if (!runs(self) || (self.role !== 'backup' && self.role !== 'unknown')) return;
  const cause = Math.max(router.cause, self.joined ?? -1);
  const wait = waitOf(self, self.settings.learns ? peer.settings.interval : self.settings.interval);
  const outranks = self.inputs.priority > peer.inputs.priority && (self.settings.preempt || self.settings.owner);
  if (hears(router, side, 'unknown') && self.role === 'unknown') {
    if (!outranks) self.timer = undefined;
    else if (self.timer?.kind !== 'preempt')
      self.timer = {
        kind: 'preempt',
        span: plus(now, 0, Math.max(self.settings.delay + peer.settings.interval, wait)),
        cause,
      };
  } else if (hears(router, side, 'unknown')) {
    self.timer = undefined;
  } else if (hears(router, side, 'master')) {
    if (!outranks) self.timer = undefined;
    else if (self.timer?.kind === 'preempt') return;
    else if (self.settings.delay === 0 || self.inputs.lifted || self.settings.owner) {
      // The vendor takes over at once; the standard when the timer, which such advertisements do not wind up, has run out.
      const latest = self.timer ? self.timer.span[1] : now[1] + wait;
      self.timer = { kind: 'preempt', span: [Math.min(now[0], latest), latest], cause };
    } else
      self.timer = {
        kind: 'preempt',
        span: plus(now, self.settings.delay, self.settings.delay + peer.settings.interval),
        cause,
      };
  } else if (self.timer?.kind !== 'master-down' || stopped) {
    const quick = stopped ? skew(self.settings.version, self.inputs.priority, peer.settings.interval) : undefined;
    const silence = plus(
      now,
      quick ?? (self.settings.watchesPeer || self.role === 'unknown' ? 0 : wait - peer.settings.interval),
      quick ?? wait,
    );
    // A running preemption goes on beside it; whichever ends first makes it master.
    const pending = self.timer?.kind === 'preempt' ? self.timer.span : silence;
    self.timer = {
      kind: 'master-down',
      span: [Math.min(pending[0], silence[0]), Math.min(pending[1], silence[1])],
      cause,
    };
  }
}

/** Above 0 where `one` outranks `two`: by priority, then by address; 0 where that cannot be told. */
function rank(router: VirtualRouter, one: Side, two: Side): number {
  const [x, y] = [router[one], router[two]];
  if (x.inputs.priority !== y.inputs.priority) return x.inputs.priority - y.inputs.priority;
  return byAddress(x.settings, y.settings);
}

/** Above 0 where the first one advertises from the higher address; 0 where one of them is not known. */
export function byAddress(one: Settings, two: Settings): number {
  if (!one.address || !two.address) return 0;
  const differs = one.address.findIndex((byte, index) => byte !== two.address![index]);
  return differs < 0 ? 0 : one.address[differs]! - two.address[differs]!;
}

function turn(router: VirtualRouter, side: Side, role: Role, span: Span, why: Why): void {
  const self = router[side];
  self.role = role;
  self.timer = undefined;
  // No change before the last one of this member.
  self.since = [Math.max(span[0], self.since[0]), Math.max(span[1], self.since[1])];
  router.changed({ side, role, span: self.since, why, cause: router.cause });
}
