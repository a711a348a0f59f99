// A rehearsal as text, all of it but what hangs on positions in memory: a row of the matrix a block, a moment a line.
import type {
  Evidence,
  GroupFacts,
  Moment,
  Rehearsal,
  Row,
  Span,
} from '../../server/src/failover/simulation/rehearsal';

/** The groups, the rows of the matrix with their reasons, and what is told beside them. */
export function rehearsalText(rehearsal: Rehearsal): string[] {
  const { groups, rows, unknown, unprotected, standing, courses } = rehearsal;
  const reasons = new Set(rows.flatMap(({ because }) => because.map((one) => `reason ${evidenceText(one)}`)));
  return [
    ...groups.map(groupText),
    ...rows.flatMap((row) => rowText(row, filesOf(rehearsal))),
    ...reasons,
    ...momentsText(rehearsal),
    ...courses.flatMap(({ condition, moments }) => [`course: ${condition}`, ...moments.map(momentText)]),
    ...unknown.map((one) => `unknown ${evidenceText(one)}`),
    ...unprotected.map((one) => `unprotected ${evidenceText(one)}`),
    ...standing.map((one) => `standing ${evidenceText(one)}`),
  ];
}

/** Why each row is as it is, and what is told beside the rows; each line once. */
export function reasonsText({ rows, unknown, unprotected, standing }: Rehearsal): string[] {
  return [
    ...new Set([...rows.flatMap(({ because }) => because), ...unknown, ...unprotected, ...standing].map(evidenceText)),
  ];
}

/** The timeline alone. */
export function momentsText({ moments }: Rehearsal): string[] {
  return moments.map(momentText);
}

function groupText(group: GroupFacts, index: number): string {
  const { places, ...facts } = group;
  const lines = Object.values(places).map(({ anchor, row }) => `${anchor.file}:${anchor.row + row + 1}`);
  return `group ${index} ${lines.join(' ')} ${JSON.stringify(facts)}`;
}

/** The files of both devices; their rows are named by `A` and `B`, since the reasons stand below in full. */
function filesOf({ groups, devices }: Rehearsal): readonly (string | undefined)[] {
  return devices.map((device) => groups[0]?.places[device]?.anchor.file);
}

function rowText(row: Row, files: readonly (string | undefined)[]): string[] {
  const reasons = row.because.map(({ file, line }) => `${'AB'[files.indexOf(file)] ?? file}${line}`);

  const { takeover, range, hitSeconds, maxHitSeconds, outages } = row;
  const users = [...row.services, ...row.bound].join(', ');
  const head = [
    `${row.event}${row.device === null ? '' : ` ${row.device}`}${row.part === undefined ? '' : ` ${row.part}`}@${row.at}`,
    `group ${row.group}${row.eTrunk ? ` E-Trunk ${row.eTrunk.id} ${row.eTrunk.trunks}` : ''}${users === '' ? '' : ` (${users})`}`,
    row.outcome,
    `entries ${row.entries}`,
    `masters ${row.masters.join(' ') || 'none'}`,
    ...(takeover ? [`${takeover.to} after ${spanText(takeover.afterSeconds)}`] : []),
    ...(range ? [`range ${range.kind}: ${range.text}`] : []),
    `hit ${hitSeconds ? spanText(hitSeconds) : 'open'} of ${maxHitSeconds}`,
    ...outages.map(
      ({ from, to, certain, partition }) =>
        `outage ${spanText(from)} to ${to ? spanText(to) : 'open'}${certain ? '' : ' perhaps'}${partition === undefined ? '' : ` at ${partition}`}`,
    ),
  ];
  return [head.join('; '), `  ${row.text}`, `  because ${reasons.join(' ')}`];
}

function momentText({ at, lane, device, group, services, role, range, entries, text, because }: Moment): string {
  const what = [device, group, services?.join('+'), role, entries, range?.kind].filter((one) => one !== undefined);
  const lines = because.map(({ file, line }) => `${file}:${line}`);
  return `  at ${spanText(at)} ${lane} ${what.join(' ')}: ${text}${lines.length === 0 ? '' : ` (${lines.join(', ')})`}`;
}

function evidenceText({ file, line, rule, source, text }: Evidence): string {
  return `${file}:${line} ${rule ?? '-'} [${source}] ${text}`;
}

function spanText([from, to]: Span): string {
  return from === to ? String(from) : `${from}-${to}`;
}
