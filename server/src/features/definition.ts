// Where a name is made: the line that creates it; a VRRP group that no line creates in this file, at the first line that is
// about it on its own interface.
import { rangeOf } from '../model/place';
import type { Position, Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { isGroup, sameName } from './names';

export function definition(snapshot: Snapshot, position: Position): Range[] {
  const all = sameName(snapshot, position);
  const made = all.filter((one) => one.defines);
  const found = made.length > 0 ? made : all.filter((one) => isGroup(one.kind) && one.line.view === 'interface').slice(0, 1);
  // A group has a line for every address; its first one is where it begins.
  return (isGroup(found[0]?.kind) ? found.slice(0, 1) : found).map((one) => rangeOf(one.at));
}
