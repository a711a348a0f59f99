// A number with its word.

/** `no pairs`, `1 pair`, `2 pairs`; the plural is named where it is not the word with an s. */
export function pluralize(number: number, word: string, plural = `${word}s`): string {
  return `${number === 0 ? 'no' : number} ${number === 1 ? word : plural}`;
}
