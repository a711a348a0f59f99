// The uplinks that the two devices of a hot-backup group track, and so the ones that answer each other: whichever device is master
// sends over its own.
import type { Interface } from '../device';
import { mainInterfaceKey } from '../names';
import { isHotBackup, type GroupPair, type Pair, type Side } from '../pairing/pair';
import { restsOn } from './bindings';

/** Each couple once: all groups may track one. */
export function trackedUplinks(pair: Pair): readonly Readonly<Record<Side, Interface>>[] {
  const found = new Map<string, Readonly<Record<Side, Interface>>>();
  const { a, b, groups } = pair;
  for (const group of groups) {
    if (!isHotBackup(group) || (group.a.tracks.length === 0 && group.b.tracks.length === 0)) continue;
    const uplinks = uplinksOf({ a, b }, group);
    if (uplinks) found.set(`${uplinks.a.key} ${uplinks.b.key}`, uplinks);
  }
  return [...found.values()];
}

/** Ports that each device tracks and that are in its file; one on each. The port of the group, and one of users, is no uplink. */
function uplinksOf(pair: Pick<Pair, Side>, group: GroupPair): Readonly<Record<Side, Interface>> | undefined {
  const tracked = (side: Side) =>
    group[side].tracks.flatMap(({ object }) =>
      object.kind === 'interface' && mainInterfaceKey(object.key) !== mainInterfaceKey(group[side].interfaceKey)
        ? [pair[side].interfaces.get(object.key)].filter((on) => on !== undefined && !restsOn(on))
        : [],
    );
  const [ofA, ofB] = [tracked('a'), tracked('b')];
  const [a, b] = [ofA[0], ofB[0]];
  return ofA.length === 1 && ofB.length === 1 && a && b ? { a, b } : undefined;
}
