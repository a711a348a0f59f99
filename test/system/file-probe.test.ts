// A file is a device for the command line, the server and the editor, or for none of them, and has one name.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileIndex } from '../../server/src/lsp/file-index';
import { decode } from '../../server/src/main/decode';
import { detect } from '../../server/src/model/detect';
import { isText } from '../../server/src/model/file-kind';
import { vrp, workspaceOf } from '../support/check-text';
import { loadSyntax } from '../support/wasm';

before(loadSyntax);
const folder = mkdtempSync(join(tmpdir(), 'vrp-probe-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const plain = 'sysname Edge-1\n#\nvlan batch 10\n#\ninterface Vlanif10\n ip address 10.1.1.1 24\n#\n';
const long = (row: string) => row.repeat(Math.ceil(70_000 / row.length));

const files: readonly { readonly title: string; readonly bytes: Uint8Array; readonly isDevice: boolean }[] = [
  { title: 'a configuration', bytes: Buffer.from(`${plain}return\n`), isDevice: true },
  { title: 'return and NULs behind it', bytes: Buffer.from(`${plain}return\n\0\0\0`), isDevice: true },
  { title: 'RETURN and NULs behind it', bytes: Buffer.from(`${plain}RETURN\0\0\0`), isDevice: true },
  { title: 'NULs elsewhere', bytes: Buffer.from(`sysname\0Edge-1\n${plain}`), isDevice: false },
  { title: 'UTF-16', bytes: Buffer.from(`\ufeff${plain}`, 'utf16le'), isDevice: true },
  { title: 'UTF-16, big end first', bytes: Buffer.from(`\ufeff${plain}`, 'utf16le').swap16(), isDevice: true },
  {
    title: 'UTF-16 that lost a byte',
    bytes: Buffer.from(`\ufeff${plain}`, 'utf16le').subarray(0, -1),
    isDevice: false,
  },
  { title: 'a NUL before the text', bytes: Buffer.from(`\0${plain}`), isDevice: true },
  {
    title: 'NULs at line ends, as Telnet sends them',
    bytes: Buffer.from(plain.replace(/\n/g, '\r\0\n')),
    isDevice: true,
  },
  {
    title: 'times before every row',
    bytes: Buffer.from(plain.replace(/^/gm, '[2026-11-29 10:00:00.000] ')),
    isDevice: true,
  },
  {
    title: 'UTF-16 that holds no NUL',
    bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(plain)]),
    isDevice: false,
  },
  {
    title: 'a long file with carriage returns alone',
    bytes: Buffer.from((plain + long(' undo shutdown\n')).replace(/\n/g, '\r')),
    isDevice: true,
  },
  {
    title: 'what tells it stands behind many blank rows',
    bytes: Buffer.from('\n'.repeat(600) + plain),
    isDevice: true,
  },
  {
    title: 'what tells it stands behind the start of a long file',
    bytes: Buffer.from(long(`${'note '.repeat(2000)}\n`) + plain),
    isDevice: false,
  },
  { title: 'prose', bytes: Buffer.from('A note on VRRP.\n\nNothing else.\n'), isDevice: false },
];

async function cliSees(name: string): Promise<boolean> {
  const { out } = await vrp(['check', join(folder, name), '--format', 'json']);
  const report = JSON.parse(out) as { files: { vrp: boolean }[] };
  return report.files.some((file) => file.vrp);
}

async function serverSees(bytes: Uint8Array): Promise<boolean> {
  const uri = 'file:///w/a.cfg';
  const seen = new Set<string>();
  const closed = fileIndex(
    {
      decode,
      files: {
        list: () => Promise.resolve([uri]),
        read: (_, limit) => Promise.resolve(limit === undefined ? bytes : bytes.subarray(0, limit)),
      },
    },
    { isOpen: () => false, set: (id) => seen.add(id), remove: (id) => seen.delete(id) },
  );
  closed.setFolders(['file:///w']);
  await closed.index(() => undefined);
  return seen.size > 0;
}

for (const [index, { title, bytes, isDevice }] of files.entries()) {
  test(`a file is a device for all or for none: ${title}`, async () => {
    const name = `${index}.cfg`;
    writeFileSync(join(folder, name), bytes);
    assert.equal(await cliSees(name), isDevice, 'command line');
    assert.equal(await serverSees(bytes), isDevice, 'server, of a closed file');
    // What an editor opens it has decoded itself; its extension and the server ask about that text.
    if (isText(bytes)) assert.equal(detect(decode(bytes).text).vrp, isDevice, 'an open text');
  });
}

test('a device without a name is called like its file, as the disk spells it', async () => {
  for (const [name, called] of [
    ['Edge-1.cfg', 'Edge-1'],
    ['a%20b.cfg', 'a%20b'],
    ['a.b.cfg', 'a.b'],
    ['.hidden', '.hidden'],
  ] as const) {
    const text = plain.replace('sysname Edge-1\n', '');
    const workspace = await workspaceOf([{ name: `w/${name}`, text }]);
    assert.equal(workspace.snapshot(`w/${name}`)!.device.name, called);
    writeFileSync(join(folder, name), text);
    const { out } = await vrp(['check', join(folder, name), '--format', 'json']);
    assert.equal((JSON.parse(out) as { files: { device: string }[] }).files[0]!.device, called);
  }
});
