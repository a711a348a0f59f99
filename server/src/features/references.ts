// Everywhere a name is used: on this device, and on its peers where the same thing has the same name.
import { rangeOf } from '../model/place';
import type { Position } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import type { FileRange } from './definition';
import { occurrenceAt } from './names';
import { everywhere, type Peers } from './peer-references';

/** Every place with the name at the position, in this file and its peers. */
export function references(
  snapshot: Snapshot,
  position: Position,
  withDefinitions: boolean,
  other: Peers,
): FileRange[] {
  const occurrence = occurrenceAt(snapshot, position);
  return (occurrence ? everywhere(snapshot, occurrence, other) : [])
    .filter(({ found }) => withDefinitions || !found.defines)
    .map(({ on, found }) => ({ file: on.file, range: rangeOf(found.at) }));
}
