// The comparison by meaning for a person at night: what is wrong first, with both lines and the reason; then, dimmed, what must
// differ and does, and what may differ.
import type { Colors } from 'picocolors/types';
import { sourceInWords } from '../../catalogue/guide';
import type { Cell, Row } from '../../compare/pair-table/row';
import type { MappedLine, MappedPeer } from '../../compare/mapped-peer';
import { cellText, isRedRow, lineOf, summaryLine, type Table } from '../../compare/pair-table/table';
import { count } from '../../text/plural';
import { printable, printableRow } from '../../text/sanitize';
import { fileName } from '../../text/file-name';

export interface Compared extends Table {
  readonly onlyWrong: boolean;
  mapped(): MappedPeer;
}

export function diffText(compared: Compared, colors: Colors): string {
  const { pair, rows, onlyWrong } = compared;
  const wrong = rows.filter(isRedRow);
  const lines = [
    `${colors.bold(printableRow(pair.a.name))}  ${colors.dim(printable(pair.a.file))}`,
    `${colors.bold(printableRow(pair.b.name))}  ${colors.dim(printable(pair.b.file))}`,
    '',
  ];
  if (wrong.length > 0)
    lines.push(
      colors.red(colors.bold(`wrong: ${wrong.length}`)),
      ...wrong.flatMap((row) => wrongRow(row, compared, colors)),
      '',
    );
  if (!onlyWrong) {
    const { lines: mapped } = compared.mapped();
    lines.push(
      ...group(
        'must differ, and does',
        mapped.filter((line) => line.mark === 'must-differ'),
        compared,
        colors,
      ),
    );
    lines.push(
      ...group(
        'may differ',
        mapped.filter((line) => line.mark === 'quiet'),
        compared,
        colors,
      ),
    );
    lines.push(
      colors.dim(
        `the same on both: ${count(mapped.filter((line) => line.mark === 'equal' && line.source).length, 'line')}`,
      ),
    );
  }
  lines.push(printableRow(summaryLine(compared)));
  return `${lines.join('\n')}\n`;
}

function wrongRow(row: Row, { pair }: Table, colors: Colors): string[] {
  const width = Math.max(pair.a.name.length, pair.b.name.length);
  const side = (name: string, cell: Cell | undefined) =>
    `    ${printableRow(name.padEnd(width))}  ${colors.red(printable(cellText(cell)))}${cell ? colors.dim(`  ${printable(fileName(cell.at.anchor.file))}:${lineOf(cell)}`) : ''}`;
  return [
    `  ${printable(row.section)}: ${colors.bold(printable(row.parameter))} ${colors.dim(row.kind === 'role' ? 'follows the role' : row.kind)}${row.master === undefined ? '' : colors.dim(`, ${printable(pair[row.master].name)} is master`)}`,
    side(pair.a.name, row.a),
    side(pair.b.name, row.b),
    ...row.findings.map(
      ({ rule, severity, message }) =>
        `    ${severity === 'error' ? colors.red(severity) : severity === 'warning' ? colors.yellow(severity) : severity}: ${printable(message)}  ${colors.dim(`${rule}${row.guide === '' ? '' : `, ${sourceInWords(row.guide)}`}`)}`,
    ),
  ];
}

/** Lines of both devices beside each other, dimmed. */
function group(title: string, mapped: readonly MappedLine[], { pair }: Table, colors: Colors): string[] {
  if (mapped.length === 0) return [];
  const cells = mapped.map((line) => {
    const mine = line.here === undefined ? '' : `${line.here + 1}: ${line.text.trim()}`;
    const theirs = line.source
      ? `${line.source.anchor.row + line.source.row + 1}: ${(line.actual ?? line.text).trim()}`
      : '';
    return [printable(mine), printable(theirs)] as const;
  });
  const width = Math.min(60, Math.max(...cells.map(([mine]) => mine.length), pair.a.name.length));
  return [
    colors.dim(`${title}: ${mapped.length}`),
    ...cells.map(([mine, theirs]) =>
      colors.dim(`  ${(mine === '' ? '-' : mine).padEnd(width)}  |  ${theirs === '' ? '-' : theirs}`),
    ),
    '',
  ];
}
