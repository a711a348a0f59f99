// Where the findings of a pair stand, line by line. A finding that a device lacks a line stands on the line of the other device
// that has it, where there is one: that is the line a person looks for. Only errors and warnings are red.
import type { MatchedLine } from '../model/lines/matched-line';
import { rowOf } from '../model/place';
import { other, type Side } from '../model/pairing/pair';
import type { Fix } from '../diagnostics/rule';
import type { Finding, Spot } from '../diagnostics/findings';
import { canonicalText } from '../model/lines/canonical-text';
import { push } from '../text/collections';
import type { Correspondence } from './correspondence';
import { viewKey, type DeviceViews } from './device-views';

/** A finding with the lines that it is about. */
export interface Judgement {
  readonly finding: Finding;
  /** The lines it speaks about, on either device: the one it is at first. */
  readonly lines: readonly MatchedLine[];
  /** A line that it says is missing, as its fix would write it. */
  readonly lacking?: string;
  /** What has that line on the other device. */
  readonly having?: MatchedLine;
}

/** The findings of a pair, each with the lines that it is about. */
export interface FindingsByLine {
  readonly judgements: readonly Judgement[];
  /** Errors and warnings that stand on the line. */
  on(line: MatchedLine): readonly Finding[];
}

/** Errors and warnings are shown red; the others are not. */
export function isRed(finding: Finding): boolean {
  return finding.severity === 'error' || finding.severity === 'warning';
}

/** `fixesOf` gives the fixes of a finding: the first tells which line it says is missing. */
export function findingsByLine(
  correspondence: Correspondence,
  findings: readonly Finding[],
  fixesOf: (finding: Finding) => readonly Fix[],
): FindingsByLine {
  const rows = { a: lineRows(correspondence.a), b: lineRows(correspondence.b) };
  const lineAt = ({ file, range }: Pick<Spot, 'file' | 'range'>) => {
    const side = sideOf(correspondence, file);
    return side && rows[side].get(range.start.line);
  };
  const judgements = findings.flatMap((finding): Judgement[] => {
    const side = sideOf(correspondence, finding.file);
    // What is across this device and a third one is no matter of this pair.
    if (!side || (finding.peer && !sideOf(correspondence, finding.peer.file))) return [];
    const spots = finding.peer ? [finding, finding.peer] : [finding];
    const lines = spots.flatMap((spot) => lineAt(spot) ?? []);
    const lacking = finding.peer ? undefined : insertedLine(fixesOf(finding)[0], finding.file);
    const having = lacking === undefined ? undefined : lineOnPeer(correspondence, side, lines[0], lacking);
    return [{ finding, lines, lacking, having }];
  });
  const red = new Map<MatchedLine, Finding[]>();
  for (const { finding, lines, having } of judgements) {
    if (!isRed(finding)) continue;
    for (const line of having ? [having] : lines) push(red, line, finding);
  }
  return { judgements, on: (line) => red.get(line) ?? nothing };
}

function sideOf({ a, b }: Correspondence, file: string): Side | undefined {
  if (file === a.device.file) return 'a';
  return file === b.device.file ? 'b' : undefined;
}

const nothing: readonly Finding[] = [];

/** Every line of the file by its row. */
export function lineRows(device: DeviceViews): Map<number, MatchedLine> {
  const rows = new Map<number, MatchedLine>();
  const visit = (line: MatchedLine) => {
    rows.set(rowOf(line), line);
    for (const child of line.lines) visit(child);
  };
  for (const view of device.views.values()) {
    for (const head of view.heads) rows.set(rowOf(head), head);
    view.lines.forEach(visit);
  }
  device.system.forEach(visit);
  return rows;
}

/** The one line that the fix adds to the file and nothing else. */
function insertedLine(fix: Fix | undefined, file: string): string | undefined {
  const edit = fix?.edits.length === 1 ? fix.edits[0]! : undefined;
  if (!edit || edit.file !== file) return undefined;
  const { start, end } = edit.range;
  const text = edit.newText.trim();
  return start.line === end.line && start.character === end.character && text !== '' && !/[\r\n]/.test(text)
    ? text
    : undefined;
}

/** The line of the other device with this text, in the counterpart of the view of `line`, that has no counterpart itself. */
function lineOnPeer(
  correspondence: Correspondence,
  side: Side,
  line: MatchedLine | undefined,
  text: string,
): MatchedLine | undefined {
  const peer = other(side);
  const parent = line && (correspondence[side].parents.get(line) ?? (line.opens ? line : undefined));
  const view = parent && correspondence.viewFor(side, viewKey(parent));
  const wanted = text.toLowerCase();
  return [...(view?.lines ?? []), ...correspondence[peer].system].find(
    (candidate) => canonicalText(candidate) === wanted && correspondence.lineFor(peer, candidate) === undefined,
  );
}
