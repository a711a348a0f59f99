// What `vrp redact` makes of texts: every secret becomes a token, the same secret the same token in all of them, so that what
// must be equal on both devices of a pair still is or is not. All else stays as it was, to the last blank.
import { readDevice } from '../model/read/read-device';
import { secretsByRow, type Secret } from '../model/secrets';
import { lineStarts } from '../syntax/piece-table';
import { readText } from '../syntax/read-text';
import { withoutEnd } from '../text/line-ends';

/** The text of a configuration, with its path. */
export interface NamedText {
  readonly path: string;
  readonly text: string;
}

/** A text without its secrets, with its path. */
export interface Redacted {
  readonly path: string;
  readonly text: string;
  /** How many secrets were masked in it. */
  readonly masked: number;
  /** Rows, from 1, that a person should look at before the file leaves, and why. */
  readonly doubtful: readonly { readonly row: number; readonly why: string }[];
}

/** All texts of a run, in the order in which they were given. */
export interface Redaction {
  readonly files: readonly Redacted[];
  /** How many different secrets there were. */
  readonly different: number;
}

/**
 * Replaces each secret by `REDACTED-N`; equal secrets get the same number in all texts, and numbers that stand in one
 * already are not used.
 */
export function redaction(texts: readonly NamedText[]): Redaction {
  const read = texts.map(({ path, text }) => ({ path, text, ...secretsOfText(path, text) }));
  const tokens = numberedTokens(texts);
  // In the order in which they stand, so that one run over the same files gives the same tokens.
  for (const { text, secrets } of read) {
    for (const { start, end } of secrets) tokens.of(text.slice(start, end));
  }
  const files = read.map(({ path, text, secrets, free, doubtful }): Redacted => {
    const mentioned = free.flatMap((span) => mentions(text, span, tokens.known()));
    return { path, doubtful, ...withTokens(text, [...secrets, ...mentioned].sort(outerFirst), tokens) };
  });
  return { files, different: tokens.known().length };
}

/** The text with a token in the place of each secret; one inside another goes with it. */
function withTokens(text: string, secrets: readonly Secret[], tokens: Tokens): Pick<Redacted, 'text' | 'masked'> {
  let copied = 0;
  let result = '';
  let masked = 0;
  for (const { start, end } of secrets) {
    if (start < copied) continue;
    result += text.slice(copied, start) + tokens.of(text.slice(start, end));
    copied = end;
    masked++;
  }
  return { text: result + text.slice(copied), masked };
}

function outerFirst(secret: Secret, other: Secret): number {
  return secret.start - other.start || other.end - secret.end;
}

interface Tokens {
  /** The token of a secret, which may be written in quotes; of a token itself. */
  of(secret: string): string;
  /** The secrets that have a token. */
  known(): readonly string[];
}

interface TextSecrets {
  /** In order, none touching another. */
  readonly secrets: readonly Secret[];
  /** Rows in which people write what they like. */
  readonly free: readonly Secret[];
  readonly doubtful: Redacted['doubtful'];
}

function secretsOfText(path: string, text: string): TextSecrets {
  const { sections, rows, eol } = readText(text);
  const { facts } = readDevice(path, sections, { eol, rows, encoding: 'utf-8', fallbackName: '' });
  const starts = lineStarts(text);
  const freeRows = new Set<number>();
  let first = 0;
  for (const section of sections) {
    for (const { kind, row, text: content } of section.lines) {
      const isFree = kind === 'raw' || kind === 'header' || (kind.endsWith('separator') && content !== '');
      if (isFree) freeRows.add(first + row);
    }
    first += section.rows;
  }
  const free: Secret[] = [];
  const doubtful: { row: number; why: string }[] = [];
  const contents = starts.map((start, row) =>
    withoutEnd(text.slice(start, starts[row + 1] ?? text.length), (text) => text === '\n' || text === '\r'),
  );
  const secretsOn = secretsByRow(facts, contents);
  const secrets: Secret[] = [];
  contents.forEach((content, row) => {
    const start = starts[row]!;
    const found = secretsOn(row);
    secrets.push(...found.map((secret) => ({ start: start + secret.start, end: start + secret.end })));
    const isFree = freeRows.has(row) || /^\s*(?:description|remark|alias)\s/i.test(content);
    if (isFree) free.push({ start, end: start + content.length });
    if (isFree && speaksOfSecrets.test(content))
      doubtful.push({ row: row + 1, why: 'free text that speaks of a password or key' });
    else if (found.length === 0 && content.split(/\s+/).some(looksEncrypted))
      doubtful.push({ row: row + 1, why: 'a word that looks encrypted' });
  });
  return { secrets, free, doubtful };
}

// The last three are password, pass phrase and key; escaped, because the characters themselves would double what Node holds of the bundle.
const speaksOfSecrets =
  /pass(?:wor[dt]|wd|phrase|code)|\bpw\b|\bpwd\b|secret|credential|\bpsk\b|\bkey\b|\u5bc6\u7801|\u53e3\u4ee4|\u5bc6\u94a5/i;

/** Long, and of all kinds of characters: nothing a person would write. */
function looksEncrypted(word: string): boolean {
  return (
    word.length >= 20 &&
    word.length < 200 &&
    /[a-z]/.test(word) &&
    /[A-Z]/.test(word) &&
    /\d/.test(word) &&
    /[^\w.:/-]/.test(word) &&
    !/[^\x21-\x7e]/.test(word)
  );
}

/** Where a secret of another line is written into free text. Short ones would be met by chance. */
function mentions(text: string, { start, end }: Secret, known: readonly string[]): Secret[] {
  const row = text.slice(start, end);
  return known
    .filter((secret) => secret.length >= 6)
    .flatMap((secret) => {
      const found: Secret[] = [];
      for (let at = row.indexOf(secret); at >= 0; at = row.indexOf(secret, at + secret.length))
        found.push({ start: start + at, end: start + at + secret.length });
      return found;
    });
}

const token = /\bREDACTED-(\d{1,9})\b/g;

/** Numbers that are free in all the texts: they may have been redacted before. */
function numberedTokens(texts: readonly NamedText[]): Tokens {
  const byText = new Map<string, string>();
  let last = 0;
  for (const { text } of texts) {
    for (const hit of text.matchAll(token)) last = Math.max(last, Number(hit[1]));
  }
  return {
    of(written) {
      const secret = written.replace(/^"(.*)"$/s, '$1');
      if (/^REDACTED-\d{1,9}$/.test(secret)) return secret;
      const known = byText.get(secret) ?? `REDACTED-${++last}`;
      byText.set(secret, known);
      return known;
    },
    known: () => [...byText.keys()],
  };
}
