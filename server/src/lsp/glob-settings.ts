// Which files of a folder are looked at, by the globs of VS Code's settings.
import { isUnfinished, pathTest, type PathTest } from '../workspace/globs';

/** The setting `vrp.workspace`: globs over paths below a workspace folder, with `/` between their parts. */
export interface GlobSettings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The globs where nothing is set: every file but those below `.git` and `node_modules`. */
export const defaultGlobs: GlobSettings = { include: ['**/*'], exclude: ['**/.git/**', '**/node_modules/**'] };

/** More than anybody writes; the settings of a folder are asked about every file below it. */
const mostGlobs = 100;

/** Answers for a path below the folder; a folder is wanted unless everything below it is excluded. */
export function wantedBy(settings: GlobSettings): (path: string, isFolder: boolean) => boolean {
  const include = testsOf(settings.include);
  const exclude = testsOf(settings.exclude);
  const prune = testsOf(settings.exclude.filter((glob) => /[/\\]\*\*$/.test(glob)));
  return (path, isFolder) =>
    isFolder
      ? !prune.some((test) => test(`${path}/x`))
      : !isUnfinished(path) && include.some((test) => test(path)) && !exclude.some((test) => test(path));
}

/** Paths have `/` here on every system; who writes `\` on Windows means it. */
function testsOf(globs: readonly string[]): PathTest[] {
  return globs.slice(0, mostGlobs).map((glob) => pathTest(glob.replaceAll('\\', '/')));
}
