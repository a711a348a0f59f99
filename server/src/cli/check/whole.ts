// Checks what the paths name in one piece, as one network: for fixes, for standard input, and for commands that need the devices.
import type { SectionFacts } from '../../model/lines/matched-line';
import type { Pair } from '../../model/pairing/pair';
import { Workspace } from '../../workspace/workspace';
import type { Io } from '../io';
import { ruleFailed, type Problem } from '../problem';
import { progress } from '../progress';
import type { FileRow } from '../reports/file-row';
import type { Source } from './fix';
import { probeBytes, probeFile, type FileProbe } from './probe-file';
import {
  bytesOf,
  countedLines,
  nothingIn,
  rowReader,
  shownRowReader,
  type CheckOptions,
  type CheckResult,
} from './result';

/** Options of a check in one piece. */
export interface WholeCheckOptions extends CheckOptions {
  /** Keep what was read, for fixes. */
  readonly keepSources?: boolean;
}

/** Of files that were checked in one piece. */
export interface WholeCheck extends CheckResult {
  readonly pairs: readonly Pair[];
  /** What a checked file says, section by section. */
  facts(path: string): readonly SectionFacts[];
  /** With `keepSources`: the VRP files as they were read. */
  readonly sources: readonly Source[];
}

/** What standard input, `-` among the paths, is called in reports. */
export const stdinName = '<stdin>';

/** What cannot be read, and rules that fail, are problems of the result. */
export function checkWhole(
  paths: readonly string[],
  io: Pick<Io, 'files' | 'decode' | 'stdin' | 'error' | 'terminal'>,
  options: WholeCheckOptions = {},
): WholeCheck {
  const problems: Problem[] = [];
  const progressLine = progress(options.quiet ? { error: io.error } : io);
  const decode = (bytes: Uint8Array) => io.decode(bytes, options.encoding);
  const listing = io.files.list(
    paths.filter((path) => path !== '-'),
    options.list,
  );
  for (const { path, reason } of listing.unreadable) problems.push({ code: 'unreadable', file: path, message: reason });

  const workspace = new Workspace({ ...options, report: (rule, error) => problems.push(ruleFailed(rule, error)) });
  const sources: Source[] = [];
  const rows: FileRow[] = [];
  const take = (path: string, { row, problem, decoded, bytes }: FileProbe) => {
    if (problem) problems.push(problem);
    if (row) rows.push(row);
    if (!decoded || !bytes) return;
    // Who names the encoding knows it: nothing is uncertain about the file then.
    workspace.setClosed(path, decoded.text, options.encoding ? 'utf-8' : decoded.encoding);
    if (options.keepSources) sources.push({ path, bytes, decoded });
    rows.push(unreadRow(path, workspace.syntaxErrors(path)));
  };
  if (paths.includes('-')) take(stdinName, probeBytes(stdinName, true, io.stdin(), decode));
  for (const [index, { path, named }] of listing.found.entries()) {
    progressLine.show(`reading ${index + 1} of ${listing.found.length} files`);
    take(path, probeFile(path, named, io, options.encoding));
  }
  progressLine.show(`checking ${workspace.fileNames().length} devices`);
  const network = options.networkFor?.(workspace.fileNames()) ?? options.network ?? {};
  workspace.setOptions({ network, baseline: options.baseline, severities: options.severities });
  const findings = workspace.allFindings();
  progressLine.clear();

  const rowsOf = rowReader((path) => (path === stdinName ? io.stdin() : bytesOf(io, path)), decode);
  const facts = (path: string) => workspace.snapshot(path)?.facts ?? [];
  return {
    files: rows.map((row) => completeRow(row, workspace)),
    pairs: workspace.network().pairs,
    findings,
    network,
    ignored: listing.ignored,
    missing: listing.missing,
    nothingIn: nothingIn(rows, [stdinName, ...listing.found.filter(({ named }) => named).map(({ path }) => path)]),
    problems,
    sources,
    accepted: workspace.acceptedFindings(),
    unusedBaseline: workspace.unusedBaseline(),
    facts,
    fixes: (finding) => workspace.fixesOf(finding),
    fingerprint: (finding) => workspace.fingerprintOf(finding),
    rows: rowsOf,
    shownRow: shownRowReader(rowsOf, facts),
  };
}

/** Of a configuration, before the rest of it is known. */
function unreadRow(path: string, syntaxErrors: number): FileRow {
  return { path, device: '', vrp: true, lines: 0, commands: 0, recognized: 0, syntaxErrors };
}

/** With what is known of a configuration once it has been read. */
function completeRow(row: FileRow, workspace: Workspace): FileRow {
  const snapshot = row.vrp ? workspace.snapshot(row.path) : undefined;
  if (!snapshot) return row;
  return {
    ...row,
    device: snapshot.device.name,
    lines: snapshot.device.rows,
    ...countedLines(snapshot.facts),
  };
}
