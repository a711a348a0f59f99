// What the peer has where an argument is typed: the value of its line that would stand here, as this device would write it. Which
// lines may be taken over is the catalogue's to say (catalogue/agreement.ts), what they read like here the translation's.
import { entry, type Parameter, type ViewName } from '../catalogue/index';
import { agreementOf } from '../catalogue/agreement';
import { isInterfaceNumber, isInterfaceType } from '../catalogue/parameters';
import { deviceViews, viewKey, type DeviceViews, type View } from '../compare/device-views';
import { nearCounterparts } from '../compare/near-counterparts';
import { swapSides } from '../compare/swap-sides';
import { translation, type Counterparts } from '../compare/translation';
import { placeholdersIn } from '../edits/placeholders';
import { canonicalText } from '../model/lines/canonical-text';
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import { interfaceKey, nameKey } from '../model/names';
import { rowOf } from '../model/place';
import { secretsOf } from '../model/secrets';
import { withoutEnd } from '../text/line-ends';
import { memoizeByObject } from '../text/memoize';
import { words, type Word } from '../text/words';
import type { Snapshot } from '../workspace/workspace';
import { strongestPair } from './counterpart';
import { nameKind } from './names';

/** An argument that is typed. */
export interface ArgumentPlace {
  readonly parameter: Parameter;
  /** Its name in the notation. */
  readonly argument: string;
  readonly view: ViewName;
  /** The lines that opened the views in which it stands, outermost first; none in the system view. */
  readonly heads: readonly MatchedLine[];
  /** The words before the cursor, in the row that is typed in. */
  readonly typed: readonly Word[];
  readonly row: number;
}

/**
 * Values of the peer's lines that correspond, each with a few words, the likeliest first. None where the value is a device's own or
 * follows the role, where the line stands here already, and where it is a key. `facts` is what the peer's file says.
 */
export function peerValues(
  snapshot: Snapshot,
  place: ArgumentPlace,
  facts: readonly SectionFacts[] | undefined,
): Map<string, string> {
  const found = strongestPair(snapshot);
  if (!found || !facts || !argumentsIn(facts).has(`${place.view} ${place.argument}`)) return new Map();
  // Seen from the peer, so that its lines are told as this device would write them.
  const pair = found.side === 'a' ? swapSides(found.pair) : found.pair;
  const views = deviceViews(found.peer, facts);
  const counterparts = nearCounterparts(pair, views);
  const translate = translation(counterparts);
  const isHeld = heldIn(snapshot, place);
  const candidates = linesOfView(counterparts, views, place)
    .filter((line) => beginsSo(line, place))
    .slice(0, mostLines)
    .flatMap((line) => valueHere(line, translate.line(line), place) ?? [])
    .filter((candidate) => !isHeld(candidate));
  const note = `as on ${found.peer.name}`;
  return new Map(candidates.sort((left, right) => right.fit - left.fit).map(({ value }) => [value, note]));
}

/** By view the arguments that the peer has at all: most of what is typed is looked for no further. */
const argumentsIn = memoizeByObject((facts: readonly SectionFacts[]): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { all } of facts)
    for (const { view, match } of all)
      if (match && !match.undo) for (const { name } of match.values) found.add(`${view} ${name}`);
  return found;
});

/** A value is looked for in so many lines: nobody reads on. */
const mostLines = 300;

/** The lines of the peer's view that corresponds to the one that is open here; in the system view the heads of its views too. */
function linesOfView(
  { viewKeyFor }: Counterparts,
  { views, system }: DeviceViews,
  { heads }: ArgumentPlace,
): readonly MatchedLine[] {
  const [outermost, ...inner] = heads;
  if (!outermost) return [...system, ...firstHeads(views)];
  const key = viewKeyFor('b', viewKey(outermost));
  let lines = ((key === undefined ? undefined : views.get(key)) ?? onlyViewLike(outermost, views))?.lines ?? [];
  for (const head of inner) {
    const text = canonicalText(head);
    lines = lines.find((line) => line.opens === head.opens && canonicalText(line) === text)?.lines ?? [];
  }
  return lines;
}

/** `ospf 1 router-id 10.0.0.2` for `ospf 1 router-id 10.0.0.1`: the only view of the kind. Interfaces need a reason. */
function onlyViewLike({ opens }: MatchedLine, views: DeviceViews['views']): View | undefined {
  if (opens === 'interface') return undefined;
  const [found, another] = [...views.values()].filter(({ heads }) => heads[0]!.opens === opens);
  return another ? undefined : found;
}

const firstHeads = memoizeByObject((views: DeviceViews['views']) =>
  [...views.values()].flatMap(({ heads }) => heads.slice(0, 1)),
);

/** Whether the line has the keywords that are typed. */
function beginsSo({ match }: MatchedLine, { typed }: ArgumentPlace): boolean {
  if (!match || match.undo) return false;
  const role = match.roles[0];
  return role?.kind === 'keyword' && (typed[0] === undefined || role.keyword.startsWith(typed[0].text.toLowerCase()));
}

/** At which word the value stands on the peer's line; -1 where the line is another one. */
function placeOfValue(
  line: MatchedLine,
  own: readonly JoinedWord[],
  typed: readonly JoinedWord[],
  argument: string,
): number {
  // The type of an interface may be typed already, and its number comes next.
  const at = valueAt(line, own[typed.length]) === undefined ? typed.length - 1 : typed.length;
  const isSame = ({ text }: JoinedWord, index: number) =>
    keywordAt(line, own[index])?.startsWith(text.toLowerCase()) ?? true;
  return valueAt(line, own[at]) === argument && typed.slice(0, at).every(isSame) ? at : -1;
}

interface Candidate {
  readonly command: string;
  readonly value: string;
  /** The whole line as this device would write it. */
  readonly text: string;
  /** How many of the typed words it has. */
  readonly fit: number;
}

/** The word of the peer's line, `text` on this device, that belongs behind those that are typed. */
function valueHere(line: MatchedLine, text: string, place: ArgumentPlace): Candidate | undefined {
  const typed = joined(place.typed);
  const [here, own] = [joined(words(text)), joined(words(line.text))];
  const at = placeOfValue(line, own, typed, place.argument);
  if (at < 0 || isSecret(line, own[at]!)) return undefined;
  const whole = text === line.text ? wholeValue(line, own[at]!) : here[at]?.text;
  const value = whole !== undefined && at < typed.length ? behindType(typed[at]!.text, whole) : whole;
  if (value === undefined || placeholdersIn(value).length > 0) return undefined;
  if (isOwnAffair(line, place.argument) && text === line.text) return undefined;
  const fit = fitOf(typed.slice(0, at), here, line, own);
  return fit === undefined ? undefined : { command: line.match!.command, value, text: text.trim().toLowerCase(), fit };
}

/** Tells what this device has already: the line in its view, or the name that the argument would give. */
function heldIn(snapshot: Snapshot, { parameter, heads, row }: ArgumentPlace): (candidate: Candidate) => boolean {
  const isElsewhere = (line: MatchedLine) => rowOf(line) !== row;
  // Hundreds of candidates are lines of one command, of which the file may have thousands.
  const textsOf = memoizeByObject(
    (lines: readonly MatchedLine[]) => new Set(lines.filter(isElsewhere).map((line) => line.text.trim().toLowerCase())),
  );
  const block = heads.at(-1);
  const held = block && textsOf(block.lines);
  const kind = parameter.defines && nameKind(parameter);
  const defined = new Set(
    (kind === undefined ? [] : snapshot.device.nameIndex.definitions(kind))
      .filter(({ at, implied }) => rowOf(at) !== row && !implied)
      .map(({ key }) => key),
  );
  const keyOf = (name: string) => (kind === 'interface' ? interfaceKey(name) : nameKey(name));
  return ({ command, value, text }) =>
    defined.has(keyOf(value)) || (held ?? textsOf(snapshot.device.system.get(command) ?? [])).has(text);
}

/** A value may be the rest of the line: that of a rule of an ACL is. */
function wholeValue(line: MatchedLine, word: JoinedWord): string {
  const end = line.match?.values.find((value) => value.start === word.start)?.end ?? word.end;
  return end > word.end ? line.text.slice(word.start, end).trimEnd() : word.text;
}

/** `0/1/2` of an interface whose type is typed. */
function behindType(typed: string, name: string): string | undefined {
  const at = isInterfaceType(typed) ? withoutEnd(name, (char) => /[\d/.:]/.test(char)).length : -1;
  return at > 0 && name.slice(0, at).toLowerCase().startsWith(typed.toLowerCase()) ? name.slice(at) : undefined;
}

/** The value belongs to one device or follows its role: it is known only where the translation knows it. */
function isOwnAffair(line: MatchedLine, argument: string): boolean {
  const { relation } = agreementOf(line.match?.command, canonicalText(line));
  return (relation === 'role' || relation === 'must differ') && !isKey(line, argument);
}

/** Whether the argument tells what the line is about. */
function isKey({ match }: MatchedLine, argument: string): boolean {
  return (match && entry(match.command)?.key)?.includes(`<${argument}>`) ?? false;
}

/** How many of the typed words the line has; undefined where it is about something else. */
function fitOf(
  typed: readonly JoinedWord[],
  here: readonly JoinedWord[],
  line: MatchedLine,
  own: readonly JoinedWord[],
): number | undefined {
  let equal = 0;
  for (const [index, { text }] of typed.entries()) {
    if (text.toLowerCase() === here[index]?.text.toLowerCase()) equal++;
    else if (isKey(line, valueAt(line, own[index]) ?? '')) return undefined;
  }
  return equal;
}

function keywordAt({ match }: MatchedLine, word: JoinedWord | undefined): string | undefined {
  const role = word && match?.roles[word.index];
  return role?.kind === 'keyword' ? role.keyword : undefined;
}

/** The name of the argument that the word is a value of. */
function valueAt({ match }: MatchedLine, word: JoinedWord | undefined): string | undefined {
  const role = word && match?.roles[word.index];
  return role?.kind === 'value' ? role.name : undefined;
}

function isSecret(line: MatchedLine, word: JoinedWord): boolean {
  const end = word.start + wholeValue(line, word).length;
  return secretsOf(line).some((secret) => secret.start < end && word.start < secret.end);
}

/** A word, an interface in two words counted as one. */
interface JoinedWord extends Word {
  /** Of its first word among those of the line. */
  readonly index: number;
}

function joined(all: readonly Word[]): JoinedWord[] {
  const found: JoinedWord[] = [];
  for (const [index, word] of all.entries()) {
    const last = found.at(-1);
    if (last && isInterfaceType(last.text) && isInterfaceNumber(word.text))
      found[found.length - 1] = { ...last, text: last.text + word.text, end: word.end };
    else found.push({ ...word, index });
  }
  return found;
}
