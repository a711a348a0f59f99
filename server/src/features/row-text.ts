// The characters of one row of an open document, blanks at its end included: what a person is typing.
import type { Snapshot } from '../workspace/workspace';

/** Undefined where the document is not open or has no such row. */
export function rowText(snapshot: Snapshot, row: number): string | undefined {
  const text = snapshot.text?.text;
  if (text === undefined || row < 0) return undefined;
  let at = 0;
  for (let count = 0; count < row; count++) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return undefined;
  }
  const end = text.indexOf('\n', at);
  const line = text.slice(at, end < 0 ? text.length : end);
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
