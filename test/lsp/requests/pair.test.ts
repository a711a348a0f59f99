// The built server over stdio: the requests about a pair as a whole, and what it proposes for the peer.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CodeAction, CodeLens, Hover, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ComparisonResult, MappedPeerResult, MirrorResult, PeerResult } from '../../../server/src/lsp/protocol';
import { edited, read } from '../../support/check-text';
import { everything, LanguageClient, rangeOf } from '../../support/language-client';

const north = read('examples/mld-mistakes/BRAS-North.cfg');
const south = read('examples/mld-mistakes/BRAS-South.cfg');

async function server(
  t: TestContext,
  files: Readonly<Record<string, string>> = { 'North.cfg': north, 'South.cfg': south },
): Promise<LanguageClient> {
  const client = await LanguageClient.start({
    files,
    initializationOptions: { commands: true },
    capabilities: {
      ...everything,
      workspace: { ...everything.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
    },
  });
  t.after(() => client.stop());
  client.open('North.cfg', files['North.cfg']!);
  await client.until(() => client.statuses.get(client.uri('North.cfg')) !== undefined, 'the file is known');
  return client;
}

test('the pair table: every cell with its place, the faults of the pair red', async (t) => {
  const client = await server(t);
  await client.until(
    () => (client.statuses.get(client.uri('North.cfg')) as { peer?: object }).peer !== undefined,
    'the pair is found',
  );
  const table = await client.ask<ComparisonResult>('vrp/comparison', { uri: client.uri('North.cfg') });
  assert.deepEqual([table.a.device, table.b.device], ['BRAS-North', 'BRAS-South']);
  assert.deepEqual(table.summary, { rows: 28, wrong: 5, missing: 1, ok: 19, quiet: 3 });
  const port = table.rows.find((row) => row.parameter === 'port')!;
  assert.deepEqual(port.a, {
    text: '7011',
    uri: client.uri('North.cfg'),
    range: rangeOf(north, '7011'),
    isDefault: false,
  });
  assert.deepEqual(port.b?.range, rangeOf(south, '7001'));
  assert.deepEqual(
    [port.verdict, port.kind, port.guide, port.findings.map((one) => one.rule)],
    ['wrong', 'must match', '000 step 2.3', ['rbs-port-mismatch']],
  );
  assert.deepEqual(
    [port.source, port.page],
    ['DHCPv6 relay hot backup, step 2.3', { file: 'docs/guide/dhcpv6-relay.md', anchor: 'step-23' }],
  );
  // After an edit it is what the editor shows by then.
  client.change('North.cfg', { range: rangeOf(north, '7011'), text: '7001' });
  const mended = await client.ask<ComparisonResult>('vrp/comparison', { uri: client.uri('North.cfg') });
  assert.equal(mended.rows.find((row) => row.parameter === 'port')!.verdict, 'ok');
  assert.equal(await client.ask('vrp/comparison', { uri: client.uri('Nobody.cfg') }), null);
});

test('the mapped peer: a row for a row, each with its row in the real file', async (t) => {
  const client = await server(t);
  await client.until(
    () => (client.statuses.get(client.uri('North.cfg')) as { peer?: object }).peer !== undefined,
    'the pair is found',
  );
  const mapped = await client.ask<MappedPeerResult>('vrp/mappedPeer', { uri: client.uri('North.cfg') });
  assert.equal(mapped.peer.uri, client.uri('South.cfg'));
  const rows = mapped.text.split('\n');
  assert.equal(rows.length, mapped.lines.length);
  const wrong = mapped.lines.flatMap((line, index) =>
    line.mark === 'wrong' ? [`${rows[index]!.trim()} / ${south.split('\n')[line.row!]!.trim()}`] : [],
  );
  assert.deepEqual(wrong, [
    'peer-ipv6 2001:DB8:C0::2 source-ipv6 2001:DB8:C0::1 port 7001 / peer-ipv6 2001:DB8:C0::1 source-ipv6 2001:DB8:C0::2 port 7001',
    'backup-id 12 remote-backup-service core-pair / backup-id 12 remote-backup-service core-pair',
    'vrrp6 vrid 1 virtual-ip 2001:DB8:A01::FF / vrrp6 vrid 1 virtual-ip 2001:DB8:A01::FF',
    'vrrp6 vrid 1 preempt-mode timer delay 10 / vrrp6 vrid 1 preempt-mode timer delay 10',
    'pim ipv6 ignore assert-state / pim ipv6 ignore assert-state',
    'multicast ipv6 track vrrp6 vrid 2 / multicast ipv6 track vrrp6 vrid 2',
  ]);
});

test('the counterpart: a request, a lens over each object, a link in the hover', async (t) => {
  const client = await server(t);
  await client.until(
    () => (client.statuses.get(client.uri('North.cfg')) as { peer?: object }).peer !== undefined,
    'the pair is found',
  );
  const uri = client.uri('North.cfg');
  const peer = await client.ask<PeerResult>('vrp/peer', { uri, position: rangeOf(north, 'backup-id 21').start });
  assert.deepEqual(
    [peer.uri, peer.range.start.line],
    [client.uri('South.cfg'), rangeOf(south, 'backup-id 12').start.line],
  );
  const lenses = await client.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  const titles = await Promise.all(
    lenses.map(async (lens) => (await client.ask<CodeLens>('codeLens/resolve', lens)).command!),
  );
  assert.deepEqual(
    titles
      .filter((command) => command.title.startsWith('counterpart'))
      .map((command) => [command.title, command.command]),
    [
      ['counterpart: BRAS-South, line 6', 'vrp.goToCounterpart'],
      ['counterpart: BRAS-South, line 9', 'vrp.goToCounterpart'],
      ['counterpart: BRAS-South, line 29', 'vrp.goToCounterpart'],
    ],
  );
  const hover = await client.ask<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: rangeOf(north, 'backup-id 21').start,
  });
  const link = /\[Go to counterpart: BRAS-South, line 11\]\(command:vrp\.goToCounterpart\?([^)\s]+)\)/.exec(
    (hover.contents as { value: string }).value,
  );
  assert.deepEqual(JSON.parse(decodeURIComponent(link![1]!)), [uri, rangeOf(north, 'backup-id 21').start]);
  // What is longer than the box of a hover comes below the way to the peer.
  const onName = await client.ask<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: rangeOf(north, 'core-pair').start,
  });
  const parts = (onName.contents as { value: string }).value.split('\n\n').map((part) => part.split(/[:(]/)[0]!);
  assert.deepEqual(parts.slice(0, 4), [
    'On BRAS-South',
    '[Go to counterpart',
    'Lines of BRAS-North with this name',
    'Lines of BRAS-South with this name',
  ]);
  // A client that runs our commands opens the pages that a command is said on.
  const page = /\[DHCPv6 relay hot backup, step 3\.4\]\(command:vrp\.openGuide\?([^)\s]+)\)/.exec(
    (hover.contents as { value: string }).value,
  );
  assert.deepEqual(JSON.parse(decodeURIComponent(page![1]!)), [
    { file: 'docs/guide/dhcpv6-relay.md', anchor: 'step-34' },
  ]);
});

function textOf(edit: WorkspaceEdit, before: string): string {
  const [change] = edit.documentChanges as TextDocumentEdit[];
  assert.equal(edit.documentChanges!.length, 1);
  assert.ok(
    change!.edits.every(
      (one) => 'annotationId' in one && edit.changeAnnotations![one.annotationId!]!.needsConfirmation,
    ),
  );
  return edited(before, change!.edits as { range: TextDocumentEdit['edits'][number]['range']; newText: string }[]);
}

test('mirror: a chosen line as request and as action, to be confirmed; what is there proposes nothing', async (t) => {
  const client = await server(t);
  await client.until(
    () => (client.statuses.get(client.uri('North.cfg')) as { peer?: object }).peer !== undefined,
    'the pair is found',
  );
  const uri = client.uri('North.cfg');
  const answer = await client.ask<MirrorResult>('vrp/mirror', { uri, range: rangeOf(north, 'backup-id 21') });
  assert.deepEqual([answer.title, answer.placeholders, answer.problem], ['Mirror to BRAS-South', [], undefined]);
  assert.equal(textOf(answer.edit as WorkspaceEdit, south), south.replace('backup-id 12', 'backup-id 21'));
  const actions = await client.actions('North.cfg', rangeOf(north, 'backup-id 21'), ['refactor']);
  assert.deepEqual(
    actions.map((codeAction: CodeAction) => [codeAction.title, codeAction.kind]),
    [['Mirror to BRAS-South', 'refactor.rewrite.vrp']],
  );
  const named = await client.ask<MirrorResult>('vrp/mirror', {
    uri,
    peer: client.uri('South.cfg'),
    range: rangeOf(north, 'backup-id 21'),
  });
  assert.deepEqual(named, answer);
  const nobody = await client.ask<MirrorResult>('vrp/mirror', {
    uri,
    peer: client.uri('Nobody.cfg'),
    range: rangeOf(north, 'backup-id 21'),
  });
  assert.equal(nobody.problem, 'This device has no peer in this workspace.');
  const nothing = await client.ask<MirrorResult>('vrp/mirror', { uri, range: rangeOf(north, 'service-type mld') });
  assert.deepEqual([nothing.edit, nothing.problem], [undefined, 'The peer already has all of it.']);
});

test('complete: a peer that holds only its name and addresses becomes the other half of the pair', async (t) => {
  const clean = read('examples/mld/BRAS-North.cfg');
  const bare =
    '#\nsysname BRAS-South\n#\ninterface GigabitEthernet0/2/0\n ipv6 enable\n ipv6 address 2001:DB8:C0::2/64\n#\ninterface GigabitEthernet0/2/5\n ipv6 enable\n ipv6 address 2001:DB8:A10::2/64\n#\nreturn\n';
  const client = await server(t, { 'North.cfg': clean, 'South.cfg': bare });
  client.open('South.cfg', bare);
  const answer = await client.ask<MirrorResult>('vrp/mirror', { uri: client.uri('North.cfg'), whole: true });
  assert.deepEqual([answer.title, answer.placeholders], ['Complete BRAS-South from BRAS-North', []]);
  const text = textOf(answer.edit as WorkspaceEdit, bare);
  client.change('South.cfg', { range: { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } }, text });
  await client.until(
    () => (client.statuses.get(client.uri('North.cfg')) as { peer?: object }).peer !== undefined,
    'they are a pair',
  );
  const again = await client.ask<MirrorResult>('vrp/mirror', { uri: client.uri('North.cfg'), whole: true });
  assert.equal(again.problem, 'The peer already has all of it.');
  const status = client.statuses.get(client.uri('South.cfg')) as { errors: number; warnings: number };
  assert.deepEqual([status.errors, status.warnings], [0, 0]);
});

test('a peer that cannot be edited as it is on disk is told, not edited', async (t) => {
  const client = await server(t);
  await client.until(
    () => (client.statuses.get(client.uri('North.cfg')) as { peer?: object }).peer !== undefined,
    'the pair is found',
  );
  writeFileSync(fileURLToPath(client.uri('South.cfg')), south.replace('port 7001', 'port 7002'));
  const answer = await client.ask<MirrorResult>('vrp/mirror', {
    uri: client.uri('North.cfg'),
    range: rangeOf(north, 'backup-id 21'),
  });
  assert.deepEqual([answer.edit, answer.problem], [undefined, 'South.cfg changed on disk: open it first.']);
});
