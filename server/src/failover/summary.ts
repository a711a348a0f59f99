// One line for a group: what happens when its master dies. Shown by the hover and the code lens.
import type { GroupPair, Pair } from '../model/network';
import { rehearse } from './rehearse';
import { entriesWords } from './words';

/** `DeviceA dies: DeviceB master in 2.5-3.5 s, MLD entries in sync`; empty where the group is not rehearsed. */
export function summary(pair: Pair, group: GroupPair): string {
  const start = rehearse(pair, []);
  const facts = start.groups.findIndex((one) => Object.values(one.places).includes(group.a.at));
  const found = start.groups[facts];
  if (!found) return '';
  const masters = start.devices.filter((name) => found.roles[name] === 'master');
  if (masters.length > 1) return 'Both devices are master: they do not hear each other';
  const [master] = masters;
  if (master === undefined) return 'Equal priorities: which device is master is not in the files';
  const row = rehearse(pair, [{ kind: 'device', change: 'down', device: master, at: 0 }]).rows.filter((one) => one.group === facts);
  const [first] = row;
  if (!first) return '';
  if (!first.takeover) return `${master} dies: nobody takes over`;
  const [from, to] = first.takeover.afterSeconds.map((seconds) => String(Number(seconds.toFixed(1))));
  const when = from === to ? `${to} s` : `${from}-${to} s`;
  const worst = [...row].sort((x, y) => rank(y.outcome) - rank(x.outcome))[0]!;
  const users = worst.services.length === 0 ? '' : worst.outcome === 'loses-users' && worst.entries === 'fresh' ? ', and loses users' : `, ${shortly(worst)}`;
  return `${master} dies: ${first.takeover.to} master in ${when}${users}`;
}

function rank(outcome: string): number {
  return ['survives', 'survives-stale', 'no-switchover', 'loses-users'].indexOf(outcome);
}

function shortly(row: { readonly services: readonly string[]; readonly entries: 'fresh' | 'stale' | 'incomplete' | 'none' }): string {
  return entriesWords(row.services, row.entries).replace(/:.*/, '');
}
