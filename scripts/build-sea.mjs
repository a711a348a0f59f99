// `npm run build:sea`: release/vrp, the command line and the server as one file that needs no Node beside it, for the system and the
// processor that it is built on. Node's own way (single executable applications): a copy of Node with the program put in by postject.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import './build.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const release = join(root, 'release');
const target = join(release, process.platform === 'win32' ? 'vrp.exe' : 'vrp');
const work = join(release, 'sea');
const dist = (name) => join(root, 'dist', name);

mkdirSync(work, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ['server/src/main/executable.ts'],
  outfile: join(work, 'main.js'),
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': '"file:///vrp"' },
});
const names = ['vrp.js', 'web-tree-sitter.wasm', 'tree-sitter-vrp.wasm'];
const configuration = {
  main: join(work, 'main.js'),
  output: join(work, 'vrp.blob'),
  disableExperimentalSEAWarning: true,
  // The workers' code and the parser.
  assets: Object.fromEntries(names.map((name) => [name, dist(name)])),
};
writeFileSync(join(work, 'sea.json'), JSON.stringify(configuration));
run(process.execPath, '--experimental-sea-config', join(work, 'sea.json'));
rmSync(target, { force: true });
copyFileSync(process.execPath, target);
chmodSync(target, 0o755);
if (process.platform === 'darwin') run('codesign', '--remove-signature', target);
run(
  process.execPath,
  createRequire(import.meta.url).resolve('postject/dist/cli.js'),
  target,
  'NODE_SEA_BLOB',
  join(work, 'vrp.blob'),
  '--sentinel-fuse',
  // The mark in Node's binary behind which the program is looked for.
  'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2',
  ...(process.platform === 'darwin' ? ['--macho-segment-name', 'NODE_SEA'] : []),
);
if (process.platform === 'darwin') run('codesign', '--sign', '-', target);
rmSync(work, { recursive: true });
console.log(`${target}: ${(statSync(target).size / 1e6).toFixed(0)} MB`);

function run(command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  console.error(error?.message ?? `${stdout}${stderr}`);
  process.exit(1);
}
