// Masters that take their role back before the entries are complete, for the rules that each judge the figure of some services.
import { delayTooShort, type ShortDelay } from '../../model/vrrp/preempt-advice';
import type { Pair } from '../../model/pairing/pair';
import type { MeantRoles } from '../../model/vrrp/roles';
import { setDelay } from '../../edits/vrrp-group-edits';
import type { Fix } from '../../diagnostics/rule';
import { areContested } from './role-choice';
import { roles } from './roles';

/** A delay on the backup alone is left out: which device is meant as master is the question, and a finding of its own. */
export function* uncontestedShortDelays(
  pair: Pair,
): Generator<{ readonly meant: MeantRoles; readonly short: ShortDelay }> {
  for (const meant of roles(pair)) {
    const short = areContested(meant) ? undefined : delayTooShort(meant);
    if (short) yield { meant, short };
  }
}

/** The fix that sets the preempt delay of the master to `enough` seconds. */
export function waitLonger({ master, figure, enough }: ShortDelay, safe: boolean): Fix {
  const title = figure.known ? `Wait ${enough} s` : `Wait ${enough} s, as for ARP (no page gives a figure)`;
  return { title, edits: [setDelay(master, enough)], safe };
}
