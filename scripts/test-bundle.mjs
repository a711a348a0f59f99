// What tests are made of, as two kinds of files: a library of all that they import, and each test file by itself. A test file is a
// process of its own, and reading a thousand small files of TypeScript took more of its time than the tests of most.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const libraryName = 'library.js';

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
  sourcemap: 'linked',
  sourcesContent: false,
  // A test that asks for a module late asks as it does for all others.
  supported: { 'dynamic-import': false },
};

/** Makes the library and the test files in `folder`; gives the latter by the names of their sources. */
export async function bundleTests(tests, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const imported = new Set();
  await build({
    ...common,
    entryPoints: tests,
    outdir: folder,
    outbase: root,
    banner: { js: prelude(join(folder, libraryName)) },
    plugins: [ownPlaces, outside(imported)],
  });
  const modules = [...imported]
    .sort()
    .map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(file)}),`);
  await build({
    ...common,
    stdin: { contents: `module.exports = {\n${modules.join('\n')}\n};\n`, resolveDir: root, loader: 'js' },
    outfile: join(folder, libraryName),
    plugins: [ownPlaces],
  });
  return new Map(
    tests.map((test) => [join(folder, relative(root, resolve(root, test)).replace(/\.ts$/, '.js')), test]),
  );
}

/** What a test requires by the path of its source is in the library, which is read when it is first asked. */
function prelude(library) {
  return [
    '{',
    'const real = require;',
    'let library;',
    `const ours = (name) => (library ??= real(${JSON.stringify(library)}))[name];`,
    "const isOurs = (name) => real('node:path').isAbsolute(name) && ours(name) !== undefined;",
    'require = Object.assign((name) => (isOurs(name) ? ours(name)() : real(name)), real);',
    '}',
  ].join(' ');
}

/** Modules say where they are by their sources. */
const ownPlaces = {
  name: 'own-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const names = { __dirname: dirname(path), __filename: path };
      const told = Object.entries(names).filter(([name]) => text.includes(name));
      // On the first line, so that the others keep their numbers.
      const head = told.map(([name, value]) => `const ${name} = ${JSON.stringify(value)}; `).join('');
      return { contents: head + text, loader: 'ts' };
    });
  },
};

/** What a test file imports is left to the library. */
function outside(imported) {
  return {
    name: 'outside',
    setup({ onResolve, resolve: found }) {
      onResolve({ filter: /^\./ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === 'asked' || !importer.endsWith('.test.ts')) return undefined;
        const { path: file, errors } = await found(path, { importer, resolveDir, kind, pluginData: 'asked' });
        if (errors.length > 0) return { errors };
        imported.add(file);
        return { path: file, external: true };
      });
    },
  };
}
