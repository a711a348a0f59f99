// A client that opens no folder (a file alone, Helix outside of a repository): what lies beside an open document may be its peer.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../support/check-text';
import { everything, LanguageClient, type ServerOptions } from '../support/language-client';

const textOf = (name: string): string => readFileSync(join(root, 'examples/mld-mistakes', name), 'utf8');
const south = textOf('BRAS-South.cfg');
const north = textOf('BRAS-North.cfg');

async function withoutFolder(options: ServerOptions, act: (client: LanguageClient) => Promise<void>): Promise<void> {
  const client = await LanguageClient.start({
    folderUri: null,
    files: { 'BRAS-North.cfg': north, 'BRAS-South.cfg': south },
    ...options,
  });
  try {
    await act(client);
  } finally {
    await client.stop();
  }
}

const has = (client: LanguageClient, name: string, rule: string): boolean =>
  client.found(name).some(({ code }) => code === rule);

function readings({ heard }: LanguageClient): number {
  const isEnd = (params: unknown): boolean => (params as { value?: { kind?: string } }).value?.kind === 'end';
  return heard.filter(({ method, params }) => method === '$/progress' && isEnd(params)).length;
}

test('without a folder of the client the peer beside an open file is found, and its settings hold', async () => {
  await withoutFolder({}, async (client) => {
    writeFileSync(join(client.folder, '.vrp.json'), '{ "rules": { "rbp-backup-id-mismatch": "off" } }');
    client.open('BRAS-South.cfg', south);
    for (const name of ['BRAS-South.cfg', 'BRAS-North.cfg'])
      await client.until(() => has(client, name, 'rbs-port-mismatch'), `findings in ${name}`);
    assert.ok(!has(client, 'BRAS-South.cfg', 'rbp-backup-id-mismatch'));
  });
});

test('without a folder nothing below that of a file is read, until a file there is opened', async () => {
  await withoutFolder({ files: { 'BRAS-South.cfg': south } }, async (client) => {
    mkdirSync(join(client.folder, 'below'));
    writeFileSync(join(client.folder, 'below/BRAS-North.cfg'), north);
    client.open('BRAS-South.cfg', south);
    // Once with no folder at all, and once for the file.
    await client.until(() => readings(client) === 2, 'the folder is read');
    await client.ask('workspace/symbol', { query: '' });
    assert.ok(!has(client, 'BRAS-South.cfg', 'rbs-port-mismatch'));
    client.open('below/BRAS-North.cfg', north);
    await client.until(() => has(client, 'BRAS-South.cfg', 'rbs-port-mismatch'), 'the pair');
  });
});

test('without a folder a client that watches anywhere is asked to watch that of the file', async () => {
  const workspace = {
    ...everything.workspace,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  };
  await withoutFolder({ capabilities: { ...everything, workspace } }, async (client) => {
    client.open('BRAS-South.cfg', south);
    const folder = pathToFileURL(client.folder).href;
    const isAsked = (): boolean => client.heard.some(({ params }) => JSON.stringify(params ?? '').includes(watched));
    const watched = JSON.stringify({ globPattern: { baseUri: folder, pattern: '*' } });
    await client.until(isAsked, 'a watcher');
    await client.until(() => has(client, 'BRAS-South.cfg', 'rbs-port-mismatch'), 'the pair');
    writeFileSync(join(client.folder, 'BRAS-North.cfg'), north.replace('7011', '7001'));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('BRAS-North.cfg'), type: 2 }] });
    await client.until(() => !has(client, 'BRAS-South.cfg', 'rbs-port-mismatch'), 'the finding goes');
  });
});

test('a folder that the client opens later stands before those of its files', async () => {
  await withoutFolder({}, async (client) => {
    client.open('BRAS-South.cfg', south);
    await client.until(() => has(client, 'BRAS-North.cfg', 'rbs-port-mismatch'), 'the pair');
    mkdirSync(join(client.folder, 'other'));
    client.folders = [{ uri: client.uri('other'), name: 'other' }];
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: client.folders, removed: [] } });
    await client.until(() => !has(client, 'BRAS-North.cfg', 'rbs-port-mismatch'), 'the file outside is let go');
  });
});
