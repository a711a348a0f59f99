// Loads the parser for tests, from where the build takes it.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from '../../server/src/syntax/load';

const root = resolve(__dirname, '../..');

export function loadSyntax(): Promise<void> {
  return load(
    readFileSync(join(root, 'node_modules/web-tree-sitter/web-tree-sitter.wasm')),
    readFileSync(join(root, 'tree-sitter-vrp/tree-sitter-vrp.wasm')),
  );
}
