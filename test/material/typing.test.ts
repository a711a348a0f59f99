// The configurations printed in the guide's pages, typed letter by letter; read where they lie and never copied.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { material } from '../support/check-text';
import { offeredWhileTyping } from '../features/offered-while-typing';

const guide = join(material, 'guide');
const pages = existsSync(guide) ? readdirSync(guide) : [];

/** The commands that are to be run, as the page spells them, and the files that it prints. */
function printed(text: string): string {
  const commands = [...text.matchAll(/\bRun (.*)/g)].map(([, command = '']) =>
    command.replace(/\]\([^)]*\)/g, '').replace(/[*[]|\]/g, ''),
  );
  const files = [...text.matchAll(/```\n([\s\S]*?)```/g)].flatMap(([, body = '']) =>
    body.split('\n').map((line) => line.replace(/^ {2}(?:[<[][^>\]]*[>\]] ?)?/, '')),
  );
  return [...commands, '#', ...files].join('\n');
}

if (pages.length === 0) {
  test('the guide is typed letter by letter', () => {
    console.log('material absent: 5 checks not run');
  });
}
for (const page of pages) {
  test(`page ${page.slice(0, 3)}: nothing that is offered at any letter repeats what is typed`, async () => {
    const { places, wrong } = await offeredWhileTyping(printed(readFileSync(join(guide, page), 'utf8')));
    assert.deepEqual(wrong, []);
    assert.ok(places > 200, `${places} places`);
  });
}
