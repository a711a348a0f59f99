// What a terminal and its log write before the text of a row: the time, the pager's prompt with what erases it, sequences that
// move the cursor; and rows that are messages of the device's own log. The row is read as a screen would show it in the end. Pure,
// so that the client can bundle it.

/** Where the text of a row begins, and how far from the left the screen showed it. */
export interface RowStart {
  /** Offset of the first character that is neither a blank nor what a terminal wrote; the row's end where nothing follows. */
  readonly start: number;
  /** Columns before the text on the screen. */
  readonly indent: number;
}

/** How a log names the time: `[2024-05-01 10:00:00.000] `, `(10:00:00) `, `2024-05-01T10:00:00Z `. One blank belongs to it. */
const bracketedTime =
  /[[(](?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[ T_])?\d{1,2}:\d{2}[:.]\d{2}(?:[.,:]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?[\])]:? ?/y;
const dateAndTime =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[ T_]\d{1,2}:\d{2}:\d{2}(?:[.,:]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?(?::? |(?=[\r\n]|$))/y;
/** `Nov 30 10:00:00 `, `Mon Nov 30 10:00:00 2026: `, `1764500000.123 `: how tools name the time of each row. */
const toolTime =
  /(?:(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?[A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?: \d{4})?|\d{10}(?:\.\d{1,9})?)(?::? |(?=[\r\n]|$))/y;
/** `Nov 30 2026 10:00:00+08:00 Agg-1 %%01IFNET/4/LINK_STATE(l)[12]:...`, and the traps and alarms that begin with `#` or `%`. */
const logMessage =
  /[#%]?[A-Z][a-z]{2} {1,2}\d{1,2} \d{4} \d{1,2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[+-]\d{2}:\d{2})?(?: DST)? [^ \r\n]{1,64} (?:%%\d{2})?[A-Z][A-Z0-9_]{0,40}\/\d{1,2}\/[A-Za-z][^\r\n]*/y;
/**
 * `    12<TAB>` of `cat -n`, `12:` of `grep -n`, the `+` of a row that a patch adds, and the marks of a quoted mail, each with a blank of
 * its own.
 */
const listing = / {0,5}\d{1,6}(?:\t|:(?=[ #!A-Za-z\r\n]|$))|\+(?!\+)|(?:> ?){1,8}/y;
/** `---- More ----`, `---- More ( Press 'Q' to break ) ----`. */
const pagerPrompt = /-{2,8} ?more ?(?:\( ?press '?q'? to break ?\) ?)?-{2,8}/iy;
/** `ESC [ 42 D` and the like. */
const sequence = /\x1b(?:\[[0-9;?]{0,16}[A-Za-z]|[78])/y;
/** The same where a program has taken the escape character out, or spelt it. */
const sequenceText = /(?:\^\[)?\[\d{1,3}D/y;
/** The blanks that VRP writes over its prompt, narrow and wide. */
const erasures = [42, 16];
/** A row begins with no more of them: each is read once. */
const mostPrefixes = 16;

/** A colour that is set or ended behind the text of a row. */
const colour = /\x1b\[[0-9;]{0,16}m/y;
/** No colour is longer. */
const longestColour = 20;

const escape = 0x1b;
const backspace = 8;
const bell = 7;
const deletion = 0x7f;

/** Undefined for a row that begins with its own text, as nearly all do. The row lies in `text` from `from` to `to`. */
export function rowStart(text: string, from: number, to: number): RowStart | undefined {
  const first = firstText(text, from, to);
  if (!mayBegin(text.charCodeAt(first), text.charCodeAt(first + 1))) return undefined;
  let found: RowStart | undefined;
  let at = text.charCodeAt(from) === 0xfeff ? from + 1 : from;
  const listed = matchEnd(listing, text, at, to);
  if (listed !== undefined) {
    at = firstText(text, listed, to);
    found = { start: at, indent: at - listed };
  }
  for (let count = 0; count < mostPrefixes; count++) {
    const next =
      behindLog(text, at, to) ?? behindTime(text, at, to) ?? behindPager(text, at, to) ?? behindSequences(text, at, to);
    if (!next) break;
    found = next;
    at = next.start;
  }
  return found && { start: found.start, indent: Math.min(found.indent, found.start - from) };
}

/** Where the text of a row ends: before the colours that a terminal sets back there. */
export function rowEnd(text: string, from: number, to: number): number {
  let end = to;
  while (text.charCodeAt(end - 1) === 109) {
    const begin = text.lastIndexOf('\x1b', end - 1);
    if (begin < Math.max(from, end - longestColour) || matchEnd(colour, text, begin, end) !== end) break;
    end = begin;
  }
  return end;
}

function mayBegin(code: number, next: number): boolean {
  return (
    code === escape ||
    code === backspace ||
    code === bell ||
    code === deletion ||
    // A name of a day or a month, behind the sign of a trap or not.
    isCapital(code) ||
    ((code === 35 || code === 37) && isCapital(next)) ||
    code === 43 || // +
    code === 45 || // -
    code === 62 || // >
    code === 91 || // [
    code === 40 || // (
    (code >= 48 && code <= 57)
  );
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** All of such a row is the terminal's. */
function behindLog(text: string, at: number, to: number): RowStart | undefined {
  const end = matchEnd(logMessage, text, at, to);
  return end === undefined ? undefined : { start: to, indent: 0 };
}

function behindTime(text: string, at: number, to: number): RowStart | undefined {
  const end =
    matchEnd(bracketedTime, text, at, to) ?? matchEnd(dateAndTime, text, at, to) ?? matchEnd(toolTime, text, at, to);
  if (end === undefined) return undefined;
  const start = firstText(text, end, to);
  return { start, indent: start - end };
}

function behindPager(text: string, at: number, to: number): RowStart | undefined {
  const prompt = firstText(text, at, to);
  const end = matchEnd(pagerPrompt, text, prompt, to);
  return end === undefined ? undefined : erased(text, end, to, { column: end - at, margin: prompt - at });
}

function behindSequences(text: string, at: number, to: number): RowStart | undefined {
  const first = firstText(text, at, to);
  const code = text.charCodeAt(first);
  if (first >= to || (code !== escape && code !== backspace && code !== bell && code !== deletion)) return undefined;
  return erased(text, at, to, { column: 0, margin: 0 });
}

/** Follows the cursor from `at`, which is at `column`, to the first text. `margin`: the blanks before a prompt that is erased. */
function erased(text: string, at: number, to: number, cursor: { column: number; margin: number }): RowStart {
  let { column } = cursor;
  let blanks = 0;
  let isMoved = false;
  while (at < to) {
    const code = text.charCodeAt(at);
    const end = matchEnd(sequence, text, at, to) ?? matchEnd(sequenceText, text, at, to);
    const left =
      end === undefined ? Number(code === backspace || code === deletion) : columnsLeft(text.slice(at, end), column);
    if (end === undefined && code === bell) {
      // It is heard and not shown.
    } else if (left > 0) {
      column -= left;
      // A prompt that is erased without its margin was not meant to indent what follows.
      if (column <= cursor.margin) column = 0;
      isMoved = true;
    } else if (end === undefined && isBlank(code)) {
      column++;
      blanks++;
    } else if (end === undefined) break;
    at = end ?? at + 1;
  }
  // Where what moves the cursor was taken out of the log, the blanks that erased the prompt are left.
  const indent = isMoved ? column : blanks - (erasures.find((width) => blanks >= width) ?? 0);
  return { start: at, indent };
}

/** How far `ESC [ 42 D` goes to the left, 1 where no number is named; `ESC 8` goes back to where a prompt began; 0 for others. */
function columnsLeft(moved: string, column: number): number {
  if (moved === '\x1b8') return Math.max(1, column);
  return moved.endsWith('D') ? Number(/\d+/.exec(moved)?.[0] ?? 1) : 0;
}

function matchEnd(pattern: RegExp, text: string, at: number, to: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) && pattern.lastIndex <= to ? pattern.lastIndex : undefined;
}

function firstText(text: string, from: number, to: number): number {
  let at = from;
  if (at < to && text.charCodeAt(at) === 0xfeff) at++;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 11 || code === 12 || code === 0;
}
