// How alike two lines of two devices are: what they say when everything that is a device's own is left out, the keywords they
// share, and whether the one is the other with a slip in it.
import { entry, ipPool } from '../../catalogue';
import { isOneLetterOff } from '../../text/edit-distance';
import { words } from '../../text/words';
import { address, bounds, orderKey, prefix, spelled } from '../address';
import type { Device } from '../device';
import { commonName } from '../services/common-names';
import type { MatchedLine } from './matched-line';
import { canonicalText } from './canonical-text';
import { durationOf, inAnyOrder } from './value-forms';

/**
 * The line with everything that is the device's own left out; with `other`, also what is that device's own. What `peer` has under a
 * name of its own is called by one word on both.
 */
export function signature(line: MatchedLine, device: Device, other?: Device, peer = other): string {
  const [first = '', ...rest] = signatureWords(line, device, other, peer).filter((text) => text !== '');
  return rest.length === 0 ? first : `${first} ${valueOf(line.match?.command, first, rest)}`;
}

/** What stands behind the first word, in one form of several. */
function valueOf(command: string | undefined, first: string, rest: readonly string[]): string {
  if (command === ipPool.lease.id && first === 'lease') return durationOf(rest);
  return command === ipPool.dns.id ? inAnyOrder(rest) : rest.join(' ');
}

/** The same word for word; empty for what belongs to the word before. */
export function signatureWords(line: MatchedLine, device: Device, other?: Device, peer = other): string[] {
  const parameters = line.match && entry(line.match.command)?.parameters;
  const spoken = canonicalText(line).split(' ');
  const end = endOfRange(line);
  return words(line.text).map((word, index) => {
    // `203.0.113.64 mask 27` ends where `203.0.113.64 203.0.113.95` does.
    if (end && index === end.index) return end.last;
    if (end && index === end.index + 1) return '';
    const value = line.match?.values.find((boundValue) => boundValue.start <= word.start && word.end <= boundValue.end);
    const parameter = value && parameters?.[value.name];
    if (parameter?.type.kind === 'interface') return value!.start === word.start ? '<interface>' : '';
    if (parameter?.type.kind === 'cipher') return '<key>';
    if (parameter?.refers === 'rbs' || parameter?.refers === 'rbp') return '<name>';
    const common = peer && value ? commonName(parameter?.refers, value.text, device, peer) : undefined;
    if (common !== undefined) return common;
    // `2001:DB8::/64` and `2001:DB8:: 64` are one prefix.
    if (parameter?.type.kind === 'ipv6-prefix') return prefixWords(word.text) ?? spoken[index] ?? '';
    const parsed = parameter?.type.kind === 'ipv4-mask' ? undefined : address(word.text);
    return parsed ? addressWord(parsed.key, device, other) : (spoken[index] ?? '');
  });
}

/** The last address of a range that is written as a mask, and which word is `mask`; undefined where the first is not its lowest. */
function endOfRange({ match, text }: MatchedLine): { readonly index: number; readonly last: string } | undefined {
  const valueOf = (name: string) => match?.values.find((boundValue) => boundValue.name === name)?.text;
  const [start, mask] = [valueOf('start-address'), valueOf('mask') ?? valueOf('mask-length')];
  const net = start !== undefined && mask !== undefined ? prefix(start, mask) : undefined;
  const index = words(text).findIndex((word) => word.text === mask) - 1;
  if (!net || index < 0 || bounds(net).from !== orderKey(net.address)) return undefined;
  const last = [...bounds(net).to].map((byte) => byte.charCodeAt(0));
  return { index, last: address(spelled(last))!.key };
}

function prefixWords(text: string): string | undefined {
  const [host = '', length = ''] = text.split('/');
  const parsed = address(host);
  return parsed && `${parsed.key} ${length}`;
}

function addressWord(key: string, device: Device, other: Device | undefined): string {
  if (device.addresses.has(key)) return '<own>';
  return other?.addresses.has(key) ? '<theirs>' : key;
}

/** The keywords, or for a line the catalogue does not know its words without numbers and addresses. */
export function keywords(line: MatchedLine): string {
  if (line.match?.complete)
    return `${line.match.command} ${line.match.roles.map((role) => (role.kind === 'keyword' ? role.keyword : '')).join(' ')}`;
  return canonicalText(line)
    .split(' ')
    .filter((word) => !/\d/.test(word))
    .join(' ');
}

/** Lines of one text but for a letter of their first words: a value of a line that does not read has no other form. */
function differInFirstWord(left: MatchedLine, right: MatchedLine): boolean {
  const [[ownFirst, ...own], [otherFirst, ...others]] = [left, right].map(({ text }) =>
    words(text).map((word) => word.text.toLowerCase()),
  ) as [string[], string[]];
  return own.join(' ') === others.join(' ') && isOneLetterOff(ownFirst ?? '', otherFirst ?? '');
}

/**
 * One line with a typo in it: half of the words and more are the same, or the one is cut short. Lines with the same keywords
 * were matched before.
 */
export function isTypoOf(left: MatchedLine, right: MatchedLine): boolean {
  if (differInFirstWord(left, right)) return true;
  const [ownWords, otherWords] = [canonicalText(left).split(' '), canonicalText(right).split(' ')];
  const shared = sharedWords(left, right);
  if (keywords(left) === keywords(right) || shared === 0) return false;
  return (
    shared === Math.min(ownWords.length, otherWords.length) ||
    (ownWords.length === otherWords.length && shared >= ownWords.length - 1)
  );
}

/** How many words the two lines have in common at the same place. */
export function sharedWords(left: MatchedLine, right: MatchedLine): number {
  const otherWords = canonicalText(right).split(' ');
  return canonicalText(left)
    .split(' ')
    .filter((word, index) => otherWords[index] === word).length;
}
