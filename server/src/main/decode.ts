// Bytes to text and back: UTF-8 (a byte order mark is kept as a character of the file), else GB18030, else Latin-1, which takes any byte.
import type { Encoding } from '../model/device';
import { gb18030 } from './gb18030';

export function decode(bytes: Uint8Array, named?: Encoding): { text: string; encoding: Encoding } {
  if (named === 'utf-8' || named === 'gb18030')
    return { text: new TextDecoder(named, { ignoreBOM: true }).decode(bytes), encoding: named };
  for (const encoding of named === undefined ? (['utf-8', 'gb18030'] as const) : []) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
    } catch {
      // It is written in another.
    }
  }
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { text, encoding: 'latin-1' };
}

/** The bytes of a text that `decode` read; undefined where a character does not exist in the encoding. */
export function encode(text: string, encoding: Encoding): Uint8Array | undefined {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'gb18030') return gb18030(text);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0xff) return undefined;
    bytes[at] = code;
  }
  return bytes;
}
