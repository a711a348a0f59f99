// What a person has accepted: `# vrp-ignore RULE -- reason` before a block, and the fingerprints of a baseline. Nothing is
// silenced without a trace: what silences nothing is told.
import type { SectionFacts } from '../model/lines/matched-line';
import { rowOf, type Place } from '../model/place';
import { partitionPoint, push } from '../text/collections';
import { words } from '../text/words';
import type { RuleResult } from './rule-runner';

/** Accepts one rule in the block that follows the mark. */
export interface Mark {
  readonly rule: string;
  readonly reason: string;
  readonly at: Place;
  readonly file: string;
  /** Rows it covers: from behind the mark to the next `#` in column 0. */
  readonly from: number;
  readonly to: number;
}

/** An accepted finding: its fingerprint, and why it was accepted. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly reason: string;
  /** Those that have to be looked at to find it again. */
  readonly devices?: readonly string[];
}

/** The marks of a file; its facts are in file order. */
export function marks(facts: readonly SectionFacts[], sectionRows: readonly number[]): Mark[] {
  let covered: readonly number[] | undefined;
  return facts.flatMap((section, index) =>
    section.remarks.flatMap((remark) => {
      const [name, rule] = words(remark.text);
      if (name?.text !== 'vrp-ignore' || !rule) return [];
      const dashes = remark.text.indexOf('--');
      const reason = dashes < 0 ? '' : remark.text.slice(dashes + 2).trim();
      const from = rowOf(remark) + 1;
      const at = { anchor: remark.anchor, row: remark.row, start: remark.start, end: remark.start + rule.end };
      const to = from + ((covered ??= rowsCovered(facts, sectionRows))[index + 1] ?? 0) - 1;
      return [{ rule: rule.text, reason, at, file: remark.anchor.file, from, to }];
    }),
  );
}

/**
 * Of each section the rows that a mark right above it covers. Marks may stand one below the other; all of them speak of the block
 * below the last.
 */
function rowsCovered(facts: readonly SectionFacts[], sectionRows: readonly number[]): readonly number[] {
  const covered = [...sectionRows];
  for (let index = facts.length - 2; index >= 0; index--) {
    const isMark =
      sectionRows[index] === 1 && facts[index]!.remarks.some((remark) => remark.text.startsWith('vrp-ignore '));
    if (isMark) covered[index]! += covered[index + 1] ?? 0;
  }
  return covered;
}

/** A finding that somebody has accepted, where and why. */
export interface Accepted {
  readonly yielded: RuleResult;
  /** By a mark in the configuration, or by the baseline beside it. */
  readonly by: 'mark' | 'baseline';
  readonly reason: string;
}

/** Findings that are shown, those that somebody has accepted, and marks that accept nothing. */
export interface Sorted {
  readonly kept: readonly RuleResult[];
  readonly accepted: readonly Accepted[];
  readonly unused: readonly { readonly at: Place; readonly message: string }[];
  /** Fingerprints of the baseline that matched something. */
  readonly used: ReadonlySet<string>;
}

/** Takes out what is accepted and tells what was accepted in vain. */
export function withoutAccepted(
  found: readonly RuleResult[],
  marked: readonly Mark[],
  baseline: ReadonlyMap<string, BaselineEntry>,
  fingerprintOf: (yielded: RuleResult) => string,
): Sorted {
  if (marked.length === 0 && baseline.size === 0) return { kept: found, accepted: [], unused: [], used: new Set() };
  const markOf = marksByPlace(marked);
  const usedMarks = new Set<Mark>();
  const used = new Set<string>();
  const accepted: Accepted[] = [];
  const kept = found.filter((yielded) => {
    const mark = markOf(yielded);
    if (mark) usedMarks.add(mark);
    const fingerprint = baseline.size > 0 ? fingerprintOf(yielded) : '';
    const entry = baseline.get(fingerprint);
    if (entry) used.add(fingerprint);
    if (mark) accepted.push({ yielded, by: 'mark', reason: mark.reason });
    else if (entry) accepted.push({ yielded, by: 'baseline', reason: entry.reason });
    return !mark && !entry;
  });
  const unused = marked
    .filter((mark) => !usedMarks.has(mark))
    .map((mark) => ({
      at: mark.at,
      message:
        mark.reason === ''
          ? `vrp-ignore ${mark.rule} gives no reason and so silences nothing: write -- and why`
          : `vrp-ignore ${mark.rule} silences nothing in the block below; remove the line`,
    }));
  return { kept, accepted, unused, used };
}

/** Gives the first mark that accepts a finding. */
function marksByPlace(marked: readonly Mark[]): (yielded: RuleResult) => Mark | undefined {
  const byRule = new Map<string, Mark[]>();
  for (const mark of marked) if (mark.reason !== '') push(byRule, `${mark.rule}\n${mark.file}`, mark);
  const order = new Map(marked.map((mark, index) => [mark, index]));
  return ({ rule, raw }) => {
    const places = raw.peer ? [raw.at, raw.peer.at] : [raw.at];
    const found = places.flatMap((place) => {
      const list = byRule.get(`${rule.id}\n${place.anchor.file}`);
      return (list && markAt(list, rowOf(place))) ?? [];
    });
    return found.sort((mark, other) => order.get(mark)! - order.get(other)!)[0];
  };
}

/** The first that covers the row: they are in order, and those that cover a row in common end in the same one. */
function markAt(list: readonly Mark[], row: number): Mark | undefined {
  const mark = list[partitionPoint(list, ({ to }) => to < row)];
  return mark && mark.from <= row ? mark : undefined;
}
