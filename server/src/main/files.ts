// The file system of Node as the command line and the language server see it: a walk that reads every regular file under a
// directory except .git and node_modules and never follows a link in circles.
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import type { Files, Found, ReadResult } from '../cli/io';
import { isUnfinished } from '../workspace/globs';

const leftAlone = new Set(['.git', 'node_modules']);

export const nodeFiles: Files = {
  list(paths) {
    const found = new Map<string, Found>();
    const missing: string[] = [];
    const unreadable: { path: string; reason: string }[] = [];
    const seen = new Set<string>();
    const walk = (directory: string) => {
      try {
        const real = realpathSync(directory);
        if (seen.has(real)) return;
        seen.add(real);
        for (const entry of readdirSync(directory, { withFileTypes: true })) {
          if (leftAlone.has(entry.name) || isUnfinished(entry.name)) continue;
          const path = join(directory, entry.name);
          // What is neither, a link above all, is looked at itself.
          if (entry.isDirectory()) walk(path);
          else if (entry.isFile()) take(path, false);
          else visit(path, false);
        }
      } catch (error) {
        unreadable.push({ path: directory, reason: reasonOf(error) });
      }
    };
    const take = (path: string, named: boolean) => {
      if (!found.has(path)) found.set(path, { path, named });
    };
    const visit = (path: string, named: boolean) => {
      try {
        const info = statSync(path);
        if (info.isDirectory()) walk(path);
        else if (info.isFile()) take(path, named);
        else if (named) unreadable.push({ path, reason: 'not a regular file' });
      } catch (error) {
        if (named && isMissing(error)) missing.push(path);
        else if (!isMissing(error)) unreadable.push({ path, reason: reasonOf(error) });
        else if (named) missing.push(path);
      }
    };
    for (const path of paths) {
      let exists = true;
      try {
        statSync(path);
      } catch (error) {
        exists = !isMissing(error);
      }
      if (exists) visit(path, true);
      else if (isDynamicPattern(path)) {
        const hits = globSync(path, { dot: true, onlyFiles: true, ignore: ['**/.git/**', '**/node_modules/**'] });
        if (hits.length === 0) missing.push(path);
        for (const hit of hits) visit(hit, false);
      } else missing.push(path);
    }
    return { found: [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), missing, unreadable };
  },
  size(path) {
    try {
      return statSync(path).size;
    } catch {
      return 0;
    }
  },
  read(path): ReadResult {
    try {
      return { ok: true, bytes: readFileSync(path) };
    } catch (error) {
      return { ok: false, kind: isMissing(error) ? 'missing' : 'unreadable', reason: reasonOf(error) };
    }
  },
  absolute: (path) => resolve(path).split(sep).join('/'),
  real(path) {
    let rest = '';
    for (let at = resolve(path); ; at = dirname(at)) {
      try {
        return join(realpathSync(at), rest)
          .split(sep)
          .join('/')
          .replace(/(?<=.)\/$/, '');
      } catch {
        if (dirname(at) === at) return resolve(path).split(sep).join('/');
        rest = join(basename(at), rest);
      }
    }
  },
  base(path) {
    let folder = path;
    try {
      if (!statSync(path).isDirectory()) folder = dirname(path);
    } catch {
      folder = isDynamicPattern(path)
        ? path
            .split('/')
            .slice(
              0,
              path.split('/').findIndex((part) => isDynamicPattern(part)),
            )
            .join('/') || (path.startsWith('/') ? '/' : '.')
        : dirname(path);
    }
    return resolve(folder).split(sep).join('/').replace(/\/$/, '');
  },
  makeFolder(path) {
    try {
      mkdirSync(path, { recursive: true });
      return undefined;
    } catch (error) {
      return reasonOf(error).replace('to read it', 'to write it').replace('could not be read', 'could not be made');
    }
  },
  write(path, bytes) {
    // Where the path is a link, the file it names is replaced, not the link.
    let target = path;
    let beside: string | undefined;
    try {
      try {
        target = realpathSync(path);
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
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
      try {
        chmodSync(beside, statSync(target).mode);
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
      renameSync(beside, target);
      return undefined;
    } catch (error) {
      if (beside) rmSync(beside, { force: true });
      return writeReason(error);
    }
  },
  exists(path) {
    try {
      lstatSync(path);
      return true;
    } catch (error) {
      return !isMissing(error);
    }
  },
  create(folder, files) {
    // What was made goes again when the rest cannot be made.
    const made: string[] = [];
    const folders: string[] = [];
    let path = folder;
    try {
      makeFolder(folder, folders);
      for (const { name, bytes } of files) {
        path = join(folder, name);
        makeFolder(dirname(path), folders);
        writeFileSync(path, bytes, { flag: 'wx' });
        made.push(path);
      }
      return { ok: true };
    } catch (error) {
      const inTheWay = ['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
      // A disk that is full leaves the beginning of a file.
      if (!inTheWay && path !== folder && !made.includes(path)) made.push(path);
      for (const one of made) rmSync(one, { force: true });
      removeFolders(folders);
      return {
        ok: false,
        kind: inTheWay ? 'exists' : 'failed',
        path,
        reason: !inTheWay ? writeReason(error) : path === folder ? 'not a folder' : 'exists and is left as it is',
      };
    }
  },
};

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
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes a folder and those above it that are missing, and names what it made. One by one: where the system says of a folder that is there that nothing can be in it, the recursive call never ends. */
function makeFolder(folder: string, made: string[]): void {
  const missing: string[] = [];
  for (let one = resolve(folder); !existsSync(one) && one !== dirname(one); one = dirname(one)) missing.push(one);
  if (missing.length === 0 && !statSync(folder).isDirectory())
    throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  for (const one of missing.reverse()) {
    mkdirSync(one);
    made.push(one);
  }
}

/** Takes the folders away that were made, the innermost first; one that holds something stays. */
function removeFolders(made: readonly string[]): void {
  try {
    for (const one of [...made].reverse()) rmdirSync(one);
  } catch {
    // somebody else put something there
  }
}

function writeReason(error: unknown): string {
  return reasonOf(error)
    .replace('to read it', 'to write it')
    .replace('could not be read', 'could not be written')
    .replace('it vanished while it was read', 'its folder is gone');
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'EACCES' || code === 'EPERM'
    ? 'no permission to read it'
    : code === 'ELOOP'
      ? 'a link that leads back to itself'
      : code === 'ENOENT'
        ? 'it vanished while it was read'
        : `could not be read (${code ?? 'unknown reason'})`;
}
