// The characters of one row of an open document, blanks at its end included: what a person is typing.
import type { Snapshot } from '../workspace/workspace';

/** Undefined where the document is not open or has no such row. */
export function rowText(snapshot: Snapshot, row: number): string | undefined {
  const { text } = snapshot;
  return text && row >= 0 && row < text.rows ? text.lineText(row) : undefined;
}
