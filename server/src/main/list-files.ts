// The walk of the command line: every regular file under a directory except .git, node_modules and ignore files, no link followed in
// circles.
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { FoundFile, Listing, ListOptions } from '../cli/files';
import { folderTest, isGlob, isUnfinished, pathTest, type PathTest } from '../workspace/globs';
import { ignoreFiles, ignorePattern, isIgnored, type IgnorePattern } from '../workspace/ignore';
import { isMissing, readReason } from './file-errors';
import { patternsAbove, patternsIn } from './ignore-files';
import { isOwnFolder } from './own-folder';

const leftAlone = new Set(['.git', 'node_modules', ...ignoreFiles]);

/**
 * Walks paths and globs as `Files.list` says. A path that names nothing is under `missing`, a folder that cannot be
 * read under `unreadable`.
 */
export function listFiles(paths: readonly string[], options: ListOptions = {}): Listing {
  const walk = new Walk(options);
  for (const path of paths) walk.addNamed(path);
  return walk.listing();
}

class Walk {
  private readonly found = new Map<string, FoundFile>();
  private readonly missing: string[] = [];
  private readonly unreadable: { path: string; reason: string }[] = [];
  /** Directories that were walked, by where they really are. */
  private readonly seen = new Set<string>();
  private ignored = 0;

  /** `wanted`: what of a folder is looked at; all where it is left out. */
  constructor(
    private readonly options: ListOptions,
    private readonly wanted: Wanted = { file: () => true, folder: () => true },
  ) {}

  addNamed(path: string): void {
    if (exists(path)) this.visit(path, true);
    else if (isGlob(path)) this.addGlob(path);
    else this.missing.push(path);
  }

  listing(): Listing {
    const found = [...this.found.values()].sort((file, other) => (file.path < other.path ? -1 : 1));
    return { found, ignored: this.ignored, missing: this.missing, unreadable: this.unreadable };
  }

  private addGlob(glob: string): void {
    const { base, rest } = partsOfGlob(glob);
    const walk = new Walk(this.options, below(base, rest));
    if (exists(base)) walk.visit(base, false);
    const { found, ignored, unreadable } = walk.listing();
    this.ignored += ignored;
    if (found.length === 0) this.missing.push(glob);
    for (const { path } of found) this.take(path, false);
    this.unreadable.push(...unreadable);
  }

  private visit(path: string, named: boolean): void {
    try {
      const info = statSync(path);
      if (info.isDirectory()) this.visitFolder(path, this.patternsFor(path));
      else if (info.isFile()) this.take(path, named);
      else if (named) this.unreadable.push({ path, reason: 'not a regular file' });
    } catch (error) {
      // What is met in a walk and gone when it is looked at, a link that leads nowhere above all, is no file.
      if (!isMissing(error)) this.unreadable.push({ path, reason: readReason(error) });
      else if (named) this.missing.push(path);
    }
  }

  /** What holds for a folder that a walk begins with. */
  private patternsFor(path: string): readonly IgnorePattern[] {
    const { exclude = [], noIgnoreFiles } = this.options;
    const own = exclude.flatMap(({ folder, patterns }) =>
      patterns.map((pattern) => ignorePattern(pattern, folder === '' || folder.endsWith('/') ? folder : `${folder}/`)),
    );
    return [...(noIgnoreFiles ? [] : patternsAbove(wholePath(path))), ...own];
  }

  private visitFolder(directory: string, above: readonly IgnorePattern[]): void {
    try {
      const real = realpathSync(directory);
      if (this.seen.has(real)) return;
      this.seen.add(real);
      const entries = readdirSync(directory, { withFileTypes: true });
      const whole = `${wholePath(directory)}/`;
      const inside = this.options.noIgnoreFiles ? [] : patternsIn(directory, whole, entries);
      // What was asked for by an option is said last.
      const patterns = inside.length === 0 ? above : [...above, ...inside];
      for (const entry of entries) {
        if (leftAlone.has(entry.name) || isUnfinished(entry.name)) continue;
        const path = join(directory, entry.name);
        if (!entry.isFile() && isOwnFolder(path)) {
          this.ignored++;
          continue;
        }
        if (patterns.length > 0 && isIgnored(patterns, whole + entry.name, entry.isDirectory())) {
          this.ignored++;
          continue;
        }
        // What is neither, a link above all, is looked at itself.
        if (entry.isDirectory()) this.enter(path, patterns);
        else if (entry.isFile()) this.take(path, false);
        else this.visit(path, false);
      }
    } catch (error) {
      this.unreadable.push({ path: directory, reason: readReason(error) });
    }
  }

  private enter(path: string, patterns: readonly IgnorePattern[]): void {
    if (this.wanted.folder(path)) this.visitFolder(path, patterns);
  }

  private take(path: string, named: boolean): void {
    if (!this.found.has(path) && this.wanted.file(path)) this.found.set(path, { path, named });
  }
}

/** Answers for paths as the walk makes them. */
interface Wanted {
  readonly file: PathTest;
  readonly folder: PathTest;
}

/** What the glob `rest` names below the folder `base`; a folder that it names stands for all below it. */
function below(base: string, rest: string): Wanted {
  const globs = rest.endsWith('*') ? [rest] : [rest, `${rest}/**`];
  const cut = join(base, 'x').length - 1;
  const any = (tests: readonly PathTest[]) => (path: string) => tests.some((test) => test(slashed(path.slice(cut))));
  return { file: any(globs.map(pathTest)), folder: any(globs.map(folderTest)) };
}

/** The folder that a glob starts from, and what follows it. On Windows `\` parts names as `/` does; elsewhere it is part of a glob. */
export function partsOfGlob(glob: string, separator: string = sep): { readonly base: string; readonly rest: string } {
  const parts = slashed(glob, separator).split('/');
  const first = parts.findIndex(isGlob);
  const fixed = parts.slice(0, first).join('/').replace(/\\(.)/g, '$1');
  const rest = parts.slice(first).filter((part) => part !== '.' && part !== '');
  const top = parts[0] === '' ? '/' : '.';
  return { base: fixed || top, rest: rest.join('/') };
}

/** A path with `/` between its parts, whatever the system separates them by. */
export function slashed(path: string, separator: string = sep): string {
  return path.split(separator).join('/');
}

function wholePath(path: string): string {
  const whole = slashed(resolve(path));
  return whole === '/' ? '' : whole;
}

function exists(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    return !isMissing(error);
  }
}
