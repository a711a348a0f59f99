// The only state: which files are there (`file-store.ts`), what was read of them (`analysis.ts`), what was found (`finding-store.ts`).
// Everything it hands out is plain data made by pure functions; what did not change is not read again.
import type { Device, Encoding } from '../model/device';
import type { SectionFacts } from '../model/lines/matched-line';
import type { Network } from '../model/pairing/network';
import type { Pair } from '../model/pairing/pair';
import {
  sameEverywhere,
  severitySetting,
  switchedOn,
  type FolderSeverities,
  type Severities,
} from '../diagnostics/severities';
import { sameLists } from '../text/collections';
import type { NetworkOptions } from '../model/pairing/find-pairs';
import type { Range } from '../text/range';
import type { Slices } from '../text/slices';
import { rules as allRules } from '../rules/registry';
import type { Fix, Rule } from '../diagnostics/rule';
import type { ErrorReport, Finding } from '../diagnostics/findings';
import { runner, type RunCounts, type Runner } from '../diagnostics/rule-runner';
import type { BaselineEntry } from '../diagnostics/suppressions';
import type { OpenText } from '../syntax/document';
import { Analysis } from './analysis';
import { FileStore } from './file-store';
import { FindingStore, type AcceptedFinding, type SettingIn } from './finding-store';
import type { ReadFile } from './read-file';
import type { ShownFinding } from './shown-findings';

export type { Finding, Spot } from '../diagnostics/findings';
export type { AcceptedFinding } from './finding-store';
export type { BaselineEntry } from '../diagnostics/suppressions';
export type { ShownFinding } from './shown-findings';

/**
 * What the workspace knows of a file. It holds until the next change of any file: its places move with the rows, and the next reading
 * goes on from its facts. Answers are made of it at once and are values themselves; nothing keeps it.
 */
export interface Snapshot {
  readonly file: string;
  /** Only while the document is open. */
  readonly text?: OpenText;
  readonly device: Device;
  readonly facts: readonly SectionFacts[];
  readonly peers: readonly Pair[];
  readonly network: Network;
}

/** How a workspace judges: settings, severities, limits. */
export interface WorkspaceOptions {
  /** All that are not off by default, where they are not named. */
  readonly rules?: readonly Rule[];
  readonly network?: NetworkOptions;
  /** Findings accepted by fingerprint. */
  readonly baseline?: readonly BaselineEntry[];
  /** How severe rules are here; of a rule that is off nothing is told. */
  readonly severities?: Severities;
  /** The same, where folders say different things. */
  readonly folderSeverities?: FolderSeverities;
  /** Hears of a rule whose check or fix threw, once each. */
  readonly report?: ErrorReport;
  /** A snapshot throws a `StaleSnapshotError` when it is read after a change; for tests. */
  readonly strict?: boolean;
}

function severitiesIn({
  severities = {},
  folderSeverities = sameEverywhere(severities),
}: Pick<WorkspaceOptions, 'severities' | 'folderSeverities'>): FolderSeverities {
  return folderSeverities;
}

/** The fix of a rule may throw at each of its findings. */
function reportOnce(report: ErrorReport): ErrorReport {
  const reported = new Set<string>();
  return (rule, error) => {
    if (reported.has(rule)) return;
    reported.add(rule);
    report(rule, error);
  };
}

/** A snapshot was asked after the change that ended it. */
export class StaleSnapshotError extends Error {
  override readonly name = 'StaleSnapshotError';
  constructor(file: string, field: string) {
    super(`${field} of the snapshot of ${file} was read after a change`);
  }
}

/** All that is known of a set of files: the one place with state. Editor, command line and tests ask it. */
export class Workspace {
  private readonly files = new FileStore();
  private readonly analysis: Analysis;
  private readonly found: FindingStore;

  private runner: Runner;
  private readonly strict: boolean;
  private readonly report: NonNullable<WorkspaceOptions['report']>;
  /** Rules that run whatever the settings say; undefined where it is theirs to say. */
  private readonly namedRules: readonly Rule[] | undefined;
  private running: readonly Rule[];

  constructor(options: WorkspaceOptions = {}) {
    const { rules, network = {}, baseline = [], report = () => undefined, strict = false } = options;
    this.strict = strict;
    this.report = report;
    this.namedRules = rules;
    const severities = severitiesIn(options);
    this.running = this.rulesFor(severities);
    this.runner = runner(this.running, report);
    this.analysis = new Analysis(this.files, this.runner, network);
    this.found = new FindingStore(this.files, this.analysis, this.suppressionRunner(), baseline, reportOnce(report));
    this.found.setSeverities(this.settings(severities));
  }

  /** What a person settled about the files, where it became known or changed later. All is checked again. */
  setOptions(options: Pick<WorkspaceOptions, 'network' | 'baseline' | 'severities' | 'folderSeverities'>): void {
    const severities = severitiesIn(options);
    const rules = this.rulesFor(severities);
    if (!sameLists(rules, this.running, (rule, other) => rule === other)) {
      this.running = rules;
      this.runner = runner(rules, this.report);
      this.analysis.setRunner(this.runner);
      this.found.setSuppressionRunner(this.suppressionRunner());
    }
    this.analysis.setNetworkOptions(options.network ?? {});
    this.found.setSeverities(this.settings(severities));
    this.found.setBaseline(options.baseline ?? []);
  }

  /** A rule that is off by default runs where some folder switches it on. */
  private rulesFor(severities: FolderSeverities): readonly Rule[] {
    const on = switchedOn(severities.all);
    return this.namedRules ?? allRules.filter((rule) => !rule.off || on.has(rule.id));
  }

  private suppressionRunner(): Runner {
    return runner(
      this.running.filter((rule) => rule.id === 'suppression-unused'),
      this.report,
    );
  }

  private settings(severities: FolderSeverities): SettingIn {
    const isNamed = this.namedRules !== undefined;
    const offByDefault = new Set(isNamed ? [] : allRules.flatMap((rule) => (rule.off ? [rule.id] : [])));
    return (file, rule) => severitySetting(severities.of(file), rule) ?? (offByDefault.has(rule) ? 'off' : undefined);
  }

  /** A document was opened; from now on `change` keeps it up to date. */
  open(file: string, text: string): void {
    this.files.open(file, text);
  }

  /** A long document was opened: it is read and judged in slices of about so many rows, and is here behind the last one. */
  *openInSlices(file: string, text: string, rowsAtOnce: number): Slices<void> {
    const stored = yield* this.files.readInSlices(file, text, rowsAtOnce);
    let isTaken = false;
    try {
      yield* this.analysis.judgeInSlices(stored, rowsAtOnce);
      this.files.take(stored);
      isTaken = true;
    } finally {
      if (!isTaken) stored.text.close();
    }
  }

  /** An edit of an open document; without `range` the whole text is replaced. */
  change(file: string, range: Range | undefined, newText: string): void {
    this.files.change(file, range, newText);
  }

  /** What the first edit of an open text needs, made before it. */
  prepare(): void {
    this.files.prepare();
  }

  /** The document was closed; `closedText` is what is on disk, or undefined when the file is gone. */
  close(file: string, closedText: string | undefined): void {
    if (closedText === undefined) this.removeClosed(file);
    else this.setClosed(file, closedText);
  }

  /** A file that no editor holds. `encoding` as it was decoded; it is a fact of the device. */
  setClosed(file: string, text: string, encoding: Encoding = 'utf-8'): void {
    this.files.setClosed(file, text, encoding);
  }

  /** A file that no editor holds, read elsewhere. */
  adopt(read: ReadFile): void {
    this.files.adopt(read);
  }

  removeClosed(file: string): void {
    this.files.remove(file);
  }

  /** How much the rules ran since the workspace was made; only runs with a cache, those after edits, are counted. */
  runCounts(): RunCounts {
    return { ...this.runner.counts };
  }

  /** All files, in no order that means anything. */
  fileNames(): readonly string[] {
    return this.files.names();
  }

  has(file: string): boolean {
    return this.files.has(file);
  }

  isOpen(file: string): boolean {
    return this.files.get(file)?.text !== undefined;
  }

  /** Of an open document. */
  text(file: string): string | undefined {
    return this.files.get(file)?.text?.text;
  }

  /** Of an open document, without its line end; undefined where there is no such row. */
  rowText(file: string, row: number): string | undefined {
    const text = this.files.get(file)?.text;
    return text && row < text.rows ? text.lineText(row) : undefined;
  }

  /** Of an open document. */
  rowCount(file: string): number | undefined {
    return this.files.get(file)?.text?.rows;
  }

  /** How many there are in a file that no editor holds. */
  syntaxErrors(file: string): number {
    return this.files.get(file)?.syntaxErrors ?? 0;
  }

  /** What is asked while someone types needs no findings, and the rules take longer than all else: they do not run here. */
  snapshot(file: string): Snapshot | undefined {
    const stored = this.files.get(file);
    if (!stored) return undefined;
    const network = this.analysis.network();
    const { device, facts } = stored.reading;
    const snapshot: Snapshot = {
      file,
      text: stored.text,
      device,
      facts,
      network,
      peers: this.analysis.pairsOf(file),
    };
    return this.strict ? this.guarded(snapshot) : snapshot;
  }

  /** The snapshot until the next change. */
  private guarded(snapshot: Snapshot): Snapshot {
    const { changeCount } = this.files;
    return new Proxy(snapshot, {
      get: (target, field) => {
        if (this.files.changeCount !== changeCount) throw new StaleSnapshotError(target.file, String(field));
        return target[field as keyof Snapshot];
      },
    });
  }

  network(): Network {
    return this.analysis.network();
  }

  /** What one file shows, in order. */
  findings(file: string): readonly ShownFinding[] {
    return this.found.inFile(file);
  }

  /** Each fault once, over all files, in order. */
  allFindings(): readonly Finding[] {
    return this.found.all();
  }

  /** The files whose findings changed since the last call; an empty list clears. */
  check(): ReadonlyMap<string, readonly ShownFinding[]> {
    return this.found.changed();
  }

  /** The fixes of one finding that `allFindings` gave. */
  fixesOf(finding: Finding): readonly Fix[] {
    return this.found.fixesOf(finding);
  }

  /** What stays the same about a finding that `allFindings` gave while lines come and go around it. */
  fingerprintOf(finding: Finding): string {
    return this.found.fingerprintOf(finding);
  }

  /** What somebody has accepted, each once; `allFindings` leaves it out. */
  acceptedFindings(): readonly AcceptedFinding[] {
    return this.found.accepted();
  }

  /** Entries of the baseline that no finding matches any more. */
  unusedBaseline(): readonly BaselineEntry[] {
    return this.found.unusedBaseline();
  }

  /** The fixes of all findings that `file` shows in `range`, its mirrored ones included. */
  fixes(file: string, range: Range): readonly { finding: Finding; fix: Fix }[] {
    return this.found.fixesIn(file, range);
  }

  /** All findings that `file` shows in `range`, its mirrored ones included, as `allFindings` gives them. */
  findingsIn(file: string, range: Range): readonly Finding[] {
    return this.found.inRange(file, range);
  }
}
