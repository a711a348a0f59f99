// Every line of the example pairs, typed word by word: what comes next is offered or described at each word, and a
// hover answers on each.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scenario } from '../../server/src/scenarios/index';
import { scaffold } from '../../server/src/scenarios/scaffold';
import { read, root } from '../support/check-text';
import { exampleNames } from '../support/pair-of';
import { variants } from '../support/scenario-answers';
import { hoverMisses, isAnyLine, replay } from './hot-backup-lines';

/** The examples, and the pairs of the vendor's procedures written anew. */
const folders = [
  ...exampleNames.map((name) => `examples/${name}`),
  ...readdirSync(join(root, 'test/pairs')).map((name) => `test/pairs/${name}`),
];

for (const folder of folders) {
  const files = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.cfg'))
    .map((name) => ({ name, text: read(`${folder}/${name}`) }));
  if (files.length === 0) continue;

  test(`${folder} is typed: next words are offered, values described`, async () => {
    const found = await replay(files, isAnyLine);
    console.log(
      `${folder}: ${found.lines} lines, ${found.keywords} keywords of mean rank ${found.meanRank.toFixed(2)}, ${found.names} names, ${found.values} other values`,
    );
    assert.deepEqual(found.misses, []);
    assert.ok(found.lines > 20 && found.names > 0, 'the files hold hot backup');
    assert.ok(found.meanRank < 5, `mean rank ${found.meanRank}`);
  });

  test(`${folder}: a hover answers on every word, on a value with its limits`, async () => {
    const { words, misses } = await hoverMisses(files, isAnyLine);
    assert.deepEqual(misses, []);
    assert.ok(words > 80);
  });
}

for (const { scenario: id, given } of variants)
  test(`a new pair of ${id} ${JSON.stringify(given)} is typed`, async () => {
    const found = await replay(scaffold(scenario(id)!, given).files.slice(0, 1), isAnyLine);
    assert.deepEqual(found.misses, []);
  });
