// What is cut off the end of a text, in time that follows the text: a pattern such as `/\s+$/` is tried again from every blank of
// a long run that does not end the text, and so takes the square of it.

/** The text without the characters at its end that `isOut` holds for. */
export function withoutEnd(text: string, isOut: (character: string) => boolean): string {
  let end = text.length;
  while (end > 0 && isOut(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** The digits a text ends with, none for `''`. */
export function trailingDigits(text: string): string {
  return text.slice(withoutEnd(text, (character) => character >= '0' && character <= '9').length);
}

/** `a/b//` -> `a/b`. */
export function withoutTrailingSlashes(path: string): string {
  return withoutEnd(path, (character) => character === '/');
}

/** The text without a `#` at its end and the blanks before and behind it. */
export function withoutMark(text: string): string {
  const whole = text.trimEnd();
  return whole.endsWith('#') ? whole.slice(0, -1).trimEnd() : text;
}

/** The text without a trailing `// remark`, or else without a `#` at its end. */
export function withoutRemark(text: string): string {
  const slashes = text.indexOf('//');
  return slashes < 0 ? withoutMark(text) : text.slice(0, slashes).trimEnd();
}
