// Writes docs/licences.md and ThirdPartyNotices.txt: the packages whose code is in the bundles, with version and licence, and the
// text of each licence, as the bundler and the packages themselves say. `--check` compares.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
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
const webviews = readdirSync(join(root, 'client/src/webview'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `client/src/webview/${name}/page.ts`);
const results = await Promise.all([
  build({
    ...node,
    entryPoints: [
      'client/src/extension.ts',
      'client/src/node-client.ts',
      'server/src/main/node.ts',
      'server/src/main/vrp.ts',
    ],
  }),
  build({
    ...node,
    platform: 'browser',
    entryPoints: ['client/src/extension.web.ts', 'server/src/main/browser.ts', ...webviews],
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
const page = `# Licences

The code of these packages is in what ships. Each is used under its own licence; the texts are in [ThirdPartyNotices.txt](../ThirdPartyNotices.txt), which ships too. The tool itself is under MIT.

| package | version | licence |
| --- | --- | --- |
${rows.join('\n')}
`;
derived('docs/licences.md', page);
derived('ThirdPartyNotices.txt', notices());

/** Every licence text once, below the names of the packages that come under it. */
function notices() {
  const byText = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    for (const text of licenceTexts(folder)) byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  const parts = [...byText].map(([text, names]) => [[...new Set(names)].sort().join(', '), text]);
  parts.sort(([a], [b]) => (a < b ? -1 : 1));
  const rule = '='.repeat(80);
  return [
    'Huawei VRP Hot Backup holds the code of the packages named here, each under the licence below its name.',
    ...parts.map(([names, text]) => `${rule}\n${names}\n${rule}\n\n${text}`),
    '',
  ].join('\n\n');
}

function licenceTexts(folder) {
  const files = readdirSync(join(root, folder)).filter((name) =>
    /^(?:licen[cs]e|copying|notice|thirdpartynotices)(?:\.|$)/i.test(name),
  );
  if (!files.some((name) => /^(?:licen[cs]e|copying)/i.test(name)))
    throw new Error(`${folder} brings no text of its licence`);
  return files.sort().map((name) => tidy(readFileSync(join(root, folder, name), 'utf8')));
}

function tidy(text) {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

function derived(name, text) {
  const file = join(root, name);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${name} is not up to date: npm run update`);
    process.exitCode = 1;
  }
}
