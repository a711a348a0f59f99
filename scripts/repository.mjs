// Where the project lives. package.json says it, once, in `repository`; whatever else needs the address reads it here, and the files
// that must hold it in writing are brought into line: `node scripts/repository.mjs` rewrites them, `--check` compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

/** The address of the repository for people, as in https://github.com/OWNER/NAME */
export const repository = manifest.repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

/** The address of a file of the repository: its page, or the file itself. */
export function linkTo(path, { raw = false } = {}) {
  return `${repository}/${raw ? 'raw' : 'blob'}/HEAD/${path}`;
}

/** Files that name the repository because their readers cannot look it up. */
const mentioning = [
  'editors/zed/extension.toml',
  'tree-sitter-vrp/CMakeLists.txt',
  'tree-sitter-vrp/Cargo.toml',
  'tree-sitter-vrp/Makefile',
  'tree-sitter-vrp/bindings/go/binding_test.go',
  'tree-sitter-vrp/go.mod',
  'tree-sitter-vrp/package.json',
  'tree-sitter-vrp/pyproject.toml',
  'tree-sitter-vrp/tree-sitter.json',
  // The last, since it says what the others held before.
  'package.json',
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const address = repository.replace('https://', '');
  // What was written last time, wherever `repository` has moved to since.
  const written = manifest.homepage.replace(/^https:\/\/|#.*$/g, '');
  for (const path of mentioning) {
    const file = new URL(path, root);
    const before = readFileSync(file, 'utf8');
    const after = before.split(written).reduce((text, rest) => text + (/^[\w-]/.test(rest) ? written : address) + rest);
    if (after === before && before.includes(address)) continue;
    if (process.argv.includes('--check') || after === before) {
      console.error(`${path} names another repository than package.json: node scripts/repository.mjs`);
      process.exitCode = 1;
    } else writeFileSync(file, after);
  }
}
