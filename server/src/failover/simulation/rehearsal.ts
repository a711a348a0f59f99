// What a rehearsal answers, as plain data: who forwards after each event, with which entries, for how long users are hit, and
// why. Every statement carries the line it rests on. Seconds are ranges, never more exact than what the files say.
import type { Family } from '../../model/address';
import type { Place } from '../../model/place';
import type { Role } from '../../model/vrrp/roles';
import type { FailureEvent } from './events';
import type { Range } from './ranges';

/** What the device that takes over knows of the users; `incomplete` is a refill that may not have ended. */
export type Entries = 'fresh' | 'stale' | 'incomplete' | 'none';
/** `unknown`: no file tells whether users go on. */
export type Outcome = 'survives' | 'survives-stale' | 'unknown' | 'no-switchover' | 'interrupted' | 'loses-users';
export type { Role };
/** Seconds: not before, not after. */
export type Span = readonly [earliest: number, latest: number];

/** A sentence with the line that it rests on. */
export interface Evidence {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The rule that watches over this line, if one does. */
  readonly rule: string | null;
  /** Page and step, RFC and section, or decision. */
  readonly source: string;
  readonly text: string;
  readonly at: Place;
}

/** An E-Trunk, and the names of its Eth-Trunks on both devices. */
export interface ETrunkName {
  readonly id: number;
  readonly trunks: string;
}

/** A virtual router of the pair, or Eth-Trunks in an E-Trunk; records are keyed by the names in `Rehearsal.devices`. */
export interface GroupFacts {
  /** Null where an E-Trunk gives the roles. */
  readonly vrid: number | null;
  readonly family: Family | null;
  readonly eTrunk?: ETrunkName;
  readonly interface: Readonly<Record<string, string>>;
  /** Before the first event. */
  readonly roles: Readonly<Record<string, Role>>;
  /** With what tracked objects that are down from the start take off. */
  readonly priorities: Readonly<Record<string, number>>;
  readonly masterDownSeconds: Readonly<Record<string, number>>;
  readonly virtualAddresses: readonly string[];
  readonly services: readonly string[];
  /** A backup profile or a service board takes its role from it. */
  readonly hotBackup: boolean;
  /** Index of the management group whose role it copies: its own priority and timers count for nothing. */
  readonly follows?: number;
  readonly places: Readonly<Record<string, Place>>;
}

/** What one event does to the users of one group and of one profile or service board that follows it. */
export interface Row {
  /** `device-down` */
  readonly event: string;
  /** Absent for every LAN and for a channel as such. */
  readonly device: string | null;
  /** The interface as its file spells it, or the number of the service-location. */
  readonly part?: string;
  readonly at: number;
  /** Index into `Rehearsal.groups`; null for users who are not rehearsed, whose outcome is `unknown`. */
  readonly group: number | null;
  readonly vrid: number | null;
  readonly family: Family | null;
  readonly eTrunk?: ETrunkName;
  /** Empty where nothing but the gateway moves. */
  readonly services: readonly string[];
  /** `DeviceA GigabitEthernet0/1/2`, `DeviceA pool office`: what the profile is bound to. */
  readonly bound: readonly string[];
  /** Who is master afterwards; two where both are. */
  readonly masters: readonly string[];
  readonly takeover: { readonly to: string; readonly afterSeconds: Span } | null;
  /** What the seconds of the row are, where they are a range; null where nobody takes over and nobody is hit. */
  readonly range: Range | null;
  /**
   * Of the new master when it takes over; where no role moves, of the device that stands by, once no timer runs any more. Null for
   * users who are not rehearsed.
   */
  readonly entries: Entries | null;
  readonly outcome: Outcome;
  /** How long users are without service from the event on, in all; null where no file says when it ends. */
  readonly hitSeconds: Span | null;
  /** Seconds without service that its users are taken to survive. */
  readonly maxHitSeconds: number;
  /** When they are; empty also where they are served in a way that no file tells. */
  readonly outages: readonly Outage[];
  /** One sentence. */
  readonly text: string;
  readonly because: readonly Evidence[];
}

/** Users are without service: seconds from the start. */
export interface Outage {
  readonly from: Span;
  /** Null where nothing in the files ends it. */
  readonly to: Span | null;
  /** False where a way out has failed, and whether another leads to the same place is in no file. */
  readonly certain: boolean;
  /** Where the LAN is partitioned, the device on whose side the users are that it hits; absent where it hits all. */
  readonly partition?: string;
}

/** Which row of the timeline a moment belongs to. */
export type Lane = 'event' | 'role' | 'entries';

/** A point of the timeline: an event (`group` absent), a role that changes, entries that change their worth. */
export interface Moment {
  readonly at: Span;
  readonly lane: Lane;
  /** Absent for every LAN and for a channel as such. */
  readonly device?: string;
  /** Index into `Rehearsal.groups`. */
  readonly group?: number;
  readonly services?: readonly string[];
  readonly role?: Role;
  /** What the span is. */
  readonly range?: Range;
  readonly entries?: Entries | 'refilling';
  readonly text: string;
  readonly because: readonly Evidence[];
}

/** Another course of some groups. */
export interface Course {
  /** A sentence without its end: `DeviceA does not hear DeviceB in time`. */
  readonly condition: string;
  /** Roles and entries of these groups. */
  readonly moments: readonly Moment[];
}

/** All that a rehearsal tells: what happened, what it means, and why. */
export interface Rehearsal {
  /** Both names; with the file's name where the two sysnames are alike. */
  readonly devices: readonly [string, string];
  readonly groups: readonly GroupFacts[];
  /** The states before the first event, as moments at 0, then what happens, in the order of time. */
  readonly moments: readonly Moment[];
  readonly events: readonly FailureEvent[];
  /** In the order of the events; of a matrix the worst first. */
  readonly rows: readonly Row[];
  /** What may happen instead, where no file tells which of several courses things take. */
  readonly courses: readonly Course[];
  /** What the files cannot tell. */
  readonly unknown: readonly Evidence[];
  /** Users that no profile protects. */
  readonly unprotected: readonly Evidence[];
  /** What is wrong whatever happens: a virtual IP outside the subnet, a channel that cannot come up. */
  readonly standing: readonly Evidence[];
}
