// The rehearsal for a person at 2 a.m.: who is master of what, then what loses users and why, then what the files cannot tell.
import type { Colors } from 'picocolors/types';
import type { Because, GroupFacts, Moment, Outcome, Rehearsal, Row } from '../failover/answer';
import { eventLabel, figures, groupLabel, outcomeWords, rowsTitle, seconds, servicesLabel, sourceLabel, totals } from '../failover/report-words';
import { printable } from '../text/printable';

export function failoverText(rehearsal: Rehearsal, colors: Colors): string {
  const several = rehearsal.groups.length > 1;
  const rows = rehearsal.rows.flatMap((row) => rowLines(row, several, colors));
  return lines([
    colors.bold(rehearsal.devices.join(' and ')), '',
    ...rehearsal.groups.flatMap((group) => groupLines(group, rehearsal.devices)),
    ...part('Wrong before anything fails', rehearsal.standing.map((one) => becauseLine(one, colors)), colors),
    ...part('What happens', rehearsal.moments.flatMap((moment) => momentLines(moment, rehearsal, colors)), colors),
    ...part(rowsTitle(rehearsal), rows, colors),
    ...part('Users that no profile protects', rehearsal.unprotected.map((one) => becauseLine(one, colors)), colors),
    ...part('What the files cannot tell', rehearsal.unknown.map((one) => becauseLine(one, colors)), colors),
    totals(rehearsal),
  ]);
}

function lines(list: readonly string[]): string {
  return list.map((line) => `${line.trimEnd()}\n`).join('');
}

function part(title: string, list: readonly string[], colors: Colors): string[] {
  return list.length === 0 ? [] : [colors.bold(title), ...list, ''];
}

function groupLines(group: GroupFacts, devices: readonly string[]): string[] {
  const width = Math.max(...devices.map((device) => device.length));
  return [
    printable(`${groupLabel(group)}  ${group.hotBackup ? servicesLabel(group.services) : 'no backup profile follows it'}${group.virtualAddresses.length > 0 ? `  at ${group.virtualAddresses.join(', ')}` : ''}`),
    ...devices.map((device) => printable(`  ${device.padEnd(width)}  ${(group.roles[device] ?? '').padEnd(10)}  priority ${group.priorities[device]}, ${group.interface[device]}, master-down ${seconds([group.masterDownSeconds[device] ?? 0, group.masterDownSeconds[device] ?? 0])}`)),
    '',
  ];
}

function rowLines(row: Row, several: boolean, colors: Colors): string[] {
  const about = [...(several ? [groupLabel(row)] : []), ...(row.services.length > 0 ? [row.services.join(', ')] : [])];
  return [
    `  ${painted(row.outcome, colors)(outcomeWords[row.outcome].toUpperCase().padEnd(13))}  ${printable(eventLabel(row))}${about.length > 0 ? printable(`  (${about.join(': ')})`) : ''}`,
    `      ${printable(row.text)}`,
    `      ${colors.dim(printable(figures(row).join('; ')))}`,
    ...row.because.map((one) => `    ${becauseLine(one, colors)}`),
  ];
}

function momentLines(moment: Moment, rehearsal: Rehearsal, colors: Colors): string[] {
  const about = [
    ...(moment.group !== undefined && rehearsal.groups.length > 1 ? [groupLabel(rehearsal.groups[moment.group]!)] : []),
    ...(moment.services && moment.services.length > 0 ? [moment.services.join(', ')] : []),
  ];
  return [
    `  ${seconds(moment.at).padStart(18)}  ${printable(moment.text)}${about.length > 0 ? colors.dim(printable(`  (${about.join(': ')})`)) : ''}`,
    ...moment.because.map((one) => `${' '.repeat(20)}${becauseLine(one, colors)}`),
  ];
}

/** `DeviceA.cfg:40  priority 200 [vrrp-..., RFC 9568 6.1]` */
function becauseLine(one: Because, colors: Colors): string {
  return `  ${colors.cyan(printable(`${one.file}:${one.line}`))}  ${printable(one.text)} ${colors.dim(printable(`[${sourceLabel(one)}]`))}`;
}

function painted(outcome: Outcome, colors: Colors): (text: string) => string {
  return outcome === 'loses-users' ? colors.red : outcome === 'survives' ? colors.green : colors.yellow;
}
