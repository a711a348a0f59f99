// Formatting: the indent of each line and the marks between views, idempotent, and never a change of what a file says.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatting } from '../../server/src/features/formatting';
import { indentsOfNested } from '../../server/src/features/nested-blocks';
import { onTypeFormatting } from '../../server/src/features/on-type-formatting';
import { Workspace } from '../../server/src/workspace/workspace';
import { edited, read, root } from '../support/check-text';
import { loadSyntax } from '../support/wasm';
import { atCursor } from '../support/at-cursor';
import { exampleNames } from '../support/pair-of';

async function formatted(text: string): Promise<string> {
  const { snapshot } = await atCursor(text);
  return edited(text, formatting(snapshot));
}

test('each line stands one deeper than the line that opened its view', async () => {
  assert.equal(
    await formatted(
      '#\ninterface GigabitEthernet0/1/2\n      ipv6 enable  \n   mtu 1500\n#\nbgp 100\n  peer 10.0.0.1 as-number 100\n  ipv4-family unicast\n     peer 10.0.0.1 enable\n#\n',
    ),
    '#\ninterface GigabitEthernet0/1/2\n ipv6 enable\n mtu 1500\n#\nbgp 100\n peer 10.0.0.1 as-number 100\n ipv4-family unicast\n  peer 10.0.0.1 enable\n#\n',
  );
});

test('a mark stands between views, once', async () => {
  assert.equal(
    await formatted(
      '#\nsysname A\n#\n#\ninterface GigabitEthernet0/1/2\n ipv6 enable\ninterface GigabitEthernet0/1/3\n ipv6 enable\n#\nreturn\n',
    ),
    '#\nsysname A\n#\ninterface GigabitEthernet0/1/2\n ipv6 enable\n#\ninterface GigabitEthernet0/1/3\n ipv6 enable\n#\nreturn\n',
  );
});

test('a mark inside a view stands in the column of its lines', async () => {
  assert.equal(
    await formatted('#\nisis 1\n   network-entity 49.0001.0000.0000.0011.00\n   #\n   ipv6 enable topology ipv6\n#\n'),
    '#\nisis 1\n network-entity 49.0001.0000.0000.0011.00\n #\n ipv6 enable topology ipv6\n#\n',
  );
});

test('scripts stay flat, transcripts and banners stay as they are', async () => {
  for (const text of [
    'system-view\ninterface GigabitEthernet0/1/2\nipv6 enable\nquit\ncommit\n',
    '<A> system-view\n[~A] interface GigabitEthernet0/1/2\n[*A-GigabitEthernet0/1/2]   ipv6 enable\n',
    '#\nheader shell information "\n   keep   this\n out\n  "\n#\nsysname A\n#\n',
  ])
    assert.equal(await formatted(text), text);
});

test('a block that was typed inside the one before it is put right', async () => {
  const right =
    'remote-backup-service hz\n peer 10.0.0.1 source 10.0.0.2 port 6001\n#\ninterface GigabitEthernet0/1/0\n undo shutdown\n#\nospf 1\n area 0.0.0.0\n  network 10.0.0.0 0.0.0.255\n#\nsysname A\n#\nreturn\n';
  const behind = (head: string, rows: string) => rows.replace(/^(?!$)/gm, ' ').replace(` ${head}`, head);
  // As an editor that knows no views leaves it: everything in the column of the first line.
  const flat = right.replace(/^ +/gm, '');
  assert.equal(await formatted(behind('remote-backup-service hz', flat)), right);
  // With its own indent below the wrong one, and without marks.
  assert.equal(await formatted(behind('remote-backup-service hz', right)), right);
  assert.equal(
    await formatted(
      '#\nsysname A\n#\nremote-backup-profile p1\n service-type nd\n interface GigabitEthernet0/1/0\n  undo shutdown\n#\nreturn\n',
    ),
    '#\nsysname A\n#\nremote-backup-profile p1\n service-type nd\n#\ninterface GigabitEthernet0/1/0\n undo shutdown\n#\nreturn\n',
  );
});

test('a mark that belongs inside a view stays there', async () => {
  for (const text of [
    '#\ninterface GigabitEthernet0/6/1.900\n bas\n #\n access-type layer2-subscriber\n #\n#\nreturn\n',
    '#\nbgp 100\n peer 10.0.0.1 as-number 100\n #\n ipv4-family unicast\n  peer 10.0.0.1 enable\n#\nreturn\n',
    '#\naaa\n authentication-scheme default\n #\n domain default\n#\nreturn\n',
  ])
    assert.equal(await formatted(text), text);
});

test('line ends are kept', async () => {
  assert.equal(
    await formatted('#\r\nsysname A\r\ninterface GigabitEthernet0/1/2\r\n   ipv6 enable \r\n#\r\n'),
    '#\r\nsysname A\r\n#\r\ninterface GigabitEthernet0/1/2\r\n ipv6 enable\r\n#\r\n',
  );
});

const examples = exampleNames.flatMap((folder) => {
  const names = readdirSync(join(root, 'examples', folder)).filter((name) => name.endsWith('.cfg'));
  return names.map((name) => ({
    name,
    text: read(`examples/${folder}/${name}`),
    others: names.filter((one) => one !== name).map((one) => ({ name: one, text: read(`examples/${folder}/${one}`) })),
  }));
});

test('every example is formatted already', async () => {
  for (const { name, text } of examples) assert.equal(await formatted(text), text, name);
});

/** What happens to a row: its indent, blanks behind it, rows around it. */
const change = fc.record({
  at: fc.nat({ max: 400 }),
  how: fc.constantFrom(
    'deeper',
    'shallower',
    'tabs',
    'double',
    'trailing',
    'blank',
    'mark',
    'unmark',
    'submark',
    'flatten',
  ),
  by: fc.integer({ min: 1, max: 5 }),
});

function changed(text: string, changes: readonly { at: number; how: string; by: number }[]): string {
  let rows = text.split('\n');
  for (const { at, how, by } of changes) {
    const index = at % rows.length;
    const row = rows[index]!;
    const indent = /^\s*/.exec(row)![0];
    const content = row.slice(indent.length);
    if (how === 'deeper' && !row.startsWith('#')) rows[index] = ' '.repeat(by) + row;
    else if (how === 'shallower') rows[index] = indent.slice(by) + content;
    else if (how === 'tabs') rows[index] = '\t'.repeat(indent.length) + content;
    else if (how === 'double') rows = rows.map((one) => one.replace(/^ +/, (blanks) => blanks.repeat(by)));
    else if (how === 'trailing') rows[index] = row + ' '.repeat(by);
    else if (how === 'blank') rows.splice(index, 0, ' '.repeat(by - 1));
    else if (how === 'mark') rows.splice(index, 0, '#');
    else if (how === 'submark') rows.splice(index, 0, ' '.repeat(by) + '#');
    else if (how === 'unmark' && row === '#') rows.splice(index, 1);
    else if (how === 'flatten')
      rows = rows.map((one, place) => (place >= index && place < index + by * 5 ? one.trimStart() : one));
  }
  return rows.join('\n');
}

test('formatting is idempotent and changes no finding', async () => {
  await loadSyntax();
  const findings = (name: string, text: string, others: readonly { name: string; text: string }[]) => {
    const workspace = new Workspace({ strict: true });
    for (const other of others) workspace.setClosed(other.name, other.text);
    workspace.open(name, text);
    const found = workspace
      .allFindings()
      .map(
        (finding) =>
          `${finding.rule} ${finding.severity} ${finding.file} ${finding.message.replace(/\bline \d+/g, 'line')}`,
      )
      .sort();
    const edits = formatting(workspace.snapshot(name)!);
    const nested = indentsOfNested(workspace.snapshot(name)!).size > 0;
    workspace.removeClosed(name);
    return { found, edits, nested };
  };
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.array(change, { maxLength: 6 }), ({ name, text, others }, changes) => {
      const before = changed(text, changes);
      const first = findings(name, before, others);
      const after = edited(before, first.edits);
      const second = findings(name, after, others);
      // A block that is put where it belongs says something again.
      if (!first.nested) assert.deepEqual(second.found, first.found);
      assert.deepEqual(second.edits, []);
    }),
    { numRuns: 120 },
  );
});

async function indented(marked: string): Promise<string> {
  const { snapshot, position, text } = await atCursor(marked);
  return edited(text, onTypeFormatting(snapshot, position)).split('\n')[position.line]!;
}

test('a mark goes to column 0 as it is typed', async () => {
  assert.equal(await indented('#\ninterface GigabitEthernet0/1/2\n ipv6 enable\n #|\n'), '#');
  assert.equal(await indented('#\nospf 1\n area 0.0.0.0\n  network 10.0.0.0 0.0.0.255\n  #|'), '#');
  assert.equal(await indented('#\ninterface GigabitEthernet0/1/2\n ipv6 enable\n#|\n'), '#');
  assert.equal(await indented('#\ninterface GigabitEthernet0/1/2\n description a #|\n'), ' description a #');
});

test('after Enter the new line has the indent of its view', async () => {
  assert.equal(await indented('#\ninterface GigabitEthernet0/1/2\n|'), ' ');
  assert.equal(await indented('#\ninterface GigabitEthernet0/1/2\n ipv6 enable\n|'), ' ');
  assert.equal(await indented('#\nbgp 100\n ipv4-family unicast\n |\n#\n'), '  ');
  assert.equal(await indented('#\ninterface GigabitEthernet0/1/2\n ipv6 enable\n#\n |'), '');
  assert.equal(await indented('#\nsysname A\n   |'), '');
  assert.equal(await indented('system-view\ninterface GigabitEthernet0/1/2\n|'), '');
  assert.equal(await indented('[*A] interface GigabitEthernet0/1/2\n|'), '');
  assert.equal(await indented('|'), '');
});
