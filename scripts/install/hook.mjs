// The pre-commit hook, from a repository at a revision: by pre-commit itself where it can be had, and by what it does with npm.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { attempt, megabytes } from './report.mjs';
import { git, isThere, root, run, scratch, sizeOf } from './shell.mjs';

export async function hookCases(source) {
  await attempt('npm installs from the address of the repository, as pre-commit does it, and the hook checks', () => {
    const prefix = join(scratch, 'hook');
    mkdirSync(prefix);
    // pre-commit sets the prefix by this variable, and npm hands it on.
    run('npm', ['install', '--allow-git=root', '--install-links', '--global', `git+file://${source}`], {
      env: { NPM_CONFIG_PREFIX: prefix, npm_config_prefix: prefix },
    });
    const hook = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8');
    const [, command, verb] = /^ +entry: (\S+) (\S+)$/m.exec(hook);
    const folder = configurations('hook user');
    const env = { PATH: `${join(prefix, 'bin')}${delimiter}${process.env.PATH}` };
    assert.match(run(command, [verb, '.'], { cwd: folder, status: 1, env }), /rbs-port-mismatch/);
    return megabytes(sizeOf(prefix));
  });
  const preCommit = findPreCommit();
  if (preCommit === undefined) {
    console.log('passed over: pre-commit is not installed and cannot be had from PyPI');
    return;
  }
  await attempt(`${preCommit.version} runs the hook in a repository of a user`, () => {
    const folder = configurations('Prüfung vor dem Commit');
    const revision = git(source, 'rev-parse', 'HEAD');
    const configuration = `repos:\n  - repo: file://${source}\n    rev: ${revision}\n    hooks:\n      - id: vrp-check\n`;
    writeFileSync(join(folder, '.pre-commit-config.yaml'), configuration);
    git(folder, 'init', '--quiet');
    git(folder, 'add', '--all');
    const home = join(scratch, 'pre-commit-home');
    const [command, ...args] = preCommit.command;
    const env = { ...preCommit.env, PRE_COMMIT_HOME: home };
    const said = run(command, [...args, 'run', '--all-files'], { cwd: folder, status: 1, env });
    assert.match(said, /rbs-port-mismatch/);
    assert.match(said, /2 devices, 1 pair: \d+ errors/);
    return megabytes(sizeOf(home));
  });
}

/** With blanks and letters beyond ASCII, as people name folders. */
function configurations(name) {
  const folder = join(scratch, name);
  mkdirSync(join(folder, 'Größe 北京'), { recursive: true });
  for (const device of ['North', 'South'])
    cpSync(join(root, `examples/mld-mistakes/BRAS-${device}.cfg`), join(folder, 'Größe 北京', `BRAS ${device} é.cfg`));
  return folder;
}

function findPreCommit() {
  if (isThere('pre-commit', '--version')) return described(['pre-commit'], {});
  const target = join(scratch, 'python');
  if (!isThere('python3', '-m', 'pip', 'install', '--quiet', '--target', target, 'pre-commit')) return undefined;
  return described(['python3', '-m', 'pre_commit'], { PYTHONPATH: target });
}

function described(command, env) {
  const [program, ...args] = command;
  return { command, env, version: run(program, [...args, '--version'], { env }).trim() };
}
