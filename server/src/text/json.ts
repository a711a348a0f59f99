// JSON that a person wrote. What is wrong with it is told by its line: the engine's own message quotes the text, and who names the
// wrong file would find a key in it.

export function readJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  const plain = text.replace(/^\ufeff/, '');
  try {
    return { value: JSON.parse(plain) };
  } catch (error) {
    const at = / at position (\d+)/.exec((error as Error).message)?.[1];
    return {
      problem: `is not JSON${at === undefined ? '' : ` (line ${plain.slice(0, Number(at)).split('\n').length})`}`,
    };
  }
}
