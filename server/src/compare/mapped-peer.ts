// The peer's configuration told in this device's order, so that a diff of the two shows what is wrong and nothing else: a line
// that answers one of this device stands in its place and reads like it, unless a finding says that it should not. Every row
// knows its row in the peer's real file, and what really stands there. Headers, remarks and blank rows are this device's own.
import type { MatchedLine } from '../model/lines/matched-line';
import type { Pair } from '../model/pairing/pair';
import { rowOf } from '../model/place';
import { maskedText, withoutSecrets } from '../model/secrets';
import type { Finding } from '../diagnostics/rule-runner';
import { signature, signatureWords } from '../model/lines/line-similarity';
import { said } from '../model/lines/canonical-text';
import { push } from '../text/collections';
import { words } from '../text/words';
import { answering, viewKey, type Answering } from './correspondence';
import type { Compared } from './pair-table/comparison';
import { kindOf } from './line-policy';
import { lineRows, standing, type Standing } from './findings-by-line';

export type Mark = 'equal' | 'must-differ' | 'wrong' | 'quiet';

export interface MappedLine {
  /** Secrets are masked in it, letter by letter. */
  readonly text: string;
  /** In the peer's file; absent where the row only keeps the place of a row of this device. */
  readonly source?: MatchedLine;
  /** The row of this device that it answers or stands for. */
  readonly here?: number;
  readonly mark: Mark;
  /** What the peer's file says, where `text` says it in this device's words. Holds no secret. */
  readonly actual?: string;
  readonly explanation?: string;
  readonly findings: readonly Finding[];
}

/** A line of this device that the peer lacks and must not lack. */
export interface MissingLine {
  readonly line: MatchedLine;
  readonly findings: readonly Finding[];
}

export interface MappedPeer {
  readonly lines: readonly MappedLine[];
  readonly missing: readonly MissingLine[];
}

/** This device is `pair.a`; `rows` is its text. */
export function mappedPeer(pair: Pair, compared: Compared, rows: readonly string[]): MappedPeer {
  const answers = answering(pair, compared.facts);
  const stands = standing(answers, compared.findings, compared.fixes);
  const here = lineRows(answers.a);
  const extra = extraLines(answers, compared, rows);
  const lines: MappedLine[] = [];
  const missing: MissingLine[] = [];
  const lacked = new Set<string>();
  const addExtra = (row: number) => {
    for (const one of extra.get(row) ?? [])
      lines.push(one === '#' ? { text: '#', mark: 'equal', findings: [] } : extraLine(one, pair, stands));
  };
  addExtra(-1);
  rows.forEach((text, row) => {
    const line = here.get(row);
    const answer = line && answers.lineFor('a', line);
    if (!line) lines.push({ text, here: row, mark: 'equal', findings: [] });
    else if (answer) lines.push(answered(line, answer, text, row, pair, stands));
    else {
      const findings = stands.on(line);
      const parent = answers.a.parents.get(line);
      const inLacked = parent !== undefined && lacked.has(viewKey(parent)) && !answers.viewFor('a', viewKey(parent));
      if (line.opens && findings.length > 0) lacked.add(viewKey(line));
      if (findings.length > 0) missing.push({ line, findings });
      else if (!inLacked) lines.push({ ...placeholderLine(line, pair), text, here: row });
    }
    addExtra(row);
  });
  // A key that both devices have is none that needs to travel: whoever shows this beside the file has it there.
  return { lines: lines.map((one) => ({ ...one, text: maskedText(one.text) })), missing };
}

function answered(
  line: MatchedLine,
  answer: MatchedLine,
  text: string,
  here: number,
  pair: Pair,
  stands: Standing,
): MappedLine {
  const findings = [...new Set([...stands.on(line), ...stands.on(answer)])];
  const base = { source: answer, here, findings };
  const differs = said(line) !== said(answer);
  const actual = differs ? withoutSecrets(answer) : undefined;
  if (findings.length > 0) {
    return {
      ...base,
      text: text.slice(0, line.start) + inTheseWords(line, answer, pair) + text.slice(line.end),
      mark: 'wrong',
      actual,
      explanation: findings.map((one) => one.message).join('\n'),
    };
  }
  if (!differs) return { ...base, text, mark: 'equal' };
  const { mark, why } = difference(line, answer, pair);
  return {
    ...base,
    text,
    mark,
    actual,
    explanation: `${why} On ${pair.b.name} (line ${rowOf(answer) + 1}): ${actual}`,
  };
}

function difference(line: MatchedLine, answer: MatchedLine, pair: Pair): { readonly mark: Mark; readonly why: string } {
  const { kind, why } = kindOf(line);
  if (kind === 'must differ' || kind === 'role') return { mark: 'must-differ', why };
  const [mine, theirs] = [signature(line, pair.a, pair.b), signature(answer, pair.b, pair.a)];
  if (mine === theirs && /<own>|<theirs>/.test(mine))
    return { mark: 'must-differ', why: 'Each device has its own addresses.' };
  if (mine === theirs)
    return { mark: 'quiet', why: 'Only names differ, and names are known on their own device only.' };
  return { mark: 'quiet', why: kind === 'must match' ? 'Nothing says that the two must be the same here.' : why };
}

/** The answer with every word that means the same written as this device writes it: what is left is the difference. */
function inTheseWords(line: MatchedLine, answer: MatchedLine, pair: Pair): string {
  const [mine, theirs] = [words(line.text), words(answer.text)];
  if (mine.length !== theirs.length) return withoutSecrets(answer);
  const [meant, said] = [signatureWords(line, pair.a, pair.b), signatureWords(answer, pair.b, pair.a)];
  const masked = withoutSecrets(answer);
  let text = '';
  let from = 0;
  mine.forEach((word, index) => {
    text +=
      line.text.slice(from, word.start) +
      (meant[index] === said[index] ? word.text : masked.slice(theirs[index]!.start, theirs[index]!.end));
    from = word.end;
  });
  return text + line.text.slice(from);
}

/** Keeps the place of a line that only this device has. */
function placeholderLine(line: MatchedLine, pair: Pair): Omit<MappedLine, 'text' | 'here'> {
  const { kind, why } = kindOf(line);
  return {
    mark: kind === 'role' || kind === 'must differ' ? 'must-differ' : 'quiet',
    findings: [],
    explanation: `${pair.b.name} has no such line. ${kind === 'must match' ? 'Nothing says that it must.' : why}`,
  };
}

function extraLine(line: MatchedLine, pair: Pair, stands: Standing): MappedLine {
  const findings = stands.on(line);
  const { kind, why } = kindOf(line);
  return {
    text: ' '.repeat(line.indent) + withoutSecrets(line),
    source: line,
    findings,
    mark: findings.length > 0 ? 'wrong' : kind === 'role' || kind === 'must differ' ? 'must-differ' : 'quiet',
    explanation:
      findings.length > 0
        ? findings.map((one) => one.message).join('\n')
        : `${pair.a.name} has no such line. ${kind === 'must match' ? 'Nothing says that it must.' : why}`,
  };
}

/** Lines that only the peer has, by the row of this device behind which they stand; `#` around whole views. */
function extraLines(
  answers: Answering,
  compared: Compared,
  rows: readonly string[],
): Map<number, (MatchedLine | '#')[]> {
  const behind = new Map<number, (MatchedLine | '#')[]>();
  const put = (row: number, line: MatchedLine | '#') => push(behind, row, line);
  // Whole views go behind the `#` that closes the view before them, or in front of all.
  let top = -1;
  const closed = (row: number) => (rows[row + 1]?.trim() === '#' ? row + 1 : row);
  const place = (line: MatchedLine, row: number): number => {
    const answer = answers.lineFor('b', line);
    if (answer) {
      let last = rowOf(answer);
      for (const child of line.lines) last = Math.max(last, place(child, last));
      return Math.max(rowOf(answer), last);
    }
    put(row, line);
    for (const child of line.lines) place(child, row);
    return row;
  };
  for (const section of compared.facts('b')) {
    for (const line of section.lines) {
      // What stands in a view that an earlier section left open goes behind what was there.
      if (line.anchor !== section.anchor) {
        for (const child of line.lines) place(child, top);
        continue;
      }
      const answer = answers.lineFor('b', line);
      if (line.opens && !answer && !answers.viewFor('b', viewKey(line))) {
        const row = Math.max(closed(top), top);
        place(line, row);
        put(row, '#');
        continue;
      }
      const last = place(line, answer ? top : closed(top));
      if (answer) top = Math.max(lastRow(answer), last);
    }
  }
  return behind;
}

function lastRow(line: MatchedLine): number {
  const last = line.lines[line.lines.length - 1];
  return last ? lastRow(last) : rowOf(line);
}
