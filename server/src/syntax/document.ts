// A text that is being edited: its tree, its rows and its sections. An edit reparses what it touches and reads again only the
// sections that changed; the others stay the same objects. The first reading needs no tree: it is made for the first edit, or
// before that, when there is time.
import { Edit, type Tree } from 'web-tree-sitter';
import type { Position, Range } from '../text/range';
import type { Slices } from '../text/slices';
import type { Section } from './line';
import { openShape, type OpenShape, type Stretch } from './open-shape';
import { needsTree, readRows, readRowsInSlices } from './row-reader';
import { lastAtOrBefore, rowsOf, type Rows } from './piece-table';
import { parse, parseInSlices, readSections, readSectionsInSlices, type ReadSection } from './tree-reader';

type Point = { readonly row: number; readonly column: number };

const byteOrderMark = 0xfeff;

/** A text that is edited, read anew where an edit touches it. */
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

/** Opens a text. Nothing is parsed before it is asked for. */
export function openText(initial: string): OpenText {
  const text = new EditedText(rowsOf(initial));
  text.read();
  return text;
}

/** A long text, read in slices of about so many rows; with its tree, which would be one long slice at the first edit. */
export function* openTextInSlices(initial: string, rowsAtOnce: number): Slices<OpenText> {
  const content = rowsOf(initial);
  yield;
  const text = new EditedText(content);
  let isRead = false;
  try {
    yield* text.readInSlices(rowsAtOnce);
    isRead = true;
    return text;
  } finally {
    if (!isRead) text.close();
  }
}

/** Characters of a row, about. */
const charactersInRow = 30;

class EditedText implements OpenText {
  private shape: OpenShape;
  private tree: Tree | undefined;
  sections: readonly Section[] = [];
  /** Offset of each section's first character. */
  private offsets = new Int32Array(0);

  constructor(private content: Rows) {
    this.shape = openShape(this.content);
  }

  /** Once, before anything else is asked. */
  read(): void {
    const shapeText = this.shape.rows.whole();
    if (needsTree(shapeText)) this.prepare();
    this.take(
      this.tree ? readSections(this.tree, this.content, 0, () => false) : readRows(this.content.whole(), shapeText),
    );
  }

  /** The same in slices. */
  *readInSlices(rowsAtOnce: number): Slices<void> {
    yield;
    const shapeText = this.shape.rows.whole();
    const charactersAtOnce = rowsAtOnce * charactersInRow;
    this.tree = yield* parseInSlices(this.shape.rows, charactersAtOnce);
    yield;
    this.take(
      needsTree(shapeText)
        ? yield* readSectionsInSlices(this.tree, this.content, charactersAtOnce)
        : yield* readRowsInSlices(this.content.whole(), shapeText, rowsAtOnce),
    );
  }

  get text(): string {
    return this.content.whole();
  }

  get rows(): number {
    return this.content.count;
  }

  get eol(): OpenText['eol'] {
    return this.content.eol();
  }

  change(range: Range | undefined, newText: string): void {
    if (!range) return this.replaceAll(newText);
    this.prepare();
    const { content } = this;
    const [anchor, active] = [this.offsetAt(range.start), this.offsetAt(range.end)];
    const [from, oldEnd] = anchor <= active ? [anchor, active] : [active, anchor];
    const edit = { from, oldEnd, newEnd: from + newText.length };
    const before = {
      from: this.point(from),
      oldEnd: this.point(oldEnd),
      end: this.point(content.length),
      rows: content.count,
    };
    const hadMark = content.charCodeAt(0) === byteOrderMark;
    content.replace(from, oldEnd, newText);
    // A mark at the start of the file changes what every offset means to the parser.
    if (hadMark !== (content.charCodeAt(0) === byteOrderMark)) return this.replaceAll(content.whole());
    const stretch = this.shape.follow(edit);
    this.reparse(
      stretch,
      stretch.from === from ? before.from : this.point(stretch.from),
      stretch === edit ? before.oldEnd : this.oldPoint(stretch, before),
    );
  }

  offsetAt({ line, character }: Position): number {
    if (!(line >= 0)) return 0;
    const row = Math.floor(line);
    if (row >= this.content.count) return this.content.length;
    return Math.min(this.content.startOf(row) + Math.max(0, Math.floor(character) || 0), this.rowEnd(row));
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.content.length));
    const line = this.content.rowAt(clamped);
    return { line, character: clamped - this.content.startOf(line) };
  }

  lineText(row: number): string {
    const exists = row >= 0 && row < this.content.count;
    return exists ? this.content.slice(this.content.startOf(row), this.rowEnd(row)) : '';
  }

  sectionIndexAt(row: number): number {
    const nearest = Math.max(0, Math.min(row, this.content.count - 1));
    return lastAtOrBefore(this.offsets, this.content.startOf(nearest));
  }

  sectionRow(index: number): number {
    return this.content.rowAt(this.offsets[index] ?? this.content.length);
  }

  prepare(): void {
    this.tree ??= parse(this.shape.rows);
  }

  close(): void {
    this.tree?.delete();
    this.tree = undefined;
  }

  private take(read: readonly ReadSection[]): void {
    this.sections = read.map(({ section }) => section);
    this.offsets = Int32Array.from(read.map(({ start }) => start));
  }

  private replaceAll(newText: string): void {
    this.close();
    this.content = rowsOf(newText);
    this.shape = openShape(this.content);
    this.read();
  }

  /** Where the end of a stretch was before the edit: the begin of a row, or the end of the text. */
  private oldPoint({ oldEnd, newEnd }: Stretch, before: { readonly end: Point; readonly rows: number }): Point {
    if (newEnd === this.content.length && oldEnd > 0) return before.end;
    return { row: this.content.rowAt(newEnd) - (this.content.count - before.rows), column: 0 };
  }

  private reparse({ from, oldEnd, newEnd }: Stretch, startPosition: Point, oldEndPosition: Point): void {
    const delta = newEnd - oldEnd;
    const old = this.tree!;
    old.edit(
      new Edit({
        startIndex: from,
        oldEndIndex: oldEnd,
        newEndIndex: newEnd,
        startPosition,
        oldEndPosition,
        newEndPosition: this.point(newEnd),
      }),
    );
    const tree = parse(this.shape.rows, old);
    this.tree = tree;
    let low = from;
    let high = newEnd;
    for (const changed of old.getChangedRanges(tree)) {
      low = Math.min(low, changed.startIndex);
      high = Math.max(high, changed.endIndex);
    }
    old.delete();
    this.rereadSections(tree, low, high - delta, delta);
  }

  /** Old sections that end before `low` or begin behind `high` (offsets of the old text) are the same in the new tree. */
  private rereadSections(tree: Tree, low: number, high: number, delta: number): void {
    const { sections, offsets } = this;
    // A line's end belongs to the section behind it: a change at a boundary concerns both sides, so one more on the left.
    const touched = lastAtOrBefore(offsets, low);
    const first = low > offsets[touched]! + 1 ? touched : Math.max(0, touched - 1);
    /** The first old section behind the fresh ones, and whether the reading met its beginning. */
    const old = { next: first, met: false };
    const fresh = readSections(tree, this.content, offsets[first] ?? 0, (start) => {
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
    fresh.forEach(({ start }, index) => {
      moved[first + index] = start;
    });
    for (let index = 0; index < tail; index++) moved[first + fresh.length + index] = offsets[next + index]! + delta;
    this.sections = [...sections.slice(0, first), ...fresh.map(({ section }) => section), ...sections.slice(next)];
    this.offsets = moved;
  }

  private point(offset: number): Point {
    const { line, character } = this.positionAt(offset);
    return { row: line, column: character };
  }

  private rowEnd(row: number): number {
    const { content } = this;
    const begin = content.startOf(row);
    if (row + 1 >= content.count) return content.length;
    let end = content.startOf(row + 1);
    if (end > begin && content.charCodeAt(end - 1) === 10) end--;
    if (end > begin && content.charCodeAt(end - 1) === 13) end--;
    return end;
  }
}
