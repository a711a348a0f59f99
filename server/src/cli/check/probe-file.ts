// A first look at one file: can it be read, is it text, is it a VRP configuration. The same for every way to check.
import { holdsVrp, largestFile, notText } from '../../model/file-kind';
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

export function looked(
  path: string,
  named: boolean,
  io: Pick<Io, 'files' | 'decode'>,
  encoding: Decoded['encoding'] | undefined,
): Look {
  if (io.files.size(path) > largestFile)
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
  const reason = notText(bytes);
  if (reason === 'utf-16') return { row: notVrp(path), failure: `${path}: UTF-16 text; save it as UTF-8` };
  if (reason === 'binary')
    return { row: notVrp(path), failure: named ? `${path}: not text (it holds NUL bytes)` : undefined };
  // Most files are no longer than what is asked about: they are decoded once.
  let whole: Decoded | undefined;
  const isVrp = holdsVrp(bytes, (start) => {
    const decoded = decode(start);
    if (start.length === bytes.length) whole = decoded;
    return decoded.text;
  });
  const decoded = whole ?? decode(bytes);
  if (isVrp) return { decoded, bytes };
  const { text } = decoded;
  return { row: { ...notVrp(path), lines: text === '' ? 0 : text.split(/\r\n|\r|\n/).length } };
}

function notVrp(path: string): FileRow {
  return { path, device: null, vrp: false, lines: 0, recognized: 0, syntaxErrors: 0 };
}
