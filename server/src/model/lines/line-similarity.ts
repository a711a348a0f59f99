// How alike two lines of two devices are: what they say when everything that is a device's own is left out, the keywords they
// share, and whether the one is the other with a slip in it.
import { entry } from '../../catalogue';
import { address } from '../address';
import type { Device } from '../device';
import type { MatchedLine } from './matched-line';
import { words } from '../../text/words';
import { canonicalText } from './canonical-text';

/** The line with everything that is the device's own left out; with `other`, also what is that device's own. */
export function signature(line: MatchedLine, device: Device, other?: Device): string {
  return signatureWords(line, device, other)
    .filter((text) => text !== '')
    .join(' ');
}

/** The same word for word; empty for what belongs to the word before. */
export function signatureWords(line: MatchedLine, device: Device, other?: Device): string[] {
  const parameters = line.match && entry(line.match.command)?.parameters;
  const spoken = canonicalText(line).split(' ');
  return words(line.text).map((word, index) => {
    const value = line.match?.values.find((one) => one.start <= word.start && word.end <= one.end);
    const parameter = value && parameters?.[value.name];
    if (parameter?.type.kind === 'interface') return value!.start === word.start ? '<interface>' : '';
    if (parameter?.type.kind === 'cipher') return '<key>';
    if (parameter?.refers === 'rbs' || parameter?.refers === 'rbp') return '<name>';
    const parsed = parameter?.type.kind === 'ipv4-mask' ? undefined : address(word.text);
    return parsed ? addressWord(parsed.key, device, other) : (spoken[index] ?? '');
  });
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

/** One line with a slip in it: half of the words and more are the same, or the one is cut short. Lines with the same keywords were matched before. */
export function isTypoOf(one: MatchedLine, two: MatchedLine): boolean {
  const [mine, theirs] = [canonicalText(one).split(' '), canonicalText(two).split(' ')];
  const shared = sharedWords(one, two);
  if (keywords(one) === keywords(two) || shared === 0) return false;
  return (
    shared === Math.min(mine.length, theirs.length) || (mine.length === theirs.length && shared >= mine.length - 1)
  );
}

export function sharedWords(one: MatchedLine, two: MatchedLine): number {
  const theirs = canonicalText(two).split(' ');
  return canonicalText(one)
    .split(' ')
    .filter((word, index) => theirs[index] === word).length;
}
