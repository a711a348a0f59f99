// What can go wrong around us: a rule that throws, a parser that does not load, files that vanish, grow, cannot be read or written,
// a process that is killed in the middle of a write, links in circles, folders full of other things.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkWhole } from '../../server/src/cli/check/whole';
import type { WriteResult } from '../../server/src/cli/files';
import { problemText } from '../../server/src/cli/problem';
import { rules } from '../../server/src/rules/registry';
import { decode, encode } from '../../server/src/main/decode';
import { nodeFiles } from '../../server/src/main/files';
import { hash, pack } from '../../server/src/main/pack';
import { deviceRule, lineRule, networkRule, pairRule, type Rule } from '../../server/src/diagnostics/rule';
import portMismatch from '../../server/src/rules/channel/rbs-port-mismatch';
import { Workspace } from '../../server/src/workspace/workspace';
import { read, root, vrp } from '../support/check-text';
import { dist, LanguageClient } from '../support/language-client';
import { isLong } from '../support/long';
import { loadSyntax } from '../support/wasm';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
function folder(): string {
  folders.push(mkdtempSync(join(tmpdir(), 'vrp-faults-')));
  return folders.at(-1)!;
}
function copyOf(example: string): string {
  const made = folder();
  cpSync(join(root, 'examples', example), made, { recursive: true });
  return made;
}

const broken: readonly Rule[] = [lineRule, deviceRule, pairRule, networkRule].map((make, index) =>
  (make as typeof lineRule)({
    id: `broken-${index}`,
    requirement: [],
    title: 'Throws',
    severity: 'error',
    why: '',
    guide: [],
    examples: [],
    concerns: () => true,
    *check() {
      throw new RangeError('hush: local-user x password cipher hush');
    },
  }),
);

test('a rule that throws is told once, without its message, and the others run', async () => {
  await loadSyntax();
  const texts: string[] = [];
  const workspace = new Workspace({ rules: [...broken, portMismatch], report: (rule) => texts.push(rule) });
  for (const name of ['North', 'South']) workspace.open(`${name}.cfg`, read(`examples/mld-mistakes/BRAS-${name}.cfg`));
  for (let round = 0; round < 3; round++) {
    assert.deepEqual(
      workspace.allFindings().map((finding) => finding.rule),
      ['rbs-port-mismatch'],
    );
    workspace.change('North.cfg', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '#\n');
  }
  assert.deepEqual(texts.sort(), broken.map((rule) => rule.id).sort());
  const result = checkWhole([join(root, 'examples/mld-mistakes')], { files: nodeFiles, decode, encode } as never, {
    rules: [...broken, portMismatch],
  });
  assert.deepEqual(
    result.findings.map((finding) => finding.rule),
    ['rbs-port-mismatch'],
  );
  assert.equal(result.problems.length, broken.length);
  for (const problem of result.problems)
    assert.match(problemText(problem), /^rule broken-\d failed and was skipped \(RangeError\)$/);
  // The same through the command, in parts and in one piece.
  const all = rules as Rule[];
  all.push(...broken);
  try {
    for (const flag of [[], ['--fix', '--dry-run', '--unsafe-fixes'], ['--format', 'json'], ['--format', 'sarif']]) {
      const { code, out, err } = await vrp(['check', join(root, 'examples/mld-mistakes'), ...flag]);
      assert.equal(code, 3, err);
      for (const { id } of broken)
        assert.equal(
          err.split(`rule ${id} failed and was skipped (RangeError)`).length,
          2,
          `${id} is told once: ${err}`,
        );
      assert.ok(!(out + err).includes('hush'), 'a message may quote a configuration');
      assert.ok(out.includes('70'), `the others run: ${flag.join(' ')}`);
    }
  } finally {
    all.splice(all.length - broken.length);
  }
});

test('a mistake of our own is told by its name and place, not by what it says; the exit code is 3', async () => {
  const { code, out, err } = await vrp(['check', join(root, 'examples/mld')], undefined, {
    decode: () => {
      throw new TypeError('hush\n    at hush');
    },
  });
  assert.equal(code, 3);
  assert.equal(out, '');
  assert.match(err, /^vrp: vrp itself failed: TypeError at /);
  assert.ok(!err.includes('hush'), err);
});

/** Loaded before the command line starts, it harms workers only. */
const harms: Readonly<Record<string, string>> = {
  'ends at once': 'process.exit(0)',
  'ends in the middle': "require('node:worker_threads').parentPort.on('message', () => process.exit(0))",
  'throws where nothing catches it':
    "require('node:worker_threads').parentPort.on('message', () => { throw new RangeError('hush') })",
  'throws in its work':
    "const { flatMap } = Array.prototype; Array.prototype.flatMap = function (...given) { if (String(given[0]).includes('recognized') || this.length > 40) throw new RangeError('hush'); return flatMap.apply(this, given); }",
  'has no memory left':
    "require('node:worker_threads').parentPort.on('message', () => { const all = []; for (;;) all.push(new Array(1e6).fill(all.length)); })",
  'cannot load the parser':
    "const fs = require('node:fs'); const { readFileSync } = fs; fs.readFileSync = (path, ...more) => { if (String(path).endsWith('.wasm')) throw Object.assign(new Error('hush'), { code: 'EIO' }); return readFileSync(path, ...more); }",
};
test('a worker that dies or throws: 3, one sentence, no report that looks whole', { timeout: 120_000 }, () => {
  const made = folder();
  for (const [what, harm] of Object.entries(harms)) {
    const preload = join(made, `${what.replace(/ /g, '-')}.cjs`);
    writeFileSync(preload, `if (!require('node:worker_threads').isMainThread) { ${harm} }`);
    const { status, signal, stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--require',
        preload,
        '--max-old-space-size=200',
        join(dist, 'cli.js'),
        'check',
        join(root, 'examples'),
        '--jobs',
        '2',
      ],
      { encoding: 'utf8', timeout: 60_000, env: { ...process.env, VRP_WORKERS_AT_ONCE: '1' } },
    );
    assert.equal(status, 3, `${what}: ${signal} ${stderr}`);
    assert.equal(stdout, '', what);
    assert.match(
      stderr,
      /^vrp: (?:a worker (?:failed|ended before its work was done)|the parser could not be loaded)/,
      what,
    );
    assert.equal(stderr.split('vrp: ').length, 2, `${what} is told once: ${stderr}`);
    assert.ok(!stderr.includes('hush'), stderr);
  }
});

/** What is built, with one of the two wasm files as `change` leaves it. */
function damagedBuild(name: string, change: (path: string) => void): string {
  const made = join(folder(), 'dist');
  cpSync(dist, made, { recursive: true });
  change(join(made, name));
  return made;
}

const damages: Readonly<Record<string, (path: string) => void>> = {
  missing: (path) => rmSync(path),
  cut: (path) => truncateSync(path, 3000),
  empty: (path) => truncateSync(path, 0),
  other: (path) => writeFileSync(path, 'no wasm'),
};
for (const name of ['web-tree-sitter.wasm', 'tree-sitter-vrp.wasm']) {
  test(`${name} does not load: the command line says so and ends with 3, the server says so to its client`, async () => {
    for (const [what, change] of Object.entries(damages)) {
      const made = damagedBuild(name, change);
      const check = (...paths: string[]) =>
        spawnSync(process.execPath, [join(made, 'cli.js'), 'check', ...paths], { encoding: 'utf8', timeout: 30_000 });
      const plain = check(join(root, 'examples/mld'));
      assert.equal(plain.status, 0, `rows suffice for these files: ${plain.stderr}`);
      const banner = join(made, 'banner.cfg');
      writeFileSync(banner, 'sysname R1\n#\nheader login information "\nHands off\n"\n#\ninterface LoopBack0\n#\n');
      const { status, stdout, stderr } = check(banner);
      assert.equal(status, 3, `${what}: ${stderr}`);
      assert.equal(stdout, '');
      assert.match(stderr, /^vrp: the parser could not be loaded/m, what);
      assert.equal(stderr.trim().split('\n').length, 1, `one line: ${stderr}`);
      if (what !== 'cut' && what !== 'missing') continue;
      await assert.rejects(
        LanguageClient.start({ command: [process.execPath, join(made, 'server.js'), '--stdio'] }),
        /The parser could not be loaded/,
        what,
      );
    }
  });
}

test('a file that vanishes or cannot be read while it is checked: 3, the others are checked', async () => {
  const made = copyOf('mld-mistakes');
  writeFileSync(join(made, 'gone.cfg'), '#\nsysname Gone\n#\nreturn\n');
  const files = {
    ...nodeFiles,
    read: (path: string) =>
      path.endsWith('gone.cfg')
        ? { ok: false as const, kind: 'missing' as const, reason: 'it vanished while it was read' }
        : nodeFiles.read(path),
  };
  const { code, out, err } = await vrp(['check', made, '--format', 'json'], undefined, { files });
  assert.equal(code, 3);
  assert.match(err, /gone\.cfg: it vanished while it was read/);
  assert.equal(JSON.parse(out).summary.devices, 2);
  assert.ok(JSON.parse(out).findings.length > 0);
});

test('a file that grows, shrinks or changes while it is checked is never quoted wrongly out of bounds, nor written', async () => {
  for (const change of [
    (text: string) => `${'#\n'.repeat(1000)}${text}`,
    () => '',
    (text: string) => text.slice(0, 100),
    (text: string) => text.replace(/\n/g, ''),
  ]) {
    const made = copyOf('mld-mistakes');
    let reads = 0;
    const files = {
      ...nodeFiles,
      read(path: string) {
        // From the second look at it on it is another.
        if (path.endsWith('South.cfg') && reads++ === 1) writeFileSync(path, change(readFileSync(path, 'utf8')));
        return nodeFiles.read(path);
      },
    };
    for (const format of ['text', 'github', 'sarif', 'junit', 'json']) {
      reads = 0;
      const { code } = await vrp(['check', made, '--format', format], undefined, { files });
      assert.ok(code === 0 || code === 1, format);
      cpSync(join(root, 'examples/mld-mistakes'), made, { recursive: true });
    }
    reads = 0;
    const { code, err } = await vrp(['check', made, '--fix', '--unsafe-fixes'], undefined, { files });
    assert.equal(code, 3, err);
    assert.match(err, /South\.cfg: not written, it changed while it was checked/);
    assert.equal(
      readFileSync(join(made, 'BRAS-South.cfg'), 'utf8'),
      change(read('examples/mld-mistakes/BRAS-South.cfg')),
    );
  }
});

test('a write that fails leaves the file whole and nothing beside it', async () => {
  const made = copyOf('mld-mistakes');
  const before = readdirSync(made).map((name) => readFileSync(join(made, name), 'utf8'));
  const write = (path: string): WriteResult => ({ ok: false, kind: 'failed', path, reason: 'no space left' });
  const files = { ...nodeFiles, write };
  const { code, err } = await vrp(['check', made, '--fix', '--unsafe-fixes'], undefined, { files });
  assert.equal(code, 3);
  assert.match(err, /not written, no space left/);
  assert.deepEqual(
    readdirSync(made).map((name) => readFileSync(join(made, name), 'utf8')),
    before,
  );
  const baseline = await vrp(
    ['check', made, '--update-baseline', 'seen', '--baseline', join(made, 'b.json')],
    undefined,
    { files },
  );
  assert.equal(baseline.code, 3);
  assert.match(baseline.err, /b\.json: not written, no space left/);
  assert.ok(!existsSync(join(made, 'b.json')));
  // The real thing: a folder that is gone.
  const written = nodeFiles.write(join(made, 'no', 'such', 'b.json'), new Uint8Array(1));
  assert.match(written.ok ? '' : written.reason, /folder is gone/);
  assert.deepEqual(readdirSync(made).sort(), ['BRAS-North.cfg', 'BRAS-South.cfg']);
});

test('what an ended process has left beside a file is no device, and the next write clears it away', async () => {
  const made = copyOf('mld-mistakes');
  const names = ['BRAS-North.cfg', 'BRAS-South.cfg'].map((name) => join(made, name));
  const baseline = join(made, 'accepted.json');
  const gone = spawnSync(process.execPath, ['-e', 'console.log(process.pid)'], { encoding: 'utf8' }).stdout.trim();
  for (const name of [...names, baseline]) cpSync(names[0]!, `${name}.vrp-${gone}.tmp`);
  assert.equal(
    JSON.parse((await vrp(['check', made, '--format', 'json'])).out).summary.devices,
    2,
    'what is beside is no device',
  );
  assert.equal(
    (await vrp(['check', ...names, '--fix', '--unsafe-fixes', '--baseline', baseline, '--update-baseline', 'seen']))
      .code,
    0,
  );
  assert.deepEqual(
    readdirSync(made)
      .filter((name) => name.includes('South.cfg') || name.includes('accepted'))
      .sort(),
    ['BRAS-South.cfg', 'accepted.json'],
  );
});

test(
  'links in circles and ten thousand other files: the command line and the server come through',
  { timeout: 120_000 },
  async (t) => {
    const made = copyOf('mld-mistakes');
    mkdirSync(join(made, 'deep/er'), { recursive: true });
    for (const [target, name] of [
      ['..', 'deep/up'],
      ['../..', 'deep/er/top'],
      ['self', 'self'],
      ['two', 'one'],
      ['one', 'two'],
    ])
      symlinkSync(target!, join(made, name!));
    mkdirSync(join(made, 'others'));
    for (let index = 0; index < 10_000; index++) writeFileSync(join(made, 'others', `${index}.txt`), `Note ${index}\n`);
    const other = await vrp(['check', join(made, 'others')]);
    assert.equal(other.code, 2);
    assert.match(other.out, /none of the 10000 files is a VRP configuration/);
    const { out } = await vrp(['check', made, '--format', 'json']);
    assert.equal(JSON.parse(out).files.length, 10_002);
    assert.equal(JSON.parse(out).summary.devices, 2);
    const client = await LanguageClient.start({ folder: made });
    t.after(() => client.stop());
    await client.until(
      () => client.found('BRAS-South.cfg').length > 0 && client.found('BRAS-North.cfg').length > 0,
      'findings on both sides',
    );
  },
);

test('a file that vanishes or changes under the workers and the cache: 3 or right, and never kept under a wrong name', async () => {
  const made = copyOf('mld-mistakes');
  const kept = join(folder(), 'kept');
  const whole = await vrp(['check', made, '--format', 'json']);
  const south = join(made, 'BRAS-South.cfg');
  const text = readFileSync(south, 'utf8');
  // Between the look that names what was found and the look that finds it, the file is another.
  let reads = 0;
  const files = {
    ...nodeFiles,
    read(path: string) {
      if (path === south) writeFileSync(south, ++reads === 1 ? text : text.replace('port 7001', 'port 7011'));
      return nodeFiles.read(path);
    },
  };
  await vrp(['check', made, '--format', 'json', '--cache', kept], undefined, { files });
  assert.ok(reads > 1);
  writeFileSync(south, text);
  assert.deepEqual(
    await vrp(['check', made, '--format', 'json', '--cache', kept]),
    whole,
    'the cache says of this text what is true of it',
  );
  for (const cached of [[], ['--cache', kept]]) {
    let seen = 0;
    const vanishing = {
      ...nodeFiles,
      read: (path: string) =>
        path === south && seen++ > 0
          ? { ok: false as const, kind: 'missing' as const, reason: 'it vanished while it was read' }
          : nodeFiles.read(path),
    };
    writeFileSync(south, `${text}#\n`);
    const { code, err } = await vrp(['check', made, '--format', 'text', ...cached], undefined, { files: vanishing });
    assert.ok(code === 1 || (code === 3 && /South\.cfg: it vanished/.test(err)), `${code} ${err}`);
  }
});

test('a cache of another version, of another kind, or that a hand has made is no cache', async () => {
  const made = copyOf('mld-mistakes');
  const kept = join(made, 'kept');
  const plain = await vrp(['check', made, '--format', 'json', '--cache', kept]);
  const file = join(kept, 'check.bin');
  const real = readFileSync(file);
  const other = await vrp(['check', made, '--format', 'json', '--cache', kept], undefined, { build: () => 'another' });
  assert.deepEqual(other, plain);
  assert.notDeepEqual(readFileSync(file), real, 'another version writes its own');
  const forged = (value: unknown) => {
    const packed = pack(value);
    return Buffer.concat([Buffer.from(hash(packed)), packed]);
  };
  for (const bytes of [
    forged({}),
    forged(null),
    forged({ version: 'test', summaries: new Map(), judged: [] }),
    forged({ version: 'test', summaries: {}, judged: new Map() }),
    Buffer.from(hash(new Uint8Array())),
    Buffer.alloc(100_000, 255),
  ]) {
    writeFileSync(file, bytes);
    assert.deepEqual(await vrp(['check', made, '--format', 'json', '--cache', kept]), plain);
  }
});

/** Ends the process in the middle of a write: at the n-th call of one of the steps that a write is made of. */
const killing = `
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
let left = Number(process.env.KILL_AT);
for (const step of ['openSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'chmodSync', 'renameSync']) {
  const real = fs[step];
  fs[step] = (...given) => {
    const writes = step !== 'openSync' || String(given[1]).startsWith('w');
    if (writes && --left === 0) {
      // What the disk has of it when the power goes.
      if (step === 'writeFileSync') fs.writeSync(given[0], given[1].subarray(0, given[1].length >> 1));
      process.kill(process.pid, 'SIGKILL');
    }
    return real(...given);
  };
}
syncBuiltinESMExports();
`;
test(
  'ended at any step of any write, of fixes, baseline and cache, each file is whole: the old one or the new',
  { timeout: 180_000 },
  async () => {
    const made = copyOf('mld-mistakes');
    const preload = join(folder(), 'kill.cjs');
    writeFileSync(preload, killing);
    const files = ['BRAS-North.cfg', 'BRAS-South.cfg', 'b.json', 'kept/check.bin'];
    const runs = [
      ['--fix', '--unsafe-fixes'],
      ['--baseline', join(made, 'b.json'), '--update-baseline', 'seen'],
      ['--cache', join(made, 'kept')],
    ];
    const start = () => {
      rmSync(made, { recursive: true, force: true });
      cpSync(join(root, 'examples/mld-mistakes'), made, { recursive: true });
      writeFileSync(join(made, 'b.json'), '{"accepted": []}');
      mkdirSync(join(made, 'kept'));
      writeFileSync(join(made, 'kept/check.bin'), 'an old one');
    };
    const contents = () => files.map((name) => readFileSync(join(made, name)).toString('latin1'));
    for (const args of runs) {
      const run = (at: number) =>
        spawnSync(
          process.execPath,
          ['--require', preload, join(dist, 'cli.js'), 'check', join(made, files[0]!), join(made, files[1]!), ...args],
          { encoding: 'utf8', env: { ...process.env, KILL_AT: String(at) }, timeout: 60_000 },
        );
      start();
      const before = contents();
      assert.notEqual(run(0).status, null);
      const behind = contents();
      assert.notDeepEqual(behind, before, 'something is written');
      // In the long walk at each step, else at every second.
      let steps = 0;
      for (let at = 1; ; at += isLong ? 1 : 2) {
        start();
        const { signal, status, stderr } = run(at);
        contents().forEach((text, index) =>
          assert.ok(
            text === before[index] || text === behind[index],
            `${args.join(' ')}, step ${at}: ${files[index]} is neither old nor new`,
          ),
        );
        if (signal === null) {
          assert.ok(status === 0 || status === 1, stderr);
          break;
        }
        steps = at;
        // The next run is as good as the first, and what was left beside goes.
        assert.notEqual(run(0).signal, 'SIGKILL');
        assert.deepEqual(contents(), behind, `${args.join(' ')} after step ${at}`);
        assert.deepEqual(
          readdirSync(made, { recursive: true }).filter((name) => String(name).endsWith('.tmp')),
          [],
        );
      }
      assert.ok(steps >= 4, `${steps} steps`);
    }
  },
);

test('links that lead out of the folder: what they lead to is read, never written', async () => {
  const outside = copyOf('mld-mistakes');
  const before = ['North', 'South'].map((name) => readFileSync(join(outside, `BRAS-${name}.cfg`), 'utf8'));
  const untouched = () =>
    assert.deepEqual(
      ['North', 'South'].map((name) => readFileSync(join(outside, `BRAS-${name}.cfg`), 'utf8')),
      before,
    );
  const made = folder();
  symlinkSync(join(outside, 'BRAS-North.cfg'), join(made, 'North.cfg'));
  mkdirSync(join(made, 'sites'));
  symlinkSync(outside, join(made, 'sites/site'));
  symlinkSync(join(outside, 'BRAS-South.cfg'), join(made, 'South.cfg'));
  for (const paths of [[made], [join(made, 'sites')], [`${made}/*.cfg`], ['.']]) {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(dist, 'cli.js'), 'check', ...paths, '--fix', '--unsafe-fixes'],
      { cwd: made, encoding: 'utf8' },
    );
    assert.equal(status, 3, stderr);
    assert.match(stderr, /not written, a link leads out of the folder/);
    untouched();
  }
  // A cache that came with the folder.
  const victim = join(outside, 'BRAS-North.cfg');
  const check = (...args: string[]) =>
    spawnSync(process.execPath, [join(dist, 'cli.js'), 'check', 'sites', ...args], { cwd: made, encoding: 'utf8' });
  mkdirSync(join(made, '.vrp-cache'));
  symlinkSync(victim, join(made, '.vrp-cache/check.bin'));
  for (const args of [['--cache'], ['--cache', '.vrp-cache']]) {
    const { status, stdout, stderr } = check(...args);
    assert.equal(status, 1, stderr);
    assert.ok(stdout.length > 0);
    assert.match(stderr, /the cache was not written, a link leads out of the folder/);
    untouched();
  }
  rmSync(join(made, '.vrp-cache'), { recursive: true });
  symlinkSync(outside, join(made, '.vrp-cache'));
  assert.match(check('--cache').stderr, /the cache was not written, a link leads out of the folder/);
  assert.deepEqual(readdirSync(outside).sort(), ['BRAS-North.cfg', 'BRAS-South.cfg']);
  // So did a baseline: what it leads to is no baseline and stays as it is.
  symlinkSync(victim, join(made, '.vrp-baseline.json'));
  const { status, stderr } = check('--update-baseline', 'seen');
  assert.equal(status, 2, stderr);
  assert.ok(!stderr.includes('sysname') && !stderr.includes('#'), stderr);
  untouched();
  // Whoever names a link means what it leads to.
  assert.equal(
    (await vrp(['check', join(made, 'North.cfg'), join(made, 'South.cfg'), '--fix', '--unsafe-fixes'])).err.includes(
      'not written',
    ),
    false,
  );
  assert.notDeepEqual(
    ['North', 'South'].map((name) => readFileSync(join(outside, `BRAS-${name}.cfg`), 'utf8')),
    before,
  );
});

test('a wrong file named as settings, baseline or answers is not quoted', async () => {
  const made = folder();
  for (const text of [
    'hush',
    '{"a": hush}',
    '{"accepted": [\n\n hush',
    'snmp-agent community read hush\n',
    '["hush\u0001"]',
  ]) {
    const file = join(made, 'wrong.json');
    writeFileSync(file, text);
    for (const args of [
      ['check', join(root, 'examples/mld'), '--config', file],
      ['check', join(root, 'examples/mld'), '--baseline', file],
      ['pairs', join(root, 'examples/mld'), '--config', file],
      ['new', 'mld', '--answers', file, '--dry-run'],
    ]) {
      const { code, out, err } = await vrp(args);
      assert.equal(code, 2, args.join(' '));
      assert.ok(err.length > 20 && !(out + err).includes('hush'), `${args[0]} ${args[2]}: ${err}`);
    }
  }
});
