// Columns as a client wants them counted: bytes, code points or UTF-16 units. The same session in each of them gives the same places.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { chosenEncoding, toColumn, toUnits } from '../../server/src/lsp/position-encoding';
import { root } from '../support/check-text';
import { everything, LanguageClient } from '../support/language-client';

const encodings = ['utf-8', 'utf-16', 'utf-32'] as const;
type Encoding = (typeof encodings)[number];

interface Position {
  readonly line: number;
  readonly character: number;
}

/** What a text counts, by another way than that of the server. */
const length: Readonly<Record<Encoding, (text: string) => number>> = {
  'utf-8': (text) => Buffer.byteLength(text),
  'utf-16': (text) => text.length,
  'utf-32': (text) => [...text].length,
};

test('position encoding: of what a client offers, what it prefers and we know; UTF-16 where it offers nothing', () => {
  assert.equal(chosenEncoding(['utf-8', 'utf-16']), 'utf-8');
  assert.equal(chosenEncoding(['utf-7', 'utf-32']), 'utf-32');
  assert.equal(chosenEncoding(['utf-16', 'utf-8']), 'utf-16');
  for (const nothing of [undefined, [], ['utf-7'], [8, 'toString']])
    assert.equal(chosenEncoding(nothing), 'utf-16', String(nothing));
});

test('position encoding: a column there and back, at every sign of a row', () => {
  const row = ' aé日😀\u0000\ud800b';
  for (const encoding of encodings) {
    for (const column of [0, 1, 2, 3, 4, 6, 7, 8, 9]) {
      const units = toUnits(row, column, encoding);
      assert.equal(units, length[encoding](row.slice(0, column)), `${encoding} ${column}`);
      assert.equal(toColumn(row, units, encoding), column, `${encoding} ${column}`);
    }
    assert.equal(toColumn(row, 2 ** 31 - 1, encoding), row.length);
    assert.equal(toUnits(row, 2 ** 31 - 1, encoding), length[encoding](row));
  }
  // Within a sign: its start.
  assert.equal(toColumn(row, toUnits(row, 4, 'utf-8') + 2, 'utf-8'), 4);
});

const names = ['Translator-1.cfg', 'Translator-2.cfg'] as const;
const texts = names.map((name, side) =>
  readFileSync(join(root, 'examples', 'ds-lite', name), 'utf8')
    .replaceAll('fiber', 'größe日😀')
    .replaceAll('lite-boards', 'boards-ü😀')
    // Behind the name, so that its column is another in each way to count.
    .replace('😀 id 12', `😀 id ${12 + side}`)
    .replace(/ description .*/g, ' description 日本 😀 line'),
);

/** One client that counts in its own way, and is spoken to in UTF-16. */
class CountingClient {
  private readonly texts: Record<string, string>;

  private constructor(
    readonly client: LanguageClient,
    private readonly encoding: Encoding,
  ) {
    this.texts = Object.fromEntries(names.map((name, side) => [client.uri(name), texts[side]!]));
  }

  static async start(encoding: Encoding, files: Readonly<Record<string, string>>): Promise<CountingClient> {
    let chosen: unknown;
    const client = await LanguageClient.start({
      files,
      capabilities: { ...everything, general: { positionEncodings: [encoding, 'utf-16'] } },
      initializationOptions: { commands: true },
      hear: ({ result }) => {
        const { capabilities } = (result ?? {}) as { capabilities?: { positionEncoding?: string } };
        chosen ??= capabilities?.positionEncoding;
      },
    });
    assert.equal(chosen, encoding);
    const counting = new CountingClient(client, encoding);
    client.open(names[0], texts[0]!);
    await client.until(() => client.found(names[0]).length > 0 && client.found(names[1]).length > 0, 'findings');
    return counting;
  }

  /** An edit of the open file, each in the text that those before it have made. */
  change(...edits: readonly { readonly from: string; readonly to: string }[]): void {
    const uri = this.client.uri(names[0]);
    const changes = edits.map(({ from, to }) => {
      const text = this.texts[uri]!;
      const at = text.indexOf(from);
      assert.ok(at >= 0, from);
      const range = { start: this.out(uri, placeOf(text, at)), end: this.out(uri, placeOf(text, at + from.length)) };
      this.texts[uri] = text.slice(0, at) + to + text.slice(at + from.length);
      return { range, text: to };
    });
    this.client.change(names[0], ...changes);
  }

  async ask(method: string, position: Position, more: object = {}): Promise<unknown> {
    const uri = this.client.uri(names[0]);
    const place = this.out(uri, position);
    const range = { start: { line: position.line, character: 0 }, end: place };
    const { result } = await this.client.request(method, {
      uri,
      textDocument: { uri },
      position: place,
      positions: [place],
      range,
      context: { diagnostics: [], includeDeclaration: true },
      ...more,
    });
    return this.plain(result);
  }

  findings(): unknown {
    return names.map((name) => {
      const uri = this.client.uri(name);
      return this.plain({ uri, found: this.client.found(name) });
    });
  }

  /** The texts of all semantic tokens. */
  async tokens(): Promise<string[]> {
    const uri = this.client.uri(names[0]);
    const { result } = await this.client.request('textDocument/semanticTokens/full', { textDocument: { uri } });
    const { data } = result as { data: number[] };
    const rows = this.texts[uri]!.split('\n');
    const found: string[] = [];
    for (let at = 0, line = 0, start = 0; at < data.length; at += 5) {
      start = (data[at]! > 0 ? 0 : start) + data[at + 1]!;
      line += data[at]!;
      found.push(rows[line]!.slice(this.column(rows[line]!, start), this.column(rows[line]!, start + data[at + 2]!)));
    }
    return found;
  }

  row(line: number): string {
    return this.texts[this.client.uri(names[0])]!.split('\n')[line]!;
  }

  private out(uri: string, { line, character }: Position): Position {
    return { line, character: length[this.encoding](this.texts[uri]!.split('\n')[line]!.slice(0, character)) };
  }

  private column(row: string, units: number): number {
    for (let column = 0; column <= row.length; column++)
      if (!isWithinSign(row, column) && length[this.encoding](row.slice(0, column)) === units) return column;
    return assert.fail(`${units} is no place of ${row}`);
  }

  /** With our columns and without the folder. */
  private plain(value: unknown, uri = this.client.uri(names[0])): unknown {
    if (typeof value === 'string')
      return value
        .replaceAll(this.client.own[0]!.uri, '')
        .replaceAll(encodeURIComponent(this.client.own[0]!.uri), '')
        .replace(/%22character%22%3A\d+/g, '');
    if (Array.isArray(value)) return value.map((one) => this.plain(one, uri));
    if (typeof value !== 'object' || value === null) return value;
    const { line, character, textDocument, ...rest } = value as Record<string, unknown>;
    if (typeof line === 'number' && typeof character === 'number')
      return { line, character: this.column(this.texts[uri]!.split('\n')[line]!, character) };
    const own = (rest.uri ?? (textDocument as { uri?: string } | undefined)?.uri ?? uri) as string;
    const parts = { ...rest, ...(textDocument === undefined ? {} : { textDocument }) };
    return Object.fromEntries(
      Object.entries(parts)
        .filter(([key]) => key !== 'data')
        .map(([key, part]) => [key, this.plain(part, own)]),
    );
  }
}

function isWithinSign(row: string, column: number): boolean {
  return column > 0 && row.codePointAt(column - 1)! > 0xffff;
}

function placeOf(text: string, at: number): Position {
  const rows = text.slice(0, at).split('\n');
  return { line: rows.length - 1, character: rows.at(-1)!.length };
}

const atPlaces = [
  'hover',
  'completion',
  'signatureHelp',
  'definition',
  'references',
  'documentHighlight',
  'prepareRename',
  'selectionRange',
  'codeAction',
];
const ofDocument = ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'inlayHint', 'formatting'];

/** All that a session shows, in our columns. */
async function session(encoding: Encoding): Promise<readonly (readonly [string, unknown])[]> {
  const files = { [names[0]]: texts[0]!, [names[1]]: texts[1]! };
  const counting = await CountingClient.start(encoding, files);
  const shown: (readonly [string, unknown])[] = [['findings', counting.findings()]];
  try {
    counting.change(
      { from: 'größe日😀', to: 'größe日😀' },
      { from: '😀 id 12', to: 'é😀 id 99' },
      { from: 'é😀', to: '😀' },
    );
    counting.change({ from: '日本 😀 line', to: '本😀' });
    for (const line of texts[0]!.split('\n').keys()) {
      const row = counting.row(line);
      if (!/[^\0-\x7f]/.test(row) && line % 9 > 0) continue;
      for (const character of new Set([
        0,
        row.search(/\S/),
        row.search(/[^\0-\x7f]/),
        row.indexOf(' id '),
        row.length,
      ])) {
        if (character < 0) continue;
        for (const method of atPlaces)
          shown.push([
            `${method} ${line}:${character}`,
            await counting.ask(`textDocument/${method}`, { line, character }),
          ]);
        shown.push([`peer ${line}:${character}`, await counting.ask('vrp/peer', { line, character })]);
      }
    }
    const start = { line: 0, character: 0 };
    const whole = { start, end: { line: texts[0]!.split('\n').length, character: 0 } };
    for (const method of ofDocument)
      shown.push([
        method,
        await counting.ask(`textDocument/${method}`, start, { options: { tabSize: 1 }, range: whole }),
      ]);
    shown.push(['workspace/symbol', await counting.ask('workspace/symbol', start, { query: 'größe' })]);
    shown.push(['comparison', await counting.ask('vrp/comparison', start)]);
    shown.push(['mirror', await counting.ask('vrp/mirror', start, { whole: true })]);
    const line = texts[0]!.split('\n').findIndex((row) => row.startsWith('ds-lite instance'));
    shown.push(['rename', await counting.ask('textDocument/rename', { line, character: 18 }, { newName: 'neu😀' })]);
    shown.push(['tokens', await counting.tokens()]);
    shown.push(['findings at the end', counting.findings()]);
  } finally {
    await counting.client.stop();
  }
  return shown;
}

describe('position encoding: every request', () => {
  const plain = session('utf-16');
  for (const encoding of ['utf-8', 'utf-32'] as const) {
    test(`gives in ${encoding} the places that it gives in utf-16`, async () => {
      const [expected, actual] = [await plain, await session(encoding)];
      assert.ok(expected.length > 200, `${expected.length} answers`);
      for (const [at, [what, answer]] of expected.entries()) assert.deepEqual(actual[at], [what, answer], what);
      // What was asked has answers, and places behind wide signs among them.
      const given = new Set(expected.flatMap(([what, answer]) => (hasPlaces(answer) ? [what.split(' ')[0]!] : [])));
      const silent = [...atPlaces, ...ofDocument, 'rename', 'peer', 'comparison', 'workspace/symbol'].filter(
        (what) => !given.has(what),
      );
      assert.deepEqual(silent.sort(), ['foldingRange', 'formatting', 'signatureHelp']);
    });
  }
});

function hasPlaces(answer: unknown): boolean {
  return JSON.stringify(answer ?? null).includes('"character"');
}
