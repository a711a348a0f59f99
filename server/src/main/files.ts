// The file system of Node as the command line sees it.
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import type { Files, ReadResult } from '../cli/files';
import { isMissing, readReason } from './file-errors';
import { listFiles } from './list-files';
import { createFiles, makeFolder, writeFile } from './write-files';

export const nodeFiles: Files = {
  list: listFiles,
  size(path) {
    try {
      return statSync(path).size;
    } catch {
      // Why it cannot be looked at is told when it is read.
      return 0;
    }
  },
  read(path): ReadResult {
    try {
      return { ok: true, bytes: readFileSync(path) };
    } catch (error) {
      return { ok: false, kind: isMissing(error) ? 'missing' : 'unreadable', reason: readReason(error) };
    }
  },
  absolute: (path) => withSlashes(resolve(path)),
  real(path) {
    let rest = '';
    for (let above = resolve(path); ; above = dirname(above)) {
      try {
        return withSlashes(join(realpathSync(above), rest)).replace(/(?<=.)\/$/, '');
      } catch {
        // This much of it does not exist: the path is real from its first folder that does.
        if (dirname(above) === above) return withSlashes(resolve(path));
        rest = join(basename(above), rest);
      }
    }
  },
  base: (path) => withSlashes(resolve(baseFolder(path))).replace(/\/$/, ''),
  makeFolder,
  write: writeFile,
  exists(path) {
    try {
      lstatSync(path);
      return true;
    } catch (error) {
      return !isMissing(error);
    }
  },
  create: createFiles,
};

function baseFolder(path: string): string {
  try {
    return statSync(path).isDirectory() ? path : dirname(path);
  } catch {
    // It is not there, or is a glob; whether that is a fault is told where the files are listed.
    return isDynamicPattern(path) ? beforeGlob(path) : dirname(path);
  }
}

/** The folder that a glob starts from. */
function beforeGlob(glob: string): string {
  const parts = glob.split('/');
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => isDynamicPattern(part)),
  );
  return fixed.join('/') || (glob.startsWith('/') ? '/' : '.');
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}
