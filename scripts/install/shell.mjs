// Commands that must succeed, in folders that are gone afterwards.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(import.meta.url), '../../..');
export const scratch = mkdtempSync(join(tmpdir(), 'vrp-install-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** Standard output of a command; throws with all it said where it ends with another code than `status`. */
export function run(command, args, { status = 0, cwd = scratch, env = {} } = {}) {
  const done = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...cleanEnvironment(), ...env },
    maxBuffer: 1 << 28,
  });
  if (done.status !== status)
    throw new Error(
      `${command} ${args.join(' ')} ended with ${done.status}: ${done.error ?? ''}${done.stdout}${done.stderr}`,
    );
  return done.stdout;
}

/** As a user's shell has it: nothing of the npm that runs this script. */
function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
}

export function isThere(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

export function git(cwd, ...args) {
  const settings = [
    'user.name=test',
    'user.email=test@example.com',
    'commit.gpgsign=false',
    'protocol.file.allow=always',
  ];
  return run('git', [...settings.flatMap((setting) => ['-c', setting]), ...args], { cwd }).trim();
}

export function sizeOf(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
