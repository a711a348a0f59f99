// A secret in every command of the catalogue that takes one, in each spelling; every request is asked at hundreds of them, and no
// message of the server holds one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/check-text';
import { LanguageClient } from '../support/language-client';
import { isLong } from '../support/long';
import { everyParameter, ownRequests } from '../support/own-requests';
import { everySecretCommand, leaked } from '../support/planted-secrets';

const names = ['mld-mistakes/BRAS-North.cfg', 'mld-mistakes/BRAS-South.cfg'];

/** Asked at a place of a row. */
const atPlaces = [
  'hover',
  'completion',
  'signatureHelp',
  'definition',
  'references',
  'documentHighlight',
  'prepareRename',
];
/** The requests stand at every seventh of the lines; what is said of the whole file speaks of all. */
const stride = isLong ? 7 : 21;
/** Asked of the document. */
const ofDocument = ['documentSymbol', 'foldingRange', 'semanticTokens/full', 'documentLink', 'codeLens', 'inlayHint'];

test('secrets: of every command and spelling, in no message of the server', async (t) => {
  const texts = names.map((name, side) => everySecretCommand(readFileSync(join(root, 'examples', name), 'utf8'), side));
  const client = await LanguageClient.start({
    files: { 'North.cfg': texts[0]!, 'South.cfg': texts[1]! },
    initializationOptions: { commands: true, views: true },
  });
  t.after(() => client.stop());
  client.notify('$/setTrace', { value: 'verbose' });
  client.open('North.cfg', texts[0]!);
  await client.until(() => client.found('North.cfg').length > 3, 'findings');
  const uri = client.uri('North.cfg');
  const textDocument = { uri };
  const leaks: string[] = [];
  const ask = async (method: string, params: unknown) => {
    const answer = await client.request(method, params);
    leaks.push(...leaked(method, JSON.stringify(answer)));
  };

  const rows = texts[0]!.split('\n');
  const planted = [...rows.entries()].filter(([, row]) => row.includes('hush'));
  const asked = planted.filter((_, index) => index % stride === 0);
  assert.ok(asked.length > (isLong ? 500 : 150), `${asked.length} of ${planted.length} lines`);
  for (const [line, row] of asked) {
    const places = [row.indexOf('hush') + 1, row.length].map((character) => ({ line, character }));
    const range = { start: { line, character: 0 }, end: { line, character: row.length } };
    await Promise.all([
      ...places.flatMap((position) =>
        atPlaces.map((method) =>
          ask(`textDocument/${method}`, { textDocument, position, context: { includeDeclaration: true } }),
        ),
      ),
      ask('vrp/peer', { uri, position: places[0] }),
      ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
    ]);
  }
  const whole = { start: { line: 0, character: 0 }, end: { line: rows.length, character: 0 } };
  for (const method of ofDocument) await ask(`textDocument/${method}`, { textDocument, range: whole });
  await ask('workspace/symbol', { query: '' });
  for (const method of ownRequests)
    await ask(method, everyParameter({ uri, peer: client.uri('South.cfg'), range: whole }));
  for (const { method, params } of client.heard) leaks.push(...leaked(method, JSON.stringify(params)));
  leaks.push(...leaked('log', JSON.stringify(client.log)));
  assert.deepEqual(leaks.slice(0, 10), []);
});
