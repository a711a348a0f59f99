// A long document is read in slices: between them other documents are edited, checked and asked about.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { LongDocuments, longDocument } from '../../server/src/lsp/long-documents';
import { openText, openTextInSlices } from '../../server/src/syntax/document';
import { finish, type Slices } from '../../server/src/text/slices';
import { Workspace } from '../../server/src/workspace/workspace';
import { StepCounter } from '../bench/steps';
import { carrier } from '../bench/text';
import { LanguageClient } from '../support/language-client';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);

/** More than are read at once; `VRP_LONG_LINES=700000` takes 20 MB. */
const lines = Number(process.env.VRP_LONG_LINES ?? 160_000);

const banner = 'header login information "\nDo not\n#\ntouch\n"\n#\n';

test('what is read in slices is what is read at once, however long a slice is', () => {
  for (const text of [
    '',
    '\ufeffsysname R1',
    `${carrier(0, 400)}${banner}`,
    carrier(0, 400).replaceAll('\n', '\r\n'),
  ]) {
    const whole = openText(text);
    for (const rows of [1, 7, 100, Infinity]) {
      const slices = finish(openTextInSlices(text, rows));
      assert.deepEqual(slices.sections, whole.sections, `${rows} rows at once`);
      slices.change({ start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, 'sysname R2\n#\n');
      const again = openText(slices.text);
      assert.deepEqual(slices.sections, again.sections);
      slices.close();
      again.close();
    }
    whole.close();
  }
});

test('a workspace finds the same; the check behind the slices runs no rule over the device again', () => {
  const [text, peer] = [
    `${carrier(0, 2000)}${banner}interface Vlanif1\n vrrp vrid 1 priority 300\n#\n`,
    carrier(1, 2000),
  ];
  const workspaces = [new Workspace(), new Workspace()] as const;
  for (const workspace of workspaces) workspace.open('b', peer);
  const [atOnce, inSlices] = workspaces;
  atOnce.open('a', text);
  finish(inSlices.openInSlices('a', text, 300));
  const judged = inSlices.runCounts();
  assert.deepEqual(inSlices.check(), atOnce.check());
  assert.ok(inSlices.findings('a').length > 0);
  const fresh = new Workspace();
  fresh.open('b', peer);
  fresh.check();
  assert.ok(inSlices.runCounts().reused - judged.reused >= judged.rules, 'each rule is found in the cache');
  for (const workspace of workspaces)
    workspace.change('a', { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } }, 'sysnam');
  assert.deepEqual(inSlices.check(), atOnce.check());
});

test('no slice is more than a small part of the work', () => {
  const counter = new StepCounter((url) => url.includes('/server/src/'));
  try {
    const slices = new Workspace().openInSlices('a', carrier(0, 8000), 250);
    const steps: number[] = [];
    for (let isDone = false; !isDone;) {
      steps.push(counter.of(() => (isDone = slices.next().done === true)).steps);
    }
    const all = steps.reduce((sum, one) => sum + one, 0);
    const longest = Math.max(...steps);
    assert.ok(steps.length > 100 && longest <= all / 4, `${longest} of ${all} steps in ${steps.length} slices`);
  } finally {
    counter.close();
  }
});

test('a change begins anew, closing ends it, and nothing is left behind', () => {
  const waiting: (() => void)[] = [];
  const long = new LongDocuments((action) => waiting.push(action));
  const log: string[] = [];
  function* slices(name: string): Slices<void> {
    try {
      for (let slice = 0; slice < 3; slice++) {
        log.push(`${name} ${slice}`);
        yield;
      }
    } finally {
      log.push(`${name} freed`);
    }
  }
  const turn = (): void => waiting.splice(0).forEach((action) => action());
  long.read('a', slices('first'), () => log.push('first done'));
  turn();
  long.read('a', slices('second'), () => log.push('second done'));
  for (let n = 0; n < 5; n++) turn();
  assert.deepEqual(log.splice(0), [
    'first 0',
    'first freed',
    'second 0',
    'second 1',
    'second 2',
    'second freed',
    'second done',
  ]);
  assert.ok(!long.isReading('a'));
  long.read('b', slices('third'), () => log.push('third done'));
  turn();
  long.cancel('b');
  for (let n = 0; n < 5; n++) turn();
  assert.deepEqual(log, ['third 0', 'third freed']);
});

test('while a long document is read, another one is asked about and edited', async (t) => {
  const client = await LanguageClient.start();
  t.after(() => client.stop());
  const small = '#\nsysname R1\n#\ninterface GigabitEthernet0/1/0\n vrrp vrid 1 priority 100\n#\n';
  const text = `${carrier(0, lines)}interface Vlanif1\n vrrp vrid 1 priority 300\n#\n`;
  assert.ok(text.length >= longDocument);
  client.open('small.cfg', small);
  client.open('long.cfg', text);
  let answers = 0;
  let slowest = 0;
  while (!client.diagnostics.has(client.uri('long.cfg')) || client.found('long.cfg').length === 0) {
    const asked = Date.now();
    const { result } = await client.request('textDocument/documentSymbol', {
      textDocument: { uri: client.uri('small.cfg') },
    });
    slowest = Math.max(slowest, Date.now() - asked);
    assert.ok(Array.isArray(result) && result.length > 0);
    answers++;
    if (answers === 3) {
      client.open('other.cfg', small.replace('100', '400'));
      await client.until(() => client.found('other.cfg').length > 0, 'the other one is checked');
      assert.equal(client.found('long.cfg').length, 0, 'before the long one');
    }
  }
  t.diagnostic(`${answers} answers, the slowest after ${slowest} ms`);
  assert.ok(answers > 50, `${answers} answers`);
});
