// What is kept of the compiled program: used where it is whole, this user's and of this very program, else as if it was not there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import module from 'node:module';
import { test, type TestContext } from 'node:test';
import { cacheFolder } from '../../server/src/main/compile-cache';

const root = join(__dirname, '../..');
const isNodesOwn = 'enableCompileCache' in module;

interface Place {
  readonly home: string;
  readonly folder: string;
  run(...args: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string };
  /** The file that holds the code. */
  kept(): string;
  commands(): readonly string[];
}

/** A copy of the program, and a home for its user. */
function place(t: TestContext): Place {
  const home = mkdtempSync(join(tmpdir(), 'compiled-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  cpSync(join(root, 'dist'), join(home, 'dist'), { recursive: true });
  const folder = join(home, 'cache/vrp-hot-backup');
  const kept = () => join(folder, readdirSync(folder).find((name) => name.endsWith('.bin')) ?? 'none');
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, HOME: home, XDG_CACHE_HOME: join(home, 'cache') };
  return {
    home,
    folder,
    kept,
    run: (...args) => spawnSync(process.execPath, [join(home, 'dist/cli.js'), ...args], { env, encoding: 'utf8' }),
    commands: () => (JSON.parse(readFileSync(kept(), 'utf8').split('\n', 1)[0]!) as { commands: string[] }).commands,
  };
}

const files = join(root, 'examples/mld');
test("the folder is the one for the user's caches; Node's switch, CI and coverage do without", () => {
  assert.equal(cacheFolder({ HOME: '/h' }, 'linux'), join('/h', '.cache', 'vrp-hot-backup'));
  assert.equal(cacheFolder({ HOME: '/h', XDG_CACHE_HOME: '/c' }, 'linux'), join('/c', 'vrp-hot-backup'));
  assert.equal(cacheFolder({ HOME: '/h' }, 'darwin'), join('/h', 'Library', 'Caches', 'vrp-hot-backup'));
  assert.equal(cacheFolder({ HOME: '/h', LOCALAPPDATA: '/l' }, 'win32'), join('/l', 'vrp-hot-backup'));
  assert.equal(cacheFolder({ HOME: '/h' }, 'win32'), undefined);
  assert.equal(cacheFolder({}, 'linux'), undefined);
  for (const off of ['NODE_DISABLE_COMPILE_CACHE', 'CI', 'NODE_V8_COVERAGE'])
    assert.equal(cacheFolder({ HOME: '/h', [off]: '1' }, 'linux'), undefined, off);
});

// Node 22 and later keep by themselves what they compiled; Windows knows no modes.
if (!isNodesOwn && process.platform !== 'win32') {
  test('the second start uses what the first has kept; a new command adds its own', (t) => {
    const { run, kept, commands, folder } = place(t);
    const first = run('check', files);
    assert.deepEqual(commands(), ['check']);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(kept()).mode & 0o777, 0o600);
    const before = statSync(kept());
    const second = run('check', files);
    assert.deepEqual([second.status, second.stdout, second.stderr], [first.status, first.stdout, first.stderr]);
    assert.equal(statSync(kept()).ino, before.ino, 'nothing is written again');
    run('rules');
    assert.deepEqual(commands(), ['check', 'rules']);
    assert.equal(run('rules', '--no-such-option').status, 2);
    assert.equal(run('nonsense').status, 2);
    assert.deepEqual(commands(), ['check', 'rules']);
    assert.deepEqual(readdirSync(folder).length, 1);
  });

  test('code that is damaged, of another program or of who knows whom is not run', (t) => {
    const { run, kept, folder, commands } = place(t);
    const report = run('check', files).stdout;
    const whole = readFileSync(kept());
    const damages: Readonly<Record<string, () => void>> = {
      'a changed byte': () =>
        writeFileSync(
          kept(),
          whole.map((byte, at) => (at === whole.length >> 1 ? byte ^ 64 : byte)),
        ),
      'cut short': () => writeFileSync(kept(), whole.subarray(0, 100_000)),
      empty: () => writeFileSync(kept(), ''),
      'another key': () => writeFileSync(kept(), whole.toString('latin1').replace('"key":"', '"key":"x'), 'latin1'),
      'others may write the file': () => chmodSync(kept(), 0o666),
    };
    for (const [what, damage] of Object.entries(damages)) {
      damage();
      const { status, stdout, stderr } = run('check', files);
      assert.deepEqual([status, stdout], [0, report], `${what}: ${stderr}`);
      assert.deepEqual(commands(), ['check'], what);
      assert.ok(readFileSync(kept()).length > 1_000_000 && (statSync(kept()).mode & 0o022) === 0, `${what}: made anew`);
    }
    chmodSync(folder, 0o777);
    rmSync(kept());
    assert.equal(run('check', files).stdout, report);
    assert.deepEqual(readdirSync(folder), [], 'nothing is put where others write');
  });

  test('no folder, a file in its place, a program that changed: it runs', (t) => {
    const { run, home, folder, kept } = place(t);
    mkdirSync(join(home, 'cache'));
    writeFileSync(folder, '');
    assert.equal(run('check', files).status, 0);
    rmSync(folder);
    assert.equal(run('check', files).status, 0);
    const before = kept();
    const program = join(home, 'dist/vrp.js');
    // Of the same length, which is all that V8 compares.
    writeFileSync(program, readFileSync(program, 'latin1').replace('Checks Huawei VRP', 'CHECKS HUAWEI VRP'), 'latin1');
    assert.match(run('--help').stdout, /CHECKS HUAWEI VRP/);
    assert.match(run('rules').stdout, /./);
    assert.match(run('--help').stdout, /CHECKS HUAWEI VRP/);
    assert.ok(existsSync(before));
  });
}

if (isNodesOwn && process.platform !== 'win32') {
  test('where Node keeps what it compiled, it does so in the folder of this user alone, or not at all', (t) => {
    const { run, folder } = place(t);
    const first = run('check', files);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.ok(readdirSync(folder, { recursive: true }).length > 1, 'something is kept');
    const second = run('check', files);
    assert.deepEqual([second.status, second.stdout, second.stderr], [first.status, first.stdout, first.stderr]);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    assert.equal(run('check', files).stdout, first.stdout);
    assert.deepEqual(readdirSync(folder), [], 'nothing is put where others write');
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    assert.equal(run('check', files).stdout, first.stdout);
  });
}
