// The edit that accepts a rule in one block: `# vrp-ignore RULE -- reason` in the `#` line before it, or in a line of its own
// where that line says something already or is not there.
import type { TextEdit } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { oneLine } from '../diagnostics/baseline';

/** `row` is any row of the block. Undefined where the document is not open. */
export function markEdit({ text }: Snapshot, row: number, rule: string, reason: string): TextEdit | undefined {
  if (!text) return undefined;
  const mark = `# vrp-ignore ${rule} -- ${oneLine(reason)}`;
  let first = 0;
  let before;
  for (const section of text.sections) {
    if (row < first + section.rows) break;
    first += section.rows;
    before = section.lines.at(-1);
  }
  const at = { line: first, character: 0 };
  const bare = before?.kind === 'separator' && before.text === '' && before.prompt === undefined ? before : undefined;
  return bare
    ? {
        range: { start: { line: first - 1, character: 0 }, end: { line: first - 1, character: bare.start } },
        newText: mark,
      }
    : { range: { start: at, end: at }, newText: `${mark}${text.eol}` };
}
