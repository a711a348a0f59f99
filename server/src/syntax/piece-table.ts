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
  let whole: string | undefined = initial;
  let pieces = cut(initial, true, shortest);
  /** Of each piece, and of what follows the last one. */
  const offsets: number[] = [];
  const firstRows: number[] = [];
  settle(0);

  function settle(first: number): void {
    offsets.length = firstRows.length = first + 1;
    if (first === 0) offsets[0] = firstRows[0] = 0;
    for (let index = first; index < pieces.length; index++) {
      offsets[index + 1] = offsets[index]! + pieces[index]!.text.length;
      firstRows[index + 1] = firstRows[index]! + pieces[index]!.starts.length;
    }
  }

  /** The piece that holds the offset; one at a border belongs to what begins there. */
  function pieceAt(offset: number): number {
    return Math.min(lastAtOrBefore(offsets, offset), pieces.length - 1);
  }

  function slice(from: number, to: number): string {
    const first = pieceAt(from);
    const { text } = pieces[first]!;
    const start = offsets[first]!;
    if (to <= start + text.length) return text.slice(from - start, to - start);
    return pieces
      .slice(first, pieceAt(to) + 1)
      .map((piece) => piece.text)
      .join('')
      .slice(from - start, to - start);
  }

  return {
    get length() {
      return offsets[pieces.length]!;
    },
    get count() {
      return firstRows[pieces.length]!;
    },
    whole: () => (whole ??= pieces.map((piece) => piece.text).join('')),
    slice,
    charCodeAt(offset) {
      const piece = pieceAt(offset);
      return pieces[piece]!.text.charCodeAt(offset - offsets[piece]!);
    },
    from(offset) {
      const piece = pieceAt(offset);
      return pieces[piece]!.text.slice(offset - offsets[piece]!);
    },
    eol() {
      const piece = pieces.find(({ text }) => text.includes('\n')) ?? pieces.find(({ text }) => text.includes('\r'));
      return lineEnd(piece?.text ?? '');
    },
    startOf(row) {
      const piece = Math.min(lastAtOrBefore(firstRows, row), pieces.length - 1);
      return offsets[piece]! + pieces[piece]!.starts[row - firstRows[piece]!]!;
    },
    rowAt(offset) {
      const piece = pieceAt(offset);
      return firstRows[piece]! + lastAtOrBefore(pieces[piece]!.starts, offset - offsets[piece]!);
    },
    replace(from, to, newText) {
      const holds = pieceAt(from);
      // At its begin the new text may complete the line end that the piece before ends with.
      const first = holds > 0 && offsets[holds] === from ? holds - 1 : holds;
      const last = pieceAt(to);
      const old = pieces
        .slice(first, last + 1)
        .map((piece) => piece.text)
        .join('');
      const changed = old.slice(0, from - offsets[first]!) + newText + old.slice(to - offsets[first]!);
      pieces = [
        ...pieces.slice(0, first),
        ...cut(changed, last === pieces.length - 1, shortest),
        ...pieces.slice(last + 1),
      ];
      whole = undefined;
      settle(first);
    },
  };
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
