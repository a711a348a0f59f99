// A configuration captured from a terminal says what the clean text says: the pager's prompts at any rows, with whatever erases
// them, the time before every row, banners that quote commands, UTF-16 and NULs change no finding, and each finding stands at the
// text that it is about.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { decode, encode } from '../../server/src/main/decode';
import { isText } from '../../server/src/model/file-kind';
import type { Finding, Workspace } from '../../server/src/workspace/workspace';
import { root, workspaceOf, type NamedText } from '../support/check-text';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);

const examples = join(root, 'examples');
const pairs: NamedText[][] = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) =>
    readdirSync(join(examples, name))
      .filter((file) => file.endsWith('.cfg'))
      .map((file) => ({ name: `/${name}/${file}`, text: readFileSync(join(examples, name, file), 'utf8') })),
  )
  .filter((pair) => pair.length === 2);

/** What stands before the text of a row, each with whether it keeps the row on a row of its own. */
const residues = [
  '  ---- More ----\x1b[42D                                          \x1b[42D',
  '  ---- More ----\x1b[16D                \x1b[16D',
  '  ---- More ----[42D                                          [42D',
  '  ---- More ----^[[42D                                          ^[[42D',
  `  ---- More ----${'\b'.repeat(16)}${' '.repeat(16)}${'\b'.repeat(16)}`,
  '---- More ----\x1b[2K\x1b[42D',
  `  ---- More ----${' '.repeat(42)}`,
  '---- More ----',
  '\x1b[1D\x1b[0m',
  '\x1b7  ---- More ----\x1b8\x1b[K',
  `  ---- More ----\x1b[1G\x1b[2K`,
  '--More--\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f        \b\b\b\b\b\b\b\b',
  '\x07',
];
const ownRows = [
  '  ---- More ----\n',
  `  ---- More ----\x1b[42D${' '.repeat(42)}\x1b[42D\n`,
  '---- More ----\r                \r',
];

interface Cut {
  readonly at: number;
  readonly residue: number;
}

const cuts = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    residue: fc.nat(residues.length + ownRows.length - 1),
  }),
  { minLength: 1, maxLength: 12 },
);

/** The text with the residue of a pager before some of its rows. */
function captured(text: string, places: readonly Cut[]): string {
  const rows = text.split('\n');
  const byRow = new Map(places.map(({ at, residue }) => [Math.floor(at * rows.length), residue]));
  return rows.map((row, index) => ([...residues, ...ownRows][byRow.get(index) ?? -1] ?? '') + row).join('\n');
}

/** What is found, and the words that each finding is about. */
function textOf(workspace: Workspace, files: readonly NamedText[]): string[] {
  const textAt = ({ file, range }: Pick<Finding, 'file' | 'range'>) => {
    const rows = files.find(({ name }) => name === file)!.text.split(/\r\n|\r|\n/);
    return rows[range.start.line]!.slice(range.start.character, range.end.character);
  };
  return workspace
    .allFindings()
    .map((finding) => `${finding.rule} ${finding.file} ${finding.message} [${textAt(finding)}]`)
    .sort();
}

async function saidOf(files: readonly NamedText[]): Promise<string[]> {
  return textOf(await workspaceOf(files), files);
}

test('captures: pagers at any rows change no finding', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pairs), cuts, cuts, async (pair, one, two) => {
      const files = pair.map(({ name, text }, index) => ({ name, text: captured(text, index === 0 ? one : two) }));
      assert.deepEqual(await saidOf(files), await saidOf(pair));
    }),
    { numRuns: 60, seed: 20261129 },
  );
});

test('captures: a text that is typed and cut by pagers is what it is when it is read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pairs), cuts, async (pair, places) => {
      const [first, second] = pair as [NamedText, NamedText];
      const workspace = await workspaceOf([second]);
      workspace.open(first.name, first.text);
      workspace.allFindings();
      const rows = first.text.split('\n');
      for (const { at, residue } of places) {
        const line = Math.floor(at * rows.length);
        const start = { line, character: 0 };
        const newText = residues[residue % residues.length]!;
        workspace.change(first.name, { start, end: start }, newText);
        rows[line] = newText + rows[line]!;
        const files = [{ name: first.name, text: rows.join('\n') }, second];
        assert.deepEqual(textOf(workspace, files), await saidOf(files));
      }
    }),
    { numRuns: 15, seed: 20261129 },
  );
});

const banners = [
  'header login information "\n#\nsysname OLD\n#\nremote-backup-service ch\n peer 192.0.2.1 source 192.0.2.2 port 9999\n"\n#\n',
  'header login information %\nsysname OLD\n#\ninterface GigabitEthernet0/1/0\n ip address 192.0.2.1 24\n%\n#\n',
  'header shell information @Never type\nremote-backup-service x\n@\nheader login information "Say ""no""\n"\n#\n',
  'header login information "\nNever type "sysname OLD"\nsysname OLDER\n"\n#\n',
];

test('captures: what a banner quotes is no configuration, whatever ends it', async () => {
  for (const banner of banners) {
    for (const pair of pairs) {
      const files = pair.map(({ name, text }, index) => ({ name, text: index === 0 ? `#\n${banner}${text}` : text }));
      assert.deepEqual(await saidOf(files), await saidOf(pair), banner);
    }
  }
});

test('captures: a banner that nothing ends is over with the next lone #', async () => {
  const [pair] = pairs;
  const files = pair!.map(({ name, text }, index) => ({
    name,
    text: index === 0 ? `#\nheader login information "Welcome\n#\n${text}` : text,
  }));
  assert.deepEqual(await saidOf(files), await saidOf(pair!));
});

test('captures: times before every row change no finding', async () => {
  const times = [
    '[2026-11-29 10:00:00.000] ',
    '[2026-11-29 10:00.00] ',
    '(10:00:00) ',
    '2026-11-29T10:00:00.123Z ',
    '2026/11/29 10:00:00: ',
    'Nov 29 10:00:00 ',
    'Sun Nov 29 10:00:00 2026: ',
    '1795946400.123 ',
  ];
  for (const time of times) {
    for (const pair of pairs) {
      const files = pair.map(({ name, text }) => ({ name, text: text.replace(/^/gm, time) }));
      assert.deepEqual(await saidOf(files), await saidOf(pair), time);
    }
  }
});

test('captures: UTF-16 and NULs change no finding, and come back as they were', async () => {
  for (const pair of pairs) {
    const expected = await saidOf(pair);
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const files = pair.map(({ name, text }) => {
        const bytes = encode(`\ufeff${text}`, encoding)!;
        const decoded = decode(bytes);
        assert.equal(decoded.encoding, encoding);
        assert.deepEqual(encode(decoded.text, encoding), bytes);
        return { name, text: decoded.text };
      });
      assert.deepEqual(await saidOf(files), expected);
    }
    const files = pair.map(({ name, text }) => ({ name, text: `\0\0${text.replace(/\n/g, '\r\0\n')}` }));
    assert.ok(files.every(({ text }) => isText(Buffer.from(text))));
    assert.deepEqual(await saidOf(files), expected);
  }
});

const messages = [
  'Nov 29 2026 10:00:00+08:00 HUAWEI %%01SSH/4/SSHS_CONNECT(s)[3]:An SSH client is connecting.',
  'Nov 29 2026 10:00:00 HUAWEI %%01IFNET/4/LINK_STATE(l)[12]:The line protocol IP on the interface LoopBack9 has entered the UP state.',
  '#Nov 29 2026 10:00:00 HUAWEI DS/4/DATASYNC_CFGCHANGE:OID 1.3.6.1.4.1.2011.5.25.191.3.1 configurations have been changed.',
  '%Nov  9 2026 10:00:00 HUAWEI IFPDT/4/IF_STATE:Interface GigabitEthernet0/9/9 has turned into DOWN state.',
];

test('captures: messages of the log between any two rows change no finding', async () => {
  for (const message of messages) {
    for (const pair of pairs) {
      const files = pair.map(({ name, text }) => ({ name, text: text.replace(/^interface .*\n/gm, `$&${message}\n`) }));
      assert.deepEqual(await saidOf(files), await saidOf(pair), message);
    }
  }
});

test('captures: colours at the end of rows, and what a session writes around a file, change no finding', async () => {
  const session = (name: string, text: string) =>
    `\x1b]0;${name}\x07Username:admin\r\nInfo: The max number of VTY users is 21.\r\n<${name}>screen-length 0 temporary\r\n` +
    `<${name}>\x1b[?2004hdisplay current-configuration | no-more\x1b[?2004l\r\n2026-11-29 10:00:00.123 +08:00\r\n` +
    `${text.replace(/\n/g, '\x1b[0m\x1b[m\r\n')}<${name}>quit\r\nConnection closed.\r\n`;
  for (const pair of pairs) {
    const files = pair.map(({ name, text }) => ({ name, text: session(/^sysname (\S+)/m.exec(text)![1]!, text) }));
    assert.deepEqual(await saidOf(files), await saidOf(pair));
  }
});

test('captures: the numbers of a listing, the marks of a patch and of a quoted mail change no finding', async () => {
  const numbered = (text: string) => {
    let row = 0;
    return text.replace(/^/gm, () => `${String(++row).padStart(6)}\t`);
  };
  const found = (text: string) => {
    let row = 0;
    return text.replace(/^/gm, () => `${++row}:`);
  };
  const quoted = (marks: string) => (text: string) => text.replace(/^/gm, marks);
  for (const write of [numbered, found, quoted('+'), quoted('> '), quoted('> > '), quoted('>> ')]) {
    for (const pair of pairs) {
      const files = pair.map(({ name, text }) => ({ name, text: write(text) }));
      assert.deepEqual(await saidOf(files), await saidOf(pair), write('x'));
    }
  }
});
