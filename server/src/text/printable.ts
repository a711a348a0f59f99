// Text of a file made fit for a terminal, a page or a picture: what would steer them is shown, never sent.

/** Control characters and those that turn the direction of writing become `\x1b`; tab and line feed stay. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
