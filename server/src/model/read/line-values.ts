// How facts are read off a matched line: its words written out, its values with their places.
import { address, type Address } from '../address';
import type { MatchedLine } from '../lines/matched-line';
import type { Fact, Place } from '../place';

/** A value of the line as typed; undefined where the line does not give it or gives one that cannot be. */
export function text(line: MatchedLine, name: string): Fact<string> | undefined {
  const value = line.match?.values.find((boundValue) => boundValue.name === name);
  if (!value || line.match!.problems.some((problem) => problem.name === name && problem.start === value.start))
    return undefined;
  return { value: value.text, at: placeIn(line, value.start, value.end) };
}

/** The value of an argument, with its place; undefined where the line has none, or no number. */
export function number(line: MatchedLine, name: string): Fact<number> | undefined {
  const found = text(line, name);
  return found && /^\d+$/.test(found.value) ? { value: Number(found.value), at: found.at } : undefined;
}

/** The same of an address, IPv4 or IPv6. */
export function addressOf(line: MatchedLine, name: string): Fact<Address> | undefined {
  const found = text(line, name);
  const value = found && address(found.value);
  return value && { value, at: found.at };
}

/** A number as written, also one that may not stand there: what the line says can still be compared. */
export function writtenNumber(line: MatchedLine, name: string): Fact<number> | undefined {
  const value = line.match?.values.find((boundValue) => boundValue.name === name);
  return value && /^\d+$/.test(value.text)
    ? { value: Number(value.text), at: placeIn(line, value.start, value.end) }
    : undefined;
}

/** A name without the quotes it may be written in. */
export function nameOf(line: MatchedLine, name: string): Fact<string> | undefined {
  const found = text(line, name);
  return found && { value: found.value.replace(/^"(.*)"$/, '$1'), at: found.at };
}

/** True when the line has this keyword, abbreviated or not. */
export function has(line: MatchedLine, keyword: string): boolean {
  return line.match?.roles.some((role) => role.kind === 'keyword' && role.keyword === keyword) ?? false;
}

/** The last keyword of the line, written out, with its place. */
export function lastKeyword(
  line: MatchedLine,
  words: readonly { start: number; end: number }[],
): Fact<string> | undefined {
  const roles = line.match?.roles ?? [];
  for (let index = roles.length - 1; index >= 0; index--) {
    const role = roles[index]!;
    const word = words[index];
    if (role.kind === 'keyword' && word) return { value: role.keyword, at: placeIn(line, word.start, word.end) };
  }
  return undefined;
}

/**
 * `list` without what repeats an earlier one: a line may stand literally again in a second section of one view
 * (docs/decisions/repeated-lines-and-values.md).
 */
export function distinct<T>(list: readonly T[], key: (value: T) => unknown): T[] {
  const seen = new Set<unknown>();
  return list.length < 2 ? [...list] : list.filter((value) => !seen.has(key(value)) && seen.add(key(value)));
}

/** A stretch of the line's own text, as a place of the file. */
export function placeIn(line: MatchedLine, start: number, end: number): Place {
  return { anchor: line.anchor, row: line.row, start: line.start + start, end: line.start + end };
}
