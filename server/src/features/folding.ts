// What folds: every view with lines in it, from the line that opens it to its last line. The `#` that closes it stays visible.
import type { MatchedLine } from '../model/lines/matched-line';
import { rowOf } from '../model/place';
import type { Snapshot } from '../workspace/workspace';

/** Rows that fold into one. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/** A fold for each view. */
export function folding(snapshot: Snapshot): Fold[] {
  const folds = new Map<number, Fold>();
  for (const section of snapshot.facts) for (const line of section.lines) collect(line, folds);
  return [...folds.values()].sort((a, b) => a.startLine - b.startLine);
}

/** Gives back the last row; a view that goes on in the next section makes one fold. */
function collect(line: MatchedLine, folds: Map<number, Fold>): number {
  const startLine = rowOf(line);
  let endLine = startLine;
  for (const inner of line.lines) endLine = Math.max(endLine, collect(inner, folds));
  const before = folds.get(startLine);
  if (endLine > startLine) folds.set(startLine, { startLine, endLine: Math.max(endLine, before?.endLine ?? 0) });
  return endLine;
}
