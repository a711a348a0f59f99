// The pair table as one page that stands alone: no script, nothing from a network, every text escaped.
import { sourceInWords } from '../../catalogue/guide';
import { printable } from '../../text/sanitize';
import type { Cell, Row } from './row';
import { isRedRow, lineOf, summaryLine, tableSections, verdictInWords, type Table } from './table';

/** The table as a page that needs nothing else. */
export function tableHtml(table: Table): string {
  const { pair } = table;
  const title = `${pair.a.name} and ${pair.b.name}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; }
table { border-collapse: collapse; }
caption, h1 { text-align: left; }
th, td { border-bottom: 1px solid #8886; padding: .25rem .75rem; text-align: left; vertical-align: top; }
td.value { font-family: ui-monospace, monospace; }
tbody th[scope="rowgroup"] { padding-top: 1rem; }
tr.wrong td, tr.missing td, tr.wrong th[scope="row"], tr.missing th[scope="row"] { background: #d3222a1f; }
tr.wrong td.verdict, tr.missing td.verdict { color: #b3141c; font-weight: bold; }
@media (prefers-color-scheme: dark) { tr.wrong td.verdict, tr.missing td.verdict { color: #ff8a8a; } }
.line, .default { opacity: .75; }
p.finding { margin: .2rem 0 0; }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(summaryLine(table))}</p>
<table>
<thead><tr><th scope="col">Parameter</th><th scope="col">Kind</th><th scope="col">${escaped(pair.a.name)}</th><th scope="col">${escaped(pair.b.name)}</th><th scope="col">Verdict</th><th scope="col">Guide</th></tr></thead>
${tableSections(table)
  .map(
    ({ heading, rows }) => `<tbody>
<tr><th scope="rowgroup" colspan="6">${escaped(heading)}</th></tr>
${rows.map((row) => tableRow(row, table)).join('\n')}
</tbody>`,
  )
  .join('\n')}
</table>
</body>
</html>
`;
}

function tableRow(row: Row, table: Table): string {
  const findings = isRedRow(row)
    ? row.findings
        .map(
          ({ rule, severity, message }) =>
            `<p class="finding">${severity}: ${escaped(message)} <code>${escaped(rule)}</code></p>`,
        )
        .join('')
    : '';
  return `<tr class="${row.verdict}"><th scope="row">${escaped(row.parameter)}</th><td title="${escaped(row.why)}">${row.kind}</td>${valueCell(row.a, table)}${valueCell(row.b, table)}<td class="verdict">${verdictInWords(row.verdict)}${findings}</td><td>${escaped(sourceInWords(row.guide))}</td></tr>`;
}

function valueCell(cell: Cell | undefined, { fileName }: Table): string {
  if (!cell) return '<td class="value">-</td>';
  const where = `${fileName(cell.at.anchor.file)}:${lineOf(cell)}`;
  return `<td class="value" title="${escaped(where)}">${escaped(cell.text)}${cell.isDefault ? ' <span class="default">(default)</span>' : ` <span class="line">line ${lineOf(cell)}</span>`}</td>`;
}

function escaped(text: string): string {
  return printable(text).replace(
    /[&<>"']/g,
    (text) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[text]!,
  );
}
