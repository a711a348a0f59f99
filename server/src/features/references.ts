// Everywhere a name of this device is used.
import { rangeOf } from '../model/place';
import type { Position, Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { sameName } from './names';

export function references(snapshot: Snapshot, position: Position, withDefinitions: boolean): Range[] {
  return sameName(snapshot, position).filter((one) => withDefinitions || !one.defines).map((one) => rangeOf(one.at));
}
