// Sections read off the rows themselves, without a tree: a row says by its first characters what it is, in every text but those
// with banners or keys, whose text runs over rows as only the grammar knows. What comes out is what the tree gives, character for
// character; test/syntax.test.ts holds the two side by side.
import { detachString } from '../text/detach-string';
import { finish, type Slices } from '../text/slices';
import type { Line, LineKind } from './line';
import { isBlank, lineOf } from './read-line';
import type { ReadSection } from './tree-reader';

/** True where some row may begin a banner or a key. */
export function needsTree(text: string): boolean {
  return (
    text.includes('public-key-code') || (text.includes('header') && /header[ \t\v\f\0]+(?:login|shell)/.test(text))
  );
}

/** `shape` is that of the text. */
export function readRows(text: string, shape: string, keep: (slice: string) => string = detachString): ReadSection[] {
  return finish(readRowsInSlices(text, shape, Infinity, keep));
}

/** The same in slices of so many rows. */
export function* readRowsInSlices(
  text: string,
  shape: string,
  rowsAtOnce: number,
  keep: (slice: string) => string = detachString,
): Slices<ReadSection[]> {
  const reader = new RowReader(text, shape, keep);
  while (!reader.read(rowsAtOnce)) yield;
  return reader.found;
}

class RowReader {
  readonly found: ReadSection[] = [];
  private lines: Line[] = [];
  private sectionStart = 0;
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly shape: string,
    private readonly keep: (slice: string) => string,
  ) {}

  /** Reads so many rows more; true behind the last one. */
  read(rows: number): boolean {
    const { text, shape, keep, found } = this;
    let { lines, at } = this;
    let feed = text.indexOf('\n', at);
    let carriageReturn = text.indexOf('\r', at);
    for (let left = rows; left > 0; left--) {
      const isLast = feed < 0 && carriageReturn < 0;
      const to = isLast ? text.length : firstFound(feed, carriageReturn);
      const kind = kindOf(shape, at, to);
      lines.push(lineOf(text, at, to, lines.length, kind, keep));
      const next = to === carriageReturn && feed === to + 1 ? to + 2 : to + 1;
      if (kind === 'separator' || isLast) {
        found.push({ section: { lines, rows: lines.length }, start: this.sectionStart });
        lines = [];
        this.sectionStart = next;
      }
      if (isLast) return true;
      at = next;
      if (feed >= 0 && feed < at) feed = text.indexOf('\n', at);
      if (carriageReturn >= 0 && carriageReturn < at) carriageReturn = text.indexOf('\r', at);
    }
    this.lines = lines;
    this.at = at;
    return false;
  }
}

const versionHeader = /^\[V[0-9]{3}R[0-9]{3}[0-9A-Za-z]*\]/;

function kindOf(text: string, from: number, to: number): LineKind {
  let margin = from;
  if (from === 0) while (margin < to && isMark(text.charCodeAt(margin))) margin++;
  let at = margin;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  if (at === to) return 'blank';
  const code = text.charCodeAt(at);
  if (code === hash && (at + 1 === to || isBlank(text.charCodeAt(at + 1))))
    return at === margin ? 'separator' : 'subseparator';
  return code === exclamation || (code === bracket && versionHeader.test(text.slice(at, to))) ? 'header' : 'command';
}

const hash = '#'.charCodeAt(0);
const exclamation = '!'.charCodeAt(0);
const bracket = '['.charCodeAt(0);

/** A byte order mark, and its other half. */
function isMark(code: number): boolean {
  return code === 0xfeff || code === 0xfffe;
}

/** The nearer of two offsets, of which one may be -1, nowhere. */
function firstFound(first: number, other: number): number {
  if (first < 0) return other;
  return other >= 0 && other < first ? other : first;
}
