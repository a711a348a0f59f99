// `.vrp.json`: which files belong together, for trees where what the files say is not enough; which files are left alone, how
// severe a rule is here, from which severity a check fails, how files are decoded and how much is shown of one. Data only: nothing
// in it is run, no path in it leads out of its folder, and a file that cannot be used is one sentence, never an error.
import { severitySettings, type Severities } from '../diagnostics/severities';
import type { Encoding } from '../model/device';
import type { NetworkOptions } from '../model/pairing/find-pairs';
import type { FileProblem } from '../text/file-problem';
import { readJson } from '../text/json';
import { isHeavyGlob, longestGlob, mostAlternatives, pathTest } from './globs';

/** The file with the settings of a folder. */
export const settingsName = '.vrp.json';

/** What a settings file says. */
export interface Settings {
  /** Each a list of globs on paths below the folder of the file. */
  readonly networks: readonly (readonly string[])[];
  /** Couples of paths below the folder of the file. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Files that are left alone, as `.gitignore` writes it. */
  readonly exclude: readonly string[];
  /** By rule, what its findings are here. */
  readonly rules: Severities;
  /** The lowest severity that makes `vrp check` end with 1. */
  readonly failLevel?: FailLevel;
  /** How all files are decoded; without it each as the first that fits. */
  readonly encoding?: NamedEncoding;
  /** How many findings of one file are shown. */
  readonly maxFindings?: number;
  /** Why the file could not be used; nothing of it is then. */
  readonly problem?: SettingsProblem;
}

/** What is wrong with a settings file. */
export type SettingsProblem = FileProblem<
  | 'not-json'
  | 'no-object'
  | 'unknown-key'
  | 'bad-networks'
  | 'bad-pairs'
  | 'path-outside'
  | 'heavy-glob'
  | 'bad-exclude'
  | 'bad-rules'
  | 'bad-fail-level'
  | 'bad-encoding'
  | 'bad-max-findings'
  | 'pair-of-one'
>;

/** The settings of a folder without such a file. */
export const noSettings: Settings = { networks: [], pairs: [], exclude: [], rules: {} };

/** From which severity on the exit code is 1. */
export const failLevels = ['error', 'warning', 'information', 'off'] as const;
/** One of them. */
export type FailLevel = (typeof failLevels)[number];

/** The encodings that somebody can name for files; UTF-16 tells itself by its mark. */
export const namedEncodings = ['utf-8', 'gb18030', 'latin-1'] as const satisfies readonly Encoding[];
/** An encoding that settings and options may name. */
export type NamedEncoding = (typeof namedEncodings)[number];

/** Undefined for what is no encoding that can be named. */
export function namedEncoding(value: unknown): NamedEncoding | undefined {
  return namedEncodings.find((encoding) => encoding === value);
}

/** Undefined for what is no number of findings. */
export function numberOfFindings(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : undefined;
}

/** What the text of the file says. Never throws: of a text that cannot be used, `problem` says why. */
export function readSettings(text: string): Settings {
  const read = readJson(text);
  if ('problem' in read) return { ...noSettings, problem: read.problem };
  const json = read.value;
  const reason = problemOf(json);
  if (reason) return { ...noSettings, problem: reason };
  const { networks = [], pairs = [], exclude = [], rules = {}, failLevel, encoding, maxFindings } = json as Written;
  return {
    exclude,
    rules,
    ...(failLevel === undefined ? {} : { failLevel }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(maxFindings === undefined ? {} : { maxFindings }),
    networks: networks.map((globs) => globs.map(normalPath)),
    pairs: pairs.map(([first, second]) => [normalPath(first), normalPath(second)] as const),
  };
}

/** What the file holds where nothing is wrong with it. */
interface Written {
  readonly networks?: readonly (readonly string[])[];
  readonly pairs?: readonly (readonly [string, string])[];
  readonly exclude?: readonly string[];
  readonly rules?: Severities;
  readonly failLevel?: FailLevel;
  readonly encoding?: NamedEncoding;
  readonly maxFindings?: number;
}

/** The keys that the file may hold, `$schema` among them. */
const keys = ['$schema', 'networks', 'pairs', 'exclude', 'rules', 'failLevel', 'encoding', 'maxFindings'];

/** Undefined for what can be used: an object with lists of globs and couples of paths that stay inside. */
function problemOf(json: unknown): SettingsProblem | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return problem('no-object', 'holds no object');
  const unknownKey = Object.keys(json).find((key) => !keys.includes(key));
  if (unknownKey !== undefined) {
    const known = keys.slice(1).map((key) => `"${key}"`);
    const all = `${known.slice(0, -1).join(', ')} and ${known.at(-1)!}`;
    return problem('unknown-key', `holds ${JSON.stringify(unknownKey)}; it may hold ${all}`);
  }
  const { networks = [], pairs = [], ...rest } = json as { networks?: unknown; pairs?: unknown };
  if (!isList(networks, (globs): globs is string[] => isList(globs, isText)))
    return problem('bad-networks', 'needs "networks" to be a list of lists of globs');
  if (!isList(pairs, (couple): couple is string[] => isList(couple, isText) && couple.length === 2))
    return problem('bad-pairs', 'needs "pairs" to be a list of couples of paths');
  const wrongRest = problemOfChecks(rest) ?? problemOfDisplay(rest);
  if (wrongRest) return wrongRest;
  const outside = [...networks, ...pairs].flat().find((path) => !staysInside(path));
  if (outside !== undefined)
    return problem(
      'path-outside',
      `names ${JSON.stringify(outside)}; paths are written with / and stay below its folder`,
    );
  if (networks.flat().some(isHeavyGlob))
    return problem(
      'heavy-glob',
      `holds a glob with more than ${longestGlob} characters, or braces for more than ${mostAlternatives} globs`,
    );
  const same = pairs.find(([first, second]) => normalPath(first!) === normalPath(second!));
  if (same) return problem('pair-of-one', `pairs ${JSON.stringify(same[0])} with itself`);
  return undefined;
}

/** What is wrong with how files are checked; which rules there are is not known here. */
function problemOfChecks(json: object): SettingsProblem | undefined {
  const { exclude = [], rules = {}, failLevel = 'error' } = json as Record<keyof Written, unknown>;
  if (!isList(exclude, isText)) return problem('bad-exclude', 'needs "exclude" to be a list of patterns');
  if (exclude.some((pattern) => pattern.length > longestGlob))
    return problem('heavy-glob', `holds a pattern with more than ${longestGlob} characters`);
  if (!isRecord(rules)) return problem('bad-rules', 'needs "rules" to be an object of rules and severities');
  const wrong = Object.entries(rules).find(([, severity]) => !severitySettings.some((setting) => setting === severity));
  if (wrong)
    return problem(
      'bad-rules',
      `makes ${JSON.stringify(wrong[0])} neither ${severitySettings.join(', ')}`.replace(/, (?=[^,]*$)/, ' nor '),
    );
  if (!failLevels.some((level) => level === failLevel))
    return problem('bad-fail-level', `needs "failLevel" to be one of ${failLevels.join(', ')}`);
  return undefined;
}

/** What is wrong with how files are decoded and findings shown. */
function problemOfDisplay(json: object): SettingsProblem | undefined {
  const { encoding, maxFindings } = json as Record<keyof Written, unknown>;
  if (encoding !== undefined && namedEncoding(encoding) === undefined)
    return problem('bad-encoding', `needs "encoding" to be one of ${namedEncodings.join(', ')}`);
  if (maxFindings !== undefined && numberOfFindings(maxFindings) === undefined)
    return problem('bad-max-findings', 'needs "maxFindings" to be a whole number from 1');
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
      const tests = globs.map(pathTest);
      return files.filter(({ path }) => tests.some((test) => test(path))).map(({ file }) => file);
    }),
    namedPairs: settings.pairs.flatMap((couple) => {
      const [first, second] = couple.map((path) => byPath.get(path));
      return first !== undefined && second !== undefined ? [[first, second] as const] : [];
    }),
  };
}

function problem(code: SettingsProblem['code'], message: string): SettingsProblem {
  return { code, message };
}

function isList<Item>(value: unknown, holds: (item: unknown) => item is Item): value is Item[] {
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

/** Without what means nothing: empty parts and `.`. */
function normalPath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '.' && part !== '')
    .join('/');
}
