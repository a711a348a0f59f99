// Every snippet, with every choice it offers, must be something the catalogue knows and finds nothing wrong with.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { entry, matchLine, type ViewName } from '../server/src/catalogue/index';
import { words } from '../server/src/text/words';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = JSON.parse(readFileSync(join(__dirname, '../snippets/vrp.json'), 'utf8')) as Record<string, Snippet>;

for (const [name, snippet] of Object.entries(snippets)) {
  test(`snippet: ${name}`, () => {
    const named = /\((\w[\w-]*) view\)/.exec(snippet.description);
    assert.ok(named, 'the description names the view the snippet belongs to');
    for (const text of expansions(snippet.body.join('\n'))) {
      let inner: ViewName | undefined;
      for (const line of text.split('\n')) {
        if (line.trim() === '') continue;
        if (line === '#') { inner = undefined; continue; }
        assert.ok(/^ ?\S/.test(line), `${line}: one blank of indent, as the device writes it`);
        const view = line.startsWith(' ') ? inner : named[1] as ViewName;
        assert.ok(view, `${line}: no command above it opens a view`);
        const match = matchLine(view, words(line));
        assert.ok(match, `${line}: no command of the ${view} view`);
        assert.ok(match.complete, `${line}: ${match.problems.map(problem => problem.message).join(', ') || JSON.stringify(match.expected)}`);
        if (!line.startsWith(' ')) inner = entry(match.command)?.opens;
      }
    }
  });
}

test('snippets: no prefix is used twice', () => {
  const prefixes = Object.values(snippets).flatMap(snippet => snippet.prefix);
  assert.deepEqual(prefixes.filter((prefix, at) => prefixes.indexOf(prefix) !== at), []);
});

/** The texts a snippet gives when its placeholders are left as they are: one for each option of its choices. */
function expansions(body: string): string[] {
  const choice = /\$\{\d+\|([^|]*)\|\}/.exec(body);
  if (choice) return choice[1]!.split(',').flatMap(option => expansions(body.replace(choice[0], option)));
  const text = body.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$0/g, '');
  assert.ok(!text.includes('$'), `${text}: a placeholder without a default`);
  return [text];
}
