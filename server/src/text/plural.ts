// A number with its word.

/** `no pairs`, `1 pair`, `2 pairs` */
export function count(number: number, word: string): string {
  return `${number === 0 ? 'no' : number} ${word}${number === 1 ? '' : 's'}`;
}
