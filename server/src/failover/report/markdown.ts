// The rehearsal as Markdown, for a change request or a ticket: tables of the groups and of what happens, the reasons below them.
import { escapeMarkdown } from '../../text/markdown';
import { withoutEnd } from '../../text/line-ends';
import type { Course, Evidence, GroupFacts, Rehearsal, Row } from '../simulation/rehearsal';
import { outcomeWords } from '../judgement/outcomes';
import { groupWords } from '../judgement/words';
import {
  eventLabel,
  groupTitle,
  hitSentence,
  memberLabel,
  rangeLabel,
  rowsTitle,
  seconds,
  servicesLabel,
  sourceLabel,
  totals,
} from './report-words';
import { hitsOf } from './hits';

/** The rehearsal as Markdown; texts of files are escaped. */
export function failoverMarkdown(rehearsal: Rehearsal): string {
  const [a, b] = rehearsal.devices;
  const numbered = numberedReasons(rehearsal.rows);
  const text = [
    `# Failover of ${escapeMarkdown(a)} and ${escapeMarkdown(b)}`,
    '',
    totals(rehearsal),
    '',
    ...table(
      ['Group', 'Services', 'Virtual addresses', ...[a, b].map((device) => escapeMarkdown(device))],
      rehearsal.groups.map((group) => groupCells(group, rehearsal.devices, rehearsal.groups)),
    ),
    ...list('Wrong before anything fails', rehearsal.standing),
    ...(rehearsal.events.length === 0
      ? []
      : [
          '## What happens',
          '',
          ...table(
            ['Seconds', 'What', 'Why'],
            rehearsal.moments.map((moment) => [
              seconds(moment.at),
              escapeMarkdown(moment.text),
              moment.because.map(reason).join('<br>'),
            ]),
          ),
          ...rehearsal.courses.flatMap(courseTable),
          ...(rehearsal.events.length > 1 ? hitList(rehearsal) : []),
        ]),
    `## ${rowsTitle(rehearsal)}`,
    '',
    ...table(
      ['Outcome', 'Event', 'Group', 'Services', 'Master', 'Entries', 'Users hit', 'Why'],
      rehearsal.rows.map((row) => rowCells(row, rehearsal, numbered)),
    ),
    ...(numbered.size === 0
      ? []
      : ['### Why', '', ...[...numbered.keys()].map((text, index) => `${index + 1}. ${text}`), '']),
    ...list('Users that no profile protects', rehearsal.unprotected),
    ...list('What the files cannot tell', rehearsal.unknown),
  ].join('\n');
  return `${withoutEnd(text, (text) => text === '\n')}\n`;
}

/** What may happen instead: the roles alone. */
function courseTable({ condition, moments }: Course): string[] {
  const roles = moments.filter(({ lane }) => lane === 'role');
  const rows = roles.map((moment) => [
    seconds(moment.at),
    escapeMarkdown(moment.text),
    moment.because.map(reason).join('<br>'),
  ]);
  return [`Or, if ${escapeMarkdown(condition)}:`, '', ...table(['Seconds', 'What', 'Why'], rows)];
}

function hitList(rehearsal: Rehearsal): string[] {
  const hits = hitsOf(rehearsal).map((hit) => `- ${escapeMarkdown(hitSentence(hit, rehearsal))}`);
  return ['## When users are hit', '', ...(hits.length > 0 ? hits : ['Never.']), ''];
}

/** Each reason once, with its number; the same line stands behind many rows. */
function numberedReasons(rows: readonly Row[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const row of rows)
    for (const evidence of row.because)
      if (!numbers.has(reason(evidence))) numbers.set(reason(evidence), numbers.size + 1);
  return numbers;
}

function groupCells(group: GroupFacts, devices: readonly string[], groups: readonly GroupFacts[]): string[] {
  return [
    groupWords(group),
    group.hotBackup ? escapeMarkdown(servicesLabel(group.services)) : 'none follows',
    escapeMarkdown(group.virtualAddresses.join(', ')),
    ...devices.map((device) => escapeMarkdown(memberLabel(group, device, groups))),
  ];
}

function rowCells(row: Row, rehearsal: Rehearsal, numbered: ReadonlyMap<string, number>): string[] {
  const outcome = outcomeWords[row.outcome];
  return [
    row.outcome === 'loses-users' || row.outcome === 'interrupted' ? `**${outcome}**` : outcome,
    escapeMarkdown(eventLabel(row)),
    escapeMarkdown(groupTitle(rehearsal, row.group)),
    escapeMarkdown(servicesLabel(row.services)),
    row.takeover
      ? escapeMarkdown(`${row.takeover.to} after ${seconds(row.takeover.afterSeconds)}`)
      : escapeMarkdown(row.masters.join(' and ') || (row.group === null ? '' : 'nobody')),
    row.entries ?? '',
    hitCell(row),
    `${escapeMarkdown(row.text)} ${row.because.map((evidence) => `[${numbered.get(reason(evidence))}]`).join(' ')}`.trim(),
  ];
}

function hitCell(row: Row): string {
  const { hitSeconds } = row;
  if (hitSeconds === null) return 'not in the files';
  return hitSeconds[1] === 0 ? 'no' : escapeMarkdown(`${seconds(hitSeconds)}${rangeLabel(row)}`);
}

function list(title: string, because: readonly Evidence[]): string[] {
  return because.length === 0 ? [] : [`## ${title}`, '', ...because.map((evidence) => `- ${reason(evidence)}`), ''];
}

function reason(evidence: Evidence): string {
  const source = sourceLabel(evidence);
  return `${escapeMarkdown(`${evidence.file}:${evidence.line}`)}: ${escapeMarkdown(evidence.text)}${source === '' ? '' : ` (${escapeMarkdown(source)})`}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
