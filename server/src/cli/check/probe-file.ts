// A first look at one file: can it be read, is it text, is it a VRP configuration. The same for every way to check.
import type { Encoding } from '../../model/device';
import { fileKind, largestFile } from '../../model/file-kind';
import type { Decoded } from '../files';
import type { Io } from '../io';
import { tooLarge, type Problem } from '../problem';
import type { FileRow, LeftOut } from '../reports/file-row';

/** What a look at one file gives: its text, or why it is left alone. */
export interface FileProbe {
  /** Of a file that is left alone; absent where it is not known what it is. */
  readonly row?: FileRow;
  readonly problem?: Problem;
  /** Of a VRP configuration. */
  readonly decoded?: Decoded;
  readonly bytes?: Uint8Array;
}

/** `named`: the user named this very file, and wants to hear why it is left alone. */
export function probeFile(
  path: string,
  named: boolean,
  io: Pick<Io, 'files' | 'decode'>,
  encoding: Encoding | undefined,
): FileProbe {
  if (io.files.size(path) > largestFile) return leftOutTooLarge(path, named);
  const read = io.files.read(path);
  if (!read.ok) return { problem: { code: 'unreadable', file: path, message: read.reason } };
  return probeBytes(path, named, read.bytes, (bytes) => io.decode(bytes, encoding));
}

/**
 * Decides from the bytes of a file whether it is a configuration. `decode` is called with its first bytes, and with all
 * of them where it is text.
 */
export function probeBytes(
  path: string,
  named: boolean,
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => Decoded,
): FileProbe {
  if (bytes.length > largestFile) return leftOutTooLarge(path, named);
  // Most files are no longer than what is asked about: they are decoded once.
  let whole: Decoded | undefined;
  const kind = fileKind(bytes, (start) => {
    const decoded = decode(start);
    if (start.length === bytes.length) whole = decoded;
    return decoded.text;
  });
  if (kind === 'binary') {
    const problem: Problem = { code: 'not-text', file: path, message: 'not text (it holds NUL bytes)' };
    return { row: notVrp(path, kind), problem: named ? problem : undefined };
  }
  const decoded = whole ?? decode(bytes);
  if (kind === 'vrp') return { decoded, bytes };
  const { text } = decoded;
  return { row: { ...notVrp(path, kind), lines: text === '' ? 0 : text.split(/\r\n|\r|\n/).length } };
}

function leftOutTooLarge(path: string, named: boolean): FileProbe {
  return { row: notVrp(path, 'too-large'), problem: named ? tooLarge(path) : undefined };
}

function notVrp(path: string, leftOut: LeftOut): FileRow {
  return { path, device: null, vrp: false, lines: 0, commands: 0, recognized: 0, syntaxErrors: 0, leftOut };
}
