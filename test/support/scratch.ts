// A folder of a test file's own, gone when its tests have run.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';

export function scratch(name: string): { folder: string; put: (name: string, content: string | Uint8Array) => string } {
  const folder = mkdtempSync(join(tmpdir(), `vrp-${name}-`));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    put(file, content) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
  };
}
