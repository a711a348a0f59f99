// The rows of the tree of pairs: the worst first, the folder where a name repeats, closed where there are many.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairRows, totals } from '../../client/src/pair-rows';
import type { PairScenarios } from '../../server/src/lsp/protocol';

function pair(name: string, errors = 0, warnings = 0, folder = name): PairScenarios {
  const device = (end: string) => ({ device: `${name}-${end}`, uri: `file:///sites/${folder}/${name}-${end}.cfg` });
  return { a: device('1'), b: device('2'), scenarios: [], findings: [], errors, warnings };
}

test('errors come before warnings, warnings before nothing, and equals stay in order', () => {
  const rows = pairRows([pair('A'), pair('B', 0, 3), pair('C', 1), pair('D', 2), pair('E')]);
  assert.deepEqual(
    rows.map(({ label, description, state }) => `${label}: ${description} ${state}`),
    [
      'D-1 ⇄ D-2: 2 errors wrong',
      'C-1 ⇄ C-2: 1 error wrong',
      'B-1 ⇄ B-2: 3 warnings missing',
      'A-1 ⇄ A-2: no findings done',
      'E-1 ⇄ E-2: no findings done',
    ],
  );
});

test('two pairs of one name are told apart by their folders', () => {
  const rows = pairRows([pair('A', 1, 1, 'site%20one'), pair('A', 0, 0, 'site-two'), pair('B')]);
  assert.deepEqual(
    rows.map(({ description }) => description),
    ['site one: 1 error, 1 warning', 'site-two: no findings', 'no findings'],
  );
});

test('three hundred pairs are closed, and those with nothing to do can be left out', () => {
  const pairs = Array.from({ length: 300 }, (_, index) => pair(`N${index}`, index % 100 === 0 ? 1 : 0));
  assert.ok(pairRows(pairs).every(({ isOpen }) => !isOpen));
  assert.equal(pairRows(pairs, true).length, 3);
  assert.deepEqual(totals(pairs), { errors: 3, warnings: 0 });
  assert.ok(pairRows(pairs.slice(0, 2)).every(({ isOpen }) => isOpen));
});
