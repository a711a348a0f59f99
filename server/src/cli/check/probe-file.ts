// A first look at one file: can it be read, is it text, is it a VRP configuration. The same for every way to check.
import { detect } from '../../model/detect';
import type { Decoded, Io } from '../io';

export interface FileRow {
  readonly path: string;
  /** The sysname, or the file's name where there is none; null where the file is not VRP. */
  readonly device: string | null;
  readonly vrp: boolean;
  readonly lines: number;
  /** Lines that match a command of the catalogue. */
  readonly recognized: number;
  readonly syntaxErrors: number;
}

export interface Look {
  /** Of a file that is left alone; absent where it is not known what it is. */
  readonly row?: FileRow;
  /** As a sentence. */
  readonly failure?: string;
  /** Of a VRP configuration. */
  readonly decoded?: Decoded;
  readonly bytes?: Uint8Array;
}

export const largest = 64 * 1024 * 1024;

export function looked(
  path: string,
  named: boolean,
  io: Pick<Io, 'files' | 'decode'>,
  encoding: Decoded['encoding'] | undefined,
): Look {
  if (io.files.size(path) > largest)
    return { row: notVrp(path), failure: named ? `${path}: larger than 64 MB` : undefined };
  const read = io.files.read(path);
  return read.ok
    ? lookedAt(path, named, read.bytes, (bytes) => io.decode(bytes, encoding))
    : { failure: `${path}: ${read.reason}` };
}

export function lookedAt(
  path: string,
  named: boolean,
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => Decoded,
): Look {
  if (isUtf16(bytes)) return { row: notVrp(path), failure: `${path}: UTF-16 text; save it as UTF-8` };
  if (isBinary(bytes))
    return { row: notVrp(path), failure: named ? `${path}: not text (it holds NUL bytes)` : undefined };
  const decoded = decode(bytes);
  const { text } = decoded;
  if (detect(text).vrp) return { decoded, bytes };
  return { row: { ...notVrp(path), lines: text === '' ? 0 : text.split(/\r\n|\r|\n/).length } };
}

function notVrp(path: string): FileRow {
  return { path, device: null, vrp: false, lines: 0, recognized: 0, syntaxErrors: 0 };
}

/** The byte order mark that Windows tools write before UTF-16: text that would pass for binary, and so as checked. */
export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** A NUL in the first 8 KB, other than behind the closing `return` (saved files of some releases end so). */
export function isBinary(bytes: Uint8Array): boolean {
  const at = bytes.subarray(0, 8192).indexOf(0);
  if (at < 0) return false;
  const before = String.fromCharCode(...bytes.subarray(Math.max(0, at - 16), at)).trimEnd();
  return !/return$/i.test(before);
}
