// `.vrp.json`: which files belong together, for trees where what the files say is not enough. Data only: nothing in it is run,
// no path in it leads out of its folder, and a file that cannot be used is one sentence, never an error.
import type { NetworkOptions } from '../model/pairing/find-pairs';
import { readJson } from '../text/json';
import { pattern } from './globs';

export const settingsName = '.vrp.json';

export interface Settings {
  /** Each a list of globs on paths below the folder of the file. */
  readonly networks: readonly (readonly string[])[];
  /** Couples of paths below the folder of the file. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Why the file could not be used; nothing of it is then. A clause that goes on from the file's name. */
  readonly problem?: string;
}

export const noSettings: Settings = { networks: [], pairs: [] };

export function readSettings(text: string): Settings {
  const read = readJson(text);
  if ('problem' in read) return broken(read.problem);
  const json = read.value;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return broken('holds no object');
  const stranger = Object.keys(json).find((key) => !['$schema', 'networks', 'pairs'].includes(key));
  if (stranger !== undefined) return broken(`holds ${JSON.stringify(stranger)}; it may hold "networks" and "pairs"`);
  const { networks = [], pairs = [] } = json as { networks?: unknown; pairs?: unknown };
  if (!isList(networks, (one) => isList(one, isText))) return broken('needs "networks" to be a list of lists of globs');
  if (!isList(pairs, (one) => isList(one, isText) && one.length === 2))
    return broken('needs "pairs" to be a list of couples of paths');
  const outside = [...(networks as string[][]), ...(pairs as string[][])].flat().find((path) => !staysInside(path));
  if (outside !== undefined)
    return broken(`names ${JSON.stringify(outside)}; paths are written with / and stay below its folder`);
  const heavy = (networks as string[][])
    .flat()
    .find((glob) => glob.length > longestGlob || hits(glob, /\*+/g) > mostStars || hits(glob, /\{/g) > mostBraces);
  if (heavy !== undefined)
    return broken(`holds a glob with more than ${mostStars} stars, ${mostBraces} braces or ${longestGlob} characters`);
  const same = (pairs as string[][]).find(([one, two]) => plain(one!) === plain(two!));
  if (same) return broken(`pairs ${JSON.stringify(same[0])} with itself`);
  return {
    networks: (networks as string[][]).map((globs) => globs.map(plain)),
    pairs: (pairs as [string, string][]).map(([one, two]) => [plain(one), plain(two)] as const),
  };
}

/** A file as the workspace names it, and its path below the folder of the settings. */
export interface FileBelow {
  readonly file: string;
  readonly path: string;
}

/** What the settings mean for these files. */
export function networkOptions(settings: Settings, files: readonly FileBelow[]): NetworkOptions {
  if (settings.networks.length === 0 && settings.pairs.length === 0) return {};
  const byPath = new Map(files.map(({ file, path }) => [path, file]));
  return {
    networks: settings.networks.map((globs) => {
      const patterns = globs.map(pattern);
      return files.filter(({ path }) => patterns.some((one) => one.test(path))).map(({ file }) => file);
    }),
    settled: settings.pairs.flatMap(([one, two]) => {
      const [first, second] = [byPath.get(one), byPath.get(two)];
      return first !== undefined && second !== undefined ? [[first, second] as const] : [];
    }),
  };
}

// The file may come with a folder that nobody trusts: its globs must not keep the matcher busy.
const longestGlob = 200;
const mostStars = 6;
const mostBraces = 3;

function hits(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

function broken(problem: string): Settings {
  return { ...noSettings, problem };
}

function isList(value: unknown, holds: (one: unknown) => boolean): value is unknown[] {
  return Array.isArray(value) && value.every(holds);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** No absolute path in any system's writing, no way up. */
function staysInside(path: string): boolean {
  return (
    !path.includes('\\') &&
    !path.startsWith('/') &&
    !/^[a-z][a-z\d+.-]*:/i.test(path) &&
    !path.split('/').includes('..')
  );
}

function plain(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '.' && part !== '')
    .join('/');
}
