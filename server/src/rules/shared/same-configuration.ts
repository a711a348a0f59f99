// Compares two views line by line as the guide means "the same configuration on both devices": order has no meaning,
// and what is a device's own (its addresses, interface names, keys, names of services and profiles) may differ
// (docs/decisions/same-configuration.md).
import { entry } from '../../catalogue';
import { words } from '../../text/words';
import { address } from '../../model/address';
import { keywordsOf } from '../../model/lines/head-name';
import type { Block, Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { nameKey } from '../../model/names';
import type { Place } from '../../model/place';
import { withoutSecrets } from '../../model/secrets';
import { insertInBlock, insertSection, removeLine, replace } from '../../edits/config-edits';
import { isTypoOf, keywords, sharedWords, signature } from '../../model/lines/line-similarity';
import type { RawFinding, Fix } from '../../diagnostics/rule';
import { saidInOtherPortions } from '../../model/lines/adding-lines';
import { canonicalText } from '../../model/lines/canonical-text';
import { isWhole } from './typo';

/** A line that one device has and the other has not, or has in another form. */
export interface Difference {
  readonly a?: MatchedLine;
  readonly b?: MatchedLine;
}

/** A view of one device that is to say the same as a view of the other. */
export interface ComparedBlock {
  readonly device: Device;
  readonly block: Block;
  /** What to point at where a line is missing. */
  readonly at: Place;
  /** How to call the view: `pool p1`. */
  readonly name: string;
}

/** A view to compare, with what follows of a difference. */
export interface ComparedSettings extends ComparedBlock {
  /** What happens where the lines differ, as the end of the message. */
  readonly follows: string;
}

/** What the fix of a difference needs. */
export interface DifferenceFacts {
  readonly a: ComparedBlock;
  readonly b: ComparedBlock;
  readonly difference: Difference;
  /** To take the line from the device that has it would only hide that the other one lacks it. */
  readonly neverRemoved?: boolean;
  /** The line is wrong where it stands. */
  readonly neverAdded?: boolean;
}

/** Differences of the lines that `covers` takes. */
export function differences(
  a: ComparedBlock,
  b: ComparedBlock,
  covers: (line: MatchedLine, text: string) => boolean,
): Difference[] {
  const [ofA, ofB] = [signatures(a, b.device, covers), signatures(b, a.device, covers)];
  // One text is one configuration, also where it names what is the own address of one device only.
  const texts = (found: ReadonlyMap<string, MatchedLine>) => new Set([...found.values()].map(canonicalText));
  const [textsOfA, textsOfB] = [texts(ofA), texts(ofB)];
  const leftOnA = [...ofA]
    .filter(([key, line]) => !ofB.has(key) && !textsOfB.has(canonicalText(line)))
    .map(([, line]) => line);
  const leftOnB = [...ofB]
    .filter(([key, line]) => !ofA.has(key) && !textsOfA.has(canonicalText(line)))
    .map(([, line]) => line);
  const said = leftOnA.length > 0 && leftOnB.length > 0 ? saidInOtherPortions(ofA.values(), ofB.values()) : undefined;
  const [onlyA, onlyB] = [leftOnA, leftOnB].map((lines) => lines.filter((line) => !said?.has(line))) as [
    MatchedLine[],
    MatchedLine[],
  ];
  const found: Difference[] = [];
  for (const line of onlyB) {
    // Two forms of one line: the same keywords, and for lines that may stand several times the most words in common.
    const rated = onlyA
      .filter((matchedLine) => keywords(matchedLine) === keywords(line))
      .map((matchedLine) => ({ line: matchedLine, shared: sharedWords(matchedLine, line) }));
    const best =
      rated.sort((x, y) => y.shared - x.shared)[0]?.line ?? onlyA.find((matchedLine) => isTypoOf(matchedLine, line));
    if (best) onlyA.splice(onlyA.indexOf(best), 1);
    found.push({ a: best, b: line });
  }
  return [...found, ...onlyA.map((line) => ({ a: line }))];
}

/** One finding a difference: at the value on B, the same value on A as the other end. */
export function* differenceFindings(
  a: ComparedSettings,
  b: ComparedSettings,
  list: readonly Difference[],
): Iterable<RawFinding<DifferenceFacts>> {
  for (const difference of list) {
    const facts = { a, b, difference };
    if (difference.a && difference.b) {
      const [from, to] = differingWords(difference.a, difference.b);
      const [ofA, ofB] = shownForms(difference.a, difference.b, from, to);
      yield {
        at: span(difference.b, from, to),
        message: `${b.device.name}: ${b.name} has ${ofB}, ${a.device.name} ${ofA}: ${b.follows}`,
        peer: {
          at: span(difference.a, from, to),
          message: `${a.device.name}: ${a.name} has ${ofA}, ${b.device.name} ${ofB}: ${a.follows}`,
        },
        facts,
      };
    } else {
      const line = (difference.a ?? difference.b)!;
      const [having, lacking] = difference.a ? [a, b] : [b, a];
      const text = clipped(withoutSecrets(line), 60);
      const message = `${lacking.device.name}: ${lacking.name} lacks "${text}", which ${having.device.name} has: ${lacking.follows}`;
      const [here, there] = difference.a ? [b.at, line] : [line, a.at];
      yield { at: here, message, peer: { at: there, message }, facts };
    }
  }
}

/** Both directions: a person chooses which device is right. */
export function differenceFixes({ a, b, difference, neverRemoved, neverAdded }: DifferenceFacts): Fix[] {
  if (difference.a && difference.b) {
    if (holdsOwn(difference.a, a.device) || holdsOwn(difference.b, b.device)) return [];
    const use = (from: ComparedBlock, model: MatchedLine, to: ComparedBlock, line: MatchedLine): Fix[] => {
      // What one device would refuse is no model for the other, nor what is only there under that name.
      if ((isOutOfRange(model) && !isOutOfRange(line)) || isCalledOtherwise(model, from.device, to.device)) return [];
      const title = `Use the line of ${from.device.name} on ${to.device.name}`;
      return [{ title, edits: [replace(line, model.text)], safe: false }];
    };
    return [...use(a, difference.a, b, difference.b), ...use(b, difference.b, a, difference.a)];
  }
  const line = (difference.a ?? difference.b)!;
  const [having, lacking] = difference.a ? [a, b] : [b, a];
  // Nobody can copy what names its own device, and to remove it would only make the finding go away.
  if (holdsOwn(line, having.device) || namesAddressOf(line, lacking.device)) return [];
  const remove = { title: `Remove the line on ${having.device.name}`, edits: [removeLine(line)], safe: false };
  if (neverAdded) return [remove];
  if (isCalledOtherwise(line, having.device, lacking.device)) return [];
  // Nor is there a place for a line of a view that is not there.
  if (line.view !== 'system' && lacking.block.heads.length === 0) return [];
  const add = { title: `Add the line on ${lacking.device.name}`, edits: [insertLike(lacking, line)], safe: false };
  return neverRemoved ? [add] : [add, remove];
}

/** The device does not take the line: a value is out of range, or the line is no command to its end. */
export function isRefused(line: MatchedLine): boolean {
  return !isWhole(line) || isOutOfRange(line);
}

function isOutOfRange({ match }: MatchedLine): boolean {
  return match !== undefined && match.problems.length > 0;
}

/** What a device says for all its views at once gets a section of its own where no such line is there. */
function insertLike(lacking: ComparedBlock, line: MatchedLine) {
  const isAfter = after(lacking, line);
  return line.view === 'system' && !lacking.block.lines.some(isAfter)
    ? insertSection(lacking.device, [line.text], undefined)
    : insertInBlock(lacking.device, lacking.block, line.text, { after: isAfter });
}

/** Behind the last line of the same kind; else behind the last line that begins with the same word. */
function after(lacking: ComparedBlock, line: MatchedLine): (line: MatchedLine) => boolean {
  const kind = keywords(line);
  const sameKind = lacking.block.lines.filter((line) => keywords(line) === kind);
  const near =
    sameKind.length > 0
      ? sameKind
      : lacking.block.lines.filter(
          (matchedLine) => canonicalText(matchedLine).split(' ')[0] === canonicalText(line).split(' ')[0],
        );
  return (line) => near.includes(line);
}

/** False where the lines that `covers` takes are the same in both: then there are no differences. */
export function mayDiffer(a: Block, b: Block, covers: (line: MatchedLine, text: string) => boolean): boolean {
  const [ofA, ofB] = [coveredTexts(a, covers), coveredTexts(b, covers)];
  return ofA.size !== ofB.size || [...ofA].some((text) => !ofB.has(text));
}

function coveredTexts({ lines }: Block, covers: (line: MatchedLine, text: string) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (some: readonly MatchedLine[]) => {
    for (const line of some) {
      const text = canonicalText(line);
      if (covers(line, text)) found.add(text);
      walk(line.lines);
    }
  };
  walk(lines);
  return found;
}

function signatures(
  { device, block }: ComparedBlock,
  peer: Device,
  covers: (line: MatchedLine, text: string) => boolean,
): Map<string, MatchedLine> {
  const found = new Map<string, MatchedLine>();
  const walk = (lines: readonly MatchedLine[]) => {
    for (const line of lines) {
      const text = canonicalText(line);
      if (covers(line, text)) {
        const key = signature(line, device, undefined, peer);
        if (!found.has(key)) found.set(key, line);
      }
      walk(line.lines);
    }
  };
  walk(block.lines);
  return found;
}

function holdsOwn(line: MatchedLine, device: Device): boolean {
  return signature(line, device).includes('<');
}

/** Whether the line names what the other device has under another name. */
function isCalledOtherwise({ match }: MatchedLine, device: Device, peer: Device): boolean {
  const parameters = match && entry(match.command)?.parameters;
  return (match?.values ?? []).some(({ name, text }) => {
    const kind = parameters?.[name]?.refers;
    const isLocal = kind === 'vpn-instance' || kind === 'acl';
    const isDefinedOn = ({ nameIndex }: Device) => kind !== undefined && nameIndex.isDefined(kind, nameKey(text));
    return isLocal && isDefinedOn(device) && !isDefinedOn(peer);
  });
}

/** On the device itself such a line would lead back to it. */
function namesAddressOf(line: MatchedLine, { addresses }: Device): boolean {
  return words(line.text).some((word) => addresses.has(address(word.text)?.key ?? ''));
}

/** Word numbers of the first and last word in which the lines differ. */
function differingWords(a: MatchedLine, b: MatchedLine): [number, number] {
  const [ofA, ofB] = [canonicalText(a).split(' '), canonicalText(b).split(' ')];
  const count = Math.max(ofA.length, ofB.length);
  let first = 0;
  while (first < count - 1 && ofA[first] === ofB[first]) first++;
  let last = count - 1;
  while (last > first && ofA.length === ofB.length && ofA[last] === ofB[last]) last--;
  return [first, last];
}

function span(line: MatchedLine, from: number, to: number): Place {
  const list = words(line.text);
  const first = list[Math.min(from, list.length - 1)];
  const last = list[Math.min(to, list.length - 1)];
  return first && last
    ? { anchor: line.anchor, row: line.row, start: line.start + first.start, end: line.start + last.end }
    : line;
}

/** Both lines in quotes: short ones whole, of longer ones the keywords they begin with and what differs. */
function shownForms(a: MatchedLine, b: MatchedLine, from: number, to: number): [string, string] {
  const [ofA, ofB] = [withoutSecrets(a), withoutSecrets(b)];
  if (Math.max(ofA.length, ofB.length) <= 24) return [`"${ofA}"`, `"${ofB}"`];
  const begin = keywordsOf(a);
  const begins = begin === '' ? 0 : begin.split(' ').length;
  const part = (text: string) => {
    const list = words(text);
    const [first, last] = [list[from > begins ? from : Math.max(0, from - 1)], list[Math.min(to, list.length - 1)]];
    const differs = clipped(first && last ? text.slice(first.start, last.end) : text, 40);
    return from > begins && begins > 0 ? `"${begin} ... ${differs}"` : `"${differs}"`;
  };
  return [part(ofA), part(ofB)];
}

function clipped(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 4)} ...` : text;
}
