// Other versions of Node than the one that runs this: the programs as npm has them, without install scripts, kept in
// node_modules/.cache.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './shell.mjs';

const system = process.platform === 'win32' ? 'win' : process.platform;
const packageName = `node-${system}-${process.arch}`;

export function nodeOf(version) {
  const folder = join(root, 'node_modules/.cache/node', version);
  const node = join(folder, 'node_modules', packageName, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(node)) return node;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${packageName}@${version}`], { cwd: folder });
  return node;
}
