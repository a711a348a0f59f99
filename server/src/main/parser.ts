// The parser, from the two wasm files of the program. A file that is not there is told like one that cannot be used.
import { load } from '../syntax/load';
import { readResource } from './resources';

/**
 * Loads tree-sitter and the grammar from the program's own files; throws an error with a sentence for people where one
 * cannot be read.
 */
export async function loadParser(): Promise<void> {
  const [runtime, grammar] = ['web-tree-sitter.wasm', 'tree-sitter-vrp.wasm'].map((name) => {
    try {
      return readResource(name);
    } catch (error) {
      throw new Error(
        `the parser could not be loaded: ${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`,
        { cause: error },
      );
    }
  });
  await load(runtime!, grammar!);
}
