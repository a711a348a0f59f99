// Where the links and pictures of a page lead that a registry shows.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkTo } from '../repository.mjs';
import { root } from './shell.mjs';

const [pages, raws] = [linkTo(''), linkTo('', { raw: true })];

/** Every link leads to a file of the repository, to its heading, or to a heading of the page itself; answers how many there are. */
export function assertLinksHold(page) {
  const targets = [...page.matchAll(/\]\(([^()\s]+)\)|(?:src|href)="([^"]+)"/g)].map((link) => link[1] ?? link[2]);
  for (const target of targets) {
    if (target.startsWith('#')) assert.ok(hasHeading(page, target.slice(1)), target);
    const base = [pages, raws].find((each) => target.startsWith(each));
    if (base === undefined) {
      assert.match(target, /^(?:#|https:\/\/|mailto:)/, target);
      assert.ok(!target.startsWith(pages.slice(0, pages.indexOf('/blob/'))), `${target} leads past the files`);
      continue;
    }
    const [path, anchor] = target.slice(base.length).split('#');
    assert.ok(existsSync(join(root, path)), target);
    if (anchor !== undefined) assert.ok(hasHeading(readFileSync(join(root, path), 'utf8'), anchor), target);
  }
  return targets.length;
}

/** As GitHub names headings. */
function hasHeading(text, anchor) {
  return [...text.matchAll(/^#+ (.+)$/gm)].some(
    ([, title]) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-') === anchor,
  );
}
