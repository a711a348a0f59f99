// What V8 compiled of the program, kept for the next start: reading and compiling it is most of what a short command costs. Node 22
// and later do this themselves; for Node 20 it is done here. The code lies in a folder that only this user can write, never in a
// shared one, since whoever writes it decides what runs. Whatever is wrong with the folder, the program starts as it does without.
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { version } from '../../../package.json';
import { compileLate } from './engine';

/** Of Node 22 and later. */
interface NodeCompileCache {
  enableCompileCache?(folder?: string): unknown;
}

/** The first row of a kept file; the code follows. */
interface Header {
  /** Which program, Node and flags it is for. */
  readonly key: string;
  /** Of the code: V8 does not look whether it is whole. */
  readonly sum: string;
  /** The commands of which the functions are in it. */
  readonly commands: readonly string[];
}

interface Kept extends Header {
  readonly code: Buffer;
}

/** Programs and versions of Node in one folder; whoever has more has the oldest compiled again. */
const mostKept = 8;

/** What the program asks of Node as it is loaded. */
const ofNode = [
  'node:child_process',
  'node:crypto',
  'node:os',
  'node:readline',
  'node:tty',
  'node:worker_threads',
  'node:zlib',
];

const require = module.createRequire(__filename);

/** Loads the program for a command, which is the first argument; what a run compiles is kept where it ends well. */
export function loadProgram(file: string, command = ''): unknown {
  // A server sets flags of its own while it runs, and V8 takes code back only under those that it was made with.
  const folder = command === 'lsp' ? undefined : cacheFolder(process.env, process.platform);
  if (folder === undefined) return require(file);
  const { enableCompileCache } = module as NodeCompileCache;
  if (enableCompileCache) {
    if (isOurs(prepared(folder))) enableCompileCache(folder);
    return require(file);
  }
  return loadCompiled(file, folder, command);
}

/** The folder for compiled code among those that a user has for caches; undefined where it is switched off or there is none. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  // Node's own switch. A machine that tests is new each time; what measures coverage compiles in its own way.
  if (env.NODE_DISABLE_COMPILE_CACHE || env.CI || env.NODE_V8_COVERAGE) return undefined;
  const caches = cachesOf(env, platform);
  return caches === undefined ? undefined : join(caches, 'vrp-hot-backup');
}

function cachesOf(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return env.LOCALAPPDATA || undefined;
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  if (!env.HOME) return undefined;
  return platform === 'darwin' ? join(env.HOME, 'Library', 'Caches') : join(env.HOME, '.cache');
}

function loadCompiled(file: string, folder: string, command: string): unknown {
  // The flags are part of what V8 compares, also where Node takes its own modules out of what it was built with.
  for (const name of ofNode) require(name);
  // Before anything of the program is compiled. Code that is not run is to stay, so that it can be kept.
  compileLate();
  setFlagsFromString('--no-flush-bytecode');
  const key = keyOf(file);
  const name = key === undefined ? undefined : sumOf(Buffer.from(key));
  if (key === undefined || name === undefined) return require(file);
  const path = join(folder, `${name}.bin`);
  const kept = readKept(path, key);
  const script = new Script(module.wrap(readFileSync(file, 'latin1')), { filename: file, cachedData: kept?.code });
  const known = kept && !script.cachedDataRejected ? kept.commands : [];
  if (/^[a-z]+$/.test(command) && !known.includes(command)) {
    process.once('exit', (code) => {
      // A wrong argument ends before the command has begun.
      if (code === 2) return;
      keep(folder, path, { key, commands: [...known, command], code: script.createCachedData() });
    });
  }
  const program = { exports: {} };
  const run = script.runInThisContext() as (...args: readonly unknown[]) => void;
  run.call(program.exports, program.exports, module.createRequire(file), program, file, dirname(file));
  return program.exports;
}

/** Undefined where the program cannot be looked at. */
function keyOf(file: string): string | undefined {
  try {
    const { size, mtimeMs, ctimeMs } = statSync(file);
    const { execArgv, arch, versions, env } = process;
    // V8 compares the length of a program, not its text.
    return [
      version,
      file,
      size,
      mtimeMs,
      ctimeMs,
      arch,
      versions.node,
      versions.v8,
      ...execArgv,
      env.NODE_OPTIONS,
    ].join(' ');
  } catch {
    return undefined;
  }
}

/** Undefined where nothing is kept for this key, or what is there is damaged or another user's. */
function readKept(path: string, key: string): Kept | undefined {
  try {
    if (!isOurs(statSync(dirname(path))) || !isOurs(statSync(path))) return undefined;
    const bytes = readFileSync(path);
    const end = bytes.indexOf(0x0a);
    const header = JSON.parse(bytes.toString('utf8', 0, end)) as Header;
    const code = bytes.subarray(end + 1);
    return header.key === key && header.sum === sumOf(code) ? { ...header, code } : undefined;
  } catch {
    return undefined;
  }
}

function keep(folder: string, path: string, { key, commands, code }: Omit<Kept, 'sum'>): void {
  const beside = `${path}.${process.pid}`;
  try {
    if (!isOurs(prepared(folder))) return;
    const header: Header = { key, sum: sumOf(code)!, commands };
    writeFileSync(beside, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), code]), { mode: 0o600 });
    renameSync(beside, path);
    for (const old of oldest(folder)) rmSync(old, { force: true });
  } catch {
    // No room, no permission: the next start compiles again.
    rmSync(beside, { force: true });
  }
}

/** What is too much in the folder. */
function oldest(folder: string): string[] {
  const files = readdirSync(folder)
    .filter((name) => name.includes('.bin'))
    .map((name) => join(folder, name));
  const times = new Map(files.map((file) => [file, statSync(file).mtimeMs]));
  return files.sort((left, right) => times.get(right)! - times.get(left)!).slice(mostKept);
}

/** The folder, made where it was not there; undefined where that cannot be. */
function prepared(folder: string): Stats | undefined {
  try {
    if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) chmodSync(folder, 0o700);
    return statSync(folder);
  } catch {
    return undefined;
  }
}

/** Whether nobody else can have written it; Windows says that by the place. */
function isOurs(stats: Stats | undefined): boolean {
  if (!stats) return false;
  const user = process.getuid?.();
  return user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0);
}

/** Undefined in Node before 20.15, which has no sum that takes less time than it saves. */
function sumOf(bytes: Uint8Array): string | undefined {
  // Loaded where it is needed: `vrp --version` needs none of it.
  const { crc32 } = require('node:zlib') as { crc32?(bytes: Uint8Array): number };
  return crc32?.(bytes).toString(16).padStart(8, '0');
}
