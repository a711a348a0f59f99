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
      let [own, copy]: [
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
        const [was, before] = [own, copy];
        own = patched(own, values);
        copy = new Map([...copy].map(([name, value]) => [name, values.get(name) ?? value]));
        assert.deepEqual([...own], [...copy]);
        assert.deepEqual([...own.entries()], [...copy.entries()]);
        assert.deepEqual([...own.keys()], names);
        assert.deepEqual([...own.values()], [...copy.values()]);
        const heard: unknown[] = [];
        own.forEach((value, name, map) => heard.push([name, value, map === own]));
        assert.deepEqual(
          heard,
          [...copy].map(([name, value]) => [name, value, true]),
        );
        assert.equal(own.size, copy.size);
        for (const name of [...names, 'no such name'])
          assert.deepEqual([own.has(name), own.get(name)], [copy.has(name), copy.get(name)]);
        assert.deepEqual(
          [...changedKeys(was, own)].sort(),
          names.filter((name) => before.get(name) !== copy.get(name)).sort(),
        );
        assert.deepEqual(
          [...changedKeys(first, own)].sort(),
          names.filter((name) => first.get(name) !== copy.get(name)).sort(),
        );
        for (const name of names)
          if (!replacedIn(own).includes(name)) assert.equal(baseOf(own).get(name), copy.get(name));
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
