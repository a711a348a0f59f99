// Every real file and every configuration that page 003 prints: no syntax error, and every character lies in a token.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { decode } from '../../server/src/main/decode';
import { needsTree, readRows } from '../../server/src/syntax/row-reader';
import { shapeOf } from '../../server/src/syntax/shape';
import { readSections, syntaxErrors } from '../../server/src/syntax/tree-reader';
import { material } from '../support/check-text';
import { leaves, withTree } from '../support/tree';
import { loadSyntax } from '../support/wasm';

const corpus = join(material, 'corpus');
const guide = join(material, 'guide');
const page = existsSync(guide) ? readdirSync(guide).find((name) => name.startsWith('003')) : undefined;

before(loadSyntax);

function assertCovered(name: string, text: string): void {
  const shape = shapeOf(text);
  withTree(shape, (tree) => {
    assert.equal(syntaxErrors(tree), 0, `${name}: errors`);
    const tokens = leaves(tree, text);
    assert.ok(
      tokens.every((token) => token.type !== 'GAP'),
      `${name}: a character lies in no token`,
    );
    assert.ok(tokens.map((token) => token.text).join('') === text, `${name}: the tokens together are not the text`);
    if (!needsTree(shape))
      assert.deepEqual(
        readRows(text, shape),
        readSections(tree, text, 0, () => false),
        `${name}: its rows tell other sections than its tree`,
      );
  });
}

if (!existsSync(corpus) && !page) {
  test('grammar over the material', () => {
    console.log('material absent: 2 checks not run');
  });
}

if (existsSync(corpus)) {
  test('grammar: every file of the corpus is covered without an error', () => {
    const files = readdirSync(corpus, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    assert.ok(files.length > 0);
    for (const file of files) assertCovered(file, decode(readFileSync(file)).text);
    console.log(`corpus: ${files.length} files, no syntax error`);
  });
}

if (page) {
  test('grammar: every configuration that page 003 prints is covered without an error', () => {
    const text = readFileSync(join(guide, page), 'utf8');
    // As printed, and moved to the left edge as a file would have it.
    const blocks = [...text.matchAll(/^( *)```\n([\s\S]*?)^ *```/gm)].map((hit) => hit[2]!);
    const files = blocks.filter((block) => /^\s*sysname \S/m.test(block));
    assert.ok(files.length >= 4, `${files.length} configurations`);
    for (const [index, block] of blocks.entries()) {
      assertCovered(`block ${index}`, block);
      assertCovered(`block ${index}, dedented`, block.replace(/^ {2}/gm, ''));
    }
    assertCovered('the page itself', text);
  });
}
