// A carrier: one path on which the entries of users get from one device to the other, seen from one group.
import type { Group } from '../../model/device';
import type { Side } from '../../model/pairing/pair';
import type { LoginUsers } from '../../model/services/login-routes';
import type { RefillFigure } from '../../model/services/refill';
import type { Evidence } from './rehearsal';

/** What carries entries between the devices: a channel, or the link of two boards. */
export interface Carrier {
  readonly kind: 'rbs' | 'board';
  readonly services: readonly string[];
  readonly bound: readonly string[];
  /** What keeps any entry from arriving. */
  readonly faults: readonly Evidence[];
  /** What keeps one device from using what it has when it is master. */
  readonly unready: Readonly<Record<Side, readonly Evidence[]>>;
  /** Why it works, where it does. */
  readonly lines: readonly Evidence[];
  /** The interface each end stands on; none where it is a loopback or not in the file. */
  readonly ends: Readonly<Record<Side, readonly string[]>>;
  /** Keys of the interfaces with the users, where the profile is bound to interfaces. */
  readonly users: Readonly<Record<Side, readonly string[]>>;
  /** Keys of the interfaces at which users come in whom routing may bring to the other device instead. */
  readonly routedUsers?: Readonly<Record<Side, readonly string[]>>;
  readonly location?: number;
  /** Present for users who log in: what comes back to them follows their pools. */
  readonly login?: LoginUsers;
  readonly figure: RefillFigure;
}

/** Both members of a virtual router; one is missing where the other device has no such group. */
export interface Members {
  readonly a?: Group;
  readonly b?: Group;
}
