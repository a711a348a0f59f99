// Builds dist/ (what ships) or, with --tests, out/ (the suite that runs inside VS Code).
//   dist/extension.js                                    the extension: it waits for VRP text, and then loads
//   dist/node-client.js                                  the client of the server, with the libraries of the protocol
//   dist/vrp.js                                          the program on Node, its own worker; cli.js and server.js start it
//   dist/web/extension.js, web/server.js                 for a browser
//   dist/webview/NAME.js, NAME.css                       the pages of client/src/webview/NAME
//   dist/*.wasm                                          the tree-sitter runtime and the grammar of VRP
import { chmod, copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const common = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
  legalComments: 'none',
  minify: true,
  sourcemap: process.argv.includes('--sourcemap') ? 'linked' : false,
};
// A library written as a module may ask where it is: a CommonJS bundle answers with its own file.
const whereAmI = 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;';
const node = {
  // One character beyond Latin-1 doubles what Node holds of a bundle.
  ...common,
  charset: 'ascii',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: whereAmI },
  // Its module asks for Node's own by `import()`, which code out of a cache cannot do.
  alias: { 'web-tree-sitter': join(root, 'node_modules/web-tree-sitter/web-tree-sitter.cjs') },
};
const browser = {
  ...common,
  platform: 'browser',
  conditions: ['browser', 'module'],
  // web-tree-sitter makes an address of its own file's; from a blob that cannot be done, and it is never fetched.
  define: { 'import.meta.url': '"file:///"' },
};

if (process.argv.includes('--tests')) await buildTests();
else await buildProduct();

async function buildProduct() {
  const bundles = [
    {
      ...node,
      entryPoints: ['client/src/extension.ts'],
      outfile: 'dist/extension.js',
      external: ['vscode', './node-client'],
      // Required beside it, when it is needed.
      supported: { 'dynamic-import': false },
    },
    { ...node, entryPoints: ['client/src/node-client.ts'], outfile: 'dist/node-client.js', external: ['vscode'] },
    {
      ...browser,
      entryPoints: ['client/src/extension.web.ts'],
      outfile: 'dist/web/extension.js',
      format: 'cjs',
      external: ['vscode'],
    },
    { ...node, entryPoints: ['server/src/main/vrp.ts'], outfile: 'dist/vrp.js' },
    // These two require it.
    { ...node, entryPoints: ['server/src/main/node.ts'], outfile: 'dist/server.js', external: ['./vrp.js'] },
    {
      ...node,
      entryPoints: ['server/src/main/bin.ts'],
      outfile: 'dist/cli.js',
      external: ['./vrp.js'],
      banner: { js: '#!/usr/bin/env node' },
    },
    // web-tree-sitter asks for these of Node when it finds itself there, which a browser never is.
    {
      ...browser,
      entryPoints: ['server/src/main/browser.ts'],
      outfile: 'dist/web/server.js',
      format: 'iife',
      external: ['fs/promises', 'module'],
    },
    ...(await readdir(join(root, 'client/src/webview'), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => [
        {
          ...browser,
          entryPoints: [`client/src/webview/${name}/page.ts`],
          outfile: `dist/webview/${name}.js`,
          format: 'iife',
        },
        { ...browser, entryPoints: [`client/src/webview/${name}/page.css`], outfile: `dist/webview/${name}.css` },
      ]),
  ];
  const files = [
    join('node_modules', 'web-tree-sitter', 'web-tree-sitter.wasm'),
    join('tree-sitter-vrp', 'tree-sitter-vrp.wasm'),
  ];
  await mkdir(join(root, 'dist'), { recursive: true });
  const results = await Promise.allSettled([
    ...bundles.map((bundle) => build(bundle)),
    ...files.map((file) => copyFile(join(root, file), join(root, 'dist', basename(file)))),
  ]);
  if (results.some((result) => result.status === 'rejected')) {
    // esbuild has said what is wrong; what else fails speaks here.
    for (const { reason } of results) if (reason && !reason.errors) console.error(reason);
    process.exit(1);
  }
  // Written over rather than removed first, so that something that runs from dist/ meanwhile keeps running.
  const made = new Set([...bundles.map((bundle) => bundle.outfile), ...files.map((file) => `dist/${basename(file)}`)]);
  for (const entry of await readdir(join(root, 'dist'), { recursive: true, withFileTypes: true })) {
    const file = relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    if (entry.isFile() && !made.has(file) && !(common.sourcemap && made.has(file.replace(/\.map$/, ''))))
      await rm(join(root, file));
  }
  await chmod(join(root, 'dist/cli.js'), 0o755);
}

async function buildTests() {
  // Beside it lie the bundles of tests that may be running (test-bundle.mjs).
  await rm(join(root, 'out/test'), { recursive: true, force: true });
  const suite = (await readdir(join(root, 'test/vscode')))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/vscode/${name}`);
  // Mocha stays a require: it loads its reporters by name. The suite runs from this folder, where it is installed.
  await build({
    ...node,
    minifySyntax: false,
    minifyWhitespace: false,
    sourcemap: 'inline',
    entryPoints: ['test/vscode/index.ts', 'test/vscode/index.waiting.ts', 'test/vscode/waiting.ts', ...suite],
    outdir: 'out/test/vscode',
    external: ['vscode', 'mocha', './*.test'],
  });
  await build({
    ...browser,
    sourcemap: 'inline',
    entryPoints: ['test/vscode/index.web.ts'],
    outfile: 'out/test/vscode/index.web.js',
    format: 'cjs',
    external: ['vscode'],
  });
  // The file system in memory is an extension of its own, which runs elsewhere: ours reaches it through the editor alone.
  await build({
    ...node,
    entryPoints: ['test/vscode/memory-files/extension.ts'],
    outfile: 'out/test/vscode/memory-files/extension.js',
    external: ['vscode'],
    loader: { '.cfg': 'text', '.txt': 'text' },
  });
  await copyFile(
    join(root, 'test/vscode/memory-files/package.json'),
    join(root, 'out/test/vscode/memory-files/package.json'),
  );
}
