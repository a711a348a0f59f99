// Bytes to text and back: UTF-8 (a byte order mark is kept as a character of the file), else GB18030, else Latin-1, which takes any byte.
import iconv from 'iconv-lite';

export function decode(bytes: Uint8Array, named?: 'utf-8' | 'gb18030' | 'latin-1'): { text: string; encoding: 'utf-8' | 'gb18030' | 'latin-1' } {
  if (named === 'utf-8' || named === 'gb18030') return { text: new TextDecoder(named, { ignoreBOM: true }).decode(bytes), encoding: named };
  for (const encoding of named === undefined ? ['utf-8', 'gb18030'] as const : []) {
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

/** The bytes of a text that `decode` read; undefined where a character does not exist in the encoding. */
export function encode(text: string, encoding: 'utf-8' | 'gb18030' | 'latin-1'): Uint8Array | undefined {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = iconv.encode(text, encoding === 'gb18030' ? 'gb18030' : 'latin1', { addBOM: false });
  return iconv.decode(bytes, encoding === 'gb18030' ? 'gb18030' : 'latin1', { stripBOM: false }) === text ? bytes : undefined;
}
