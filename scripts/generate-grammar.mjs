// `npm run generate`: parser and wasm from grammar.js and scanner.c, and hashes.json, by which a test sees that they belong
// together. A folder named as argument takes the place of tree-sitter-vrp/. Equal tools give equal bytes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = resolve(process.argv[2] ?? fileURLToPath(new URL('../tree-sitter-vrp/', import.meta.url)));
const tool = '0.26.13';

const version = spawnSync('tree-sitter', ['--version'], { encoding: 'utf8' });
if (!version.stdout?.startsWith(`tree-sitter ${tool}`))
  fail(`tree-sitter ${tool} is needed: cargo install tree-sitter-cli --locked --version ${tool} --no-default-features`);
run(folder, 'tree-sitter', 'generate', '--abi', '15');
run(
  join(folder, 'src'),
  'clang-19',
  '--target=wasm32-unknown-wasi',
  '-fPIC',
  '-shared',
  '-Os',
  '-nostdlib',
  '-fno-exceptions',
  '-fvisibility=hidden',
  '-Wl,--export=tree_sitter_vrp',
  '-Wl,--allow-undefined',
  '-Wl,--no-entry',
  '-Wl,--strip-all',
  '-I',
  '.',
  'parser.c',
  'scanner.c',
  '-o',
  '../tree-sitter-vrp.wasm',
);

const hashed = ['grammar.js', 'src/scanner.c', 'src/parser.c', 'tree-sitter-vrp.wasm'];
const hashes = Object.fromEntries(
  hashed.map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ]),
);
writeFileSync(join(folder, 'hashes.json'), `${JSON.stringify(hashes, null, 2)}\n`);

function run(cwd, command, ...args) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (error) fail(`${command} is needed (Debian: clang-19, lld-19, wasi-libc): ${error.message}`);
  if (status !== 0) fail(`${command} ended with ${status}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
