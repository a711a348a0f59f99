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
  let at = 0;
  for (;;) {
    while (at < text.length && isBlank(text, at)) at++;
    if (at >= text.length) return found;
    const end = quotedEnd(text, at) ?? plainEnd(text, at);
    found.push({ text: text.slice(at, end), start: at, end });
    at = end;
  }
}

const quote = 0x22;

/** Behind the closing quote of a name that begins at `start`; undefined where none begins or ends there. */
function quotedEnd(text: string, start: number): number | undefined {
  if (text.charCodeAt(start) !== quote) return undefined;
  const end = text.indexOf('"', start + 1) + 1;
  return end > 0 && (end === text.length || isBlank(text, end)) ? end : undefined;
}

function plainEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && !isBlank(text, end)) end++;
  return end;
}

/** Every line is looked at, so a pattern is asked of what is not ASCII only. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(text[at]!);
}
