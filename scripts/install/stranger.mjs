// The package where nothing is as on a developer's machine: a user without rights and with an empty home, an installation that
// nobody may write to, blanks and letters beyond ASCII in every path, no git, no npm, and Node 22 and 24.
import assert from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeOf } from './node.mjs';
import { attempt } from './report.mjs';
import { root, run } from './shell.mjs';

/** Who owns nothing, on Linux. */
const nobody = 65534;

export async function strangerCases(tarball) {
  const place = mkdtempSync(join(tmpdir(), 'vrp strängër '));
  try {
    chmodSync(place, 0o755);
    const prefix = join(place, 'Programme für 北京');
    run('npm', ['install', '--global', '--prefix', prefix, tarball]);
    const configs = join(place, 'Größe & Maß');
    mkdirSync(configs);
    for (const [from, to] of [
      ['BRAS-North.cfg', 'BRAS Nord 北.cfg'],
      ['BRAS-South.cfg', "BRAS 'Süd'.cfg"],
    ])
      cpSync(join(root, 'examples/mld-mistakes', from), join(configs, to));
    run('chmod', ['-R', 'a+rX,a-w', prefix, configs]);
    for (const version of ['22', '24'])
      await attempt(`Node ${version}: a user without rights, read-only folders and odd names`, () =>
        asStranger(place, version, join(prefix, 'lib/node_modules/vrp-hot-backup/dist/cli.js'), configs),
      );
    run('chmod', ['-R', 'u+w', prefix, configs]);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function asStranger(place, version, cli, configs) {
  const node = join(place, `node ${version}`);
  cpSync(nodeOf(version), node);
  const home = join(place, `home ${version}`);
  mkdirSync(home);
  const setpriv = '/usr/bin/setpriv';
  const isRoot = process.getuid?.() === 0 && existsSync(setpriv);
  if (isRoot) run('chown', [String(nobody), home]);
  const [command, ...before] = isRoot
    ? [setpriv, `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', node]
    : [node];
  const env = { HOME: home, PATH: '/nonexistent', TMPDIR: home, VRP_WORKERS_AT_ONCE: '1' };
  const call = (args, options = {}) => run(command, [...before, cli, ...args], { cwd: configs, env, ...options });
  assert.match(call(['--version']), /^\d+\.\d+\.\d+\n$/);
  for (const args of [['.'], ['.', '--jobs', '2'], readdirSync(configs)]) {
    const { findings, pairs } = JSON.parse(call(['check', ...args, '--format', 'json'], { status: 1 }));
    assert.equal(pairs.length, 1, args.join());
    assert.ok(findings.some(({ rule }) => rule === 'rbs-port-mismatch'));
  }
  const sarif = JSON.parse(call(['check', '.', '--format', 'sarif'], { status: 1 }));
  const uris = JSON.stringify(sarif).match(/"uri":"[^"]*\.cfg"/g);
  assert.ok(uris.includes('"uri":"BRAS%20Nord%20%E5%8C%97.cfg"'), [...new Set(uris)].join());
  assert.match(call(['failover', ...readdirSync(configs)]), /BRAS-North/);
}
