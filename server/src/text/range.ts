// Positions and edits, spelled as the Language Server Protocol spells them: lines and UTF-16 columns from 0.
// Everything below the shells speaks in these; the command line adds 1 when it prints.

/** Row and column, both from 0; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Replaces what stands in `range` by `newText`; an empty range inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A range within one row. */
export function range(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** Negative where `a` comes first, 0 where both are the same. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
