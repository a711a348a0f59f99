// Where a name is made: the line that creates it; a VRRP group that no line creates in this file, at the first line that is
// about it on its own interface. From there on to where the peer makes the same thing.
import { rangeOf } from '../model/place';
import { comparePositions, type Position, type Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { push } from '../text/collections';
import { isGroup, occurrenceAt, type Occurrence } from './names';
import { everywhere, type Peers } from './peer-references';

/** A range in a file. */
export interface FileRange {
  readonly file: string;
  readonly range: Range;
}

/** Where the name at the position is defined, in this file and its peers. */
export function definition(snapshot: Snapshot, position: Position, other: Peers): FileRange[] {
  const occurrence = occurrenceAt(snapshot, position);
  if (!occurrence) return [];
  const byFile = new Map<string, Occurrence[]>();
  for (const { on, found } of everywhere(snapshot, occurrence, other)) push(byFile, on.file, found);
  const definitions = [...byFile].flatMap(([file, all]) =>
    makers(all).map((found): FileRange => ({ file, range: rangeOf(found.at) })),
  );
  const here = definitions.filter(({ file }) => file === snapshot.file);
  const stands = here.some(
    ({ range }) => comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0,
  );
  const elsewhere = definitions.filter(({ file }) => file !== snapshot.file);
  return stands && elsewhere.length > 0 ? elsewhere : here;
}

/** Of all places where a name stands, those where it is made. */
export function makers(all: readonly Occurrence[]): readonly Occurrence[] {
  const definitions = all.filter((occurrence) => occurrence.defines);
  const found =
    definitions.length > 0
      ? definitions
      : all.filter((occurrence) => isGroup(occurrence.kind) && occurrence.line.view === 'interface').slice(0, 1);
  // A group has a line for every address; its first one is where it begins.
  return isGroup(found[0]?.kind) ? found.slice(0, 1) : found;
}
