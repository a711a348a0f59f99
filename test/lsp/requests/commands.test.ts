// What the server does for clients that have no views of ours: commands that answer with a text or make an edit, and findings that
// are asked for.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { serverCommands, type StatusParams } from '../../../server/src/lsp/protocol';
import { root } from '../../support/check-text';
import { deviceOfTwoPairs } from '../../support/device-of-two-pairs';
import { everything, LanguageClient, type ServerOptions } from '../../support/language-client';

const pair = join(root, 'examples/mld-mistakes');
const started: LanguageClient[] = [];
after(async () => {
  for (const client of started) await client.stop();
});

/** A server over a copy of the pair, once it has found what is wrong with it. */
async function start(
  options: ServerOptions = {},
  isReady = (client: LanguageClient) => client.found('BRAS-South.cfg').length > 0,
): Promise<LanguageClient> {
  const folder = mkdtempSync(join(tmpdir(), 'vrp-commands-'));
  cpSync(pair, folder, { recursive: true });
  const client = await LanguageClient.start({ folder, ...options });
  started.push(client);
  await client.until(() => isReady(client), 'findings');
  return client;
}

test('commands give the pair table, the comparison, the rehearsal, and complete the peer', async () => {
  const edits: unknown[] = [];
  const client = await start({
    answers: {
      'workspace/applyEdit': ({ edit }: { edit: unknown }) => {
        edits.push(edit);
        return { applied: true };
      },
    },
  });
  const uri = client.uri('BRAS-South.cfg');
  const run = async (command: string, ...given: unknown[]): Promise<string> => {
    const { result, error } = await client.request('workspace/executeCommand', { command, arguments: given });
    assert.equal(error, undefined);
    return String(result);
  };
  assert.match(await run(serverCommands.pairTable, uri), /7001.*7011|7011.*7001/);
  const table = JSON.parse(await run(serverCommands.pairTable, uri, client.uri('BRAS-North.cfg'), 'json')) as object;
  assert.ok('rows' in table || 'pairs' in table, Object.keys(table).join());
  const comparison = await run(serverCommands.compare, uri);
  assert.match(comparison, /^BRAS-North, as BRAS-South says it$/m);
  assert.match(comparison, /^! .*port 7011$/m);
  assert.match(await run(serverCommands.rehearse, uri), /^# .*BRAS-North/m);
  client.open('BRAS-South.cfg', readFileSync(join(pair, 'BRAS-South.cfg'), 'utf8'));
  client.change('BRAS-South.cfg', {
    text: '#\nsysname BRAS-South\n#\nremote-backup-service core-pair\n peer-ipv6 2001:DB8:C0::1 source-ipv6 2001:DB8:C0::2 port 7011\n#\n',
  });
  assert.match(await run(serverCommands.complete, client.uri('BRAS-North.cfg')), /BRAS-South/);
  assert.equal(edits.length, 1);
  assert.match(JSON.stringify(edits[0]), /remote-backup-profile/);
  assert.match(await run(serverCommands.pairTable, client.uri('nothing.cfg')), /^This device has no peer/);
  assert.equal((await client.request('workspace/executeCommand', { command: 'other' })).result, null);
});

test('of a device of two pairs every pair is rehearsed, unless a peer is named', async () => {
  const client = await LanguageClient.start({ files: deviceOfTwoPairs });
  started.push(client);
  const rehearse = async (...names: string[]): Promise<string> => {
    const given = { command: serverCommands.rehearse, arguments: names.map((name) => client.uri(name)) };
    return String((await client.request('workspace/executeCommand', given)).result);
  };
  client.open('A.cfg', deviceOfTwoPairs['A.cfg']);
  await client.until(
    () => (client.statuses.get(client.uri('A.cfg')) as StatusParams | undefined)?.peer !== undefined,
    'the pairs are found',
  );
  assert.match(await rehearse('A.cfg'), /^# One event, every pair\n[^]*DeviceA and DeviceB[^]*DeviceA and DeviceC/);
  assert.match(await rehearse('A.cfg', 'C.cfg'), /^# Failover of DeviceA and DeviceC/);
  assert.match(await rehearse('B.cfg'), /^# Failover of DeviceA and DeviceB/);
});

test('they are offered to every client but ours, which has commands of its own', async () => {
  for (const [commands, offered] of [
    [undefined, true],
    [true, false],
  ] as const) {
    const heard: string[] = [];
    await start({
      initializationOptions: { commands },
      hear: (message) => heard.push(JSON.stringify(message)),
    });
    assert.equal(
      heard.some((text) => text.includes('"executeCommandProvider"')),
      offered,
    );
  }
});

test('a client that is not told of findings may ask for them', async () => {
  const { publishDiagnostics: _, ...textDocument } = everything.textDocument;
  const heard: string[] = [];
  const client = await start(
    {
      capabilities: { ...everything, textDocument: { ...textDocument, diagnostic: {} } },
      hear: (message) => heard.push(JSON.stringify(message)),
    },
    // The folder has been read.
    () => heard.some((text) => text.includes('"kind":"end"')),
  );
  assert.ok(heard.some((text) => text.includes('"diagnosticProvider"')));
  const { result } = await client.request('textDocument/diagnostic', {
    textDocument: { uri: client.uri('BRAS-South.cfg') },
  });
  const report = result as { kind: string; items: { code: string }[] };
  assert.equal(report.kind, 'full');
  assert.ok(report.items.some(({ code }) => code === 'rbs-port-mismatch'));
});

test('a client that pulls is told of nothing, asks again when told to, and gets the peer along', async () => {
  const { publishDiagnostics: _, ...textDocument } = everything.textDocument;
  let refreshed = 0;
  const client = await start(
    {
      capabilities: {
        workspace: { ...everything.workspace, diagnostics: { refreshSupport: true } },
        textDocument: { ...textDocument, diagnostic: { relatedDocumentSupport: true } },
      },
      answers: { 'workspace/diagnostic/refresh': () => void refreshed++ },
    },
    () => refreshed > 0,
  );
  const [north, south] = [client.uri('BRAS-North.cfg'), client.uri('BRAS-South.cfg')];
  const ask = async (): Promise<Report> =>
    (await client.request('textDocument/diagnostic', { textDocument: { uri: south } })).result as Report;
  const before = await ask();
  assert.ok(before.items.some(({ code }) => code === 'rbs-port-mismatch'));
  assert.deepEqual(Object.keys(before.relatedDocuments!), [north]);
  assert.ok(before.relatedDocuments![north]!.items.some(({ code }) => code === 'rbs-port-mismatch'));
  assert.equal(client.diagnostics.size, 0);
  const asked = refreshed;
  const text = readFileSync(join(pair, 'BRAS-South.cfg'), 'utf8');
  client.open('BRAS-South.cfg', text);
  client.change('BRAS-South.cfg', { text: text.replace('port 7001', 'port 7011') });
  await client.until(() => refreshed > asked, 'a refresh');
  const after = await ask();
  assert.ok(!after.items.some(({ code }) => code === 'rbs-port-mismatch'));
  assert.ok(!after.relatedDocuments![north]!.items.some(({ code }) => code === 'rbs-port-mismatch'));
});

interface Report {
  readonly items: readonly { readonly code: string }[];
  readonly relatedDocuments?: Readonly<Record<string, Report>>;
}
