// Files that the server cannot reach are asked of the client: those of folders that are not on the disk.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { filesOfBoth } from '../../server/src/lsp/client-files';
import { root } from '../support/check-text';
import { LanguageClient } from '../support/language-client';

const folder = 'memfs:/site';
const contents = new Map<string, string>([
  ...['BRAS-North.cfg', 'BRAS-South.cfg'].map((name): [string, string] => [
    `${folder}/configs/${name}`,
    readFileSync(join(root, 'examples/mld-mistakes', name), 'utf8'),
  ]),
  [`${folder}/drafts/Copy.cfg`, readFileSync(join(root, 'examples/mld-mistakes/BRAS-North.cfg'), 'utf8')],
  [`${folder}/.vrp.json`, '{ "exclude": ["drafts/"], "rules": { "rbp-backup-id-mismatch": "off" } }'],
]);
const asked: string[] = [];

const answers = {
  'vrp/list': ({ folder: of }: { folder: string }) => [...contents.keys()].filter((uri) => uri.startsWith(of)),
  'vrp/read': ({ uri, limit }: { uri: string; limit?: number }) => {
    asked.push(uri);
    const text = contents.get(uri);
    return text === undefined ? null : Buffer.from(text).subarray(0, limit).toString('base64');
  },
};

let client: LanguageClient;
before(async () => {
  client = await LanguageClient.start({ folderUri: folder, answers, initializationOptions: { files: true } });
});
after(() => client.stop());

test('closed files of such a folder are devices with findings, and its settings hold', async () => {
  const south = `${folder}/configs/BRAS-South.cfg`;
  await client.until(() => (client.diagnostics.get(south) ?? []).length > 0, 'findings');
  const rules = client.diagnostics.get(south)!.map(({ code }) => code);
  assert.ok(rules.includes('rbs-port-mismatch'), rules.join());
  assert.ok(!rules.includes('rbp-backup-id-mismatch'), rules.join());
  assert.ok(!client.diagnostics.has(`${folder}/drafts/Copy.cfg`));
  assert.ok(asked.includes(`${folder}/.vrp.json`));
});

test('without the offer nothing is asked, and files of the disk are read by the server', async () => {
  const own = { list: async () => ['file:///a'], read: async () => new Uint8Array([1]) };
  const sent: string[] = [];
  const connection = {
    sendRequest: (async (method: string) => {
      sent.push(method);
      throw new Error('the client knows no such request');
    }) as never,
  };
  const silent = filesOfBoth(own, connection, () => false);
  assert.deepEqual(await silent.list('memfs:/a', () => true), ['file:///a']);
  const both = filesOfBoth(own, connection, () => true);
  assert.deepEqual(await both.read('file:///a'), new Uint8Array([1]));
  assert.deepEqual(sent, []);
  // What the client cannot answer is not there.
  assert.equal(await both.read('memfs:/a'), undefined);
  assert.deepEqual(await both.list('memfs:/', () => true), []);
  assert.deepEqual(sent, ['vrp/read', 'vrp/list']);
});
