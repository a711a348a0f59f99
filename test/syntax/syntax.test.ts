// The syntax layer against what it must equal: after any edits an open text is what a fresh one is, rows and offsets are what a
// naive count says, and every character of every text lies in a token.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { openText } from '../../server/src/syntax/document';
import { readText } from '../../server/src/syntax/read-text';
import { root } from '../support/check-text';
import { assertEdits, assertFresh, assertWhole, edit, texts } from '../fuzz/syntax';
import { loadSyntax } from '../support/wasm';
import { isLong } from '../support/long';
import { exampleNames } from '../support/pair-of';

before(loadSyntax);

test('syntax: every character of any text lies in a token, and none is an error', () => {
  fc.assert(
    fc.property(texts(80), (text) => assertWhole(text)),
    { numRuns: 500 },
  );
});

test('syntax: after any edits a text is as if it were read anew', () => {
  fc.assert(fc.property(texts(60), fc.array(edit, { maxLength: 10 }), assertEdits), { numRuns: 400 });
});

test('syntax: after any edits a long text is as if it were read anew', () => {
  const examples = exampleNames.flatMap((name) =>
    readdirSync(join(root, 'examples', name))
      .filter((file) => file.endsWith('.cfg'))
      .sort()
      .map((file) => readFileSync(join(root, 'examples', name, file), 'utf8')),
  );
  const long = fc.constantFrom(
    examples.join(''),
    examples.join('').replaceAll('\n', '\r\n'),
    `acl number 3000\n${Array.from({ length: 700 }, (_, index) => ` rule ${index * 5} permit ip source 10.0.${index & 255}.0 0.0.0.255\n`).join('')}#\nreturn\n`,
    Array.from(
      { length: 700 },
      (_, index) => `ip route-static 10.${index >> 8}.${index & 255}.0 255.255.255.0 10.0.0.2\n`,
    ).join(''),
    Array.from({ length: 300 }, (_, index) => `interface Eth-Trunk10.${index}\n vlan-type dot1q ${index}\n#\n`).join(
      '',
    ),
  );
  fc.assert(fc.property(long, fc.array(edit, { minLength: 1, maxLength: 6 }), assertEdits), {
    numRuns: isLong ? 40 : 12,
  });
});

test('syntax: a text typed character by character', () => {
  fc.assert(
    fc.property(texts(8), (text) => {
      const typed = [...text.slice(0, 120)];
      assertEdits(
        '',
        typed.map((insert) => ({ at: 1, length: 0, insert })),
      );
    }),
    { numRuns: 40 },
  );
});

test('syntax: a section that takes in the one behind the edit', () => {
  assertEdits('#\r\n', [{ at: 0, length: 1, insert: '#\n' }]);
});

test('syntax: positions that do not exist are clamped', () => {
  const open = openText('vlan 10\r\nvlan 11\r#');
  try {
    assert.equal(open.offsetAt({ line: -1, character: 3 }), 0);
    assert.equal(open.offsetAt({ line: NaN, character: 3 }), 0);
    assert.equal(open.offsetAt({ line: 0, character: 99 }), 7);
    assert.equal(open.offsetAt({ line: 0, character: -4 }), 0);
    assert.equal(open.offsetAt({ line: 1, character: NaN }), 9);
    assert.equal(open.offsetAt({ line: 3, character: 0 }), 18);
    assert.deepEqual(open.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(open.positionAt(99), { line: 2, character: 1 });
    assert.equal(open.lineText(-1), '');
    assert.equal(open.lineText(3), '');
    open.change({ start: { line: 2, character: 9 }, end: { line: 1, character: 5 } }, '2');
    assert.equal(open.text, 'vlan 10\r\nvlan 2');
    open.change({ start: { line: 9, character: 9 }, end: { line: 99, character: 0 } }, '0\n');
    assert.equal(open.text, 'vlan 10\r\nvlan 20\n');
  } finally {
    open.close();
  }
});

test('syntax: CR and LF joined and parted by an edit', () => {
  for (const [before, start, end, insert, after] of [
    ['a\rb\n', [1, 0], [1, 1], '', 'a\r\n'],
    ['a\r\nb', [0, 1], [1, 0], '\r', 'a\rb'],
    ['a\nb', [0, 1], [0, 1], '\r', 'a\r\nb'],
    ['a\rb', [1, 0], [1, 0], '\n', 'a\r\nb'],
  ] as const) {
    const open = openText(before);
    try {
      open.change({ start: { line: start[0], character: start[1] }, end: { line: end[0], character: end[1] } }, insert);
      assertFresh(open, after);
    } finally {
      open.close();
    }
  }
});

test('syntax: sections that an edit does not touch stay the same objects', () => {
  const open = openText(Array.from({ length: 2000 }, (_, index) => `vlan ${index}\n description North\n#\n`).join(''));
  try {
    const before = new Set(open.sections);
    open.change({ start: { line: 3000, character: 0 }, end: { line: 3000, character: 0 } }, 'x');
    assert.ok(open.sections.filter((section) => !before.has(section)).length <= 4);
  } finally {
    open.close();
  }
});

test('syntax: an empty text is one blank row', () => {
  assert.deepEqual(readText(''), {
    sections: [{ rows: 1, lines: [{ row: 0, kind: 'blank', start: 0, indent: 0, text: '' }] }],
    rows: 1,
    eol: '\n',
    syntaxErrors: 0,
  });
});

test('syntax: NUL behind return, as flash dumps have it, is a blank', () => {
  const { sections, rows, syntaxErrors } = readText('sysname North\n#\nreturn\n\0\0\0');
  assert.equal(syntaxErrors, 0);
  assert.equal(rows, 4);
  assert.deepEqual(
    sections.map((section) => section.lines.map((line) => `${line.kind} ${line.text}`)),
    [
      ['command sysname North', 'separator '],
      ['command return', 'blank '],
    ],
  );
  assert.deepEqual(
    readText('return\0').sections[0]!.lines.map((line) => `${line.kind} ${line.text}`),
    ['command return'],
  );
});

test('syntax: a byte order mark moves columns and is no indent', () => {
  const lines = (text: string) =>
    readText(text).sections[0]!.lines.map(({ kind, start, indent, text: content }) => [kind, start, indent, content]);
  assert.deepEqual(lines('\ufeffsysname North'), [['command', 1, 0, 'sysname North']]);
  assert.deepEqual(lines('\ufeff sysname North'), [['command', 2, 1, 'sysname North']]);
  assert.deepEqual(lines('\ufeff#\n'), [['separator', 2, 0, '']]);
  assert.deepEqual(lines('\ufeff'), [['blank', 1, 0, '']]);
});

test('syntax: a byte order mark before what a terminal wrote is one mark', () => {
  for (const text of [
    '\ufeff\x1b[42D',
    '\ufeff\x1b[42Dsysname North\n',
    '\ufeff\b\b\b   \b\b\b#\n',
    '\ufeff---- More ----\x1b[42D#',
  ])
    assertWhole(text);
});

test('syntax: a lone CR ends a row', () => {
  const { sections, rows, eol } = readText('sysname North\r#\rreturn');
  assert.deepEqual([sections.length, rows, eol], [2, 3, '\r']);
  assert.equal(readText('a\r\nb\nc').eol, '\r\n');
});

test('syntax: kinds, prompts and raw rows', () => {
  const text =
    '!Software Version V8\n[*North-GigabitEthernet0/1/2] undo shutdown \n  ip address 10.0.0.1 24\t\n\n # between\nheader login information "\nkeep out\n"\n#remark\n# remark\n';
  assert.deepEqual(
    readText(text).sections.flatMap((section) =>
      section.lines.map((line) => [
        line.kind,
        line.start,
        line.indent,
        line.text,
        ...(line.prompt ? [line.prompt] : []),
      ]),
    ),
    [
      ['header', 0, 0, '!Software Version V8'],
      ['command', 30, 0, 'undo shutdown', '[*North-GigabitEthernet0/1/2]'],
      ['command', 2, 2, 'ip address 10.0.0.1 24'],
      ['blank', 0, 0, ''],
      ['subseparator', 3, 1, 'between'],
      ['command', 0, 0, 'header login information "'],
      ['raw', 0, 0, 'keep out'],
      ['raw', 0, 0, '"'],
      ['command', 0, 0, '#remark'],
      ['separator', 2, 0, 'remark'],
      ['blank', 0, 0, ''],
    ],
  );
});
