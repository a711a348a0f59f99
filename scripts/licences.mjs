// Writes docs/licences.md: the packages whose code is in the bundles, with version and licence, as the bundler and the packages
// themselves say. `--check` compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const node = {
  bundle: true,
  write: false,
  metafile: true,
  platform: 'node',
  logLevel: 'silent',
  absWorkingDir: root,
  outdir: 'out',
  external: ['vscode'],
};
const results = await Promise.all([
  build({ ...node, entryPoints: ['client/src/extension.ts', 'server/src/main/node.ts', 'server/src/main/vrp.ts'] }),
  build({
    ...node,
    platform: 'browser',
    entryPoints: ['client/src/extension.web.ts', 'server/src/main/browser.ts'],
    external: ['vscode', 'fs/promises', 'module'],
  }),
]);
const folders = new Set(
  results
    .flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .flatMap((path) => /.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []),
);
const packages = [...folders].map((folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')));
const rows = [
  ...new Set(
    packages.map(
      ({ name, version, license }) =>
        `| ${name} | ${version} | ${typeof license === 'string' ? license : 'see the package'} |`,
    ),
  ),
].sort();
const text = `# Licences\n\nThe code of these packages is in what ships. Each is used under its own licence; the licence text is in the package. The tool itself is under MIT.\n\n| package | version | licence |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
const file = join(root, 'docs/licences.md');
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('docs/licences.md is not up to date: npm run update');
  process.exitCode = 1;
}
