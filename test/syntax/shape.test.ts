// The text as the grammar reads it: where one look tells that no row is shown otherwise than it is written, the rows would say the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shapeOf } from '../../server/src/syntax/shape';

const piece = fc.constantFrom(
  ...[
    '\n',
    '\r\n',
    '\r',
    '\n',
    ' ',
    '\t',
    '\v',
    '\0',
    '\ufeff',
    '\b',
    '\x07',
    '\x1b[0m',
    '#',
    '%',
    '!',
    '<',
    '>',
    '(',
    '+',
    '-',
  ],
  ...[
    'a',
    'A',
    'a',
    '7',
    '12:',
    'header shell information @',
    '@',
    '<R1>',
    '[R1]',
    '[~R1-GE0/1]',
    '#Jan',
    '%2024',
    'interface G',
  ],
);

test('shape: a text that is its own shape is so row by row', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      // A row that may be shown otherwise has every row looked at.
      const looked = shapeOf(`${text}\n>`).slice(0, text.length);
      assert.equal(shapeOf(text), looked);
    }),
    { numRuns: 20_000 },
  );
});
