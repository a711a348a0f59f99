// Splits the text of a line into words. The only place that knows what a quoted name is.

/** A word of a line; columns count from the start of the text that was split. Quotes stay part of the word. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Words are separated by blanks. A word that begins with `"` runs to the closing quote, blanks included, when there is one;
 * a quote inside a word (a cipher) is an ordinary character.
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  const pattern = /"[^"]*"(?=\s|$)|\S+/g;
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    found.push({ text: hit[0], start: hit.index, end: hit.index + hit[0].length });
  }
  return found;
}
