// The pair table for programs: lines from 1, null where a device has nothing of the kind or the files do not tell a master. A row
// stands on one line of its own, so that a large table stays small and can be read by lines too.
import { printableJson } from '../../text/sanitize';
import type { Cell, Row } from './row';
import { lineOf, type Table } from './table';

/** The table as JSON, in the form that docs/side-by-side.md names. */
export function tableJson({ pair, rows, summary, fileName }: Table): string {
  const cell = (cell: Cell | undefined) =>
    cell
      ? { value: cell.text, default: cell.isDefault, file: fileName(cell.at.anchor.file), line: lineOf(cell) }
      : null;
  const row = ({ section, parameter, kind, a, b, verdict, master, guide, why, findings }: Row) => ({
    section,
    parameter,
    kind,
    a: cell(a),
    b: cell(b),
    verdict,
    master: master === undefined ? null : pair[master].name,
    guide,
    why,
    findings: findings.map(({ rule, severity, message }) => ({ rule, severity, message })),
  });
  const head = {
    schemaVersion: 1,
    devices: [pair.a.name, pair.b.name],
    files: [fileName(pair.a.file), fileName(pair.b.file)],
    summary,
  };
  const lines = rows.map((candidate) => `\n    ${printableJson(row(candidate), 0)}`);
  // The head without its closing brace, which the rows come before.
  return `${printableJson(head).slice(0, -2)},\n  "rows": [${lines.join(',')}\n  ]\n}\n`;
}
