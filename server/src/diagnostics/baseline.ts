// `.vrp-baseline.json`: findings a person has accepted, by fingerprints that survive moved lines, each with the reason.
import type { Device } from '../model/device';
import { compareTexts } from '../text/compare-texts';
import type { FileProblem } from '../text/file-problem';
import { readJson } from '../text/json';
import { printableJson } from '../text/sanitize';
import type { Finding } from './findings';
import type { BaselineEntry } from './suppressions';

/** The file with the accepted findings of a folder. */
export const baselineName = '.vrp-baseline.json';

/** What a baseline file says, and what of it could not be read. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  /** Why the file could not be used. */
  readonly problem?: FileProblem<'not-json' | 'no-entries' | 'broken-entries'>;
}

/** Reads the text of a baseline file. Entries that make no sense are named among the problems, never thrown. */
export function readBaseline(text: string): Baseline {
  const json = readJson(text);
  if ('problem' in json) return { entries: [], problem: json.problem };
  const accepted = (json.value as { accepted?: unknown } | null)?.accepted;
  if (!Array.isArray(accepted))
    return { entries: [], problem: { code: 'no-entries', message: 'holds no list "accepted"' } };
  const entries = accepted.filter(isEntry).map((entry) => ({ ...entry, reason: oneLine(entry.reason) }));
  if (entries.length === accepted.length) return { entries };
  return { entries, problem: { code: 'broken-entries', message: 'holds entries without fingerprint, rule or reason' } };
}

function isEntry(value: unknown): value is BaselineEntry {
  const { fingerprint, rule, reason, devices } = (value ?? {}) as Record<string, unknown>;
  return (
    [fingerprint, rule, reason].every((text) => typeof text === 'string') &&
    (devices === undefined || (Array.isArray(devices) && devices.every((name) => typeof name === 'string')))
  );
}

/** The text of a baseline file, an entry a line, in an order that does not depend on who wrote it. */
export function writtenBaseline(entries: readonly BaselineEntry[]): string {
  const accepted = [...entries]
    .sort((a, b) => compareTexts(a.rule, b.rule) || compareTexts(a.fingerprint, b.fingerprint))
    .map(({ fingerprint, rule, reason, devices }) => ({ fingerprint, rule, reason, ...(devices ? { devices } : {}) }));
  return `${printableJson({ schemaVersion: 1, accepted })}\n`;
}

/** A reason as it may stand in one line of any file. */
export function oneLine(reason: string): string {
  return reason.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, ' ').trim();
}

/** The file's text with one more entry; an entry of the same fingerprint gives way. Undefined where the text is broken. */
export function withEntry(text: string | undefined, entry: BaselineEntry): string | undefined {
  const { entries, problem } =
    text === undefined || text.trim() === '' ? ({ entries: [] } as Baseline) : readBaseline(text);
  return problem === undefined
    ? writtenBaseline([...entries.filter((baselineEntry) => baselineEntry.fingerprint !== entry.fingerprint), entry])
    : undefined;
}

type PairFiles = { readonly [side in 'a' | 'b']: Pick<Device, 'file'> };

/** The entry that accepts a finding. Where one device alone seems to be at fault, its peers were looked at too. */
export function acceptedBy(
  finding: Finding,
  fingerprint: string,
  reason: string,
  pairs: readonly PairFiles[],
  nameOf: (file: string) => string | undefined,
): BaselineEntry {
  const { file, peer, also } = finding;
  const peers = peer ? [peer.file] : peersOf(file, pairs);
  const devices = new Set([file, ...peers, ...also.map((spot) => spot.file)].flatMap((text) => nameOf(text) ?? []));
  return { fingerprint, rule: finding.rule, reason: oneLine(reason), devices: [...devices].sort() };
}

/** The files of the devices with which a device is in a pair. */
function peersOf(file: string, pairs: readonly PairFiles[]): string[] {
  return pairs.flatMap(({ a, b }) => {
    if (a.file === file) return [b.file];
    return b.file === file ? [a.file] : [];
  });
}
