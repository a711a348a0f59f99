// Rows of files as positions need them: of an open document any row, of a closed one those in which columns can be counted in
// several ways, and the last one.
import { lineStarts } from '../syntax/piece-table';
import { detachString } from '../text/detach-string';
import type { Position, Range } from '../text/range';

/** Of a text that no editor holds. */
interface ClosedRows {
  /** How many rows the text has. */
  readonly count: number;
  readonly last: string;
  /** Rows with signs beyond ASCII. */
  readonly wide: ReadonlyMap<number, string>;
}

interface OpenRows {
  /** Undefined where the document is not open. */
  rowText(id: string, row: number): string | undefined;
  rowCount(id: string): number | undefined;
}

/**
 * Rows of open and closed files, for converting columns. Rows count from 0. Of a closed file only the rows with
 * characters beyond ASCII and the last one are kept.
 */
export class RowTexts {
  private readonly closed = new Map<string, ClosedRows>();

  constructor(private readonly open: OpenRows) {}

  /** The text of a file that no editor holds. */
  setClosed(id: string, text: string): void {
    this.closed.set(id, closedRows(text));
  }

  removeClosed(id: string): void {
    this.closed.delete(id);
  }

  /** Without its line end. Undefined where it is not known, and then columns are counted in one way only. */
  text(id: string, row: number): string | undefined {
    const open = this.open.rowText(id, row);
    if (open !== undefined) return open;
    const closed = this.closed.get(id);
    return row === (closed?.count ?? 0) - 1 ? closed?.last : closed?.wide.get(row);
  }

  /** The range within the text: what lies behind a row or behind the last one is its end. */
  within(id: string, { start, end }: Range): Range {
    return { start: this.positionWithin(id, start), end: this.positionWithin(id, end) };
  }

  private positionWithin(id: string, { line, character }: Position): Position {
    const count = this.open.rowCount(id) ?? this.closed.get(id)?.count;
    const row = count === undefined ? line : Math.min(line, count - 1);
    const length = this.text(id, row)?.length;
    if (row < line) return { line: row, character: length ?? 0 };
    return { line, character: Math.min(character, length ?? character) };
  }
}

const beyondAscii = /[^\0-\x7f]/;

function closedRows(text: string): ClosedRows {
  const starts = lineStarts(text);
  const last = detachString(text.slice(starts.at(-1)));
  if (!beyondAscii.test(text)) return { count: starts.length, last, wide: new Map() };
  const rows = text.split(/\r\n|\r|\n/);
  const wide = [...rows.entries()].filter(([, row]) => beyondAscii.test(row));
  return { count: starts.length, last, wide: new Map(wide.map(([at, row]) => [at, detachString(row)])) };
}
