// Where this tool lies. A copy of it within a tree that is checked (a submodule, a checkout beside the configurations) holds
// examples and tests, which are nobody's devices.
import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { name } from '../../../package.json';

let known: string | undefined | null;

/** Whether a folder that a walk has met is the one that this program is in. */
export function isOwnFolder(path: string): boolean {
  known ??= findOwnFolder() ?? null;
  if (known === null || basename(path) !== basename(known)) return false;
  try {
    return realpathSync(path) === known;
  } catch {
    // What cannot be looked at is told where it is read.
    return false;
  }
}

function findOwnFolder(): string | undefined {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (isOurManifest(join(folder, 'package.json'))) return realpathSync(folder);
    if (dirname(folder) === folder) return undefined;
  }
}

function isOurManifest(file: string): boolean {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name === name;
  } catch {
    // None there, or none that can be read.
    return false;
  }
}
