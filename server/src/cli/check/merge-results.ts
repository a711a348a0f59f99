// One result out of those of all groups, in the order in which a check of all files in one piece gives it.
import { byName } from '../../model/pairing/pair-candidate';
import type { NetworkOptions } from '../../model/pairing/find-pairs';
import { compareTexts } from '../../text/compare-texts';
import type { Finding } from '../../workspace/workspace';
import type { Listing } from '../files';
import type { Io } from '../io';
import { problemText, type Problem } from '../problem';
import type { FileRow } from '../reports/file-row';
import { bytesOf, factsOfRows, nothingIn, rowReader, shownRowReader, type CheckResult } from './result';
import type { FileSummary, GroupResult, ReportedFinding, TaskSettings } from './tasks';

interface Run {
  readonly listing: Listing;
  readonly settings: TaskSettings;
  readonly network: NetworkOptions;
  readonly io: Pick<Io, 'files' | 'decode'>;
}

/**
 * Puts the parts of a run together, sorted by place whoever did them. Rows of a file are read again when they are asked
 * for.
 */
export function mergedResult(
  summaries: readonly FileSummary[],
  results: readonly GroupResult[],
  { listing, settings, network, io }: Run,
): CheckResult {
  const reported = results.flatMap((result) => result.reported).sort(byPlace);
  const reportedOf = new Map<Finding, ReportedFinding>(reported.map((entry) => [entry.finding, entry]));
  const rows = rowReader(
    (path) => bytesOf(io, path),
    (bytes) => io.decode(bytes, settings.encoding),
  );
  const accepted = new Set(results.flatMap((result) => result.accepted));
  const files = summaries.flatMap((summary): FileRow[] => (summary.row ? [summary.row] : []));
  return {
    files,
    nothingIn: nothingIn(
      files,
      listing.found.filter(({ named }) => named).map(({ path }) => path),
    ),
    pairs: results.flatMap((result) => result.pairs).sort((x, y) => byName(x.a, y.a) || byName(x.b, y.b)),
    findings: reported.map((entry) => entry.finding),
    network,
    ignored: listing.ignored,
    missing: listing.missing,
    problems: [
      ...listing.unreadable.map(({ path, reason }): Problem => ({ code: 'unreadable', file: path, message: reason })),
      ...summaries.flatMap((summary) => summary.problem ?? []),
      ...onceEach(results.flatMap((result) => result.problems)),
    ],
    accepted: results.flatMap((result) => result.silenced).sort(byPlace),
    unusedBaseline: settings.baseline.filter((entry) => !accepted.has(entry.fingerprint)),
    fixes: (finding) => reportedOf.get(finding)?.fixes ?? [],
    fingerprint: (finding) => reportedOf.get(finding)?.fingerprint ?? '',
    rows,
    shownRow: shownRowReader(rows, factsOfRows),
  };
}

/** A rule that throws does so in many groups. */
function onceEach(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [problemText(problem), problem])).values()];
}

/** As the findings of one workspace are sorted: by place, then by rule and message. */
function byPlace({ finding: x }: { finding: Finding }, { finding: y }: { finding: Finding }): number {
  return (
    compareTexts(x.file, y.file) ||
    x.range.start.line - y.range.start.line ||
    x.range.start.character - y.range.start.character ||
    x.range.end.character - y.range.end.character ||
    compareTexts(x.rule, y.rule) ||
    compareTexts(x.message, y.message)
  );
}
