// The rehearsal as JSON: the keys of the conventions, with what else is known beside them. Lines from 1, seconds with two decimals.
import { printableJson } from '../../text/sanitize';
import type { Evidence, GroupFacts, Moment, Outage, Rehearsal, Row, Span } from '../simulation/rehearsal';
import { outcomes } from '../judgement/outcomes';
import { rounded } from '../simulation/timers';
import { hitsOf } from './hits';

/** The rehearsal as JSON, as `--format json` prints it. */
export function failoverJson(rehearsal: Rehearsal, files: readonly [string, string], why: readonly string[]): string {
  return `${printableJson(failoverReport(rehearsal, files, why))}\n`;
}

/** The same as data, with seconds as numbers and places as file and line. */
export function failoverReport(rehearsal: Rehearsal, files: readonly [string, string], why: readonly string[]): object {
  return {
    schemaVersion: 1,
    devices: rehearsal.devices,
    files,
    why,
    groups: rehearsal.groups.map(jsonGroup),
    rows: rehearsal.rows.map(jsonRow),
    // A matrix is many runs: it has no one timeline.
    ...(rehearsal.events.length > 0 ? timelines(rehearsal) : {}),
    unknown: rehearsal.unknown.map(jsonEvidence),
    unprotected: rehearsal.unprotected.map(jsonEvidence),
    standing: rehearsal.standing.map(jsonEvidence),
    summary: Object.fromEntries(
      outcomes.map((outcome) => [outcome, rehearsal.rows.filter((row) => row.outcome === outcome).length]),
    ),
  };
}

/** What happens, and what may happen instead to some groups. */
function timelines({ moments, courses, rows }: Rehearsal): object {
  return {
    moments: moments.map(jsonMoment),
    hits: hitsOf({ rows }).map((hit) => ({ ...hit, from: span(hit.from), to: hit.to && span(hit.to) })),
    courses: courses.map((course) => ({ condition: course.condition, moments: course.moments.map(jsonMoment) })),
  };
}

function jsonGroup(group: GroupFacts): object {
  return {
    vrid: group.vrid,
    family: group.family,
    ...(group.eTrunk ? { eTrunk: group.eTrunk } : {}),
    interface: group.interface,
    roles: group.roles,
    priorities: group.priorities,
    masterDownSeconds: Object.fromEntries(
      Object.entries(group.masterDownSeconds).map(([device, value]) => [device, rounded(value)]),
    ),
    virtualAddresses: group.virtualAddresses,
    services: group.services,
    hotBackup: group.hotBackup,
    follows: group.follows ?? null,
  };
}

function jsonRow(row: Row): object {
  return {
    event: row.event,
    device: row.device,
    part: row.part ?? null,
    at: rounded(row.at),
    group: row.group,
    vrid: row.vrid,
    family: row.family,
    ...(row.eTrunk ? { eTrunk: row.eTrunk } : {}),
    takeover: row.takeover && { to: row.takeover.to, afterSeconds: span(row.takeover.afterSeconds) },
    range: row.range,
    entries: row.entries,
    outcome: row.outcome,
    services: row.services,
    bound: row.bound,
    masters: row.masters,
    hitSeconds: row.hitSeconds && span(row.hitSeconds),
    maxHitSeconds: rounded(row.maxHitSeconds),
    outages: row.outages.map(jsonOutage),
    text: row.text,
    because: row.because.map(jsonEvidence),
  };
}

function jsonOutage({ from, to, certain, partition }: Outage): object {
  return { from: span(from), to: to && span(to), certain, ...(partition === undefined ? {} : { half: partition }) };
}

function jsonMoment(moment: Moment): object {
  return {
    at: span(moment.at),
    lane: moment.lane,
    device: moment.device ?? null,
    group: moment.group ?? null,
    services: moment.services ?? [],
    role: moment.role ?? null,
    range: moment.range?.kind ?? null,
    entries: moment.entries ?? null,
    text: moment.text,
    because: moment.because.map(jsonEvidence),
  };
}

function jsonEvidence({ file, line, rule, source, text }: Evidence): object {
  return { file, line, rule, source, text };
}

function span([earliest, latest]: Span): [number, number] {
  return [rounded(earliest), rounded(latest)];
}
