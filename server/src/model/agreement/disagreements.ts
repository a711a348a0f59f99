// The engine of agreement: what the table of the catalogue says must match is read on both ends of a couple and compared.
import { nameLength, type Agreement, type Check } from '../../catalogue/agreement';
import { words as wordsOf } from '../../text/words';
import { address } from '../address';
import type { Interface } from '../device';
import { inForce, type MatchedLine } from '../lines/matched-line';
import { canonicalText, wordsAt } from '../lines/canonical-text';
import type { Place } from '../place';
import { readableKey } from '../secret-words';
import { advertisingVlans, userVlansOf, vlansOf } from '../vlans';
import { vpnInstanceOf, type Couple, type End } from './couples';

/** What one end says. */
export interface Value {
  /** Equal for values that mean the same. */
  readonly key: string;
  /** As a message shows it: never a secret. */
  readonly shown: string;
  readonly at: Place;
  /** Absent where the value is what holds by default, or in a name. */
  readonly line?: MatchedLine;
}

export interface Disagreement {
  readonly couple: Couple;
  readonly agreement: Agreement;
  readonly severity: Check['severity'];
  /** What follows, a part of a sentence. */
  readonly consequence?: string;
  /** Absent where the end does not say it. */
  readonly a?: Value;
  readonly b?: Value;
}

export function disagreements(couple: Couple, agreement: Agreement, check: Check): Disagreement[] {
  const severity = couple.hotBackup ? check.severity : lessened[check.severity];
  const consequence = check.consequence ?? agreement.consequence;
  return differing(couple.a, couple.b, agreement).map((values) => ({
    couple,
    agreement,
    severity,
    consequence,
    ...values,
  }));
}

/** Whether two interfaces say different things, whatever they stand for; follows from the two alone. */
export function disagree(one: Interface, two: Interface, agreement: Agreement): boolean {
  const [a, b] = [one, two].map((on): Content => ({ at: on.at, block: on.block, interface: on }));
  return differing(a!, b!, agreement).length > 0;
}

/** What values are read from. */
type Content = Pick<End, 'at' | 'block' | 'interface'>;

function differing(one: Content, two: Content, agreement: Agreement): Values[] {
  const [a, b] = [valuesOf(one, agreement), valuesOf(two, agreement)];
  return isSet(agreement) ? differingSets(a, b) : differingValues(agreement, a.at(-1), b.at(-1));
}

/** Whether a difference is a line that one end has and the other has not. */
export function isSet({ compared }: Agreement): boolean {
  return compared === 'set' || compared === 'directions';
}

const lessened = { error: 'warning', warning: 'information', information: 'information' } as const;

type Values = Pick<Disagreement, 'a' | 'b'>;

function differingSets(a: readonly Value[], b: readonly Value[]): Values[] {
  const [onA, onB] = [new Set(a.map(({ key }) => key)), new Set(b.map(({ key }) => key))];
  return [
    ...a.filter(({ key }) => !onB.has(key)).map((value) => ({ a: value })),
    ...b.filter(({ key }) => !onA.has(key)).map((value) => ({ b: value })),
  ];
}

function differingValues(agreement: Agreement, a: Value | undefined, b: Value | undefined): Values[] {
  if (!a && !b) return [];
  if (a && b) return a.key === b.key || isUnreadable(a) || isUnreadable(b) ? [] : [{ a, b }];
  // VLANs that the file does not say, and what has no known default, prove nothing.
  if (agreement.writtenOnBoth || agreement.compared?.endsWith('vlans')) return [];
  return agreement.absent?.includes((a ?? b)!.key) ? [] : [{ a, b }];
}

/** A key that is stored in cipher. */
const unreadable = '\0';

function isUnreadable({ key }: Value): boolean {
  return key === unreadable;
}

/** In the order of the file; of a single value the last one holds. */
function valuesOf(end: Content, agreement: Agreement): Value[] {
  switch (agreement.compared) {
    case 'vlans':
      return end.interface ? vlanValues(end, vlansOf(end.interface)) : [];
    case 'advertising vlans':
      return end.interface ? vlanValues(end, advertisingVlans(end.interface)) : [];
    case 'user vlans':
      return end.interface ? vlanValues(end, userVlansOf(end.interface)) : [];
    case 'vpn':
      return lineValues(end, agreement)
        .slice(-1)
        .map((value) => ({ ...value, key: (end.interface && vpnInstanceOf(end.interface)) ?? value.key }));
    default:
      return lineValues(end, agreement);
  }
}

function vlanValues(end: Content, vlans: ReturnType<typeof vlansOf>): Value[] {
  return vlans ? [{ key: vlans.key, shown: vlans.key, at: vlans.at ?? end.at, line: vlans.lines[0] }] : [];
}

function lineValues({ block }: Content, agreement: Agreement): Value[] {
  return inForce([...block.lines]).flatMap((line) => {
    if (line.match?.undo) return [];
    const text = canonicalText(line);
    const from = nameLength(agreement, line.match?.command, text);
    return from === undefined ? [] : [valueIn(line, text.split(' '), from, agreement)];
  });
}

function valueIn(line: MatchedLine, words: readonly string[], from: number, agreement: Agreement): Value {
  const isOneWord = agreement.compared === 'kind' || agreement.behind !== undefined;
  const spoken = isOneWord ? words.slice(from, from + 1) : words.slice(from);
  const at = spoken.length === 0 ? line : wordsAt(line, from, from + spoken.length - 1);
  if (agreement.compared === 'key')
    return { key: typedKey(line, from, spoken) ?? unreadable, shown: 'another', at, line };
  if (agreement.compared === 'directions') {
    const direction = spoken.find((word) => word === 'inbound' || word === 'outbound') ?? '';
    return { key: direction, shown: direction, at: line, line };
  }
  const key = spoken.map((word) => address(word)?.key ?? word).join(' ');
  const shown = wordsOf(line.text)
    .slice(from, from + spoken.length)
    .map(({ text }) => text);
  return { key: agreement.synonyms?.[key] ?? key, shown: shown.join(' ') || 'set', at, line };
}

/** The key is the last of the words; those before it say how it is stored. */
function typedKey(line: MatchedLine, from: number, spoken: readonly string[]): string | undefined {
  return readableKey(wordsOf(line.text)[from + spoken.length - 1]?.text, spoken.slice(0, -1));
}
