// Every snippet, with every choice it offers, must be something the catalogue knows and finds nothing wrong with.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { entry, matchLine, type ViewName } from '../../server/src/catalogue';
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
      let inner: ViewName | undefined;
      for (const line of text.split('\n')) {
        if (line.trim() === '') continue;
        if (line === '#') {
          inner = undefined;
          continue;
        }
        assert.ok(/^ ?\S/.test(line), `${line}: one blank of indent, as the device writes it`);
        const view = line.startsWith(' ') ? inner : snippet.view;
        assert.ok(view, `${line}: no command above it opens a view`);
        const match = matchLine(view, words(line));
        assert.ok(match, `${line}: no command of the ${view} view`);
        assert.ok(
          match.complete,
          `${line}: ${match.problems.map((problem) => problem.message).join(', ') || JSON.stringify(match.expected)}`,
        );
        if (!line.startsWith(' ')) inner = entry(match.command)?.opens;
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
    [
      'hb-dhcpv6-relay-master',
      'hb-dhcpv6-relay-vrrp-master',
      'hb-nd-master',
      'hb-dhcp-server-master',
      'hb-mld-master',
      'hb-ds-lite-master',
      'hb-arp-master',
      'hb-igmp-master',
      'hb-arp-e-trunk-master',
      'hb-igmp-e-trunk-master',
      'hb-mld-e-trunk-master',
      'hb-nd-e-trunk-master',
      'hb-bras-master',
    ],
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
      let inner: ViewName | undefined;
      for (const line of body.slice(0, -1).filter((one) => one !== '#')) {
        const plain = expansions(line)[0]!;
        const match = matchLine(line.startsWith(' ') ? inner! : 'system', words(plain))!;
        if (!line.startsWith(' ')) inner = entry(match.command)?.opens;
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
    const vrid = /vrid \$\{(\d+):1\} virtual-ip/.exec(text)?.[1];
    assert.ok(vrid && text.split(`\${${vrid}:1}`).length > 4, 'the number of the group');
    const port = /^interface \$\{(\d+):GigabitEthernet0\/1\/2\}$/m.exec(text)?.[1];
    assert.ok(port && text.split(`\${${port}:`).length > 2, 'its interface');
  });
}
