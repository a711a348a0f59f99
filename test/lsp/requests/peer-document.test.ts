// The peer in a device's order as a document that stands in no file, for clients that ask for such texts (LSP 3.18).
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { filesOfPeerUri, GivenPeers, peerUri } from '../../../server/src/lsp/peer-documents';
import { serverCommands } from '../../../server/src/lsp/protocol';
import { root } from '../../support/check-text';
import { everything, LanguageClient } from '../../support/language-client';

const pair = join(root, 'examples/mld-mistakes');
const started: LanguageClient[] = [];
after(async () => {
  for (const client of started) await client.stop();
});

async function start(initializationOptions: object = {}) {
  const shown: string[] = [];
  const refreshed: string[] = [];
  const heard: string[] = [];
  // Blanks and letters that a uri escapes.
  const folder = mkdtempSync(join(tmpdir(), 'vrp peer é '));
  cpSync(pair, folder, { recursive: true });
  const client = await LanguageClient.start({
    folder,
    initializationOptions,
    capabilities: {
      ...everything,
      workspace: { ...everything.workspace, textDocumentContent: {} },
      window: { showDocument: { support: true } },
    },
    answers: {
      'window/showDocument': ({ uri }: { uri: string }) => {
        shown.push(uri);
        return { success: true };
      },
      'workspace/textDocumentContent/refresh': ({ uri }: { uri: string }) => void refreshed.push(uri),
    },
    hear: (message) => heard.push(JSON.stringify(message)),
  });
  started.push(client);
  await client.until(() => client.found('BRAS-South.cfg').length > 0, 'findings');
  const content = async (uri: string): Promise<string> =>
    ((await client.request('workspace/textDocumentContent', { uri })).result as { text: string }).text;
  return { client, shown, refreshed, heard, content };
}

test('a command opens the peer as a document, which follows the edits of both files', async () => {
  const { client, shown, refreshed, heard, content } = await start();
  assert.ok(heard.some((text) => text.includes('"textDocumentContent":{"schemes":["vrp-peer"]}')));
  const { result } = await client.request('workspace/executeCommand', {
    command: serverCommands.openPeer,
    arguments: [client.uri('BRAS-South.cfg')],
  });
  const uri = result as string;
  assert.match(uri, /^vrp-peer:\/BRAS-North%20as%20BRAS-South\.vrp\?/);
  assert.deepEqual(shown, [uri]);
  // Neither file is open.
  const text = await content(uri);
  const own = readFileSync(join(pair, 'BRAS-South.cfg'), 'utf8').split('\n');
  assert.equal(text.split('\n')[0], own[0]);
  assert.match(text, /port 7011$/m);
  const north = readFileSync(join(pair, 'BRAS-North.cfg'), 'utf8');
  client.open('BRAS-North.cfg', north);
  client.change('BRAS-North.cfg', { text: north.replace('port 7011', 'port 7017') });
  await client.until(() => refreshed.includes(uri), 'a refresh');
  assert.match(await content(uri), /port 7017$/m);
});

test('what names no pair is empty, whatever the client asks for', async () => {
  const { client, content } = await start();
  const files = { a: client.uri('BRAS-South.cfg'), b: client.uri('nothing.cfg') };
  for (const uri of [
    'vrp-peer:/x.vrp',
    'vrp-peer:/x.vrp?%',
    'vrp-peer:/x.vrp?%7B%7D',
    'vrp-peer:/x.vrp?[1,2]',
    'file:///etc/passwd',
    peerUri({ a: { file: files.a, name: 'A' }, b: { file: files.b, name: 'B' } } as never, (file) => file),
  ])
    assert.equal(await content(uri), '', uri);
});

test('our own client makes these documents itself', async () => {
  const { heard } = await start({ views: true });
  assert.ok(!heard.some((text) => text.includes('"textDocumentContent"')));
});

test('a uri gives back the files that it was made of; no more are remembered than anybody looks at', () => {
  const sides = { a: { file: 'file:///a b/ü?&#.cfg', name: 'A/1' }, b: { file: 'file:///b.cfg', name: 'B' } };
  const uri = peerUri(sides as never, (file) => file);
  assert.doesNotMatch(uri, /[ #"]/);
  assert.deepEqual(filesOfPeerUri(uri), { uri: sides.a.file, peer: sides.b.file });
  const given = new GivenPeers();
  for (let at = 0; at < 20; at++) given.give(String(at));
  given.give('14');
  assert.deepEqual(given.all(), ['12', '13', '15', '16', '17', '18', '19', '14']);
});
