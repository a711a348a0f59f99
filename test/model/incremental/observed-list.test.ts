// A reader of a list whom an edit does not concern gets the same answers as before it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CollectionChanges } from '../../../server/src/model/incremental/collection-changes';
import { CollectionReads } from '../../../server/src/model/incremental/collection-reads';
import { listIndex, placeOfValue } from '../../../server/src/model/incremental/index-view';
import { observedList, wholeList } from '../../../server/src/model/incremental/observed-list';
import { baseList, patchedList } from '../../../server/src/model/incremental/patched-list';
import { listRanges } from '../../../server/src/model/incremental/range-view';

interface Value {
  readonly tags: readonly string[];
}
type Values = readonly Value[];

const tags = ['x', 'y', 'z'];
const byTag = listIndex<Value>(({ tags: own }) => own);
const byPlaceInContext = listIndex<Value, Values>((value, all) => [String(all.indexOf(value))]);
const tagRanges = listRanges<Value, { space: string; from: string; to: string }>(({ tags: own }) =>
  own.map((tag) => ({ space: 'tags', from: tag, to: tag })),
);

const questions: Readonly<Record<string, (list: Values, word: string) => unknown>> = {
  'index get': (list, word) => byTag(list, undefined).get(word),
  'index each': (list, word) => [...byTag(list, undefined).each(word)],
  'index has': (list, word) => byTag(list, undefined).has(word),
  'index count': (list, word) => byTag(list, undefined).count(word),
  'index keys': (list) => [...byTag(list, undefined).keys()],
  'index shared': (list) => [...byTag(list, undefined).shared()],
  'index in a context': (list) => byPlaceInContext(list, list).get('0'),
  ranges: (list) => tagRanges(list).overlaps().length,
  length: (list) => list.length,
  first: (list) => list[0],
  walk: (list) => [...list],
  filter: (list, word) => list.filter(({ tags: own }) => own.includes(word)),
  concat: (list) => ([] as Value[]).concat(list),
  base: (list) => baseList(list).length,
  whole: (list) => [...wholeList(list)],
};

const value = fc.record({ tags: fc.subarray(tags) });
const asked = fc.array(fc.tuple(fc.constantFrom(...Object.keys(questions)), fc.constantFrom(...tags)), {
  minLength: 1,
  maxLength: 3,
});

test('whom an edit does not concern gets the answers of before', () => {
  let unconcerned = 0;
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(5), value), { maxLength: 3 }),
      fc.boolean(),
      asked,
      (before, edits, longer, list) => {
        const replaced = patchedList(before, new Map(edits.filter(([place]) => place < before.length)));
        const after = longer ? [...replaced, { tags: ['x'] }] : replaced;
        const reads = new CollectionReads();
        const answers = (values: Values) => list.map(([question, word]) => questions[question]!(values, word));
        assert.deepEqual(answers(observedList(before, reads)), answers(before));
        if (CollectionChanges.ofLists(before, after).concern(reads)) return;
        unconcerned++;
        assert.deepEqual(answers(after), answers(before));
      },
    ),
    { numRuns: 3000 },
  );
  assert.ok(unconcerned > 40, `${unconcerned} readers were not concerned`);
});

test('a list that is handed to a reader is an array, and where a value stands is asked of all of it', () => {
  const reads = new CollectionReads();
  const list = [{ tags: ['x'] }, { tags: ['y'] }];
  const observed = observedList(list, reads);
  assert.ok(Array.isArray(observed));
  assert.equal(reads.isWhole, false);
  assert.equal(placeOfValue(observed, list[1]!), 1);
  assert.equal(reads.isWhole, true);
});

test('an index gives the values of a key one by one as it gives them all', () => {
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(5), value), { maxLength: 3 }),
      fc.constantFrom(...tags),
      (before, edits, tag) => {
        const list = patchedList(before, new Map(edits.filter(([place]) => place < before.length)));
        const index = byTag(list, undefined);
        assert.deepEqual([...index.each(tag)], index.get(tag));
        assert.deepEqual(
          index.get(tag),
          list.filter(({ tags: own }) => own.includes(tag)),
        );
      },
    ),
  );
});
