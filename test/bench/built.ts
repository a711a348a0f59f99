// What the benchmarks start: the product as it ships, and the floor server bundled beside it.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

export const root = resolve(__dirname, '../..');
/** Everything that benchmarks make or install; not part of the project. */
export const place = join(root, '.workbench/bench');

let done = false;

export function build(): void {
  if (done) return;
  done = true;
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
}

export function floorCommand(): string[] {
  mkdirSync(place, { recursive: true });
  const file = join(place, 'floor.cjs');
  buildSync({
    entryPoints: [join(__dirname, 'floor.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: file,
    logLevel: 'error',
  });
  return [process.execPath, file, '--stdio'];
}
