// The peer's configuration in this device's order, so that a diff of the two shows what is wrong and nothing else: the counterpart
// of a line stands in that line's place and reads like it, unless a finding says that it should not. Every row
// knows its row in the peer's real file, and what really stands there. Headers, remarks and blank rows are this device's own.
import type { MatchedLine } from '../model/lines/matched-line';
import type { Pair } from '../model/pairing/pair';
import { rowOf } from '../model/place';
import { shownRows, withoutSecrets } from '../model/secrets';
import type { Finding } from '../diagnostics/findings';
import { signature, signatureWords } from '../model/lines/line-similarity';
import { canonicalText } from '../model/lines/canonical-text';
import { words } from '../text/words';
import { correspondenceOf, type Correspondence } from './correspondence';
import { viewKey } from './device-views';
import type { Compared } from './pair-table/comparison';
import { policyOf } from './line-policy';
import { findingsByLine, lineRows, type FindingsByLine } from './findings-by-line';
import { peerOnlyLines } from './peer-only-lines';

/** How a line of the peer stands to what this device says. */
export type Mark = 'equal' | 'must-differ' | 'wrong' | 'quiet';

/** A line of the peer in the words and the order of this device. */
export interface MappedLine {
  /** Secrets are masked in it, letter by letter. */
  readonly text: string;
  /** In the peer's file; absent where the row only keeps the place of a row of this device. */
  readonly source?: MatchedLine;
  /** The row of this device to which it corresponds or for which it stands. */
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

/** The peer told as if it were this device, with what is missing there. */
export interface MappedPeer {
  readonly lines: readonly MappedLine[];
  readonly missing: readonly MissingLine[];
}

/** This device is `pair.a`; `rows` is its text. */
export function mappedPeer(pair: Pair, compared: Compared, rows: readonly string[]): MappedPeer {
  const correspondence = correspondenceOf(pair, compared.facts);
  const findingsOf = findingsByLine(correspondence, compared.findings, compared.fixes);
  const lineAt = lineRows(correspondence.a);
  const shownRow = shownRows(compared.facts('a'), rows);
  const behind = peerOnlyLines(correspondence, compared.facts('b'), rows);
  const lines: MappedLine[] = [];
  const missing: MissingLine[] = [];
  /** Keys of views that the peer must not lack. */
  const missingViews = new Set<string>();
  const addPeerOnly = (row: number) => {
    for (const line of behind.get(row) ?? [])
      lines.push(line === '#' ? { text: '#', mark: 'equal', findings: [] } : peerOnlyLine(line, pair, findingsOf));
  };
  addPeerOnly(-1);
  for (const row of rows.keys()) {
    const line = lineAt.get(row);
    const text = shownRow(row);
    const counterpart = line && correspondence.lineFor('a', line);
    if (!line) lines.push({ text, here: row, mark: 'equal', findings: [] });
    else if (counterpart) lines.push(correspondingLine(line, counterpart, text, row, pair, findingsOf));
    else {
      const findings = findingsOf.on(line);
      if (findings.length > 0) {
        missing.push({ line, findings });
        if (line.opens) missingViews.add(viewKey(line));
      } else if (!isInMissingView(correspondence, line, missingViews)) {
        lines.push({ ...placeholderLine(line, pair), text, here: row });
      }
    }
    addPeerOnly(row);
  }
  return { lines, missing };
}

function isInMissingView(
  correspondence: Correspondence,
  line: MatchedLine,
  missingViews: ReadonlySet<string>,
): boolean {
  const parent = correspondence.a.parents.get(line);
  if (!parent) return false;
  const key = viewKey(parent);
  return missingViews.has(key) && !correspondence.viewFor('a', key);
}

function messagesOf(findings: readonly Finding[]): string {
  return findings.map((finding) => finding.message).join('\n');
}

/** A line of this device with its counterpart; `text` is its row, `here` the number of that. */
function correspondingLine(
  line: MatchedLine,
  counterpart: MatchedLine,
  text: string,
  here: number,
  pair: Pair,
  findingsOf: FindingsByLine,
): MappedLine {
  const findings = [...new Set([...findingsOf.on(line), ...findingsOf.on(counterpart)])];
  const base = { source: counterpart, here, findings };
  const differs = canonicalText(line) !== canonicalText(counterpart);
  const actual = differs ? withoutSecrets(counterpart) : undefined;
  if (findings.length > 0) {
    return {
      ...base,
      text: text.slice(0, line.start) + inWordsOf(line, counterpart, pair) + text.slice(line.end),
      mark: 'wrong',
      actual,
      explanation: messagesOf(findings),
    };
  }
  if (!differs) return { ...base, text, mark: 'equal' };
  const { mark, why } = difference(line, counterpart, pair);
  return {
    ...base,
    text,
    mark,
    actual,
    explanation: `${why} On ${pair.b.name} (line ${rowOf(counterpart) + 1}): ${actual}`,
  };
}

function difference(
  line: MatchedLine,
  counterpart: MatchedLine,
  pair: Pair,
): { readonly mark: Mark; readonly why: string } {
  const { kind, why } = policyOf(line);
  if (kind === 'must differ' || kind === 'role') return { mark: 'must-differ', why };
  const [meaning, peerMeaning] = [signature(line, pair.a, pair.b), signature(counterpart, pair.b, pair.a)];
  if (meaning !== peerMeaning)
    return { mark: 'quiet', why: kind === 'must match' ? 'Nothing says that the two must be the same here.' : why };
  if (/<own>|<theirs>/.test(meaning)) return { mark: 'must-differ', why: 'Each device has its own addresses.' };
  return { mark: 'quiet', why: 'Only names differ, and names are known on their own device only.' };
}

/** The counterpart with every word that means the same written as this device writes it: what is left is the difference. */
function inWordsOf(line: MatchedLine, counterpart: MatchedLine, pair: Pair): string {
  const masked = withoutSecrets(counterpart);
  const shown = withoutSecrets(line);
  const [own, peer] = [words(line.text), words(counterpart.text)];
  if (own.length !== peer.length) return masked;
  const [meant, peerMeant] = [signatureWords(line, pair.a, pair.b), signatureWords(counterpart, pair.b, pair.a)];
  let text = '';
  let from = 0;
  for (const [index, word] of own.entries()) {
    const peerWord = peer[index]!;
    const isSame = meant[index] === peerMeant[index];
    text +=
      shown.slice(from, word.start) +
      (isSame ? shown.slice(word.start, word.end) : masked.slice(peerWord.start, peerWord.end));
    from = word.end;
  }
  return text + shown.slice(from);
}

/** Keeps the place of a line that only this device has. */
function placeholderLine(line: MatchedLine, pair: Pair): Omit<MappedLine, 'text' | 'here'> {
  return { mark: markOf(line), findings: [], explanation: `${pair.b.name} has no such line. ${whyLacking(line)}` };
}

function peerOnlyLine(line: MatchedLine, pair: Pair, findingsOf: FindingsByLine): MappedLine {
  const findings = findingsOf.on(line);
  const isWrong = findings.length > 0;
  return {
    text: ' '.repeat(line.indent) + withoutSecrets(line),
    source: line,
    findings,
    mark: isWrong ? 'wrong' : markOf(line),
    explanation: isWrong ? messagesOf(findings) : `${pair.a.name} has no such line. ${whyLacking(line)}`,
  };
}

/** Of a line that only one device has and that no finding is about. */
function markOf(line: MatchedLine): Mark {
  const { kind } = policyOf(line);
  return kind === 'role' || kind === 'must differ' ? 'must-differ' : 'quiet';
}

function whyLacking(line: MatchedLine): string {
  const { kind, why } = policyOf(line);
  return kind === 'must match' ? 'Nothing says that it must.' : why;
}
