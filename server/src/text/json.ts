// JSON that a person wrote. What is wrong with it is told by its line: the engine's own message quotes the text, and who names the
// wrong file would find a key in it.
import type { FileProblem } from './file-problem';

/** The value of a JSON text, a byte order mark before it allowed; or why there is none. Never throws. */
export function readJson(text: string): { readonly value: unknown } | { readonly problem: FileProblem<'not-json'> } {
  const plain = text.replace(/^\ufeff/, '');
  try {
    return { value: JSON.parse(plain) };
  } catch (error) {
    const offset = / at position (\d+)/.exec((error as Error).message)?.[1];
    if (offset === undefined) return { problem: { code: 'not-json', message: 'is not JSON' } };
    const line = plain.slice(0, Number(offset)).split('\n').length;
    return { problem: { code: 'not-json', message: `is not JSON (line ${line})`, line } };
  }
}
