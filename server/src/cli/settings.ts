// Which `.vrp.json` holds for a run of the command line: the one that is named, else the nearest in the working directory or above it.
import { rules } from '../rules/registry';
import { printable } from '../text/sanitize';
import { networkOptions, readSettings, settingsName, type FailLevel, type NamedEncoding } from '../workspace/settings';
import type { NetworkOptions } from '../model/pairing/find-pairs';
import type { Severities } from '../diagnostics/severities';
import type { ListOptions, ReadResult } from './files';
import type { Io } from './io';
import { failure, problemText, success, type Attempt, type Problem } from './problem';

/** What `.vrp.json` sets for a run. Paths in it are relative to the folder of that file. */
export interface RunSettings {
  /** What they mean for the files of the run. */
  networkFor(files: readonly string[]): NetworkOptions;
  readonly severities: Severities;
  readonly failLevel?: FailLevel;
  readonly encoding?: NamedEncoding;
  readonly maxFindings?: number;
  /** What is left alone below the folder of the file. */
  readonly exclude: NonNullable<ListOptions['exclude']>;
  /** What they name that does not exist: files of a pair, rules. */
  readonly missing: readonly Problem[];
}

/** `named`: what `--config` says. */
export function runSettings(io: Pick<Io, 'files' | 'decode'>, named: string | undefined): Attempt<RunSettings> {
  const held = named === undefined ? nearest(io) : { file: named, read: io.files.read(named) };
  if (!held) return success({ networkFor: () => ({}), severities: {}, exclude: [], missing: [] });
  const { file, read } = held;
  if (!read.ok) return failure(unreadable(file, read));
  const settings = readSettings(io.decode(read.bytes).text);
  if (settings.problem) return failure({ code: 'unusable', file, problem: settings.problem });
  const folder = parent(io.files.absolute(file));
  const below = (path: string) => {
    const whole = io.files.absolute(path);
    return whole.startsWith(folder) ? [{ file: path, path: whole.slice(folder.length) }] : [];
  };
  const missing = [...new Set(settings.pairs.flat())].filter((path) => isMissing(io.files.read(folder + path)));
  const { rules: severities, failLevel, exclude, encoding, maxFindings } = settings;
  const unknown = Object.keys(severities).filter((id) => !rules.some((rule) => rule.id === id));
  return success({
    severities,
    ...(failLevel === undefined ? {} : { failLevel }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(maxFindings === undefined ? {} : { maxFindings }),
    exclude: exclude.length === 0 ? [] : [{ folder, patterns: exclude }],
    networkFor: (files) => networkOptions(settings, files.flatMap(below)),
    missing: [
      ...missing.map((path) => gap(file, 'pair-missing', `pairs ${path}, which does not exist`)),
      ...unknown.map((id) =>
        gap(file, 'unknown-rule', `sets ${JSON.stringify(id)}, which is not a rule; vrp rules lists them`),
      ),
    ],
  });
}

function gap(file: string, code: string, message: string): Problem {
  return { code: 'unusable', file, problem: { code, message } };
}

/** On standard error: a pair that is named and not there is no reason to stop. */
export function tellGaps(io: Pick<Io, 'error'>, settings: RunSettings): void {
  for (const problem of settings.missing) io.error(`${printable(problemText(problem))}\n`);
}

/** What to say of a file that an option names and that was not read. */
export function unreadable(file: string, read: ReadResult & { ok: false }): Problem {
  return read.kind === 'missing' ? { code: 'no-such-file', file } : { code: 'unreadable', file, message: read.reason };
}

function nearest(io: Pick<Io, 'files'>): { file: string; read: ReadResult } | undefined {
  const here = `${io.files.absolute('.').replace(/\/$/, '')}/`;
  for (let folder = here; ; folder = parent(folder.slice(0, -1))) {
    const read = io.files.read(folder + settingsName);
    if (!isMissing(read)) return { file: folder === here ? settingsName : folder + settingsName, read };
    if (!folder.slice(0, -1).includes('/')) return undefined;
  }
}

function isMissing(read: ReadResult): boolean {
  return !read.ok && read.kind === 'missing';
}

/** The folder of a whole path, with the slash that ends it. */
function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
