// Keys and passwords never leave: whatever of a configuration is shown, in whichever output, is shown through here. A word is a
// secret where the catalogue says so of the command in its view, or where the words before it say so; a private key is one as a whole.
import { catalogue, entry, matchLine, type ViewName } from '../catalogue/index';
import type { Match } from '../catalogue/command';
import { firstKeywords } from '../catalogue/notation';
import { lineOf } from '../syntax/read-line';
import { words, type Word } from '../text/words';
import { isRead, matchText, type MatchedLine, type SectionFacts } from './lines/matched-line';
import { beginsPrivateKey, endsPrivateKey } from './lines/private-key';
import { rowOf } from './place';
import { forms, isPlaceholder, merged, secretsByLook, secretWords, type Secret } from './secret-words';

export type { Secret } from './secret-words';

type KnownLine = Pick<MatchedLine, 'text' | 'view' | 'hidden'>;

/** The line's own text with every secret replaced by asterisks of the same length, so that columns stay true. */
export function withoutSecrets(line: KnownLine): string {
  return masked(line.text, secretsOf(line));
}

/** The same of a row or a text whose view is not known. */
export function maskedText(text: string): string {
  return masked(text, secretsIn(text));
}

/** What is written on a line as a key. */
export function keysOn(line: KnownLine): string[] {
  return secretsOf(line).map(({ start, end }) => line.text.slice(start, end));
}

/**
 * A sentence of ours about lines: the keys that stand on them are masked, and what looks like a key wherever it stands. Our own
 * words announce none: "simple authentication" is no password.
 */
export function maskedSentence(text: string, keys: readonly string[]): string {
  const quoted = keys.flatMap((key) => wordsEqual(text, key));
  return masked(text, merged([...quoted, ...secretsByLook(text)]));
}

function wordsEqual(text: string, key: string): Secret[] {
  const found: Secret[] = [];
  if (key === '') return found;
  for (let start = text.indexOf(key); start >= 0; start = text.indexOf(key, start + key.length)) {
    const end = start + key.length;
    if (!isWordSign(text[start - 1]) && !isWordSign(text[end])) found.push({ start, end });
  }
  return found;
}

function isWordSign(sign: string | undefined): boolean {
  return sign !== undefined && /\w/.test(sign);
}

/** In order, none touching another. */
export function secretsOf({ text, view, hidden }: KnownLine): Secret[] {
  if (hidden) return text === '' ? [] : [{ start: 0, end: text.length }];
  const match = matchText(view, text);
  // What this view does not read may have been typed for another.
  const named = match && isReadToTheEnd(match) ? keysOf(match) : [...keysOf(match), ...keysInAnyView(text)];
  return merged([...named, ...secretWords(text)]);
}

/** Of a text whose view is not known: what any view takes for a key, behind a prompt too. */
export function secretsIn(text: string): Secret[] {
  const command = lineOf(text, 0, text.length, 0, 'command', (part) => part);
  const named = keysInAnyView(command.text).map(({ start, end }) => ({
    start: start + command.start,
    end: end + command.start,
  }));
  return merged([...named, ...secretWords(text)]);
}

/** The secrets of each row of a file: by the view and command of its line, whole rows of private keys, else by its words. */
export function secretsByRow(facts: readonly SectionFacts[], rows: readonly string[]): (row: number) => Secret[] {
  const lineAt = new Map(facts.flatMap((section) => section.all).map((line) => [rowOf(line), line]));
  const keyRows = rawKeyRows(rows, lineAt);
  return (row) => {
    const line = lineAt.get(row);
    const text = rows[row] ?? '';
    if (line) return secretsOf(line).map(({ start, end }) => ({ start: start + line.start, end: end + line.start }));
    return keyRows.has(row) ? wholeRow(text) : secretsIn(text);
  };
}

/** Each row as it may be shown: nothing of a secret is left, and every column stands where it stood. */
export function shownRows(facts: readonly SectionFacts[], rows: readonly string[]): (row: number) => string {
  const secrets = secretsByRow(facts, rows);
  return (row) => masked(rows[row] ?? '', secrets(row));
}

/** Rows of private keys in banners and other raw text, which are no lines. */
function rawKeyRows(rows: readonly string[], lineAt: ReadonlyMap<number, MatchedLine>): ReadonlySet<number> {
  const found = new Set<number>();
  let isInside = false;
  for (const [row, text] of rows.entries()) {
    if (endsPrivateKey(text)) isInside = false;
    else if (isInside) found.add(row);
    else if (!lineAt.has(row) && beginsPrivateKey(text)) isInside = true;
    if (lineAt.has(row)) isInside = false;
  }
  return found;
}

function wholeRow(row: string): Secret[] {
  const start = row.search(/\S/);
  return start < 0 ? [] : [{ start, end: row.trimEnd().length }];
}

function keysOf(match: Match | undefined): Secret[] {
  const parameters = match && entry(match.command)?.parameters;
  return (match?.values ?? []).filter(
    (value) => parameters?.[value.name]?.type.kind === 'cipher' && !isPlaceholder(value.text),
  );
}

/** The views that know a command with a key, and the words such commands begin with. */
let viewsWithKeys: ReadonlyMap<ViewName, ReadonlySet<string>> | undefined;

function keywordsByView(): ReadonlyMap<ViewName, ReadonlySet<string>> {
  if (viewsWithKeys) return viewsWithKeys;
  const found = new Map<ViewName, Set<string>>();
  for (const command of catalogue) {
    const keys = Object.keys(command.parameters).filter((name) => command.parameters[name]!.type.kind === 'cipher');
    if (keys.length === 0) continue;
    for (const view of command.views) {
      const keywords = found.get(view) ?? new Set();
      for (const keyword of firstKeywords(command.format, keys)) keywords.add(keyword);
      found.set(view, keywords);
    }
  }
  return (viewsWithKeys = found);
}

function keysInAnyView(text: string): Secret[] {
  const list = words(text);
  const first = (list[0]?.text === 'undo' ? list[1] : list[0])?.text.toLowerCase();
  if (first === undefined) return [];
  const found: Secret[] = [];
  for (const [view, keywords] of keywordsByView()) {
    if ([...keywords].some((keyword) => keyword.startsWith(first))) found.push(...keysInView(view, list));
  }
  return found;
}

/** No command with a key is longer by far. */
const longestBeginning = 24;

/** A word too many hides no key: where a view does not read the line, the longest beginning counts that is a whole command. */
function keysInView(view: ViewName, list: readonly Word[]): Secret[] {
  const whole = matchLine(view, list);
  if (whole && isReadToTheEnd(whole)) return keysOf(whole);
  for (let length = Math.min(list.length - 1, longestBeginning); length > 1; length--) {
    const match = matchLine(view, list.slice(0, length));
    const keys = match?.complete ? keysOf(match).filter((key) => !isForm(list, key)) : [];
    if (keys.length > 0) return [...keysOf(whole), ...keys];
    if (match && isReadToTheEnd(match)) break;
  }
  return keysOf(whole);
}

/** `cipher` at the end of a beginning stands before the key, and is none. */
function isForm(list: readonly Word[], { start }: Secret): boolean {
  return forms.some((form) => form.startsWith(list.find((word) => word.start === start)?.text.toLowerCase() ?? ' '));
}

/** Free text takes whatever stands at the end of a line. */
function isReadToTheEnd(match: Match): boolean {
  const parameters = entry(match.command)?.parameters;
  return isRead(match) && !match.values.some(({ name }) => parameters?.[name]?.type.kind === 'text');
}

function masked(text: string, secrets: readonly Secret[]): string {
  let at = 0;
  let shown = '';
  for (const { start, end } of secrets) {
    shown += text.slice(at, start) + '*'.repeat(end - start);
    at = end;
  }
  return shown + text.slice(at);
}
