// Evidence for a statement: the line it rests on, the rule that watches over that line (where there is one), and the page or
// standard behind it.
import { comparePlaces, rowOf, type Place } from '../../model/place';
import { compareTexts } from '../../text/compare-texts';
import type { Evidence } from './rehearsal';

/** `source` is a page and step, an RFC and section, or `no source`. */
export function evidence(at: Place, text: string, source: string, rule: string | null = null): Evidence {
  return { file: at.anchor.file, line: rowOf(at) + 1, rule, source, text, at };
}

/** Each statement once, in the order in which it was first made. */
export function withoutRepeats(list: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return list.filter((statement) => {
    const key = `${statement.file}\n${statement.line}\n${statement.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Each statement once, in the order of the files. */
export function inFileOrder(list: readonly Evidence[]): Evidence[] {
  return withoutRepeats(list).sort((x, y) => comparePlaces(x.at, y.at) || compareTexts(x.text, y.text));
}
