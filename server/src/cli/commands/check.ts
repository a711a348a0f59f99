// Reads what the paths name, checks it all as one network and says what was found in plain data; the reports print it.
import type { SectionFacts } from '../../model/lines/matched-line';
import type { Pair } from '../../model/pairing/pair';
import type { NetworkOptions } from '../../model/pairing/find-pairs';
import { Workspace, type BaselineEntry, type Finding, type WorkspaceOptions } from '../../workspace/workspace';
import type { Fix } from '../../diagnostics/rule';
import type { Source } from '../check/fix';
import type { Decoded, Io } from '../io';
import { looked, lookedAt, type FileRow, type Look } from '../check/probe-file';
import type { PairRow } from '../reports/pair-row';
import { ruleFailed } from '../check/tasks';
import { progress } from '../progress';

export type { FileRow } from '../check/probe-file';

export interface CheckOptions extends WorkspaceOptions {
  /** Keep what was read, for fixes. */
  readonly keepSources?: boolean;
  /** What the settings say about the files that are there. */
  readonly settle?: (files: readonly string[]) => NetworkOptions;
  /** How all files are to be read; without it each as what fits. */
  readonly encoding?: Decoded['encoding'];
  /** No line that tells how far it is. */
  readonly quiet?: boolean;
}

export interface CheckResult {
  readonly files: readonly FileRow[];
  readonly pairs: readonly PairRow[];
  readonly findings: readonly Finding[];
  /** Paths that do not exist. */
  readonly missing: readonly string[];
  /** What could not be read, as sentences. */
  readonly failures: readonly string[];
  /** The text of a checked file, one string a row; for showing lines. */
  rows(path: string): readonly string[];
  /** What a checked file says, section by section; nothing where the files were checked in parts. */
  facts(path: string): readonly SectionFacts[];
  fixes(finding: Finding): readonly Fix[];
  fingerprint(finding: Finding): string;
  /** What `settle` gave. */
  readonly network: NetworkOptions;
  /** All that was found, where `findings` holds only a part of it. */
  readonly counted?: readonly Finding[];
  /** With `keepSources`: the VRP files as they were read. */
  readonly sources: readonly Source[];
  /** Entries of the baseline that match nothing any more. */
  readonly unusedBaseline: readonly BaselineEntry[];
}

/** Of files that were checked in one piece. */
export interface WholeCheck extends CheckResult {
  readonly pairs: readonly Pair[];
}

const stdinName = '<stdin>';

/** `options` are the workspace's; failures of rules are added to the result. */
export function check(paths: readonly string[], io: Io, options: CheckOptions = {}): WholeCheck {
  const failures: string[] = [];
  const told = progress(options.quiet ? { error: io.error } : io);
  const decode = (bytes: Uint8Array) => io.decode(bytes, options.encoding);
  const sources: Source[] = [];
  const workspace = new Workspace({ ...options, report: (rule, error) => failures.push(ruleFailed(rule, error)) });
  const rows: FileRow[] = [];
  const shown = new Map<string, readonly string[]>();
  const { found, missing, unreadable } = io.files.list(paths.filter((path) => path !== '-'));
  for (const { path, reason } of unreadable) failures.push(`${path}: ${reason}`);

  const take = (path: string, { row, failure, decoded, bytes }: Look) => {
    if (failure !== undefined) failures.push(failure);
    if (row) rows.push(row);
    if (!decoded || !bytes) return;
    const { text, encoding } = decoded;
    // Who names the encoding knows it: nothing is uncertain about the file then.
    workspace.setClosed(path, text, options.encoding ? 'utf-8' : encoding);
    if (options.keepSources) sources.push({ path, bytes, decoded });
    rows.push({ path, device: '', vrp: true, lines: 0, recognized: 0, syntaxErrors: workspace.syntaxErrors(path) });
  };
  if (paths.includes('-')) take(stdinName, lookedAt(stdinName, true, io.stdin(), decode));
  for (const [index, { path, named }] of found.entries()) {
    told.tell(`reading ${index + 1} of ${found.length} files`);
    take(path, looked(path, named, io, options.encoding));
  }
  told.tell(`checking ${workspace.fileNames().length} devices`);
  const settled = options.settle?.(workspace.fileNames()) ?? options.network ?? {};
  workspace.setOptions({ network: settled, baseline: options.baseline });
  const findings = workspace.allFindings();
  told.done();
  const files = rows.map((row) => {
    const snapshot = row.vrp ? workspace.snapshot(row.path) : undefined;
    if (!snapshot) return row;
    return {
      ...row,
      device: snapshot.device.name,
      lines: snapshot.device.rows,
      recognized: snapshot.facts.reduce((sum, facts) => sum + facts.recognized, 0),
    };
  });
  return {
    files,
    pairs: workspace.network().pairs,
    findings,
    network: settled,
    missing,
    failures,
    sources,
    unusedBaseline: workspace.unusedBaseline(),
    facts: (path) => workspace.snapshot(path)?.facts ?? [],
    fixes: (one) => workspace.fixesOf(one),
    fingerprint: (one) => workspace.fingerprintOf(one),
    rows(path) {
      let lines = shown.get(path);
      if (!lines) {
        const read = path === stdinName ? { ok: true as const, bytes: io.stdin() } : io.files.read(path);
        lines = read.ok ? decode(read.bytes).text.split(/\r\n|\r|\n/) : [];
        shown.set(path, lines);
      }
      return lines;
    },
  };
}

export function counts(findings: readonly Finding[]): {
  errors: number;
  warnings: number;
  information: number;
  hints: number;
} {
  const of = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), information: of('information'), hints: of('hint') };
}
