// A patched map is to all who read it the map that it stands for, however often it was patched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { baseOf, changedKeys, patched, replacedIn } from '../../../server/src/model/incremental/patched-map';

const keys = fc.uniqueArray(fc.string(), { maxLength: 100 });
const patches = fc.array(fc.array(fc.tuple(fc.nat(99), fc.boolean()), { maxLength: 10 }), { maxLength: 20 });

test('it reads like a copy with the new values, in the old order', () => {
  fc.assert(
    fc.property(keys, patches, (names, steps) => {
      const first = new Map(names.map((name) => [name, { name, turn: -1 }]));
      let [mine, copy]: [
        ReadonlyMap<string, { name: string; turn: number }>,
        Map<string, { name: string; turn: number }>,
      ] = [first, new Map(first)];
      steps.forEach((step, turn) => {
        const values = new Map(
          step.flatMap(([at, again]) => {
            const name = names[at];
            return name === undefined ? [] : [[name, again ? copy.get(name)! : { name, turn }] as const];
          }),
        );
        const [was, before] = [mine, copy];
        mine = patched(mine, values);
        copy = new Map([...copy].map(([name, value]) => [name, values.get(name) ?? value]));
        assert.deepEqual([...mine], [...copy]);
        assert.deepEqual([...mine.entries()], [...copy.entries()]);
        assert.deepEqual([...mine.keys()], names);
        assert.deepEqual([...mine.values()], [...copy.values()]);
        const heard: unknown[] = [];
        mine.forEach((value, name, map) => heard.push([name, value, map === mine]));
        assert.deepEqual(
          heard,
          [...copy].map(([name, value]) => [name, value, true]),
        );
        assert.equal(mine.size, copy.size);
        for (const name of [...names, 'no such name'])
          assert.deepEqual([mine.has(name), mine.get(name)], [copy.has(name), copy.get(name)]);
        assert.deepEqual(
          [...changedKeys(was, mine)].sort(),
          names.filter((name) => before.get(name) !== copy.get(name)).sort(),
        );
        assert.deepEqual(
          [...changedKeys(first, mine)].sort(),
          names.filter((name) => first.get(name) !== copy.get(name)).sort(),
        );
        for (const name of names)
          if (!replacedIn(mine).includes(name)) assert.equal(baseOf(mine).get(name), copy.get(name));
      });
    }),
  );
});

test('maps of other keys: what came and what went has changed', () => {
  const [one, two] = [{}, {}];
  assert.deepEqual(
    [
      ...changedKeys(
        new Map([
          ['a', one],
          ['b', one],
        ]),
        patched(
          new Map([
            ['b', one],
            ['c', one],
          ]),
          new Map([['b', two]]),
        ),
      ),
    ].sort(),
    ['a', 'b', 'c'],
  );
});
