// The line that opened the view a line stands in.
import { memoizeByObject } from '../../text/memoize';
import type { MatchedLine, SectionFacts } from './matched-line';

/** The head of a line; undefined for one of the system view. Each section is walked once, however many of its lines are asked about. */
export function headOf(line: MatchedLine, facts: SectionFacts): MatchedLine | undefined {
  return headsOf(facts).get(line);
}

const headsOf = memoizeByObject(({ lines }: SectionFacts): ReadonlyMap<MatchedLine, MatchedLine> => {
  const heads = new Map<MatchedLine, MatchedLine>();
  addBelow(lines, heads);
  return heads;
});

function addBelow(lines: readonly MatchedLine[], heads: Map<MatchedLine, MatchedLine>): void {
  for (const head of lines) {
    for (const line of head.lines) heads.set(line, head);
    addBelow(head.lines, heads);
  }
}
