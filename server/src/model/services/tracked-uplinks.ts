// The uplinks that the two devices of a hot-backup group track, and so the ones that answer each other: whichever device is master
// sends over its own.
import type { Device, Group, Interface } from '../device';
import { listIndex } from '../incremental/index-view';
import { mainInterfaceKey } from '../names';
import { isHotBackup, type GroupPair, type Pair, type Side } from '../pairing/pair';
import { restsOn } from './bindings';

/** By what they track: thousands of groups may track one uplink. */
const trackers = listIndex((group: Group) =>
  group.tracks.flatMap(({ object }) => (object.kind === 'interface' ? [object.key] : [])),
);

/** Whether a group of the device tracks the interface; does not follow the number of groups. */
export function isTracked({ groups }: Device, { key }: Interface): boolean {
  return trackers(groups, undefined).has(key);
}

/** The interfaces that groups of the device track, each once. */
export function trackedInterfaces({ groups, interfaces }: Device): readonly Interface[] {
  return [...trackers(groups, undefined).keys()].flatMap((key) => interfaces.get(key) ?? []);
}

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
