// Is this file worth reading: is it text, and is the text a VRP configuration? The command line, the server and the editor ask here,
// so that a file is a device for all of them or for none. Pure, so that the client can bundle it.
import { detect } from './detect';

/** Bytes of the largest file that is read. */
export const largestFile = 64 * 1024 * 1024;

/** Bytes at the start of a file that tell what it is: of what is no configuration nobody reads more. */
export const probedBytes = 64 * 1024;

/** `utf-16`: text in an encoding that no device writes. `binary`: it holds NULs. */
export type NotText = 'utf-16' | 'binary';

/** Why the bytes, or the first of them, are no text; undefined for text. */
export function notText(bytes: Uint8Array): NotText | undefined {
  if (isUtf16(bytes)) return 'utf-16';
  return isBinary(bytes) ? 'binary' : undefined;
}

/** True for a VRP configuration: `decode` reads the start of the file, cut behind its last whole row. */
export function holdsVrp(bytes: Uint8Array, decode: (start: Uint8Array) => string): boolean {
  return notText(bytes) === undefined && detect(decode(probedStart(bytes))).vrp;
}

function probedStart(bytes: Uint8Array): Uint8Array {
  if (bytes.length < probedBytes) return bytes;
  const start = bytes.subarray(0, probedBytes);
  const lastRow = Math.max(start.lastIndexOf(lineFeed), start.lastIndexOf(carriageReturn));
  return lastRow > 0 ? start.subarray(0, lastRow) : start;
}

const lineFeed = 10;
const carriageReturn = 13;

/** The byte order mark that Windows tools write before UTF-16: text that would pass for binary, and so as checked. */
function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** A NUL in the first 8 KB, other than behind the closing `return`, in any case: saved files of some releases end so. */
function isBinary(bytes: Uint8Array): boolean {
  const at = bytes.subarray(0, 8192).indexOf(0);
  if (at < 0) return false;
  const before = String.fromCharCode(...bytes.subarray(Math.max(0, at - 16), at)).trimEnd();
  return !/return$/i.test(before);
}
