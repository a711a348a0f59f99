// What a check gives, however it was done: plain data for the reports.
import type { Encoding } from '../../model/device';
import type { SectionFacts } from '../../model/lines/matched-line';
import { beginsPrivateKey } from '../../model/lines/private-key';
import { secretsIn, shownRows } from '../../model/secrets';
import { readFile } from '../../workspace/read-file';
import type { NetworkOptions } from '../../model/pairing/find-pairs';
import type { Fix, Rule } from '../../diagnostics/rule';
import type { AcceptedFinding, BaselineEntry, Finding } from '../../workspace/workspace';
import type { Severities } from '../../diagnostics/severities';
import type { Decoded, ListOptions } from '../files';
import type { Io } from '../io';
import type { Problem } from '../problem';
import type { FileRow } from '../reports/file-row';
import type { PairRow } from '../reports/pair-row';

/** What a check is asked for. Without `rules` all run. */
export interface CheckOptions {
  readonly rules?: readonly Rule[];
  readonly network?: NetworkOptions;
  /** Findings accepted by fingerprint. */
  readonly baseline?: readonly BaselineEntry[];
  /** What the settings say about the files that are there. */
  readonly networkFor?: (files: readonly string[]) => NetworkOptions;
  /** How severe rules are here. */
  readonly severities?: Severities;
  /** What the walk leaves alone. */
  readonly list?: ListOptions;
  /** How all files are to be read; without it each as what fits. */
  readonly encoding?: Encoding;
  /** No line that tells how far it is. */
  readonly quiet?: boolean;
}

/**
 * What a check gives, sorted by path and place. Paths are spelled as in `FoundFile`; rows count from 0; `shownRow`
 * masks secrets.
 */
export interface CheckResult {
  readonly files: readonly FileRow[];
  readonly pairs: readonly PairRow[];
  readonly findings: readonly Finding[];
  /** How many files and folders the walk left out because somebody said so. */
  readonly ignored: number;
  /** Paths that do not exist. */
  readonly missing: readonly string[];
  /** Files that were named and are text, but no configuration: nothing was checked in them. */
  readonly nothingIn: readonly FileRow[];
  /** What could not be read or checked. */
  readonly problems: readonly Problem[];
  /** The text of a checked file, one string a row. Never shown as it is. */
  rows(path: string): readonly string[];
  /** A row of a checked file as a report may show it. */
  shownRow(path: string, row: number): string;
  fixes(finding: Finding): readonly Fix[];
  fingerprint(finding: Finding): string;
  /** What `networkFor` gave. */
  readonly network: NetworkOptions;
  /** All that was found, where `findings` holds only a part of it. */
  readonly counted?: readonly Finding[];
  /** What somebody has accepted, and why; in the order of the findings. */
  readonly accepted: readonly AcceptedFinding[];
  /** Entries of the baseline that match nothing any more. */
  readonly unusedBaseline: readonly BaselineEntry[];
}

/** Reads the rows of a file when they are first asked for; none where `read` gives nothing any more. */
export function rowReader(
  read: (path: string) => Uint8Array | undefined,
  decode: (bytes: Uint8Array) => Decoded,
): (path: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (path) => {
    let rows = known.get(path);
    if (!rows) {
      const bytes = read(path);
      rows = bytes ? decode(bytes).text.split(/\r\n|\r|\n/) : [];
      known.set(path, rows);
    }
    return rows;
  };
}

/**
 * Shows rows without their secrets. `factsOf` reads a file: it is asked only where a row could hold one, since most of what is
 * shown could not.
 */
export function shownRowReader(
  rowsOf: (path: string) => readonly string[],
  factsOf: (path: string, rows: readonly string[]) => readonly SectionFacts[],
): (path: string, row: number) => string {
  const known = new Map<string, (row: number) => string>();
  const keys = new Map<string, boolean>();
  const holdsKey = (path: string) => {
    const found = keys.get(path) ?? rowsOf(path).some(beginsPrivateKey);
    keys.set(path, found);
    return found;
  };
  return (path, row) => {
    const rows = rowsOf(path);
    const text = rows[row] ?? '';
    if (secretsIn(text).length === 0 && !holdsKey(path)) return text;
    const shown = known.get(path) ?? shownRows(factsOf(path, rows), rows);
    known.set(path, shown);
    return shown(row);
  };
}

/** What a file says whose rows are known, read for no other use. */
export function factsOfRows(path: string, rows: readonly string[]): readonly SectionFacts[] {
  return readFile(path, rows.join('\n'), 'utf-8').reading.facts;
}

/** The bytes of a file; undefined where it cannot be read. */
export function bytesOf(io: Pick<Io, 'files'>, path: string): Uint8Array | undefined {
  const read = io.files.read(path);
  return read.ok ? read.bytes : undefined;
}

/** Of these rows those of named files in which nothing was checked. An empty file is no mistake; a binary is a problem by itself. */
export function nothingIn(rows: readonly FileRow[], named: readonly string[]): readonly FileRow[] {
  const isNamed = new Set(named);
  return rows.filter(
    ({ path, leftOut }) => isNamed.has(path) && (leftOut === 'no-configuration' || leftOut === 'other-vendor'),
  );
}

/** How many command lines there are, and how many of them match a command of the catalogue. */
export function countedLines(facts: readonly SectionFacts[]): Pick<FileRow, 'commands' | 'recognized'> {
  let commands = 0;
  let recognized = 0;
  for (const section of facts) {
    commands += section.all.length;
    recognized += section.recognized;
  }
  return { commands, recognized };
}

/** How many findings of each severity there are. */
export function counts(findings: readonly Finding[]): {
  errors: number;
  warnings: number;
  information: number;
  hints: number;
} {
  const withSeverity = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: withSeverity('error'),
    warnings: withSeverity('warning'),
    information: withSeverity('information'),
    hints: withSeverity('hint'),
  };
}
