// Is this file worth reading: is it text, and is the text a VRP configuration? The command line, the server and the editor ask here,
// so that a file is a device for all of them or for none. Pure, so that the client can bundle it.
import { detect } from './detect';

/** Bytes of the largest file that is read. */
export const largestFile = 64 * 1024 * 1024;

/** Bytes at the start of a file that tell what it is: of what is no configuration nobody reads more. */
export const probedBytes = 64 * 1024;

/** Whether the bytes, or the first of them, are text. */
export function isText(bytes: Uint8Array): boolean {
  return utf16Order(bytes) !== undefined || !(hasUtf16Mark(bytes) || isBinary(bytes));
}

/** What a file is; `empty`: it holds nothing but blanks. */
export type FileKind = 'vrp' | 'binary' | 'other-vendor' | 'no-configuration' | 'empty';

/** `decode` reads the start of the file, cut behind its last whole row. */
export function fileKind(bytes: Uint8Array, decode: (start: Uint8Array) => string): FileKind {
  if (!isText(bytes)) return 'binary';
  const start = decode(probedStart(bytes));
  const found = detect(start);
  if (found.vrp) return 'vrp';
  if (found.otherVendor) return 'other-vendor';
  return bytes.length < probedBytes && /^[\s\0\ufeff]*$/.test(start) ? 'empty' : 'no-configuration';
}

/** True for a VRP configuration. */
export function holdsVrp(bytes: Uint8Array, decode: (start: Uint8Array) => string): boolean {
  return fileKind(bytes, decode) === 'vrp';
}

function probedStart(bytes: Uint8Array): Uint8Array {
  if (bytes.length < probedBytes) return bytes;
  const start = bytes.subarray(0, probedBytes);
  const lastRow = Math.max(start.lastIndexOf(lineFeed), start.lastIndexOf(carriageReturn));
  return lastRow > 0 ? start.subarray(0, lastRow) : start;
}

const lineFeed = 10;
const carriageReturn = 13;

/** UTF-16 where the bytes begin with its mark, as Windows tools write it before what they capture; not where one byte is missing. */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (!hasUtf16Mark(bytes) || bytes.length % 2 !== 0) return undefined;
  return bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** Bytes in which NULs are looked for. */
const askedForNuls = 8192;

/**
 * A NUL in the first 8 KB where none is in a text: terminals write them at the start of a file and at line ends, and saved files of
 * some releases end so, behind the closing `return` in any case.
 */
function isBinary(bytes: Uint8Array): boolean {
  const asked = bytes.subarray(0, askedForNuls);
  for (let at = asked.indexOf(0); at >= 0; at = asked.indexOf(0, at)) {
    if (!mayHoldNuls(asked, at)) return true;
    while (asked[at] === 0) at++;
  }
  return false;
}

function mayHoldNuls(bytes: Uint8Array, at: number): boolean {
  const before = bytes[at - 1];
  if (before === undefined || before === lineFeed || before === carriageReturn) return true;
  return /return$/i.test(String.fromCharCode(...bytes.subarray(Math.max(0, at - 16), at)).trimEnd());
}
