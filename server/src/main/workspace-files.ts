// The files of the workspace folders on Node, by uri. Folders of other schemes hold nothing here: open documents are all
// there is of them.
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../lsp/host';
import { largestFile } from '../model/file-kind';

/**
 * The files of the server on Node, for `file:` uris; any other scheme has none. Links are followed, each folder is
 * walked once.
 */
export const workspaceFiles: Files = {
  async list(folder, wanted) {
    const found: string[] = [];
    const seen = new Set<string>();
    const top = pathOf(folder);
    if (top !== undefined) await walk(top, '');
    return found.sort();

    async function walk(directory: string, below: string): Promise<void> {
      try {
        const real = await realpath(directory);
        if (seen.has(real)) return;
        seen.add(real);
        for (const entry of await readdir(directory, { withFileTypes: true })) {
          const path = join(directory, entry.name);
          const relative = below + entry.name;
          const kind = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
          if (kind?.isDirectory()) {
            if (wanted(relative, true)) await walk(path, `${relative}/`);
          } else if (kind?.isFile() && wanted(relative, false)) found.push(pathToFileURL(path).href);
        }
      } catch {
        // A directory that may not be read holds nothing for us.
      }
    }
  },

  async read(uri, limit) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      if (!(await stat(path)).isFile()) return undefined;
      const file = await open(path);
      try {
        const { size } = await file.stat();
        if (size > largestFile) return undefined;
        const bytes = new Uint8Array(Math.min(size, limit ?? size));
        let filled = 0;
        while (filled < bytes.length) {
          const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return bytes.subarray(0, filled);
      } finally {
        await file.close();
      }
    } catch {
      // It went away, or may not be read: for the workspace there is no such file.
      return undefined;
    }
  },
};

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    // Of another scheme, or no path of this system.
    return undefined;
  }
}
