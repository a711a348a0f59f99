// A reader whom an edit does not concern gets the same answers as before it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { coupleIndex } from '../../../server/src/model/incremental/couple-index';
import { mapIndex } from '../../../server/src/model/incremental/index-view';
import { CollectionChanges } from '../../../server/src/model/incremental/collection-changes';
import { CollectionReads } from '../../../server/src/model/incremental/collection-reads';
import { ObservedMap, wholeMap } from '../../../server/src/model/incremental/observed-map';
import { baseOf, patched } from '../../../server/src/model/incremental/patched-map';
import { mapRanges } from '../../../server/src/model/incremental/range-view';

interface Value {
  readonly tags: readonly string[];
}
type Values = ReadonlyMap<string, Value>;

const byTag = mapIndex<string, Value>(({ tags }) => tags);
const byTagAndLength = mapIndex<string, Value>(({ tags }) => [...tags, String(tags.length)]);
const tagRanges = mapRanges<string, Value, { space: string; from: string; to: string }>(({ tags }) =>
  tags.map((tag) => ({ space: 'tags', from: tag, to: tag })),
);
const sameTagged = coupleIndex<string, Value>((one, two) => one.tags.filter((tag) => two.tags.includes(tag)));

const names = ['a', 'b', 'c', 'd', 'e'];
const tags = ['x', 'y', 'z'];

/** Everything that can be asked of a map or of what is made of it. */
const questions: Readonly<Record<string, (map: Values, word: string) => unknown>> = {
  get: (map, word) => map.get(word),
  has: (map, word) => map.has(word),
  size: (map) => map.size,
  keys: (map) => [...map.keys()],
  values: (map) => [...map.values()],
  entries: (map) => [...map.entries()],
  iterator: (map) => [...map],
  forEach: (map) => {
    const found: unknown[] = [];
    map.forEach((value, key) => found.push(key, value));
    return found;
  },
  'index get': (map, word) => byTag(map).get(word),
  'index each': (map, word) => [...byTag(map).each(word)],
  'index has': (map, word) => byTagAndLength(map).has(word),
  'index count': (map, word) => byTag(map).count(word),
  'index keys': (map) => [...byTag(map).keys()],
  'index shared': (map) => [...byTag(map).shared()],
  ranges: (map) => tagRanges(map).overlaps().length,
  couples: (map, word) => sameTagged(map, map).get(word),
  base: (map) => [...baseOf(map)],
  whole: (map) => [...wholeMap(map)],
};

const value = fc.record({ tags: fc.subarray(tags) });
const asked = fc.array(fc.tuple(fc.constantFrom(...Object.keys(questions)), fc.constantFrom(...names, ...tags, '2')), {
  minLength: 1,
  maxLength: 4,
});

test('whom an edit does not concern gets the answers of before', () => {
  let unconcerned = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 6 }),
      fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 3 }),
      fc.boolean(),
      asked,
      (entries, edits, anew, list) => {
        const before = patched(new Map(entries), new Map());
        const known = edits.filter(([name]) => before.has(name));
        const after = anew ? new Map([...before, ...edits].reverse()) : patched(before, new Map(known));
        const reads = new CollectionReads();
        const answers = (map: Values) => list.map(([question, word]) => questions[question]!(map, word));
        const observed = new ObservedMap(before, reads);
        assert.deepEqual(answers(observed), answers(before));
        if (CollectionChanges.ofMaps(before, after).concern(reads)) return;
        unconcerned++;
        const [from, to] = [answers(before), answers(after)];
        assert.deepEqual(to, from);
        // The very same objects, not only equal ones.
        const objects = (answer: unknown) => [answer].flat(3).filter((each) => typeof each === 'object');
        objects(from).forEach((answer, index) => assert.ok(objects(to)[index] === answer));
      },
    ),
    { numRuns: 3000 },
  );
  assert.ok(unconcerned > 300, `${unconcerned} readers were not concerned`);
});

test('one who asks for one name, or for what goes by one key, is not concerned by the others', () => {
  const before: Values = new Map(names.map((name) => [name, { tags: name === 'a' ? ['x'] : ['y'] }]));
  const reads = new CollectionReads();
  const observed = new ObservedMap(before, reads);
  observed.get('a');
  byTag(observed).get('x');
  const after = (name: string, ...list: string[]) => patched(before, new Map([[name, { tags: list }]]));
  const concerned = (map: Values) => CollectionChanges.ofMaps(before, map).concern(reads);
  assert.equal(concerned(after('b', 'z')), false);
  assert.equal(concerned(after('b', 'x')), true, 'it goes by the key now');
  assert.equal(concerned(after('a', 'x')), true, 'another value of the name');
  assert.equal(concerned(before), false);
});
