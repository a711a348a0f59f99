// Bytes to text and back: UTF-16 where they begin with its mark, else UTF-8, else GB18030, else Latin-1, which takes any byte. A byte
// order mark is kept as a character of the file.
import type { Encoding } from '../model/device';
import { utf16Order } from '../model/file-kind';
import { gb18030 } from './gb18030';

/**
 * The text of a file. UTF-16 with its mark is read as that whatever is named; a named encoding is read without errors;
 * otherwise the first of UTF-8, GB18030 and Latin-1 that fits all bytes.
 */
export function decode(bytes: Uint8Array, named?: Encoding): { text: string; encoding: Encoding } {
  // The mark is unambiguous: it wins over what was named for all files.
  const order = utf16Order(bytes);
  if (order) return { text: fromUnits(unitsOf(bytes, order === 'utf-16le')), encoding: order };
  if (named === 'utf-8' || named === 'gb18030') return { text: read(bytes, named), encoding: named };
  for (const encoding of named === undefined ? (['utf-8', 'gb18030'] as const) : []) {
    try {
      return { text: read(bytes, encoding, true), encoding };
    } catch {
      // It is written in another.
    }
  }
  return { text: fromUnits(bytes), encoding: 'latin-1' };
}

function read(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030', fatal = false): string {
  return new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
}

/** Half a character stays what it is, so that what was read is written back as it was. */
function unitsOf(bytes: Uint8Array, littleEndian: boolean): Uint16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint16Array.from({ length: bytes.length >> 1 }, (_, index) => view.getUint16(2 * index, littleEndian));
}

function fromUnits(units: Uint8Array | Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}

/** The bytes of a text that `decode` read; undefined where a character does not exist in the encoding. */
export function encode(text: string, encoding: Encoding): Uint8Array | undefined {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'gb18030') return gb18030(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16(text, encoding === 'utf-16le');
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0xff) return undefined;
    bytes[at] = code;
  }
  return bytes;
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), littleEndian);
  return bytes;
}
