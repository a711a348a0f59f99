// The timers that run in an election, one a side at most.
import type { Side } from '../../model/pairing/pair';
import { sides } from './names';
import type { Span } from './rehearsal';

/** A timer that was running when an event came. */
export interface RunningTimer {
  readonly side: Side;
  /** When it ends, in seconds from the start. */
  readonly span: Span;
  /** Index of the event that set it. */
  readonly cause: number;
}

type Timed = Readonly<Record<Side, { readonly timer?: Pick<RunningTimer, 'span' | 'cause'> }>>;

/** In the order of the sides. */
export function runningTimers(election: Timed): RunningTimer[] {
  return sides.flatMap((side) => {
    const { timer } = election[side];
    return timer ? [{ side, span: timer.span, cause: timer.cause }] : [];
  });
}
