// The walk of the command line: every regular file under a directory except .git and node_modules, no link followed in circles.
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import type { FoundFile, Listing } from '../cli/files';
import { isUnfinished } from '../workspace/globs';
import { isMissing, readReason } from './file-errors';

const leftAlone = new Set(['.git', 'node_modules']);

export function listFiles(paths: readonly string[]): Listing {
  const walk = new Walk();
  for (const path of paths) walk.addNamed(path);
  return walk.listing();
}

class Walk {
  private readonly found = new Map<string, FoundFile>();
  private readonly missing: string[] = [];
  private readonly unreadable: { path: string; reason: string }[] = [];
  /** Directories that were walked, by where they really are. */
  private readonly seen = new Set<string>();

  addNamed(path: string): void {
    if (exists(path)) this.visit(path, true);
    else if (isDynamicPattern(path)) this.addGlob(path);
    else this.missing.push(path);
  }

  listing(): Listing {
    const found = [...this.found.values()].sort((file, other) => (file.path < other.path ? -1 : 1));
    return { found, missing: this.missing, unreadable: this.unreadable };
  }

  private addGlob(glob: string): void {
    const hits = globSync(glob, { dot: true, onlyFiles: true, ignore: ['**/.git/**', '**/node_modules/**'] });
    if (hits.length === 0) this.missing.push(glob);
    for (const hit of hits) this.visit(hit, false);
  }

  private visit(path: string, named: boolean): void {
    try {
      const info = statSync(path);
      if (info.isDirectory()) this.visitFolder(path);
      else if (info.isFile()) this.take(path, named);
      else if (named) this.unreadable.push({ path, reason: 'not a regular file' });
    } catch (error) {
      // What is met in a walk and gone when it is looked at, a link that leads nowhere above all, is no file.
      if (!isMissing(error)) this.unreadable.push({ path, reason: readReason(error) });
      else if (named) this.missing.push(path);
    }
  }

  private visitFolder(directory: string): void {
    try {
      const real = realpathSync(directory);
      if (this.seen.has(real)) return;
      this.seen.add(real);
      for (const entry of readdirSync(directory, { withFileTypes: true })) {
        if (leftAlone.has(entry.name) || isUnfinished(entry.name)) continue;
        const path = join(directory, entry.name);
        // What is neither, a link above all, is looked at itself.
        if (entry.isDirectory()) this.visitFolder(path);
        else if (entry.isFile()) this.take(path, false);
        else this.visit(path, false);
      }
    } catch (error) {
      this.unreadable.push({ path: directory, reason: readReason(error) });
    }
  }

  private take(path: string, named: boolean): void {
    if (!this.found.has(path)) this.found.set(path, { path, named });
  }
}

function exists(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    return !isMissing(error);
  }
}
