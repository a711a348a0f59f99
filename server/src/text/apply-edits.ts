// A text after edits whose positions are all of the old text and which do not overlap.
import type { Position, TextEdit } from './range';

/** Insertions at one place come in the order in which they are given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const offset = offsetsIn(text);
  let result = '';
  let from = 0;
  const ordered = edits
    .map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .sort((edit, next) => edit.start - next.start);
  for (const { start, end, newText } of ordered) {
    result += text.slice(from, Math.max(from, start)) + newText;
    from = Math.max(from, end);
  }
  return result + text.slice(from);
}

/** A position behind the end of its line counts as that end. */
function offsetsIn(text: string): (position: Position) => number {
  const starts = [0];
  for (const hit of text.matchAll(/\r\n|\r|\n/g)) starts.push(hit.index + hit[0].length);
  return ({ line, character }) => {
    if (line >= starts.length) return text.length;
    let end = line + 1 < starts.length ? starts[line + 1]! : text.length;
    while (end > starts[line]! && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
    return Math.min(starts[line]! + character, end);
  };
}
