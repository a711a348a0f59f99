// What a line says, whatever way it was typed: keywords written out, one blank between words, small letters. Rules that ask
// "is there a line such as ..." compare this, so that they also see commands the catalogue does not hold.
import { entry } from '../../catalogue';
import type { Match, WordRole } from '../../catalogue/command';
import { words, type Word } from '../../text/words';
import { withoutMark } from '../../text/line-ends';
import { prefixLength } from '../address';
import { mapIndex } from '../incremental/index-view';
import type { Block, Device } from '../device';
import type { Place } from '../place';
import type { MatchedLine } from './matched-line';

/**
 * `pim ipv6 ignore dr` -> `pim ipv6 ignore dr-state`; a line that undoes something begins with `undo`, and a mask is its length in
 * bits (docs/decisions/address-notation.md).
 */
export function canonicalText(line: MatchedLine): string {
  if (!line.match) return written(line);
  let known = texts.get(line.match);
  if (known === undefined) texts.set(line.match, (known = written(line)));
  return known;
}

// Many rules ask for the same line, and lines of one text in one view share their reading.
const texts = new WeakMap<Match, string>();

function written(line: MatchedLine): string {
  return words(withoutMark(line.text))
    .map((word, index) => wholeWord(word, line.match?.roles[index], line.match))
    .join(' ');
}

/** The first word of `canonicalText`, told without the others: for who looks for few among the lines of all interfaces. */
export function firstWordOf(line: MatchedLine): string {
  const role = line.match?.roles[0];
  if (role?.kind === 'keyword') return role.keyword;
  return role?.kind === 'undo' ? 'undo' : firstWord(canonicalText(line));
}

/** The keyword that a word, perhaps shortened, stands for; a mask as its length; any other word in small letters. */
function wholeWord(word: Word, role: WordRole | undefined, match: Match | undefined): string {
  if (role?.kind === 'keyword') return role.keyword;
  if (role?.kind === 'undo') return 'undo';
  const isMask =
    role?.kind === 'value' && match && entry(match.command)?.parameters[role.name]?.type.kind === 'ipv4-mask';
  const length = isMask ? prefixLength(word.text, 4) : undefined;
  return length === undefined ? word.text.toLowerCase() : String(length);
}

/** The lines whose canonical text fits the pattern, in file order. */
export function linesMatching(lines: readonly MatchedLine[], pattern: RegExp): MatchedLine[] {
  return lines.filter((line) => pattern.test(canonicalText(line)));
}

/** True when the view holds such a line. */
export function hasLine(block: Block, pattern: RegExp): boolean {
  return block.lines.some((line) => pattern.test(canonicalText(line)));
}

/** How many lines of a command are asked whether they are of a kind that the first one is not. */
const mostAsked = 50;

const linesByFirstWord = mapIndex((lines: readonly MatchedLine[]) =>
  lines.slice(0, mostAsked).map((line) => firstWord(canonicalText(line))),
);

function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end === -1 ? text : text.slice(0, end);
}

/**
 * Lines of the system view; one kind of command stands under one id, so the first of each tells. `beginnings`: the words of which a
 * line that the pattern matches begins with one; without them all commands of the view are gone through.
 */
export function systemLines({ system }: Device, pattern: RegExp, ...beginnings: readonly string[]): MatchedLine[] {
  const lists =
    beginnings.length > 0 ? beginnings.flatMap((word) => linesByFirstWord(system).get(word)) : [...system.values()];
  return [...new Set(lists)].flatMap((lines) => {
    const isOfKind = lines[0] !== undefined && pattern.test(canonicalText(lines[0]));
    const asked = isOfKind ? lines : lines.slice(1, mostAsked);
    return asked.filter((line) => pattern.test(canonicalText(line)));
  });
}

/** The words `from` to `to` of a line, counted from 0; the last word where `to` is beyond it. */
export function wordsAt(line: MatchedLine, from: number, to: number = from): Place {
  const list = words(line.text);
  const first = list[Math.min(from, list.length - 1)];
  const last = list[Math.min(to, list.length - 1)];
  if (!first || !last) return line;
  return { anchor: line.anchor, row: line.row, start: line.start + first.start, end: line.start + last.end };
}

/** The value a line gives to an argument of its command, as typed. */
export function valueOf(line: MatchedLine, name: string): { readonly text: string; readonly at: Place } | undefined {
  const value = line.match?.values.find((boundValue) => boundValue.name === name);
  return (
    value && {
      text: value.text,
      at: { anchor: line.anchor, row: line.row, start: line.start + value.start, end: line.start + value.end },
    }
  );
}

/** A file with no sysname may be an excerpt: what is missing in it may stand elsewhere. */
export function isExcerpt(device: Device): boolean {
  return device.sysname === undefined;
}
