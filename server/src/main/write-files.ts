// Writing so that a failure, or a process that ends in the middle, leaves the old file whole and nothing new by halves.
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { NewFile, WriteResult } from '../cli/files';
import { isUnfinished } from '../workspace/globs';
import { codeOf, isInTheWay, isMissing, makeFolderReason, writeReason } from './file-errors';

/** Makes the folder and what is missing above it. */
export function makeFolder(path: string): WriteResult {
  try {
    mkdirSync(path, { recursive: true });
    return { ok: true };
  } catch (error) {
    return { ok: false, kind: 'failed', path, reason: makeFolderReason(error) };
  }
}

/**
 * Writes beside the file and renames. Where the path is a link, the file it names is replaced, not the link. What is no file, such as
 * `/dev/stdout` or a pipe, is written to and stays what it is.
 */
export function writeFile(path: string, bytes: Uint8Array): WriteResult {
  let beside: string | undefined;
  try {
    if (isStream(path)) {
      writeFileSync(path, bytes);
      return { ok: true };
    }
    const target = linkTarget(path);
    removeUnfinished(target);
    const name = `${target}.vrp-${process.pid}.tmp`;
    const file = openSync(name, 'wx');
    beside = name;
    try {
      writeFileSync(file, bytes);
      // A rename may reach the disk before the bytes do.
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    copyMode(target, beside);
    renameSync(beside, target);
    return { ok: true };
  } catch (error) {
    if (beside) rmSync(beside, { force: true });
    return { ok: false, kind: 'failed', path, reason: writeReason(error) };
  }
}

/** Makes new files in a folder, and the folders where they are missing: all of them or nothing. */
export function createFiles(folder: string, files: readonly NewFile[]): WriteResult {
  const newFiles: string[] = [];
  const newFolders: string[] = [];
  let path = folder;
  try {
    makeFolders(folder, newFolders);
    for (const { name, bytes } of files) {
      path = join(folder, name);
      makeFolders(dirname(path), newFolders);
      writeFileSync(path, bytes, { flag: 'wx' });
      newFiles.push(path);
    }
    return { ok: true };
  } catch (error) {
    const stands = isInTheWay(error);
    // A disk that is full leaves the beginning of a file.
    if (!stands && path !== folder && !newFiles.includes(path)) newFiles.push(path);
    for (const file of newFiles) rmSync(file, { force: true });
    removeFolders(newFolders);
    if (!stands) return { ok: false, kind: 'failed', path, reason: writeReason(error) };
    return {
      ok: false,
      kind: 'exists',
      path,
      reason: path === folder ? 'not a folder' : 'exists and is left as it is',
    };
  }
}

/** True for a device, a pipe or a socket: there is nothing to be put in its place. */
function isStream(path: string): boolean {
  const info = statSync(path, { throwIfNoEntry: false });
  return info !== undefined && !info.isFile() && !info.isDirectory();
}

/** Where a write of this path goes; a file that is not there yet is its own target. */
function linkTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (isMissing(error)) return path;
    throw error;
  }
}

function copyMode(from: string, to: string): void {
  try {
    chmodSync(to, statSync(from).mode);
  } catch (error) {
    // A new file has the mode of any new file.
    if (!isMissing(error)) throw error;
  }
}

/** What a process that was ended in the middle of a write has left beside a file. */
function removeUnfinished(target: string): void {
  for (const name of readdirSync(dirname(target))) {
    if (!name.startsWith(`${basename(target)}.vrp-`) || !isUnfinished(name)) continue;
    const pid = Number(/\.vrp-(\d+)\.tmp$/.exec(name)![1]);
    if (pid === process.pid || !isRunning(pid)) rmSync(join(dirname(target), name), { force: true, recursive: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Makes a folder and those above it that are missing, and adds them to `newFolders`. One by one: where the system says of a folder
 * that is there that nothing can be in it, the recursive call never ends.
 */
function makeFolders(folder: string, newFolders: string[]): void {
  const missing: string[] = [];
  let above = resolve(folder);
  while (!existsSync(above) && above !== dirname(above)) {
    missing.push(above);
    above = dirname(above);
  }
  if (missing.length === 0 && !statSync(folder).isDirectory())
    throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  for (const path of missing.reverse()) {
    mkdirSync(path);
    newFolders.push(path);
  }
}

/** Takes the folders away that were made, the innermost first. */
function removeFolders(newFolders: readonly string[]): void {
  try {
    for (const folder of [...newFolders].reverse()) rmdirSync(folder);
  } catch {
    // Somebody else put something there meanwhile: it stays, and why the write failed is told already.
  }
}
