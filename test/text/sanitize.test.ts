// Data made fit to be shown: every text in it, wherever it stands, but for those under a name that is excepted; and what is fit
// already comes back as it is, not as a copy of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { printable, printableData, printableLines } from '../../server/src/text/sanitize';

const word = fc.oneof(
  fc.string(),
  fc.constantFrom('\x1b[31m', 'two\nlines', 'a\tb', '\u202eevil', '\r', '\x9b31m', 'file:///a\x1b.cfg'),
);
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    word,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('uri', 'text', 'list', 'at'), tie('data'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

function copied(one: unknown): unknown {
  if (typeof one === 'string') return one.split('\n').map(printable).join('\n');
  if (Array.isArray(one)) return one.map(copied);
  if (typeof one !== 'object' || one === null) return one;
  return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, key === 'uri' ? value : copied(value)]));
}

test('every text is fit to be shown, and what was fit is not copied', () => {
  fc.assert(
    fc.property(data, (given) => {
      const before = structuredClone(given);
      const shown = printableData(given, new Set(['uri']));
      assert.deepEqual(given, before, 'what was given is not changed');
      assert.deepEqual(shown, copied(given));
      assert.equal(printableData(shown, new Set(['uri'])), shown);
    }),
    { numRuns: 1000, seed: 7 },
  );
});

test('line ends stay in text of several lines and nowhere else', () => {
  assert.equal(printableLines('one\ntwo\r\n\x1b[0m\tend'), 'one\ntwo\\x0d\n\\x1b[0m\tend');
  assert.equal(printable('one\ntwo'), 'one\\x0atwo');
});
