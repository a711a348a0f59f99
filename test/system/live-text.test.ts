// A hostile configuration, asked about everything an editor asks: no text of it becomes a link, a picture, markup or a command in
// what the server calls Markdown. Planted as every free word and text of the catalogue, on both devices of a pair.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { CompletionItem, CompletionList, Hover, MarkupContent, SignatureHelp } from 'vscode-languageserver';
import { catalogue, type Command, type ViewName } from '../../server/src/catalogue';
import { forms, parseForm } from '../../server/src/catalogue/notation';
import { words } from '../../server/src/text/words';
import { read } from '../support/check-text';
import { samples, way, type ValueOf } from '../support/command-samples';
import { hostileWords } from '../support/hostile';
import { everything, LanguageClient } from '../support/language-client';
import { assertPlain } from '../support/rendered';

const client = {
  ...everything,
  textDocument: {
    ...everything.textDocument,
    signatureHelp: {
      signatureInformation: { documentationFormat: ['markdown'], parameterInformation: { labelOffsetSupport: true } },
    },
  },
};

/** Gives the hostile words in turn, where a word is free. */
function planting(first: number): ValueOf {
  let next = first;
  return ({ type }) => {
    if (type.kind !== 'name' && type.kind !== 'text' && !(type.kind === 'string' && type.pattern === undefined))
      return undefined;
    const word = hostileWords[next++ % hostileWords.length]!;
    return type.kind === 'text' ? `${word} ${hostileWords[next++ % hostileWords.length]!}` : word;
  };
}

/** A second name would make the file one that holds several devices, which is in no pair. */
const inNoPair = new Set(['sysname']);

/** Every command that holds a free word, in its view. */
function planted(valueOf: ValueOf): string {
  const byView = new Map<ViewName, Command[]>();
  for (const command of catalogue) {
    const view = command.views.find((each) => each === 'system' || way(each).length > 0);
    if (view && !command.action && !inNoPair.has(command.format.split(' ')[0]!))
      byView.set(view, [...(byView.get(view) ?? []), command]);
  }
  return [...byView]
    .map(([view, commands]) => {
      const heads = way(view);
      const lines = commands.flatMap((command) =>
        forms(command.format)
          .slice(0, 2)
          .map((form) => samples(parseForm(form), command, valueOf)[0]!),
      );
      const indented = (text: string, depth: number) => `${' '.repeat(depth)}${text}`;
      return [...heads.map(indented), ...lines.map((line) => indented(line, heads.length))].join('\n');
    })
    .join('\n#\n');
}

/** The example pair with its names, its descriptions and a good deal more made hostile. */
function hostile(text: string, side: number): string {
  const evil = (at: number) => hostileWords[at % hostileWords.length]!.replace(/[\s\u2028]/g, '');
  return text
    .replace(/^sysname .*$/m, `sysname ${evil(side * 2 + 1)}${side}`)
    .replaceAll('core-pair', evil(2))
    .replaceAll('tv-users', evil(4))
    .replace(/^ description .*$/gm, ` description ${hostileWords[4]} ${hostileWords[side]}`)
    .replace(/\nreturn\s*$/, `\n${planted(planting(side * 5))}\n#\nreturn\n`);
}

async function opened(t: TestContext) {
  const texts = ['North', 'South'].map((name, side) => hostile(read(`examples/mld-mistakes/BRAS-${name}.cfg`), side));
  // What a file is called is a text too.
  const names = ['a`[x](command:vrp.showLog)`.cfg', '![i](b.png)$(error).cfg'];
  const server = await LanguageClient.start({
    files: { [names[0]!]: texts[0]!, [names[1]!]: texts[1]! },
    capabilities: client,
    initializationOptions: { commands: true, views: true },
  });
  t.after(() => server.stop());
  server.open(names[0]!, texts[0]!);
  await server.until(
    () => (server.statuses.get(server.uri(names[0]!)) as { peer?: object } | undefined)?.peer !== undefined,
    'the pair is found',
  );
  return { server, uri: server.uri(names[0]!), rows: texts[0]!.split('\n') };
}

/** The only links are to the counterpart of a place in the file that was asked about, and to the guide's own pages. */
function isOurs(uri: string): (address: string) => boolean {
  return (address) => {
    const page = /^command:vrp\.openGuide\?(.*)$/.exec(address)?.[1];
    if (page !== undefined) return isGuidePage(page);
    const query = /^command:vrp\.goToCounterpart\?(.*)$/.exec(address)?.[1];
    if (query === undefined) return false;
    const [file, position] = JSON.parse(decodeURIComponent(query)) as [string, { line: number }];
    return file === uri && Number.isInteger(position.line);
  };
}

function isGuidePage(query: string): boolean {
  const [{ file, anchor }] = JSON.parse(decodeURIComponent(query)) as [{ file: string; anchor: string }];
  return /^docs\/guide\/[a-z0-9-]+\.md$/.test(file) && /^[a-z0-9-]*$/.test(anchor);
}

const markdownOf = (content: string | MarkupContent | undefined) =>
  typeof content === 'object' && content.kind === 'markdown' ? content.value : '';

test('hovers: nothing of a configuration is live', { timeout: 300_000 }, async (t) => {
  const { server, uri, rows } = await opened(t);
  let hovers = 0;
  let links = 0;
  for (const [line, row] of rows.entries()) {
    for (const word of words(row)) {
      const hover = await server.ask<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: { line, character: word.start },
      });
      if (!hover) continue;
      const markdown = markdownOf(hover.contents as MarkupContent);
      assert.notEqual(markdown, '');
      assertPlain(markdown, isOurs(uri));
      assert.doesNotMatch(markdown, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200f\u2028-\u202e]/);
      hovers++;
      if (markdown.includes('](command:')) links++;
    }
  }
  assert.ok(hovers > 1000, `${hovers} hovers`);
  assert.ok(links > 20, `${links} links`);
});

test('completion and signatures: nothing of a configuration is live', { timeout: 300_000 }, async (t) => {
  const { server, uri, rows } = await opened(t);
  let documents = 0;
  for (const [line, row] of rows.entries()) {
    const ends = [row.length, words(row)[1]?.start ?? row.length];
    for (const character of new Set(ends)) {
      const position = { line, character };
      const help = await server.ask<SignatureHelp | null>('textDocument/signatureHelp', {
        textDocument: { uri },
        position,
      });
      for (const signature of help?.signatures ?? []) {
        assertPlain(markdownOf(signature.documentation));
        for (const each of signature.parameters ?? []) assert.equal(markdownOf(each.documentation), '');
        documents++;
      }
    }
    if (line % 5 !== 0) continue;
    const list = await server.ask<CompletionList | null>('textDocument/completion', {
      textDocument: { uri },
      position: { line, character: row.length },
    });
    for (const item of (list?.items ?? []).slice(0, 5)) {
      const resolved = await server.ask<CompletionItem>('completionItem/resolve', item);
      assertPlain(markdownOf(resolved.documentation));
      documents++;
    }
  }
  assert.ok(documents > 500, `${documents} texts`);
});

test('the rehearsal as Markdown: nothing of a configuration is live', async (t) => {
  const { server, uri } = await opened(t);
  const peer = (server.statuses.get(uri) as { peer: { uri: string } }).peer.uri;
  const markdown = await server.ask<string | null>('vrp/failoverFile', { uris: [uri, peer], format: 'markdown' });
  assert.ok(markdown);
  assert.ok(markdown.length > 500);
  // Breaks between the reasons in a cell are ours.
  assertPlain(markdown.replaceAll('<br>', ' '));
});
