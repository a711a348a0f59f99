// What can go wrong around us: a rule that throws, a parser that does not load, files that vanish, grow, cannot be read or written,
// a process that is killed in the middle of a write, links in circles, folders full of other things.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { check } from '../server/src/cli/check';
import { decode, encode } from '../server/src/main/decode';
import { nodeFiles } from '../server/src/main/files';
import { deviceRule, lineRule, networkRule, pairRule, type Rule } from '../server/src/rules/rule';
import portMismatch from '../server/src/rules/rbs-port-mismatch';
import { Workspace } from '../server/src/workspace/workspace';
import { read, root, vrp } from './check';
import { dist, LanguageClient } from './language-client';
import { loadSyntax } from './wasm';

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

const broken: readonly Rule[] = [lineRule, deviceRule, pairRule, networkRule].map((make, index) => (make as typeof deviceRule)({
  id: `broken-${index}`, check: [], title: 'Throws', severity: 'error', why: '', guide: [], examples: [],
  *find() { throw new RangeError('hush: local-user x password cipher hush'); },
})) as unknown as Rule[];

test('a rule that throws is told once, without its message, and the others run', async () => {
  await loadSyntax();
  const told: string[] = [];
  const workspace = new Workspace({ rules: [...broken, portMismatch], report: (rule) => told.push(rule) });
  for (const name of ['North', 'South']) workspace.open(`${name}.cfg`, read(`examples/mld-mistakes/BRAS-${name}.cfg`));
  for (let round = 0; round < 3; round++) {
    assert.deepEqual(workspace.allFindings().map((one) => one.rule), ['rbs-port-mismatch']);
    workspace.change('North.cfg', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '#\n');
  }
  assert.deepEqual(told.sort(), broken.map((rule) => rule.id).sort());
  const result = check([join(root, 'examples/mld-mistakes')], { files: nodeFiles, decode, encode } as never, { rules: [...broken, portMismatch] });
  assert.deepEqual(result.findings.map((one) => one.rule), ['rbs-port-mismatch']);
  assert.equal(result.failures.length, broken.length);
  for (const failure of result.failures) assert.match(failure, /^rule broken-\d failed and was skipped \(RangeError\)$/);
});

/** What is built, with one of the two wasm files as `change` leaves it. */
function damagedBuild(name: string, change: (path: string) => void): string {
  const made = join(folder(), 'dist');
  cpSync(dist, made, { recursive: true });
  change(join(made, name));
  return made;
}

const damages: Readonly<Record<string, (path: string) => void>> = { missing: (path) => rmSync(path), cut: (path) => truncateSync(path, 3000), empty: (path) => truncateSync(path, 0), other: (path) => writeFileSync(path, 'no wasm') };
for (const name of ['web-tree-sitter.wasm', 'tree-sitter-vrp.wasm']) {
  test(`${name} does not load: the command line says so and ends with 3, the server says so to its client`, async () => {
    for (const [what, change] of Object.entries(damages)) {
      const made = damagedBuild(name, change);
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(made, 'cli.js'), 'check', join(root, 'examples/mld')], { encoding: 'utf8', timeout: 30_000 });
      assert.equal(status, 3, `${what}: ${stderr}`);
      assert.equal(stdout, '');
      assert.match(stderr, /^vrp: the parser could not be loaded/m, what);
      assert.equal(stderr.trim().split('\n').length, 1, `one line: ${stderr}`);
      if (what !== 'cut' && what !== 'missing') continue;
      await assert.rejects(LanguageClient.start({ command: [process.execPath, join(made, 'server.js'), '--stdio'] }), /The parser could not be loaded/, what);
    }
  });
}

test('a file that vanishes or cannot be read while it is checked: 3, the others are checked', async () => {
  const made = copyOf('mld-mistakes');
  writeFileSync(join(made, 'gone.cfg'), '#\nsysname Gone\n#\nreturn\n');
  const files = { ...nodeFiles, read: (path: string) => (path.endsWith('gone.cfg') ? { ok: false as const, kind: 'missing' as const, reason: 'it vanished while it was read' } : nodeFiles.read(path)) };
  const { code, out, err } = await vrp(['check', made, '--format', 'json'], undefined, { files });
  assert.equal(code, 3);
  assert.match(err, /gone\.cfg: it vanished while it was read/);
  assert.equal(JSON.parse(out).summary.devices, 2);
  assert.ok(JSON.parse(out).findings.length > 0);
});

test('a file that grows, shrinks or changes while it is checked is never quoted wrongly out of bounds, nor written', async () => {
  for (const change of [(text: string) => `${'#\n'.repeat(1000)}${text}`, () => '', (text: string) => text.slice(0, 100), (text: string) => text.replace(/\n/g, '')]) {
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
    assert.equal(readFileSync(join(made, 'BRAS-South.cfg'), 'utf8'), change(read('examples/mld-mistakes/BRAS-South.cfg')));
  }
});

test('a write that fails leaves the file whole and nothing beside it', async () => {
  const made = copyOf('mld-mistakes');
  const before = readdirSync(made).map((name) => readFileSync(join(made, name), 'utf8'));
  const files = { ...nodeFiles, write: () => 'no space left' };
  const { code, err } = await vrp(['check', made, '--fix', '--unsafe-fixes'], undefined, { files });
  assert.equal(code, 3);
  assert.match(err, /not written, no space left/);
  assert.deepEqual(readdirSync(made).map((name) => readFileSync(join(made, name), 'utf8')), before);
  const baseline = await vrp(['check', made, '--update-baseline', 'seen', '--baseline', join(made, 'b.json')], undefined, { files });
  assert.equal(baseline.code, 3);
  assert.match(baseline.err, /b\.json: not written, no space left/);
  assert.ok(!existsSync(join(made, 'b.json')));
  // The real thing: a folder that is gone.
  assert.match(nodeFiles.write(join(made, 'no', 'such', 'b.json'), new Uint8Array(1)) ?? '', /folder is gone/);
  assert.deepEqual(readdirSync(made).sort(), ['BRAS-North.cfg', 'BRAS-South.cfg']);
});

test('a process that is killed in the middle leaves each file old or new, and the next one clears up', { timeout: 120_000 }, async () => {
  const example = ['North', 'South'].map((name) => read(`examples/mld-mistakes/BRAS-${name}.cfg`));
  const large = example.map((text) => text.replace(/#\nreturn\s*$/, `#\n${Array.from({ length: 600 }, (_, index) => `vlan ${index}\n description some words of a customer\n#\n`).join('')}return\n`));
  const made = folder();
  const names = ['North.cfg', 'South.cfg'].map((name) => join(made, name));
  const baseline = join(made, 'accepted.json');
  const put = () => names.forEach((name, side) => writeFileSync(name, large[side]!));
  put();
  const fix = [join(dist, 'cli.js'), 'check', ...names, '--fix', '--unsafe-fixes', '--baseline', baseline, '--update-baseline', 'seen'];
  const started = Date.now();
  spawnSync(process.execPath, fix);
  const whole = Date.now() - started;
  const allowed = names.map((name, side) => [large[side]!, readFileSync(name, 'utf8')]);
  const acceptedWhole = readFileSync(baseline, 'utf8');
  assert.notEqual(allowed[1]![0], allowed[1]![1], 'something is mended');
  let killed = 0;
  for (let round = 0; round < 5; round++) {
    put();
    writeFileSync(baseline, acceptedWhole.replace(/"accepted": \[[^]*\]/, '"accepted": []'));
    const child = spawn(process.execPath, fix, { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    // Most of the writing is at the end.
    setTimeout(() => { if (child.exitCode === null) killed += child.kill('SIGKILL') ? 1 : 0; }, whole * (0.5 + round * 0.1));
    await ended;
    names.forEach((name, side) => assert.ok(allowed[side]!.includes(readFileSync(name, 'utf8')), `${name} is old or new`));
    JSON.parse(readFileSync(baseline, 'utf8'));
  }
  assert.ok(killed > 0);
  // What a killed one would leave, whether or not one of these did.
  const gone = spawnSync(process.execPath, ['-e', 'console.log(process.pid)'], { encoding: 'utf8' }).stdout.trim();
  for (const name of [...names, baseline]) writeFileSync(`${name}.vrp-${gone}.tmp`, large[0]!);
  put();
  assert.equal(JSON.parse((await vrp(['check', made, '--format', 'json'])).out).summary.devices, 2, 'what is beside is no device');
  spawnSync(process.execPath, fix);
  assert.deepEqual(readdirSync(made).filter((name) => name.includes('South.cfg') || name.includes('accepted')).sort(), ['South.cfg', 'accepted.json'], 'the next write clears it away');
});

test('links in circles and ten thousand other files: the command line and the server come through', { timeout: 120_000 }, async (t) => {
  const made = copyOf('mld-mistakes');
  mkdirSync(join(made, 'deep/er'), { recursive: true });
  for (const [target, name] of [['..', 'deep/up'], ['../..', 'deep/er/top'], ['self', 'self'], ['two', 'one'], ['one', 'two']]) symlinkSync(target!, join(made, name!));
  mkdirSync(join(made, 'others'));
  for (let index = 0; index < 10_000; index++) writeFileSync(join(made, 'others', `${index}.txt`), `Note ${index}\n`);
  const other = await vrp(['check', join(made, 'others')]);
  assert.equal(other.code, 0);
  assert.match(other.out, /no VRP configuration in 10000 files/);
  const { out } = await vrp(['check', made, '--format', 'json']);
  assert.equal(JSON.parse(out).files.length, 10_002);
  assert.equal(JSON.parse(out).summary.devices, 2);
  const client = await LanguageClient.start({ folder: made });
  t.after(() => client.stop());
  await client.until(() => client.found('BRAS-South.cfg').length > 0 && client.found('BRAS-North.cfg').length > 0, 'findings on both sides');
});
