// Accepting findings in the editor: the light bulb's commands, the files beside the configurations, and their changes, over stdio
// with the built server.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import type { CodeAction, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import { markEdit } from '../../../server/src/features/suppression-edit';
import { readBaseline, withEntry } from '../../../server/src/diagnostics/baseline';
import { Workspace } from '../../../server/src/workspace/workspace';
import type { AcceptArguments, AcceptResult } from '../../../server/src/lsp/protocol';
import { edited, root, vrp } from '../../support/check-text';
import { LanguageClient, rangeOf, type ServerOptions } from '../../support/language-client';
import { loadSyntax } from '../../support/wasm';

const north = readFileSync(join(root, 'examples/mld/BRAS-North.cfg'), 'utf8');
const south = readFileSync(join(root, 'examples/mld/BRAS-South.cfg'), 'utf8').replace('port 7011', 'port 7001');
const port = rangeOf(south, '7001');
const rule = 'rbs-port-mismatch';

async function server(t: TestContext, options: ServerOptions = {}): Promise<LanguageClient> {
  const client = await LanguageClient.start({
    files: { 'North.cfg': north, 'South.cfg': south },
    initializationOptions: { commands: true },
    ...options,
  });
  t.after(() => client.stop());
  client.open('South.cfg', south);
  return client;
}
const has = (client: LanguageClient, name: string) => client.found(name).some((one) => one.code === rule);
function write(client: LanguageClient, name: string, text: string | undefined): void {
  if (text === undefined) rmSync(join(client.folder, name));
  else writeFileSync(join(client.folder, name), text);
  client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: client.uri(name), type: text === undefined ? 3 : 2 }],
  });
}
const argumentsOf = (action: CodeAction | undefined) => action?.command?.arguments?.[0] as AcceptArguments;
const titled = (actions: readonly CodeAction[], title: string) => actions.find((one) => one.title.startsWith(title));
const textOf = (message: Diagnostic['message']) => (typeof message === 'string' ? message : message.value);
/** The new text of the one file that an answer edits. */
function applied(answer: AcceptResult | null, text: string): string {
  const changes = (answer?.edit as WorkspaceEdit).documentChanges ?? [];
  const change = changes.at(-1)!;
  assert.ok('edits' in change);
  return edited(text, change.edits as never);
}

describe('the light bulb', () => {
  test('accepts in the baseline, the finding goes on both sides, comes back when the file goes', async (t) => {
    const client = await server(t);
    await client.until(() => has(client, 'South.cfg') && has(client, 'North.cfg'), 'both are told');
    const actions = await client.actions('South.cfg', port, ['quickfix']);
    assert.ok(actions[0]!.edit, 'what mends comes first');
    const action = titled(actions, `Suppress ${rule} in this pair...`);
    assert.equal(action?.command?.command, 'vrp.accept');
    assert.equal(action.isPreferred, undefined);
    assert.equal(action.diagnostics?.[0]?.code, rule);
    const asked = argumentsOf(action);
    assert.equal(asked.baseline, client.uri('.vrp-baseline.json'));
    const answer = await client.ask<AcceptResult>('vrp/accept', { ...asked, reason: 'moved\nnext week' });
    assert.deepEqual(
      (answer.edit as WorkspaceEdit).documentChanges?.map((one) => ('kind' in one ? one.kind : one.textDocument.uri)),
      ['create', asked.baseline],
    );
    const text = applied(answer, '');
    assert.deepEqual(readBaseline(text).entries, [
      { fingerprint: asked.fingerprint, rule, reason: 'moved next week', devices: ['BRAS-North', 'BRAS-South'] },
    ]);

    write(client, '.vrp-baseline.json', text);
    await client.until(
      () => !has(client, 'South.cfg') && !has(client, 'North.cfg'),
      'the finding is gone on both sides',
    );
    assert.equal(titled(await client.actions('South.cfg', port), 'Accept'), undefined);
    assert.equal(await client.ask('vrp/accept', { ...asked, reason: 'again' }), null, 'nothing is left to accept');
    const { code, out } = await vrp([
      'check',
      join(client.folder, 'North.cfg'),
      join(client.folder, 'South.cfg'),
      '--baseline',
      join(client.folder, '.vrp-baseline.json'),
    ]);
    assert.equal(code, 0, out);
    write(client, '.vrp-baseline.json', undefined);
    await client.until(() => has(client, 'South.cfg') && has(client, 'North.cfg'), 'it is told again');
  });

  test('adds to what the editor holds of the baseline, and refuses a broken one', async (t) => {
    const other = { fingerprint: '0123456789abcdef', rule: 'vrrp-vrid-mismatch', reason: 'old' };
    const client = await server(t, {
      files: { 'North.cfg': north, 'South.cfg': south, '.vrp-baseline.json': 'not json' },
    });
    await client.until(() => has(client, 'South.cfg'), 'told');
    const asked = argumentsOf(titled(await client.actions('South.cfg', port), `Suppress ${rule} in this pair`));
    assert.match(
      (await client.ask<AcceptResult>('vrp/accept', { ...asked, reason: 'x' })).problem ?? '',
      /^\.vrp-baseline\.json is not JSON/,
    );
    assert.match((await client.ask<AcceptResult>('vrp/accept', { ...asked, reason: ' \n' })).problem ?? '', /reason/);
    const held = JSON.stringify({ schemaVersion: 1, accepted: [other] }, null, 4);
    const answer = await client.ask<AcceptResult>('vrp/accept', { ...asked, reason: 'x', baselineText: held });
    assert.equal((answer.edit as WorkspaceEdit).documentChanges?.length, 1, 'the file is there already');
    assert.deepEqual(
      new Set(readBaseline(applied(answer, held)).entries.map((one) => one.fingerprint)),
      new Set([other.fingerprint, asked.fingerprint]),
    );
    for (const odd of [{}, null, { uri: 1 }, { ...asked, reason: 5 }, { ...asked, uri: 'file:///nowhere' }])
      assert.equal((await client.request('vrp/accept', odd)).error, undefined);
  });

  test('accepts with a mark in the # line before the block', async (t) => {
    const client = await server(t);
    await client.until(() => has(client, 'South.cfg'), 'told');
    const asked = argumentsOf(
      titled(await client.actions('South.cfg', port), `Suppress ${rule} in this block with a comment`),
    );
    assert.equal(asked.baseline, undefined);
    const text = applied(await client.ask<AcceptResult>('vrp/accept', { ...asked, reason: 'moved' }), south);
    assert.equal(text.split('\n').length, south.split('\n').length);
    assert.match(text, /^# vrp-ignore rbs-port-mismatch -- moved\nremote-backup-service /m);
    client.change('South.cfg', { text });
    await client.until(
      () => !has(client, 'South.cfg') && !has(client, 'North.cfg'),
      'the finding is gone on both sides',
    );
  });

  test('a client without the command gets the mark as an edit, and no baseline', async (t) => {
    const client = await server(t, { initializationOptions: {} });
    await client.until(() => has(client, 'South.cfg'), 'told');
    const accepts = (await client.actions('South.cfg', port)).filter((one) => one.title.startsWith('Suppress'));
    assert.deepEqual(
      accepts.map((one) => one.command),
      [undefined],
    );
    assert.match(
      edited(south, client.edits(accepts[0]!).get('South.cfg')!.edits as never),
      /^# vrp-ignore rbs-port-mismatch -- to be explained$/m,
    );
  });

  test('no commands where only source actions are asked for', async (t) => {
    const client = await server(t);
    await client.until(() => has(client, 'South.cfg'), 'told');
    assert.deepEqual(
      (await client.actions('South.cfg', port, ['source.fixAll'])).filter((one) => one.command),
      [],
    );
  });
});

describe('the files beside the configurations', () => {
  test('what the baseline accepts in vain is told in it, at its entry', async (t) => {
    const baseline = withEntry(undefined, { fingerprint: '0123456789abcdef', rule, reason: 'long ago' })!;
    const client = await server(t, {
      files: { 'North.cfg': north, 'South.cfg': south, '.vrp-baseline.json': baseline },
    });
    await client.until(() => client.found('.vrp-baseline.json').length > 0, 'it is told');
    const [one] = client.found('.vrp-baseline.json');
    assert.equal(one!.severity, 3);
    assert.equal(one!.message, `${rule} (long ago) is accepted, but no longer found`);
    assert.deepEqual(one!.range, rangeOf(baseline, '0123456789abcdef'));
    write(client, '.vrp-baseline.json', undefined);
    await client.until(() => client.found('.vrp-baseline.json').length === 0, 'it is cleared');
  });

  test('networks and pairs hold, change while the server runs, and broken ones are told', async (t) => {
    const client = await server(t, {
      files: { 'North.cfg': north, 'South.cfg': south, '.vrp.json': '{"networks":[["N*"],["S*"]]}' },
    });
    const peer = () => client.statuses.get(client.uri('South.cfg')) as { peer?: unknown } | undefined;
    await client.until(() => peer() !== undefined, 'checked');
    assert.equal(peer()!.peer, undefined);
    assert.equal(has(client, 'South.cfg'), false);
    write(client, '.vrp.json', '{"pairs":[["North.cfg","./South.cfg"],["North.cfg","Gone.cfg"]]}');
    await client.until(() => has(client, 'South.cfg') && client.found('.vrp.json').length > 0, 'they are a pair now');
    assert.deepEqual(
      client.found('.vrp.json').map((one) => [one.severity, one.message]),
      [[3, 'no VRP configuration Gone.cfg in this folder']],
    );
    write(client, '.vrp.json', '{"pairs":[["../North.cfg","South.cfg"]]}');
    await client.until(() => client.found('.vrp.json').some((one) => one.severity === 2), 'the broken file is told');
    assert.match(
      textOf(client.found('.vrp.json')[0]!.message),
      /^\.vrp\.json names "\.\.\/North\.cfg"; .*: nothing of it is used$/,
    );
    assert.ok(has(client, 'South.cfg'), 'without settings the witnesses pair them');
    write(client, '.vrp.json', '{"networks":[["N*"]]}');
    await client.until(() => !has(client, 'South.cfg') && client.found('.vrp.json').length === 0, 'apart again');
    write(client, '.vrp.json', undefined);
    await client.until(() => has(client, 'South.cfg'), 'a pair again');
  });

  test('severities, exclusions and ignore files hold in the editor as on the command line, and change while it runs', async (t) => {
    const client = await server(t, { files: { 'North.cfg': north, 'South.cfg': south } });
    const severity = () => client.found('South.cfg').find((one) => one.code === rule)?.severity;
    await client.until(() => severity() === 1, 'an error');
    write(client, '.vrp.json', JSON.stringify({ rules: { [rule]: 'information' } }));
    await client.until(() => severity() === 3, 'less severe');
    write(client, '.vrp.json', JSON.stringify({ rules: { [rule]: 'off' } }));
    await client.until(() => severity() === undefined, 'off');
    write(client, '.vrp.json', JSON.stringify({ exclude: ['North*'] }));
    const peer = () => (client.statuses.get(client.uri('South.cfg')) as { peer?: unknown } | undefined)?.peer;
    await client.until(() => peer() === undefined, 'the peer is left alone');
    write(client, '.vrp.json', undefined);
    await client.until(() => severity() === 1, 'a pair again');
    write(client, '.vrpignore', 'North.cfg\n');
    await client.until(() => peer() === undefined && severity() === undefined, 'ignored');
    write(client, '.vrpignore', undefined);
    await client.until(() => severity() === 1, 'looked at again');
  });
});

describe('marks', () => {
  const block = 'remote-backup-service s\n peer 10.0.0.2 source 10.0.0.1 port 6000\n#\n';
  const marked = async (text: string, needle: string, eol = '\n') => {
    await loadSyntax();
    const whole = text.replaceAll('\n', eol);
    const workspace = new Workspace({ strict: true });
    workspace.open('A', whole);
    const edit = markEdit(workspace.snapshot('A')!, rangeOf(whole, needle).start.line, 'some-rule', 'a\nreason');
    return edited(whole, [edit!]).replaceAll(eol, '\n');
  };
  const mark = '# vrp-ignore some-rule -- a reason\n';

  test('take a bare # line, or a line of their own', async () => {
    assert.equal(await marked(`#\nsysname A\n#\n${block}`, '6000'), `#\nsysname A\n${mark}${block}`);
    assert.equal(await marked(`#\nsysname A\n# remark\n${block}`, '6000'), `#\nsysname A\n# remark\n${mark}${block}`);
    assert.equal(await marked(block, 'remote'), `${mark}${block}`);
    assert.equal(await marked(`#\nsysname A\n#\n${block}`, '6000', '\r\n'), `#\nsysname A\n${mark}${block}`);
  });

  test('may stand one below the other', async () => {
    const client = (text: string) => {
      const workspace = new Workspace({ strict: true });
      workspace.setClosed('N', north);
      workspace.setClosed('S', text);
      return workspace.allFindings().map((one) => one.rule);
    };
    await loadSyntax();
    const broken = south.replace('backup-id 21', 'backup-id 12').replace(/port 7001/, 'port 80');
    const wrong = [...new Set(client(broken).filter((one) => one.startsWith('rbs-') || one === 'value-out-of-range'))];
    assert.ok(wrong.length > 0);
    const marks = ['rbs-port-mismatch', ...wrong].map((one) => `# vrp-ignore ${one} -- x\n`).join('');
    const left = client(broken.replace(/#\n(?=remote-backup-service )/, marks));
    for (const one of wrong) assert.ok(!left.includes(one), `${one}: ${left.join(' ')}`);
  });
});
