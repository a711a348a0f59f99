// The pair table as columns of text, a heading for each section; what is wrong begins with `!`.
import type { Colors } from 'picocolors/types';
import { sourceInWords } from '../../catalogue/guide';
import type { Row } from '../../compare/pair-table/row';
import { cellText, isRedRow, summaryLine, tableSections, type Table } from '../../compare/pair-table/table';
import { truncate } from '../../text/truncate';
import { printable, printableRow } from '../../text/sanitize';

/** The pair table for a terminal, in columns; findings stand below their row. Long cells are cut. */
export function diffTable(compared: Table, colors: Colors): string {
  const { pair } = compared;
  const sections = tableSections(compared);
  const header = ['', 'parameter', 'kind', printable(pair.a.name), printable(pair.b.name), 'verdict', 'guide'];
  const cells = (row: Row) =>
    [
      isRedRow(row) ? '!' : ' ',
      row.parameter,
      row.kind,
      cellText(row.a),
      cellText(row.b),
      row.verdict,
      sourceInWords(row.guide),
    ].map((text) => truncate(printable(text)));
  const widths = header.map((title) => title.length);
  const table = sections.map(({ rows }) =>
    rows.map((row) => {
      const line = cells(row);
      line.forEach((text, column) => {
        widths[column] = Math.max(widths[column]!, text.length);
      });
      return line;
    }),
  );
  const laid = (line: readonly string[]) =>
    line
      .map((text, column) => text.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  const lines = [colors.bold(laid(header))];
  sections.forEach(({ heading, rows }, section) => {
    lines.push('', colors.bold(printable(heading)));
    rows.forEach((row, index) => {
      const text = laid(table[section]![index]!);
      if (!isRedRow(row)) {
        lines.push(row.kind === 'must match' ? text : colors.dim(text));
        return;
      }
      lines.push(colors.red(text));
      for (const { rule, severity, message } of row.findings) {
        lines.push(`     ${severity}: ${printable(message)}  ${colors.dim(rule)}`);
      }
    });
  });
  return `${lines.join('\n')}\n\n${printableRow(summaryLine(compared))}\n`;
}
