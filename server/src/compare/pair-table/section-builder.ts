// A section of the pair table: rows of its own parameters, and a row for each line of two views that none of them shows.
import type { MatchedLine } from '../../model/lines/matched-line';
import type { Correspondence } from '../correspondence';
import type { RowKind } from './row';
import { lineRow, linesOf, type Draft, type Section } from './row-builder';

/** A parameter of both devices, in a row of one section. */
export type Part = Pick<Draft, 'parameter' | 'kind' | 'why'> &
  Partial<Pick<Draft, 'a' | 'b' | 'guide' | 'rules' | 'lines'>>;

/** A row for each line of two views, but for the commands that rows of their own show. */
export function lineParts(
  correspondence: Correspondence,
  lines: readonly MatchedLine[] = [],
  peerLines: readonly MatchedLine[] = [],
  title = '',
  shown: readonly string[] = [],
  covers: (line: MatchedLine) => boolean = () => true,
): Draft[] {
  const isShown = (line: MatchedLine) => {
    const command = line.match?.command;
    if (command !== undefined && (shown.includes(command) || command.startsWith('session.'))) return false;
    return covers(line);
  };
  const rows: Draft[] = [];
  const counterparts = new Set<MatchedLine>();
  for (const line of lines) {
    const counterpart = correspondence.lineFor('a', line);
    if (counterpart) counterparts.add(counterpart);
    if (isShown(line)) rows.push(lineRow(title, line, counterpart));
    rows.push(...lineParts(correspondence, line.lines, counterpart?.lines, title, shown, covers));
  }
  for (const line of peerLines) {
    if (counterparts.has(line)) continue;
    if (isShown(line)) rows.push(lineRow(title, undefined, line));
    rows.push(...lineParts(correspondence, [], line.lines, title, shown, covers));
  }
  return rows;
}

/** A section of the table; a part that names no lines takes those of `scope` that its cells stand on. */
export function section(
  title: string,
  services: readonly string[],
  scope: readonly MatchedLine[],
  parts: readonly Part[],
): Section {
  const rows = parts.map((part): Draft => {
    const row = { guide: [], rules: [], lines: [], ...part, section: title } as Draft;
    return row.lines.length > 0 ? row : { ...row, lines: linesOf(scope, row) };
  });
  return { title, services, scope, rows };
}

/** Every line in which a finding may speak about one of these objects. */
export function scopeOf(
  objects: readonly (
    { readonly block: { readonly heads: readonly MatchedLine[]; readonly lines: readonly MatchedLine[] } } | undefined
  )[],
): MatchedLine[] {
  return objects.flatMap((object) => (object ? [...object.block.heads, ...object.block.lines] : []));
}

/** Where only one device has it, it is missing on the other. */
export function nameKind(a: unknown, b: unknown): RowKind {
  return a && b ? 'may differ' : 'must match';
}
