// Bytes to text: UTF-8 (a byte order mark is kept as a character of the file), else GB18030, else Latin-1, which takes any byte.

export function decode(bytes: Uint8Array): { text: string; encoding: 'utf-8' | 'gb18030' | 'latin-1' } {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
    } catch {
      // not this one
    }
  }
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { text, encoding: 'latin-1' };
}
