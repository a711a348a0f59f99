// The npm package: the tarball of two fresh clones, and what an installation of it is.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { freshClone } from './clone.mjs';
import { assertLinksHold } from './page-links.mjs';
import { attempt, megabytes } from './report.mjs';
import { git, root, run, scratch, sizeOf } from './shell.mjs';

const example = join(root, 'examples/mld-mistakes');

export async function packageCases(source) {
  let tarball;
  await attempt('npm pack in a fresh clone makes a tarball, and prints its name alone', () => {
    const folder = freshClone(source, 'pack-1');
    tarball = join(folder, run('npm', ['pack'], { cwd: folder }).trim());
    assert.equal(git(folder, 'status', '--porcelain', '--untracked-files=no'), '');
    const { size } = statSync(tarball);
    assert.ok(size < 3_000_000);
    return megabytes(size);
  });
  await attempt('npm pack gives the same bytes again, in the clone and in another one', () => {
    const before = readFileSync(tarball);
    const folder = freshClone(source, 'pack-2');
    run('npm', ['pack'], { cwd: folder });
    run('npm', ['pack'], { cwd: join(scratch, 'pack-1') });
    for (const where of ['pack-1', 'pack-2']) assert.ok(before.equals(readFileSync(tarball.replace('pack-1', where))));
  });
  await attempt('the tarball installs alone, without a word, and runs', () => {
    const prefix = join(scratch, 'prefix');
    const said = run('npm', ['install', '--global', '--prefix', prefix, tarball]);
    assert.match(said, /^\s*added 1 package in [^\n]+\s*$/);
    const modules = join(prefix, 'lib/node_modules');
    assert.deepEqual(readdirSync(modules), ['vrp-hot-backup']);
    assert.ok(!existsSync(join(modules, 'vrp-hot-backup/node_modules')));
    checksExample(join(prefix, 'bin/vrp'));
    return `${megabytes(sizeOf(prefix))} unpacked; ${said.trim()}`;
  });
  await attempt('its manifest brings no other package and no script, and can be published with provenance', () => {
    const manifest = JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8'));
    for (const name of ['dependencies', 'optionalDependencies', 'devDependencies', 'scripts', 'contributes', 'private'])
      assert.equal(manifest[name], undefined, name);
    assert.equal(manifest.publishConfig.provenance, true);
    assert.ok(manifest.repository.url && manifest.homepage && manifest.bugs.url && manifest.keywords.length > 3);
  });
  await attempt('its README is about the command line; every link leads to a file of the repository', () => {
    const readme = readFileSync(join(installed(), 'README.md'), 'utf8');
    assert.match(readme, /npm install -g vrp-hot-backup/);
    assert.ok(assertLinksHold(readme) > 5);
    assert.match(readFileSync(join(installed(), 'ThirdPartyNotices.txt'), 'utf8'), /Permission is hereby granted/);
  });
  return tarball;
}

/** That `vrp` finds the mistakes of the example, with one worker and with two. */
export function checksExample(vrp) {
  const folder = join(scratch, 'configs');
  cpSync(example, folder, { recursive: true });
  assert.match(run(vrp, ['--version']), /^\d+\.\d+\.\d+\n$/);
  for (const jobs of ['1', '2']) {
    const report = JSON.parse(
      run(vrp, ['check', folder, '--format', 'json', '--jobs', jobs], { status: 1, env: { VRP_WORKERS_AT_ONCE: '1' } }),
    );
    assert.equal(report.pairs.length, 1);
    assert.ok(report.findings.some(({ rule }) => rule === 'rbs-port-mismatch'));
  }
}

function installed() {
  return join(scratch, 'prefix/lib/node_modules/vrp-hot-backup');
}
