// Where rows begin. The protocol knows three line ends: CR LF, LF and a lone CR.
import { detachString } from '../text/detach-string';

/** The offset of each row's first character; there is always one row. */
export function lineStarts(text: string, from = 0, to = text.length): number[] {
  const starts = from === 0 ? [0] : [];
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return starts;
}

/** The line end new lines get: that of the first row which has a usual one; a lone CR only where all rows end so. */
export function lineEnd(text: string): '\r\n' | '\n' | '\r' {
  const first = text.indexOf('\n');
  if (first < 0) return text.includes('\r') ? '\r' : '\n';
  return first > 0 && text.charCodeAt(first - 1) === 13 ? '\r\n' : '\n';
}

/** A text that is edited: it lies in pieces of whole rows, so that an edit copies a piece and not the text. */
export interface Rows {
  readonly length: number;
  readonly count: number;
  /** The whole text; put together once between two edits, by whoever asks. */
  whole(): string;
  slice(from: number, to: number): string;
  charCodeAt(offset: number): number;
  /** What lies from `offset` to the end of its piece; empty behind the end. */
  from(offset: number): string;
  eol(): '\r\n' | '\n' | '\r';
  startOf(row: number): number;
  /** The row that holds the character; the last one for what lies behind the end. */
  rowAt(offset: number): number;
  replace(from: number, to: number, newText: string): void;
}

interface Piece {
  readonly text: string;
  /** Where its rows begin, from its own begin. It begins with a row. */
  readonly starts: Int32Array;
}

/** `shortest` characters make a piece, and what is left of its last row. */
export function rowsOf(initial: string, shortest = 16_384): Rows {
  return new PieceTable(initial, shortest);
}

class PieceTable implements Rows {
  private text: string | undefined;
  private pieces: readonly Piece[];
  /** Of each piece, and of what follows the last one. */
  private readonly offsets: number[] = [];
  private readonly firstRows: number[] = [];

  constructor(
    initial: string,
    private readonly shortest: number,
  ) {
    this.text = initial;
    this.pieces = cut(initial, true, shortest);
    this.countFrom(0);
  }

  get length(): number {
    return this.offsets[this.pieces.length]!;
  }

  get count(): number {
    return this.firstRows[this.pieces.length]!;
  }

  whole(): string {
    return (this.text ??= textOf(this.pieces));
  }

  slice(from: number, to: number): string {
    const first = this.pieceAt(from);
    const { text } = this.pieces[first]!;
    const start = this.offsets[first]!;
    if (to <= start + text.length) return text.slice(from - start, to - start);
    return textOf(this.pieces.slice(first, this.pieceAt(to) + 1)).slice(from - start, to - start);
  }

  charCodeAt(offset: number): number {
    const piece = this.pieceAt(offset);
    return this.pieces[piece]!.text.charCodeAt(offset - this.offsets[piece]!);
  }

  from(offset: number): string {
    const piece = this.pieceAt(offset);
    return this.pieces[piece]!.text.slice(offset - this.offsets[piece]!);
  }

  eol(): '\r\n' | '\n' | '\r' {
    const withLineEnd =
      this.pieces.find(({ text }) => text.includes('\n')) ?? this.pieces.find(({ text }) => text.includes('\r'));
    return lineEnd(withLineEnd?.text ?? '');
  }

  startOf(row: number): number {
    const piece = Math.min(lastAtOrBefore(this.firstRows, row), this.pieces.length - 1);
    return this.offsets[piece]! + this.pieces[piece]!.starts[row - this.firstRows[piece]!]!;
  }

  rowAt(offset: number): number {
    const piece = this.pieceAt(offset);
    return this.firstRows[piece]! + lastAtOrBefore(this.pieces[piece]!.starts, offset - this.offsets[piece]!);
  }

  replace(from: number, to: number, newText: string): void {
    const { pieces, offsets } = this;
    const holding = this.pieceAt(from);
    // At its begin the new text may complete the line end that the piece before ends with.
    const first = holding > 0 && offsets[holding] === from ? holding - 1 : holding;
    const last = this.pieceAt(to);
    const old = textOf(pieces.slice(first, last + 1));
    const changed = old.slice(0, from - offsets[first]!) + newText + old.slice(to - offsets[first]!);
    this.pieces = [
      ...pieces.slice(0, first),
      ...cut(changed, last === pieces.length - 1, this.shortest),
      ...pieces.slice(last + 1),
    ];
    this.text = undefined;
    this.countFrom(first);
  }

  /** Counts characters and rows anew from this piece on. */
  private countFrom(first: number): void {
    const { pieces, offsets, firstRows } = this;
    offsets.length = firstRows.length = first + 1;
    if (first === 0) offsets[0] = firstRows[0] = 0;
    for (let index = first; index < pieces.length; index++) {
      offsets[index + 1] = offsets[index]! + pieces[index]!.text.length;
      firstRows[index + 1] = firstRows[index]! + pieces[index]!.starts.length;
    }
  }

  /** The piece that holds the offset; one at a border belongs to what begins there. */
  private pieceAt(offset: number): number {
    return Math.min(lastAtOrBefore(this.offsets, offset), this.pieces.length - 1);
  }
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** Pieces that end with a line end, never inside one; `isEnd` where the text ends, whose last row needs none. */
function cut(text: string, isEnd: boolean, shortest: number): Piece[] {
  const pieces: Piece[] = [];
  const starts = lineStarts(text);
  let from = 0;
  let firstRow = 0;
  for (let row = 1; row < starts.length; row++) {
    const start = starts[row]!;
    if (start - from < shortest && (isEnd || start < text.length)) continue;
    pieces.push(piece(text, starts, firstRow, row, start));
    from = start;
    firstRow = row;
  }
  if (isEnd) pieces.push(piece(text, starts, firstRow, starts.length, text.length));
  return pieces;
}

function piece(text: string, starts: readonly number[], firstRow: number, behind: number, end: number): Piece {
  const from = starts[firstRow]!;
  // A copy: a slice would keep the text before the edit alive.
  return {
    text: detachString(text.slice(from, end)),
    starts: Int32Array.from({ length: behind - firstRow }, (_, index) => starts[firstRow + index]! - from),
  };
}

/** Index of the last number that is not larger; 0 where the first one is. */
export function lastAtOrBefore(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
