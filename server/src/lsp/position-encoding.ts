// How a client counts the characters of a row. Everything of ours counts UTF-16 units, as the protocol does where nothing else is
// agreed; a client may offer to count bytes or code points, and what it prefers is taken.
import { PositionEncodingKind } from 'vscode-languageserver';

/** Units of one code point, for each way to count. */
const unitsOf: Readonly<Record<PositionEncodingKind, (codePoint: number) => number>> = {
  [PositionEncodingKind.UTF16]: (codePoint) => (codePoint > 0xffff ? 2 : 1),
  [PositionEncodingKind.UTF32]: () => 1,
  [PositionEncodingKind.UTF8]: (codePoint) => {
    if (codePoint < 0x80) return 1;
    if (codePoint < 0x800) return 2;
    return codePoint > 0xffff ? 4 : 3;
  },
};

/** Of what a client offers, in the order of what it prefers, the first that is known. */
export function chosenEncoding(offered: readonly unknown[] | undefined): PositionEncodingKind {
  const known = Array.isArray(offered)
    ? offered.find((value) => typeof value === 'string' && Object.hasOwn(unitsOf, value))
    : undefined;
  return (known as PositionEncodingKind | undefined) ?? PositionEncodingKind.UTF16;
}

/** The client's column for a column of ours; a place behind the row is its end. */
export function toUnits(row: string, column: number, encoding: PositionEncodingKind): number {
  const units = unitsOf[encoding]!;
  let count = 0;
  for (let at = 0; at < Math.min(column, row.length);) {
    const codePoint = row.codePointAt(at)!;
    count += units(codePoint);
    at += codePoint > 0xffff ? 2 : 1;
  }
  return count;
}

/** Our column for a column of the client; within a character it is the character's start, behind the row the row's end. */
export function toColumn(row: string, units: number, encoding: PositionEncodingKind): number {
  const unitsOfOne = unitsOf[encoding]!;
  let count = 0;
  let at = 0;
  while (at < row.length) {
    const codePoint = row.codePointAt(at)!;
    count += unitsOfOne(codePoint);
    if (count > units) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}
