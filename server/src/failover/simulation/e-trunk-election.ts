// Who forwards of two Eth-Trunks in an E-Trunk, over time: by priority, by Hello packets that stay away, by an Eth-Trunk of the peer that
// is down, or as `e-trunk mode` sets it by hand. It is driven from outside, as the protocol of VRRP is.
import type { ETrunkMode } from '../../model/device';
import { other, type Side } from '../../model/pairing/pair';
import { steadyRole, type ETrunkCandidate } from '../../model/e-trunk/roles';
import { runningTimers, type RunningTimer } from './running-timers';
import type { Question } from './questions';
import { bySide, sides } from './names';
import { lessCertain, ranges, type Range } from './ranges';
import type { Role, Span } from './rehearsal';
import { plus } from './timers';
import type { Change, ChangeReason, Inputs } from './virtual-router';

/** What the file says of one end. Times are seconds. */
export interface ETrunkSettings {
  readonly mode: ETrunkMode;
  /** Between two Hello packets of this device. */
  readonly hello: number;
  /** So long the other device hears nothing of this one before it takes it for lost. */
  readonly hold: number;
  /** Undefined: it does not take its role back by itself. */
  readonly revert: number | undefined;
  /** A BFD session watches the peer: it may be taken for lost before. */
  readonly watchesPeer: boolean;
}

interface Timer {
  readonly role: Role;
  readonly why: ChangeReason;
  readonly span: Span;
  readonly cause: number;
  readonly range: Range;
}

interface Member {
  readonly settings: ETrunkSettings;
  /** The higher `priority` outranks the other here. */
  inputs: Inputs;
  role: Role;
  since: Span;
  timer?: Timer;
  /** When its Eth-Trunk has come up, and has not been master since. */
  recovered?: number;
  /** When it has heard the last of its peer, in seconds; undefined while it hears it. */
  silentSince?: number;
  /** It has started and never heard its peer: how long it then waits is in no file. */
  isNew?: boolean;
}

/** An E-Trunk as its election sees it. */
export interface ETrunkElection {
  readonly a: Member;
  readonly b: Member;
  /** The two read each other's Hello packets. */
  connected: boolean;
  cause: number;
  range: Range;
  /** At equal priorities; undefined where that is left open. */
  readonly smallerId: Side | undefined;
  readonly changed: (change: Change) => void;
}

/** How the two stand when the rehearsal begins. */
export function startedETrunk(
  settings: Readonly<Record<Side, ETrunkSettings>>,
  inputs: Readonly<Record<Side, Inputs>>,
  connected: boolean,
  choose: ((question: Question) => boolean) | undefined,
  changed: ETrunkElection['changed'],
): ETrunkElection {
  const isTie = inputs.a.priority === inputs.b.priority;
  const smallerId = isTie && choose ? answered(choose({ kind: 'smaller-id', side: 'a' }), 'a') : undefined;
  const member = (side: Side): Member => ({
    settings: settings[side],
    inputs: inputs[side],
    role: 'initialize',
    since: [0, 0],
  });
  const election: ETrunkElection = {
    a: member('a'),
    b: member('b'),
    connected,
    cause: -1,
    range: ranges.exact,
    smallerId,
    changed,
  };
  const candidates = bySide((side) => candidateOf(election, side));
  const roles = bySide((side) => steadyRole(candidates[side], candidates[other(side)], connected));
  for (const side of sides) {
    election[side].role = roles[side];
    if (!hears(election, side)) election[side].silentSince = -Infinity;
  }
  if (choose && !isTie && roles.a === 'unknown' && roles.b === 'unknown') leadFirst(election, choose);
  return election;
}

function answered(answer: boolean, usual: Side): Side {
  return answer ? other(usual) : usual;
}

/** The device that is meant to be master does not take its role back: whoever was it first is. */
function leadFirst(election: ETrunkElection, choose: (question: Question) => boolean): void {
  const usual: Side = election.b.inputs.priority > election.a.inputs.priority ? 'b' : 'a';
  const first = answered(choose({ kind: 'first-up', side: usual }), usual);
  election[first].role = 'master';
  election[other(first)].role = 'backup';
  if (first !== usual) election[usual].recovered = 0;
}

function candidateOf(election: ETrunkElection, side: Side): ETrunkCandidate {
  const { settings, inputs } = election[side];
  return {
    alive: inputs.alive,
    linkUp: inputs.interfaceUp,
    mode: settings.mode,
    preferred: isPreferred(election, side),
    reverts: settings.revert !== undefined,
  };
}

function isPreferred(election: ETrunkElection, side: Side): boolean | undefined {
  const difference = election[side].inputs.priority - election[other(side)].inputs.priority;
  if (difference !== 0) return difference > 0;
  return election.smallerId === undefined ? undefined : election.smallerId === side;
}

/** This device lives and reads the Hello packets of the other one. */
function hears(election: ETrunkElection, side: Side): boolean {
  return election.connected && election[side].inputs.alive && election[other(side)].inputs.alive;
}

/** Something outside has changed at this second; `cause` is the index of the event. */
export function changeETrunk(
  election: ETrunkElection,
  at: number,
  next: { readonly a: Inputs; readonly b: Inputs; readonly connected: boolean },
  cause: number,
): void {
  const heard = bySide((side) => hears(election, side));
  const before = bySide((side) => election[side].inputs);
  election.cause = cause;
  election.range = ranges.exact;
  election.connected = next.connected;
  for (const side of sides) election[side].inputs = next[side];
  for (const side of sides) {
    const self = election[side];
    const hasStarted = self.inputs.alive && !before[side].alive;
    if (runs(self.inputs) && !runs(before[side])) self.recovered = at;
    if (hears(election, side)) {
      self.silentSince = undefined;
      self.isNew = false;
    } else if (heard[side] || hasStarted) {
      self.silentSince = at;
      self.isNew = hasStarted;
    }
  }
  changeUntilSteady(election, [at, at], true);
}

function runs({ alive, interfaceUp }: Inputs): boolean {
  return alive && interfaceUp;
}

/** The timer that ends first, by its later end. */
export function nextETrunkTimer(election: ETrunkElection): RunningTimer | undefined {
  return runningTimers(election).sort((x, y) => x.span[1] - y.span[1])[0];
}

/** The timer of this side has ended. */
export function fireETrunk(election: ETrunkElection, side: Side): void {
  const timer = election[side].timer!;
  election.cause = timer.cause;
  election.range = timer.range;
  changeRole(election, side, timer.role, timer.span, timer.why);
  changeUntilSteady(election, timer.span, false);
}

/** A change of role to come; at once where the span is that of the moment. */
type Step = Pick<Timer, 'role' | 'why' | 'span' | 'range'>;

/** `midway`: a device that is already master says so with its next Hello packet only; one that becomes it says so at once. */
function changeUntilSteady(election: ETrunkElection, now: Span, midway: boolean): void {
  // What one does may concern the other: each changes its role twice at most.
  for (let round = 0; round < 4; round++) {
    const changed = sides.filter((side) => advanced(election, side, now, midway && round === 0));
    if (changed.length === 0) return;
  }
}

function advanced(election: ETrunkElection, side: Side, now: Span, midway: boolean): boolean {
  const self = election[side];
  const step = stepOf(election, side, now, midway);
  if (!step || step.role === self.role) {
    self.timer = undefined;
    return false;
  }
  if (step.span[1] > now[1]) {
    // What runs already began earlier.
    if (self.timer?.why !== step.why) self.timer = { ...step, cause: election.cause };
    return false;
  }
  changeRole(election, side, step.role, step.span, step.why);
  return true;
}

function stepOf(election: ETrunkElection, side: Side, now: Span, midway: boolean): Step | undefined {
  const self = election[side];
  const at = (role: Role, why: ChangeReason): Step => ({ role, why, span: now, range: election.range });
  if (!runs(self.inputs)) return at('initialize', 'interface-down');
  if (self.settings.mode === 'force-master') return at('master', 'forced-master');
  if (self.settings.mode === 'force-backup') return at('backup', 'comes-up');
  if (!hears(election, side)) return alone(election, side, now);
  if (!election[other(side)].inputs.interfaceUp) return besideFault(election, side, now);
  const preferred = isPreferred(election, side);
  if (preferred === undefined) return self.role === 'initialize' ? at('backup', 'comes-up') : undefined;
  return preferred ? outranking(election, side, now) : outranked(election, side, now, midway);
}

/** It hears nothing: its peer is taken for lost when the time is over that the last Hello packet named. */
function alone(election: ETrunkElection, side: Side, now: Span): Step | undefined {
  const [self, peer] = [election[side], election[other(side)]];
  if (self.role === 'master') return undefined;
  const { hold, hello } = peer.settings;
  const since = self.silentSince ?? now[0];
  const mayBeAtOnce = self.settings.watchesPeer || self.isNew === true || self.role === 'unknown';
  const [least, most] = [mayBeAtOnce ? since : since + hold - hello, since + hold];
  const role = self.role === 'initialize' && most > now[1] ? ('backup' as const) : ('master' as const);
  if (role === 'backup') return { role, why: 'comes-up', span: now, range: election.range };
  const span: Span = [Math.max(now[0], least), Math.max(now[1], most)];
  return { role, why: 'peer-silent', span, range: lessCertain(silenceRange(self), election.range) };
}

function silenceRange({ settings, isNew, role }: Member): Range {
  if (isNew) return ranges.firstHello;
  if (role === 'unknown') return ranges.firstUp;
  return settings.watchesPeer ? ranges.bfd : ranges.hello;
}

/** The Eth-Trunk of the peer is down, and its Hello packets say so. */
function besideFault(election: ETrunkElection, side: Side, now: Span): Step | undefined {
  if (election[side].role === 'master') return undefined;
  const { hello } = election[other(side)].settings;
  return {
    role: 'master',
    why: 'peer-member-down',
    span: plus(now, 0, hello),
    range: lessCertain(ranges.fault, election.range),
  };
}

/** It is meant to be master: it takes the role, after its revert delay where it has been down. */
function outranking(election: ETrunkElection, side: Side, now: Span): Step | undefined {
  const [self, peer] = [election[side], election[other(side)]];
  if (self.role === 'master' || self.role === 'unknown') return undefined;
  const { revert } = self.settings;
  const { hello } = peer.settings;
  const isLed = peer.role === 'master' || peer.role === 'unknown';
  const waits: Step = { role: 'backup', why: 'comes-up', span: now, range: election.range };
  if (self.role === 'initialize') return waits;
  if (self.recovered === undefined)
    return {
      role: 'master',
      why: 'preferred',
      span: plus(now, 0, hello),
      range: lessCertain(ranges.fault, election.range),
    };
  if (isLed && revert === undefined) return undefined;
  const end = self.recovered + (revert ?? 0);
  // Whether it waits out its delay where nobody else is master is in no source.
  const span: Span = [isLed ? Math.max(now[0], end) : now[0], Math.max(now[1], end + hello)];
  return { role: 'master', why: 'revert', span, range: isLed ? ranges.hello : ranges.revertAlone };
}

function outranked(election: ETrunkElection, side: Side, now: Span, midway: boolean): Step | undefined {
  const [self, peer] = [election[side], election[other(side)]];
  if (self.role === 'initialize') return { role: 'backup', why: 'comes-up', span: now, range: election.range };
  if (self.role !== 'master' || peer.role !== 'master') return undefined;
  const span = plus(now, 0, midway ? peer.settings.hello : 0);
  return { role: 'backup', why: 'hears-preferred', span, range: lessCertain(ranges.hello, election.range) };
}

function changeRole(election: ETrunkElection, side: Side, role: Role, span: Span, why: ChangeReason): void {
  const self = election[side];
  self.role = role;
  self.timer = undefined;
  if (role === 'master') self.recovered = undefined;
  // No change before the last one of this end.
  self.since = [Math.max(span[0], self.since[0]), Math.max(span[1], self.since[1])];
  election.changed({ side, role, span: self.since, why, cause: election.cause, range: election.range });
}
