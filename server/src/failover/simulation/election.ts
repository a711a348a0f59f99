// What decides the roles of two devices, whatever it is: VRRP, or an E-Trunk. The simulation tells it what has changed outside, and
// fires its timers.
import type { Side } from '../../model/pairing/pair';
import type { RunningTimer } from './running-timers';
import type { Conditions } from './conditions';
import { changeETrunk, fireETrunk, nextETrunkTimer, type ETrunkElection } from './e-trunk-election';
import { bySide } from './names';
import type { Range } from './ranges';
import type { Role } from './rehearsal';
import type { VirtualRouter } from './virtual-router';
import { changeInputs, fire, nextTimer } from './vrrp';

/** Sides to which more has happened than that their inputs changed. */
export interface Happened {
  /** It has left in good order. */
  readonly stopped?: Side;
  /** It has just started again. */
  readonly restarted?: Side;
}

/** How an actor comes to its role; VRRP and E-Trunk are two ways of one thing. */
export interface Election {
  readonly roles: () => Record<Side, Role>;
  /** What the span is of what it does now. */
  readonly range: () => Range;
  /** The timer that ends first, by its later end. */
  readonly next: () => RunningTimer | undefined;
  readonly fire: (side: Side) => void;
  readonly change: (
    at: number,
    next: Pick<Conditions, 'inputs' | 'connected'>,
    happened: Happened,
    cause: number,
  ) => void;
}

/** The election of a VRRP group. */
export function vrrpElection(router: VirtualRouter): Election {
  return {
    roles: () => bySide((side) => router[side].role),
    range: () => router.range,
    next: () => nextTimer(router),
    fire: (side) => fire(router, side),
    change: (at, { inputs, connected }, happened, cause) =>
      changeInputs(router, at, { ...inputs, connected, ...happened }, cause),
  };
}

/** The election of an E-Trunk. */
export function eTrunkElection(election: ETrunkElection): Election {
  return {
    roles: () => bySide((side) => election[side].role),
    range: () => election.range,
    next: () => nextETrunkTimer(election),
    fire: (side) => fireETrunk(election, side),
    change: (at, { inputs, connected }, _, cause) => changeETrunk(election, at, { ...inputs, connected }, cause),
  };
}
