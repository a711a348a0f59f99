// Which `.vrp.json` holds for a run of the command line: the one that is named, else the nearest in the working directory or above it.
import { networkOptions, readSettings, settingsName } from '../workspace/settings';
import type { NetworkOptions } from '../model/pairing/find-pairs';
import type { Io } from './io';

export interface RunSettings {
  /** What they mean for the files of the run. */
  settle(files: readonly string[]): NetworkOptions;
  /** Files that a pair names and that do not exist, as sentences. */
  readonly missing: readonly string[];
}

/** A string says why they cannot be used. */
export function runSettings(io: Pick<Io, 'files' | 'decode'>, named: string | undefined): RunSettings | string {
  const held = named === undefined ? nearest(io) : { file: named, read: io.files.read(named) };
  if (!held) return { settle: () => ({}), missing: [] };
  if (!held.read.ok) return `${held.file}: ${held.read.kind === 'missing' ? 'no such file' : held.read.reason}`;
  const settings = readSettings(io.decode(held.read.bytes).text);
  if (settings.problem !== undefined) return `${held.file} ${settings.problem}`;
  const folder = parent(io.files.absolute(held.file));
  return {
    settle: (files) =>
      networkOptions(
        settings,
        files.flatMap((file) => {
          const whole = io.files.absolute(file);
          return whole.startsWith(folder) ? [{ file, path: whole.slice(folder.length) }] : [];
        }),
      ),
    missing: [...new Set(settings.pairs.flat())].flatMap((path) => {
      const read = io.files.read(folder + path);
      return !read.ok && read.kind === 'missing' ? [`${held.file} pairs ${path}, which does not exist`] : [];
    }),
  };
}

function nearest(io: Pick<Io, 'files'>) {
  const here = `${io.files.absolute('.').replace(/\/$/, '')}/`;
  for (let folder = here; ; folder = parent(folder.slice(0, -1))) {
    const read = io.files.read(folder + settingsName);
    if (read.ok || read.kind !== 'missing')
      return { file: folder === here ? settingsName : folder + settingsName, read };
    if (!folder.slice(0, -1).includes('/')) return undefined;
  }
}

/** The folder of a whole path, with the slash that ends it. */
function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
