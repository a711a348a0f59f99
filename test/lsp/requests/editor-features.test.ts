// The built server over stdio: what makes reading and writing one file pleasant, as an editor asks for it; the two switches
// work without a restart.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type {
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  Hover,
  InlayHint,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SignatureHelp,
  SymbolInformation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { edited, read } from '../../support/check-text';
import { LanguageClient, rangeOf } from '../../support/language-client';

const north = read('examples/mld/BRAS-North.cfg');
const south = read('examples/mld/BRAS-South.cfg');
const pair = { 'North.cfg': north, 'South.cfg': south };
const whole: Range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

async function server(t: TestContext, files: Readonly<Record<string, string>> = pair): Promise<LanguageClient> {
  const client = await LanguageClient.start({ files });
  t.after(() => client.stop());
  client.open('North.cfg', north);
  await client.until(
    () => (client.statuses.get(client.uri('North.cfg')) as { peer?: object } | undefined)?.peer !== undefined,
    'the pair is found',
  );
  return client;
}

test('signature, highlights, selection, links, workspace symbols and hover answer', async (t) => {
  const client = await server(t);
  const textDocument = { uri: client.uri('North.cfg') };
  const position = rangeOf(north, '600', 'delay 600').end;
  const help = await client.ask<SignatureHelp>('textDocument/signatureHelp', { textDocument, position });
  assert.equal(help.signatures[0]?.label, 'vrrp6 vrid <virtual-router-id> preempt-mode timer delay <delay-time>');
  assert.equal(help.signatures[0].parameters![help.activeParameter!]!.label, '<delay-time>');
  const marked = await client.ask<DocumentHighlight[]>('textDocument/documentHighlight', {
    textDocument,
    position: rangeOf(north, 'tv-users').start,
  });
  assert.deepEqual(
    marked.map((documentHighlight) => documentHighlight.kind),
    [3, 2],
  );
  const [selection] = await client.ask<SelectionRange[]>('textDocument/selectionRange', {
    textDocument,
    positions: [position],
  });
  assert.deepEqual(selection!.range, rangeOf(north, '600', 'delay 600'));
  assert.ok(selection!.parent?.parent);
  const links = await client.ask<DocumentLink[]>('textDocument/documentLink', { textDocument });
  assert.ok(links.some((documentLink) => documentLink.target === `${client.uri('South.cfg')}#L7`));
  const symbols = await client.ask<SymbolInformation[]>('workspace/symbol', { query: 'tv-users' });
  assert.deepEqual(symbols.map((symbolInformation) => symbolInformation.location.uri).sort(), [
    client.uri('North.cfg'),
    client.uri('South.cfg'),
  ]);
  const hover = await client.ask<Hover>('textDocument/hover', { textDocument, position: rangeOf(north, '150').start });
  assert.match(
    (hover.contents as { value: string }).value,
    /On BRAS-South:\n- `vrrp6 vrid 1 priority 110` \(line 36\)/,
  );
});

test('tokens come whole, as a change and for a range', async (t) => {
  const client = await server(t);
  const textDocument = { uri: client.uri('North.cfg') };
  const before = await client.ask<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  client.change('North.cfg', { range: rangeOf(north, '150'), text: '1' });
  const { edits, resultId } = await client.ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
    textDocument,
    previousResultId: before.resultId,
  });
  assert.equal(edits.length, 1);
  const after = [...before.data];
  for (const edit of edits) after.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
  assert.deepEqual(
    after,
    (await client.ask<SemanticTokens>('textDocument/semanticTokens/full', { textDocument })).data,
  );
  const stale = await client.ask<SemanticTokens>('textDocument/semanticTokens/full/delta', {
    textDocument,
    previousResultId: `${resultId}-gone`,
  });
  assert.deepEqual(stale.data, after);
  const part = await client.ask<SemanticTokens>('textDocument/semanticTokens/range', {
    textDocument,
    range: rangeOf(north, 'service-type'),
  });
  assert.ok(part.data.length > 0 && part.data.length < after.length);
});

test('a rename reaches the file that is not open; what cannot be a name is refused in words', async (t) => {
  const client = await server(t);
  const textDocument = { uri: client.uri('North.cfg') };
  const position = rangeOf(north, 'tv-users').start;
  assert.deepEqual(
    await client.ask('textDocument/rename', { textDocument, position, newName: 'television' }).then((edit) => {
      const changes = (edit as WorkspaceEdit).documentChanges as TextDocumentEdit[];
      const texts = Object.fromEntries(
        changes.map((textDocumentEdit) => [
          textDocumentEdit.textDocument.uri,
          edited(
            textDocumentEdit.textDocument.uri === client.uri('North.cfg') ? north : south,
            textDocumentEdit.edits as TextEdit[],
          ),
        ]),
      );
      assert.deepEqual(
        changes.map((textDocumentEdit) => textDocumentEdit.textDocument.version),
        [1, null],
      );
      return Object.values(texts).map((text) => text.split('television').length - 1);
    }),
    [2, 2],
  );
  const { error } = await client.request('textDocument/rename', { textDocument, position, newName: '' });
  assert.match(error!.message, /Not a possible name here: 1-128 characters/);
});

test('a client that can show it is asked before the peer is changed', async (t) => {
  const client = await LanguageClient.start({
    files: pair,
    capabilities: {
      workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } } },
      textDocument: { rename: { prepareSupport: true } },
    },
  });
  t.after(() => client.stop());
  client.open('North.cfg', north);
  await client.until(
    () => (client.statuses.get(client.uri('North.cfg')) as { peer?: object } | undefined)?.peer !== undefined,
    'the pair is found',
  );
  const at = { textDocument: { uri: client.uri('North.cfg') }, position: rangeOf(north, 'tv-users').start };
  assert.deepEqual(await client.ask('textDocument/prepareRename', at), {
    range: rangeOf(north, 'tv-users'),
    placeholder: 'tv-users',
  });
  assert.equal(
    await client.ask('textDocument/prepareRename', { ...at, position: rangeOf(north, 'GigabitEthernet').start }),
    null,
  );
  const edit = await client.ask<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'television' });
  const asked = (edit.documentChanges as TextDocumentEdit[]).map((textDocumentEdit) =>
    textDocumentEdit.edits.every((each) => 'annotationId' in each),
  );
  assert.deepEqual(asked, [false, true]);
  assert.ok(Object.values(edit.changeAnnotations!).every((changeAnnotation) => changeAnnotation.needsConfirmation));
});

test('hints and lenses are there until they are switched off, at once', async (t) => {
  const client = await server(t);
  const textDocument = { uri: client.uri('North.cfg') };
  const hints = () => client.ask<InlayHint[] | null>('textDocument/inlayHint', { textDocument, range: whole });
  const lenses = () => client.ask<CodeLens[] | null>('textDocument/codeLens', { textDocument });
  assert.deepEqual(
    (await hints())?.map((inlayHint) => inlayHint.label),
    ["master, peer's GigabitEthernet0/2/5", 'master'],
  );
  const [first, second] = (await lenses())!;
  assert.equal(first!.command, undefined);
  assert.equal(
    (await client.ask<CodeLens>('codeLens/resolve', first)).command?.title,
    'paired with BRAS-South - no errors or warnings',
  );
  assert.equal((await client.ask<CodeLens>('codeLens/resolve', second)).command?.title, '1 reference');
  const failover = (await lenses())!.find((codeLens) => (codeLens.data as { about: string }).about === 'failover');
  const line = async () => (await client.ask<CodeLens>('codeLens/resolve', failover)).command!.title;
  assert.equal(await line(), 'BRAS-North dies: BRAS-South master in 5.1-7.1 s, MLD entries in sync');
  client.change('North.cfg', { range: rangeOf(north, '7011'), text: '7012' });
  assert.equal(await line(), 'BRAS-North dies: BRAS-South master in 5.1-7.1 s, no MLD entries');
  assert.match(
    (await client.ask<CodeLens>('codeLens/resolve', first)).command!.title,
    /paired with BRAS-South - \d errors?/,
  );
  client.notify('workspace/didChangeConfiguration', {
    settings: { vrp: { codeLens: { enabled: false }, inlayHints: { enabled: false } } },
  });
  assert.equal(await hints(), null);
  assert.equal(await lenses(), null);
  client.notify('workspace/didChangeConfiguration', {
    settings: { vrp: { codeLens: { enabled: true }, inlayHints: { enabled: false } } },
  });
  assert.equal(await hints(), null);
  assert.ok((await lenses())!.length > 0);
});

test('a document is formatted, and the new line behind Enter is indented', async (t) => {
  const client = await server(t);
  const textDocument = { uri: client.uri('North.cfg') };
  const messy = north.replace(/^ (?=vrrp6)/gm, '      ').replace('mld enable', 'mld enable   ');
  client.change('North.cfg', { text: messy });
  const options = { tabSize: 1, insertSpaces: true };
  assert.equal(
    edited(messy, await client.ask<TextEdit[]>('textDocument/formatting', { textDocument, options })),
    north,
  );
  const typed = north.replace('interface NULL0\n', 'interface NULL0\n\n');
  client.change('North.cfg', { text: typed });
  const position = { line: rangeOf(typed, 'interface NULL0').start.line + 1, character: 0 };
  const edits = await client.ask<TextEdit[]>('textDocument/onTypeFormatting', {
    textDocument,
    position,
    ch: '\n',
    options,
  });
  assert.deepEqual(edits, [{ range: { start: position, end: position }, newText: ' ' }]);
});

test('a document that is not ours and positions beyond the text are answered', async (t) => {
  const client = await server(t);
  for (const uri of [client.uri('Nowhere.cfg'), client.uri('North.cfg')]) {
    for (const position of [
      { line: 0, character: 0 },
      { line: 99_999, character: 99_999 },
    ]) {
      const at = {
        textDocument: { uri },
        position,
        range: { start: position, end: position },
        positions: [position],
        options: { tabSize: 1, insertSpaces: true },
        ch: '\n',
        newName: 'x',
        previousResultId: '',
      };
      for (const method of [
        'signatureHelp',
        'documentHighlight',
        'selectionRange',
        'documentLink',
        'inlayHint',
        'codeLens',
        'formatting',
        'onTypeFormatting',
        'semanticTokens/full',
        'semanticTokens/full/delta',
        'semanticTokens/range',
      ]) {
        const { error } = await client.request(`textDocument/${method}`, at);
        assert.equal(error, undefined, `${method} ${JSON.stringify(error)}`);
      }
    }
  }
  assert.ok(!/failed/.test(client.log), client.log);
});
