// Every hot-backup line of the example pairs, typed word by word: what comes next is offered or described at each word, and a
// hover answers on each.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { read, root } from '../support/check-text';
import { hoverMisses, replay } from './hot-backup-lines';

/** The examples, and a pair whose pool of addresses has ranges of its own. */
const folders = [...readdirSync(join(root, 'examples')).map((name) => `examples/${name}`), 'test/pairs/nat64'];

for (const folder of folders) {
  const files = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.cfg'))
    .map((name) => ({ name, text: read(`${folder}/${name}`) }));
  if (files.length === 0) continue;

  test(`${folder} is typed: next words are offered, values described`, async () => {
    const found = await replay(files);
    console.log(
      `${folder}: ${found.lines} lines, ${found.keywords} keywords of mean rank ${found.meanRank.toFixed(2)}, ${found.names} names, ${found.values} other values`,
    );
    assert.deepEqual(found.misses, []);
    assert.ok(found.lines > 20 && found.names > 0, 'the files hold hot backup');
    assert.ok(found.meanRank < 5, `mean rank ${found.meanRank}`);
  });

  test(`${folder}: a hover answers on every word, on a value with its limits`, async () => {
    const { words, misses } = await hoverMisses(files);
    assert.deepEqual(misses, []);
    assert.ok(words > 80);
  });
}
