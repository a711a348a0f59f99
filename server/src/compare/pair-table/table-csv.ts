// The pair table as comma-separated values, for a spreadsheet: nothing in it is taken for a formula.
import { sourceInWords } from '../../catalogue/guide';
import { printable } from '../../text/sanitize';
import type { Cell } from './row';
import { lineOf, verdictInWords, type Table } from './table';

/** The table as CSV for a spreadsheet: no cell can be taken for a formula. */
export function tableCsv({ pair, rows, fileName }: Table): string {
  const value = (cell: Cell | undefined) => [
    cell?.text ?? '',
    cell ? `${fileName(cell.at.anchor.file)}:${lineOf(cell)}` : '',
  ];
  const head = [
    'section',
    'parameter',
    'kind',
    pair.a.name,
    `${pair.a.name} line`,
    pair.b.name,
    `${pair.b.name} line`,
    'verdict',
    'findings',
    'guide',
  ];
  const lines = rows.map(({ section, parameter, kind, a, b, verdict, findings, guide }) => [
    section,
    parameter,
    kind,
    ...value(a),
    ...value(b),
    verdictInWords(verdict),
    findings.map((rowFinding) => rowFinding.message).join('; '),
    sourceInWords(guide),
  ]);
  return [head, ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

function field(text: string): string {
  const plain = printable(text);
  const harmless = /^[=+\-@\t]/.test(plain) ? `'${plain}` : plain;
  return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
