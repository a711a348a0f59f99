// The native parser reads as the wasm does. Where it cannot be had this says so and passes: nothing that ships needs it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { root } from '../support/check-text';
import { corpusFiles, corpusTests } from '../support/corpus-format';
import { nativeParser } from '../support/native';
import { expression } from '../support/tree';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);

test('native: the same trees as the wasm, over corpus and examples', { timeout: 600_000 }, async () => {
  const parser = await nativeParser();
  if (typeof parser === 'string') {
    console.log(`native parser not compared: ${parser}`);
    return;
  }
  const examples = readdirSync(join(root, 'examples'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.cfg'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const texts = [
    ...corpusFiles.flatMap((file) => corpusTests(file).map(({ text }) => text)),
    ...examples,
    examples.join(''),
  ];
  assert.ok(examples.length > 0);
  for (const text of texts) {
    const { rootNode } = parser.parse(text, null, { bufferSize: 4 * text.length + 1024 });
    assert.equal(rootNode.hasError, false);
    assert.equal(rootNode.toString(), expression(text));
  }
  console.log(`native parser: ${texts.length} texts compared`);
});
