// A row of the pair table before it is judged: its cells, the lines they stand on, and the rules that speak about it wherever
// they point. How a line becomes a cell is said here, so that no key or password ever gets into one.
import { entry } from '../../catalogue';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { Place } from '../../model/place';
import { maskedText, withoutSecrets } from '../../model/secrets';
import { canonicalText } from '../../model/lines/canonical-text';
import { words, type Word } from '../../text/words';
import { policyOf } from '../line-policy';
import type { Cell, Row, RowKind } from './row';

/** A row before findings have judged it. */
export interface Draft extends Omit<Row, 'verdict' | 'findings' | 'guide'> {
  /** Pages and steps; the page of the section's service is chosen. */
  readonly guide: readonly string[];
  /** Lines that the row is about, on either device. */
  readonly lines: readonly MatchedLine[];
  /** Rules that speak about this parameter also where they point elsewhere in the section. */
  readonly rules: readonly string[];
}

/** What belongs to one section: its name, and every line in which a finding may speak about one of its rows. */
export interface Section {
  readonly title: string;
  /** Service types and `boards`, for the page of the guide. */
  readonly services: readonly string[];
  readonly scope: readonly MatchedLine[];
  readonly rows: readonly Draft[];
}

/** `core` on both, or `core / centre`. */
export function bothNames(a: string | undefined, b: string | undefined): string {
  if (a === undefined || b === undefined) return a ?? b ?? '';
  return a.toLowerCase() === b.toLowerCase() ? a : `${a} / ${b}`;
}

/** A value that a line says. */
export function written(text: string | number, at: Place): Cell {
  return { text: String(text), at, isDefault: false };
}

/** A value that holds because no line says another one. */
export function byDefault(text: string | number, at: Place): Cell {
  return { text: String(text), at, isDefault: true };
}

/** The words of a line that name a parameter, and those that are its value. */
export function lineRow(
  section: string,
  a: MatchedLine | undefined,
  b: MatchedLine | undefined,
  kind: { readonly kind: RowKind; readonly why: string } = policyOf((a ?? b)!),
): Draft {
  const line = (a ?? b)!;
  const parameter = parameterOf(line);
  const cell = (line: MatchedLine | undefined): Cell | undefined => line && written(valueText(line), valuePlace(line));
  return {
    section,
    parameter,
    ...kind,
    a: cell(a),
    b: cell(b),
    lines: [...(a ? [a] : []), ...(b ? [b] : [])],
    rules: [],
    guide: (line.match && entry(line.match.command)?.guide) ?? [],
  };
}

/** `dhcpv6 relay destination`; all words of a line that gives no value. */
export function parameterOf(line: MatchedLine): string {
  const at = valueIndex(line);
  const spoken = maskedText(canonicalText(line))
    .replace(/\*+/g, 'set')
    .split(' ')
    .slice(line.match?.undo ? 1 : 0);
  const upTo = line.match?.undo ? at - 1 : at;
  return (upTo > 0 ? spoken.slice(0, upTo) : spoken.slice(0, line.match ? spoken.length : 2)).join(' ');
}

/** What the line gives the parameter; `set` for a line without a value, or with one that is a secret. */
function valueText(line: MatchedLine): string {
  if (line.match?.undo) return 'undo';
  const from = firstValueWord(line);
  if (!from) return 'set';
  return withoutSecrets(line).slice(from.start).replace(/\*+/g, 'set');
}

/** Of a line that the catalogue does not know, two words name the parameter. */
function firstValueWord(line: MatchedLine): Word | undefined {
  const list = words(line.text);
  const at = valueIndex(line);
  if (at > 0) return list[at];
  return line.match ? undefined : list[2];
}

function valuePlace(line: MatchedLine): Place {
  const at = valueIndex(line);
  const from = words(line.text)[at];
  return at > 0 && from ? { anchor: line.anchor, row: line.row, start: line.start + from.start, end: line.end } : line;
}

/** The word at which the values begin; the number of the group that a line is about is part of the parameter's name. */
function valueIndex(line: MatchedLine): number {
  const roles = line.match?.roles ?? [];
  const isGroups = /^vrrp6?\.(?!directRoute)/.test(line.match?.command ?? '');
  const at = roles.findIndex((role) => role.kind === 'value' && !(isGroups && role.name === 'virtual-router-id'));
  return at < 0 ? roles.length : at;
}

/** The lines on which the cells of a row stand. */
export function linesOf(scope: readonly MatchedLine[], row: Draft): MatchedLine[] {
  return [row.a, row.b].flatMap((cell) =>
    cell && !cell.isDefault ? scope.filter((line) => line.anchor === cell.at.anchor && line.row === cell.at.row) : [],
  );
}
