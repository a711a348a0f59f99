// The copy of the users' entries that one device holds, and what it is worth. How long a refill takes is in no file: the
// vendor's figure of the service stands in for it.
import type { Carrier } from './carrier';
import type { Entries } from './rehearsal';

/** What one device holds. */
export interface Copy {
  readonly quality: Entries | 'refilling';
  /** When it became so, in seconds from the start. */
  readonly since: number;
  /** What a refill began with, also of one that has ended since. */
  readonly before?: Entries;
}

/** What the copy is worth at this second: a refill counts as ended after the figure of the service. */
export function worth(copy: Copy, carrier: Carrier, at: number): Entries {
  const wasRefilling = copy.quality === 'fresh' && copy.before !== undefined && at < copy.since - 1e-9;
  if (copy.quality !== 'refilling' && !wasRefilling) return copy.quality;
  if (!wasRefilling && refilledAt(copy, carrier) <= at + 1e-9) return 'fresh';
  return copy.before === 'stale' ? 'stale' : 'incomplete';
}

/** The second at which a refill ends. */
export function refilledAt(copy: Copy, carrier: Carrier): number {
  return copy.since + carrier.figure.seconds;
}
