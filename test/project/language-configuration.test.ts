// The indent that the editor makes by itself: the file is what the catalogue gives, and its patterns know every line that opens
// a view and no other.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { languageConfigurationText } from '../../scripts/language-configuration';
import { catalogue, entry, matchLine } from '../../server/src/catalogue';
import type { Match } from '../../server/src/catalogue/command';
import { words } from '../../server/src/text/words';
import { read, root } from '../support/check-text';
import { exampleNames } from '../support/pair-of';

const text = readFileSync(join(root, 'language-configuration.json'), 'utf8');
const { indentationRules, onEnterRules } = JSON.parse(text) as {
  indentationRules: { increaseIndentPattern: string; decreaseIndentPattern: string };
  onEnterRules: { beforeText: string }[];
};
const opens = new RegExp(indentationRules.increaseIndentPattern);
const opensInside = new RegExp(onEnterRules[0]!.beforeText);
const closes = new RegExp(indentationRules.decreaseIndentPattern);

test('the file is what the catalogue gives', () => {
  assert.equal(text, languageConfigurationText(), 'npm run update');
});

test('of the lines of the system view those that open a view indent what follows', () => {
  let opening = 0;
  for (const command of catalogue) {
    if (!command.views.includes('system')) continue;
    for (const line of (command.examples ?? '').split('\n').map((one) => one.trim())) {
      const match = line === '' ? undefined : matchLine('system', words(line));
      // What is typed short is not known to the editor; the server indents it.
      if (!match?.complete || isShort(match, line)) continue;
      const isOpening = !match.undo && entry(match.command)!.opens !== undefined;
      if (isOpening) opening++;
      assert.equal(opens.test(line), isOpening, line);
    }
  }
  assert.ok(opening > 60, `${opening}`);
});

function isShort(match: Match, line: string): boolean {
  return words(line).some(({ text: word }, index) => {
    const role = match.roles[index];
    return role?.kind === 'keyword' && role.keyword !== word;
  });
}

test('in the examples the editor indents where the file does', () => {
  for (const folder of exampleNames) {
    for (const name of readdirSync(join(root, 'examples', folder)).filter((one) => one.endsWith('.cfg'))) {
      const rows = read(`examples/${folder}/${name}`).split('\n');
      rows.slice(0, -1).forEach((row, index) => {
        const below = rows[index + 1]!;
        const deeper = below.search(/\S|$/) > row.search(/\S|$/);
        const closing = closes.test(below);
        if (deeper || !closing) assert.equal(opens.test(row) || opensInside.test(row), deeper, `${name}: ${row}`);
      });
    }
  }
});

test('a mark goes to column 0, however deep it is typed; a line that only begins like one does not', () => {
  for (const line of ['#', ' #', '  #', '   return', ' quit ']) assert.ok(closes.test(line), line);
  for (const line of ['return-path', ' description #', 'sysname quit']) assert.ok(!closes.test(line), line);
});
