// Every name in a file: where it is made and where it is used. A name belongs to one device; a VRRP group is named by its
// interface and number together.
import { entry, type NameKind, type Parameter } from '../catalogue/index';
import type { MatchedLine, SectionFacts } from '../model/lines/matched-line';
import { interfaceKey, nameKey } from '../model/names';
import { rowOf, type Place } from '../model/place';
import type { Position } from '../text/range';
import { memoizeByObject } from '../text/memoize';
import type { Snapshot } from '../workspace/workspace';
import { sectionAt } from './cursor-context';

export interface Occurrence {
  readonly kind: NameKind;
  /** Equal for all spellings of one name. */
  readonly key: string;
  /** As it is written here. */
  readonly text: string;
  readonly at: Place;
  readonly defines: boolean;
  readonly line: MatchedLine;
  /** For a VRRP group: the interface it is on. */
  readonly interfaceKey?: string;
}

/** What a value names; an interface is a name wherever it stands. */
export function nameKind(parameter: Parameter | undefined): NameKind | undefined {
  return parameter?.defines ?? parameter?.refers ?? (parameter?.type.kind === 'interface' ? 'interface' : undefined);
}

export function isGroup(kind: NameKind | undefined): boolean {
  return kind === 'vrrp-group' || kind === 'vrrp6-group';
}

/** `eth-trunk 10` as an argument of its own names the interface Eth-Trunk10. */
export function interfaceName(text: string, parameter: Parameter | undefined): string {
  return parameter?.type.kind === 'integer' ? `eth-trunk${text}` : text;
}

/** The interface that a line which opens a view names. */
export function interfaceOf(head: MatchedLine | undefined): string | undefined {
  const value = head?.opens === 'interface' ? head.match?.values[0] : undefined;
  return value && interfaceKey(value.text);
}

/** In file order. */
export function* occurrences(snapshot: Snapshot): Iterable<Occurrence> {
  for (const section of snapshot.facts) yield* occurrencesIn(section);
}

export function occurrenceAt(snapshot: Snapshot, position: Position): Occurrence | undefined {
  const section = sectionAt(snapshot, position.line);
  return (
    section &&
    occurrencesIn(section).find(
      ({ at }) => rowOf(at) === position.line && at.start <= position.character && position.character <= at.end,
    )
  );
}

/** Everywhere the name under the cursor stands in this file, in file order. */
export function sameName(snapshot: Snapshot, position: Position): Occurrence[] {
  const one = occurrenceAt(snapshot, position);
  return one ? [...occurrences(snapshot)].filter((other) => other.kind === one.kind && other.key === one.key) : [];
}

const occurrencesIn = memoizeByObject((section: SectionFacts): readonly Occurrence[] => {
  const list: Occurrence[] = [];
  visit(section.lines, undefined, section, list);
  return list.sort((a, b) => a.at.row - b.at.row || a.at.start - b.at.start);
});

function visit(
  lines: readonly MatchedLine[],
  within: string | undefined,
  section: SectionFacts,
  found: Occurrence[],
): void {
  for (const line of lines) {
    if (line.anchor === section.anchor) found.push(...namesOn(line, within));
    if (line.lines.length > 0) visit(line.lines, interfaceOf(line) ?? within, section, found);
  }
}

function namesOn(line: MatchedLine, within: string | undefined): Occurrence[] {
  const match = line.match;
  const parameters = match && entry(match.command)?.parameters;
  if (!match || !parameters) return [];
  const interfaceOnLine = (index: number): string | undefined => {
    const isInterface = (at: number) => nameKind(parameters[match.values[at]?.name ?? '']) === 'interface';
    // `... track admin-vrrp6 interface IF vrid 2`: the group of that interface; elsewhere on an interface, its own group.
    if (line.view === 'interface') return isInterface(index - 1) ? match.values[index - 1]!.text : undefined;
    return match.values.find((_, at) => isInterface(at))?.text;
  };
  return match.values.flatMap((value, index): Occurrence[] => {
    const parameter = parameters[value.name];
    const kind = nameKind(parameter);
    if (!kind) return [];
    const at: Place = {
      anchor: line.anchor,
      row: line.row,
      start: line.start + value.start,
      end: line.start + value.end,
    };
    const defines = parameter?.defines !== undefined && !match.undo;
    if (kind === 'interface')
      return [{ kind, key: interfaceKey(interfaceName(value.text, parameter)), text: value.text, at, defines, line }];
    if (!isGroup(kind)) return [{ kind, key: nameKey(value.text), text: value.text, at, defines, line }];
    const named = interfaceOnLine(index);
    const on = named === undefined ? within : interfaceKey(named);
    return on === undefined
      ? []
      : [{ kind, key: `${on} ${Number(value.text)}`, text: value.text, at, defines, line, interfaceKey: on }];
  });
}
