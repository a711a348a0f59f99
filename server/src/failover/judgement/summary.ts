// One line for a group: what happens when its master dies. Shown by the hover and the code lens.
import type { GroupPair, Pair } from '../../model/pairing/pair';
import { memoizeByObject } from '../../text/memoize';
import type { GroupFacts, Rehearsal, Row } from '../simulation/rehearsal';
import { compareOutcomes } from './outcomes';
import { rehearse } from './rehearse';
import { entriesWords } from './words';

/** `DeviceA dies: DeviceB master in 2.5-3.5 s, MLD entries in sync`; empty where the group is not rehearsed. */
export function summary(pair: Pair, group: GroupPair): string {
  const atRest = rehearsed(pair, undefined);
  const index = atRest.groups.findIndex((facts) => Object.values(facts.places).includes(group.a.at));
  const facts = atRest.groups[index];
  if (!facts) return '';
  const masters = atRest.devices.filter((name) => facts.roles[name] === 'master');
  if (masters.length > 1) return 'Both devices are master: they do not hear each other';
  const [master] = masters;
  if (master === undefined) return openStart(facts);
  const rows = rehearsed(pair, master).rows.filter((row) => row.group === index);
  const [first] = rows;
  if (!first) return '';
  if (!first.takeover) return `${master} dies: nobody takes over`;
  const [from, to] = first.takeover.afterSeconds.map((seconds) => String(Number(seconds.toFixed(1))));
  const when = from === to ? `${to} s` : `${from}-${to} s`;
  return `${master} dies: ${first.takeover.to} master in ${when}${usersWords(rows)}`;
}

function openStart({ priorities }: GroupFacts): string {
  const areEqual = new Set(Object.values(priorities)).size === 1;
  const why = areEqual ? 'Equal priorities' : 'The higher priority does not preempt';
  return `${why}: the files do not tell which device is master`;
}

/** What the users of the service that fares worst get, as the end of the sentence. */
function usersWords(rows: readonly Row[]): string {
  const worst = [...rows].sort((x, y) => compareOutcomes(x.outcome, y.outcome))[0]!;
  if (worst.services.length === 0 || worst.entries === null) return '';
  if (worst.outcome === 'loses-users' && worst.entries === 'fresh') return ', and loses users';
  const words = entriesWords(worst.services, worst.entries).replace(/:.*/, '');
  return `, ${words}`;
}

// A file shows a line for each of its groups.
const rehearsals = memoizeByObject((_: Pair) => new Map<string | undefined, Rehearsal>());

/** The pair at rest, or after this device has died. */
function rehearsed(pair: Pair, dies: string | undefined): Rehearsal {
  const known = rehearsals(pair);
  let found = known.get(dies);
  if (!found) {
    found = rehearse(pair, dies === undefined ? [] : [{ kind: 'device', change: 'down', device: dies, at: 0 }]);
    known.set(dies, found);
  }
  return found;
}
