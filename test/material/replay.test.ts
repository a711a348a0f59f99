// The configuration files printed in page 003, typed word by word; read where they lie and never copied.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { material } from '../support/check-text';
import { hoverMisses, replay } from '../features/hot-backup-lines';

const guide = join(material, 'guide');
const page = existsSync(guide) ? readdirSync(guide).find((name) => name.startsWith('003')) : undefined;

/** The printed files by device, without the page's own indent. */
function printedFiles(text: string): { name: string; text: string }[] {
  const section = text.slice(text.indexOf('#### Configuration Files'));
  return [...section.matchAll(/```\n([\s\S]*?)```/g)].flatMap(([, body = '']) => {
    const file = body
      .split('\n')
      .map((line) => line.replace(/^ {2}/, ''))
      .join('\n');
    const name = /^sysname (\S+)/m.exec(file)?.[1];
    return name ? [{ name, text: file }] : [];
  });
}

if (!page) {
  test('page 003 is typed', () => {
    console.log('material absent: 2 checks not run');
  });
} else {
  const files = printedFiles(readFileSync(join(guide, page), 'utf8'));

  test('page 003 is typed: next words are offered, values described', async () => {
    const found = await replay(files);
    console.log(
      `page 003: ${found.lines} lines, ${found.keywords} keywords of mean rank ${found.meanRank.toFixed(2)}, ${found.names} names, ${found.values} other values`,
    );
    assert.deepEqual(found.misses, []);
    assert.ok(found.lines > 40);
    // The more commands a view knows, the more are offered before a letter is typed.
    assert.ok(found.meanRank < 5.5, `mean rank ${found.meanRank}`);
  });

  test('page 003: a hover answers on every word, on a value with its limits', async () => {
    assert.deepEqual((await hoverMisses(files)).misses, []);
  });
}
