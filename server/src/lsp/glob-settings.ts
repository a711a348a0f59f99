// Which files of a folder are looked at, by the globs of VS Code's settings.
import { isUnfinished, pattern } from '../workspace/globs';

export interface GlobSettings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export const defaultGlobs: GlobSettings = { include: ['**/*'], exclude: ['**/.git/**', '**/node_modules/**'] };

/** Answers for a path below the folder; a folder is wanted unless everything below it is excluded. */
export function wantedBy(settings: GlobSettings): (path: string, isFolder: boolean) => boolean {
  const include = settings.include.map(pattern);
  const exclude = settings.exclude.map(pattern);
  const prune = settings.exclude.filter((glob) => glob.endsWith('/**')).map(pattern);
  return (path, isFolder) =>
    isFolder
      ? !prune.some((one) => one.test(`${path}/x`))
      : !isUnfinished(path) && include.some((one) => one.test(path)) && !exclude.some((one) => one.test(path));
}
