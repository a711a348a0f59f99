// `.vrp-baseline.json`: findings a person has accepted, by fingerprints that survive moved lines, each with the reason.
import { readJson } from '../text/json';
import type { BaselineEntry, Finding } from './workspace';

export const baselineName = '.vrp-baseline.json';

export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  /** Why the file could not be used. */
  readonly problem?: string;
}

export function readBaseline(text: string): Baseline {
  const json = readJson(text);
  if ('problem' in json) return { entries: [], problem: json.problem };
  const accepted = (json.value as { accepted?: unknown } | null)?.accepted;
  if (!Array.isArray(accepted)) return { entries: [], problem: 'holds no list "accepted"' };
  const entries = accepted.filter((one): one is BaselineEntry => typeof one?.fingerprint === 'string' && typeof one.rule === 'string' && typeof one.reason === 'string');
  return entries.length === accepted.length ? { entries } : { entries, problem: 'holds entries without fingerprint, rule or reason' };
}

export function writtenBaseline(entries: readonly BaselineEntry[]): string {
  const accepted = [...entries].sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.fingerprint < b.fingerprint ? -1 : 1))
    .map(({ fingerprint, rule, reason }) => ({ fingerprint, rule, reason }));
  return `${JSON.stringify({ schemaVersion: 1, accepted }, null, 2)}\n`;
}

/** A reason as it may stand in one line of any file. */
export function oneLine(reason: string): string {
  return reason.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, ' ').trim();
}

/** The file's text with one more entry; an entry of the same fingerprint gives way. Undefined where the text is broken. */
export function withEntry(text: string | undefined, entry: BaselineEntry): string | undefined {
  const { entries, problem } = text === undefined || text.trim() === '' ? { entries: [] } as Baseline : readBaseline(text);
  return problem === undefined ? writtenBaseline([...entries.filter((one) => one.fingerprint !== entry.fingerprint), entry]) : undefined;
}

/** The entries kept and one for each finding that has none yet. */
export function withFindings(entries: readonly BaselineEntry[], findings: readonly Finding[], fingerprintOf: (finding: Finding) => string, reason: string): BaselineEntry[] {
  const all = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  for (const finding of findings) {
    const fingerprint = fingerprintOf(finding);
    if (!all.has(fingerprint)) all.set(fingerprint, { fingerprint, rule: finding.rule, reason });
  }
  return [...all.values()];
}
