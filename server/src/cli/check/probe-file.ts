// A first look at one file: can it be read, is it text, is it a VRP configuration. The same for every way to check.
import type { Encoding } from '../../model/device';
import { detect } from '../../model/detect';
import type { Decoded } from '../files';
import type { Io } from '../io';
import type { Problem } from '../problem';
import type { FileRow } from '../reports/file-row';

export interface FileProbe {
  /** Of a file that is left alone; absent where it is not known what it is. */
  readonly row?: FileRow;
  readonly problem?: Problem;
  /** Of a VRP configuration. */
  readonly decoded?: Decoded;
  readonly bytes?: Uint8Array;
}

/** In bytes: larger files are not read. */
export const largest = 64 * 1024 * 1024;

/** `named`: the user named this very file, and wants to hear why it is left alone. */
export function probeFile(
  path: string,
  named: boolean,
  io: Pick<Io, 'files' | 'decode'>,
  encoding: Encoding | undefined,
): FileProbe {
  if (io.files.size(path) > largest) {
    const problem: Problem = { code: 'too-large', file: path, message: 'larger than 64 MB' };
    return { row: notVrp(path), problem: named ? problem : undefined };
  }
  const read = io.files.read(path);
  if (!read.ok) return { problem: { code: 'unreadable', file: path, message: read.reason } };
  return probeBytes(path, named, read.bytes, (bytes) => io.decode(bytes, encoding));
}

export function probeBytes(
  path: string,
  named: boolean,
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => Decoded,
): FileProbe {
  if (isUtf16(bytes))
    return {
      row: notVrp(path),
      problem: { code: 'not-text', file: path, message: 'UTF-16 text; save it as UTF-8' },
    };
  if (isBinary(bytes)) {
    const problem: Problem = { code: 'not-text', file: path, message: 'not text (it holds NUL bytes)' };
    return { row: notVrp(path), problem: named ? problem : undefined };
  }
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
