// Names that a device uses and does not define. What is the same for all kinds of names: which lines count, what the message says,
// which names may have been meant. Each kind has a rule of its own, which says what follows from it and how grave that is.
import { entry, isBuiltIn, nameKinds, type NameKind } from '../../catalogue';
import { replace } from '../../edits/config-edits';
import type { DeviceRule, Example, Fix, RawFinding, Severity } from '../../diagnostics/rule';
import { deviceRule } from '../../diagnostics/rule';
import type { Device } from '../../model/device';
import { keywordsOf, nameOfHead } from '../../model/lines/head-name';
import { isRead } from '../../model/lines/matched-line';
import { nameKey } from '../../model/names';
import { distinct, placeIn } from '../../model/read/line-values';
import { sectionsUsing } from '../../model/references/name-index';
import { describeName, isReference, type Occurrence, type SectionNames } from '../../model/references/section-names';
import { meant, nearest } from '../../text/edit-distance';
import { words } from '../../text/words';

/** A use of a name that its device does not define. */
export interface UndefinedName {
  readonly device: Device;
  readonly name: Occurrence;
}

interface UndefinedNameSource {
  readonly id: string;
  readonly requirement: string;
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly guide: readonly string[];
  readonly supersededBy?: readonly string[];
  readonly kinds: readonly NameKind[];
  /** Few lines name any of these kinds: an edit of others does not even make the rule run. */
  readonly areRare?: true;
  /** Whether a name on such a line must be there at all. */
  readonly counts?: (name: Occurrence, device: Device) => boolean;
  /** How grave it is; undefined where the file does not prove it. */
  readonly gravity?: (name: Occurrence, device: Device) => Severity | undefined;
  /** What follows, as the end of the message. */
  readonly effect?: (name: Occurrence, device: Device) => string | undefined;
  /** The word by which a line says the kind of the name: one that is of another of the kinds stands behind the wrong word. */
  readonly kindWord?: (kind: NameKind) => string;
  readonly examples: readonly Example[];
}

/**
 * A rule about names of some kinds that are used and not defined: one finding for each name in a section, with the
 * names that may have been meant as fixes.
 */
export function undefinedNameRule(source: UndefinedNameSource): DeviceRule<UndefinedName> {
  const { kinds, areRare, counts, gravity, effect, kindWord, ...rule } = source;
  const kindOf = (device: Device, name: Occurrence) => (kindWord ? otherKind(device, name, kinds) : undefined);
  return deviceRule<UndefinedName>({
    ...rule,
    independentPer: areRare ? undefined : 'names',
    *check(device) {
      for (const name of areRare ? lackingNames(device, kinds) : undefinedNames(device, kinds)) {
        const other = kindOf(device, name);
        if (other) {
          yield ofOtherKind(device, name, other, kindWord!(other), effect?.(name, device));
          continue;
        }
        if (counts && !counts(name, device)) continue;
        const severity = gravity ? gravity(name, device) : rule.severity;
        if (severity === undefined) continue;
        yield finding(device, name, severity, effect?.(name, device));
      }
    },
    fix({ device, name }) {
      const other = kindOf(device, name);
      return other ? kindFixes(name, kindWord!(name.kind), kindWord!(other)) : choicesFor(device, name);
    },
  });
}

/** Another of the kinds under which the device defines this very name; asked by the name alone. */
function otherKind(
  { nameIndex }: Device,
  { kind, text, key }: Occurrence,
  kinds: readonly NameKind[],
): NameKind | undefined {
  const keys = new Set([key, text, nameKey(text)]);
  const isOf = (other: NameKind) =>
    [...keys].some((each) => nameIndex.definitionsOf(other, each).some((name) => name.text === text));
  return kinds.find((other) => other !== kind && isOf(other));
}

/** Proof enough of a slip: nobody gives instances of two kinds one name and shows only one of them. */
function ofOtherKind(
  device: Device,
  name: Occurrence,
  other: NameKind,
  word: string,
  effect: string | undefined,
): RawFinding<UndefinedName> {
  const what = `${describeName(name)}, but ${name.text} is a ${nameKinds[other].title}`;
  return {
    at: name.at,
    severity: 'error',
    message: `${device.name}: ${userOf(name)} names ${what}${effect === undefined ? '' : `: ${effect}`}; write ${word}`,
    supersedesAt: name.head ? [name.head] : [],
    facts: { device, name },
  };
}

function kindFixes({ line, at }: Occurrence, written: string, word: string): Fix[] {
  const found = words(line.text).findLast(({ text, end }) => text === written && line.start + end < at.start);
  if (!found) return [];
  const place = placeIn(line, found.start, found.end);
  return [{ title: `Write ${word}`, edits: [replace(place, word)], safe: false }];
}

/** The first use in each section of every name of these kinds that the device does not define. */
function* undefinedNames(device: Device, kinds: readonly NameKind[]): Iterable<Occurrence> {
  if (device.holdsSeveralDevices) return;
  for (const kind of kinds) {
    // By index: a file may name none.
    for (const section of sectionsUsing(device.names, undefined).get(kind)) yield* undefinedIn(section, kind, device);
  }
}

/** The same, asked of the index alone: the rule rests on the sections that use such names, and on no others. */
function* lackingNames(device: Device, kinds: readonly NameKind[]): Iterable<Occurrence> {
  if (device.holdsSeveralDevices) return;
  for (const kind of kinds) {
    const found = [...device.nameIndex.lacking(kind)].filter((name) => isUse(name) && !isBuiltIn(kind, name.key));
    yield* distinct(found, ({ head, key }) => `${head?.text} ${key}`);
  }
}

function undefinedIn({ all }: SectionNames, kind: NameKind, device: Device): readonly Occurrence[] {
  const found = all.filter(
    (occurrence) => occurrence.kind === kind && isUse(occurrence) && !isThere(device, occurrence),
  );
  return distinct(found, ({ key }) => key);
}

/** Whether the file makes the name, or the device has it by itself. */
function isThere({ nameIndex }: Device, name: Occurrence): boolean {
  return isBuiltIn(name.kind, name.key) || nameIndex.isMade(name);
}

/** A line in force that uses the name: not an `undo`, no action, nothing that could not be read. */
export function isUse(occurrence: Occurrence): boolean {
  const { match } = occurrence.line;
  return isReference(occurrence) && match !== undefined && isRead(match) && !entry(match.command)?.action;
}

/** Commands of the instances on service boards, which the backup of a board is about. */
export const boardFamilies = ['dsLite', 'natInstance', 'nat64Instance'] as const;

/** Whether it stands on a line of one of these families of commands: `natInstance`. */
export function isOf({ line }: Occurrence, families: readonly string[]): boolean {
  const command = line.match!.command;
  return families.includes(command.slice(0, command.indexOf('.')));
}

function finding(
  device: Device,
  name: Occurrence,
  severity: Severity,
  effect: string | undefined,
): RawFinding<UndefinedName> {
  const probable = suggestion(device, name);
  const where = device.isWholeFile ? 'not defined' : 'not in this file';
  const hint = probable === undefined ? '' : hintOf(name, probable);
  const consequence = effect === undefined || probable !== undefined ? '' : `: ${effect}`;
  const alternative = name.kind === 'interface' || probable !== undefined ? [] : alternatives(device, name);
  const edit = alternative.length === 1 ? `; use ${alternative[0]} if that is meant` : '';
  return {
    at: name.at,
    severity,
    message: `${device.name}: ${userOf(name)} names ${describeName(name)}, which is ${where}${hint}${consequence}${edit}`,
    facts: { device, name },
  };
}

function hintOf({ text }: Occurrence, probable: string): string {
  return nameKey(text) === nameKey(probable) ? `: case matters, write ${probable}` : `; did you mean ${probable}?`;
}

/** Who uses the name: the object whose view the line stands in, else the command. */
function userOf({ line, head }: Occurrence): string {
  return (head && nameOfHead(head)) ?? keywordsOf(line);
}

/** The one name of the kind that was probably meant; interfaces are called what the hardware calls them. */
function suggestion(device: Device, name: Occurrence): string | undefined {
  return name.kind === 'interface' ? undefined : meant(name.text, alternatives(device, name));
}

/** Names of the kind that could stand there; of an address group those of its own instance. */
function alternatives(device: Device, { kind, key, text }: Occurrence): readonly string[] {
  const block = key.slice(0, key.length - nameKey(text).length);
  const definitions = device.nameIndex
    .definitions(kind)
    .filter((occurrence) => occurrence.key === block + nameKey(occurrence.text));
  const texts = [...new Set(definitions.map((occurrence) => occurrence.text))];
  // A session has a name and a number, and a line takes one of the two.
  return kind === 'bfd-session' ? texts.filter((other) => isNumber(other) === isNumber(text)) : texts;
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

/** Never safe: the name may be right, and what it names be what is missing. */
function choicesFor(device: Device, name: Occurrence) {
  if (name.kind === 'interface') return [];
  const names = alternatives(device, name);
  const near = nearest(name.text, names);
  return [...near, ...(names.length <= 3 ? names.filter((text) => !near.includes(text)) : [])]
    .slice(0, 3)
    .map((text) => ({
      title: `Use ${nameKinds[name.kind].title} ${text}`,
      edits: [replace(name.at, text)],
      safe: false,
    }));
}
