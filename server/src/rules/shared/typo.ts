// Tells what is wrong with a line that begins like a hot-backup command and does not end like one, and what it was meant to be. Words
// behind a complete command are not judged, unless they are a typo of a known one: releases differ.
import { entry, expectedAt, limits, type Expected, type ViewName } from '../../catalogue';
import { address } from '../../model/address';
import type { Block } from '../../model/device';
import { matchText, type MatchedLine } from '../../model/lines/matched-line';
import type { Place } from '../../model/place';
import { placeIn } from '../../model/read/line-values';
import { words, type Word } from '../../text/words';
import { canonicalText } from '../../model/lines/canonical-text';
import { nearest } from '../../text/edit-distance';
import { withoutRemark } from '../../text/line-ends';
import { commandMeant } from './command-slip';
import { ownerView, smallViews } from './misplaced-command';

const families = new Set(['vrrp', 'vrrp6', 'rbs', 'rbp', 'serviceLocation', 'serviceInstanceGroup', 'serviceHa']);

/** A word that no command has at that place. `message` is the end of a sentence. */
export interface Typo {
  readonly at: Place;
  readonly message: string;
  /** What to write instead, where that is clear. */
  readonly instead?: string;
  /** The command is none of hot backup: another product may have that word. */
  readonly isForeign?: true;
}

/**
 * True when the view holds a line of that kind, or one that was meant to be of that kind: then it is not missing
 * (docs/decisions/malformed-lines.md).
 */
export function attempted(block: Block, pattern: RegExp): boolean {
  return block.lines.some((line) => {
    if (pattern.test(canonicalText(line))) return true;
    const typo = line.match ? undefined : typoIn(line);
    return typo !== undefined && (typo.instead === undefined || pattern.test(typo.instead));
  });
}

/** True for nearly every line: it is read as it stands to its end. */
export function isWhole({ text, match }: MatchedLine): boolean {
  return match !== undefined && match.complete && text.charCodeAt(text.length - 1) !== hash && !text.includes('//');
}

const hash = '#'.charCodeAt(0);

/**
 * What is probably a typing mistake in a line that is not read to its end, in commands beside those of hot backup only a keyword close to
 * the one that must stand there; undefined where the line is read, or unknown without being close to anything.
 */
export function typoIn(line: MatchedLine): Typo | undefined {
  if (isWhole(line)) return undefined;
  const text = withoutRemark(line.text);
  const list = words(text);
  const match = matchText(line.view, text);
  if (!match) return firstWord(line, list);
  const command = entry(match.command);
  if (!command || match.complete || match.undo || match.problems.length > 0 || command.dialect) return undefined;
  const isForeign = !families.has(command.family);
  if (match.expected.length === 0) return undefined;
  const wrong = list[match.reached];
  const whole = match.expected.some((expected) => expected.kind === 'end');
  if (!wrong) {
    if (whole || isForeign) return undefined;
    const missing = [...new Set(match.expected.map(name))];
    const last = list[list.length - 1]!;
    return {
      at: placeIn(line, last.start, last.end),
      message: `the line ends too early: ${missing.slice(0, 3).join(' or ')} is missing`,
    };
  }
  if (wrong.text.startsWith('{')) return undefined;
  const other = otherFamily(line, list, match.reached, match.expected);
  if (other) return other;
  const keywords = keywordsOf(match.expected);
  if (isForeign) {
    // A word cut short is no slip: who types it lets the device complete the rest, or is told that it is short for several.
    if (keywords.some((keyword) => keyword.startsWith(wrong.text.toLowerCase()))) return undefined;
    const typo = nearest(wrong.text, keywords).length === 1 ? wrongWord(line, wrong, keywords) : undefined;
    return typo && { ...typo, isForeign: true };
  }
  return (
    wrongWord(line, wrong, keywords) ??
    (keywords.length === 0 && !whole ? otherKind(line, wrong, match.expected) : undefined)
  );
}

/** Elsewhere than in the small views much is unknown, so only the long words of hot backup and those of VRRP are looked for first. */
function firstWord(line: MatchedLine, [first]: readonly Word[]): Typo | undefined {
  if (!first || first.text === 'undo') return undefined;
  const small = smallViews.has(line.view);
  const isGroup = /^vrrp\d*$/i.test(first.text);
  if (!small && !isGroup && !/^(rem|ser)[a-z]*-[a-z]/i.test(first.text)) return slip(line, first);
  if (ownerView(line) !== undefined) return undefined;
  const keywords = firstKeywords(line.view);
  return (
    wrongWord(line, first, small || isGroup ? keywords : keywords.filter((keyword) => keyword.length > 12)) ??
    slip(line, first)
  );
}

function slip(line: MatchedLine, first: Word): Typo | undefined {
  const instead = commandMeant(line, first);
  if (instead === undefined) return undefined;
  const message = `there is no "${first.text}"; use "${instead}" if that is meant`;
  return { at: placeIn(line, first.start, first.end), message, instead, isForeign: true };
}

const keywordsOfViews = new Map<ViewName, readonly string[]>();

function firstKeywords(view: ViewName): readonly string[] {
  let found = keywordsOfViews.get(view);
  if (!found) {
    found = keywordsOf(
      expectedAt(view, []).filter((expected) => families.has(expected.command.slice(0, expected.command.indexOf('.')))),
    );
    keywordsOfViews.set(view, found);
  }
  return found;
}

function wrongWord(line: MatchedLine, wrong: Word, keywords: readonly string[]): Typo | undefined {
  const at = placeIn(line, wrong.start, wrong.end);
  const lower = wrong.text.toLowerCase();
  const none = `there is no "${wrong.text}"`;
  const prefix = keywords
    .filter((keyword) => keyword.length > 3 && lower.startsWith(keyword))
    .sort((x, y) => y.length - x.length)[0];
  const behind = prefix === undefined ? '' : wrong.text.slice(prefix.length);
  const glued = () => ({
    at,
    message: `${none}; write "${wrong.text.slice(0, prefix!.length)} ${behind}" with a blank`,
    instead: `${wrong.text.slice(0, prefix!.length)} ${behind}`,
  });
  const near = nearest(wrong.text, keywords);
  const isOneLetterOff = near.some((keyword) => keyword.length === lower.length);
  // A number or a name with a number in it is a value; letters alone are more likely a typo.
  if (!isOneLetterOff && /^(\d[\da-f:./]*|[a-z][a-z_./]*\d[\d./]*)$/i.test(behind)) return glued();
  if (near.length === 1) return { at, message: `${none}; use "${near[0]}" if that is meant`, instead: near[0] };
  if (near.length > 1) return { at, message: `${none}; "${near.slice(0, 3).join('" or "')}" may be meant` };
  return /^[a-z\d]/i.test(behind) ? glued() : undefined;
}

/**
 * An address of the other family, where the command has a keyword for that one: `bind peer-ip 2001:DB8::1` beside `bind peer-ipv6`. What
 * else a release takes there no catalogue proves.
 */
function otherFamily(
  line: MatchedLine,
  list: readonly Word[],
  reached: number,
  expected: readonly Expected[],
): Typo | undefined {
  const [before, wrong] = [list[reached - 1], list[reached]];
  const written = before && wrong && address(wrong.text.split('/')[0]!);
  if (!written) return undefined;
  const types = expected.flatMap((one) => (one.kind === 'value' ? (typeOf(one) ?? []) : []));
  const wanted = written.family === 4 ? 'ipv6' : 'ipv4';
  if (types.length === 0 || types.some((type) => !type.startsWith(wanted))) return undefined;
  const [keyword] = keywordsOf(expectedAt(line.view, list.slice(0, reached - 1))).filter(
    (other) => other !== before.text.toLowerCase() && withoutFamily(other) === withoutFamily(before.text.toLowerCase()),
  );
  if (keyword === undefined) return undefined;
  const instead = `${keyword} ${wrong.text}`;
  const message = `"${before.text}" takes no IPv${written.family} address, the device refuses the line; use "${keyword}"`;
  return { at: placeIn(line, before.start, wrong.end), message, instead };
}

/** `peer-ip` and `peer-ipv6` differ in the family alone. */
function withoutFamily(keyword: string): string {
  return keyword.replace(/(?:-?ip)?v[46]$|6$|-?ip$/, '');
}

function typeOf(expected: Extract<Expected, { readonly kind: 'value' }>): string | undefined {
  return entry(expected.command)?.parameters[expected.name]?.type.kind;
}

function otherKind(line: MatchedLine, wrong: Word, expected: readonly Expected[]): Typo | undefined {
  const kinds = expected.flatMap((expected) => {
    const parameter = expected.kind === 'value' ? entry(expected.command)?.parameters[expected.name] : undefined;
    return parameter && expected.kind === 'value' ? [`${limits(parameter)} must stand (${expected.name})`] : [];
  });
  return kinds.length === 0
    ? undefined
    : { at: placeIn(line, wrong.start, wrong.end), message: `not "${wrong.text}" but ${kinds[0]}` };
}

function keywordsOf(expected: readonly Expected[]): string[] {
  return expected.flatMap((expected) => (expected.kind === 'keyword' ? [expected.keyword.toLowerCase()] : []));
}

function name(expected: Expected): string {
  switch (expected.kind) {
    case 'keyword':
      return `"${expected.keyword}"`;
    case 'value':
      return `<${expected.name}>`;
    case 'end':
      return 'nothing';
  }
}
