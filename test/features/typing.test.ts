// What is typed stays as it is typed: what completion may offer at every place of every line, and what it may not.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { completion, type CompletionItem } from '../../server/src/features/completion';
import { snippetsIn } from '../../server/src/features/completion-snippets';
import { read, root } from '../support/check-text';
import { atCursor } from '../support/at-cursor';
import { isLong } from '../support/long';
import { exampleNames } from '../support/pair-of';
import { offeredWhileTyping } from './offered-while-typing';

async function offered(marked: string, blanks = true): Promise<readonly CompletionItem[]> {
  const { snapshot, position } = await atCursor(marked);
  return completion(snapshot, position, { blanks })?.items ?? [];
}

const labels = (items: readonly CompletionItem[]) => items.map((item) => item.label);
const inInterface = (line: string) => `#\ninterface GigabitEthernet0/1/2\n ${line}\n#\n`;

for (const folder of exampleNames) {
  const files = readdirSync(join(root, 'examples', folder)).filter((name) => name.endsWith('.cfg'));
  for (const name of files) {
    test(`examples/${folder}/${name}: nothing that is offered repeats what is typed`, async () => {
      const { places, wrong } = await offeredWhileTyping(read(`examples/${folder}/${name}`));
      assert.deepEqual(wrong, []);
      assert.ok(places > (isLong ? 800 : 300), `${places} places`);
    });
  }
}

test('a word that is complete is not offered again', async () => {
  assert.deepEqual(labels(await offered(inInterface('undo shutdown|'))), []);
  assert.deepEqual(labels(await offered(inInterface('dhcp server enable|'))), []);
  assert.deepEqual(labels(await offered('#\nremote-backup-profile p1\n peer-backup hot|\n#\n')), []);
  assert.ok(!labels(await offered('#\nsysname|', false)).includes('sysname'));
});

test('a complete word stays for its blank where longer ones begin with it', async () => {
  const items = await offered(inInterface('vrrp|'));
  assert.equal(items.find((item) => item.label === 'vrrp')?.goesOn, true);
  assert.ok(labels(items).includes('vrrp6'));
  assert.ok(!labels(await offered(inInterface('vrrp|'), false)).includes('vrrp'), 'without its blank it does nothing');
});

test('a keyword that must go on has its blank, one that may end the line has none', async () => {
  const blank = async (marked: string, label: string) =>
    (await offered(marked)).find((item) => item.label === label)?.goesOn ?? false;
  assert.equal(await blank('#\nsys|', 'sysname'), true);
  assert.equal(await blank(inInterface('undo shut|'), 'shutdown'), false);
  assert.equal(await blank(inInterface('dhcp server ena|'), 'enable'), false);
  assert.equal(await blank('#\nremote-backup-profile p1\n peer-b|\n#\n', 'peer-backup'), true);
  assert.equal(await blank('#\nremote-backup-profile p1\n peer-backup h|\n#\n', 'hot'), false);
  assert.equal(await blank(inInterface('vrrp6 vrid 1 pri|'), 'priority'), true);
  assert.equal(await blank(inInterface('vr| vrid 1'), 'vrrp'), false, 'the blank is there already');
});

test('where a value is asked for no item is the name of its parameter', async () => {
  for (const line of ['sysname |', 'remote-backup-service |', 'interface |', 'ssl policy |'])
    for (const item of await offered(`#\n${line}`)) assert.notEqual(item.kind, 'block', `${line} ${item.label}`);
  assert.deepEqual(labels(await offered(inInterface('vrrp6 vrid 1 preempt-mode timer delay |'))), []);
});

test('names that are words, too, meet nothing that could take their place', async () => {
  for (const name of ['rbs', 'rbp', 'hb', 'interface', 'vrrp', 'pool'])
    for (const head of ['sysname', 'remote-backup-service', 'remote-backup-profile', 'ip pool'])
      for (let length = 1; length <= name.length; length++)
        assert.deepEqual(labels(await offered(`#\n${head} ${name.slice(0, length)}|`)), [], `${head} ${name}`);
});

test('blocks are offered where a command of their view begins, and nowhere else', async () => {
  const blocks = async (marked: string) =>
    (await offered(marked)).filter((item) => item.kind === 'block').map((item) => item.label);
  const all = (view: 'system' | 'interface') => snippetsIn(view).map((block) => block.prefix);
  assert.ok(all('system').includes('hb-nd-master') && all('interface').includes('vrrp-master'));
  assert.deepEqual(await blocks('|'), all('system'));
  assert.deepEqual(await blocks('#\nsysname A\n#\n|\n#\n'), all('system'));
  assert.deepEqual(await blocks('#\nsysname A\n#\nhb-nd|'), [
    'hb-nd-master',
    'hb-nd-backup',
    'hb-nd-e-trunk-master',
    'hb-nd-e-trunk-backup',
  ]);
  assert.deepEqual(await blocks(inInterface('|')), all('interface'));
  for (const marked of [
    '#\nremote-backup-profile p1\n |\n#\n',
    '#\nsysname hb|',
    '#\nremote-backup-service rbs|',
    '#\nundo |',
    inInterface('remote-backup-profile rbp|'),
    inInterface('vrrp vrid |'),
  ])
    assert.deepEqual(await blocks(marked), [], marked);
});
