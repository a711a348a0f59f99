// Rows of open and closed files, and places that lie in them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RowTexts } from '../../server/src/lsp/row-texts';

const open = new Map([['open', ['sysname A', ' é']]]);
const rows = new RowTexts({
  rowText: (id, row) => open.get(id)?.[row],
  rowCount: (id) => open.get(id)?.length,
});
const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });
const farthest = 2 ** 31 - 1;

test('row texts: of a closed file the rows beyond ASCII and the last one, whatever ends its rows', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    rows.setClosed('closed', ['sysname A', ' description 日本😀', 'quit', 'return'].join(end));
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((row) => rows.text('closed', row)),
      [undefined, ' description 日本😀', undefined, 'return', undefined],
    );
  }
  rows.setClosed('closed', 'a\nb\n');
  assert.deepEqual(
    [0, 1, 2].map((row) => rows.text('closed', row)),
    [undefined, undefined, ''],
  );
  rows.removeClosed('closed');
  assert.equal(rows.text('closed', 2), undefined);
});

test('row texts: a place behind a row or behind the text is the end of it', () => {
  rows.setClosed('closed', '#\n description ü\nreturn');
  for (const [id, from, to] of [
    ['open', at(1, farthest), at(1, 2)],
    ['open', at(7, 3), at(1, 2)],
    ['open', at(0, 3), at(0, 3)],
    ['closed', at(2, farthest), at(2, 6)],
    ['closed', at(3, 0), at(2, 6)],
    ['closed', at(1, farthest), at(1, 14)],
    ['closed', at(0, 0), at(0, 0)],
    ['unknown', at(9, 4), at(9, 4)],
  ] as const)
    assert.deepEqual(rows.within(id, from), to, `${id} ${JSON.stringify(from.start)}`);
});
