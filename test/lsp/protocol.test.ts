// The built server over stdio, as any editor meets it: findings on both sides of a pair while one of them is typed in, fixes
// that reach files that are not open, and everything a client should not do.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { CodeAction, CompletionList, Diagnostic, DocumentSymbol, Hover, Location } from 'vscode-languageserver';
import { edited, root } from '../support/check-text';
import { dist, LanguageClient, positionAt, rangeOf, type ServerOptions } from '../support/language-client';
import { isLong } from '../support/long';

const north = readFileSync(join(root, 'examples/mld/BRAS-North.cfg'), 'utf8');
const south = readFileSync(join(root, 'examples/mld/BRAS-South.cfg'), 'utf8');
const pair = { 'North.cfg': north, 'South.cfg': south };

async function server(t: TestContext, options: ServerOptions = {}): Promise<LanguageClient> {
  const client = await LanguageClient.start(options);
  t.after(() => client.stop());
  return client;
}

/** Megabytes of the largest file. */
const huge = isLong ? 50 : 12;
const problems = (list: readonly Diagnostic[]) => list.filter((diagnostic) => (diagnostic.severity ?? 1) <= 2);
const codes = (list: readonly Diagnostic[]) =>
  problems(list)
    .map((diagnostic) => String(diagnostic.code))
    .sort();
const overlaps = (diagnostic: Diagnostic, line: number) =>
  diagnostic.range.start.line <= line && diagnostic.range.end.line >= line;

/** Applies the part of an action that concerns an open document, as the editor does. */
function applyOpen(client: LanguageClient, name: string, text: string, action: CodeAction): string {
  const change = client.edits(action).get(name);
  assert.ok(change, `${action.title} edits ${name}`);
  assert.equal(change.textDocument.version, client.version(name), 'the version of an open document');
  const after = edited(text, change.edits as never);
  client.change(name, { text: after });
  return after;
}

test('one file of a pair is opened, both get findings', async (t) => {
  const mistakes = (name: string) => readFileSync(join(root, 'examples/mld-mistakes', `BRAS-${name}`), 'utf8');
  const client = await server(t, { files: { 'North.cfg': mistakes('North.cfg'), 'South.cfg': mistakes('South.cfg') } });
  client.open('North.cfg', mistakes('North.cfg'));
  await client.until(
    () => problems(client.found('North.cfg')).length > 0 && problems(client.found('South.cfg')).length > 0,
    'findings on both sides',
  );
  for (const name of ['North.cfg', 'South.cfg']) {
    for (const diagnostic of client.found(name)) {
      assert.equal(diagnostic.source, 'vrp');
      assert.match(String(diagnostic.code), /^[a-z][a-z\d-]+$/);
      assert.ok(
        typeof diagnostic.message === 'string' && diagnostic.message.length > 0 && !diagnostic.message.includes('\n'),
      );
      assert.equal(diagnostic.tags, undefined);
      assert.match(diagnostic.codeDescription?.href ?? '', new RegExp(`^file:.*/docs/rules/${diagnostic.code}\\.md$`));
    }
  }
  const other = { 'North.cfg': 'South.cfg', 'South.cfg': 'North.cfg' };
  assert.ok(
    client
      .found('North.cfg')
      .some((diagnostic) =>
        diagnostic.relatedInformation?.some((info) => info.location.uri === client.uri(other['North.cfg'])),
      ),
    'related information leads into the peer',
  );
  await client.until(
    () =>
      (client.statuses.get(client.uri('North.cfg')) as { peer?: { uri: string } } | undefined)?.peer?.uri ===
      client.uri('South.cfg'),
    'the status names the peer',
  );
  const peer = await client.ask<{ uri: string } | null>('vrp/peer', { uri: client.uri('North.cfg') });
  assert.equal(peer?.uri, client.uri('South.cfg'));
  assert.ok(
    client.heard.some(({ method }) => method === '$/progress'),
    'progress is reported',
  );
});

for (const side of ['here', 'there'] as const) {
  test(`the port is changed in one file: both are told, and mended ${side}`, async (t) => {
    const client = await server(t, { files: pair });
    client.open('North.cfg', north);
    await client.until(() => client.statuses.has(client.uri('North.cfg')), 'the pair is checked');
    assert.deepEqual(codes(client.found('North.cfg')), []);
    assert.deepEqual(codes(client.found('South.cfg')), []);

    const port = rangeOf(north, '7011');
    client.change('North.cfg', { range: port, text: '7012' });
    const wrong = edited(north, [{ range: port, newText: '7012' }]);
    const southLine = rangeOf(south, '7011').start.line;
    await client.until(
      () =>
        problems(client.found('North.cfg')).some((diagnostic) => overlaps(diagnostic, port.start.line)) &&
        problems(client.found('South.cfg')).some((diagnostic) => overlaps(diagnostic, southLine)),
      'both files are told',
    );
    const finding = problems(client.found('North.cfg')).find((diagnostic) => overlaps(diagnostic, port.start.line))!;
    assert.deepEqual(finding.range, port, 'the range is the value');
    assert.equal(finding.relatedInformation?.[0]?.location.uri, client.uri('South.cfg'));

    const actions = await client.actions('North.cfg', finding.range);
    const name = side === 'here' ? 'North.cfg' : 'South.cfg';
    const action = actions.find((codeAction) => client.edits(codeAction).has(name));
    assert.ok(action, `a fix of ${name} among: ${actions.map((codeAction) => codeAction.title).join('; ')}`);
    assert.equal(action.kind, 'quickfix');
    assert.equal(action.diagnostics?.[0]?.code, finding.code);
    if (side === 'here') applyOpen(client, 'North.cfg', wrong, action);
    else {
      const change = client.edits(action).get('South.cfg')!;
      assert.equal(change.textDocument.version, null, 'a closed file has no version');
      writeFileSync(join(client.folder, 'South.cfg'), edited(south, change.edits as never));
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('South.cfg'), type: 2 }] });
    }
    await client.until(
      () => problems(client.found('North.cfg')).length === 0 && problems(client.found('South.cfg')).length === 0,
      'both files are clean again',
    );
  });
}

test('a fix that needs both files is one edit of both', async (t) => {
  // The virtual IP is one for both devices: mended on one side only, the two would differ.
  const [brokenNorth, brokenSouth] = [north, south].map((text) =>
    text.replace('2001:DB8:A10::FF', '2001:DB8:A11::FF'),
  ) as [string, string];
  const client = await server(t, { files: { 'North.cfg': brokenNorth, 'South.cfg': brokenSouth } });
  client.open('North.cfg', brokenNorth);
  await client.until(
    () => problems(client.found('North.cfg')).length > 0 && problems(client.found('South.cfg')).length > 0,
    'both files are told',
  );
  const actions = await client.actions('North.cfg', rangeOf(brokenNorth, '2001:DB8:A11::FF'));
  const both = actions.find((codeAction) => client.edits(codeAction).size === 2);
  assert.ok(
    both,
    `a fix of both files among: ${actions.map((codeAction) => `${codeAction.title} (${[...client.edits(codeAction).keys()].join(', ')})`).join('; ')}`,
  );
  assert.ok(both.edit?.documentChanges, 'as versioned document changes');
  applyOpen(client, 'North.cfg', brokenNorth, both);
  writeFileSync(
    join(client.folder, 'South.cfg'),
    edited(brokenSouth, client.edits(both).get('South.cfg')!.edits as never),
  );
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('South.cfg'), type: 2 }] });
  await client.until(
    () => problems(client.found('North.cfg')).length === 0 && problems(client.found('South.cfg')).length === 0,
    'both files are clean again',
  );
});

test('fix-all takes the safe ones and only them', async (t) => {
  const broken = north.replace(' pim ipv6 ignore dr-state\n', '').replace(' pim ipv6 ignore assert-state\n', '');
  const client = await server(t, { files: { 'South.cfg': south } });
  client.open('North.cfg', broken);
  await client.until(() => problems(client.found('North.cfg')).length > 0, 'the fault is found');
  const [all, ...more] = await client.actions('North.cfg', rangeOf(broken, 'sysname'), ['source.fixAll']);
  assert.ok(all);
  assert.deepEqual(more, []);
  assert.equal(all.kind, 'source.fixAll.vrp');
  applyOpen(client, 'North.cfg', broken, all);
  await client.until(() => problems(client.found('North.cfg')).length === 0, 'the file is clean');
  assert.deepEqual(await client.actions('North.cfg', rangeOf(broken, 'sysname'), ['source.organizeImports']), []);
});

test('an edit of a closed file is offered only where every editor reads it alike', async (t) => {
  const wrong = south.replace('port 7011', 'port 7012').replace('access switch', 'd\u00e9p\u00f4t');
  const client = await server(t, { files: { 'North.cfg': north, 'South.cfg': Buffer.from(wrong, 'latin1') } });
  client.open('North.cfg', north);
  await client.until(() => problems(client.found('North.cfg')).length > 0, 'the fault is found');
  const actions = await client.actions('North.cfg', rangeOf(north, '7011'));
  assert.ok(
    actions.some((codeAction) => client.edits(codeAction).has('North.cfg')),
    'the open file can be mended',
  );
  const refused = actions.find((codeAction) => codeAction.disabled);
  assert.match(refused?.disabled?.reason ?? '', /South\.cfg is not UTF-8.*files\.encoding/);
  assert.ok(!actions.some((codeAction) => client.edits(codeAction).has('South.cfg')));
});

test('a fix that waits for a file of another encoding leads our own client to that file', async (t) => {
  const gbk = Buffer.from([0xc9, 0xcf, 0xba, 0xa3]);
  const [before, after] = south.replace('port 7011', 'port 7012').split('access switch') as [string, string];
  const bytes = Buffer.concat([Buffer.from(before), gbk, Buffer.from(after)]);
  const client = await server(t, {
    files: { 'North.cfg': north, 'South.cfg': bytes },
    initializationOptions: { commands: true },
  });
  client.open('North.cfg', north);
  await client.until(() => problems(client.found('North.cfg')).length > 0, 'the fault is found');
  const actions = await client.actions('North.cfg', rangeOf(north, '7011'));
  assert.ok(actions.every(({ kind, disabled }) => kind !== 'quickfix' || disabled === undefined));
  const waiting = actions.find(({ command }) => command?.command === 'vrp.openToFix');
  assert.ok(waiting);
  assert.match(waiting.title, /on BRAS-South, as BRAS-North does \(first open South\.cfg as GB18030\)$/);
  assert.deepEqual(waiting.command!.arguments, [client.uri('South.cfg'), 'gb18030']);
  assert.equal(waiting.edit, undefined);
});

test('a closed file that changed unseen is read again before it is edited', async (t) => {
  const client = await server(t, {
    files: { 'North.cfg': north, 'South.cfg': south.replace('port 7011', 'port 7012') },
  });
  client.open('North.cfg', north);
  await client.until(() => problems(client.found('North.cfg')).length > 0, 'the fault is found');
  // One more line above: the fix must follow it.
  const moved = south.replace('#\n', '#\nclock timezone x add 01:00:00\n#\n').replace('port 7011', 'port 7012');
  writeFileSync(join(client.folder, 'South.cfg'), moved);
  const actions = await client.actions('North.cfg', rangeOf(north, '7011'));
  const action = actions.find((codeAction) => client.edits(codeAction).has('South.cfg'))!;
  assert.equal(
    edited(moved, client.edits(action).get('South.cfg')!.edits as never),
    moved.replace('port 7012', 'port 7011'),
  );
});

test('files come, change and go on disk', async (t) => {
  const client = await server(t, {
    files: { 'North.cfg': north, 'notes.txt': 'nothing of ours', 'blob.cfg': new Uint8Array([35, 10, 0, 1, 2]) },
  });
  client.open('North.cfg', north);
  await client.until(() => client.statuses.has(client.uri('North.cfg')), 'the file is checked');
  const status = () => client.statuses.get(client.uri('North.cfg')) as { peer?: { device: string } };
  assert.equal(status().peer, undefined);
  const reported = (type: number) =>
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('South.cfg'), type }] });
  writeFileSync(join(client.folder, 'South.cfg'), south);
  reported(1);
  await client.until(() => status().peer?.device === 'BRAS-South', 'the new file is the peer');
  writeFileSync(join(client.folder, 'South.cfg'), south.replace('port 7011', 'port 7012'));
  reported(2);
  await client.until(
    () => problems(client.found('North.cfg')).length > 0 && problems(client.found('South.cfg')).length > 0,
    'the change is seen',
  );
  rmSync(join(client.folder, 'South.cfg'));
  reported(3);
  await client.until(() => status().peer === undefined && client.found('South.cfg').length === 0, 'the file is gone');
});

test('a document that is closed goes back to what is on disk; one spelling or another, it is one file', async (t) => {
  const client = await server(t, { files: pair });
  const spelled = client.uri('North.cfg').replace('North', '%4Eorth');
  client.notify('textDocument/didOpen', {
    textDocument: { uri: spelled, languageId: 'vrp', version: 1, text: north.replace('port 7011', 'port 7012') },
  });
  await client.until(
    () => problems(client.diagnostics.get(spelled) ?? []).length > 0 && problems(client.found('South.cfg')).length > 0,
    'the unsaved text counts, under the spelling of the client',
  );
  client.notify('textDocument/didClose', { textDocument: { uri: spelled } });
  await client.until(() => problems(client.found('South.cfg')).length === 0, 'the text on disk counts again');
  const outside = `untitled:${'North'}`;
  client.notify('textDocument/didOpen', {
    textDocument: {
      uri: outside,
      languageId: 'vrp',
      version: 1,
      text: '#\ninterface GigabitEthernet0/1/2\n vrrp6 vrid 1 preempt-mode timer delay 99999\n#\n',
    },
  });
  await client.until(() => (client.diagnostics.get(outside) ?? []).length > 0, 'an untitled document is checked');
  client.notify('textDocument/didClose', { textDocument: { uri: outside } });
  await client.until(() => (client.diagnostics.get(outside) ?? []).length === 0, 'and forgotten');
});

test('a document closed while it is being checked leaves both files right', async (t) => {
  const client = await server(t, { files: pair });
  client.open('South.cfg', south);
  await client.until(() => client.statuses.has(client.uri('South.cfg')), 'the pair is checked');
  const document = { uri: client.uri('North.cfg') };
  for (let round = 0; round < 20; round++) {
    client.raw(
      Buffer.concat([
        client.frame({
          method: 'textDocument/didOpen',
          params: { textDocument: { ...document, languageId: 'vrp', version: 1, text: north } },
        }),
        client.frame({
          method: 'textDocument/didChange',
          params: {
            textDocument: { ...document, version: 2 },
            contentChanges: [{ range: rangeOf(north, '7011'), text: '7012' }],
          },
        }),
        ...(round % 2 === 0
          ? [
              client.frame({
                id: 10_000 + round,
                method: 'textDocument/hover',
                params: { textDocument: document, position: { line: 5, character: 3 } },
              }),
            ]
          : []),
        client.frame({ method: 'textDocument/didClose', params: { textDocument: document } }),
      ]),
    );
    if (round % 3 === 0)
      await client.ask('textDocument/documentSymbol', { textDocument: { uri: client.uri('South.cfg') } });
  }
  await client.ask('textDocument/documentSymbol', { textDocument: { uri: client.uri('South.cfg') } });
  await client.until(
    () => problems(client.found('North.cfg')).length === 0 && problems(client.found('South.cfg')).length === 0,
    'what is on disk counts',
  );
  client.change('South.cfg', { range: rangeOf(south, '7011'), text: '7013' });
  await client.until(() => problems(client.found('North.cfg')).length > 0, 'and goes on counting');
  assert.ok(!client.exited);
});

test('a keyword that must go on has its blank and the next list where the client has a command for it', async (t) => {
  for (const nextListCommand of ['vrp.suggestNext', undefined]) {
    const client = await LanguageClient.start({ files: {}, initializationOptions: { nextListCommand } });
    t.after(() => client.stop());
    client.open('A.cfg', '#\nsysn');
    const list = await client.ask<CompletionList>('textDocument/completion', {
      textDocument: { uri: client.uri('A.cfg') },
      position: { line: 1, character: 4 },
    });
    assert.equal(list.isIncomplete, true, 'asked anew with every key');
    const item = list.items.find((completionItem) => completionItem.label === 'sysname')!;
    const written = item.textEditText ?? (item.textEdit as { newText: string } | undefined)?.newText ?? item.label;
    assert.equal(written, nextListCommand === undefined ? 'sysname' : 'sysname ');
    assert.equal(item.command?.command, nextListCommand);
  }
});

test('completion, hover, definition, references, outline and folding answer', async (t) => {
  const client = await server(t, { files: pair });
  client.open('North.cfg', north);
  const textDocument = { uri: client.uri('North.cfg') };
  await client.until(
    () => (client.statuses.get(textDocument.uri) as { peer?: unknown } | undefined)?.peer !== undefined,
    'the peer is read',
  );
  const at = (needle: string, within: string) => ({ textDocument, position: rangeOf(north, needle, within).start });

  const hover = await client.ask<Hover>('textDocument/hover', at('600', 'delay 600'));
  assert.match((hover.contents as { value: string }).value, /0-10800[^]*DHCPv6 relay hot backup, step 1\.7/);
  assert.deepEqual(hover.range, rangeOf(north, '600', 'delay 600'));

  const list = await client.ask<CompletionList>('textDocument/completion', {
    textDocument,
    position: rangeOf(north, 'preempt-mode').start,
  });
  const item = list.items.find((completionItem) => completionItem.label === 'preempt-mode')!;
  assert.ok(item, 'preempt-mode is offered behind `vrrp6 vrid 1`');
  assert.ok(list.itemDefaults?.editRange);
  const resolved = await client.ask<{ documentation?: { value: string } }>('completionItem/resolve', item);
  assert.match(resolved.documentation?.value ?? '', /preempt-mode/);

  const [made] = await client.ask<Location[]>(
    'textDocument/definition',
    at('core-pair', 'backup-id 21 remote-backup-service core-pair'),
  );
  assert.deepEqual(made, { uri: textDocument.uri, range: rangeOf(north, 'core-pair') });
  const used = await client.ask<Location[]>('textDocument/references', {
    ...at('tv-users', 'remote-backup-profile tv-users'),
    context: { includeDeclaration: true },
  });
  assert.deepEqual(
    used.map(({ uri }) => uri),
    [textDocument.uri, textDocument.uri, client.uri('South.cfg'), client.uri('South.cfg')],
  );

  const outline = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
  assert.ok(
    outline
      .find((documentSymbol) => documentSymbol.name === 'interface GigabitEthernet0/2/4')
      ?.children?.some((documentSymbol) => documentSymbol.name === 'vrrp6 vrid 1'),
  );
  const folds = await client.ask<{ startLine: number }[]>('textDocument/foldingRange', { textDocument });
  assert.ok(
    folds.some(
      (one) =>
        one.startLine ===
        rangeOf(north, 'interface GigabitEthernet0/2/4', '\ninterface GigabitEthernet0/2/4').start.line,
    ),
  );
});

test('a request sees every change sent before it', async (t) => {
  const client = await server(t);
  client.open('A.cfg', '#\nsysname A\n#\n');
  const textDocument = { uri: client.uri('A.cfg') };
  let text = '#\nsysname A\n#\n';
  for (let round = 0; round < 30; round++) {
    const line = `interface LoopBack${round}\n#\n`;
    client.change('A.cfg', {
      range: { start: positionAt(text, text.length), end: positionAt(text, text.length) },
      text: line,
    });
    text += line;
    const hover = await client.ask<Hover | null>('textDocument/hover', {
      textDocument,
      position: positionAt(text, text.length - 5),
    });
    assert.ok(hover, `round ${round}`);
  }
});

test('a burst of changes is checked once', async (t) => {
  const client = await server(t, { files: pair });
  client.open('North.cfg', north);
  await client.until(() => client.statuses.has(client.uri('North.cfg')), 'the pair is checked');
  const published = () =>
    client.heard.filter(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === client.uri('North.cfg'),
    ).length;
  const before = published();
  const textDocument = { uri: client.uri('North.cfg') };
  const { start } = rangeOf(north, '7011');
  const digit = (column: number, text: string) => ({
    range: {
      start: { line: start.line, character: start.character + column },
      end: { line: start.line, character: start.character + column + 1 },
    },
    text,
  });
  // Every change but the last leaves another wrong port.
  client.raw(
    Buffer.concat(
      Array.from({ length: 40 }, (_, index) =>
        client.frame({
          method: 'textDocument/didChange',
          params: {
            textDocument: { ...textDocument, version: 2 + index },
            contentChanges: [digit(3, String(2 + (index % 7)))],
          },
        }),
      ),
    ),
  );
  await client.until(() => problems(client.found('North.cfg')).length > 0, 'the last port is wrong');
  await client.ask('textDocument/documentSymbol', { textDocument });
  assert.equal(published() - before, 1);
});

test('malformed messages and unknown methods leave the server alive', async (t) => {
  const client = await server(t, { files: pair });
  client.open('North.cfg', north);
  const alive = async (what: string) => {
    const outline = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: client.uri('North.cfg') },
    });
    assert.ok(outline.length > 3, what);
  };
  const body = '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"text":"hush-hush';
  client.raw(`Content-Length: ${body.length}\r\n\r\n${body}`);
  await alive('broken JSON');
  client.raw('Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n[]');
  await alive('an empty batch');
  for (const message of [
    'null',
    '42',
    '"hush-hush"',
    '{"jsonrpc":"2.0","secret":"hush-hush"}',
    '{"jsonrpc":"2.0","id":null,"result":"hush-hush"}',
    '{"jsonrpc":"2.0","id":{"x":1},"method":7}',
  ]) {
    client.raw(`Content-Length: ${message.length}\r\n\r\n${message}`);
    await alive(message);
  }
  for (const header of [
    'X-Nothing: 1',
    'no header at all',
    'Content-Length: abc',
    'Content-Length: -5',
    'Content-Length: 99999999999999',
  ]) {
    client.raw(`${header}\r\n\r\n`);
    await alive(header);
  }
  client.raw(Buffer.alloc(200_000, 120));
  await alive('bytes without end');
  assert.equal((await client.request('textDocument/frobnicate', {})).error?.code, -32601);
  assert.equal((await client.request('vrp/unknown', null)).error?.code, -32601);
  client.notify('vrp/unknown', { a: 1 });
  client.notify('$/unknown');
  for (const params of [
    undefined,
    null,
    {},
    [],
    { textDocument: null },
    { textDocument: {} },
    { textDocument: { uri: 7 } },
    { textDocument: { uri: client.uri('North.cfg') }, contentChanges: null },
  ]) {
    for (const method of [
      'textDocument/didOpen',
      'textDocument/didChange',
      'workspace/didChangeWatchedFiles',
      'workspace/didChangeConfiguration',
    ])
      client.notify(method, params);
    for (const method of [
      'textDocument/hover',
      'textDocument/completion',
      'completionItem/resolve',
      'textDocument/codeAction',
      'textDocument/references',
      'vrp/peer',
    ])
      await client.request(method, params);
  }
  for (const params of [undefined, null, {}, { textDocument: { uri: 7 } }])
    client.notify('textDocument/didClose', params);
  await alive('parameters that are none');
  assert.ok(!client.log.includes('hush'), 'nothing of a message is logged');
});

test('unknown documents and positions out of range are answered', async (t) => {
  const client = await server(t, { files: pair });
  client.open('North.cfg', north);
  const methods = [
    'textDocument/hover',
    'textDocument/completion',
    'textDocument/definition',
    'textDocument/references',
  ];
  const odd = [
    { line: 0, character: 100_000 },
    { line: 100_000, character: 0 },
    { line: -1, character: -1 },
    { line: 1.5, character: 2.5 },
    { line: 2 ** 40, character: 2 ** 40 },
    { line: '1', character: null },
    undefined,
  ];
  for (const position of odd) {
    for (const method of methods) {
      assert.equal(
        (
          await client.request(method, {
            textDocument: { uri: client.uri('North.cfg') },
            position,
            context: { includeDeclaration: true },
          })
        ).error,
        undefined,
        `${method} ${JSON.stringify(position)}`,
      );
    }
    assert.ok(Array.isArray(await client.actions('North.cfg', { start: position, end: position } as never)));
    assert.equal((await client.request('vrp/peer', { uri: client.uri('North.cfg'), position })).error, undefined);
  }
  for (const method of [
    ...methods,
    'textDocument/documentSymbol',
    'textDocument/foldingRange',
    'textDocument/codeAction',
  ]) {
    const { result, error } = await client.request(method, {
      textDocument: { uri: 'file:///nowhere/x.cfg' },
      position: { line: 0, character: 0 },
      range: rangeOf(north, 'sysname'),
      context: { diagnostics: [] },
    });
    assert.equal(error, undefined);
    assert.equal(result, null);
  }
  client.change('Other.cfg', { text: 'never opened' });
  client.close('Other.cfg');
  // Changes beyond the ends are what the protocol says: the end of the line, the end of the text.
  const far = { line: 100_000, character: 100_000 };
  client.change(
    'North.cfg',
    { range: { start: far, end: far }, text: 'interface LoopBack77\n#\n' },
    { range: { start: { line: 0, character: 999 }, end: { line: 0, character: 999 } }, text: ' a remark' },
  );
  const outline = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri: client.uri('North.cfg') },
  });
  assert.deepEqual(
    outline.find((documentSymbol) => documentSymbol.name === 'interface LoopBack77')?.range.start.line,
    north.split('\n').length - 1,
  );
});

test('logs and answers never hold a secret of the configuration', async (t) => {
  const secret = '%^%#Aq9-hush-hush%^%#';
  const text = `#\nsysname A\n#\naaa\n local-user ops password irreversible-cipher ${secret}\n#\ninterface GigabitEthernet0/1/2\n vrrp vrid 1 virtual-ip 10.0.0.1\n vrrp vrid 1 authentication-mode md5 ${secret}\n#\n`;
  const client = await server(t, { files: { 'B.cfg': text.replace('sysname A', 'sysname B') } });
  client.open('A.cfg', text);
  await client.until(() => client.statuses.has(client.uri('A.cfg')), 'the file is checked');
  const textDocument = { uri: client.uri('A.cfg') };
  const answers: unknown[] = [];
  for (let line = 0; line < text.split('\n').length; line++) {
    for (const character of [0, 8, 30, 50]) {
      for (const method of ['textDocument/hover', 'textDocument/completion'])
        answers.push(await client.ask(method, { textDocument, position: { line, character } }));
    }
  }
  answers.push(await client.ask('textDocument/documentSymbol', { textDocument }));
  assert.ok(!JSON.stringify([answers, client.heard]).includes('hush'));
  assert.ok(!client.log.includes('hush'));
});

test(
  `a file of ${huge} MB is opened, edited and closed; others are served meanwhile and afterwards`,
  { timeout: 300_000 },
  async (t) => {
    const client = await server(t, { files: pair });
    client.open('North.cfg', north);
    await client.until(() => client.statuses.has(client.uri('North.cfg')), 'the pair is checked');
    const rules = Array.from(
      { length: 1000 },
      (_, rule) => ` rule ${rule * 5} permit ip source 10.7.${rule % 250}.0 0.0.0.255\n`,
    ).join('');
    const block = (index: number) => `acl number ${3000 + (index % 1000)}\n description customer ${index}\n${rules}#\n`;
    const parts = ['#\nsysname Huge\n#\n'];
    for (let index = 0, size = 0; size < huge * 1024 * 1024; index++) {
      parts.push(block(index));
      size += parts[parts.length - 1]!.length;
    }
    const text = parts.join('');
    client.open('Huge.cfg', text);
    const textDocument = { uri: client.uri('Huge.cfg') };
    await client.until(() => client.statuses.has(client.uri('Huge.cfg')), 'the huge file is checked', 240_000);
    assert.equal((client.statuses.get(client.uri('Huge.cfg')) as { device: string }).device, 'Huge');

    const rows = text.split('\n').length;
    const end = { line: rows - 1, character: 0 };
    client.change('Huge.cfg', {
      range: { start: end, end },
      text: 'interface GigabitEthernet0/1/2\n vrrp6 vrid 1 preempt-mode timer delay 99999\n#\n',
    });
    await client.until(
      () => client.found('Huge.cfg').some((diagnostic) => diagnostic.range.start.line === rows),
      'a fault at its end is found',
      240_000,
    );
    const hover = await client.ask<Hover>('textDocument/hover', {
      textDocument,
      position: { line: rows, character: 41 },
    });
    assert.match((hover.contents as { value: string }).value, /delay-time/);

    client.change('North.cfg', { range: rangeOf(north, '7011'), text: '7012' });
    await client.until(() => problems(client.found('South.cfg')).length > 0, 'the pair is still checked');
    client.close('Huge.cfg');
    await client.until(() => client.found('Huge.cfg').length === 0, 'the huge file is forgotten');
    client.change('North.cfg', { text: north });
    await client.until(() => problems(client.found('South.cfg')).length === 0, 'the pair is clean');
  },
);

test('`vrp lsp --stdio` is the same server', async (t) => {
  const client = await server(t, { files: pair, command: [process.execPath, join(dist, 'cli.js'), 'lsp', '--stdio'] });
  client.open('North.cfg', north.replace('port 7011', 'port 7012'));
  await client.until(
    () => problems(client.found('North.cfg')).length > 0 && problems(client.found('South.cfg')).length > 0,
    'findings on both sides',
  );
});

test('a client that can do little gets plain answers', async (t) => {
  const client = await server(t, { files: pair, capabilities: {} });
  client.open('North.cfg', north.replace('port 7011', 'port 7012'));
  await client.until(() => problems(client.found('North.cfg')).length > 0, 'findings');
  assert.ok(
    client
      .found('North.cfg')
      .every((diagnostic) => diagnostic.relatedInformation === undefined && diagnostic.codeDescription === undefined),
  );
  const textDocument = { uri: client.uri('North.cfg') };
  const hover = await client.ask<Hover>('textDocument/hover', {
    textDocument,
    position: rangeOf(north, '600', 'delay 600').start,
  });
  assert.equal((hover.contents as { kind: string }).kind, 'plaintext');
  const list = await client.ask<CompletionList>('textDocument/completion', {
    textDocument,
    position: rangeOf(north, 'preempt-mode').start,
  });
  assert.ok(
    list.items.length > 0 &&
      list.items.every((completionItem) => completionItem.textEdit && completionItem.insertTextFormat === undefined),
  );
  const flat = await client.ask<{ location?: Location }[]>('textDocument/documentSymbol', { textDocument });
  assert.ok(flat.every((one) => one.location?.uri === textDocument.uri));
  const [action] = await client.actions('North.cfg', rangeOf(north, '7011'));
  assert.ok(action?.edit?.changes);
});
