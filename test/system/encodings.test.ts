// However a file is written down (encoding, line ends, what stands at its end) it is read alike, and a fix changes what it means to
// change and no other byte: mending and writing down may be done in either order.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { diffArrays } from 'diff';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { fixed } from '../../server/src/cli/check/fix';
import { decode, encode } from '../../server/src/main/decode';
import { read, vrp } from '../support/check-text';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);
const folder = mkdtempSync(join(tmpdir(), 'vrp-encodings-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const pairs = [
  ['mld-mistakes/BRAS-North', 'mld-mistakes/BRAS-South'],
  ['dhcpv6-relay/Edge-1', 'dhcpv6-relay/Edge-2'],
  ['nd/Campus-East', 'nd/Campus-West'],
].map(
  (pair) =>
    pair.map((name, side) =>
      read(`examples/${name}.cfg`)
        .replace(/^interface /m, 'interface LoopBack9\n description 公网 to the core\n#\ninterface ')
        .replace(/port 4205/, side === 1 ? 'port 4206' : 'port 4205'),
    ) as [string, string],
);

interface Form {
  readonly eol: '\n' | '\r\n' | '\r';
  readonly encoding: 'utf-8' | 'bom' | 'gb18030';
  readonly end: 'newline' | 'none' | 'nul' | 'blanks';
}

const ends: Readonly<Record<Form['end'], (text: string) => string>> = {
  newline: (text) => text,
  none: (text) => text.replace(/\n$/, ''),
  nul: (text) => text.replace(/\n$/, '\0\0'),
  blanks: (text) => `${text.replace(/\n$/, '')}   \n\n`,
};

function written(text: string, { eol, encoding, end }: Form): Buffer {
  const whole = (encoding === 'bom' ? '\ufeff' : '') + ends[end](text).replace(/\n/g, eol);
  return encoding === 'gb18030' ? iconv.encode(whole, 'gb18030') : Buffer.from(whole);
}

const form: fc.Arbitrary<Form> = fc.record({
  eol: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'bom', 'gb18030'),
  end: fc.constantFrom('newline', 'none', 'nul', 'blanks'),
});

interface Found {
  rule: string;
  line: number;
  column: number;
  endColumn: number;
  message: string;
  file: string;
}

async function findings(): Promise<Found[]> {
  const { out, err } = await vrp(['check', folder, '--format', 'json']);
  assert.equal(err, '');
  return JSON.parse(out).findings;
}

test('encodings: each form is read alike, positions are right, and a fix is the same edit', async () => {
  for (const pair of pairs) {
    const names = ['a.cfg', 'b.cfg'].map((name) => join(folder, name));
    const run = async (forms: readonly Form[]) => {
      names.forEach((name, side) => writeFileSync(name, written(pair[side]!, forms[side]!)));
      const found = await findings();
      const { code } = await vrp(['check', folder, '--fix', '--unsafe-fixes']);
      assert.ok(code === 0 || code === 1);
      return { found, bytes: names.map((name) => readFileSync(name)) };
    };
    const plainForm: Form = { eol: '\n', encoding: 'utf-8', end: 'newline' };
    const plain = await run([plainForm, plainForm]);
    assert.ok(
      plain.found.length > 0 && plain.bytes.some((bytes, side) => !bytes.equals(Buffer.from(pair[side]!))),
      'something is found and mended',
    );
    await fc.assert(
      fc.asyncProperty(form, form, async (one, two) => {
        const { found, bytes } = await run([one, two]);
        // A mark stands before the first column of the first row only.
        assert.deepEqual(
          found.filter(({ rule }) => rule !== 'file-encoding-unknown'),
          plain.found,
        );
        bytes.forEach((all, side) =>
          assert.equal(
            all.toString('latin1'),
            written(plain.bytes[side]!.toString(), [one, two][side]!).toString('latin1'),
          ),
        );
      }),
      { numRuns: 10, seed: 20261121 },
    );
  }
});

test('encodings: with mixed line ends every row keeps its own', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...pairs),
      fc.array(fc.constantFrom('\n', '\r\n', '\r', '\r\n'), { minLength: 7, maxLength: 50 }),
      (pair, eols) => {
        const mixed = pair.map((text) => {
          let row = 0;
          return text.replace(/\n/g, () => eols[row++ % eols.length]!);
        });
        const mended = (texts: readonly string[]) => {
          const { changed } = fixed(
            texts.map((text, side) => ({
              path: `${side}.cfg`,
              bytes: new Uint8Array(),
              decoded: { text, encoding: 'utf-8' as const },
            })),
            {},
            true,
          );
          return texts.map((text, side) => changed.find((one) => one.source.path === `${side}.cfg`)?.text ?? text);
        };
        const [plain, after] = [mended(pair), mended(mixed)];
        after.forEach((text, side) => {
          assert.equal(text.replace(/\r\n|\r/g, '\n'), plain[side], 'the same rows');
          const rows = (whole: string) => whole.match(/[^\r\n]*(?:\r\n|\r|\n|$)/g)!;
          const same = (one: readonly string[], two: readonly string[]) =>
            diffArrays([...one], [...two])
              .filter((part) => !part.added && !part.removed)
              .reduce((sum, part) => sum + part.value.length, 0);
          assert.equal(
            same(rows(mixed[side]!), rows(text)),
            same(rows(pair[side]!), rows(plain[side]!)),
            'as many rows are untouched as with one kind of line end',
          );
        });
      },
    ),
    { numRuns: 40, seed: 20261121 },
  );
});

test('encodings: a file whose bytes would not come back is not written', async () => {
  const odd = Buffer.concat([
    iconv.encode(pairs[0]![1].replace('公网', '公网 '), 'gb18030'),
    Buffer.from([0xa2, 0xe3, 0x0a]),
  ]);
  writeFileSync(join(folder, 'a.cfg'), pairs[0]![0]);
  writeFileSync(join(folder, 'b.cfg'), odd);
  const { code, err } = await vrp(['check', folder, '--fix', '--unsafe-fixes']);
  const after = readFileSync(join(folder, 'b.cfg'));
  // Either the decoder takes it back byte for byte, or it is left as it was and said.
  if (after.equals(odd)) {
    assert.equal(code, 3);
    assert.match(err, /b\.cfg: not written, its bytes would not come back exactly/);
  } else assert.ok(after.subarray(-3).equals(odd.subarray(-3)));
});

test('encodings: whatever the decoder makes of GB18030 is written back with the bytes it came from', () => {
  const back = (...bytes: number[]) => {
    const { text } = decode(Uint8Array.from(bytes), 'gb18030');
    return text.length === 1 && text !== '\ufffd' ? Buffer.from(encode(text, 'gb18030')!).toString('hex') : undefined;
  };
  let [same, twice] = [0, 0];
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const found = back(first, second);
      if (found === undefined) continue;
      if (found === Buffer.of(first, second).toString('hex')) same++;
      else twice++;
    }
  }
  // The ideographic space has a second sequence.
  assert.ok(same > 23_900 && twice <= 1, `${same} come back, ${twice} do not`);
  for (const characters of [
    '',
    '\0 ascii',
    '公网',
    '\u20ac',
    '\u0080',
    '\u00e9',
    '\u1e3f',
    '\uffff',
    '𠀀',
    '\u{10ffff}',
    '㐀',
  ])
    assert.equal(decode(encode(characters, 'gb18030')!, 'gb18030').text, characters);
  assert.equal(encode('a\ud800b', 'gb18030'), undefined);
  assert.deepEqual(encode('caf\u00e9', 'latin-1'), Uint8Array.of(0x63, 0x61, 0x66, 0xe9));
  assert.equal(encode('公', 'latin-1'), undefined);
});
