// Where a fact was read. Places hang on an anchor, the first row of their section, so that a section can move without being
// read again: the workspace moves the anchor.
import { compareTexts } from '../text/compare-texts';
import type { Range } from '../text/range';

/** The first row of a section in its file. `row` is moved by the owner of the file when rows come or go above it. */
export interface Anchor {
  readonly file: string;
  row: number;
}

/** A stretch of one line; columns are UTF-16 units from the start of the row. */
export interface Place {
  readonly anchor: Anchor;
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

/** A value and the place it was read from. A default has the place of the line that implies it. */
export interface Fact<T> {
  readonly value: T;
  readonly at: Place;
}

/** The row in the file, from 0. */
export function rowOf(place: Place): number {
  return place.anchor.row + place.row;
}

/** The place as rows and columns of the file, from 0. */
export function rangeOf(place: Place): Range {
  const line = rowOf(place);
  return { start: { line, character: place.start }, end: { line, character: place.end } };
}

/** Whether both are the same columns of the same row of the same section. */
export function samePlace(a: Place, b: Place): boolean {
  return a.anchor === b.anchor && a.row === b.row && a.start === b.start && a.end === b.end;
}

/** File order, then row, then column. */
export function comparePlaces(a: Place, b: Place): number {
  return compareTexts(a.anchor.file, b.anchor.file) || rowOf(a) - rowOf(b) || a.start - b.start || a.end - b.end;
}
