// The command line as its users meet it: reports, exit codes, bad input. In process but for one run of the built bundle.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, symlinkSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root, vrp } from '../../support/check-text';
import { scratch } from '../../support/scratch';

const { folder, put } = scratch('cli');
const router = '#\nsysname R1\n#\ninterface GigabitEthernet0/1/2\n undo shutdown\n#\nreturn\n';
const example = (name: string) => join(root, 'examples', name);

describe('vrp check', () => {
  test('a clean pair: exit 0 and a line that says so', async () => {
    const { code, out, err } = await vrp(['check', example('mld')]);
    assert.equal(code, 0);
    assert.equal(err, '');
    assert.match(out, /^2 devices, 1 pair: no errors$/m);
  });

  test("errors: exit 1, the line with a caret under the value, the peer's line below it", async () => {
    const { code, out } = await vrp(['check', example('mld-mistakes')]);
    assert.equal(code, 1);
    assert.match(out, /port 7001\n.*\^\^\^\^/);
    assert.match(out, /North\.cfg:\d+ \| .*port 7011\n.*\^\^\^\^/);
  });

  test('--fail-level', async () => {
    assert.equal((await vrp(['check', example('dhcpv6-relay')])).code, 0);
    assert.equal((await vrp(['check', example('dhcpv6-relay'), '--fail-level', 'warning'])).code, 1);
    assert.equal((await vrp(['check', example('mld-mistakes'), '--fail-level', 'off'])).code, 0);
  });

  test('json: the schema of the conventions', async () => {
    const { out } = await vrp(['check', example('mld-mistakes'), '--format', 'json']);
    const report = JSON.parse(out);
    assert.equal(report.schemaVersion, 1);
    assert.deepEqual(
      report.files.map((file: { device: string }) => file.device),
      ['BRAS-North', 'BRAS-South'],
    );
    for (const file of report.files) {
      assert.equal(file.vrp, true);
      assert.equal(file.syntaxErrors, 0);
      assert.ok(file.recognized > 30 && file.recognized <= file.lines);
    }
    assert.deepEqual(report.pairs[0].devices, ['BRAS-North', 'BRAS-South']);
    const port = report.findings.find((one: { rule: string }) => one.rule === 'rbs-port-mismatch');
    assert.equal(port.severity, 'error');
    assert.equal(port.related.length, 1);
    assert.ok(port.line > 1 && port.endColumn === port.column + 4);
  });

  test('bad usage and missing paths: 2', async () => {
    assert.equal((await vrp([])).code, 2);
    assert.equal((await vrp(['check'])).code, 2);
    assert.equal((await vrp(['chek', '.'])).code, 2);
    assert.equal((await vrp(['check', folder, '--format', 'xml'])).code, 2);
    const { code, err } = await vrp(['check', join(folder, 'no-such-file.cfg')]);
    assert.equal(code, 2);
    assert.match(err, /no such file or directory: .*no-such-file\.cfg/);
  });

  test('an empty file: 0; a folder without VRP: 2, and it is said; 0 with --allow-empty', async () => {
    assert.equal((await vrp(['check', put('empty/a.cfg', '')])).code, 0);
    put('other/readme.md', '# Title\n\nText.\n');
    const { code, out, err } = await vrp(['check', join(folder, 'other')]);
    assert.equal(code, 2);
    assert.match(out, /the file is not a VRP configuration/);
    assert.equal(err, 'vrp: the file is not a VRP configuration: nothing was checked\n');
    assert.equal((await vrp(['check', join(folder, 'other'), '--allow-empty'])).code, 0);
    assert.equal((await vrp(['pairs', join(folder, 'other')])).code, 2);
    assert.equal((await vrp(['check', join(folder, 'other'), '--fix', '--dry-run'])).code, 2);
  });

  test('a named file in which nothing was checked: 2, and one sentence says why', async () => {
    const good = put('named/r1.cfg', router);
    const notes = put('named/notes.txt', 'Call the carrier.\n');
    const comware = put(
      'named/h3c.cfg',
      '#\n version 7.1.070, Release 6301\n#\n sysname H3C\n#\ninterface Vlan-interface1\n#\n',
    );
    const { code, err } = await vrp(['check', good, notes, comware]);
    assert.equal(code, 2);
    assert.match(err, /notes\.txt: not a VRP configuration: it was not checked/);
    assert.match(err, /h3c\.cfg: the configuration of another vendor: it was not checked/);
    assert.equal((await vrp(['check', good, notes, '--allow-empty'])).code, 0);
    // Met in a walk they are counted, and are no reason to fail.
    const walk = await vrp(['check', join(folder, 'named')]);
    assert.equal(walk.code, 0);
    assert.match(walk.out, /^2 files left out: 1 of another vendor, 1 no configuration$/m);
  });

  test('files that are left out are counted by reason, commands beside rows', async () => {
    put('left/image.bin', new Uint8Array([1, 2, 0, 3, 4]));
    put('left/notes.txt', 'Call the carrier.\n');
    put('left/r1.cfg', router);
    const { out } = await vrp(['check', join(folder, 'left'), '--format', 'json']);
    const report = JSON.parse(out);
    assert.deepEqual(report.summary.leftOut, {
      binary: 1,
      tooLarge: 0,
      otherVendor: 0,
      noConfiguration: 1,
      empty: 0,
    });
    const rows = router.split('\n').filter((row) => row.trim() !== '' && row.trim() !== '#');
    assert.equal(report.files.find((file: { vrp: boolean }) => file.vrp).commands, rows.length);
  });

  test('a binary named outright: 3; met in a walk: looked at and left alone', async () => {
    const path = put('binary/image.bin', new Uint8Array([1, 2, 0, 3, 4]));
    put('binary/r1.cfg', router);
    assert.equal((await vrp(['check', path])).code, 3);
    const { code, out } = await vrp(['check', join(folder, 'binary'), '--format', 'json']);
    assert.equal(code, 0);
    assert.deepEqual(
      JSON.parse(out).files.map((file: { vrp: boolean }) => file.vrp),
      [false, true],
    );
  });

  test('a NUL behind return is no binary', async () => {
    const { code, out } = await vrp(['check', put('nul/r1.cfg', `${router.trimEnd()}\0`), '--format', 'json']);
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).files[0].vrp, true);
  });

  test('GBK is read; bytes of no encoding are read as Latin-1 with one information finding', async () => {
    const gbk = Buffer.concat([
      Buffer.from('#\nsysname R1\n#\ninterface GigabitEthernet0/1/2\n description '),
      Buffer.from([0xb9, 0xab, 0xcd, 0xf8]),
      Buffer.from('\n#\nreturn\n'),
    ]);
    assert.deepEqual(JSON.parse((await vrp(['check', put('gbk/r1.cfg', gbk), '--format', 'json'])).out).findings, []);
    const odd = Buffer.concat([
      Buffer.from('#\nsysname R1\n#\ninterface GigabitEthernet0/1/2\n description '),
      Buffer.from([0xff, 0x20, 0xff, 0x0a]),
      Buffer.from('#\nreturn\n'),
    ]);
    const report = JSON.parse((await vrp(['check', put('odd/r1.cfg', odd), '--format', 'json'])).out);
    assert.deepEqual(
      report.findings.map((one: { severity: string; rule: string }) => [one.severity, one.rule]),
      [['information', 'file-encoding-unknown']],
    );
  });

  test('UTF-16 is read, and written back as it was', async () => {
    const { code, out } = await vrp([
      'check',
      put('wide/r1.cfg', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(router, 'utf16le')])),
      '--format',
      'json',
    ]);
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).files[0].vrp, true);
    const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    const [a, b] = ['10.0.0.1', '10.0.0.2'].map((own, index) =>
      put(
        `wide-pair/${index}.cfg`,
        wide(
          `#\nsysname W${index}\n#\nremote-backup-service s\n peer ${index === 0 ? '10.0.0.2' : '10.0.0.1'} source ${own} port ${7000 + index}\n#\nreturn\n`,
        ),
      ),
    ) as [string, string];
    const before = readFileSync(b, 'utf16le');
    await vrp(['check', a, b, '--fix', '--unsafe-fixes']);
    const after = [readFileSync(a), readFileSync(b)].map((bytes) => bytes.toString('utf16le'));
    assert.ok(after.every((text) => text.startsWith('\ufeff#\nsysname W')));
    assert.ok(after[0]!.includes('port 7001') || (after[1] !== before && after[1]!.includes('port 7000')));
  });

  test('a fix of UTF-16 changes its value and no other byte, in either byte order', async () => {
    for (const swap of [false, true]) {
      const bytes = (text: string) => {
        const made = Buffer.from(`\ufeff${text}`, 'utf16le');
        return swap ? made.swap16() : made;
      };
      const device = (own: 1 | 2, port: number) =>
        `#\r\nsysname Wide\u00e9${own}\r\n#\r\nremote-backup-service s\r\n peer 10.0.0.${3 - own} source 10.0.0.${own} port ${port}\r\n#\r\nreturn\r\n`;
      const folder = swap ? 'wide-big' : 'wide-little';
      const paths = [put(`${folder}/a.cfg`, bytes(device(1, 7000))), put(`${folder}/b.cfg`, bytes(device(2, 7001)))];
      await vrp(['check', ...paths, '--fix', '--unsafe-fixes']);
      assert.deepEqual(
        paths.map((path) => readFileSync(path).toString('hex')),
        [device(1, 7000), device(2, 7000)].map((text) => bytes(text).toString('hex')),
        folder,
      );
    }
  });

  test('a script that sets a value anew or undoes it is read to its end', async () => {
    const pair = (port: string, tail = '') => [
      put(
        'script/a.cfg',
        '#\nsysname A\n#\ninterface LoopBack0\n ip address 10.1.1.1 32\n#\nremote-backup-service s\n peer 10.1.1.2 source 10.1.1.1 port 3000\n#\nreturn\n',
      ),
      put(
        'script/b.cfg',
        `system-view\nsysname B\ninterface LoopBack0\nip address 10.1.1.2 32\nquit\nremote-backup-service s\npeer 10.1.1.1 source 10.1.1.2 port ${port}\n${tail}commit\n`,
      ),
    ];
    const rules = async (paths: string[]) =>
      JSON.parse((await vrp(['check', ...paths, '--select', 'rbs-port-mismatch', '--format', 'json'])).out).findings
        .length;
    assert.equal(await rules(pair('3000')), 0);
    assert.equal(await rules(pair('3000', 'undo peer\npeer 10.1.1.1 source 10.1.1.2 port 3001\n')), 1);
    assert.equal(await rules(pair('3001', 'undo peer\npeer 10.1.1.1 source 10.1.1.2 port 3000\n')), 0);
  });

  test('a link that leads back to itself ends the walk, it does not hang it', async () => {
    put('loop/r1.cfg', router);
    symlinkSync(join(folder, 'loop'), join(folder, 'loop', 'again'));
    const { code, out } = await vrp(['check', join(folder, 'loop'), '--format', 'json']);
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).files.length, 1);
  });

  test('an unreadable file: 3, the others are still checked', { skip: false }, async (context) => {
    const path = put('locked/a.cfg', router);
    put('locked/b.cfg', router.replace('R1', 'R2'));
    chmodSync(path, 0);
    if (process.getuid?.() === 0) {
      // root reads everything: a directory in the place of a file does it too
      rmSync(path);
      symlinkSync(path, path);
      context.diagnostic('as root: a link to itself stands in for the unreadable file');
    }
    const { code, out, err } = await vrp(['check', join(folder, 'locked'), '--format', 'json']);
    assert.equal(code, 3, err);
    assert.deepEqual(
      JSON.parse(out).files.map((file: { device: string }) => file.device),
      ['R2'],
    );
  });

  test('standard input', async () => {
    const { code, out } = await vrp(['check', '-', '--format', 'json'], Buffer.from(router));
    assert.equal(code, 0);
    assert.deepEqual(
      JSON.parse(out).files.map((file: { path: string; device: string }) => [file.path, file.device]),
      [['<stdin>', 'R1']],
    );
  });

  test('control characters of a file never reach the terminal raw', async () => {
    const { out } = await vrp([
      'check',
      put(
        'control/x.cfg',
        '#\nsysname R\u001b[31m1\n#\ninterface GigabitEthernet0/1/2\n vrrp vrid 300 virtual-ip 10.0.0.1\n#\n',
      ),
    ]);

    assert.doesNotMatch(out, /\u001b/);
    assert.match(out, /\\x1b/);
  });

  test('the same report whatever the order of the arguments', async () => {
    const [north, south] = [
      join(example('mld-mistakes'), 'BRAS-North.cfg'),
      join(example('mld-mistakes'), 'BRAS-South.cfg'),
    ];
    assert.equal((await vrp(['check', north, south])).out, (await vrp(['check', south, north])).out);
  });
});

describe('the other commands', () => {
  test('pairs: the pairs and why', async () => {
    const { code, out } = await vrp(['pairs', example('')]);
    assert.equal(code, 0);
    assert.match(out, /BRAS-North - BRAS-South\n/);
    assert.match(out, /because: RBS channel mirrored: /);
  });

  test('rules and explain', async () => {
    assert.match((await vrp(['rules'])).out, /^rbs-port-mismatch +error +fix /m);
    const { code, out } = await vrp(['explain', 'rbs-port-mismatch']);
    assert.equal(code, 0);
    assert.match(out, /Why: /);
    assert.match(out, /Guide: DHCPv6 relay hot backup, step 2\.3/);
    const unknown = await vrp(['explain', 'rbs-port']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /did you mean .*rbs-port-mismatch/);
  });

  test('the bundle runs: --version, and a report', () => {
    const bundle = join(root, 'dist/cli.js');
    assert.match(spawnSync(process.execPath, [bundle, '--version'], { encoding: 'utf8' }).stdout, /^\d+\.\d+\.\d+\n$/);
    const report = spawnSync(process.execPath, [bundle, 'check', example('mld')], { encoding: 'utf8' });
    assert.equal(report.status, 0, report.stderr);
    assert.match(report.stdout, /2 devices, 1 pair: no errors/);
  });
});
