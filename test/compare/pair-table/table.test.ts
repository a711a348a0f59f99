// The formats in which the pair table leaves the tool: the same rows in each, and a spreadsheet takes nothing for a formula.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparison, summaryOf } from '../../../server/src/compare/pair-table/comparison';
import type { Table } from '../../../server/src/compare/pair-table/table';
import { tableCsv } from '../../../server/src/compare/pair-table/table-csv';
import { tableHtml } from '../../../server/src/compare/pair-table/table-html';
import { tableJson } from '../../../server/src/compare/pair-table/table-json';
import { example, pairOf } from '../../support/pair-of';

async function tableOf(name: string): Promise<Table> {
  const found = await pairOf(example(name));
  const table = comparison(found.pair, found.compared(found.pair));
  return {
    pair: found.pair,
    rows: table.rows,
    summary: summaryOf(table),
    fileName: (file) => file.slice(file.lastIndexOf('/') + 1),
  };
}

test('every format has every row, and names files as it is told', async () => {
  const table = await tableOf('mld-mistakes');
  const csv = tableCsv(table).trimEnd().split('\r\n');
  assert.equal(csv.length, table.rows.length + 1);
  assert.match(
    csv[0]!,
    /^section,parameter,kind,BRAS-North,BRAS-North line,BRAS-South,BRAS-South line,verdict,findings,guide$/,
  );
  assert.ok(
    csv.some((line) =>
      line.startsWith('RBS core-pair,port,must match,7011,BRAS-North.cfg:7,7001,BRAS-South.cfg:7,wrong,"'),
    ),
    csv.join('\n'),
  );
  assert.equal((JSON.parse(tableJson(table)) as { rows: unknown[] }).rows.length, table.rows.length);
  assert.equal(tableHtml(table).split('<th scope="row">').length - 1, table.rows.length);
  for (const text of [tableCsv(table), tableJson(table), tableHtml(table)]) assert.ok(!text.includes('mld-mistakes/'));
});

test('a value is quoted where it must be, and is never a formula', async () => {
  const table = await tableOf('mld-mistakes');
  const [row] = table.rows.filter((one) => one.a);
  const textOf = (text: string) =>
    tableCsv({ ...table, rows: [{ ...row!, a: { ...row!.a!, text } }] }).split('\r\n')[1]!;
  assert.ok(textOf('=1+1').includes(",'=1+1,"));
  assert.ok(textOf('-x').includes(",'-x,"));
  assert.ok(textOf('a "b", c').includes(',"a ""b"", c",'));
});
