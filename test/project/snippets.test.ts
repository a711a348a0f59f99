// Every snippet, with every choice it offers, must be something the catalogue knows and finds nothing wrong with.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { entry, matchLine, type ViewName } from '../../server/src/catalogue';
import { scenarios } from '../../server/src/scenarios';
import { words } from '../../server/src/text/words';
import { snippetsText } from '../../scripts/snippets';
import { workspaceOf } from '../support/check-text';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly view: ViewName;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = JSON.parse(readFileSync(join(__dirname, '../../snippets/vrp.json'), 'utf8')) as Record<
  string,
  Snippet
>;

for (const [name, snippet] of Object.entries(snippets)) {
  test(`snippet: ${name}`, () => {
    assert.ok(snippet.description.includes(`(${snippet.view} view)`), 'the description names the view');
    for (const text of expansions(snippet.body.join('\n'))) {
      const open = viewsOf(snippet.view);
      for (const line of text.split('\n')) {
        if (line.trim() === '') continue;
        if (line === '#') {
          open.close();
          continue;
        }
        const view = open.viewOf(line);
        assert.ok(view, `${line}: one blank of indent for each view that is open, as the device writes it`);
        const match = matchLine(view, words(line));
        assert.ok(match, `${line}: no command of the ${view} view`);
        assert.ok(
          match.complete,
          `${line}: ${match.problems.map((problem) => problem.message).join(', ') || JSON.stringify(match.expected)}`,
        );
        open.enter(line, viewBelow(match.command, view));
      }
    }
  });
}

test('snippets: no prefix is used twice', () => {
  const prefixes = Object.values(snippets).flatMap((snippet) => snippet.prefix);
  assert.deepEqual(
    prefixes.filter((prefix, at) => prefixes.indexOf(prefix) !== at),
    [],
  );
});

/** The view of lines one blank deeper than this command, in this view. */
function viewBelow(id: string, view: ViewName): ViewName | undefined {
  const command = entry(id);
  return command?.nests ? view : command?.opens;
}

/** The view of each line by its indent: a line with one blank more stands in the view that the line above it opened. */
function viewsOf(outer: ViewName): {
  viewOf: (line: string) => ViewName | undefined;
  enter: (line: string, opened: ViewName | undefined) => void;
  close: () => void;
} {
  let views: (ViewName | undefined)[] = [outer];
  const depthOf = (line: string) => line.length - line.trimStart().length;
  return {
    viewOf: (line) => views[depthOf(line)],
    enter: (line, opened) => {
      views = [...views.slice(0, depthOf(line) + 1), opened];
    },
    close: () => {
      views = [outer];
    },
  };
}

/** The texts a snippet gives when its placeholders are left as they are: one for each option of its choices. */
function expansions(body: string): string[] {
  const choice = /\$\{\d+\|([^|]*)\|\}/.exec(body);
  if (choice) return choice[1]!.split(',').flatMap((option) => expansions(body.replace(choice[0], option)));
  const text = body.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$0/g, '');
  assert.ok(!text.includes('$'), `${text}: a placeholder without a default`);
  return [text];
}

test('the file is what the scenarios and the catalogue give', () => {
  assert.equal(readFileSync(join(__dirname, '../../snippets/vrp.json'), 'utf8'), snippetsText(), 'npm run update');
});

const blocks = Object.values(snippets).filter((snippet) => /^hb-.*-master$/.test(String(snippet.prefix)));

test('every scenario has its blocks, for master and backup, in every family', () => {
  assert.deepEqual(
    blocks.map((snippet) => snippet.prefix),
    scenarios.flatMap(({ id, parameters }) => {
      const [, ...others] = parameters.find((parameter) => parameter.id === 'family')?.choices ?? [];
      return [`hb-${id}-master`, ...others.map((family) => `hb-${id}-${family}-master`)];
    }),
  );
});

for (const master of blocks) {
  test(`${String(master.prefix)} and its backup, as they stand, are a pair with nothing above information`, async () => {
    const backup = Object.values(snippets).find(
      (snippet) => snippet.prefix === String(master.prefix).replace('master', 'backup'),
    )!;
    const file = (name: string, { body }: Snippet) => ({
      name: `${name}.cfg`,
      text: `#\nsysname ${name}\n#\n${expansions(body.join('\n'))[0]!}return\n`,
    });
    const workspace = await workspaceOf([file('DeviceA', master), file('DeviceB', backup)]);
    assert.equal(workspace.network().pairs.length, 1);
    assert.deepEqual(
      workspace
        .allFindings()
        .filter((finding) => finding.severity !== 'information')
        .map((finding) => `${finding.severity} ${finding.message}`),
      [],
    );
  });

  test(`${String(master.prefix)} and its backup: only values are tab stops`, () => {
    for (const body of [
      master,
      Object.values(snippets).find((snippet) => snippet.prefix === String(master.prefix).replace('master', 'backup'))!,
    ].map((snippet) => snippet.body)) {
      const open = viewsOf('system');
      for (const line of body.slice(0, -1).filter((one) => one !== '#')) {
        const plain = expansions(line)[0]!;
        const view = open.viewOf(line)!;
        const match = matchLine(view, words(plain))!;
        open.enter(line, viewBelow(match.command, view));
        words(line.replace(/\$\{\d+:([^}]*)\}/g, '\u0001$1')).forEach((word, index) => {
          if (word.text.includes('\u0001') && !plain.startsWith(' description'))
            assert.equal(match.roles[index]?.kind, 'value', `${line}: ${word.text}`);
        });
      }
    }
  });

  test(`${String(master.prefix)}: what belongs together is one tab stop, and stops are counted from 1`, () => {
    const text = master.body.join('\n');
    const stops = [...text.matchAll(/\$\{(\d+):([^}]*)\}/g)].map((hit) => [Number(hit[1]), hit[2]!] as const);
    const defaults = new Map<number, string>();
    for (const [number, value] of stops)
      assert.equal(
        defaults.get(number) ?? defaults.set(number, value).get(number),
        value,
        `stop ${number} has two defaults`,
      );
    assert.deepEqual(
      [...defaults.keys()].sort((one, two) => one - two),
      Array.from({ length: defaults.size }, (_, index) => index + 1),
    );
    // The role has its number and its interface from one VRRP group or one E-Trunk; both are named again where it is followed.
    const number = /vrid \$\{(\d+):1\} virtual-ip/.exec(text)?.[1] ?? /^e-trunk \$\{(\d+):1\}$/m.exec(text)?.[1];
    assert.ok(number && text.split(`\${${number}:1}`).length > 2, 'the number of the group or the E-Trunk');
    const port = /^ (?:vrrp6?-id .* interface|vrrp vrid .* interface|e-trunk .* eth-trunk) \$\{(\d+):/m.exec(text)?.[1];
    assert.ok(port && text.split(`\${${port}:`).length > 2, 'its interface');
  });
}
