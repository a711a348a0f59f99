// The fixed part of `npm run fuzz`: a few seconds of random inputs from one seed, and all that was ever kept of what broke.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from '../fuzz/fuzz';
import { kept } from '../fuzz/property';
import { isLong } from '../support/long';

const task = {
  seed: 20261121,
  minutes: 0,
  batches: 1,
  large: false,
  material: false,
  only: [],
  runs: isLong
    ? { whole: 120, edits: 60, walk: 25, answers: 40, pair: 40, bytes: 40, fixes: 20, settings: 300 }
    : { whole: 50, edits: 25, walk: 10, answers: 15, pair: 15, bytes: 15, fixes: 8, settings: 120 },
};

test('fuzz: random inputs, cut and damaged files, walks through a workspace', async () => {
  const { broken, figures } = await fuzz({ ...task, replay: false });
  assert.deepEqual(
    broken.map((one) => `${one.file}, seed ${one.broken.seed}: ${one.broken.message}`),
    [],
  );
  console.log([...figures].map(([name, { inputs }]) => `${inputs} ${name}`).join(', '));
  assert.deepEqual([...figures.keys()].sort(), Object.keys(task.runs).sort());
});

test('fuzz: what broke once holds now', async () => {
  const { broken, replayed } = await fuzz({ ...task, replay: true });
  assert.deepEqual(
    broken.map((one) => `${one.file}: ${one.broken.message}`),
    [],
  );
  assert.equal(replayed, kept().length);
});
