// Which files are left alone, as `.gitignore` writes it: a pattern a line, `#` for a remark, `!` takes back, a `/` at the end means
// folders, a `/` before it binds the pattern to the folder of the file. The last pattern that matches decides.
// https://git-scm.com/docs/gitignore#_pattern_format
import { pathTest, type PathTest } from './globs';

/** Files that hold such patterns; what ours says wins, since it is read last. */
export const ignoreFiles: readonly string[] = ['.gitignore', '.vrpignore'];

/** More than anybody writes; each is asked about every file below. */
const mostPatterns = 2000;

/** A row of an ignore file. */
export interface IgnorePattern {
  readonly takesBack: boolean;
  readonly foldersOnly: boolean;
  /** For a path below `folder`. */
  readonly matches: PathTest;
  /** With `/` at its end, or empty: the folder whose files are meant, in the paths that are asked about. */
  readonly folder: string;
}

/** The patterns of a file in `folder`, in their order. As git does, it passes over a mark of byte order. */
export function ignorePatterns(text: string, folder: string): IgnorePattern[] {
  return text
    .replace(/^\ufeff/, '')
    .split('\n', mostPatterns)
    .map((row) => row.replace(/\r$/, ''))
    .filter((row) => row.trim() !== '' && !row.startsWith('#'))
    .map((row) => ignorePattern(row, folder));
}

/** Reads a row as `.gitignore` does, relative to `folder`. */
export function ignorePattern(row: string, folder: string): IgnorePattern {
  const takesBack = row.startsWith('!');
  const written = withoutBlanksAtEnd(takesBack ? row.slice(1) : row).replace(/^\\(?=[!#])/, '');
  const foldersOnly = written.endsWith('/');
  const glob = foldersOnly ? written.slice(0, -1) : written;
  const isBound = glob.includes('/');
  const bound = glob.startsWith('/') ? glob.slice(1) : glob;
  return { takesBack, foldersOnly, folder, matches: pathTest(isBound ? bound : `**/${bound}`) };
}

/** Blanks at the end mean nothing, unless a backslash says so. */
function withoutBlanksAtEnd(row: string): string {
  const trimmed = row.trimEnd();
  return trimmed.endsWith('\\') && trimmed.length < row.length ? `${trimmed} ` : trimmed;
}

/** Whether the last of the patterns that matches leaves this very path out; of its folders nothing is asked here. */
export function isIgnored(patterns: readonly IgnorePattern[], path: string, isFolder: boolean): boolean {
  for (let index = patterns.length - 1; index >= 0; index--) {
    const { folder, foldersOnly, matches, takesBack } = patterns[index]!;
    if (foldersOnly && !isFolder) continue;
    if (path.startsWith(folder) && matches(path.slice(folder.length))) return !takesBack;
  }
  return false;
}

/** Whether the path or one of the folders above it is left out. */
export function isIgnoredBelow(patterns: readonly IgnorePattern[], path: string): boolean {
  if (patterns.length === 0) return false;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
    if (isIgnored(patterns, path.slice(0, slash), true)) return true;
  return isIgnored(patterns, path, false);
}
