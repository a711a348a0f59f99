// Text of a file made fit for a terminal, a page or a picture: what would steer them is shown, never sent.

/** Control characters and those that turn the direction of writing become `\x1b`; tab and line feed stay. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** A row of a file where it stands at the start of a line of output: a CI server obeys what begins with `::` or `##[`. */
export function printableRow(text: string): string {
  return printable(text).replace(/^(\s*)([:#])(?=:|#\[)/, (_, blanks: string, sign: string) => `${blanks}\\x${sign.charCodeAt(0).toString(16)}`);
}

/** JSON that means the same and holds no character that steers. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
