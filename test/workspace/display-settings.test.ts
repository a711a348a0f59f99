// How many findings of one file are shown and how files are decoded: by the folder's file, the editor's settings, the command line.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { leftText, limitFindings } from '../../server/src/workspace/limited-findings';
import { read, vrp } from '../support/check-text';
import { LanguageClient } from '../support/language-client';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);

const north = read('examples/mld-mistakes/BRAS-North.cfg');
const south = read('examples/mld-mistakes/BRAS-South.cfg');
const latin = Buffer.from('#\nsysname R1\n#\ninterface LoopBack1\n description \u00ff\u00ff\n#\nreturn\n', 'latin1');

function folderOf(t: TestContext, files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'vrp-display-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

test('a limit keeps the most severe findings, in the order of their places', () => {
  const severities = ['hint', 'error', 'information', 'warning', 'error'] as const;
  const findings = severities.map((severity, place) => ({ severity, place }));
  const kept = (most: number) => limitFindings(findings, most).shown.map(({ place }) => place);
  assert.deepEqual([kept(1), kept(2), kept(3), kept(4)], [[1], [1, 4], [1, 3, 4], [1, 2, 3, 4]]);
  assert.deepEqual(limitFindings(findings, 5), { shown: findings, left: 0 });
  assert.equal(limitFindings(findings, 2).left, 3);
  assert.equal(leftText(1, 9), '1 more finding of this file is not shown: maxFindings is 9');
  assert.equal(leftText(30, 9), '30 more findings of this file are not shown: maxFindings is 9');
});

test('vrp check: the text report is shortened, what is counted and what a program reads is not', async (t) => {
  const folder = folderOf(t, { 'North.cfg': north, 'South.cfg': south, 'settings.json': '{ "maxFindings": 1 }' });
  const check = async (...more: string[]) =>
    vrp(['check', join(folder, 'North.cfg'), join(folder, 'South.cfg'), ...more]);
  const config = ['--config', join(folder, 'settings.json')];
  const whole = await check();
  const short = await check(...config);
  const told = / more findings? of this file (?:is|are) not shown: maxFindings is 1$/m;
  assert.doesNotMatch(whole.out, / not shown: /);
  assert.match(short.out, told);
  assert.match((await check('--max-findings', '1')).out, told);
  assert.equal((await check(...config, '--max-findings', '9999')).out, whole.out);
  assert.equal(short.code, whole.code);
  assert.equal(short.out.trimEnd().split('\n').at(-1), whole.out.trimEnd().split('\n').at(-1));
  assert.equal((await check(...config, '--format', 'json')).out, (await check('--format', 'json')).out);
});

test('vrp check and pairs: the folder names the encoding, the command line comes first', async (t) => {
  const folder = folderOf(t, { 'R1.cfg': latin, 'settings.json': '{ "encoding": "latin-1" }' });
  const config = ['--config', join(folder, 'settings.json')];
  const rules = async (...more: string[]) => {
    const { out } = await vrp(['check', join(folder, 'R1.cfg'), '--format', 'json', ...more]);
    return (JSON.parse(out) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
  };
  assert.ok((await rules()).includes('file-encoding-unknown'));
  assert.ok(!(await rules(...config)).includes('file-encoding-unknown'));
  assert.ok(!(await rules(...config, '--encoding', 'utf-8')).includes('file-encoding-unknown'));
  const { out } = await vrp(['pairs', join(folder, 'R1.cfg'), ...config]);
  assert.match(out, /R1/);
});

test('the editor: by the setting, by the folder’s file before it, while it runs', async (t) => {
  const folder = folderOf(t, { 'North.cfg': north, 'South.cfg': south, 'R1.cfg': latin });
  const set: Record<string, unknown> = {};
  const client = await LanguageClient.start({ workspace: folder, configuration: (section) => set[section] });
  t.after(() => client.stop());
  const uri = (name: string) => pathToFileURL(join(folder, name)).href;
  const messages = (name: string) =>
    (client.diagnostics.get(uri(name)) ?? []).map(({ message }) =>
      typeof message === 'string' ? message : message.value,
    );
  const change = (type: number) =>
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('.vrp.json'), type }] });
  const isUnknown = () => messages('R1.cfg').some((message) => message.includes('UTF-8'));
  client.notify('textDocument/didOpen', {
    textDocument: { uri: uri('North.cfg'), languageId: 'vrp', version: 1, text: north },
  });
  await client.until(() => messages('South.cfg').length > 2 && isUnknown(), 'all of it');
  const all = messages('South.cfg').length;
  set['vrp.maxFindings'] = 1;
  set['vrp.encoding'] = 'latin-1';
  client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => messages('South.cfg').length === 2 && !isUnknown(), 'one, and a line');
  assert.match(messages('South.cfg')[1]!, /^\d+ more findings of this file are not shown: maxFindings is 1 \(/);
  assert.equal(messages('North.cfg').length, 2);

  writeFileSync(join(folder, '.vrp.json'), '{ "maxFindings": 2, "encoding": "gb18030" }');
  change(1);
  await client.until(() => messages('South.cfg').length === 3, 'two, and a line');
  rmSync(join(folder, '.vrp.json'));
  change(3);
  set['vrp.maxFindings'] = 'many';
  set['vrp.encoding'] = 'auto';
  client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => messages('South.cfg').length === all && isUnknown(), 'all again');
});
