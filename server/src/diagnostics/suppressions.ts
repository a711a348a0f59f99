// What a person has accepted: `# vrp-ignore RULE -- reason` before a block, and the fingerprints of a baseline. Nothing is
// silenced without a trace: what silences nothing is told.
import type { SectionFacts } from '../model/lines/matched-line';
import { rowOf, type Place } from '../model/place';
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
  return facts.flatMap((section, index) =>
    section.remarks.flatMap((remark) => {
      const [name, rule] = words(remark.text);
      if (name?.text !== 'vrp-ignore' || !rule) return [];
      const dashes = remark.text.indexOf('--');
      const reason = dashes < 0 ? '' : remark.text.slice(dashes + 2).trim();
      const from = rowOf(remark) + 1;
      const at = { anchor: remark.anchor, row: remark.row, start: remark.start, end: remark.start + rule.end };
      // Marks may stand one below the other; all of them speak of the block below the last.
      let last = index + 1;
      let rows = sectionRows[last] ?? 0;
      while (
        facts[last] &&
        sectionRows[last] === 1 &&
        facts[last]!.remarks.some((other) => other.text.startsWith('vrp-ignore '))
      )
        rows += sectionRows[++last] ?? 0;
      return [{ rule: rule.text, reason, at, file: remark.anchor.file, from, to: from + rows - 1 }];
    }),
  );
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
  const usedMarks = new Set<Mark>();
  const used = new Set<string>();
  const accepted: Accepted[] = [];
  const kept = found.filter((yielded) => {
    const places = yielded.raw.peer ? [yielded.raw.at, yielded.raw.peer.at] : [yielded.raw.at];
    const mark = marked.find(
      (mark) =>
        mark.rule === yielded.rule.id &&
        mark.reason !== '' &&
        places.some((place) => place.anchor.file === mark.file && rowOf(place) >= mark.from && rowOf(place) <= mark.to),
    );
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
