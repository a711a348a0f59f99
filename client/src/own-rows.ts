// The mapped peer as it stands beside the file: the server masks keys, and a mask would be shown as a difference where both
// devices have one. Such a row is this device's own row to the letter.
import type { MappedPeerLine } from '../../server/src/lsp/protocol';

/** `own` gives a row of this device's file. */
export function withOwnRows(
  text: string,
  lines: readonly Pick<MappedPeerLine, 'here' | 'mark'>[],
  own: (row: number) => string | undefined,
): string {
  if (!text.includes('*')) return text;
  return text
    .replace(/\r\n|\r/g, '\n')
    .split('\n')
    .map((row, index) => {
      const line = lines[index];
      if (!row.includes('*') || !line || line.here === null || line.mark === 'wrong') return row;
      const ownRow = own(line.here);
      // A mask has as many letters as what it hides.
      return ownRow !== undefined && ownRow.length === row.length ? ownRow : row;
    })
    .join('\n');
}
