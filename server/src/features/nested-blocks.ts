// A block that was typed inside the block before it, because nothing had closed that one: `interface ...` below the lines of a
// backup service, nearly always behind a `#` that is not in column 0. The device would never write it so. Each line is put where
// a view that is open knows it.
import { entry, type ViewName } from '../catalogue/index';
import { isRead, matchText, type MatchedLine } from '../model/lines/matched-line';
import { rowOf } from '../model/place';
import type { Line } from '../syntax/line';
import { smallViews } from '../rules/shared/misplaced-command';
import type { Snapshot } from '../workspace/workspace';

/** The indents of the rows that stand in a block they cannot belong to; empty nearly always. */
export function indentsOfNested(snapshot: Snapshot): Map<number, number> {
  const indents = new Map<number, number>();
  const lines = new Map<number, Line>();
  let top = 0;
  for (const section of snapshot.text!.sections) {
    for (const line of section.lines) lines.set(top + line.row, line);
    top += section.rows;
  }
  for (const section of snapshot.facts) {
    for (const head of section.lines) {
      if (head.prompt !== undefined || head.indent > 0 || head.opens === undefined) continue;
      const first = head.lines.find((line) => line.indent > 0 && isStray(line, marked(lines, rowOf(line))));
      if (first) reindent(lines, firstOf(lines, rowOf(first)), indents);
    }
  }
  return indents;
}

/** No command of the view it stands in, but one of the system view that opens a view itself or stands behind a mark. */
function isStray(line: MatchedLine, behindMark: boolean): boolean {
  if (!behindMark && !smallViews.has(line.view)) return false;
  const outside = matchText('system', line.text);
  if (!outside?.complete || outside.undo) return false;
  const opens = entry(outside.command)?.opens;
  // `interface B` below `interface A` is its sibling: a script may say it there, a block may not.
  if (line.match && isRead(line.match)) return behindMark && opens !== undefined && opens === line.view;
  return behindMark || opens !== undefined;
}

function marked(lines: ReadonlyMap<number, Line>, row: number): boolean {
  return firstOf(lines, row) < row;
}

/** The row of the mark above, where there is one, else the row itself. */
function firstOf(lines: ReadonlyMap<number, Line>, row: number): number {
  let above = row - 1;
  while (lines.get(above)?.kind === 'blank') above--;
  return lines.get(above)?.kind === 'subseparator' ? above : row;
}

/** From a row to the end of the block: as if each line had been typed in column 0 of an empty file. */
function reindent(lines: ReadonlyMap<number, Line>, from: number, indents: Map<number, number>): void {
  let open: ViewName[] = [];
  for (let row = from; ; row++) {
    const line = lines.get(row);
    if (!line || line.kind === 'raw' || (row > from && line.kind !== 'blank' && line.indent === 0)) return;
    if (line.kind === 'blank') continue;
    if (line.kind !== 'command') {
      open = [];
      indents.set(row, 0);
      continue;
    }
    const { text } = line;
    while (open.length > 0 && !knows(open[open.length - 1]!, text) && isKnownOutside(open, text)) open.pop();
    indents.set(row, open.length);
    const match = matchText(open[open.length - 1] ?? 'system', text);
    const opens = match && isRead(match) && !match.undo ? entry(match.command)?.opens : undefined;
    if (opens !== undefined) open.push(opens);
  }
}

function isKnownOutside(open: readonly ViewName[], text: string): boolean {
  return ['system' as const, ...open.slice(0, -1)].some((view) => knows(view, text));
}

/** Whether the line may stand there and does not begin a block like the one that is open. */
function knows(view: ViewName, text: string): boolean {
  const match = matchText(view, text);
  return match !== undefined && isRead(match) && (view === 'system' || entry(match.command)?.opens !== view);
}
