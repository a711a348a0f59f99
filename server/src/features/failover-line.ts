// The rehearsal of one VRRP group in one line: what the hover over its lines and the lens above it say.
import { summary } from '../failover/judgement/summary';
import type { Group } from '../model/device';
import type { MatchedLine } from '../model/lines/matched-line';
import { isHotBackup, type GroupPair, type Pair } from '../model/pairing/pair';
import { rowOf, type Place } from '../model/place';
import type { Snapshot } from '../workspace/workspace';

/** A group of this device together with what answers it on the other one. */
export interface Rehearsed {
  readonly group: Group;
  readonly pair: Pair;
  readonly groups: GroupPair;
}

/** Groups that the users of a profile or a service board depend on, each once. */
function rehearsedGroups(snapshot: Snapshot): Rehearsed[] {
  const found = new Map<Group, Rehearsed>();
  for (const pair of snapshot.peers) {
    const side = pair.a.file === snapshot.file ? 'a' : 'b';
    for (const groups of pair.groups)
      if (isHotBackup(groups) && !found.has(groups[side]))
        found.set(groups[side], { group: groups[side], pair, groups });
  }
  return [...found.values()];
}

/** What to say about a line of a group; nothing where no other device answers it. */
export function failoverLine(snapshot: Snapshot, line: MatchedLine): string | undefined {
  return textOf(rehearsedGroups(snapshot).find(({ group }) => group.lines.includes(line)));
}

/** The same for the group that begins in this row. */
export function failoverLens(snapshot: Snapshot, row: number): string | undefined {
  return textOf(rehearsedGroups(snapshot).find(({ group }) => rowOf(group.at) === row));
}

/** The groups of the file that can be rehearsed. */
export function failoverLensPlaces(snapshot: Snapshot): Place[] {
  return rehearsedGroups(snapshot).map(({ group }) => group.at);
}

function textOf(found: Rehearsed | undefined): string | undefined {
  const line = found && summary(found.pair, found.groups);
  return line === '' ? undefined : line;
}
