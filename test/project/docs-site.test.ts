// The site that `npm run docs:site` makes of the documents: whole, and no link of it leads nowhere.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/check-text';
import { scratch } from '../support/scratch';

const { folder } = scratch('docs-site');

test('every page and picture that the site links to is on it, anchors too', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/docs-site.mjs'), folder], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  assert.ok(pages.length > 200, `${pages.length} pages`);
  const texts = new Map(pages.map((page) => [join(folder, page), readFileSync(join(folder, page), 'utf8')]));
  const broken = [...texts].flatMap(([page, text]) =>
    [...text.matchAll(/ (?:href|src)="([^"]*)"/g)]
      .map((hit) => hit[1]!)
      .filter((link) => !/^[a-z]+:/i.test(link) && !leadsSomewhere(page, link))
      .map((link) => `${page.slice(folder.length)}: ${link}`),
  );
  assert.deepEqual(broken, []);

  function leadsSomewhere(page: string, link: string): boolean {
    const [path, anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path!);
    if (anchor === undefined) return existsSync(target);
    return texts.get(target)?.includes(` id="${decodeURIComponent(anchor)}"`) === true;
  }
});

test('the search knows every rule, and the site fetches nothing from elsewhere', () => {
  const search = readFileSync(join(folder, 'search.js'), 'utf8');
  assert.ok(search.includes('"rbs-port-mismatch"'));
  const start = readFileSync(join(folder, 'index.html'), 'utf8');
  assert.doesNotMatch(start, /<(?:script|link|img)[^>]*(?:src|href)="https?:/);
});
