// Which files of the workspace folders are looked at: by the globs of the editor's settings, by what `.vrp.json` leaves out, and by
// ignore files.
import { below, fileId, uriOfId } from './file-ids';
import { defaultGlobs, wantedBy, type GlobSettings } from './glob-settings';
import type { Host } from './host';
import { IgnoredFiles, isIgnoreFile, type Exclusions } from './ignored-files';

/** Everything below a folder, or only what lies in it. */
export type FolderDepth = 'all' | 'top';

/**
 * Which files of the workspace folders are looked at: by depth, globs, ignore files and `exclude` of `.vrp.json`.
 * Setting any of these reads nothing; `list` does.
 */
export class FolderFiles {
  private folders: readonly string[] = [];
  private depth: FolderDepth = 'all';
  private globs = defaultGlobs;
  private byGlobs = wantedBy(defaultGlobs);
  private exclusions: Exclusions = new Map();
  private readonly ignored: IgnoredFiles;

  constructor(private readonly host: Pick<Host, 'files' | 'decode'>) {
    this.ignored = new IgnoredFiles(host);
  }

  setFolders(uris: readonly string[], depth: FolderDepth = 'all'): void {
    this.depth = depth;
    this.folders = uris.map((uri) => fileId(uri).replace(/(?<=[^:/])\/+$/, ''));
  }

  /** True where the globs are others than before. */
  setGlobs(globs: GlobSettings): boolean {
    if (JSON.stringify(globs) === JSON.stringify(this.globs)) return false;
    this.globs = globs;
    this.byGlobs = wantedBy(globs);
    return true;
  }

  /** True where that is another answer than before. */
  setExclusions(exclusions: Exclusions): boolean {
    const textOf = (each: Exclusions): string => JSON.stringify([...each]);
    if (textOf(exclusions) === textOf(this.exclusions)) return false;
    this.exclusions = exclusions;
    return true;
  }

  /** The files of all folders, by uri. Reads the ignore files anew. */
  async list(): Promise<ReadonlySet<string>> {
    const uris = new Set<string>();
    for (const folder of this.folders) for (const uri of await this.listFolder(folder)) uris.add(uri);
    return uris;
  }

  /** Whether a file, there or not, is one of those. */
  hold(id: string): boolean {
    return this.folders.some((folder) => {
      const path = below(folder, id);
      if (path === undefined || !this.wanted(path, false) || this.ignored.holds(folder, path)) return false;
      const parents = path.split('/').slice(0, -1);
      return parents.every((_, index) => this.wanted(parents.slice(0, index + 1).join('/'), true));
    });
  }

  private wanted(path: string, isFolder: boolean): boolean {
    return !(isFolder && this.depth === 'top') && this.byGlobs(path, isFolder);
  }

  private async listFolder(folder: string): Promise<readonly string[]> {
    const all = await this.host.files.list(
      uriOfId(folder),
      (path, isFolder) => this.wanted(path, isFolder) || (!isFolder && isIgnoreFile(path)),
    );
    await this.ignored.read(folder, all.filter(isIgnoreFile), this.exclusions.get(folder) ?? []);
    return all.filter((uri) => {
      const path = below(folder, fileId(uri)) ?? '';
      return this.wanted(path, false) && !this.ignored.holds(folder, path);
    });
  }
}
