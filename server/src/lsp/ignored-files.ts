// What of the workspace folders is left alone: by `.gitignore` and `.vrpignore` anywhere in them, and by `exclude` of `.vrp.json`.
import { ignoreFiles, ignorePattern, ignorePatterns, isIgnoredBelow, type IgnorePattern } from '../workspace/ignore';
import { fileName } from '../text/file-name';
import { below, fileId } from './file-ids';
import type { Host } from './host';

/** By the id of a workspace folder, patterns of its settings. */
export type Exclusions = ReadonlyMap<string, readonly string[]>;

/** True for a path or uri whose last part is `.gitignore` or `.vrpignore`. */
export function isIgnoreFile(path: string): boolean {
  return ignoreFiles.includes(fileName(path));
}

/**
 * The ignore patterns of each workspace folder, as they were last read. Folders are file ids; paths are relative to the
 * folder, with `/` between their parts.
 */
export class IgnoredFiles {
  private readonly patterns = new Map<string, readonly IgnorePattern[]>();

  constructor(private readonly host: Pick<Host, 'files' | 'decode'>) {}

  /** Reads what these files of a folder say; `exclude` comes last, so that it decides. */
  async read(folder: string, uris: readonly string[], exclude: readonly string[]): Promise<void> {
    const found: IgnorePattern[] = [];
    for (const uri of inOrder(uris)) {
      const path = below(folder, fileId(uri)) ?? '';
      const bytes = await this.host.files.read(uri);
      if (bytes) found.push(...ignorePatterns(this.host.decode(bytes).text, path.slice(0, path.lastIndexOf('/') + 1)));
    }
    this.patterns.set(folder, [...found, ...exclude.map((pattern) => ignorePattern(pattern, ''))]);
  }

  /** For a path below a folder. */
  holds(folder: string, path: string): boolean {
    return isIgnoredBelow(this.patterns.get(folder) ?? [], path);
  }
}

/** Those of a folder before those below it, `.gitignore` before ours: what is said last decides. */
function inOrder(uris: readonly string[]): readonly string[] {
  const depth = (uri: string) => uri.split('/').length;
  return [...uris].sort((left, right) => depth(left) - depth(right) || (left < right ? -1 : 1));
}
