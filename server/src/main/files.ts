// The file system of Node as the command line sees it.
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Files, ReadResult } from '../cli/files';
import { isGlob } from '../workspace/globs';
import { isMissing, readReason } from './file-errors';
import { listFiles, partsOfGlob, slashed } from './list-files';
import { createFiles, makeFolder, writeFile } from './write-files';

/** The file system of the command line on Node: synchronous, and nothing throws. */
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
  absolute: (path) => slashed(resolve(path)),
  real(path) {
    let rest = '';
    for (let above = resolve(path); ; above = dirname(above)) {
      try {
        return slashed(join(realpathSync(above), rest)).replace(/(?<=.)\/$/, '');
      } catch {
        // This much of it does not exist: the path is real from its first folder that does.
        if (dirname(above) === above) return slashed(resolve(path));
        rest = join(basename(above), rest);
      }
    }
  },
  base: (path) => slashed(resolve(baseFolder(path))).replace(/\/$/, ''),
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
    return isGlob(path) ? partsOfGlob(path).base : dirname(path);
  }
}
