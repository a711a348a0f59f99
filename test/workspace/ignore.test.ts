// Patterns of `.gitignore` and `.vrpignore`: what git itself answers, where git is here.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { ignorePatterns, isIgnored, isIgnoredBelow } from '../../server/src/workspace/ignore';
import { vrp } from '../support/check-text';
import { dist } from '../support/language-client';
import { scratch } from '../support/scratch';

const { folder } = scratch('ignore');
const paths = [
  'a.cfg',
  'old/a.cfg',
  'old/b/a.bak',
  'x/old/c.cfg',
  'build',
  'x/build/y.cfg',
  'sites/a b.cfg',
  '#x.cfg',
  '!y.cfg',
];
const rows = [
  '*.bak',
  'old/',
  '/old',
  '/x/old/',
  'x/**/y.cfg',
  '**/b',
  '!a.cfg',
  '!old/a.cfg',
  '# a',
  '\\#x.cfg',
  '\\!y.cfg',
  'build',
  'sites/*',
  '[ab].cfg',
  'a?b.cfg',
  '  ',
  '*',
  '!*/',
  '!*.cfg',
  'x',
];

test('patterns mean what git says they mean', () => {
  const repository = join(folder, 'repository');
  mkdirSync(repository, { recursive: true });
  if (spawnSync('git', ['init', '-q'], { cwd: repository }).status !== 0) return;
  for (const path of paths) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), '');
  }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...rows), { maxLength: 5 }), (patterns) => {
      const text = patterns.join('\n');
      writeFileSync(join(repository, '.gitignore'), text);
      const { stdout } = spawnSync('git', ['-c', 'core.quotepath=off', 'check-ignore', '--no-index', '--stdin', '-z'], {
        cwd: repository,
        input: paths.join('\0'),
        encoding: 'utf8',
      });
      const ours = paths.filter((path) => isIgnoredBelow(ignorePatterns(text, ''), path));
      assert.deepEqual(
        ours,
        stdout.split('\0').filter((path) => path !== ''),
        text,
      );
    }),
    { numRuns: 60, seed: 11 },
  );
});

test('a pattern that is made to take long takes no time', () => {
  const text = `${'*a'.repeat(150)}b\n`;
  const start = process.cpuUsage();
  assert.equal(isIgnoredBelow(ignorePatterns(text, ''), 'a'.repeat(4000)), false);
  assert.ok(process.cpuUsage(start).user < 1_000_000);
});

const router = '#\nsysname R1\n#\ninterface GigabitEthernet0/1/2\n vrrp vrid 300 virtual-ip 10.0.0.1\n#\nreturn\n';

test('a mark of byte order before the first pattern is none of it, as git has it', () => {
  const patterns = ignorePatterns('\ufeffold/\r\n', '');
  assert.ok(isIgnored(patterns, 'old', true));
});

test('ignore files of the working folder hold below it, outside of a repository too', () => {
  const place = join(folder, 'no-repository');
  for (const path of ['site/a.cfg', 'site/old/b.cfg', 'site/c.cfg']) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), router);
  }
  writeFileSync(join(place, '.vrpignore'), 'site/old/\n');
  writeFileSync(join(place, '.gitignore'), 'site/c.cfg\n');
  const check = (cwd: string, path: string) => {
    const { stdout } = spawnSync(process.execPath, [join(dist, 'cli.js'), 'check', path, '-f', 'json'], {
      cwd,
      encoding: 'utf8',
    });
    return (JSON.parse(stdout) as { files: { path: string }[] }).files.map((file) => file.path);
  };
  assert.deepEqual(check(place, 'site'), ['site/a.cfg']);
  assert.deepEqual(
    check(join(place, 'site'), '.'),
    ['a.cfg', 'c.cfg', 'old/b.cfg'],
    'what lies above the working folder is not asked',
  );
});

test('an ignore file in UTF-16, as PowerShell writes it, is read like one in UTF-8', () => {
  const place = join(folder, 'utf-16');
  mkdirSync(place);
  for (const name of ['a.cfg', 'b.cfg']) writeFileSync(join(place, name), router);
  writeFileSync(join(place, '.vrpignore'), Buffer.from('\ufeffb.cfg\r\n', 'utf16le'));
  const { stdout } = spawnSync(process.execPath, [join(dist, 'cli.js'), 'check', place, '-f', 'json'], {
    encoding: 'utf8',
  });
  const { files } = JSON.parse(stdout) as { files: { path: string }[] };
  assert.deepEqual(
    files.map(({ path }) => path.slice(-5)),
    ['a.cfg'],
  );
});

test('vrp check leaves out what ignore files, --exclude and the settings say, and counts it', async () => {
  const tree = join(folder, 'tree');
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  for (const path of ['a.cfg', 'old/b.cfg', 'drafts/c.cfg', 'site/d.cfg', 'site/e.tmp']) put(path, router);
  const seen = async (...more: string[]) => {
    const { out } = await vrp(['check', tree, '--format', 'json', ...more]);
    return (JSON.parse(out) as { files: { path: string; vrp: boolean }[] }).files
      .filter(({ vrp: isVrp }) => isVrp)
      .map(({ path }) => path.slice(tree.length + 1));
  };
  assert.deepEqual(await seen(), ['a.cfg', 'drafts/c.cfg', 'old/b.cfg', 'site/d.cfg', 'site/e.tmp']);
  put('.gitignore', 'old/\n');
  put('site/.vrpignore', '*.tmp\n');
  assert.deepEqual(await seen(), ['a.cfg', 'drafts/c.cfg', 'site/d.cfg']);
  assert.deepEqual(await seen('--exclude', 'drafts/'), ['a.cfg', 'site/d.cfg']);
  assert.deepEqual(await seen('--exclude', '*.cfg'), []);
  assert.deepEqual(await seen('--no-ignore-files'), ['a.cfg', 'drafts/c.cfg', 'old/b.cfg', 'site/d.cfg', 'site/e.tmp']);
  put('.vrpignore', '!old/\n');
  assert.deepEqual(await seen(), ['a.cfg', 'drafts/c.cfg', 'old/b.cfg', 'site/d.cfg'], 'ours wins');
  put('.vrp.json', '{"exclude": ["drafts/"]}');
  assert.deepEqual(await seen('--config', join(tree, '.vrp.json')), ['a.cfg', 'old/b.cfg', 'site/d.cfg']);
  const { err } = await vrp(['check', tree]);
  assert.match(
    err,
    /1 file or folder left out \(\.gitignore, \.vrpignore, --exclude, settings or this tool.s own folder\)/,
  );
  const named = await vrp(['check', join(tree, 'site/e.tmp'), '--format', 'json']);
  assert.equal((JSON.parse(named.out) as { files: unknown[] }).files.length, 1, 'what is named is looked at');
});
