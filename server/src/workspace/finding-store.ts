// What was found: put in order for each group of files that pairs or findings connect, without what a person has accepted, and shown in
// every file it speaks of.
import type { SectionFacts } from '../model/lines/matched-line';
import type { Pair } from '../model/pairing/pair';
import { rangeOf, type Anchor, type Place } from '../model/place';
import { keysOn, maskedSentence } from '../model/secrets';
import { fingerprint, lineAt, lineOf } from '../diagnostics/fingerprint';
import type { Fix, RawFinding } from '../diagnostics/rule';
import {
  deduplicated,
  finding,
  fixable,
  fixesOf,
  inOrder,
  type ErrorReport,
  type Finding,
} from '../diagnostics/findings';
import type { Runner, RuleResult } from '../diagnostics/rule-runner';
import type { SeveritySetting } from '../diagnostics/severities';
import { withoutAccepted, type Accepted, type BaselineEntry } from '../diagnostics/suppressions';
import { push } from '../text/collections';
import { connectedComponents } from '../text/connected-components';
import { memoizeByObject } from '../text/memoize';
import type { Range } from '../text/range';
import { filesOf, type Analysis, type AnalysisChanges } from './analysis';
import type { FileStore } from './file-store';
import { sameFindings, shownByFile, standsIn, type ShownFinding } from './shown-findings';

/** A finding that is not shown, since somebody has accepted it. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly fingerprint: string;
  readonly by: Accepted['by'];
  readonly reason: string;
}

/** What is set for a rule in a file; undefined where that is left to the rule. */
export type SettingIn = (file: string, rule: string) => SeveritySetting | undefined;

/** Files that findings connect: what is found in one of them can silence or repeat what is found in another. */
interface Cluster {
  readonly files: readonly string[];
  readonly findings: readonly RuleResult[];
  readonly accepted: readonly Accepted[];
  /** Fingerprints of the baseline that were met. */
  readonly usedBaseline: ReadonlySet<string>;
}

/** Every method first brings the findings up to date with the texts; that does nothing when nothing changed. */
export class FindingStore {
  private clusters = new Map<string, Cluster>();
  private readonly clusterOf = new Map<string, Cluster>();
  /** Files that findings across the network connect, when they were last clustered. */
  private links = '';
  private readonly shown = new Map<string, readonly ShownFinding[]>();
  private baseline: ReadonlyMap<string, BaselineEntry>;
  private settingIn: SettingIn = () => undefined;
  /** What `changed` gave last, and the files for which that may not hold any more. */
  private readonly published = new Map<string, readonly ShownFinding[]>();
  private readonly unpublished = new Set<string>();

  /** Of each finding its sentences as they may be shown. */
  private readonly sentences = new WeakMap<RawFinding<unknown>, (sentence: string) => string>();

  /** `suppressionRunner` tells of marks in vain; empty where that rule does not run. */
  constructor(
    private readonly files: FileStore,
    private readonly analysis: Analysis,
    private suppressionRunner: Runner,
    baseline: readonly BaselineEntry[],
    private readonly report: ErrorReport,
  ) {
    this.baseline = byFingerprint(baseline);
  }

  /** All files are clustered anew when the network is. */
  setBaseline(baseline: readonly BaselineEntry[]): void {
    this.baseline = byFingerprint(baseline);
    this.clusters.clear();
  }

  /** How severe rules are in each file; the findings of a rule that is off there are not there, whoever accepted them. */
  setSeverities(settingIn: SettingIn): void {
    this.settingIn = settingIn;
    this.clusters.clear();
  }

  setSuppressionRunner(suppressionRunner: Runner): void {
    this.suppressionRunner = suppressionRunner;
    this.clusters.clear();
  }

  /** What one file shows. */
  inFile(file: string): readonly ShownFinding[] {
    this.refresh();
    return this.shown.get(file) ?? [];
  }

  /** Each fault once, over all files, in order. */
  all(): readonly Finding[] {
    this.refresh();
    const findings = inOrder([...this.clusters.values()].flatMap((cluster) => cluster.findings));
    return findings.map((yielded) => ({ ...this.finding(yielded), fixable: this.fixable(yielded) }));
  }

  /** What somebody has accepted, each once. */
  accepted(): readonly AcceptedFinding[] {
    this.refresh();
    return [...this.clusters.values()].flatMap((cluster) =>
      cluster.accepted.map(({ yielded, by, reason }) => ({
        finding: { ...this.finding(yielded), fixable: null },
        fingerprint: this.fingerprint(yielded),
        by,
        reason,
      })),
    );
  }

  /** What the files show whose findings changed since the last call; an empty list clears. */
  changed(): ReadonlyMap<string, readonly ShownFinding[]> {
    this.refresh();
    const changed = new Map<string, readonly ShownFinding[]>();
    for (const file of [...this.unpublished].sort()) {
      const list = this.shown.get(file) ?? [];
      if (sameFindings(this.published.get(file) ?? [], list)) continue;
      if (list.length === 0) this.published.delete(file);
      else this.published.set(file, list);
      changed.set(file, list);
    }
    this.unpublished.clear();
    return changed;
  }

  /** The fixes of one finding that `all` gave. */
  fixesOf(found: Finding): readonly Fix[] {
    const yielded = this.yieldedOf(found);
    return yielded ? this.fixesOfYielded(yielded) : [];
  }

  /** What stays the same about a finding that `all` gave while lines come and go around it; empty for one that is gone. */
  fingerprintOf(found: Finding): string {
    const yielded = this.yieldedOf(found);
    return yielded ? this.fingerprint(yielded) : '';
  }

  /** Entries of the baseline that no finding matches any more. */
  unusedBaseline(): readonly BaselineEntry[] {
    this.refresh();
    if (this.baseline.size === 0) return [];
    const used = new Set([...this.clusters.values()].flatMap((cluster) => [...cluster.usedBaseline]));
    return [...this.baseline.values()].filter((entry) => !used.has(entry.fingerprint));
  }

  /** The fixes of all findings with an end in the range. */
  fixesIn(file: string, range: Range): readonly { finding: Finding; fix: Fix }[] {
    return this.yieldedIn(file, range).flatMap(({ yielded, found }) =>
      this.fixesOfYielded(yielded).map((fix) => ({ finding: found, fix })),
    );
  }

  /** All findings with an end in the range, as `all` gives them. */
  inRange(file: string, range: Range): readonly Finding[] {
    return this.yieldedIn(file, range).map(({ found }) => found);
  }

  private fixesOfYielded(yielded: RuleResult): readonly Fix[] {
    const shown = this.shownSentence(yielded);
    const fixes = fixesOf(
      this.analysis.withFacts(yielded),
      this.analysis.pairsOf(yielded.raw.at.anchor.file),
      this.report,
    );
    return fixes.map((fix) => ({ ...fix, title: shown(fix.title) }));
  }

  private fixable(yielded: RuleResult): 'safe' | 'choice' | null {
    return fixable(this.analysis.withFacts(yielded), this.analysis.pairsOf(yielded.raw.at.anchor.file), this.report);
  }

  private yieldedIn(file: string, range: Range): { yielded: RuleResult; found: Finding }[] {
    this.refresh();
    const findings = this.clusterOf.get(file)?.findings ?? [];
    return findings
      .filter(({ rule }) => this.settingIn(file, rule.id) !== 'off')
      .map((yielded) => ({ yielded, found: this.finding(yielded) }))
      .filter(({ found }) => standsIn(found, file, range));
  }

  private finding(yielded: RuleResult): Finding {
    return withSeverity(this.unset(yielded), this.settingOf(yielded));
  }

  /** As severe as the rule says itself. */
  private unset(yielded: RuleResult): Finding {
    return finding(yielded, this.shownSentence(yielded));
  }

  /** As the first of its two files says that wants to hear of it; `off` where none does. */
  private settingOf({ rule, raw }: RuleResult): SeveritySetting | undefined {
    const settings = [raw.at, ...(raw.peer ? [raw.peer.at] : [])].map(({ anchor }) =>
      this.settingIn(anchor.file, rule.id),
    );
    const heard = settings.filter((setting) => setting !== 'off');
    return heard.length > 0 ? heard[0] : 'off';
  }

  /** Every sentence about a finding passes here, whichever output shows it. */
  private shownSentence({ raw }: RuleResult): (sentence: string) => string {
    const known = this.sentences.get(raw);
    if (known) return known;
    const keys = this.keysAt(placesOf(raw));
    const shown = memoizeByText((sentence) => maskedSentence(sentence, keys));
    this.sentences.set(raw, shown);
    return shown;
  }

  private keysAt(places: readonly Place[]): readonly string[] {
    const keys = places.flatMap((place) => {
      const facts = this.factsOf(place);
      const line = facts && lineOf(place, facts);
      return line ? keysOn(line) : [];
    });
    return [...new Set(keys)];
  }

  private factsOf(place: Place): SectionFacts | undefined {
    const reading = this.files.get(place.anchor.file)?.reading;
    return reading && factsAt(reading.facts, place.anchor);
  }

  private yieldedOf(found: Finding): RuleResult | undefined {
    this.refresh();
    const cluster = this.clusterOf.get(found.file);
    const candidates = cluster && resultsByPlace(cluster).get(placeKey(found));
    return candidates?.find((yielded) => this.shownSentence(yielded)(yielded.raw.message) === found.message);
  }

  private fingerprint(yielded: RuleResult): string {
    return fingerprint(yielded, (place) => {
      const reading = this.files.get(place.anchor.file)?.reading;
      const facts = this.factsOf(place);
      return { device: reading?.device.name ?? '', ...(facts ? lineAt(place, facts) : {}) };
    });
  }

  private refresh(): void {
    const changes = this.analysis.refresh();
    if (changes) this.recluster(changes);
  }

  /** Works out anew the clusters that the touched files take part in. */
  private recluster({ files: touched, isNetworkNew }: AnalysisChanges): void {
    const links = this.analysis
      .findingsAcrossNetwork()
      .map(filesOf)
      .filter((files) => files.length > 1);
    const joined = links.map((files) => files.join('\n')).join('\n\n');
    const isSameGrouping = !isNetworkNew && joined === this.links;
    this.links = joined;
    // Nothing links other files than before: those of each touched one are gone through, the others are not even looked at.
    const groups = isSameGrouping ? this.groupsOf(touched) : this.allGroups(links);
    const clusters = isSameGrouping ? this.clusters : new Map<string, Cluster>();
    for (const files of groups) {
      const key = files.join('\n');
      const before = this.clusters.get(key);
      const isTouched = !before || files.some((file) => touched.has(file));
      const cluster = isTouched ? this.clusterOfFiles(files) : before;
      clusters.set(key, cluster);
      if (isTouched) this.show(cluster);
    }
    this.clusters = clusters;
    if (!isSameGrouping) this.forgetRemovedFiles();
  }

  private groupsOf(files: ReadonlySet<string>): (readonly string[])[] {
    const clusters = new Set([...files].flatMap((file) => this.clusterOf.get(file) ?? []));
    return [...clusters].map((cluster) => cluster.files);
  }

  private allGroups(links: readonly (readonly string[])[]): string[][] {
    const { devices, pairs } = this.analysis.network();
    return connectedComponents(
      devices.map(({ file }) => file),
      [...pairs.map(({ a, b }) => [a.file, b.file]), ...links],
    );
  }

  private clusterOfFiles(files: readonly string[]): Cluster {
    const members = new Set(files);
    const pairs = files.flatMap((file): readonly Pair[] =>
      this.analysis.pairsOf(file).filter(({ a }) => a.file === file),
    );
    const found = deduplicated([
      ...files.flatMap((file) => this.analysis.findingsInFile(file)),
      ...pairs.flatMap((pair) => this.analysis.findingsOfPair(pair)),
      ...this.analysis.findingsAcrossNetwork().filter(({ raw }) => members.has(raw.at.anchor.file)),
    ]);
    const { kept, accepted, unused, used } = withoutAccepted(
      found.filter((yielded) => this.settingOf(yielded) !== 'off'),
      files.flatMap((file) => this.analysis.marksIn(file)),
      this.baseline,
      (yielded) => this.fingerprint(yielded),
    );
    if (unused.length === 0) return { files, findings: kept, accepted, usedBaseline: used };
    const network = { ...this.analysis.network(), ambiguities: [], unpaired: [], unusedSuppressions: unused };
    const reported = this.suppressionRunner.network(network);
    const findings = reported.length === 0 ? kept : deduplicated([...kept, ...reported]);
    return { files, findings, accepted, usedBaseline: used };
  }

  private show(cluster: Cluster): void {
    const shown = shownByFile(cluster.findings.map((yielded) => this.unset(yielded)));
    for (const file of cluster.files) {
      this.clusterOf.set(file, cluster);
      this.unpublished.add(file);
      const list = this.asSetIn(file, shown.get(file) ?? []);
      if (list.length > 0) this.shown.set(file, list);
      else this.shown.delete(file);
    }
  }

  /** Each file shows a finding as its own folder says. */
  private asSetIn(file: string, shown: readonly ShownFinding[]): readonly ShownFinding[] {
    return shown.flatMap((finding) => {
      const setting = this.settingIn(file, finding.rule);
      return setting === 'off' ? [] : [withSeverity(finding, setting)];
    });
  }

  private forgetRemovedFiles(): void {
    for (const file of [...this.clusterOf.keys()]) {
      if (this.files.has(file)) continue;
      this.clusterOf.delete(file);
      this.shown.delete(file);
      this.unpublished.add(file);
    }
  }
}

/** Places hold as long as the cluster: an edit that moves one makes the cluster of its file anew. */
const resultsByPlace = memoizeByObject(({ findings }: Cluster): ReadonlyMap<string, readonly RuleResult[]> => {
  const byPlace = new Map<string, RuleResult[]>();
  for (const yielded of findings) {
    const { rule, raw } = yielded;
    push(byPlace, placeKey({ rule: rule.id, file: raw.at.anchor.file, range: rangeOf(raw.at) }), yielded);
  }
  return byPlace;
});

function placeKey({ rule, file, range: { start } }: Pick<Finding, 'rule' | 'file' | 'range'>): string {
  return `${rule}\n${file}\n${start.line}:${start.character}`;
}

/** A finding has few sentences, and is shown with them many times. */
function memoizeByText(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const shown = known.get(text) ?? make(text);
    known.set(text, shown);
    return shown;
  };
}

function withSeverity<Shown extends Finding>(shown: Shown, setting: SeveritySetting | undefined): Shown {
  return setting === undefined || setting === 'off' ? shown : { ...shown, severity: setting };
}

/** All that a finding stands on. */
function placesOf({ at, peer, also = [], evidence = [] }: RawFinding<unknown>): Place[] {
  return [at, ...(peer ? [peer.at] : []), ...also.map((note) => note.at), ...evidence];
}

/** The section that an anchor belongs to; both are in file order. */
function factsAt(facts: readonly SectionFacts[], anchor: Anchor): SectionFacts | undefined {
  let low = 0;
  let high = facts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (facts[middle]!.anchor.row <= anchor.row) low = middle;
    else high = middle - 1;
  }
  // A section without rows shares its first row with the one behind it.
  while (low > 0 && facts[low]!.anchor !== anchor && facts[low - 1]!.anchor.row === anchor.row) low--;
  return facts[low]?.anchor === anchor ? facts[low] : undefined;
}

function byFingerprint(entries: readonly BaselineEntry[]): ReadonlyMap<string, BaselineEntry> {
  return new Map(entries.map((entry) => [entry.fingerprint, entry]));
}
