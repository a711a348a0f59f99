// The engine of agreement: what the table of the catalogue says must match is read on both ends of a couple and compared.
import { nameLength, type Agreement, type Check, type Comparison } from '../../catalogue/agreement';
import { words as wordsOf } from '../../text/words';
import { push, sameLists } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import { address } from '../address';
import type { Block, Interface } from '../device';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import { canonicalText, wordsAt } from '../lines/canonical-text';
import { saidInOtherPortions } from '../lines/adding-lines';
import { durationOf, inAnyOrder, targetsOf } from '../lines/value-forms';
import { nameKey } from '../names';
import { distinct } from '../read/line-values';
import type { Place } from '../place';
import { readableKey } from '../secret-words';
import { withoutSecrets } from '../secrets';
import { advertisingVlans, maySayVlan, userVlansOf, vlansOf } from '../vlans';
import { isOneVpn } from '../routing/vpn-counterparts';
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

/** An agreement that two ends do not keep, with the line of each that says so. */
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

/** What differs between the two ends in one setting, in the order of the first file. */
export function disagreements(couple: Couple, agreement: Agreement, check: Check): Disagreement[] {
  const found = differing(couple.a, couple.b, agreement);
  if (found.length === 0) return [];
  const severity = couple.hotBackup ? check.severity : lessened[check.severity];
  const consequence = check.consequence ?? agreement.consequence;
  return found.map((values) => ({
    couple,
    agreement,
    severity: agreement.unknownAbsent && !(values.a && values.b) ? 'information' : severity,
    consequence,
    ...values,
  }));
}

/** Whether two interfaces say different things, whatever they stand for; follows from the two alone. */
export function disagree(left: Interface, right: Interface, agreement: Agreement): boolean {
  const [a, b] = [left, right].map((on): Content => ({ at: on.at, block: on.block, interface: on }));
  return differing(a!, b!, agreement).length > 0;
}

/** What values are read from. */
type Content = Pick<End, 'at' | 'block' | 'interface' | 'standsIn'> & { readonly device?: End['device'] };

function differing(left: Content, right: Content, agreement: Agreement): Values[] {
  const [a, b] = [left, right].map((end) => together(valuesOf(end, agreement), agreement)) as [Value[], Value[]];
  // Of dozens of settings an end writes a few.
  if (a.length === 0 && b.length === 0) return [];
  // What only backs up may leave a setting out altogether.
  const isLeftOut = (left.standsIn && a.length === 0) || (right.standsIn && b.length === 0);
  if (isLeftOut && !agreement.requiredOfStandIn) return [];
  if (agreement.compared === 'flag' && !(hasLine(left, agreement) && hasLine(right, agreement))) return [];
  if (isTaggedOnOne(left, a, right, b, agreement)) return [{ a: a.at(-1), b: b.at(-1) }];
  if (!isSet(agreement)) {
    const values = differingValues(agreement, a.at(-1), b.at(-1));
    return values.filter(
      ({ a: own, b: peer }) =>
        (agreement.compared !== 'domain' || isDomainOfBoth({ a: own, b: peer }, left, right)) &&
        (agreement.compared !== 'vpn' || !areOneVpn({ a: own, b: peer }, left, right)),
    );
  }
  const found = agreement.compared === 'targets' ? differingTargets(a, b) : differingSets(a, b);
  // What has other names on both may be the same.
  if (agreement.compared === 'parts' && found.some((values) => values.a) && found.some((values) => values.b)) return [];
  return agreement.compared === 'pools' ? found.filter((values) => isPoolOfBoth(values, left, right)) : found;
}

/** A sub-interface takes no frame without a VLAN: where that of the other device names one, a line is missing. */
function isTaggedOnOne(
  left: Content,
  a: readonly Value[],
  right: Content,
  b: readonly Value[],
  by: Agreement,
): boolean {
  if (!by.neededBySubInterface || a.length > 0 === b.length > 0) return false;
  const [tagged, other] = a.length > 0 ? [left, right] : [right, left];
  return isSubInterface(tagged) && isSubInterface(other) && !other.block.lines.some(maySayVlan);
}

function isSubInterface({ interface: on }: Content): boolean {
  return on !== undefined && on.key !== on.mainKey;
}

function hasLine({ block }: Content, agreement: Agreement): boolean {
  return settingsNamed(block, agreement).length > 0;
}

/** Pools have names of their own on each device: only one that both have can be missing from a domain. */
function isPoolOfBoth({ a, b }: Values, left: Content, right: Content): boolean {
  const [named, lacking] = a ? [a, right] : [b!, left];
  const kind = named.line && canonicalText(named.line).startsWith('ipv6-pool') ? 'ipv6-pool' : 'ip-pool';
  return lacking.device?.nameIndex.isDefined(kind, nameKey(named.key)) ?? false;
}

/** Domains may have a name of their own on each device: one that both have is meant for the same users. */
function isDomainOfBoth({ a, b }: Values, left: Content, right: Content): boolean {
  const has = ({ device }: Content, value: Value | undefined) =>
    value === undefined || device === undefined || device.nameIndex.isDefined('domain', nameKey(value.key));
  return has(left, b) || has(right, a);
}

/** A VPN instance may have a name of its own on each device. */
function areOneVpn({ a, b }: Values, left: Content, right: Content): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    left.device !== undefined &&
    right.device !== undefined &&
    isOneVpn(left.device, a.key, right.device, b.key)
  );
}

/** Whether a difference is a line that one end has and the other has not. */
export function isSet({ compared }: Agreement): boolean {
  return compared !== undefined && sets.has(compared);
}

const sets: ReadonlySet<Comparison> = new Set<Comparison>(['set', 'pools', 'parts', 'targets', 'flag', 'directions']);

const lessened = { error: 'warning', warning: 'information', information: 'information' } as const;

type Values = Pick<Disagreement, 'a' | 'b'>;

function differingSets(a: readonly Value[], b: readonly Value[]): Values[] {
  if (sameLists(a, b, (x, y) => x.key === y.key)) return [];
  const [onA, onB] = [new Set(a.map(({ key }) => key)), new Set(b.map(({ key }) => key))];
  const said = saidInOtherPortions(linesOf(a), linesOf(b));
  const differs = (others: ReadonlySet<string>) => (value: Value) =>
    !others.has(value.key) && !(value.line && said.has(value.line));
  const [left, right] = [distinct(a.filter(differs(onB)), keyOf), distinct(b.filter(differs(onA)), keyOf)];
  // One on each end in place of the other is one difference.
  if (left.length === 1 && right.length === 1 && left[0]!.line && right[0]!.line) return [{ a: left[0], b: right[0] }];
  return [...left.map((value) => ({ a: value })), ...right.map((value) => ({ b: value }))];
}

function linesOf(values: readonly Value[]): MatchedLine[] {
  return values.flatMap(({ line }) => line ?? []);
}

function keyOf({ key }: Value): string {
  return key;
}

/** One target in place of another, in one direction, is one difference. */
function differingTargets(a: readonly Value[], b: readonly Value[]): Values[] {
  const found = differingSets(a, b);
  const directionOf = ({ a: left, b: right }: Values) => (left ?? right)!.key.replace(/^\S+ /, '');
  const oneOfEach = [...new Set(found.map(directionOf))].flatMap((direction) => {
    const those = found.filter((values) => directionOf(values) === direction);
    const [left, right] = [those.filter((values) => values.a), those.filter((values) => values.b)];
    return left.length === 1 && right.length === 1 ? [{ a: left[0]!.a, b: right[0]!.b, direction }] : [];
  });
  const merged = new Set(oneOfEach.map(({ direction }) => direction));
  return [
    ...oneOfEach.map(({ a: left, b: right }) => ({ a: left, b: right })),
    ...found.filter((values) => !merged.has(directionOf(values))),
  ];
}

function differingValues(agreement: Agreement, a: Value | undefined, b: Value | undefined): Values[] {
  if (!a && !b) return [];
  if (a && b) return a.key === b.key || isUnreadable(a) || isUnreadable(b) ? [] : [{ a, b }];
  // VLANs that the file does not say, and what has no known default, prove nothing.
  if (agreement.writtenOnBoth || agreement.neededBySubInterface) return [];
  return agreement.absent?.includes((a ?? b)!.key) ? [] : [{ a, b }];
}

/** A key that is stored in cipher. */
const unreadable = '\0';

function isUnreadable({ key }: Value): boolean {
  return key === unreadable;
}

/** Words in any order may also stand on several lines; no one edit makes these another. */
function together(values: Value[], { compared }: Agreement): Value[] {
  const last = values.at(-1);
  if (compared !== 'words' || !last || values.length === 1) return values;
  const joint = new Set(values.flatMap(({ key }) => key.split(' ')));
  const shown = new Map(values.map((value) => [value.key, value.shown])).values();
  const line = new Set(values.map(({ key }) => key)).size === 1 ? last.line : undefined;
  return [{ key: inAnyOrder([...joint]), shown: [...shown].join(' '), at: last.at, line }];
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
  return settingsNamed(block, agreement).flatMap(({ line, words, from }) => {
    // What holds a secret is stored in a form of its own on each device; words before it may still be compared.
    const isWhole = agreement.compared !== 'key' && agreement.behind === undefined && agreement.length === undefined;
    if (isWhole && withoutSecrets(line) !== line.text) return [];
    if (agreement.compared === 'targets') return targetsIn(line, words.slice(from));
    if (agreement.compared === 'flag') return flagIn(line, words, agreement);
    return [valueIn(line, words, from, agreement)];
  });
}

interface NamedSetting {
  readonly line: MatchedLine;
  /** Written out. */
  readonly words: readonly string[];
  /** At which word the value begins. */
  readonly from: number;
}

interface Settings {
  readonly byCommand: ReadonlyMap<string, readonly MatchedLine[]>;
  readonly byFirstWord: ReadonlyMap<string, readonly MatchedLine[]>;
  readonly named: Map<Agreement, readonly NamedSetting[]>;
}

/** The lines in force that the agreement is about. Worked out once for a view that has some which may be meant. */
function settingsNamed(block: Block, agreement: Agreement): readonly NamedSetting[] {
  const { byCommand, byFirstWord, named } = settingsOf(block);
  const { of } = agreement;
  const settings = typeof of === 'string' ? byFirstWord.get(of.split(' ', 1)[0]!) : byCommand.get(of.id);
  if (!settings) return [];
  let found = named.get(agreement);
  if (!found) {
    found = settings.flatMap((line) => {
      const words = canonicalText(line).split(' ');
      const from = nameLength(agreement, line.match?.command, words);
      return from === undefined ? [] : [{ line, words, from }];
    });
    named.set(agreement, found);
  }
  return found;
}

/** What is in force in a view. Dozens of agreements ask the same view, each for a line that it rarely has. */
const settingsOf = memoizeByObject((block: Block): Settings => {
  const byCommand = new Map<string, MatchedLine[]>();
  const byFirstWord = new Map<string, MatchedLine[]>();
  for (const line of inForce(block.lines)) {
    if (line.match?.undo) continue;
    push(byFirstWord, canonicalText(line).split(' ', 1)[0]!, line);
    if (line.match) push(byCommand, line.match.command, line);
  }
  return { byCommand, byFirstWord, named: new Map() };
});

/** A line of several targets is not one edit. */
function targetsIn(line: MatchedLine, spoken: readonly string[]): Value[] {
  return targetsOf(spoken).map((target) => ({ key: target, shown: target, at: line }));
}

function flagIn(line: MatchedLine, spoken: readonly string[], { flag, called, of }: Agreement): Value[] {
  const isThere = flag === undefined ? spoken.at(-1) === called : spoken.includes(flag);
  const named = typeof of === 'string' && flag !== undefined ? of : spoken.slice(0, 3).join(' ');
  return isThere ? [{ key: named, shown: '', at: line }] : [];
}

function valueIn(line: MatchedLine, words: readonly string[], from: number, agreement: Agreement): Value {
  const isOneWord = agreement.compared === 'kind' || agreement.behind !== undefined;
  const spoken = words.slice(from, isOneWord ? from + 1 : from + (agreement.length ?? words.length));
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
  return { key: agreement.synonyms?.[key] ?? compared(key, agreement), shown: shown.join(' ') || 'set', at, line };
}

function compared(key: string, agreement: Agreement): string {
  if (agreement.compared === 'words') return inAnyOrder(key.split(' '));
  return agreement.compared === 'duration' ? durationOf(key.split(' ')) : key;
}

/** The key is the last of the words; those before it say how it is stored. */
function typedKey(line: MatchedLine, from: number, spoken: readonly string[]): string | undefined {
  return readableKey(wordsOf(line.text)[from + spoken.length - 1]?.text, spoken.slice(0, -1));
}
