// The shape of a text that is being edited: an edit makes anew what it can change of it, and nothing else.
import { rowsOf, type Rows } from './piece-table';
import { longestBanner, replaced, scan, type BannerHead } from './shape';

/** What an edit changed, in offsets before it and behind it. */
export interface Stretch {
  readonly from: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The shape of an open text, kept over edits. */
export interface OpenShape {
  /** What the parser reads; the text itself as long as nothing in it has another shape. */
  readonly rows: Rows;
  /** Follows an edit that the text has taken, and gives what the parser has to look at again. */
  follow(edit: Stretch): Stretch;
}

/** The shape of these rows, to be followed edit by edit. */
export function openShape(text: Rows): OpenShape {
  const whole = text.whole();
  const first = scan(whole, 0, () => false);
  let { heads } = first;
  let shape = first.replacements.length > 0 ? rowsOf(replaced(whole, 0, whole.length, first.replacements)) : undefined;

  /** Of the new text: from where its shape may be another than before. */
  function startOf(edit: Stretch): number {
    const row = text.startOf(text.rowAt(edit.from));
    const reaching = heads.find((head) => head.from + longestBanner >= row && head.from < row);
    return reaching ? reaching.from : row;
  }

  /** Whether a row of the old text that begins there is read by itself. */
  function wasOutside(offset: number): boolean {
    return !heads.some((head) => head.from < offset && offset <= head.to);
  }

  function follow(edit: Stretch): Stretch {
    const delta = edit.newEnd - edit.oldEnd;
    const from = startOf(edit);
    const stop = (offset: number) => offset > edit.newEnd && wasOutside(offset - delta);
    // What a row says is known from what stands so far behind it.
    const enough = Math.min(text.length, edit.newEnd + 2 * longestBanner + rowLengthAt(edit.newEnd));
    let read = rescan(from, enough, stop);
    if (read.end === enough && enough < text.length) read = rescan(from, text.length, stop);
    const { found, end } = read;
    heads = [
      ...heads.filter((head) => head.from < from),
      ...found.heads.map((head) => moved(head, from)),
      ...heads.filter((head) => head.from >= end - delta).map((head) => moved(head, delta)),
    ];
    if (!shape && found.replacements.length === 0) return edit;
    const stretch = { from, oldEnd: end - delta, newEnd: end };
    const fresh = replaced(read.text, 0, end - from, found.replacements);
    if (shape) shape.replace(from, stretch.oldEnd, fresh);
    else shape = rowsOf(text.slice(0, from) + fresh + text.slice(end, text.length));
    return stretch;
  }

  function rescan(from: number, to: number, stop: (offset: number) => boolean) {
    const part = text.slice(from, to);
    const found = scan(part, 0, (offset) => stop(from + offset));
    return { text: part, found, end: from + found.end };
  }

  function rowLengthAt(offset: number): number {
    const row = text.rowAt(offset);
    return (row + 1 < text.count ? text.startOf(row + 1) : text.length) - text.startOf(row);
  }

  return {
    get rows() {
      return shape ?? text;
    },
    follow,
  };
}

function moved({ from, to }: BannerHead, by: number): BannerHead {
  return { from: from + by, to: to + by };
}
