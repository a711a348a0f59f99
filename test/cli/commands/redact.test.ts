// `vrp redact`: what leaves holds no secret and says the same about the pair; what is there is never written over.
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import iconv from 'iconv-lite';
import { secretsIn } from '../../../server/src/model/secrets';
import { root, vrp } from '../../support/check-text';
import { secretLines } from '../../support/secret-lines';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const made = mkdtempSync(join(tmpdir(), 'vrp-redact-'));
  folders.push(made);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(made, name, '..'), { recursive: true });
    writeFileSync(join(made, name), content);
  }
  return made;
}
const below = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
const unmarked = (line: string) => line.replaceAll(/«|»/g, '');

/** Secrets as both devices of an example hold them: some equal, some not. */
function withSecrets(text: string, own: string): string {
  return text
    .replace(
      /^interface /m,
      `radius-server group g\n radius-server shared-key cipher %^%#hush-both"#%^%#\n#\naaa\n local-user ops password irreversible-cipher ${own}\n#\ninterface `,
    )
    .replace(/^( vrrp6? vrid (\d+)) /m, `$1 authentication-mode md5 hush-group\n$1 `);
}

const router = (name: string, extra = '') =>
  `#\nsysname ${name}\n#\ninterface GigabitEthernet0/1/2\n undo shutdown\n${extra}#\nreturn\n`;

test('redact: the examples with secrets in them give the same findings afterwards', async () => {
  const input = folder();
  cpSync(join(root, 'examples'), input, { recursive: true });
  // Beside them lies a page for people, which is none of them.
  rmSync(join(input, 'README.md'));
  for (const name of below(input))
    writeFileSync(
      join(input, name),
      withSecrets(readFileSync(join(input, name), 'utf8'), `$1a$hush-${name.replace(/\W/g, '')}$`),
    );
  const out = join(folder(), 'new', 'copies');
  const { code, out: text, err } = await vrp(['redact', input, '--out', out]);
  assert.equal(code, 0, err);
  // Each file has a secret of its own; three are the same in all.
  const copied = below(input).length;
  assert.match(text, new RegExp(`^${copied} files written to .*: \\d+ secrets masked, ${copied + 3} different$`, 'm'));
  assert.deepEqual(below(out), below(input), 'the folders are kept');
  for (const name of below(out)) {
    const [before, after] = [
      readFileSync(join(input, name), 'utf8').split('\n'),
      readFileSync(join(out, name), 'utf8').split('\n'),
    ];
    assert.ok(!after.join('\n').includes('hush'), name);
    assert.equal(after.length, before.length);
    after.forEach((line, row) =>
      assert.match(
        before[row]!,
        new RegExp(
          `^${line
            .split(/REDACTED-\d+/)
            .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
            .join('.*')}$`,
        ),
        'nothing else changes',
      ),
    );
  }
  // The key of one example that holds one already is there too.
  const report = async (path: string) =>
    JSON.stringify(JSON.parse((await vrp(['check', path, '--format', 'json'])).out), null, 1).replaceAll(path, '');
  assert.equal(await report(out), await report(input));
});

test('redact: one secret is one token in all files, another is another', async () => {
  const lines = (own: string) =>
    ` vrrp vrid 1 authentication-mode md5 hush-one\n description hush-one, see ${own}\n#\naaa\n local-user ops password cipher ${own}\n local-user two password cipher "hush-one"\n`;
  const input = folder({ 'a.cfg': router('A', lines('hush-two')), 'b.cfg': router('B', lines('hush-three')) });
  const out = join(folder(), 'out');
  await vrp(['redact', join(input, 'a.cfg'), join(input, 'b.cfg'), '--out', out]);
  const tokens = (name: string) => readFileSync(join(out, name), 'utf8').match(/REDACTED-\d+/g);
  assert.deepEqual(tokens('a.cfg'), ['REDACTED-1', 'REDACTED-1', 'REDACTED-2', 'REDACTED-2', 'REDACTED-1']);
  assert.deepEqual(tokens('b.cfg'), ['REDACTED-1', 'REDACTED-1', 'REDACTED-3', 'REDACTED-3', 'REDACTED-1']);
  // Redacted files may be redacted again, together with others: no token comes to mean two secrets.
  writeFileSync(join(out, 'c.cfg'), router('C', ' vrrp vrid 1 authentication-mode md5 hush-four\n'));
  const again = join(folder(), 'again');
  assert.equal((await vrp(['redact', out, '--out', again])).code, 0);
  assert.equal(readFileSync(join(again, 'a.cfg'), 'utf8'), readFileSync(join(out, 'a.cfg'), 'utf8'));
  assert.match(readFileSync(join(again, 'c.cfg'), 'utf8'), /md5 REDACTED-4$/m);
});

test('redact: every place of a secret, in a saved file and in a script', async () => {
  for (const text of [
    secretLines.map((line) => `${unmarked(line)}\n`).join(''),
    secretLines.map((line) => `[~R1] ${unmarked(line).trim()}\n`).join(''),
    secretLines.map((line) => `#\n${unmarked(line).trim()}\n`).join(''),
  ]) {
    const input = folder({ 'a.cfg': router('R1') + text });
    const out = join(folder(), 'out');
    assert.equal((await vrp(['redact', input, '--out', out])).code, 0);
    const written = readFileSync(join(out, 'a.cfg'), 'utf8');
    for (const [, secret] of secretLines.join('\n').matchAll(/«(.*?)»/g))
      if (secret !== '12345' && secret !== '0123456789abcdef') assert.ok(!written.includes(secret!), secret);
    assert.ok(!written.includes('hush'));
  }
});

test('redact: a private key goes line by line, a certificate stays', async () => {
  const block = (what: string) => `-----BEGIN ${what}-----\nMIIEhushQkN\n abcDEF012+/=\n-----END ${what}-----\n`;
  const input = folder({ 'a.cfg': router('R1') + block('RSA PRIVATE KEY') + block('CERTIFICATE') });
  const out = join(folder(), 'out');
  await vrp(['redact', input, '--out', out]);
  assert.ok(
    readFileSync(join(out, 'a.cfg'), 'utf8').endsWith(
      `-----BEGIN RSA PRIVATE KEY-----\nREDACTED-1\n REDACTED-2\n-----END RSA PRIVATE KEY-----\n${block('CERTIFICATE')}`,
    ),
  );
});

test('redact: bytes, line ends and encoding stay', async () => {
  const text = router('R1', ' description 公网\n vrrp vrid 1 authentication-mode md5 hush\n');
  const masked = text.replace('hush', 'REDACTED-1');
  const forms: Record<string, (text: string) => Buffer> = {
    'gbk.cfg': (one) => iconv.encode(one, 'gb18030'),
    'bom.cfg': (one) => Buffer.from(`\ufeff${one}`),
    'crlf.cfg': (one) => Buffer.from(one.replace(/\n/g, '\r\n')),
    'cr.cfg': (one) => Buffer.from(one.replace(/\n/g, '\r')),
    'mixed.cfg': (one) => Buffer.from(one.replace(/\n/, '\r\n').replace('#\nreturn', '#\rreturn')),
    'open.cfg': (one) => Buffer.from(one.trimEnd()),
    'nul.cfg': (one) => Buffer.from(`${one.trimEnd()}\0\0`),
    'latin.cfg': (one) => Buffer.concat([Buffer.from(one), Buffer.from([0xff, 0x20, 0xff, 0x0a])]),
    'oddgbk.cfg': (one) =>
      Buffer.concat([iconv.encode(one, 'gb18030'), Buffer.from([0xa2, 0xe3, 0x0a, 0x84, 0x31, 0xa4, 0x37, 0x0a])]),
  };
  const input = folder(Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, form(text)])));
  const out = join(folder(), 'out');
  const { code, err } = await vrp(['redact', input, '--out', out]);
  assert.equal(code, 0, err);
  for (const [name, form] of Object.entries(forms)) assert.deepEqual(readFileSync(join(out, name)), form(masked), name);
});

test('redact: what is there is never written over, and then nothing is written', async () => {
  const input = folder({ 'a.cfg': router('A'), 'b.cfg': router('B') });
  const out = folder({ 'b.cfg': 'mine' });
  const { code, err } = await vrp(['redact', input, '--out', out]);
  assert.equal(code, 2);
  assert.match(err, /b\.cfg: it is there already; nothing was written/);
  assert.deepEqual(below(out), ['b.cfg']);
  assert.equal(readFileSync(join(out, 'b.cfg'), 'utf8'), 'mine');
  assert.equal((await vrp(['redact', input, '--out', input])).code, 2, 'nor the input');
  assert.equal(readFileSync(join(input, 'a.cfg'), 'utf8'), router('A'));
  const dangling = folder();
  symlinkSync(join(dangling, 'nowhere'), join(dangling, 'a.cfg'));
  assert.equal(
    (await vrp(['redact', join(input, 'a.cfg'), '--out', dangling])).code,
    2,
    'nor a link that leads nowhere',
  );
  assert.ok(!existsSync(join(dangling, 'nowhere')));
});

test('redact: a folder inside the input is no input', async () => {
  const input = folder({ 'net/a.cfg': router('A') });
  const out = join(input, 'net', 'out');
  assert.equal((await vrp(['redact', input, '--out', out])).code, 0);
  assert.deepEqual(below(out), ['net/a.cfg']);
  const second = await vrp(['redact', input, '--out', out]);
  assert.equal(second.code, 2, 'the same again would write over');
  assert.deepEqual(below(out), ['net/a.cfg']);
  // What lies in the folder of the copies is none of the input: that nothing is left then is told.
  for (const [folderOfCopies, pattern] of [
    [input, /the files lie in this folder/],
    ['', /--out names the folder/],
  ] as const) {
    const { code, out: text, err } = await vrp(['redact', join(input, 'net'), '--out', folderOfCopies]);
    assert.equal(code, 2);
    assert.equal(text, '');
    assert.match(err, pattern);
  }
});

test('redact: links are followed when read and lead nowhere when written', async () => {
  const elsewhere = folder({ 'a.cfg': router('A', ' vrrp vrid 1 authentication-mode md5 hush\n') });
  const input = folder();
  symlinkSync(elsewhere, join(input, 'site'));
  symlinkSync(input, join(input, 'loop'));
  const out = join(folder(), 'out');
  assert.equal((await vrp(['redact', input, '--out', out])).code, 0);
  assert.deepEqual(below(out), ['site/a.cfg']);
  const trap = folder();
  const outside = folder();
  symlinkSync(outside, join(trap, 'site'));
  const { code, err } = await vrp(['redact', input, '--out', trap]);
  assert.equal(code, 2);
  assert.match(err, /a link leads out of the folder/);
  assert.deepEqual(below(outside), []);
});

test('redact: files of several folders keep apart, one file lands by its name', async () => {
  const input = folder({ 'one/a.cfg': router('A'), 'two/a.cfg': router('B'), 'one/notes.md': 'password hush\n' });
  const first = join(folder(), 'out');
  const { code, err } = await vrp(['redact', join(input, 'one'), join(input, 'two', 'a.cfg'), '--out', first]);
  assert.equal(code, 0);
  assert.match(err, /1 other file not copied: not VRP configurations/);
  assert.deepEqual(below(first), ['one/a.cfg', 'two/a.cfg']);
  const second = join(folder(), 'out');
  await vrp(['redact', join(input, 'two/a.cfg'), '--out', second]);
  assert.deepEqual(below(second), ['a.cfg']);
  const third = join(folder(), 'out');
  await vrp(['redact', `${input}/*/a.cfg`, '--out', third]);
  assert.deepEqual(below(third), ['one/a.cfg', 'two/a.cfg']);
});

test('redact: bad usage, missing and unreadable files', async () => {
  const input = folder({ 'a.cfg': router('A') });
  assert.equal((await vrp(['redact', input])).code, 2, 'no --out');
  assert.equal((await vrp(['redact', '--out', join(input, 'out')])).code, 2, 'no path');
  assert.equal((await vrp(['redact', '-', '--out', join(input, 'out')])).code, 2, 'standard input');
  assert.equal(
    (await vrp(['redact', join(input, 'a.cfg'), join(input, 'b.cfg'), '--out', join(input, 'out')])).code,
    2,
    'a missing path',
  );
  assert.ok(!existsSync(join(input, 'out')));
  symlinkSync(join(input, 'b.cfg'), join(input, 'b.cfg'));
  const { code, out } = await vrp(['redact', input, '--out', join(input, 'out')]);
  assert.equal(code, 3);
  assert.match(out, /^1 file written/);
  writeFileSync(join(input, 'full'), '');
  assert.equal(
    (await vrp(['redact', join(input, 'a.cfg'), '--out', join(input, 'full', 'out')])).code,
    2,
    'a file where a folder should be',
  );
});

test('redact: a person is told where to look', async () => {
  const input = folder({
    'a.cfg': router('A', ' description the key is under the mat\n unknown-command Xy7#abcDEFghijKLMnop%21\n'),
  });
  const { err } = await vrp(['redact', input, '--out', join(folder(), 'out')]);
  assert.match(err, /a\.cfg:6: free text that speaks of a password or key\n.*a\.cfg:7: a word that looks encrypted\n/);
  assert.match(err, /not masked: names, addresses, descriptions and banners/);
});

test('redact: what it masks is what reports mask', () => {
  for (const line of secretLines) assert.ok(secretsIn(unmarked(line)).length > 0);
});
