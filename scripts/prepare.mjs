// npm runs this wherever the package is made: `npm ci`, `npm pack`, and an installation from a Git address, as pre-commit does it.
// For `npm install -g <Git address>` npm puts what is needed to build somewhere else than beside the sources, and a fresh clone has
// nothing at all; then the few packages that the bundles are made of are fetched here, in the versions and with the hashes of the
// lockfile, and no install script is run.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
/** The bundler, and what the sources import; `npm run test:install` builds with these alone. */
const needed = [
  'esbuild',
  'commander',
  'diff',
  'ipaddr.js',
  'picocolors',
  'vscode-languageclient',
  'vscode-languageserver',
  'vscode-languageserver-textdocument',
  'vscode-languageserver-types',
  'web-tree-sitter',
];

if (!existsSync(join(root, 'node_modules/esbuild'))) fetchNeeded();
await import('./build.mjs');

function fetchNeeded() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const dependencies = Object.fromEntries(needed.map((name) => [name, packages[`node_modules/${name}`].version]));
  const project = { name: 'vrp-hot-backup-build', version: '0.0.0', private: true, dependencies };
  // Beside the sources: a folder cannot be renamed into another file system.
  const folder = mkdtempSync(join(root, '.build-packages-'));
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(project));
    const lock = { ...project, lockfileVersion: 3, requires: true, packages: { '': project, ...reachable(packages) } };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
    install(folder);
    rmSync(join(root, 'node_modules'), { recursive: true, force: true });
    renameSync(join(folder, 'node_modules'), join(root, 'node_modules'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The entries of the lockfile for what is needed, and for what that needs in turn. */
function reachable(packages) {
  const found = {};
  const waiting = needed.map((name) => `node_modules/${name}`);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found[path]) continue;
    const { dev: _dev, ...entry } = packages[path];
    found[path] = entry;
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }))
      waiting.push(placeOf(name, path, packages));
  }
  return found;
}

/** Where Node finds `name` from the package at `path`: beside it, or further out. */
function placeOf(name, path, packages) {
  const inside = `${path}/node_modules/${name}`;
  if (packages[inside]) return inside;
  const outer = path.lastIndexOf('/node_modules/');
  return outer < 0 ? `node_modules/${name}` : placeOf(name, path.slice(0, outer), packages);
}

function install(folder) {
  // Without what npm hands on from the command that it is at, `--global` among it; the registry and its access stay.
  const inherited =
    /^npm_config_(?:global|prefix|local_prefix|global_prefix|include|omit|force|dry_run|workspace|workspaces)$/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci ended with ${status}: what is needed to build could not be fetched`);
}
