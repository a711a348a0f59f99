// The syntax layer against what it must equal: after any edits an open text is what a fresh one is, rows and offsets are what a
// naive count says, and every character of every text lies in a token.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { Parser, type Tree } from 'web-tree-sitter';
import { openText, type OpenText } from '../server/src/syntax/open-text';
import { readText } from '../server/src/syntax/read';
import { syntaxErrors } from '../server/src/syntax/tree';
import { root } from './check';
import { leaves, withTree } from './tree';
import { loadSyntax } from './wasm';

/** The tree that was parsed last: an open text keeps its own to itself. */
let latest: Tree | undefined;

before(async () => {
  const parse = Parser.prototype.parse;
  Parser.prototype.parse = function (this: Parser, ...given) {
    latest = parse.apply(this, given) ?? undefined;
    return latest ?? null;
  };
  await loadSyntax();
});

const realistic = [
  '#\n', '#\r\n', '\n', '\r\n', '\r', ' #\n', 'sysname North\n', 'interface GigabitEthernet0/1/2\n', 'interface Eth-Trunk 10.1\r\n', ' ip address 10.0.0.1 255.255.255.0\n',
  ' ipv6 address 2001:DB8:50::1 64\n', ' vrrp vrid 1 virtual-ip 10.0.0.50\n', ' undo shutdown\n', 'undo ', 'return', 'quit\n', '#sysname North\n', 'return#\n', ' remote-backup-service s1\r\n',
  'header login information "', 'header shell information "a\nb"\n', '"\n', ' public-key-code begin\n', ' public-key-code end\n', '  3082 0109\n',
  '[~North-rm-backup-srv-s1] quit\n', '<North>system-view\n', 'HRP_M[North]', '!Software Version V800R022C00\n', '[V200R003C00]\n', 'mac-address 00e0-fc12-3456\n', ' description "to the north" // remark\n',
];
const garbage = [
  '\0', ' \0\n', '\ufeff', '\ufffe', '\ud800', '\udc00x', '😀', ' ', '\t', '\v\f', '\u2028', '\x85', '\r\r\n', '{{ name }}', '{# #}\n', '{% if x %}\n', '"', '“', '”', '%^%#', '#', '#x\n', ' # ', '<', '[', ']', '!', 'é路由',
  'word '.repeat(60), 'x'.repeat(3000), '10.0.0.1.'.repeat(20), 'a:'.repeat(40), 'undo '.repeat(30), '\n'.repeat(20), ' \n'.repeat(8),
];
/** Lines of many hashes: some of them cut a list in chunks and parts. */
const many = Array.from({ length: 96 }, (_, index) => `vlan ${index}\n`).concat(Array.from({ length: 64 }, (_, index) => ` rule ${index} permit\n`));
const fragment = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...realistic) }, { weight: 3, arbitrary: fc.constantFrom(...many) },
  { weight: 2, arbitrary: fc.constantFrom(...garbage) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) });
const texts = (maxLength: number) => fc.array(fragment, { maxLength }).map((pieces) => pieces.join(''));

interface SomeEdit {
  /** Where, from 0 to 1 of the text. */
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}
const edit: fc.Arbitrary<SomeEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60), fc.nat(2000)),
  insert: fc.oneof(fc.constant(''), fc.constantFrom('a', '0', ' ', '\n', '"', '#', '\r'), fragment, texts(5)),
});

test('syntax: every character of any text lies in a token, and none is an error', () => {
  fc.assert(fc.property(texts(80), (text) => assertWhole(text)), { numRuns: 500 });
});

test('syntax: after any edits a text is as if it were read anew', () => {
  fc.assert(fc.property(texts(60), fc.array(edit, { maxLength: 10 }), assertEdits), { numRuns: 400 });
});

test('syntax: after any edits a long text is as if it were read anew', () => {
  const examples = readdirSync(join(root, 'examples')).sort().flatMap((name) => readdirSync(join(root, 'examples', name)).filter((file) => file.endsWith('.cfg')).sort()
    .map((file) => readFileSync(join(root, 'examples', name, file), 'utf8')));
  const long = fc.constantFrom(
    examples.join(''), examples.join('').replaceAll('\n', '\r\n'),
    `acl number 3000\n${Array.from({ length: 700 }, (_, index) => ` rule ${index * 5} permit ip source 10.0.${index & 255}.0 0.0.0.255\n`).join('')}#\nreturn\n`,
    Array.from({ length: 700 }, (_, index) => `ip route-static 10.${index >> 8}.${index & 255}.0 255.255.255.0 10.0.0.2\n`).join(''),
    Array.from({ length: 300 }, (_, index) => `interface Eth-Trunk10.${index}\n vlan-type dot1q ${index}\n#\n`).join(''),
  );
  fc.assert(fc.property(long, fc.array(edit, { minLength: 1, maxLength: 6 }), assertEdits), { numRuns: 40 });
});

test('syntax: a text typed character by character', () => {
  fc.assert(fc.property(texts(8), (text) => {
    const typed = [...text.slice(0, 120)];
    assertEdits('', typed.map((insert) => ({ at: 1, length: 0, insert })));
  }), { numRuns: 40 });
});

function assertWhole(text: string): void {
  withTree(text, (tree) => {
    const tokens = leaves(tree, text);
    assert.equal(tokens.map((token) => token.text).join(''), text);
    assert.ok(tokens.every((token) => token.type !== 'GAP'), 'a character lies in no token');
    assert.equal(syntaxErrors(tree), 0);
  });
  const read = readText(text);
  const { starts, lines } = naive(text);
  assert.equal(read.syntaxErrors, 0);
  assert.equal(read.rows, starts.length);
  assert.equal(read.sections.reduce((sum, section) => sum + section.rows, 0), starts.length);
  let first = 0;
  for (const section of read.sections) {
    assert.deepEqual(section.lines.map((line) => line.row), section.lines.map((_, index) => index), 'each row is one line');
    assert.equal(section.lines.length, section.rows);
    for (const line of section.lines) assert.ok(lines[first + line.row]!.startsWith(line.text, line.start), `row ${first + line.row} has its text at its column`);
    assert.ok(section.lines.every((line, index) => line.kind !== 'separator' || index === section.lines.length - 1), 'a separator closes');
    first += section.rows;
  }
}

function assertEdits(initial: string, edits: readonly SomeEdit[]): void {
  const open = openText(initial);
  let text = initial;
  try {
    assertFresh(open, text);
    for (const { at, length, insert } of edits) {
      // Positions are where a client may point to: never between CR and LF.
      const start = open.positionAt(Math.floor(at * text.length));
      const end = open.positionAt(Math.min(text.length, Math.floor(at * text.length) + length));
      const [from, to] = [naiveOffset(text, start), naiveOffset(text, end)];
      text = text.slice(0, from) + insert + text.slice(to);
        open.change({ start, end }, insert);
      assertFresh(open, text);
    }
    open.change(undefined, initial);
    assertFresh(open, initial);
  } finally {
    open.close();
  }
}

function assertFresh(open: OpenText, text: string): void {
  const mine = latest!;
  assert.equal(open.text, text);
  assert.equal(syntaxErrors(mine), 0);
  withTree(text, (fresh) => {
    // In one comparison each: deepEqual of thousands of tokens is slow.
    const shape = (tree: Tree) => leaves(tree, text).map((leaf) => `${leaf.type} ${JSON.stringify(leaf.text)}`).join('\n');
    assert.equal(shape(mine), shape(fresh));
    assert.equal(mine.rootNode.toString(), fresh.rootNode.toString());
  });
  latest = mine;
  const read = readText(text);
  latest = mine;
  assert.deepEqual(open.sections, read.sections);
  assert.equal(open.eol, read.eol);
  const { starts, lines } = naive(text);
  assert.equal(open.rows, starts.length);
  // All rows of a short text, some of a long one.
  const step = Math.max(1, Math.floor(starts.length / 100));
  for (let row = 0; row < starts.length; row += step) {
    assert.equal(open.lineText(row), lines[row]);
    for (const character of [0, 1, lines[row]!.length, lines[row]!.length + 5]) {
      const offset = open.offsetAt({ line: row, character });
      assert.equal(offset, starts[row]! + Math.min(character, lines[row]!.length));
      const back = open.positionAt(offset);
      assert.deepEqual(back, { line: row, character: Math.min(character, lines[row]!.length) });
    }
  }
  let row = 0;
  open.sections.forEach((section, index) => {
    assert.equal(open.sectionRow(index), row);
    assert.equal(open.sectionIndexAt(row), index);
    assert.equal(open.sectionIndexAt(row + section.rows - 1), index);
    row += section.rows;
  });
  assert.equal(row, starts.length);
}

function naive(text: string): { starts: number[]; lines: string[] } {
  const starts = [0];
  for (const hit of text.matchAll(/\r\n|\r|\n/g)) starts.push(hit.index + hit[0].length);
  return { starts, lines: text.split(/\r\n|\r|\n/) };
}

function naiveOffset(text: string, { line, character }: { line: number; character: number }): number {
  const { starts, lines } = naive(text);
  return starts[line]! + Math.min(character, lines[line]!.length);
}

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
    ['a\rb\n', [1, 0], [1, 1], '', 'a\r\n'], ['a\r\nb', [0, 1], [1, 0], '\r', 'a\rb'], ['a\nb', [0, 1], [0, 1], '\r', 'a\r\nb'], ['a\rb', [1, 0], [1, 0], '\n', 'a\r\nb'],
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
  assert.deepEqual(readText(''), { sections: [{ rows: 1, lines: [{ row: 0, kind: 'blank', start: 0, indent: 0, text: '' }] }], rows: 1, eol: '\n', syntaxErrors: 0 });
});

test('syntax: NUL behind return, as flash dumps have it, is a blank', () => {
  const { sections, rows, syntaxErrors } = readText('sysname North\n#\nreturn\n\0\0\0');
  assert.equal(syntaxErrors, 0);
  assert.equal(rows, 4);
  assert.deepEqual(sections.map((section) => section.lines.map((line) => `${line.kind} ${line.text}`)), [['command sysname North', 'separator '], ['command return', 'blank ']]);
  assert.deepEqual(readText('return\0').sections[0]!.lines.map((line) => `${line.kind} ${line.text}`), ['command return']);
});

test('syntax: a byte order mark moves columns and is no indent', () => {
  const lines = (text: string) => readText(text).sections[0]!.lines.map(({ kind, start, indent, text: content }) => [kind, start, indent, content]);
  assert.deepEqual(lines('\ufeffsysname North'), [['command', 1, 0, 'sysname North']]);
  assert.deepEqual(lines('\ufeff sysname North'), [['command', 2, 1, 'sysname North']]);
  assert.deepEqual(lines('\ufeff#\n'), [['separator', 2, 0, '']]);
  assert.deepEqual(lines('\ufeff'), [['blank', 1, 0, '']]);
});

test('syntax: a lone CR ends a row', () => {
  const { sections, rows, eol } = readText('sysname North\r#\rreturn');
  assert.deepEqual([sections.length, rows, eol], [2, 3, '\n']);
  assert.equal(readText('a\r\nb\nc').eol, '\r\n');
});

test('syntax: kinds, prompts and raw rows', () => {
  const text = '!Software Version V8\n[*North-GigabitEthernet0/1/2] undo shutdown \n  ip address 10.0.0.1 24\t\n\n # between\nheader login information "\nkeep out\n"\n#remark\n# remark\n';
  assert.deepEqual(readText(text).sections.flatMap((section) => section.lines.map((line) => [line.kind, line.start, line.indent, line.text, ...(line.prompt ? [line.prompt] : [])])), [
    ['header', 0, 0, '!Software Version V8'], ['command', 30, 0, 'undo shutdown', '[*North-GigabitEthernet0/1/2]'], ['command', 2, 2, 'ip address 10.0.0.1 24'], ['blank', 0, 0, ''],
    ['subseparator', 3, 1, 'between'], ['command', 0, 0, 'header login information "'], ['raw', 0, 0, 'keep out'], ['raw', 0, 0, '"'],
    ['command', 0, 0, '#remark'], ['separator', 2, 0, 'remark'], ['blank', 0, 0, ''],
  ]);
});
