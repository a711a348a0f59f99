// One virtual router on two devices: what the files say of each member, what stands outside the protocol, and the questions the
// protocol asks of the two. Timers are spans in seconds; the clock of the simulation is their later end. Both members `unknown`
// is: exactly one is master, and no file says which.
import { other, type Side } from '../../model/pairing/pair';
import type { VrrpVersion } from '../../model/vrrp/timers';
import type { Question } from './questions';
import type { Range } from './ranges';
import type { Role, Span } from './rehearsal';
import { masterDown } from './timers';

/** What the file says of one member. Times are seconds. */
export interface Settings {
  readonly version: VrrpVersion;
  readonly interval: number;
  readonly multiplier: number;
  readonly delay: number;
  /** The same where the cause is that its interface has come up. */
  readonly delayAfterUp: number;
  /** Up to so many seconds pass after a restart of the device before it speaks. */
  readonly firstPacket: number;
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

/** When a router acts by itself, and why. */
export interface Timer {
  readonly kind: 'master-down' | 'master-left' | 'preempt' | 'recover';
  readonly span: Span;
  /** Index of the event that started it. */
  readonly cause: number;
  /** What its span is. */
  readonly range: Range;
}

/** One router of a VRRP group while it is played. */
export interface Member {
  readonly settings: Settings;
  inputs: Inputs;
  role: Role;
  since: Span;
  timer?: Timer;
  /** It has come up and has not heard the master yet: its own timer runs. */
  unheard?: boolean;
  /** The event by which it came up: what it takes over later is that event's doing, not that of an earlier takeover. */
  joined?: number;
  /** What the span is in which it came up. */
  joinedIn?: Range;
}

/** Why a member has changed its role. */
export type ChangeReason =
  | 'interface-down'
  | 'comes-up'
  | 'master-down'
  | 'master-left'
  | 'preempt'
  | 'owner'
  | 'ignore-if-down'
  | 'hears-higher'
  | 'partition-heals'
  // In an E-Trunk.
  | 'peer-silent'
  | 'peer-member-down'
  | 'preferred'
  | 'revert'
  | 'hears-preferred'
  | 'forced-master';

/** A change of role, with its reason. */
export interface Change {
  readonly side: Side;
  readonly role: Role;
  readonly span: Span;
  readonly why: ChangeReason;
  readonly cause: number;
  /** What its span is. */
  readonly range: Range;
}

/** The two routers of a VRRP group while they are played. */
export interface VirtualRouter {
  readonly a: Member;
  readonly b: Member;
  /** The two hear and understand each other. */
  connected: boolean;
  /** Index of the event that is being worked off; -1 before the first. */
  cause: number;
  /** What the span is in which it is worked off. */
  range: Range;
  /** When something outside the protocol has last changed, in seconds. */
  changedAt: number;
  /** Answers what no file tells; absent where all that may be is one course. */
  readonly choose?: (question: Question) => boolean;
  readonly changed: (change: Change) => void;
}

/** The master-down interval; `learned` is the interval of the master last heard, in seconds. */
export function masterDownSeconds(member: Pick<Member, 'settings' | 'inputs'>, learned: number): number {
  return masterDown(member.settings.version, member.inputs.priority, learned, member.settings.multiplier);
}

/** The device is alive and the interface of its group is up. */
export function canRun(member: Member): boolean {
  return member.inputs.alive && member.inputs.interfaceUp;
}

/** Takes part in the protocol: an interface that came up is not heeded until the recover delay is over. */
export function runs(member: Member): boolean {
  return canRun(member) && member.timer?.kind !== 'recover';
}

/** The role of a member that takes no part in the protocol. */
export function restingRole(member: Member): Role {
  return member.settings.ignoreIfDown && member.inputs.alive ? 'master' : 'initialize';
}

/** The member of this side hears its peer, and the peer has this role. */
export function hears(router: VirtualRouter, side: Side, role: Role): boolean {
  const peer = router[other(side)];
  return router.connected && runs(peer) && peer.role === role;
}

/** Above 0 where this side outranks its peer: by priority, then by address; 0 where that cannot be told. */
export function rank(router: VirtualRouter, side: Side): number {
  const [member, peer] = [router[side], router[other(side)]];
  const difference = member.inputs.priority - peer.inputs.priority;
  return difference === 0 ? byAddress(member.settings, peer.settings) : difference;
}

/** Above 0 where the first member advertises from the higher address; 0 where an address is not known. */
export function byAddress(member: Settings, peer: Settings): number {
  if (!member.address || !peer.address) return 0;
  const differing = member.address.findIndex((byte, index) => byte !== peer.address![index]);
  return differing < 0 ? 0 : member.address[differing]! - peer.address[differing]!;
}
