// One line for a group: what happens when its master dies. Shown by the hover and the code lens.
import type { GroupPair, Pair } from '../../model/pairing/pair';
import { remembered } from '../../text/memoize';
import type { Rehearsal } from '../simulation/rehearsal';
import { rehearse } from './rehearse';
import { entriesWords } from './words';

/** `DeviceA dies: DeviceB master in 2.5-3.5 s, MLD entries in sync`; empty where the group is not rehearsed. */
export function summary(pair: Pair, group: GroupPair): string {
  const start = played(pair, undefined);
  const facts = start.groups.findIndex((one) => Object.values(one.places).includes(group.a.at));
  const found = start.groups[facts];
  if (!found) return '';
  const masters = start.devices.filter((name) => found.roles[name] === 'master');
  if (masters.length > 1) return 'Both devices are master: they do not hear each other';
  const [master] = masters;
  if (master === undefined) return 'Equal priorities: which device is master is not in the files';
  const row = played(pair, master).rows.filter((one) => one.group === facts);
  const [first] = row;
  if (!first) return '';
  if (!first.takeover) return `${master} dies: nobody takes over`;
  const [from, to] = first.takeover.afterSeconds.map((seconds) => String(Number(seconds.toFixed(1))));
  const when = from === to ? `${to} s` : `${from}-${to} s`;
  const worst = [...row].sort((x, y) => rank(y.outcome) - rank(x.outcome))[0]!;
  const users =
    worst.services.length === 0
      ? ''
      : worst.outcome === 'loses-users' && worst.entries === 'fresh'
        ? ', and loses users'
        : `, ${shortly(worst)}`;
  return `${master} dies: ${first.takeover.to} master in ${when}${users}`;
}

// A file shows a line for each of its groups.
const runs = remembered((_: Pair) => new Map<string | undefined, Rehearsal>());

/** The pair at rest, or after this device has died. */
function played(pair: Pair, dies: string | undefined): Rehearsal {
  const known = runs(pair);
  let found = known.get(dies);
  if (!found)
    known.set(
      dies,
      (found = rehearse(pair, dies === undefined ? [] : [{ kind: 'device', change: 'down', device: dies, at: 0 }])),
    );
  return found;
}

function rank(outcome: string): number {
  return ['survives', 'survives-stale', 'no-switchover', 'loses-users'].indexOf(outcome);
}

function shortly(row: {
  readonly services: readonly string[];
  readonly entries: 'fresh' | 'stale' | 'incomplete' | 'none';
}): string {
  return entriesWords(row.services, row.entries).replace(/:.*/, '');
}
