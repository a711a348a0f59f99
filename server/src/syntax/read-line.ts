// What one row says: its kind, its indent, the prompt before it and its text, for whoever knows where the row is.
import { detachString } from '../text/detach-string';
import { rowEnd, rowStart } from '../text/terminal-row';
import type { Line, LineKind } from './line';

const promptPattern = /^(?:HRP_[A-Z]+)?(?:\[[^\]]*\]|<[^>]*>)/;

/**
 * The line of the row that lies in `text` from `from` to `to`, its line end left out. `keep` is for texts that do not outlive
 * the whole.
 */
export function lineOf(text: string, from: number, to: number, row: number, kind: LineKind, keep = detachString): Line {
  const shown = rowStart(text, from, to);
  let start = shown?.start ?? from;
  while (start < to && (isBlank(text.charCodeAt(start)) || (row === 0 && text.charCodeAt(start) === 0xfeff))) start++;
  const indent = shown?.indent ?? start - from - (text.charCodeAt(from) === 0xfeff && start > from ? 1 : 0);
  let end = rowEnd(text, start, to);
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (kind === 'separator' || kind === 'subseparator') {
    start++;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    return { row, kind, start: start - from, indent, text: keep(text.slice(start, end)) };
  }
  const prompt =
    kind === 'command' && mayBePrompt(text.charCodeAt(start))
      ? promptPattern.exec(text.slice(start, end))?.[0]
      : undefined;
  if (prompt === undefined)
    return {
      row,
      kind: start === end && kind === 'command' ? 'blank' : kind,
      start: start - from,
      indent,
      text: keep(text.slice(start, end)),
    };
  const promptStart = shown ? { promptStart: start - from } : undefined;
  start += prompt.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  return {
    row,
    kind: start < end ? kind : 'blank',
    start: start - from,
    indent: 0,
    text: keep(text.slice(start, end)),
    prompt: detachString(prompt),
    ...promptStart,
  };
}

/** Whether the character code is that of a blank or a tab. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 11 || code === 12 || code === 0;
}

/** `[`, `<` or the `H` of `HRP_`. */
function mayBePrompt(code: number): boolean {
  return code === 91 || code === 60 || code === 72;
}
