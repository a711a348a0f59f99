// Every place in this file where the name under the cursor stands: made there, or used.
import { rangeOf } from '../model/place';
import type { Position, Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { sameName } from './names';

/** A place with the same name. */
export interface Highlight {
  readonly range: Range;
  readonly makes: boolean;
}

/** Every place of the file with the name at the position. */
export function highlights(snapshot: Snapshot, position: Position): Highlight[] {
  return sameName(snapshot, position).map((occurrence) => ({
    range: rangeOf(occurrence.at),
    makes: occurrence.defines,
  }));
}
