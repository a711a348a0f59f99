// How much of what two files prove is found, and that nothing is told of pairs that are right. The goal is every fault and no
// variant; until then `floor.json` holds how many are missed at most. The figures only fall: whoever finds more writes them down.
// `npm test` takes an eighth of them, `npm run test:long` and `npm run prove` all.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { partOf } from '../support/long';
import { provePairs, textOf } from './configuration';
import { falselyTold } from './measure';
import { report } from './report';

const floor = JSON.parse(readFileSync(join(__dirname, 'floor.json'), 'utf8')) as { missed: number; falsely: number };
const goal = { missed: 0, falsely: 0 };

test('the pairs are right before a fault is put in', async () => {
  for (const { name, devices } of provePairs()) {
    assert.deepEqual(await falselyTold(devices), [], name);
    for (const own of devices) assert.match(textOf(own).text, /\nreturn\n$/);
  }
});

test('faults are found and right pairs left alone, no worse than before', async () => {
  const { faults, found, variants, falsely, summary, misses } = await report('', (all) => partOf(all, 16));
  assert.ok(faults >= 400 && variants >= 150, `${faults} faults, ${variants} variants`);
  const missed = faults - found;
  console.log(`${summary}\ngoal: ${goal.missed} missed, ${goal.falsely} falsely told; now ${missed} and ${falsely}`);
  assert.ok(missed <= floor.missed, `${missed} faults are missed, ${floor.missed} were\n${misses}`);
  assert.ok(falsely <= floor.falsely, `${falsely} right pairs are found wrong, ${floor.falsely} were\n${misses}`);
});
