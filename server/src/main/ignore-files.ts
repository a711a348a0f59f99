// `.gitignore` and `.vrpignore` on the disk: those of a folder, and of the folders above it in the same repository.
import { existsSync, readFileSync, readdirSync, type Dirent } from 'node:fs';
import { resolve, sep } from 'node:path';
import { ignoreFiles, ignorePatterns, type IgnorePattern } from '../workspace/ignore';
import { decode } from './decode';

/** What the files in `directory` say; `whole` is its whole path with `/` at the end. */
export function patternsIn(
  directory: string,
  whole: string,
  entries: readonly Pick<Dirent, 'name'>[],
): readonly IgnorePattern[] {
  const names = new Set(entries.map(({ name }) => name).filter((name) => ignoreFiles.includes(name)));
  return ignoreFiles.flatMap((name) => (names.has(name) ? ignorePatterns(textOf(`${directory}/${name}`), whole) : []));
}

/**
 * What holds for a folder because of those above it, up to that of the repository; outside of one up to the working folder, so that
 * one of its folders is looked at as a walk over all of it does.
 */
export function patternsAbove(folder: string): readonly IgnorePattern[] {
  if (existsSync(`${folder}/.git`)) return [];
  const above = foldersAbove(folder);
  const repository = above.findIndex((path) => existsSync(`${path}/.git`));
  const top = repository >= 0 ? repository : above.indexOf(resolve('.').split(sep).join('/'));
  return above
    .slice(0, top + 1)
    .reverse()
    .flatMap((path) => patternsIn(path, `${path}/`, entriesOf(path)));
}

/** The nearest first. */
function foldersAbove(folder: string): string[] {
  const found: string[] = [];
  for (let at = folder.lastIndexOf('/'); at >= 0; at = folder.lastIndexOf('/', at - 1)) {
    found.push(folder.slice(0, at));
    if (at === 0) break;
  }
  return found;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // What may not be read says nothing.
    return [];
  }
}

function textOf(path: string): string {
  try {
    return decode(readFileSync(path)).text;
  } catch {
    // Gone, or not ours to read: it leaves nothing out.
    return '';
  }
}
