// The shape of a text: what the grammar is given. Nearly always it is the text itself. Where a terminal wrote something before the
// text of a row, the row is given without it and padded at its end; where a banner has another delimiter than the grammar knows,
// or rows that look like the end of it, it is given as one that the grammar reads. Every character and every line end stays where
// it is, so that what is found in the shape is found at the same place of the text.
import { rowEnd, rowStart } from '../text/terminal-row';
import { isBlank } from './read-line';

/** Characters from the row of a banner's head to the row behind its end: more than any device takes. */
export const longestBanner = 16_384;

/** The row that may begin a banner, and where what it begins ends: behind its own row where nothing closes it. */
export interface BannerHead {
  readonly from: number;
  readonly to: number;
}

/** What is given instead of the characters from `from` to `to`. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** How far a scan of a text has come, and what is open there. */
export interface Scan {
  readonly heads: BannerHead[];
  readonly replacements: Replacement[];
  /** Where the scan ended: the begin of a row that no banner holds, or the end of the text. */
  readonly end: number;
}

interface Row {
  readonly from: number;
  /** Without its line end. */
  readonly to: number;
  /** Where the next row begins; undefined for the last one. */
  readonly next?: number;
}

/** The text as the grammar reads it; every character keeps its place. */
export function shapeOf(text: string): string {
  if (!mayDiffer.test(text)) return text;
  return replaced(text, 0, text.length, scan(text, 0, () => false).replacements);
}

/**
 * True where some row may be shown otherwise than it is written, or begins a banner: what `rowStart` and `mayBeHead` look for, and
 * the escape of a colour. Nearly no text of a device has any, and this tells it without a look at each row.
 */
const mayDiffer = /\x1b|(?:^|[\r\n])\ufeff?[ \t\v\f\0]*(?:[\b\x07\x7fA-Z0-9+\-[>(]|[#%][A-Z]|header)/;

/** The characters from `from` to `to` with the replacements that lie between. */
export function replaced(text: string, from: number, to: number, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return text.slice(from, to);
  const parts: string[] = [];
  let at = from;
  for (const replacement of replacements) {
    parts.push(text.slice(at, replacement.from), replacement.text);
    at = replacement.to;
  }
  parts.push(text.slice(at, to));
  return parts.join('');
}

/** Reads rows from `from`, the begin of one that no banner holds, until `stop` is true for the begin of another such row. */
export function scan(text: string, from: number, stop: (offset: number) => boolean): Scan {
  const heads: BannerHead[] = [];
  const replacements: Replacement[] = [];
  for (let at: number | undefined = from; at !== undefined;) {
    if (at > from && stop(at)) return { heads, replacements, end: at };
    const row = rowAt(text, at);
    const shape = shownRow(text, row);
    const banner = shape !== undefined || mayBeHead(text, row) ? bannerAt(text, row, shape) : undefined;
    if (banner) {
      heads.push({ from: row.from, to: banner.end });
      replacements.push(...banner.replacements);
    } else if (shape !== undefined) replacements.push({ from: row.from, to: row.to, text: shape });
    at = banner ? banner.next : row.next;
  }
  return { heads, replacements, end: text.length };
}

function rowAt(text: string, from: number): Row {
  let to = from;
  while (to < text.length && !isLineEnd(text.charCodeAt(to))) to++;
  if (to === text.length) return { from, to };
  return { from, to, next: text.charCodeAt(to) === 13 && text.charCodeAt(to + 1) === 10 ? to + 2 : to + 1 };
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** The row as a screen shows it, as long as it is; undefined where it is that already. */
function shownRow(text: string, { from, to }: Row): string | undefined {
  const start = rowStart(text, from, to);
  const end = rowEnd(text, start?.start ?? from, to);
  if (!start) return end === to ? undefined : padded(text.slice(from, end), to - from);
  const mark = text.charCodeAt(from) === 0xfeff ? '\ufeff' : '';
  return padded(mark + ' '.repeat(Math.max(0, start.indent - mark.length)) + text.slice(start.start, end), to - from);
}

function padded(text: string, length: number): string {
  return text.padEnd(length, ' ');
}

const head = /[ \t\v\f\0]*header[ \t\v\f\0]+(?:login|shell)[ \t\v\f\0]+information[ \t\v\f\0]+(?=[^ \t\v\f\0])/y;

interface Banner {
  readonly end: number;
  readonly next?: number;
  readonly replacements: readonly Replacement[];
}

/** The banner whose head this row is; undefined for any other row. One that nothing closes is its head alone. */
function bannerAt(text: string, row: Row, given: string | undefined): Banner | undefined {
  const shown = given ?? text.slice(row.from, row.to);
  if (!isHead(shown)) return undefined;
  const opening = head.lastIndex;
  const delimiter = shown[opening]!;
  const rest = shown.slice(opening + 1);
  const unclosed: Banner = {
    end: row.to,
    next: row.next,
    replacements: given === undefined ? [] : [{ from: row.from, to: row.to, text: given }],
  };
  // One that ends in its own row, or that has words and no sign for its end.
  if (countOf(rest, delimiter) > 0 || !isSign(delimiter, rest)) return unclosed;
  const rows = bannerRows(text, row, delimiter);
  if (!rows) return unclosed;
  const shape = `${shown.slice(0, opening)}"${plain(rest)}`;
  const all = [row, ...rows].map((row, index): Replacement => {
    const { from, to } = row;
    if (index === 0) return { from, to, text: shape };
    const content = shownRow(text, row) ?? text.slice(from, to);
    return { from, to, text: index === rows.length ? closed(content) : plain(content) };
  });
  const last = rows.at(-1)!;
  return {
    end: last.to,
    next: last.next,
    replacements: all.filter(({ from, to, text: given }) => given !== text.slice(from, to)),
  };
}

/** What keeps most rows from being looked at twice. */
function mayBeHead(text: string, { from, to }: Row): boolean {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return text.startsWith('header', at);
}

/** The rows behind the head, up to the one that closes the banner; undefined where none does. */
function bannerRows(text: string, { from, next }: Row, delimiter: string): Row[] | undefined {
  const limit = from + longestBanner;
  const rows: Row[] = [];
  /** How many rows there were up to one that may close it: in a quoted text a quote may end a row. */
  let possible = 0;
  let isOpenQuote = true;
  let hasSeparator = false;
  for (let at = next; at !== undefined && at < limit;) {
    const row = rowAt(text, at);
    if (row.to > limit) break;
    rows.push(row);
    at = row.next;
    const shown = contentOf(text, row);
    const count = countOf(shown, delimiter);
    const ends = count > 0 && isDelimiter(shown.at(-1)!, delimiter);
    if (hasSeparator) {
      // A lone `#` ends a banner that nothing closes: behind one only what cannot be anything else closes it.
      if (isHead(shown)) break;
      if (count > 0) return ends && count === 1 && endsSection(text, at, limit) ? rows : undefined;
    } else if (shown === '#' && delimiter !== '#') {
      if (possible > 0) break;
      hasSeparator = true;
    } else if (isHead(shown) && delimiter === '"') break;
    else if (count > 0) {
      if (count % 2 === 1) isOpenQuote = !isOpenQuote;
      if (ends && (delimiter !== '"' || !isOpenQuote)) return rows;
      if (delimiter !== '"') return undefined;
      if (ends && possible === 0) possible = rows.length;
    }
  }
  return possible > 0 ? rows.slice(0, possible) : undefined;
}

/** Whether what follows a banner stands at `at`: `#`, the next banner, `return`, or nothing at all. */
function endsSection(text: string, at: number | undefined, limit: number): boolean {
  while (at !== undefined && at < limit) {
    const row = rowAt(text, at);
    if (row.to > limit) return false;
    const shown = contentOf(text, row);
    if (shown !== '') return shown === '#' || /^return$/i.test(shown) || isHead(shown);
    at = row.next;
  }
  return at === undefined;
}

function isHead(shown: string): boolean {
  head.lastIndex = 0;
  return head.test(shown);
}

/** The row inside a banner: nothing in it ends one. */
function plain(row: string): string {
  const without = row.replace(/["\u201d]/g, 'x');
  return contentOfRow(without) === '#' ? without.replace('#', 'x') : without;
}

/** The last row of a banner, which ends with its delimiter. */
function closed(row: string): string {
  let end = row.length;
  while (isBlank(row.charCodeAt(end - 1))) end--;
  return `${plain(row.slice(0, end - 1))}"${row.slice(end)}`;
}

/** A closing quote may be a typographic one. */
function isDelimiter(character: string, delimiter: string): boolean {
  return character === delimiter || (delimiter === '"' && character === '\u201d');
}

function countOf(text: string, delimiter: string): number {
  let count = 0;
  for (const character of text) if (isDelimiter(character, delimiter)) count++;
  return count;
}

/** Whether what a banner begins with is the sign that ends it, and not its first letter or half a character. */
function isSign(delimiter: string, rest: string): boolean {
  if (/[\ud800-\udfff]/.test(delimiter)) return false;
  return !/[\p{L}\p{N}]/u.test(delimiter) || contentOfRow(rest) === '';
}

/** What stands in the row, without blanks at its ends. */
function contentOf(text: string, row: Row): string {
  return contentOfRow(shownRow(text, row) ?? text.slice(row.from, row.to));
}

function contentOfRow(row: string): string {
  let from = 0;
  let to = row.length;
  while (from < to && isBlank(row.charCodeAt(from))) from++;
  while (to > from && isBlank(row.charCodeAt(to - 1))) to--;
  return row.slice(from, to);
}
