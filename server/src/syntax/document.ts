// A text that is being edited: its tree, its rows and its sections. An edit reparses what it touches and reads again only the
// sections that changed; the others stay the same objects. The first reading needs no tree: it is made for the first edit, or
// before that, when there is time.
import { Edit, type Tree } from 'web-tree-sitter';
import type { Position, Range } from '../text/range';
import type { Section } from './line';
import { openShape, type Stretch } from './open-shape';
import { needsTree, readRows } from './row-reader';
import { lastAtOrBefore, rowsOf } from './piece-table';
import { parse, readSections } from './tree-reader';

type Point = { readonly row: number; readonly column: number };

export interface OpenText {
  readonly text: string;
  readonly rows: number;
  readonly sections: readonly Section[];
  readonly eol: '\r\n' | '\n' | '\r';
  /** Applies a change of the protocol: no range means the whole text. Positions that do not exist are clamped. */
  change(range: Range | undefined, newText: string): void;
  offsetAt(position: Position): number;
  positionAt(offset: number): Position;
  /** The row without its line end; empty where there is no such row. */
  lineText(row: number): string;
  sectionIndexAt(row: number): number;
  sectionRow(index: number): number;
  /** Makes the tree that the first edit needs. */
  prepare(): void;
  /** Frees the tree; nothing else may be asked afterwards. */
  close(): void;
}

export function openText(initial: string): OpenText {
  let text = rowsOf(initial);
  let shape = openShape(text);
  let tree: Tree | undefined;
  let sections: Section[] = [];
  /** Offset of each section's first character. */
  let offsets = new Int32Array(0);
  readAll();

  function readAll(): void {
    const shapeText = shape.rows.whole();
    if (needsTree(shapeText)) prepare();
    const read = tree ? readSections(tree, text, 0, () => false) : readRows(text.whole(), shapeText);
    sections = read.map((one) => one.section);
    offsets = Int32Array.from(read.map((one) => one.start));
  }

  function prepare(): void {
    tree ??= parse(shape.rows);
  }

  function replaceAll(newText: string): void {
    tree?.delete();
    tree = undefined;
    text = rowsOf(newText);
    shape = openShape(text);
    readAll();
  }

  function change(range: Range | undefined, newText: string): void {
    if (!range) return replaceAll(newText);
    prepare();
    const [one, two] = [offsetAt(range.start), offsetAt(range.end)];
    const [from, oldEnd] = one <= two ? [one, two] : [two, one];
    const edit = { from, oldEnd, newEnd: from + newText.length };
    const before = { from: point(from), oldEnd: point(oldEnd), end: point(text.length), rows: text.count };
    const marked = text.charCodeAt(0) === 0xfeff;
    text.replace(from, oldEnd, newText);
    // A mark at the start of the file changes what every offset means to the parser.
    if (marked !== (text.charCodeAt(0) === 0xfeff)) return replaceAll(text.whole());
    const stretch = shape.follow(edit);
    reparse(
      stretch,
      stretch.from === from ? before.from : point(stretch.from),
      stretch === edit ? before.oldEnd : oldPoint(stretch, before),
    );
  }

  /** Where the end of a stretch was before the edit: the begin of a row, or the end of the text. */
  function oldPoint({ oldEnd, newEnd }: Stretch, before: { end: Point; rows: number }): Point {
    if (newEnd === text.length && oldEnd > 0) return before.end;
    return { row: text.rowAt(newEnd) - (text.count - before.rows), column: 0 };
  }

  function reparse({ from, oldEnd, newEnd }: Stretch, startPosition: Point, oldEndPosition: Point): void {
    const delta = newEnd - oldEnd;
    const old = tree!;
    old.edit(
      new Edit({
        startIndex: from,
        oldEndIndex: oldEnd,
        newEndIndex: newEnd,
        startPosition,
        oldEndPosition,
        newEndPosition: point(newEnd),
      }),
    );
    tree = parse(shape.rows, old);
    let low = from;
    let high = newEnd;
    for (const changed of old.getChangedRanges(tree)) {
      low = Math.min(low, changed.startIndex);
      high = Math.max(high, changed.endIndex);
    }
    old.delete();
    rereadSections(low, high - delta, delta);
  }

  /** Old sections that end before `low` or begin behind `high` (offsets of the old text) are the same in the new tree. */
  function rereadSections(low: number, high: number, delta: number): void {
    // A line's end belongs to the section behind it: a change at a boundary concerns both sides, so one more on the left.
    const touched = lastAtOrBefore(offsets, low);
    const first = low > offsets[touched]! + 1 ? touched : Math.max(0, touched - 1);
    /** The first old section behind the fresh ones, and whether the reading met its beginning. */
    const old = { next: first, met: false };
    const fresh = readSections(tree!, text, offsets[first] ?? 0, (start) => {
      while (old.next < offsets.length && (offsets[old.next]! <= high + 1 || offsets[old.next]! + delta < start))
        old.next++;
      old.met = old.next < offsets.length && offsets[old.next]! + delta === start;
      return old.met;
    });
    // Read to the end: the last fresh section took in what old ones were left.
    const next = old.met ? old.next : offsets.length;
    const tail = offsets.length - next;
    const moved = new Int32Array(first + fresh.length + tail);
    moved.set(offsets.subarray(0, first));
    fresh.forEach((one, index) => {
      moved[first + index] = one.start;
    });
    for (let index = 0; index < tail; index++) moved[first + fresh.length + index] = offsets[next + index]! + delta;
    sections = [...sections.slice(0, first), ...fresh.map((one) => one.section), ...sections.slice(next)];
    offsets = moved;
  }

  function point(offset: number): Point {
    const { line, character } = positionAt(offset);
    return { row: line, column: character };
  }

  function rowEnd(row: number): number {
    const begin = text.startOf(row);
    if (row + 1 >= text.count) return text.length;
    let end = text.startOf(row + 1);
    if (end > begin && text.charCodeAt(end - 1) === 10) end--;
    if (end > begin && text.charCodeAt(end - 1) === 13) end--;
    return end;
  }

  function offsetAt({ line, character }: Position): number {
    if (!(line >= 0)) return 0;
    const row = Math.floor(line);
    if (row >= text.count) return text.length;
    return Math.min(text.startOf(row) + Math.max(0, Math.floor(character) || 0), rowEnd(row));
  }

  function positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, text.length));
    const line = text.rowAt(clamped);
    return { line, character: clamped - text.startOf(line) };
  }

  return {
    get text() {
      return text.whole();
    },
    get rows() {
      return text.count;
    },
    get sections() {
      return sections;
    },
    get eol() {
      return text.eol();
    },
    change,
    offsetAt,
    positionAt,
    prepare,
    lineText: (row) => (row >= 0 && row < text.count ? text.slice(text.startOf(row), rowEnd(row)) : ''),
    sectionIndexAt: (row) => lastAtOrBefore(offsets, text.startOf(Math.max(0, Math.min(row, text.count - 1)))),
    sectionRow: (index) => text.rowAt(offsets[index] ?? text.length),
    close() {
      tree?.delete();
      tree = undefined;
    },
  };
}
