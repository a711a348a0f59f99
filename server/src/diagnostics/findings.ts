// From what rules found to the findings that people see: one finding for one fault, in order, with the ways to mend it.
import type { Pair } from '../model/pairing/pair';
import { comparePlaces, rangeOf, rowOf, samePlace, type Place } from '../model/place';
import { secretsIn } from '../model/secrets';
import { compareTexts } from '../text/compare-texts';
import type { Range } from '../text/range';
import { exchangeFixes, withExchanges } from './exchanged';
import type { Fix, RawFinding, Severity } from './rule';
import type { RuleResult } from './rule-runner';

/** A place in a file, with what is said there. */
export interface Spot {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

/** What the shells show. Ranges are absolute and true for the texts that were checked. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly range: Range;
  readonly message: string;
  /** The other end of the same fault in the peer's file. */
  readonly peer?: Spot;
  readonly also: readonly Spot[];
  /** Told by `allFindings` only: every fix has to be computed for it. */
  readonly fixable?: 'safe' | 'choice' | null;
}

/** One fault, one finding: drops what yields to a rule that already speaks about the same line, and repetitions; sorts. */
export function deduplicated(found: readonly RuleResult[]): RuleResult[] {
  const yielded = withExchanges(found);
  const speakers = speakersOf(yielded);
  const exchanging = speakersOf(yielded.filter(({ exchange }) => exchange));
  const explained = explainedByExchanges(yielded);
  const kept = yielded.filter(({ rule, raw, exchange }) => {
    const rows = [...placesOf(raw), ...(raw.evidence ?? [])].map(rowKey);
    const heard = exchange ? exchanging : speakers;
    const yields = rule.supersededBy?.some((id) => rows.some((row) => heard.get(row)?.has(id)));
    return !yields && (exchange !== undefined || !rows.some((row) => explained.get(row)?.has(rule.id)));
  });
  const sorted = inOrder(kept);
  return sorted.filter((result, index) => {
    const before = sorted[index - 1];
    return (
      !before ||
      before.rule !== result.rule ||
      before.raw.message !== result.raw.message ||
      !samePlace(before.raw.at, result.raw.at)
    );
  });
}

/** Of each row, the rules that speak about it. */
function speakersOf(yielded: readonly RuleResult[]): ReadonlyMap<string, ReadonlySet<string>> {
  const speakers = new Map<string, Set<string>>();
  for (const { rule, raw } of yielded) {
    for (const place of [...placesOf(raw), ...(raw.supersedesAt ?? [])]) {
      const key = rowKey(place);
      const set = speakers.get(key);
      if (set) set.add(rule.id);
      else speakers.set(key, new Set([rule.id]));
    }
  }
  return speakers;
}

/**
 * On the lines of an exchange, the rules that the rule would yield to: an address that stands in another group's place is outside
 * the subnet of this one, and the exchange says why.
 */
function explainedByExchanges(yielded: readonly RuleResult[]): ReadonlyMap<string, ReadonlySet<string>> {
  const explained = new Map<string, Set<string>>();
  for (const { rule, raw, exchange } of yielded) {
    if (!exchange || !rule.supersededBy) continue;
    for (const place of [...placesOf(raw), ...(raw.supersedesAt ?? [])]) {
      const key = rowKey(place);
      explained.set(key, new Set([...(explained.get(key) ?? []), ...rule.supersededBy]));
    }
  }
  return explained;
}

/** By place, then by rule and message. */
export function inOrder(yielded: readonly RuleResult[]): RuleResult[] {
  return [...yielded].sort(
    (x, y) =>
      comparePlaces(x.raw.at, y.raw.at) ||
      compareTexts(x.rule.id, y.rule.id) ||
      compareTexts(x.raw.message, y.raw.message),
  );
}

/** `shown` makes of a sentence what may be shown of it. */
export function finding({ rule, raw }: RuleResult, shown: (sentence: string) => string): Finding {
  const spot = (note: { at: Place; message: string }): Spot => ({
    file: note.at.anchor.file,
    range: rangeOf(note.at),
    message: shown(note.message),
  });
  return {
    rule: rule.id,
    severity: raw.severity ?? rule.severity,
    file: raw.at.anchor.file,
    range: rangeOf(raw.at),
    message: shown(raw.message),
    peer: raw.peer && spot(raw.peer),
    also: (raw.also ?? []).map(spot),
  };
}

/** Whether a finding has a fix: one that is safe, one that a person has to choose, or none. */
export function fixable(yielded: RuleResult, pairs: readonly Pair[], report: ErrorReport): 'safe' | 'choice' | null {
  const fixes = fixesOf(yielded, pairs, report);
  if (fixes.length === 0) return null;
  return fixes.some((fix) => fix.safe) ? 'safe' : 'choice';
}

/** Hears the id of a rule and what it threw. */
export type ErrorReport = (rule: string, error: unknown) => void;

/**
 * The ways to mend it, computed now from the facts; a fix that throws is reported and is no fix, nor is one that would carry a key to
 * another place.
 */
export function fixesOf(
  { rule, raw, exchange }: RuleResult,
  pairs: readonly Pair[],
  report: ErrorReport,
): readonly Fix[] {
  if (exchange) return exchangeFixes(exchange);
  try {
    return (rule.fix?.(raw.facts, pairs) ?? []).filter((fix) =>
      fix.edits.every((edit) => edit.newText.split('\n').every((line) => secretsIn(line).length === 0)),
    );
  } catch (error) {
    report(rule.id, error);
    return [];
  }
}

function placesOf(raw: RawFinding<unknown>): Place[] {
  return raw.peer ? [raw.at, raw.peer.at] : [raw.at];
}

function rowKey(place: Place): string {
  return `${place.anchor.file}\n${rowOf(place)}`;
}
