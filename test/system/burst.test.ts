// Two hundred edits at once and requests between them, and requests that are cancelled while others wait: over stdio with the
// built server. What waits in front of a cancelled request is a check of a large file, so that the order of answers tells.
import assert from 'node:assert/strict';
import { before, test, type TestContext } from 'node:test';
import { CancellationTokenSource, type DocumentSymbol } from 'vscode-languageserver';
import { guard } from '../../server/src/lsp/error-guard';
import { carrier } from '../bench/text';
import { LanguageClient, positionAt, rangeOf, type Message } from '../support/language-client';

const cancelled = -32800;
let large: string;
before(() => {
  large = carrier(0, 4_000);
});

/** A server with the large file open and checked; `said` is all it says from then on. */
async function server(t: TestContext): Promise<{
  client: LanguageClient;
  said: Message[];
  asking: (method: string, more?: object) => { id: number; bytes: Buffer };
}> {
  const messages: Message[] = [];
  const client = await LanguageClient.start({
    files: { 'B.cfg': carrier(1, 4_000) },
    hear: (message) => void messages.push(message),
  });
  t.after(() => client.stop());
  client.open('A.cfg', large);
  await client.until(
    () =>
      client.statuses.has(client.uri('A.cfg')) &&
      client.heard.some(({ params }) => (params as { value?: { kind?: string } } | undefined)?.value?.kind === 'end'),
    'both are checked',
  );
  await client.ask('workspace/symbol', { query: 'nothing' });
  messages.length = 0;
  let last = 10_000;
  return {
    client,
    said: messages,
    asking(method, more = {}) {
      const id = ++last;
      return {
        id,
        bytes: client.frame({
          id,
          method,
          params: { textDocument: { uri: client.uri('A.cfg') }, position: { line: 6, character: 3 }, ...more },
        }),
      };
    },
  };
}

const cancel = (client: LanguageClient, id: number) => client.frame({ method: '$/cancelRequest', params: { id } });
const change = (client: LanguageClient, version: number, ...contentChanges: object[]) =>
  client.frame({
    method: 'textDocument/didChange',
    params: { textDocument: { uri: client.uri('A.cfg'), version }, contentChanges },
  });
const answersTo = (messages: readonly Message[], id: number) =>
  messages.filter((message) => message.id === id && message.method === undefined);
const published = (client: LanguageClient, messages: readonly Message[], name: string) =>
  messages.filter(
    ({ method, params }) =>
      method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === client.uri(name),
  ).length;

test('200 edits with requests between them: each answer is of the newest text, and one check is at the end', async (t) => {
  const { client, said } = await server(t);
  const name = rangeOf(large, 'LoopBack0');
  const port = rangeOf(large, '2000');
  const frames: Buffer[] = [];
  const asked = new Map<number, string>();
  let shown = 'LoopBack0';
  for (let edit = 1; edit <= 200; edit++) {
    // Of four edits two change a name that the outline shows, one makes the port wrong and one right; after the last it is wrong.
    const to = `LoopBack${edit}`;
    if (edit % 2 === 1)
      frames.push(
        change(client, edit + 1, {
          range: { start: name.start, end: { ...name.start, character: name.start.character + shown.length } },
          text: to,
        }),
      );
    else frames.push(change(client, edit + 1, { range: port, text: edit % 4 === 0 ? '2001' : '2000' }));
    if (edit % 2 === 1) shown = to;
    if (edit % 20 !== 11) continue;
    asked.set(20_000 + edit, `interface ${to}`);
    frames.push(
      client.frame({
        id: 20_000 + edit,
        method: 'textDocument/documentSymbol',
        params: { textDocument: { uri: client.uri('A.cfg') } },
      }),
    );
  }
  const burst = Buffer.concat(frames);
  assert.ok(burst.length < 60_000, 'more does not fit into the pipe at once, and would be two bursts');
  const start = Date.now();
  client.raw(burst);
  await client.until(
    () => [...asked.keys()].every((id) => answersTo(said, id).length > 0),
    'all requests are answered',
  );
  await client.until(
    () => published(client, said, 'A.cfg') > 0 && published(client, said, 'B.cfg') > 0,
    'the wrong port is told on both sides',
  );
  const seconds = Math.floor((Date.now() - start) / 1000);
  for (const [id, interfaceName] of asked) {
    const [answer, ...others] = answersTo(said, id);
    assert.deepEqual(others, []);
    const names = (answer!.result as DocumentSymbol[]).map((documentSymbol) => documentSymbol.name);
    assert.ok(names.includes(interfaceName), `${interfaceName} is in the answer`);
    assert.equal(names.filter((one) => /^interface LoopBack/.test(one)).length, 1);
  }
  await client.ask('workspace/symbol', { query: 'nothing' });
  // On a machine that needs longer for it the check is not put off for more than a second.
  assert.ok(published(client, said, 'A.cfg') <= 1 + seconds, 'one check');
  if (seconds === 0)
    assert.ok(
      said.findIndex(({ method }) => method === 'textDocument/publishDiagnostics') >
        said.findLastIndex(({ id }) => asked.has(Number(id))),
      'behind the last of the requests',
    );
});

test('a request that is cancelled while it waits is answered at once, before what waits in front of it, and is never begun', async (t) => {
  const { client, said, asking } = await server(t);
  const range = rangeOf(large, '2000');
  const methods: [string, object?][] = [
    ['textDocument/hover'],
    ['textDocument/completion'],
    ['textDocument/codeAction', { range, context: { diagnostics: [], only: ['source.fixAll'] } }],
    ['textDocument/formatting', { options: { tabSize: 1, insertSpaces: true } }],
    ['textDocument/semanticTokens/full'],
    ['vrp/scenarios'],
    ['vrp/comparison', { uri: client.uri('A.cfg') }],
  ];
  const first = asking('textDocument/documentSymbol');
  const unwanted = methods.map(([method, more]) => asking(method, more));
  const wanted = asking('textDocument/foldingRange');
  client.raw(
    Buffer.concat([
      change(client, 2, { range, text: '2001' }),
      first.bytes,
      ...unwanted.map(({ bytes }) => bytes),
      ...unwanted.map(({ id }) => cancel(client, id)),
      wanted.bytes,
    ]),
  );
  await client.until(
    () => published(client, said, 'B.cfg') > 0 && answersTo(said, wanted.id).length > 0,
    'what is not cancelled is answered, and the file is checked',
  );
  // Late, unknown and repeated ones change nothing.
  client.raw(Buffer.concat([first, ...unwanted].map(({ id }) => cancel(client, id)).concat(cancel(client, 99_999))));
  await client.ask('workspace/symbol', { query: 'nothing' });
  const place = (id: number) => said.findIndex((message) => message.id === id && message.method === undefined);
  unwanted.forEach(({ id }, index) => {
    const all = answersTo(said, id);
    assert.deepEqual(
      all.map((message) => message.error?.code),
      [cancelled],
      methods[index]![0],
    );
    assert.ok(place(id) < place(first.id), `${methods[index]![0]} does not wait for what was asked before it`);
  });
  for (const { id } of [first, wanted]) {
    assert.equal(answersTo(said, id).length, 1);
    assert.ok(answersTo(said, id)[0]!.result !== null);
  }
  assert.equal(client.log, '', 'nothing to tell');
});

test('one that is cancelled while it is worked on, or a moment before or after, is answered once', async (t) => {
  const { client, said, asking } = await server(t);
  const ids: number[] = [];
  for (let round = 0; round < 60; round++) {
    const at = positionAt(large, large.length >> 1);
    client.raw(change(client, round + 2, { range: { start: at, end: at }, text: round % 2 === 0 ? 'x' : '' }));
    const one = asking(['textDocument/hover', 'textDocument/codeAction', 'vrp/scenarios'][round % 3]!, {
      range: rangeOf(large, '2000'),
      context: { diagnostics: [], only: ['', 'source'] },
    });
    ids.push(one.id);
    client.raw(one.bytes);
    for (let pause = 0; pause < round % 5; pause++) await new Promise((resolve) => setImmediate(resolve));
    client.raw(cancel(client, one.id));
  }
  await client.until(() => ids.every((id) => answersTo(said, id).length > 0), 'all are answered');
  await client.ask('workspace/symbol', { query: 'nothing' });
  for (const id of ids) {
    const [answer, ...others] = answersTo(said, id);
    assert.deepEqual(others, []);
    assert.ok(answer!.error === undefined || answer!.error.code === cancelled);
  }
});

test('what is cancelled is not begun, and what it found is not sent', async () => {
  const { request } = guard({ error: (line) => assert.fail(line), info: () => undefined });
  const source = new CancellationTokenSource();
  let begun = 0;
  const asked = request('hover', (_params: object, _token: unknown) => {
    begun++;
    return 'found';
  });
  assert.equal(asked({}, source.token), 'found');
  const later = request('actions', async (_params: object, _token: unknown) => {
    await Promise.resolve();
    return 'found';
  });
  const answer = later({}, source.token);
  source.cancel();
  const isCancelled = (error: unknown) => (error as { code?: number }).code === cancelled;
  await assert.rejects(async () => answer, isCancelled);
  assert.throws(() => asked({}, source.token), isCancelled);
  assert.equal(begun, 1);
  // Parameters that look like it are parameters.
  assert.equal(asked({ isCancellationRequested: true }, undefined), 'found');
});
