// The words in which the reports of a rehearsal speak: outcomes, seconds, events, groups. Seconds have two decimals everywhere.
import { sourceInWords } from '../../catalogue/guide';
import type { Evidence, GroupFacts, Outcome, Rehearsal, Row, Span } from '../simulation/rehearsal';
import { groupWords } from '../judgement/words';
import type { Hit } from './hits';

/** `2.53-3.53 s`, or `3.53 s` where both are one. */
export function seconds([earliest, latest]: Span): string {
  const [from, to] = [earliest.toFixed(2), latest.toFixed(2)];
  return from === to ? `${to} s` : `${from}-${to} s`;
}

/** `uplink-down DeviceA GigabitEthernet0/1/3` */
export function eventLabel(row: Pick<Row, 'event' | 'device' | 'part'>): string {
  return [row.event, row.device, row.part].filter((word) => word !== null && word !== undefined).join(' ');
}

/** `VRRP6 group 1`, with its interface where the number alone does not tell which group it is. */
export function groupTitle(rehearsal: Pick<Rehearsal, 'groups' | 'devices'>, index: number | null): string {
  const group = index === null ? undefined : rehearsal.groups[index];
  if (!group) return '';
  const namesakes = rehearsal.groups.filter((facts) => groupWords(facts) === groupWords(group)).length > 1;
  return namesakes
    ? `${groupWords(group)} on ${[...new Set(rehearsal.devices.flatMap((device) => group.interface[device] ?? []))].join(', ')}`
    : groupWords(group);
}

/** One member of a group: `backup, priority 120, GigabitEthernet0/1/3, master-down 3.53 s`; nothing where the device has no such group. */
export function memberLabel(group: GroupFacts, device: string, groups: readonly GroupFacts[]): string {
  const [role, port, wait] = [group.roles[device], group.interface[device], group.masterDownSeconds[device]];
  if (role === undefined || port === undefined || wait === undefined) return 'has no such group';
  const followed = group.follows === undefined ? undefined : groups[group.follows];
  const held = seconds([wait, wait]);
  if (group.eTrunk) return `${role}, priority ${group.priorities[device]}, ${port}, peer lost after ${held}`;
  return `${role}, ${followed ? `as ${groupWords(followed)}, ${port}` : `priority ${group.priorities[device]}, ${port}, master-down ${held}`}`;
}

/** The services in the words of a report. */
export function servicesLabel(services: readonly string[]): string {
  return services.length === 0 ? 'the gateway only' : services.join(', ');
}

/** Behind a statement: page and step or RFC, and the rule that watches over the line. */
export function sourceLabel({ rule, source }: Evidence): string {
  return [...(source === 'no source' ? [] : [sourceInWords(source)]), ...(rule === null ? [] : [`rule ${rule}`])].join(
    '; ',
  );
}

/** `after 60 s for 2.53-3.53 s: VRRP6 group 1, nd` */
export function hitSentence(hit: Hit, rehearsal: Rehearsal): string {
  const { from, to, certain, partition, group, services, untold } = hit;
  const side = partition === undefined ? [] : [`on the side of ${partition}`];
  const about = [groupTitle(rehearsal, group), servicesLabel(services), ...side].join(', ');
  if (untold) return `from ${seconds(from)} on: ${about} (perhaps, the files do not tell for how long)`;
  const until = to === null ? 'until it is repaired or users ask again' : `until ${seconds(to)}`;
  return `from ${seconds(from)} ${until}: ${about}${certain ? '' : ' (perhaps)'}`;
}

/** What a range is that is no mere spread of the protocol. */
export function rangeLabel({ range, hitSeconds }: Row): string {
  const isRange = hitSeconds !== null && hitSeconds[0] !== hitSeconds[1];
  return isRange && range && range.kind !== 'spread' && range.kind !== 'exact' ? ` (${range.text})` : '';
}

/** When users who have lost their service have it again. */
function lossLabel(outages: Row['outages']): string {
  const lasts = outages.some(({ to, certain }) => to === null && certain);
  return lasts ? 'users are without service until it is repaired' : 'users are cut off until they ask again';
}

/** How long users are without service. */
export function hitLabel(row: Row): string {
  const { hitSeconds, outcome, outages } = row;
  if (outcome === 'loses-users') return lossLabel(outages);
  if (hitSeconds === null) return 'the files do not tell how long users are hit';
  if (hitSeconds[1] === 0) return 'users are not hit';
  return `users are ${outcome === 'interrupted' ? 'interrupted' : 'hit'} for ${seconds(hitSeconds)}${rangeLabel(row)}`;
}

/** `12 failures and recoveries: 2 lose users, 1 without switchover, 9 survive` */
export function totals(rehearsal: Pick<Rehearsal, 'rows'>): string {
  const { rows } = rehearsal;
  const of = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  const words: [Outcome, string, string][] = [
    ['loses-users', 'loses users', 'lose users'],
    ['interrupted', 'interrupts users for long', 'interrupt users for long'],
    ['no-switchover', 'without switchover', 'without switchover'],
    ['unknown', 'not known', 'not known'],
    ['survives-stale', 'survives with stale entries', 'survive with stale entries'],
    ['survives', 'survives', 'survive'],
  ];
  const parts = words.flatMap(([outcome, text, many]) =>
    of(outcome) === 0 ? [] : [`${of(outcome)} ${of(outcome) === 1 ? text : many}`],
  );
  return `${rows.length} result${rows.length === 1 ? '' : 's'}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

/** Over the rows: those of a matrix, or of the events that were given. */
export function rowsTitle(rehearsal: Pick<Rehearsal, 'events'>): string {
  return rehearsal.events.length === 0
    ? 'Every single failure and its recovery, the worst first'
    : 'What the events do to the users';
}
