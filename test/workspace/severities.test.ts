// How severe rules are where folders, or the editor, say different things.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { FolderSeverities, Severities } from '../../server/src/diagnostics/severities';
import { Workspace } from '../../server/src/workspace/workspace';
import { root } from '../support/check-text';
import { LanguageClient } from '../support/language-client';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);

const text = (side: string) => readFileSync(join(root, 'examples/mld-mistakes', `BRAS-${side}.cfg`), 'utf8');
const [north, south] = [text('North'), text('South')];
/** A finding with an end in each file. */
const across = 'rbs-port-mismatch';
const offByDefault = 'rbs-without-ssl';

function pairIn(folders: Readonly<Record<string, Severities>>): Workspace {
  const workspace = new Workspace({ strict: true, folderSeverities: byFolder(folders) });
  workspace.open('n/North.cfg', north);
  workspace.open('s/South.cfg', south);
  return workspace;
}

function byFolder(folders: Readonly<Record<string, Severities>>): FolderSeverities {
  return { all: Object.values(folders), of: (file) => folders[file.split('/')[0]!] ?? {} };
}

function severities(workspace: Workspace, rule: string): (string | undefined)[] {
  return ['n/North.cfg', 's/South.cfg'].map(
    (file) => workspace.findings(file).find((finding) => finding.rule === rule)?.severity,
  );
}

test('severities: each file shows a finding as its own folder says', () => {
  assert.deepEqual(severities(pairIn({}), across), ['error', 'error']);
  assert.deepEqual(severities(pairIn({ n: { [across]: 'hint' } }), across), ['hint', 'error']);
  assert.deepEqual(severities(pairIn({ s: { [across]: 'warning' } }), across), ['error', 'warning']);
  const different = pairIn({ n: { [across]: 'hint' }, s: { [across]: 'information' } });
  assert.deepEqual(severities(different, across), ['hint', 'information']);
  assert.deepEqual(severities(pairIn({ n: { [across]: 'off' } }), across), [undefined, 'error']);
  assert.deepEqual(severities(pairIn({ s: { [across]: 'off' } }), across), ['error', undefined]);
});

test('severities: a finding is counted as the first of its files wants that hears of it, and is gone where none does', () => {
  const counted = (folders: Readonly<Record<string, Severities>>) =>
    pairIn(folders)
      .allFindings()
      .filter(({ rule }) => rule === across)
      .map(({ severity }) => severity);
  assert.deepEqual(counted({ n: { [across]: 'off' }, s: { [across]: 'hint' } }), ['hint']);
  assert.deepEqual(counted({ n: { [across]: 'off' } }), ['error']);
  assert.deepEqual(counted({ n: { [across]: 'off' }, s: { [across]: 'off' } }), []);
});

test('severities: nothing is offered for a finding in a file that does not want it', () => {
  const workspace = pairIn({ n: { [across]: 'off' } });
  const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  const offered = (file: string) => workspace.findingsIn(file, whole).some(({ rule }) => rule === across);
  assert.deepEqual(['n/North.cfg', 's/South.cfg'].map(offered), [false, true]);
});

test('severities: a rule that is off by default runs where a folder switches it on, and only there', () => {
  const workspace = pairIn({});
  assert.deepEqual(severities(workspace, offByDefault), [undefined, undefined]);
  workspace.setOptions({ folderSeverities: byFolder({ s: { [offByDefault]: 'warning' } }) });
  assert.deepEqual(severities(workspace, offByDefault), [undefined, 'warning']);
  // The others are there as before.
  assert.deepEqual(severities(workspace, across), ['error', 'error']);
  workspace.change('s/South.cfg', undefined, south.replace(/port \d+/, 'port 7999'));
  assert.deepEqual(severities(workspace, offByDefault), [undefined, 'warning']);
  workspace.setOptions({ severities: { [offByDefault]: 'hint' } });
  assert.ok(severities(workspace, offByDefault).every((severity) => severity === 'hint' || severity === undefined));
  assert.ok(severities(workspace, offByDefault).includes('hint'));
  workspace.setOptions({});
  assert.deepEqual(severities(workspace, offByDefault), [undefined, undefined]);
});

test('severities: in the editor by the folder’s file, else by the setting, while it runs', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'vrp-folders-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries({ 'n/North.cfg': north, 's/South.cfg': south })) {
    mkdirSync(join(folder, name, '..'));
    writeFileSync(join(folder, name), content);
  }
  let set: unknown = { [offByDefault]: 'information' };
  const client = await LanguageClient.start({
    workspace: folder,
    configuration: (section) => (section === 'vrp.rules' ? set : undefined),
  });
  t.after(() => client.stop());
  const uri = (name: string) => pathToFileURL(join(folder, name)).href;
  const severity = (name: string, rule: string) =>
    client.diagnostics.get(uri(name))?.find((diagnostic) => diagnostic.code === rule)?.severity;
  const both = (rule: string) => ['n/North.cfg', 's/South.cfg'].map((name) => severity(name, rule) ?? 0).join();
  client.notify('textDocument/didOpen', {
    textDocument: { uri: uri('n/North.cfg'), languageId: 'vrp', version: 1, text: north },
  });
  await client.until(() => both(offByDefault).includes('3') && both(across) === '1,1', 'switched on by the setting');

  client.folders = ['n', 's'].map((name) => ({ uri: uri(name), name }));
  writeFileSync(join(folder, 'n', '.vrp.json'), JSON.stringify({ rules: { [across]: 'hint', [offByDefault]: 'off' } }));
  client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [] } });
  await client.until(() => both(across) === '4,1', 'each as its folder says');
  assert.equal(severity('n/North.cfg', offByDefault), undefined);

  set = { [across]: 'warning', 'no-rule': 'off', [offByDefault]: 'loud' };
  client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => both(across) === '4,2', 'what the folder says comes first');
  assert.equal(both(offByDefault), '0,0');
});
