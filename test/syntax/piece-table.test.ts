// A text that lies in pieces is, to all who ask, the text: after any edits, at any border, with any line ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineEnd, lineStarts, rowsOf } from '../../server/src/syntax/piece-table';

const text = fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '\r', '\n', '\r\n', '\ufeff', '𝒳'), maxLength: 40 });
const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(12), text), { maxLength: 12 });

test('pieces of any length read like the whole', () => {
  fc.assert(
    fc.property(text, edits, fc.integer({ min: 1, max: 20 }), (initial, changes, shortest) => {
      const rows = rowsOf(initial, shortest);
      let whole = initial;
      compare();
      for (const [at, length, newText] of changes) {
        const from = at % (whole.length + 1);
        const to = Math.min(whole.length, from + length);
        rows.replace(from, to, newText);
        whole = whole.slice(0, from) + newText + whole.slice(to);
        compare();
      }

      function compare(): void {
        const starts = lineStarts(whole);
        assert.equal(rows.length, whole.length);
        assert.equal(rows.count, starts.length);
        assert.equal(rows.eol(), lineEnd(whole));
        assert.deepEqual(
          starts.map((_, row) => rows.startOf(row)),
          starts,
        );
        for (let offset = 0; offset <= whole.length + 1; offset++) {
          assert.equal(
            rows.rowAt(offset),
            Math.max(
              0,
              starts.findLastIndex((start) => start <= offset),
            ),
            `row of ${offset}`,
          );
          assert.ok(Object.is(rows.charCodeAt(offset), whole.charCodeAt(offset)));
          const rest = rows.from(offset);
          assert.ok(whole.startsWith(rest, offset) && (rest !== '' || offset >= whole.length), `from ${offset}`);
          assert.equal(rows.slice(Math.floor(offset / 2), offset), whole.slice(Math.floor(offset / 2), offset));
        }
        assert.equal(rows.whole(), whole);
      }
    }),
    { numRuns: 1000 },
  );
});
