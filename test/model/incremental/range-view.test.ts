// Ranges are found by a sorted list and what an edit replaced beside it; all against all gives the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { listRanges, type Range } from '../../../server/src/model/incremental/range-view';
import { patchedList } from '../../../server/src/model/incremental/patched-list';

interface Holder {
  readonly ranges: readonly Range[];
}

const digits = (value: number) => String(value).padStart(2, '0');
const range = fc
  .record({ space: fc.constantFrom('a', 'b'), from: fc.nat(40), length: fc.nat(8) })
  .map(({ space, from, length }): Range => ({ space, from: digits(from), to: digits(from + length) }));
const holder: fc.Arbitrary<Holder> = fc.record({ ranges: fc.array(range, { maxLength: 3 }) });
const meet = (one: Range, two: Range) => one.space === two.space && one.from <= two.to && two.from <= one.to;

test('ranges of a patched list are those of all against all', () => {
  const rangesOf = listRanges((one: Holder) => one.ranges);
  const edits = fc.array(fc.tuple(fc.nat(11), holder), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(holder, { maxLength: 12 }), edits, range, (list, changes, asked) => {
      let now: readonly Holder[] = list;
      rangesOf(now).overlaps();
      for (const [place, value] of changes) {
        if (place < now.length) now = patchedList(now, new Map([[place, value]]));
        const all = now.flatMap(({ ranges }) => ranges);
        const found = rangesOf(now).within(asked);
        assert.deepEqual(new Set(found.map((ranged) => ranged.range)), new Set(all.filter((one) => meet(one, asked))));
        const couples = rangesOf(now).overlaps();
        assert.ok(couples.every(({ earlier, later }) => meet(earlier.range, later.range)));
        assert.ok(couples.every(({ earlier, later }) => earlier.place <= later.place));
        const named = new Set(couples.flatMap(({ earlier, later }) => [earlier.range, later.range]));
        assert.deepEqual(
          named,
          new Set(all.filter((one, index) => all.some((two, other) => other !== index && meet(one, two)))),
        );
      }
    }),
  );
});
