// What is a secret in a line, and what only looks as if it spoke of one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskedText, secretsIn } from '../../server/src/model/secrets';
import { secretLines, innocentLines } from '../support/secret-lines';

test('secrets: each is found where it stands, and nothing else of the line', () => {
  for (const line of secretLines) {
    const text = line.replaceAll(/«|»/g, '');
    const expected = [...line.matchAll(/«(.*?)»/g)].map((hit) => hit[1]);
    assert.deepEqual(
      secretsIn(text).map(({ start, end }) => text.slice(start, end)),
      expected,
      text,
    );
    const shown = maskedText(text);
    assert.equal(shown.length, text.length, 'columns stay true');
    for (const secret of expected) assert.ok(!shown.includes(secret!), shown);
  }
});

test('secrets: lines that hold none are left as they are', () => {
  for (const line of innocentLines) assert.equal(maskedText(line), line);
});
