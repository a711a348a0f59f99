// A patched map is to all who read it the map that it stands for, however often it was patched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mapIndex } from '../../../server/src/model/incremental/index-view';
import {
  baseOf,
  changedKeys,
  haveSameKeys,
  patched,
  patchedAs,
  replacedIn,
} from '../../../server/src/model/incremental/patched-map';

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

test('a value that goes by another key stands in the place of the old one, and comes back to it', () => {
  const renames = fc.array(fc.tuple(fc.nat(5), fc.nat(9)), { maxLength: 30 });
  fc.assert(
    fc.property(renames, (steps) => {
      const first = new Map(['0', '1', '2', '3', '4', '5'].map((name) => [name, { name }]));
      let [own, copy]: [ReadonlyMap<string, { name: string }>, Map<string, { name: string }>] = [first, new Map(first)];
      const byName = mapIndex((value: { name: string }) => [value.name]);
      for (const [at, number] of steps) {
        const [old, key] = [[...copy.keys()][at]!, String(number)];
        if (copy.has(key)) continue;
        const value = { name: key };
        const before = own;
        own = patched(own, new Map([[key, value]]), new Map([[old, key]]));
        copy = new Map([...copy].map(([name, known]) => (name === old ? [key, value] : [name, known])));
        assert.deepEqual([...own], [...copy]);
        assert.deepEqual([...own.keys()], [...copy.keys()]);
        assert.deepEqual(new Set(changedKeys(before, own)), new Set([old, key]));
        for (let name = 0; name < 10; name++) {
          assert.equal(own.get(String(name)), copy.get(String(name)));
          assert.equal(own.has(String(name)), copy.has(String(name)));
          assert.deepEqual(byName(own).get(String(name)), copy.has(String(name)) ? [copy.get(String(name))] : []);
        }
      }
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

test('values under other keys: a patch reads like the map itself, and an index of what it patches holds for it', () => {
  const small = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const index = mapIndex(({ letters }: { readonly letters: readonly string[] }) => letters);
  const value = fc.array(small, { maxLength: 3 }).map((letters) => ({ letters }));
  const renamings = fc.array(fc.array(fc.tuple(fc.nat(9), fc.option(value), small), { maxLength: 3 }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(small, value), { selector: ([key]) => key }), renamings, (entries, steps) => {
      let own: ReadonlyMap<string, { readonly letters: readonly string[] }> = new Map(entries);
      index(own).get('a');
      for (const step of steps) {
        const list = [...own];
        for (const [at, other, key] of step) {
          const old = list[at];
          if (old) list[at] = [key, other ?? old[1]];
        }
        const copy = new Map(list);
        const was = own;
        own = patchedAs(own, copy);
        assert.deepEqual([...own], [...copy]);
        assert.deepEqual([...own.keys()], [...copy.keys()]);
        assert.equal(own.size, copy.size);
        for (const key of 'abcdef') {
          assert.deepEqual([own.has(key), own.get(key)], [copy.has(key), copy.get(key)]);
          assert.deepEqual(index(own).get(key), index(new Map(copy)).get(key));
        }
        assert.deepEqual(
          [...changedKeys(was, own)].sort(),
          [...'abcdef'].filter((key) => was.get(key) !== copy.get(key)).sort(),
        );
        if (haveSameKeys(was, own)) assert.deepEqual([...was.keys()], [...own.keys()]);
      }
    }),
  );
});
