// A thousand documents that are opened at once: what is asked between them is answered between them, and not behind the last.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LanguageClient, type Message } from '../support/language-client';

const documents = 1000;
const every = 100;

const router = (n: number) => `#
sysname R${n}
#
interface GigabitEthernet0/1/0
 ip address 10.${n >> 8}.${n & 255}.1 255.255.255.0
 vrrp vrid 1 virtual-ip 10.${n >> 8}.${n & 255}.254
 vrrp vrid 1 priority 300
#
return
`;

test('many documents: requests are answered while later documents wait', async (t) => {
  const said: Message[] = [];
  const client = await LanguageClient.start({ hear: (message) => void said.push(message) });
  t.after(() => client.stop());
  const uri = (n: number) => client.uri(`${n}.cfg`);
  const frames = Array.from({ length: documents }, (_, n) => [
    client.frame({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri: uri(n), languageId: 'vrp', version: 1, text: router(n) } },
    }),
    ...((n + 1) % every === 0
      ? [
          client.frame({
            id: 10_000 + n,
            method: 'textDocument/documentSymbol',
            params: { textDocument: { uri: uri(n) } },
          }),
        ]
      : []),
  ]).flat();
  client.raw(Buffer.concat(frames));
  await client.until(() => client.found(`${documents - 1}.cfg`).length > 0, 'the last one is checked', 120_000);

  const published = (message: Message) =>
    message.method === 'textDocument/publishDiagnostics' ? (message.params as { uri: string }).uri : undefined;
  const answers = said.flatMap((message, at) => (Number(message.id) >= 10_000 ? [{ message, at }] : []));
  assert.deepEqual(
    answers.map(({ message }) => Number(message.id) - 10_000),
    Array.from({ length: documents / every }, (_, n) => (n + 1) * every - 1),
    'each once, in order',
  );
  for (const { message, at } of answers) {
    assert.ok(Array.isArray(message.result) && message.result.length > 0, JSON.stringify(message));
    const asked = Number(message.id) - 10_000;
    const known = new Set(said.slice(0, at).map(published));
    // Nothing is said of a document that was opened behind the question.
    for (let n = asked + 1; n < documents; n++) assert.ok(!known.has(uri(n)), `${n} before the answer to ${asked}`);
  }
  const found = new Set(said.map(published).filter((one) => one !== undefined));
  assert.equal(found.size, documents);
});
