// The rehearsal for a person at 2 a.m.: who is master of what, then what loses users and why, then what the files cannot tell.
import type { Colors } from 'picocolors/types';
import type { Evidence, GroupFacts, Moment, Outcome, Rehearsal, Row } from '../../failover/simulation/rehearsal';
import { outcomeWords } from '../../failover/judgement/outcomes';
import {
  eventLabel,
  groupTitle,
  hitLabel,
  hitSentence,
  memberLabel,
  rowsTitle,
  seconds,
  servicesLabel,
  sourceLabel,
  totals,
} from '../../failover/report/report-words';
import { hitsOf } from '../../failover/report/hits';
import { sharedOutcomes } from '../../failover/judgement/several-pairs';
import { severalTitle } from '../../failover/report/several-pairs';
import { groupWords } from '../../failover/judgement/words';
import { printable, printableRow } from '../../text/sanitize';

/**
 * A rehearsal for a terminal. Times are seconds, a span where the files tell no more; parts with nothing in them are
 * left out.
 */
export function failoverText(rehearsal: Rehearsal, colors: Colors): string {
  const rows = rehearsal.rows.flatMap((row) => rowLines(row, rehearsal, colors));
  return lines([
    colors.bold(printableRow(rehearsal.devices.join(' and '))),
    '',
    ...rehearsal.groups.flatMap((group) => groupLines(group, rehearsal)),
    ...part(
      'Wrong before anything fails',
      rehearsal.standing.map((because) => `  ${evidenceLine(because, colors)}`),
      colors,
    ),
    ...(rehearsal.events.length > 0
      ? part(
          'What happens',
          rehearsal.moments.map((moment) => momentLine(moment, rehearsal, colors)),
          colors,
        )
      : []),
    ...(rehearsal.events.length > 0 ? courseLines(rehearsal, colors) : []),
    ...(rehearsal.events.length > 1 ? part('When users are hit', hitLines(rehearsal), colors) : []),
    ...part(rowsTitle(rehearsal), rows.length > 0 ? rows : ['  nothing that is rehearsed depends on this'], colors),
    ...part(
      'Users that no profile protects',
      rehearsal.unprotected.map((because) => `  ${evidenceLine(because, colors)}`),
      colors,
    ),
    ...part(
      'What the files cannot tell',
      rehearsal.unknown.map((because) => `  ${evidenceLine(because, colors)}`),
      colors,
    ),
    totals(rehearsal),
  ]);
}

/** Of a device that backs several others. */
export function severalText(rehearsals: readonly Rehearsal[], colors: Colors): string {
  const shared = sharedOutcomes(rehearsals).flatMap((event) => [
    `  ${printable(eventLabel(event))}`,
    ...event.pairs.map(
      ({ devices, outcome }) =>
        `    ${painted(outcome, colors)(outcomeWords[outcome].toUpperCase().padEnd(13))}  ${printableRow(devices.join(' and '))}`,
    ),
  ]);
  return [lines(part(severalTitle, shared, colors)), ...rehearsals.map((rehearsal) => failoverText(rehearsal, colors))]
    .filter((text) => text !== '')
    .join('\n');
}

function lines(list: readonly string[]): string {
  return list.map((line) => `${line.trimEnd()}\n`).join('');
}

function part(title: string, list: readonly string[], colors: Colors): string[] {
  return list.length === 0 ? [] : [colors.bold(title), ...list, ''];
}

function groupLines(group: GroupFacts, rehearsal: Rehearsal): string[] {
  const width = Math.max(...rehearsal.devices.map((device) => device.length));
  return [
    printable(
      `${groupWords(group)}  ${group.hotBackup ? servicesLabel(group.services) : 'no backup profile follows it'}${group.virtualAddresses.length > 0 ? `  at ${group.virtualAddresses.join(', ')}` : ''}`,
    ),
    ...rehearsal.devices.map((device) =>
      printableRow(`  ${device.padEnd(width)}  ${memberLabel(group, device, rehearsal.groups)}`),
    ),
    '',
  ];
}

function rowLines(row: Row, rehearsal: Rehearsal, colors: Colors): string[] {
  const about = [
    ...(rehearsal.groups.length > 1 && row.group !== null ? [groupTitle(rehearsal, row.group)] : []),
    ...(row.services.length > 0 ? [row.services.join(', ')] : []),
  ];
  const margin = ' '.repeat(17);
  const text = `${eventLabel(row)}${about.length > 0 ? ` (${about.join(': ')})` : ''}: ${hitLabel(row)}`;
  const well = row.outcome === 'survives';
  return [
    `  ${painted(row.outcome, colors)(outcomeWords[row.outcome].toUpperCase().padEnd(13))}  ${printable(row.text)}`,
    // What goes well is short: the lines it rests on, without what each of them says.
    `${margin}${colors.dim(printable(well ? `${text}  [${places(row.because)}]` : text))}`,
    ...(well ? [] : row.because.map((because) => `${margin}${evidenceLine(because, colors)}`)),
  ];
}

/** `a.cfg:7, 11; b.cfg:7` */
function places(because: readonly Evidence[]): string {
  const byFile = new Map<string, Set<number>>();
  for (const { file, line } of because) byFile.set(file, (byFile.get(file) ?? new Set()).add(line));
  return [...byFile].map(([file, lines]) => `${file}:${[...lines].sort((x, y) => x - y).join(', ')}`).join('; ');
}

function hitLines(rehearsal: Rehearsal): string[] {
  const hits = hitsOf(rehearsal).map((hit) => printable(`  ${hitSentence(hit, rehearsal)}`));
  return hits.length > 0 ? hits : ['  never'];
}

/** What may happen instead: the roles alone. */
function courseLines(rehearsal: Rehearsal, colors: Colors): string[] {
  return rehearsal.courses.flatMap(({ condition, moments }) => {
    const roles = moments.filter(({ lane }) => lane === 'role');
    return part(
      printable(`Or, if ${condition}`),
      roles.map((moment) => momentLine(moment, rehearsal, colors)),
      colors,
    );
  });
}

/** The rows below say why; a moment names the lines it rests on. */
function momentLine(moment: Moment, rehearsal: Rehearsal, colors: Colors): string {
  const group =
    moment.lane === 'entries' && moment.group !== undefined && rehearsal.groups.length > 1
      ? `  (${groupTitle(rehearsal, moment.group)})`
      : '';
  const on = moment.because.length > 0 ? `  [${places(moment.because)}]` : '';
  const text = printable(moment.text);
  return `  ${seconds(moment.at).padStart(18)}  ${moment.lane === 'event' ? colors.bold(text) : text}${colors.dim(printable(`${group}${on}`))}`;
}

/** `DeviceA.cfg:40  priority 200 [RFC 9568 6.1; rule vrrp-priority-equal]` */
function evidenceLine(because: Evidence, colors: Colors): string {
  const source = sourceLabel(because);
  const place = colors.cyan(printableRow(`${because.file}:${because.line}`));
  const cited = source === '' ? '' : ` ${colors.dim(printable(`[${source}]`))}`;
  return `${place}  ${printable(because.text)}${cited}`;
}

function painted(outcome: Outcome, colors: Colors): (text: string) => string {
  if (outcome === 'loses-users' || outcome === 'interrupted') return colors.red;
  return outcome === 'survives' ? colors.green : colors.yellow;
}
