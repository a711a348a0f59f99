// What must hold of the syntax layer for any text and any edits: every character lies in a token and none is an error; after any
// edits an open text is what a fresh one is; rows and offsets are what a naive count says.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Parser, type Tree } from 'web-tree-sitter';
import { openText, type OpenText } from '../../server/src/syntax/document';
import { readText } from '../../server/src/syntax/read-text';
import { needsTree, readRows } from '../../server/src/syntax/row-reader';
import { shapeOf } from '../../server/src/syntax/shape';
import { readSections, syntaxErrors } from '../../server/src/syntax/tree-reader';
import { leaves, withTree } from '../support/tree';

/** The tree that was parsed last: an open text keeps its own to itself, once it has one. */
let latest: Tree | undefined;

const parse = Parser.prototype.parse;
Parser.prototype.parse = function (this: Parser, ...given) {
  latest = parse.apply(this, given) ?? undefined;
  return latest ?? null;
};

const realistic = [
  '#\n',
  '#\r\n',
  '\n',
  '\r\n',
  '\r',
  ' #\n',
  'sysname North\n',
  'interface GigabitEthernet0/1/2\n',
  'interface Eth-Trunk 10.1\r\n',
  ' ip address 10.0.0.1 255.255.255.0\n',
  ' ipv6 address 2001:DB8:50::1 64\n',
  ' vrrp vrid 1 virtual-ip 10.0.0.50\n',
  ' undo shutdown\n',
  'undo ',
  'return',
  'quit\n',
  '#sysname North\n',
  'return#\n',
  ' remote-backup-service s1\r\n',
  'header login information "',
  'header shell information "a\nb"\n',
  '"\n',
  ' public-key-code begin\n',
  ' public-key-code end\n',
  '  3082 0109\n',
  '[~North-rm-backup-srv-s1] quit\n',
  '<North>system-view\n',
  'HRP_M[North]',
  '!Software Version V800R022C00\n',
  '[V200R003C00]\n',
  'mac-address 00e0-fc12-3456\n',
  ' description "to the north" // remark\n',
  '  ---- More ----\x1b[42D                                          \x1b[42D',
  '---- More ----',
  '  ---- More ----\n',
  '\b\b\b   \b\b\b',
  '\x1b[42D',
  '\x1b[1D<North>',
  '[2026-11-29 10:00:00.000] ',
  '10:00:00 ',
  'header login information %',
  'header login information %\nsysname Other\n#\n%\n#\n',
  'header login information "\n#\nsysname Other\n"\n#\n',
  '%\n',
];
const garbage = [
  '\0',
  ' \0\n',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udc00x',
  '😀',
  ' ',
  '\t',
  '\v\f',
  '\u2028',
  '\x85',
  '\r\r\n',
  '{{ name }}',
  '{# #}\n',
  '{% if x %}\n',
  '"',
  '“',
  '”',
  '%^%#',
  '#',
  '#x\n',
  ' # ',
  '<',
  '[',
  ']',
  '!',
  'é路由',
  'word '.repeat(60),
  'x'.repeat(3000),
  '10.0.0.1.'.repeat(20),
  'a:'.repeat(40),
  'undo '.repeat(30),
  '\n'.repeat(20),
  ' \n'.repeat(8),
];
/** Lines of many hashes: some of them cut a list in chunks and parts. */
const many = Array.from({ length: 96 }, (_, index) => `vlan ${index}\n`).concat(
  Array.from({ length: 64 }, (_, index) => ` rule ${index} permit\n`),
);
export const fragment = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...realistic) },
  { weight: 3, arbitrary: fc.constantFrom(...many) },
  { weight: 2, arbitrary: fc.constantFrom(...garbage) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);
export const texts = (maxLength: number) => fc.array(fragment, { maxLength }).map((pieces) => pieces.join(''));

export interface SomeEdit {
  /** Where, from 0 to 1 of the text. */
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}
export const edit: fc.Arbitrary<SomeEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60), fc.nat(2000)),
  insert: fc.oneof(fc.constant(''), fc.constantFrom('a', '0', ' ', '\n', '"', '#', '\r'), fragment, texts(5)),
});

export function assertWhole(text: string): void {
  const shape = shapeOf(text);
  assert.equal(shape.length, text.length);
  assert.deepEqual(naive(shape).starts, naive(text).starts, 'every row begins where it begins in the text');
  withTree(shape, (tree) => {
    const tokens = leaves(tree, text);
    assert.equal(tokens.map((token) => token.text).join(''), text);
    assert.ok(
      tokens.every((token) => token.type !== 'GAP'),
      'a character lies in no token',
    );
    assert.equal(syntaxErrors(tree), 0);
    if (!needsTree(shape))
      assert.deepEqual(
        readRows(text, shape),
        readSections(tree, text, 0, () => false),
        'rows tell what the tree tells',
      );
  });
  const read = readText(text);
  const { starts, lines } = naive(text);
  assert.equal(read.syntaxErrors, 0);
  assert.equal(read.rows, starts.length);
  assert.equal(
    read.sections.reduce((sum, section) => sum + section.rows, 0),
    starts.length,
  );
  let first = 0;
  for (const section of read.sections) {
    assert.deepEqual(
      section.lines.map((line) => line.row),
      section.lines.map((_, index) => index),
      'each row is one line',
    );
    assert.equal(section.lines.length, section.rows);
    for (const line of section.lines)
      assert.ok(
        lines[first + line.row]!.startsWith(line.text, line.start),
        `row ${first + line.row} has its text at its column`,
      );
    assert.ok(
      section.lines.every((line, index) => line.kind !== 'separator' || index === section.lines.length - 1),
      'a separator closes',
    );
    first += section.rows;
  }
}

export function assertEdits(initial: string, edits: readonly SomeEdit[]): void {
  const open = openText(initial);
  let text = initial;
  const change = ({ at, length, insert }: SomeEdit) => {
    // Positions are where a client may point to: never between CR and LF.
    const start = open.positionAt(Math.floor(at * text.length));
    const end = open.positionAt(Math.min(text.length, Math.floor(at * text.length) + length));
    const [from, to] = [naiveOffset(text, start), naiveOffset(text, end)];
    text = text.slice(0, from) + insert + text.slice(to);
    open.change({ start, end }, insert);
    assertFresh(open, text);
  };
  try {
    assertFresh(open, text);
    edits.forEach(change);
    open.change(undefined, (text = initial));
    // Before there is a tree again.
    edits.slice(0, 1).forEach(change);
    assertFresh(open, text);
  } finally {
    open.close();
  }
}

export function assertFresh(open: OpenText, text: string): void {
  open.prepare();
  const own = latest!;
  assert.equal(open.text, text);
  assert.equal(syntaxErrors(own), 0);
  withTree(shapeOf(text), (fresh) => {
    // In one comparison each: deepEqual of thousands of tokens is slow.
    const shape = (tree: Tree) =>
      leaves(tree, text)
        .map((leaf) => `${leaf.type} ${JSON.stringify(leaf.text)}`)
        .join('\n');
    assert.equal(shape(own), shape(fresh));
    assert.equal(own.rootNode.toString(), fresh.rootNode.toString());
    assert.deepEqual(
      readSections(fresh, text, 0, () => false).map((readSection) => readSection.section),
      open.sections,
    );
  });
  const read = readText(text);
  latest = own;
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
