// One virtual router on two devices: RFC 9568 6.4, with what the vendor adds (preempt delay, recover delay, ignore-if-down).
// Timers are spans; the clock of the simulation is their later end. Both `undecided` is: exactly one is master, the files do
// not say which.
import type { Side } from '../model/network';
import { other } from '../model/network';
import { masterDown, plus, skew, type Span, type Version } from './timers';

export type Role = 'initialize' | 'backup' | 'master' | 'undecided';

/** What the file says of one member. */
export interface Settings {
  readonly version: Version;
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
  /** False: it takes no advert whose interval is not its own (RFC 3768 7.1, learning off). */
  readonly learns: boolean;
}

/** What stands outside the protocol: links, life, tracked objects. */
export interface Inputs {
  readonly alive: boolean;
  readonly interfaceUp: boolean;
  readonly priority: number;
  /** The priority was lifted by a tracked failure: no delay then. */
  readonly lifted: boolean;
}

export interface Member {
  readonly settings: Settings;
  inputs: Inputs;
  role: Role;
  since: Span;
  timer?: { readonly kind: 'master-down' | 'preempt' | 'recover'; readonly span: Span };
}

export interface VirtualRouter {
  readonly a: Member;
  readonly b: Member;
  /** The two hear each other. */
  connected: boolean;
  readonly changed: (side: Side, span: Span, why: Why) => void;
}

export type Why = 'interface-down' | 'comes-up' | 'recover-delay' | 'master-down' | 'preempt' | 'owner' | 'ignore-if-down' | 'hears-higher' | 'partition-heals';

export function started(a: Settings, b: Settings, inputs: Record<Side, Inputs>, connected: boolean, changed: VirtualRouter['changed']): VirtualRouter {
  const member = (settings: Settings, given: Inputs): Member => ({ settings, inputs: given, role: 'initialize', since: [0, 0] });
  const router: VirtualRouter = { a: member(a, inputs.a), b: member(b, inputs.b), connected: connected && takes(a, b) && takes(b, a), changed };
  const up = { a: runs(router.a), b: runs(router.b) };
  for (const side of ['a', 'b'] as const) {
    const self = router[side];
    const peer = router[other(side)];
    if (!up[side]) self.role = self.settings.ignoreIfDown && self.inputs.alive ? 'master' : 'initialize';
    else if (!up[other(side)] || !router.connected) self.role = 'master';
    else self.role = self.inputs.priority > peer.inputs.priority ? 'master' : self.inputs.priority < peer.inputs.priority ? 'backup' : 'undecided';
  }
  return router;
}

function takes(self: Settings, peer: Settings): boolean {
  return self.version === peer.version && (self.learns || self.interval === peer.interval);
}

function runs(member: Member): boolean {
  return member.inputs.alive && member.inputs.interfaceUp;
}

/** Hears the peer as master. */
function hears(router: VirtualRouter, side: Side, role: Role = 'master'): boolean {
  const peer = router[other(side)];
  return router.connected && runs(peer) && peer.role === role;
}

/** The master-down interval; `learned` is the interval of the master last heard. */
export function waitOf(member: Member, learned: number): number {
  return masterDown(member.settings.version, member.inputs.priority, learned, member.settings.multiplier);
}

/** Something outside the protocol has changed at `at`. `stopped`: that side left in good order. */
export function outside(router: VirtualRouter, at: number, next: { readonly a: Inputs; readonly b: Inputs; readonly connected: boolean; readonly stopped?: Side }): void {
  const now: Span = [at, at];
  const ran = { a: runs(router.a), b: runs(router.b) };
  const couples = takes(router.a.settings, router.b.settings) && takes(router.b.settings, router.a.settings);
  router.connected = next.connected && couples;
  router.a.inputs = next.a;
  router.b.inputs = next.b;
  for (const side of ['a', 'b'] as const) {
    const self = router[side];
    if (!runs(self)) {
      const role = self.settings.ignoreIfDown && self.inputs.alive ? 'master' : 'initialize';
      self.timer = undefined;
      if (self.role !== role) turn(router, side, role, now, role === 'master' ? 'ignore-if-down' : 'interface-down');
    } else if (!ran[side]) {
      if (self.role !== 'initialize') turn(router, side, 'initialize', now, 'comes-up');
      if (self.settings.recoverDelay > 0) self.timer = { kind: 'recover', span: plus(now, self.settings.recoverDelay, self.settings.recoverDelay) };
      else join(router, side, now);
    }
  }
  for (const side of ['a', 'b'] as const) look(router, side, now, next.stopped === other(side));
}

/** The timer that ends first, by its later end. */
export function nextTimer(router: VirtualRouter): { readonly side: Side; readonly span: Span } | undefined {
  const due = (['a', 'b'] as const).flatMap((side) => router[side].timer ? [{ side, span: router[side].timer!.span }] : []);
  return due.sort((x, y) => x.span[1] - y.span[1] || rival(router, y.side, x.side))[0];
}

export function fire(router: VirtualRouter, side: Side): void {
  const self = router[side];
  const timer = self.timer!;
  self.timer = undefined;
  if (timer.kind === 'recover') join(router, side, timer.span);
  else lead(router, side, timer.span, timer.kind);
}

/** Initialize is left: the owner is master at once, every other listens first. */
function join(router: VirtualRouter, side: Side, now: Span): void {
  const self = router[side];
  if (self.settings.owner) {
    lead(router, side, now, 'owner');
    return;
  }
  turn(router, side, 'backup', now, 'comes-up');
  const wait = waitOf(self, self.settings.interval);
  self.timer = { kind: 'master-down', span: plus(now, wait, wait) };
  look(router, side, now, false);
}

function lead(router: VirtualRouter, side: Side, now: Span, why: Why): void {
  turn(router, side, 'master', now, why);
  look(router, other(side), now, false);
}

/** The member compares what it hears with what it is. */
function look(router: VirtualRouter, side: Side, now: Span, stopped: boolean): void {
  const self = router[side];
  const peer = router[other(side)];
  if (!runs(self)) return;
  if (self.role === 'master') {
    if (!hears(router, side)) return;
    const order = rival(router, side, other(side));
    if (order > 0 && now[0] === now[1]) look(router, other(side), now, false);
    else if (order < 0) turn(router, side, 'backup', plus(now, 0, peer.settings.interval), 'hears-higher');
    else if (order === 0) for (const one of ['a', 'b'] as const) turn(router, one, 'undecided', plus(now, 0, peer.settings.interval), 'partition-heals');
    return;
  }
  if (self.role === 'undecided') {
    if (hears(router, side)) {
      turn(router, side, 'backup', now, 'hears-higher');
      look(router, side, now, false);
    } else if (!hears(router, side, 'undecided')) {
      self.timer = { kind: 'master-down', span: plus(now, 0, waitOf(self, peer.settings.interval)) };
    } else if (self.inputs.priority > peer.inputs.priority && self.settings.preempt) {
      self.timer = { kind: 'preempt', span: plus(now, 0, Math.max(self.settings.delay + peer.settings.interval, waitOf(self, peer.settings.interval))) };
    } else self.timer = undefined;
    return;
  }
  if (self.role !== 'backup') return;
  if (hears(router, side)) {
    if (self.inputs.priority <= peer.inputs.priority || !(self.settings.preempt || self.settings.owner)) {
      self.timer = undefined;
    } else if (self.settings.delay === 0 || self.inputs.lifted || self.settings.owner) {
      // The vendor takes over at once, the standard when its timer, which such adverts do not wind up, has run out.
      const latest = self.timer ? self.timer.span[1] : now[1] + waitOf(self, peer.settings.interval);
      self.timer = { kind: 'preempt', span: [Math.min(now[0], latest), latest] };
    } else if (self.timer?.kind !== 'preempt') {
      self.timer = { kind: 'preempt', span: plus(now, self.settings.delay, self.settings.delay + peer.settings.interval) };
    }
  } else if (hears(router, side, 'undecided')) {
    self.timer = undefined;
  } else if (stopped) {
    const wait = skew(self.settings.version, self.inputs.priority, peer.settings.interval);
    self.timer = { kind: 'master-down', span: plus(now, wait, wait) };
  } else if (self.timer?.kind !== 'master-down') {
    const wait = waitOf(self, peer.settings.interval);
    self.timer = { kind: 'master-down', span: plus(now, self.settings.watchesPeer ? 0 : wait - peer.settings.interval, wait) };
  }
}

/** Above 0 where `one` outranks `two`: by priority, then by address; 0 where that cannot be told. */
function rival(router: VirtualRouter, one: Side, two: Side): number {
  const [x, y] = [router[one], router[two]];
  if (x.inputs.priority !== y.inputs.priority) return x.inputs.priority - y.inputs.priority;
  if (!x.settings.address || !y.settings.address) return 0;
  const differs = x.settings.address.findIndex((byte, index) => byte !== y.settings.address![index]);
  return differs < 0 ? 0 : x.settings.address[differs]! - y.settings.address[differs]!;
}

function turn(router: VirtualRouter, side: Side, role: Role, span: Span, why: Why): void {
  const self = router[side];
  self.role = role;
  if (role !== 'backup' && role !== 'undecided') self.timer = undefined;
  if (role === 'backup' && self.timer?.kind === 'recover') self.timer = undefined;
  // A span may not begin before the last change of this member.
  self.since = [Math.max(span[0], self.since[0]), Math.max(span[1], self.since[1])];
  router.changed(side, self.since, why);
}
