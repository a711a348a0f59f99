// The comparison by meaning for a person at night: what is wrong first, with both lines and the reason; then, dimmed, what must
// differ and does, and what may differ.
import type { Colors } from 'picocolors/types';
import { sourceInWords } from '../../catalogue/guide';
import type { Cell, Row } from '../../compare/pair-table/row';
import type { MappedLine, MappedPeer } from '../../compare/mapped-peer';
import { cellText, isRedRow, lineOf, summaryLine, type Table } from '../../compare/pair-table/table';
import { pluralize } from '../../text/plural';
import { printable, printableRow } from '../../text/sanitize';
import { fileName } from '../../text/file-name';
import { severityPaint } from './severity';

/** The pair table with what `vrp diff` was asked to show. `mapped` is worked out when it is called. */
export interface DiffTable extends Table {
  readonly onlyWrong: boolean;
  /** Also rows in which both devices say the same, where a format leaves them out. */
  readonly all: boolean;
  mapped(): MappedPeer;
}

/**
 * The comparison of a pair for a terminal: wrong rows with their findings, then lines that differ as they must or may.
 */
export function diffText(compared: DiffTable, colors: Colors): string {
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
        `the same on both: ${pluralize(mapped.filter((line) => line.mark === 'equal' && line.source).length, 'line')}`,
      ),
    );
  }
  lines.push(printableRow(summaryLine(compared)));
  return `${lines.join('\n')}\n`;
}

function wrongRow(row: Row, { pair }: Table, colors: Colors): string[] {
  const width = Math.max(pair.a.name.length, pair.b.name.length);
  const kind = row.kind === 'role' ? 'follows the role' : row.kind;
  const master = row.master === undefined ? '' : `, ${printable(pair[row.master].name)} is master`;
  return [
    `  ${printable(row.section)}: ${colors.bold(printable(row.parameter))} ${colors.dim(kind)}${master === '' ? '' : colors.dim(master)}`,
    sideLine(pair.a.name.padEnd(width), row.a, colors),
    sideLine(pair.b.name.padEnd(width), row.b, colors),
    ...row.findings.map((finding) => findingLine(finding, row.guide, colors)),
  ];
}

/** What one device has, and where. */
function sideLine(name: string, cell: Cell | undefined, colors: Colors): string {
  const place = cell ? colors.dim(`  ${printable(fileName(cell.at.anchor.file))}:${lineOf(cell)}`) : '';
  return `    ${printableRow(name)}  ${colors.red(printable(cellText(cell)))}${place}`;
}

function findingLine({ rule, severity, message }: Row['findings'][number], guide: string, colors: Colors): string {
  const paint = severityPaint(severity, colors, (text) => text);
  const source = guide === '' ? rule : `${rule}, ${sourceInWords(guide)}`;
  return `    ${paint(severity)}: ${printable(message)}  ${colors.dim(source)}`;
}

/** Lines of both devices beside each other, dimmed. */
function group(title: string, mapped: readonly MappedLine[], { pair }: Table, colors: Colors): string[] {
  if (mapped.length === 0) return [];
  const cells = mapped.map((line) => ({ own: printable(ownText(line)), peer: printable(peerText(line)) }));
  const width = Math.min(60, Math.max(...cells.map(({ own }) => own.length), pair.a.name.length));
  return [
    colors.dim(`${title}: ${mapped.length}`),
    ...cells.map(({ own, peer }) => colors.dim(`  ${(own || '-').padEnd(width)}  |  ${peer || '-'}`)),
    '',
  ];
}

function ownText(line: MappedLine): string {
  return line.here === undefined ? '' : `${line.here + 1}: ${line.text.trim()}`;
}

function peerText({ source, actual, text }: MappedLine): string {
  return source ? `${source.anchor.row + source.row + 1}: ${(actual ?? text).trim()}` : '';
}
