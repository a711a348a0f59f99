// A checkout of this tool among the configurations that it checks: its examples are nobody's devices.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/check-text';
import { dist } from '../support/language-client';
import { scratch } from '../support/scratch';

const { folder, put } = scratch('own-folder');
const own = join(folder, 'tools/vrp');
cpSync(dist, join(own, 'dist'), { recursive: true });
cpSync(join(root, 'package.json'), join(own, 'package.json'));
cpSync(join(root, 'examples/nd'), join(own, 'examples/nd'), { recursive: true });
put('mine.cfg', '#\nsysname Mine\n#\nreturn\n');

/** The files that a check of `paths`, started in `at`, has looked at. */
function filesOf(at: string, ...paths: string[]): { files: string[]; stderr: string } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(own, 'dist/cli.js'), 'check', '--format', 'json', '--fail-level', 'off', ...paths],
    { cwd: at, encoding: 'utf8' },
  );
  return { files: (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path), stderr };
}

test('a walk does not enter the folder that the program is in, and says that something was left out', () => {
  const { files, stderr } = filesOf(folder, '.');
  assert.deepEqual(files, ['mine.cfg']);
  assert.match(stderr, /1 file or folder left out \(.*this tool's own folder\)/);
  assert.deepEqual(filesOf(folder, '**/*.cfg').files, ['mine.cfg']);
});

test('what is named in it is looked at all the same', () => {
  const names = readdirSync(join(own, 'examples/nd')).sort();
  assert.deepEqual(
    filesOf(folder, 'tools/vrp/examples').files,
    names.map((name) => `tools/vrp/examples/nd/${name}`),
  );
  assert.ok(filesOf(own, '.').files.includes(`examples/nd/${names[0]}`));
});
