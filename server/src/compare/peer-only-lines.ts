// Where the lines that only the peer has stand in this device's order.
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import { rowOf } from '../model/place';
import { push } from '../text/collections';
import type { Correspondence } from './correspondence';
import { viewKey } from './device-views';

/** By the row of this device behind which they stand, -1 for what stands before all; `#` closes whole views. */
export type LinesBehind = ReadonlyMap<number, readonly (MatchedLine | '#')[]>;

/** `facts` is what the peer's file says, `rows` the text of this device. */
export function peerOnlyLines(
  correspondence: Correspondence,
  facts: readonly SectionFacts[],
  rows: readonly string[],
): LinesBehind {
  const behind = new Map<number, (MatchedLine | '#')[]>();
  // Whole views go behind the `#` that closes the view before them, or in front of all.
  let top = -1;
  const closed = (row: number) => (rows[row + 1]?.trim() === '#' ? row + 1 : row);
  for (const section of facts) {
    for (const line of section.lines) {
      // What stands in a view that an earlier section left open goes behind what was there.
      if (line.anchor !== section.anchor) {
        for (const child of line.lines) placeBehind(correspondence, behind, child, top);
        continue;
      }
      const counterpart = correspondence.lineFor('b', line);
      if (line.opens && !counterpart && !correspondence.viewFor('b', viewKey(line))) {
        const row = closed(top);
        placeBehind(correspondence, behind, line, row);
        push(behind, row, '#');
        continue;
      }
      const last = placeBehind(correspondence, behind, line, counterpart ? top : closed(top));
      if (counterpart) top = Math.max(lastRow(counterpart), last);
    }
  }
  return behind;
}

/** Puts the line with all below it behind this row where the peer alone has them; the last row of this device that they reach. */
function placeBehind(
  correspondence: Correspondence,
  behind: Map<number, (MatchedLine | '#')[]>,
  line: MatchedLine,
  row: number,
): number {
  const counterpart = correspondence.lineFor('b', line);
  if (!counterpart) {
    push(behind, row, line);
    for (const child of line.lines) placeBehind(correspondence, behind, child, row);
    return row;
  }
  let last = rowOf(counterpart);
  for (const child of line.lines) last = Math.max(last, placeBehind(correspondence, behind, child, last));
  return last;
}

function lastRow(line: MatchedLine): number {
  const last = line.lines.at(-1);
  return last ? lastRow(last) : rowOf(line);
}
