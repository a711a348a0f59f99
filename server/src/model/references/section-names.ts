// The names on the lines of a section: where each is made and where it is used, as the catalogue says of the argument that holds
// it. A name belongs to one device; a VRRP group is named by its interface and number together, an address group by its instance.
import { entry, nameKinds, type Command, type NameKind, type Parameter } from '../../catalogue';
import { push } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import { inForce } from '../lines/in-force';
import type { MatchedLine, SectionFacts } from '../lines/matched-line';
import { interfaceKey, mainInterfaceKey, nameKey, withoutQuotes } from '../names';
import type { Place } from '../place';

/** A name where it stands: defined there, or referred to. */
export interface Occurrence {
  readonly kind: NameKind;
  /** Equal for all spellings of one name. */
  readonly key: string;
  /** As it is written here. */
  readonly text: string;
  readonly at: Place;
  readonly defines: boolean;
  readonly line: MatchedLine;
  /** The argument that holds it. */
  readonly argument: string;
  /** For a VRRP group: the interface it is on. */
  readonly interfaceKey?: string;
  /**
   * The line that opened the innermost view it stands in, and the interface where it stands in one. Absent for a name whose line opens
   * a view of its own: it says nothing more there.
   */
  readonly head?: MatchedLine;
  readonly within?: string;
  /** The line is an `undo`, or one that a later `undo` takes back. */
  readonly undone?: true;
  /** It is not written: what is meant where the argument is left out. `at` is the whole line then. */
  readonly implied?: true;
}

/** The name is made there, and no `undo` takes it back. */
export function isDefinition({ defines, undone }: Occurrence): boolean {
  return defines && !undone;
}

/** The name is referred to there, and no `undo` takes it back. */
export function isReference({ defines, undone }: Occurrence): boolean {
  return !defines && !undone;
}

/** The names of one section. */
export interface SectionNames {
  /** In file order. */
  readonly all: readonly Occurrence[];
  /** Ids of the names that are made here; where case matters, in their own letters too. */
  readonly defined: ReadonlySet<string>;
  /** The kinds of names that are used here. */
  readonly used: ReadonlySet<NameKind>;
}

/** One string for a name of a kind. */
export function nameId(kind: NameKind, key: string): string {
  return `${kind} ${key}`;
}

/** One string for a name in its own letters, of a kind in which case matters. */
export function spelledId({ kind, key, text }: Pick<Occurrence, 'kind' | 'key' | 'text'>): string {
  return `${nameId(kind, key)} ${withoutQuotes(text)}`;
}

/** What a value names; an interface is a name wherever it stands. */
export function nameKind(parameter: Parameter | undefined): NameKind | undefined {
  return parameter?.defines ?? parameter?.refers ?? (parameter?.type.kind === 'interface' ? 'interface' : undefined);
}

/** Whether names of the kind are numbers of VRRP groups. */
export function isGroup(kind: NameKind | undefined): boolean {
  return kind !== undefined && nameKinds[kind].scope === 'interface';
}

/** `eth-trunk 10` as an argument of its own names the interface Eth-Trunk10. */
export function interfaceName(text: string, parameter: Parameter | undefined): string {
  return parameter?.type.kind === 'integer' ? `eth-trunk${text}` : text;
}

/** What a message calls it: `ACL 3004`; an interface by its name alone. */
export function describeName(occurrence: Occurrence): string {
  const { kind, text, line, argument } = occurrence;
  if (kind !== 'interface') return `${nameKinds[kind].title} ${fullName(occurrence)}`;
  const parameter = line.match && entry(line.match.command)?.parameters[argument];
  return parameter?.type.kind === 'integer' ? `Eth-Trunk${text}` : text;
}

/** The interface that a line which opens a view names. */
export function interfaceOf(head: MatchedLine | undefined): string | undefined {
  const value = head?.opens === 'interface' ? head.match?.values[0] : undefined;
  return value && interfaceKey(value.text);
}

const noNames: readonly Occurrence[] = Object.freeze([]);
const nothing: SectionNames = { all: noNames, defined: new Set(), used: new Set() };

/** The names of a section; worked out once for each section. */
export const namesIn = memoizeByObject((section: SectionFacts): SectionNames => {
  const all: Occurrence[] = [];
  visit(section.lines, {}, section, all);
  if (all.length === 0) return nothing;
  if (!all.every((occurrence, index) => index === 0 || order(all[index - 1]!, occurrence) <= 0)) all.sort(order);
  const defined = new Set<string>();
  const used = new Set<NameKind>();
  for (const occurrence of all) {
    if (occurrence.defines && !occurrence.undone) {
      defined.add(nameId(occurrence.kind, occurrence.key));
      if (nameKinds[occurrence.kind].isCaseSensitive) defined.add(spelledId(occurrence));
    } else if (!occurrence.defines) used.add(occurrence.kind);
  }
  return { all, defined, used };
});

/** Where a name stands in a section, in file order: by index, since one section may hold thousands. */
export function occurrencesIn(names: SectionNames, kind: NameKind, key: string): readonly Occurrence[] {
  return occurrencesOf(names, nameId(kind, key));
}

/** The same by the id of the name. */
export function occurrencesOf(names: SectionNames, id: string): readonly Occurrence[] {
  return occurrencesById(names).get(id) ?? noNames;
}

const occurrencesById = memoizeByObject(({ all }: SectionNames): ReadonlyMap<string, readonly Occurrence[]> => {
  const byId = new Map<string, Occurrence[]>();
  for (const occurrence of all) push(byId, nameId(occurrence.kind, occurrence.key), occurrence);
  return byId;
});

function order({ at: left }: Occurrence, { at: right }: Occurrence): number {
  return left.row - right.row || left.start - right.start;
}

/** Keys of the main interfaces whose sub-interfaces a section makes. */
export function mainInterfacesOf({ all }: SectionNames): readonly string[] {
  return all.flatMap((occurrence) => {
    if (occurrence.kind !== 'interface' || !occurrence.defines) return [];
    const main = mainInterfaceKey(occurrence.key);
    return main === occurrence.key ? [] : [main];
  });
}

/** The views around a line. */
interface Around {
  readonly interfaceKey?: string;
  /** The head of the block, as one key: what is named in a block belongs to it. */
  readonly block?: string;
  readonly head?: MatchedLine;
}

function visit(lines: readonly MatchedLine[], around: Around, section: SectionFacts, found: Occurrence[]): void {
  const holding = inForce(lines);
  const kept = holding === lines ? undefined : new Set(holding);
  for (const line of lines) {
    if (line.anchor === section.anchor) {
      const isUndo = line.match?.undo === true;
      const isUndone = isUndo || (kept !== undefined && !kept.has(line));
      for (const occurrence of keptNamesOn(line, around))
        found.push(isUndone ? { ...occurrence, defines: occurrence.defines && !isUndo, undone: true } : occurrence);
    }
    if (line.lines.length > 0) visit(line.lines, inside(line, around), section, found);
  }
}

function inside(head: MatchedLine, around: Around): Around {
  return { head, interfaceKey: interfaceOf(head) ?? around.interfaceKey, block: around.block ?? blockKey(head) };
}

/** One key of the block that a line opens: `ds-lite instance fiber id 12` and `ds-lite instance fiber` are one block. */
export function blockKey(head: MatchedLine): string {
  return `${head.opens} ${nameKey(head.match?.values[0]?.text ?? '')}`;
}

/** What names the lines of a command may hold; most commands name nothing. */
interface Naming {
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Those that name something where they are left out. */
  readonly implied: readonly { readonly argument: string; readonly kind: NameKind; readonly parameter: Parameter }[];
}

const namingOf = memoizeByObject(({ parameters }: Command): Naming | typeof unnamed => {
  const named = Object.entries<Parameter>(parameters).flatMap(([argument, parameter]) => {
    const kind = nameKind(parameter);
    return kind ? [{ argument, kind, parameter }] : [];
  });
  if (named.length === 0) return unnamed;
  return { parameters, implied: named.filter(({ parameter }) => parameter.absent !== undefined) };
});

const unnamed = 'unnamed';

interface NamesOfLine {
  readonly around: Around;
  readonly names: readonly Occurrence[];
}

const namesOfLines = new WeakMap<MatchedLine, NamesOfLine>();

/** The same objects while the line stands in the same views: an edit of a long section leaves most of its lines as they are. */
function keptNamesOn(line: MatchedLine, views: Around): readonly Occurrence[] {
  const around = line.opens ? { ...views, head: undefined } : views;
  const known = namesOfLines.get(line);
  if (known && isSameAround(known.around, around)) return known.names;
  const names = namesOn(line, around);
  if (names.length > 0) namesOfLines.set(line, { around, names });
  return names;
}

function isSameAround(one: Around, other: Around): boolean {
  return one.head === other.head && one.interfaceKey === other.interfaceKey && one.block === other.block;
}

function namesOn(line: MatchedLine, around: Around): readonly Occurrence[] {
  const command = line.match && entry(line.match.command);
  const naming = command ? namingOf(command) : unnamed;
  if (naming === unnamed) return noNames;
  const found: Occurrence[] = [];
  const values = line.match!.values;
  values.forEach((value, index) => {
    const parameter = naming.parameters[value.name];
    const kind = nameKind(parameter);
    if (!kind) return;
    const at = placeOf(line, value);
    const { text, name: argument } = value;
    const defines = parameter?.defines !== undefined;
    const { head, interfaceKey: within } = around;
    if (!isGroup(kind)) {
      const key =
        kind === 'interface'
          ? interfaceKey(interfaceName(text, parameter))
          : keyWithin(kind, text, around, values[index - 1]?.text);
      found.push({ kind, text, at, defines, line, argument, head, within, key });
      return;
    }
    const on = interfaceOnLine(line, naming.parameters, index, around);
    if (on === undefined) return;
    const key = `${on} ${Number(text)}`;
    found.push({ kind, text, at, defines, line, argument, head, within, key, interfaceKey: on });
  });
  if (naming.implied.length > 0) addImplied(line, naming, around, found);
  return found;
}

function placeOf(line: MatchedLine, { start, end }: { readonly start: number; readonly end: number }): Place {
  return { anchor: line.anchor, row: line.row, start: line.start + start, end: line.start + end };
}

/** The key of a name, with the block or the word before it that it belongs to where it does not reach beyond. */
function keyWithin(kind: NameKind, text: string, { block }: Around, before: string | undefined): string {
  const key = nameKey(text);
  const { scope } = nameKinds[kind];
  if (scope === 'block') return block === undefined ? key : `${block} ${key}`;
  return scope === 'word before' && before !== undefined ? `${nameKey(before)} ${key}` : key;
}

/** The words of a name: an NQA test goes by its administrator too. */
function fullName({ kind, text, line, argument }: Occurrence): string {
  if (nameKinds[kind].scope !== 'word before') return text;
  const values = line.match?.values ?? [];
  const before = values[values.findIndex(({ name }) => name === argument) - 1];
  return before ? `${before.text} ${text}` : text;
}

/** `... track admin-vrrp6 interface IF vrid 2`: the group of that interface; elsewhere on an interface, its own group. */
function interfaceOnLine(
  line: MatchedLine,
  parameters: Readonly<Record<string, Parameter>>,
  index: number,
  around: Around,
): string | undefined {
  const { values } = line.match!;
  const isInterface = (at: number) => nameKind(parameters[values[at]?.name ?? '']) === 'interface';
  const named =
    line.view === 'interface'
      ? values.slice(Math.max(0, index - 1), index).find(() => isInterface(index - 1))
      : values.find((_, at) => isInterface(at));
  return named ? interfaceKey(named.text) : around.interfaceKey;
}

/** Adds the names that the line means without writing them. */
function addImplied(line: MatchedLine, { implied }: Naming, around: Around, found: Occurrence[]): void {
  const match = line.match!;
  if (!match.complete) return;
  for (const { argument, kind, parameter } of implied) {
    if (match.values.some((value) => value.name === argument)) continue;
    const text = parameter.absent!;
    const at = placeOf(line, { start: 0, end: line.text.length });
    const defines = parameter.defines !== undefined;
    const { head, interfaceKey: within } = around;
    found.push({ kind, key: text, text, at, defines, line, argument, head, within, implied: true });
  }
}
