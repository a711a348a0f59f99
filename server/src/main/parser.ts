// The parser, from the two wasm files beside the bundle. A file that is not there is told like one that cannot be used.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../syntax/load';

export async function loadParser(): Promise<void> {
  const [runtime, grammar] = ['web-tree-sitter.wasm', 'tree-sitter-vrp.wasm'].map((name) => {
    try {
      return readFileSync(join(__dirname, name));
    } catch (error) {
      throw new Error(
        `the parser could not be loaded: ${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`,
        { cause: error },
      );
    }
  });
  await load(runtime!, grammar!);
}
