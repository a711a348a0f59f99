// The examples are what somebody opens first: the page beside them names each, and says which of them hold mistakes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, workspaceOf } from '../support/check-text';
import { example, exampleNames } from '../support/pair-of';

const rows = read('examples/README.md')
  .split('\n')
  .flatMap((line) => {
    const hit = /^\| \[([\w-]+)\]\(([\w-]+)\) \| (.+) \|$/.exec(line);
    return hit ? [{ name: hit[1]!, target: hit[2]!, words: hit[3]! }] : [];
  });

test('the page has a row for each example', () => {
  assert.deepEqual(
    rows.map(({ name }) => name),
    exampleNames,
  );
  for (const { name, target } of rows) assert.equal(target, name);
});

for (const { name, words } of rows)
  test(`${name} is a pair, ${words.includes('**with mistakes**') ? 'with mistakes' : 'with nothing to find'}`, async () => {
    const workspace = await workspaceOf(example(name));
    assert.equal(workspace.network().pairs.length, 1);
    const found = workspace.allFindings().map(({ rule }) => rule);
    if (words.includes('**with mistakes**')) assert.ok(found.length > 0);
    else assert.deepEqual(found, []);
  });
