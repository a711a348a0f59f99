// A file that nobody edits, read to the end: its device and what its lines say. Plain data. Of its sections only their length is
// kept: thousands of such files are held at once.
import type { Encoding } from '../model/device';
import { readDevice, type DeviceReading } from '../model/read/read-device';
import { fileStem } from '../text/file-name';
import { readText } from '../syntax/read-text';

/** A file that was read, before it is known what else there is. */
export interface ReadFile {
  readonly file: string;
  readonly reading: DeviceReading;
  readonly syntaxErrors: number;
}

/** Reads the text of a file. */
export function readFile(file: string, text: string, encoding: Encoding): ReadFile {
  const { sections, eol, rows, syntaxErrors } = readText(text);
  const reading = readDevice(file, sections, { eol, rows, encoding, fallbackName: fileStem(file) });
  return {
    file,
    syntaxErrors,
    reading: { ...reading, sections: sections.map((section) => ({ rows: section.rows, lines: none })) },
  };
}

const none: readonly never[] = [];
