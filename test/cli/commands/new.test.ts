// `vrp new`: what it asks, what it writes, and that it writes both files or none.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
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
import { after, describe, test } from 'node:test';
import { nodeFiles } from '../../../server/src/main/files';
import { scenarios } from '../../../server/src/scenarios';
import { root, vrp } from '../../support/check-text';

const folder = mkdtempSync(join(tmpdir(), 'vrp-new-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const fresh = () => join(folder, `d${++count}`);
const put = (text: string) => {
  const path = join(folder, `answers${++count}.json`);
  writeFileSync(path, text);
  return path;
};
/** A terminal at which these lines are typed; then the input ends. */
const typing = (...lines: string[]) => {
  const asked: string[] = [];
  return {
    asked,
    ask: (question: string) => {
      asked.push(question);
      return Promise.resolve(lines.shift());
    },
  };
};

test('--list names every scenario; with one of them, its parameters and what is offered', async () => {
  const { code, out } = await vrp(['new', '--list']);
  assert.equal(code, 0);
  for (const { id } of scenarios) assert.match(out, new RegExp(`^${id} +\\S`, 'm'));
  const cliResult = await vrp(['new', 'dhcp-server', '--list']);
  assert.equal(cliResult.code, 0);
  assert.match(cliResult.out, /^virtual-ip +10\.0\.50\.1 +Virtual address/m);
});

for (const { id } of scenarios) {
  test(`${id} --defaults writes two files in which vrp check finds nothing above information`, async () => {
    const out = join(fresh(), 'made', 'on the way');
    const { code, out: text, err } = await vrp(['new', id, '--out', out, '--defaults']);
    assert.equal(code, 0, err);
    assert.deepEqual(readdirSync(out).sort(), ['DeviceA.cfg', 'DeviceB.cfg']);
    assert.match(
      text,
      /wrote .*DeviceA\.cfg \(master, \d+ lines\)\nwrote .*DeviceB\.cfg \(backup, \d+ lines\)\nnext: vrp check /,
    );
    const checked = await vrp(['check', out, '--fail-level', 'warning']);
    assert.equal(checked.code, 0, checked.out);
    assert.match(checked.out, /2 devices, 1 pair/);
  });
}

describe('nothing is written', () => {
  const untouched = async (args: string[], out: string, pattern: RegExp, code = 2, io = {}) => {
    const before = existsSync(out) ? readdirSync(out) : undefined;
    const result = await vrp(['new', ...args, '--out', out], undefined, io);
    assert.equal(result.code, code, result.err);
    assert.match(result.err, pattern);
    assert.deepEqual(existsSync(out) ? readdirSync(out) : undefined, before);
  };

  test('no scenario, an unknown one, no folder', async () => {
    await untouched([], fresh(), /vrp new --list/);
    await untouched(
      ['bgp', '--defaults'],
      fresh(),
      /no scenario bgp; there are dhcpv6-relay, nd, dhcp-server, mld, ds-lite/,
    );
    assert.equal((await vrp(['new', 'mld', '--defaults'])).code, 2);
  });

  test('no terminal and no answers', () =>
    untouched(['mld'], fresh(), /not a terminal: give --defaults, or --answers/));

  test('either file exists: it is left as it is, and so is the other', async () => {
    for (const name of ['DeviceA.cfg', 'DeviceB.cfg']) {
      const out = fresh();
      mkdirSync(out);
      writeFileSync(join(out, name), 'mine');
      await untouched(
        ['mld', '--defaults'],
        out,
        new RegExp(`${name.replace('.', '\\.')} exists and is left as it is`),
      );
      assert.equal(readFileSync(join(out, name), 'utf8'), 'mine');
    }
  });

  test('a link that leads nowhere counts as a file', async () => {
    const out = fresh();
    mkdirSync(out);
    symlinkSync(join(out, 'elsewhere'), join(out, 'DeviceB.cfg'));
    await untouched(['mld', '--defaults'], out, /DeviceB\.cfg exists/);
    assert.ok(lstatSync(join(out, 'DeviceB.cfg')).isSymbolicLink());
  });

  test('the folder is a file', async () => {
    const out = put('x');
    const { code, err } = await vrp(['new', 'mld', '--defaults', '--out', out]);
    assert.equal(code, 2);
    assert.match(err, /not a folder; nothing was written/);
  });

  test('no folder can be made there: it is said, and not tried for ever', async () => {
    const { code, err } = await vrp([
      'new',
      'mld',
      '--defaults',
      '--out',
      existsSync('/proc') ? '/proc/vrp-new/x' : join(put('x'), 'y'),
    ]);
    assert.ok(code === 2 || code === 3);
    assert.match(err, /nothing was written/);
    assert.equal((await vrp(['new', 'mld', '--defaults', '--out', ''])).code, 2);
  });

  test('the second file cannot be written: the first one goes, and the folder that was made', async () => {
    const out = join(fresh(), 'deep');
    const made = nodeFiles.create(out, [
      { name: 'a.cfg', bytes: new Uint8Array(3) },
      { name: 'a.cfg/b.cfg', bytes: new Uint8Array(3) },
    ]);
    assert.equal(made.ok, false);
    assert.equal(existsSync(out), false);
    assert.equal(existsSync(join(out, '..')), false);
  });

  test('answers: no file, no JSON, no object, an unknown id, wrong values', async () => {
    await untouched(['mld', '--answers', join(folder, 'none.json')], fresh(), /none\.json: no such file/);
    await untouched(['mld', '--answers', put('{"vrid": 1,}')], fresh(), /not JSON/);
    await untouched(['mld', '--answers', put('[1]')], fresh(), /not an object/);
    await untouched(['mld', '--answers', put('{"vrid": true}')], fresh(), /vrid: the value is a text or a number/);
    await untouched(
      ['mld', '--answers', put('{"vrdi": 1, "vrid": 300, "delay": 10801, "device-a": "../x"}')],
      fresh(),
      /vrdi "1": MLD has no such parameter\.\n.*device-a "\.\.\/x": Use letters[^]*vrid "300": Give a number from 1 to 255\.\n.*delay "10801": Give a number from 0 to 10800 seconds\./,
    );
  });

  test('what is legal and advised against is written, with a word about it', async () => {
    const out = fresh();
    const { code, err } = await vrp([
      'new',
      'ds-lite',
      '--answers',
      put('{"delay": 900, "advertise": 1}'),
      '--out',
      out,
    ]);
    assert.equal(code, 0);
    assert.match(
      err,
      /^delay 900: The vendor's example waits 1500 s[^\n]*\nadvertise 1: More than 1 s is advised[^\n]*\n$/,
    );
    assert.match(readFileSync(join(out, 'DeviceA.cfg'), 'utf8'), /preempt-mode timer delay 900\n/);
  });

  test('answers of any size: what is said about them stays short', async () => {
    const long = 'x'.repeat(100_000);
    for (const answers of [{ 'device-a': long }, { [long]: '1' }, { [long]: [] }]) {
      const { code, err } = await vrp(['new', 'mld', '--answers', put(JSON.stringify(answers)), '--out', fresh()]);
      assert.equal(code, 2);
      assert.ok(err.length < 1000, `${err.length} characters`);
    }
  });

  test('a person leaves in the middle', () =>
    untouched(['mld'], fresh(), /interrupted, nothing was written/, 3, typing('R1', 'R2', '')));

  test('--dry-run prints the files', async () => {
    const out = fresh();
    const { code, out: printed } = await vrp(['new', 'nd', '--defaults', '--dry-run', '--out', out]);
    assert.equal(code, 0);
    assert.match(printed, /^--- .*DeviceA\.cfg\n#\nsysname DeviceA\n[^]*\n--- .*DeviceB\.cfg\n#\nsysname DeviceB\n/);
    assert.equal(existsSync(out), false);
  });
});

test('answers from a file: what it leaves out takes what is offered; numbers may be numbers', async () => {
  const out = fresh();
  const { code, err } = await vrp([
    'new',
    'dhcp-server',
    '--out',
    out,
    '--answers',
    put('\uFEFF{"device-a": "Metro-1", "device-b": "Metro-2", "vrid": 20, "interface-a": "gi 0/6/1.200"}'),
  ]);
  assert.equal(code, 0, err);
  const text = readFileSync(join(out, 'Metro-1.cfg'), 'utf8');
  assert.match(text, /^interface GigabitEthernet0\/6\/1\.200$/m);
  assert.match(text, /^ vlan-type dot1q 200$/m);
  assert.match(text, /^ vrrp vrid 20 virtual-ip 10\.0\.50\.1$/m);
  assert.ok(existsSync(join(out, 'Metro-2.cfg')));
});

test('answers from standard input', async () => {
  const out = fresh();
  assert.equal((await vrp(['new', 'nd', '--out', out, '--answers', '-'], Buffer.from('{"device-a": "East"}'))).code, 0);
  assert.deepEqual(readdirSync(out).sort(), ['DeviceB.cfg', 'East.cfg']);
});

test('asked at a terminal: a wrong answer is told and asked again, Enter takes what is offered', async () => {
  const out = fresh();
  mkdirSync(out);
  writeFileSync(join(out, 'Old.cfg'), 'mine');
  const person = typing('../x', 'Old', 'R1', 'r1', 'R2', ...Array<string>(40).fill(''));
  const { code, err } = await vrp(['new', 'mld', '--out', out], undefined, person);
  assert.equal(code, 0, err);
  assert.deepEqual(readdirSync(out).sort(), ['Old.cfg', 'R1.cfg', 'R2.cfg']);
  assert.match(err, /Use letters.*\n {2}There is a file Old\.cfg already.*\n {2}The two devices need different names/);
  assert.deepEqual(person.asked.slice(0, 6), [
    'Name of the master [DeviceA]: ',
    'Name of the master [DeviceA]: ',
    'Name of the master [DeviceA]: ',
    'Name of the backup [DeviceB]: ',
    'Name of the backup [DeviceB]: ',
    'Interface of the master towards the users [GigabitEthernet0/1/2]: ',
  ]);
  assert.equal((await vrp(['check', join(out, 'R1.cfg'), join(out, 'R2.cfg'), '--fail-level', 'warning'])).code, 0);
});

test('at a real pseudo-terminal: lines typed ahead are taken, the end of input leaves nothing behind', (context) => {
  const has = spawnSync('script', ['--version']).status === 0;
  if (!has) return context.diagnostic('no script(1) here: the terminal is played in process above');
  const main = join(root, 'dist/cli.js');
  const typed = (text: string, out: string) =>
    spawnSync('script', ['-qec', `${process.execPath} ${main} new nd --out ${out}`, '/dev/null'], {
      input: text,
      encoding: 'utf8',
      timeout: 60_000,
    });
  const left = fresh();
  const broken = typed('East\nWest\n\n', left);
  assert.equal(broken.status, 3, broken.stdout + broken.stderr);
  assert.equal(existsSync(left), false);
  const out = fresh();
  const whole = typed(`East\nWest\n${'\n'.repeat(40)}`, out);
  assert.equal(whole.status, 0, whole.stdout + whole.stderr);
  assert.deepEqual(readdirSync(out).sort(), ['East.cfg', 'West.cfg']);
});
