// Names to fill a line with: what the file makes of the kind, and what it uses and does not make yet. All of it asked of the index of
// the device, so that a key costs what the kind holds and not what the file holds.
import { nameKinds, type NameKind, type Parameter } from '../catalogue';
import type { MatchedLine } from '../model/lines/matched-line';
import { nameKey } from '../model/names';
import { rowOf } from '../model/place';
import type { NameIndex } from '../model/references/name-index';
import { blockKey } from '../model/references/section-names';
import { getOrAdd } from '../text/collections';
import { memoizeByObject } from '../text/memoize';
import type { Snapshot } from '../workspace/workspace';
import { isGroup, nameKind, type Occurrence } from './names';
import { madeUp } from './peer-references';

// Nobody reads more.
const mostLacking = 300;

/** Where a name would stand. */
export interface NamePlace {
  /** The row that is typed in: what stands there already is no name yet. */
  readonly row?: number;
  /** The line that opened the view: a name that belongs to a block is one of this block. */
  readonly head?: MatchedLine;
  /** The word before it: an NQA test is one of this administrator. */
  readonly before?: string;
  /** The interface whose groups are meant. */
  readonly on: () => string | undefined;
}

/** Names that fit, as they are first spelled, each with what it is. */
export function namesFor(snapshot: Snapshot, parameter: Parameter, place: NamePlace): Map<string, string> {
  const kind = nameKind(parameter);
  if (!kind) return new Map();
  const { title } = nameKinds[kind];
  if (isGroup(kind)) return new Map(groupNumbers(snapshot, kind, place).map((vrid) => [vrid, title]));
  const spellings = firstSpellings(snapshot.device.nameIndex.definitions(kind), place);
  const lacking = new Map(
    [...lackingNames(snapshot, kind)].filter(
      ([, occurrence]) => fitsPlace(occurrence, place) && !stands(occurrence, place),
    ),
  );
  const isTrunkNumber = kind === 'interface' && parameter.type.kind === 'integer';
  const spell = isTrunkNumber ? trunkNumber : ({ text }: Occurrence) => text;
  if (parameter.defines) return merged(spell, [lacking, 'used, not defined yet'], [spellings, title]);
  // Ports need no section; of other kinds a use proves nothing while the file makes names of the kind.
  return kind === 'interface' || spellings.size === 0
    ? merged(spell, [spellings, title], [lacking, `${title}, not defined in this file`])
    : merged(spell, [spellings, title]);
}

/** Whether the parameter gives a name that somebody makes up, and the file uses one that it does not make yet. */
export function isAwaited(snapshot: Snapshot, parameter: Parameter): boolean {
  const kind = parameter.defines && nameKind(parameter);
  return kind !== undefined && madeUp.has(kind) && !isGroup(kind) && lackingNames(snapshot, kind).size > 0;
}

/** One name that fits. */
export function nameAtHand(snapshot: Snapshot, parameter: Parameter, place: NamePlace): string | undefined {
  const kind = nameKind(parameter);
  if (!kind || (kind === 'interface' && parameter.type.kind === 'integer')) return undefined;
  if (isGroup(kind)) return place.on() === undefined ? undefined : groupNumbers(snapshot, kind, place)[0];
  if (nameKinds[kind].scope !== undefined) return namesFor(snapshot, parameter, place).keys().next().value;
  if (!parameter.defines) return snapshot.device.nameIndex.firstMade(kind)?.text;
  return lackingNames(snapshot, kind).values().next().value?.text;
}

type Spelled = ReadonlyMap<string, Occurrence>;

function merged(
  spell: (occurrence: Occurrence) => string | undefined,
  ...sources: readonly (readonly [names: Spelled, note: string])[]
): Map<string, string> {
  const found = new Map<string, string>();
  for (const [names, note] of sources)
    for (const occurrence of names.values()) {
      const text = spell(occurrence);
      if (text !== undefined && !found.has(text)) found.set(text, note);
    }
  return found;
}

/** `10` of Eth-Trunk10; nothing of other interfaces. */
function trunkNumber({ key }: Occurrence): string | undefined {
  return /^eth-trunk(\d+)$/.exec(key)?.[1];
}

/** The first of each name that may stand there, by key. */
function firstSpellings(all: readonly Occurrence[], place: NamePlace): Spelled {
  const found = new Map<string, Occurrence>();
  for (const occurrence of all)
    if (!found.has(occurrence.key) && !occurrence.implied && !stands(occurrence, place) && fitsPlace(occurrence, place))
      found.set(occurrence.key, occurrence);
  return found;
}

/** Whether it stands in the very row that is typed in. */
function stands({ at }: Occurrence, { row }: NamePlace): boolean {
  return rowOf(at) === row;
}

/** Whether the name is one of the block that is open, or of the word before it. */
function fitsPlace({ kind, key }: Occurrence, { head, before }: NamePlace): boolean {
  const { scope } = nameKinds[kind];
  if (scope === 'word before') return before === undefined || key.startsWith(`${nameKey(before)} `);
  return scope !== 'block' || head === undefined || key.startsWith(`${blockKey(head)} `);
}

/** Numbers of the groups of an interface, or of all where no interface is known. */
function groupNumbers({ device }: Snapshot, kind: NameKind, place: NamePlace): string[] {
  const on = place.on();
  const groups = on === undefined ? device.groups : (device.interfaces.get(on)?.groups ?? []);
  const family = kind === 'vrrp6-group' ? 6 : 4;
  const fitting = groups.filter(
    (group) => group.family === family && group.lines.some((line) => rowOf(line) !== place.row),
  );
  return [...new Set(fitting.map((group) => String(group.vrid)))];
}

type Lacking = Map<NameKind, Spelled>;

const lackingOf = memoizeByObject((_: NameIndex): Lacking => new Map());

/** Names that the file uses and does not make, the first of each, by key. */
function lackingNames({ device }: Snapshot, kind: NameKind): Spelled {
  return getOrAdd(lackingOf(device.nameIndex), kind, () => firstLacking(device.nameIndex, kind));
}

function firstLacking(index: NameIndex, kind: NameKind): Spelled {
  const found = new Map<string, Occurrence>();
  for (const occurrence of index.lacking(kind)) {
    if (found.size >= mostLacking) break;
    if (!found.has(occurrence.key)) found.set(occurrence.key, occurrence);
  }
  return found;
}
