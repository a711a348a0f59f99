// This tree as a repository: what is committed, and what is about to be.
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import { git, root, run, scratch } from './shell.mjs';

export function clone() {
  const folder = join(scratch, 'vrp-hot-backup');
  const files = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root }).split('\0');
  for (const file of files.filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'This tree');
  return folder;
}

export function freshClone(source, name) {
  const folder = join(scratch, name);
  git(scratch, 'clone', '--quiet', `file://${source}`, folder);
  return folder;
}
