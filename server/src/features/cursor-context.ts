// Which line a row of a snapshot is, which views are open there, and what a person has typed before the cursor. What is
// typed next need not be in the file yet, so the views follow from the lines above and the indent of the row itself.
import type { ViewName } from '../catalogue';
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import { rowOf } from '../model/place';
import { partitionPoint } from '../text/collections';
import type { Position } from '../text/range';
import { words, type Word } from '../text/words';
import type { Snapshot } from '../workspace/workspace';

/** A view that is open at a row; `head` is the line that opened it, absent for the system view. */
export interface OpenView {
  readonly view: ViewName;
  readonly head?: MatchedLine;
}

/** The section of that row. */
export function sectionAt(snapshot: Snapshot, row: number): SectionFacts | undefined {
  return snapshot.facts[sectionIndexAt(snapshot, row)];
}

/** The place of the section in the order of the file; -1 above the first one. */
function sectionIndexAt({ facts: sections }: Snapshot, row: number): number {
  return partitionPoint(sections, ({ anchor }) => anchor.row <= row) - 1;
}

/** So many sections above the one that the row stands in, the nearest last; fewer where the file begins. */
export function sectionsAbove(snapshot: Snapshot, row: number, most: number): readonly SectionFacts[] {
  const current = sectionIndexAt(snapshot, row);
  return current <= 0 ? [] : snapshot.facts.slice(Math.max(0, current - most), current);
}

/** The command that stands in this row. */
export function lineAt(snapshot: Snapshot, row: number): MatchedLine | undefined {
  const section = sectionAt(snapshot, row);
  if (!section) return undefined;
  const found = section.all[firstAtOrBelow(section.all, row - section.anchor.row)];
  return found && rowOf(found) === row ? found : undefined;
}

/** The command under the cursor, its last column included. */
export function lineUnder(snapshot: Snapshot, position: Position): MatchedLine | undefined {
  const line = lineAt(snapshot, position.line);
  return line && line.start <= position.character && position.character <= line.end ? line : undefined;
}

/** The lines that opened the views in which this row stands, outermost first, as the lines above it leave them. */
export function headsAbove(snapshot: Snapshot, row: number): MatchedLine[] {
  const section = sectionAt(snapshot, row);
  if (!section) return [];
  const inside = row - section.anchor.row;
  const chain: MatchedLine[] = [];
  let level: readonly MatchedLine[] = section.lines;
  let last: MatchedLine | undefined;
  for (;;) {
    // A head that goes on from the section before hangs on another anchor and stands above everything here.
    last = level.findLast((line) => line.anchor !== section.anchor || line.row < inside);
    if (!last) break;
    if (!last.opens) break;
    chain.push(last);
    level = last.lines;
  }
  if (last?.match && !last.match.undo) {
    if (last.match.command === 'session.quit') chain.pop();
    else if (last.match.command === 'session.return' || last.match.command === 'session.systemView') chain.length = 0;
  }
  return chain;
}

/**
 * The views whose commands may be typed in this row, most likely first. In an indented file the indent decides; in a flat
 * script any open view may go on, and the system view is never closed.
 */
export function viewsAt(snapshot: Snapshot, row: number, indent: number): OpenView[] {
  const found: OpenView[] = [];
  const chain = headsAbove(snapshot, row);
  while (chain.length > 0) {
    const head = chain.pop()!;
    if (indent > head.indent)
      return found.length > 0 ? [...found, { view: head.opens!, head }] : [{ view: head.opens!, head }];
    const child = head.lines.find((line) => rowOf(line) !== row);
    const mayBeFlat = child === undefined || child.indent <= head.indent;
    if (indent === head.indent && mayBeFlat) found.push({ view: head.opens!, head });
  }
  return [...found, { view: 'system' }];
}

/** What stands before the cursor in its row: whole words, and the word being typed (empty behind a blank). */
export interface Typed {
  readonly words: readonly Word[];
  readonly partial: string;
  /** The column at which the partial word begins. */
  readonly from: number;
  readonly indent: number;
  readonly prompt: boolean;
}

/** The words before the cursor, and the part of one that it stands in. */
export function typedBefore(rowText: string, character: number): Typed {
  const before = rowText.slice(0, character);
  const prompt = /^\s*(?:HRP_[MS])?(?:<[^<>\s]+>|\[[^[\]\s]+\]) */.exec(before)?.[0] ?? '';
  const text = before.slice(prompt.length);
  const all = words(text);
  const last = all[all.length - 1];
  const typing = last !== undefined && last.end === text.length;
  return {
    words: typing ? all.slice(0, -1) : all,
    partial: typing ? last.text : '',
    from: prompt.length + (typing ? last.start : text.length),
    indent: prompt === '' ? rowText.search(/\S|$/) : 0,
    prompt: prompt !== '',
  };
}

function firstAtOrBelow(lines: readonly MatchedLine[], row: number): number {
  return partitionPoint(lines, (line) => line.row < row);
}
