// How a fix changes a file: the value in place, a line beside another with its indent and the file's line ends, a line in a
// view at the place where the device itself would print it.
import type { Block, Device } from '../model/device';
import { inForce } from '../model/lines/in-force';
import { matchText, type MatchedLine } from '../model/lines/matched-line';
import { rangeOf, rowOf, type Place } from '../model/place';
import type { FileEdit } from './file-edit';

/** A column behind every line: the largest number the protocol carries. */
const endOfLine = 0x7fffffff;

/** Puts `newText` in the place of what stands there. */
export function replace(at: Place, newText: string): FileEdit {
  return { file: at.anchor.file, range: rangeOf(at), newText };
}

/** Takes the whole row away, its line end included. */
export function removeLine(line: Place): FileEdit {
  const row = rowOf(line);
  return {
    file: line.anchor.file,
    range: { start: { line: row, character: 0 }, end: { line: row + 1, character: 0 } },
    newText: '',
  };
}

/** A new line under `line`, indented alike; in a transcript, behind the same prompt. */
export function insertAfter(device: Device, line: MatchedLine, text: string): FileEdit {
  return insertRows(device, rowOf(lastRowOf(line)) + 1, [like(line, text)]);
}

/** Puts `text` as a line of its own before `line`. */
export function insertBefore(device: Device, line: MatchedLine, text: string): FileEdit {
  return insertRows(device, rowOf(line), [like(line, text)]);
}

/**
 * A new line in a view: behind the last line for which `after` holds, else as its last line (its first with `first`); never before an
 * `undo` that would take it back.
 */
export function insertInBlock(
  device: Device,
  block: Block,
  text: string,
  options: { after?: (line: MatchedLine) => boolean; first?: boolean } = {},
): FileEdit {
  const previous = block.lines.findLast((line) => options.after?.(line) === true || takesBack(line, text));
  if (previous) return insertAfter(device, previous, text);
  const heads = [...block.heads].reverse();
  const head = heads.find((head) => head.lines.some(stays)) ?? heads.find((head) => head.lines.length > 0) ?? heads[0]!;
  // What leaves the view or commits it stays behind the new line.
  const inside = head.lines.slice(0, head.lines.findLastIndex(stays) + 1);
  const sibling = options.first ? inside[0] : inside.at(-1);
  const leaving = head.lines[inside.length];
  if (options.first && sibling) return insertRows(device, rowOf(sibling), [like(sibling, text)]);
  if (sibling)
    return insertRows(device, rowOf(lastRowOf(sibling)) + 1, [like({ ...sibling, indent: inside[0]!.indent }, text)]);
  return insertRows(device, rowOf(head) + 1, [leaving ? like(leaving, text) : ' '.repeat(head.indent + 1) + text]);
}

/** Whether the line is an `undo` that would take `text` back if it stood before it. */
function takesBack(line: MatchedLine, text: string): boolean {
  if (!line.match?.undo) return false;
  const inserted = { ...line, text, match: matchText(line.view, text) };
  return !inForce([inserted, line]).includes(inserted);
}

/** `text` as a line beside `line`: behind its prompt, or with its indent. */
function like(line: MatchedLine, text: string): string {
  if (line.prompt === undefined) return ' '.repeat(line.indent) + text;
  return line.prompt + ' '.repeat(Math.max(line.start - line.prompt.length, 0)) + text;
}

/** False for `quit`, `return`, `commit`: they end the work in a view. */
function stays(line: MatchedLine): boolean {
  return line.match?.command.startsWith('session.') !== true;
}

/** New rows before row `row`; the lines bring their own indent. */
export function insertRows(device: Device, row: number, lines: readonly string[]): FileEdit {
  // A file whose last line has no line end gets one first.
  const behindEnd = row >= device.rows;
  const at = { line: row, character: 0 };
  const newText = behindEnd
    ? lines.map((line) => device.eol + line).join('')
    : lines.map((line) => line + device.eol).join('');
  return behindEnd
    ? {
        file: device.file,
        range: {
          start: { line: device.rows - 1, character: endOfLine },
          end: { line: device.rows - 1, character: endOfLine },
        },
        newText,
      }
    : { file: device.file, range: { start: at, end: at }, newText };
}

/** A whole new view closed by `#`, before the first view for which `before` holds, else at the end (before `return`). */
export function insertSection(device: Device, lines: readonly string[], before: MatchedLine | undefined): FileEdit {
  return insertRows(device, before ? rowOf(before) : device.endRow, [...lines, '#']);
}

function lastRowOf(line: MatchedLine): MatchedLine {
  const last = line.lines[line.lines.length - 1];
  return last ? lastRowOf(last) : line;
}
