// Findings as one file shows them.
import type { Finding, Spot } from '../diagnostics/findings';
import { push, sameLists } from '../text/collections';
import { comparePositions, type Range } from '../text/range';

/** A finding as one file shows it: `mirrored` where the finding itself stands in the peer's file. */
export interface ShownFinding extends Finding {
  readonly mirrored?: true;
}

/** By file, in the order of their places. A finding with an end in another file is shown in both. */
export function shownByFile(findings: readonly Finding[]): Map<string, readonly ShownFinding[]> {
  const byFile = new Map<string, ShownFinding[]>();
  for (const finding of findings) {
    push(byFile, finding.file, finding);
    const { peer } = finding;
    if (peer && peer.file !== finding.file) push(byFile, peer.file, mirrored(finding, peer));
  }
  for (const list of byFile.values()) list.sort((x, y) => comparePositions(x.range.start, y.range.start));
  return byFile;
}

function mirrored(finding: Finding, peer: Spot): ShownFinding {
  return {
    ...finding,
    file: peer.file,
    range: peer.range,
    message: peer.message,
    peer: { file: finding.file, range: finding.range, message: finding.message },
    mirrored: true,
  };
}

/** Whether a person would see no difference. */
export function sameFindings(before: readonly ShownFinding[], after: readonly ShownFinding[]): boolean {
  return sameLists(before, after, sameFinding);
}

function sameFinding(before: ShownFinding, after: ShownFinding): boolean {
  return (
    before.rule === after.rule &&
    before.severity === after.severity &&
    before.mirrored === after.mirrored &&
    sameSpot(before, after) &&
    (before.peer && after.peer ? sameSpot(before.peer, after.peer) : before.peer === after.peer) &&
    sameLists(before.also, after.also, sameSpot)
  );
}

function sameSpot(before: Spot, after: Spot): boolean {
  return (
    before.message === after.message &&
    before.file === after.file &&
    comparePositions(before.range.start, after.range.start) === 0 &&
    comparePositions(before.range.end, after.range.end) === 0
  );
}

/** Whether an end of the finding stands in the file and meets the range. */
export function standsIn(finding: Finding, file: string, range: Range): boolean {
  const ends = [finding, ...(finding.peer ? [finding.peer] : [])];
  return ends.some((end) => end.file === file && touches(end.range, range));
}

function touches(range: Range, other: Range): boolean {
  return comparePositions(range.start, other.end) <= 0 && comparePositions(other.start, range.end) <= 0;
}
