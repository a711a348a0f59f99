// The outcomes of a failure in the order of how bad they are, and the words for them.
import type { Outcome } from '../simulation/rehearsal';

/** The worst first. */
export const outcomes: readonly Outcome[] = [
  'loses-users',
  'interrupted',
  'no-switchover',
  'unknown',
  'survives-stale',
  'survives',
];

/** What reports and the panel call an outcome. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  'loses-users': 'loses users',
  interrupted: 'interrupted',
  'no-switchover': 'no switchover',
  unknown: 'not known',
  'survives-stale': 'stale entries',
  survives: 'survives',
};

/** Below 0 where the first is worse, as `sort` asks. */
export function compareOutcomes(x: Outcome, y: Outcome): number {
  return outcomes.indexOf(x) - outcomes.indexOf(y);
}
