// The words of a file by their meaning, in the standard token types of the protocol. A section's tokens count from its first
// row and are kept while the section is, so that an edit costs no more than the section it touched.
import { entry, type Match, type Parameter } from '../catalogue/index';
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import type { Range } from '../text/range';
import { memoizeByObject } from '../text/memoize';
import { words } from '../text/words';
import type { Snapshot } from '../workspace/workspace';
import { nameKind } from './names';

/** In the order in which the numbers of a token count them. */
export const tokenTypes = [
  'keyword',
  'class',
  'interface',
  'variable',
  'number',
  'string',
  'comment',
  'modifier',
] as const;
/** In the order that the protocol numbers them. */
export const tokenModifiers = ['declaration'] as const;

type TokenType = (typeof tokenTypes)[number];

/** Five numbers a token, as the protocol writes them: rows and columns count from the token before. */
export function semanticTokens(snapshot: Snapshot, range?: Range): number[] {
  const data: number[] = [];
  let row = 0;
  let column = 0;
  for (const [index, section] of snapshot.facts.entries()) {
    const top = section.anchor.row;
    if (range && (top > range.end.line || (snapshot.facts[index + 1]?.anchor.row ?? Infinity) <= range.start.line))
      continue;
    const tokens = sectionTokens(section);
    for (let at = 0; at < tokens.length; at += 5) {
      const tokenRow = top + tokens[at]!;
      if (range && (tokenRow < range.start.line || tokenRow > range.end.line)) continue;
      const start = tokens[at + 1]!;
      data.push(
        tokenRow - row,
        tokenRow === row ? start - column : start,
        tokens[at + 2]!,
        tokens[at + 3]!,
        tokens[at + 4]!,
      );
      row = tokenRow;
      column = start;
    }
  }
  return data;
}

/** What turns `before` into `after`: one stretch, as typing changes one place. */
export function tokenEdits(
  before: readonly number[],
  after: readonly number[],
): { start: number; deleteCount: number; data: number[] }[] {
  let same = 0;
  while (same < before.length && same < after.length && before[same] === after[same]) same++;
  if (same === before.length && same === after.length) return [];
  let tail = 0;
  while (
    tail < before.length - same &&
    tail < after.length - same &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  return [{ start: same, deleteCount: before.length - same - tail, data: after.slice(same, after.length - tail) }];
}

/** Row in the section, column, length, type, modifiers. */
const sectionTokens = memoizeByObject((section: SectionFacts): Uint32Array => {
  const list: number[] = [];
  const lines =
    section.remarks.length === 0 ? section.all : [...section.all, ...section.remarks].sort((a, b) => a.row - b.row);
  for (const line of lines) addLine(line, list);
  return Uint32Array.from(list);
});

function addLine(line: MatchedLine, list: number[]): void {
  const add = (start: number, end: number, type: TokenType, declares = false) =>
    void list.push(line.row, line.start + start, end - start, tokenTypes.indexOf(type), declares ? 1 : 0);
  const { match } = line;
  if (!match) {
    // A remark behind a `#`; a line that no command fits says nothing.
    if (line.text.startsWith('#') || isRemark(line)) add(0, line.text.length, 'comment');
    return;
  }
  const all = words(line.text);
  const parameters = entry(match.command)?.parameters;
  for (let index = 0; index < all.length; index++) {
    const role = match.roles[index];
    const word = all[index]!;
    if (!role || role.kind === 'unknown') continue;
    if (role.kind === 'undo') add(word.start, word.end, 'modifier');
    else if (role.kind === 'keyword') add(word.start, word.end, keywordType(word.text));
    else {
      const value = match.values.find((boundValue) => boundValue.start <= word.start && word.end <= boundValue.end);
      if (!value || value.start !== word.start) continue;
      const parameter = parameters?.[role.name];
      add(value.start, value.end, valueType(parameter, value.text), declares(match, parameter));
    }
  }
}

/** One of a few numbers that the notation names is a number all the same: `base-id 16384`. */
function keywordType(text: string): TokenType {
  return /^\d+$/.test(text) ? 'number' : 'keyword';
}

function isRemark(line: MatchedLine): boolean {
  return line.view === 'system' && line.indent === 0 && line.start > 0 && line.prompt === undefined;
}

function declares(match: Match, parameter: Parameter | undefined): boolean {
  return parameter?.defines !== undefined && !match.undo;
}

function valueType(parameter: Parameter | undefined, text: string): TokenType {
  const kind = nameKind(parameter);
  if (kind === 'interface') return 'interface';
  if (kind === 'rbs' || kind === 'rbp' || kind === 'service-location' || kind === 'service-instance-group')
    return 'class';
  if (kind !== undefined && parameter?.type.kind !== 'integer') return 'variable';
  switch (parameter?.type.kind) {
    case 'integer':
    case 'ipv4':
    case 'ipv4-mask':
    case 'ipv4-wildcard':
    case 'ipv4-prefix':
    case 'ipv6':
    case 'ipv6-prefix':
    case 'mac':
    case 'network-entity':
    case 'time':
      return 'number';
    case 'interface':
      return 'interface';
    default:
      // An area or a system ID, as 0.0.0.0, is written in digits whatever it names.
      return /^\d[\d.:-]*$/.test(text) ? 'number' : 'string';
  }
}
