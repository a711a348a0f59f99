// The catalogue of faults: every kind, in every place of every pair where it can stand.
import type { ProvePair } from '../configuration';
import { faultsOf, type Fault, type Template } from '../fault';
import { accesses } from './access';
import { alike } from './alike';
import { agreements } from './agreement';
import { ends } from './ends';
import { gateways } from './gateways';
import { groupLines } from './groups';
import { halves } from './halves';
import { identities } from './identity';
import { leases } from './leases';
import { links } from './links';
import { logins } from './logins';
import { reachability, states } from './reach';
import { references } from './references';
import { routes } from './routes';
import { surroundings } from './surroundings';
import { slips } from './slips';
import { supports } from './supports';
import { values } from './values';

export const templates: readonly Template[] = [
  ...agreements,
  ...references,
  ...values,
  ...identities,
  ...reachability,
  ...states,
  ...surroundings,
  ...leases,
  ...accesses,
  ...links,
  ...groupLines,
  ...gateways,
  ...halves,
  ...supports,
  ...ends,
  ...logins,
  ...routes,
  ...alike,
  ...slips,
];

/** All faults; those that make one text are one, and what leaves a pair as it is is none. */
export function allFaults(pairs: readonly ProvePair[]): Fault[] {
  const textOf = (files: Fault['files'] | ProvePair['devices']) =>
    files.map((own) => own.lines.map((line) => line.text).join('\n')).join('\0');
  const seen = new Set<string>(pairs.map(({ devices }) => textOf(devices)));
  return templates
    .flatMap((template) => pairs.flatMap((pair) => faultsOf(template, pair)))
    .filter((fault) => {
      const key = textOf(fault.files);
      return !seen.has(key) && seen.add(key);
    });
}
