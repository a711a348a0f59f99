// Gives an interface another address, or its address another prefix length, in the way its line writes it:
// `A 24`, `A/24` or `A 255.255.255.0`.
import type { InterfaceAddress } from '../model/device';
import { words } from '../text/words';
import { replace } from './config-edits';
import type { FileEdit } from './file-edit';

/** Another mask or length for the address; undefined where its line does not show one. */
export function setPrefixLength({ at, line }: InterfaceAddress, length: number): FileEdit | undefined {
  const all = words(line.text);
  const index = all.findIndex((word) => line.start + word.start === at.start);
  const slash = all[index]?.text.indexOf('/') ?? -1;
  const word = slash < 0 ? all[index + 1] : all[index];
  if (index < 0 || !word) return undefined;
  const text = slash < 0 && word.text.includes('.') ? maskOf(length) : String(length);
  const start = line.start + word.start + (slash < 0 ? 0 : slash + 1);
  return replace({ anchor: line.anchor, row: line.row, start, end: line.start + word.end }, text);
}

/** `255.255.254.0` for 23 bits. */
function maskOf(length: number): string {
  return [0, 8, 16, 24].map((from) => 256 - 2 ** (8 - Math.max(0, Math.min(8, length - from)))).join('.');
}

/** Another address with the prefix length that is written. */
export function setAddress({ at, line }: InterfaceAddress, text: string): FileEdit {
  const written = line.text.slice(at.start - line.start, at.end - line.start);
  const slash = written.indexOf('/');
  return replace({ ...at, end: slash < 0 ? at.end : at.start + slash }, text);
}
