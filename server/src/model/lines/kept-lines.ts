// Lines of a section that was read again are the objects of before where nothing of them changed, so that what was worked out of them
// holds: a section may have thousands of domains, and an edit is about one.
import { sameLists } from '../../text/collections';
import type { MatchedLine } from './matched-line';

interface ReadLines {
  readonly top: readonly MatchedLine[];
  readonly all: readonly MatchedLine[];
}

/** The same lines, those of `before` in the place of each that says the same at the same place. Lines in their order, heads first. */
export function withKeptLines({ top, all }: ReadLines, before: readonly MatchedLine[]): ReadLines {
  const byRow = new Map(before.map((line) => [line.row, line]));
  const kept = new Map<MatchedLine, MatchedLine>();
  const keptOf = (line: MatchedLine) => kept.get(line) ?? line;
  // From the end, so that what stands in a view is looked at before its head.
  for (const line of all.toReversed()) {
    const inner = line.lines as MatchedLine[];
    for (const [index, one] of inner.entries()) inner[index] = keptOf(one);
    const old = byRow.get(line.row);
    if (old && isSameLine(old, line) && sameLists(old.lines, inner)) kept.set(line, old);
  }
  return { top: top.map(keptOf), all: all.map(keptOf) };
}

/** At the same place of its section, read alike; apart from the lines below it. */
function isSameLine(one: MatchedLine, other: MatchedLine): boolean {
  return (
    one.anchor === other.anchor &&
    one.start === other.start &&
    one.text === other.text &&
    one.indent === other.indent &&
    one.view === other.view &&
    one.match === other.match &&
    one.opens === other.opens &&
    one.prompt === other.prompt &&
    one.hidden === other.hidden
  );
}
