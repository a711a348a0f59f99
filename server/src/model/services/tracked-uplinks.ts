// The uplinks that the two devices of a hot-backup group track, and so the ones that answer each other: whichever device is master
// sends over its own.
import { memoizeByObject } from '../../text/memoize';
import type { Device, Group, Interface } from '../device';
import { changedMembers } from '../incremental/derived-list';
import { movedInterfaces, type DerivedUnits } from '../incremental/derived-units';
import { listIndex } from '../incremental/index-view';
import { mainInterfaceKey } from '../names';
import { groupPairOf } from '../pairing/matching';
import { isHotBackup, other, type GroupPair, type Pair, type Side } from '../pairing/pair';
import { restsOn } from './bindings';

/** Two uplinks that answer each other. */
export type UplinkCouple = Readonly<Record<Side, Interface>>;

/** By what they track: thousands of groups may track one uplink. */
const trackers = listIndex((group: Group) => trackedInterfaceKeys(group));

/** Keys of the interfaces that the group tracks, there or not. */
export function trackedInterfaceKeys({ tracks }: Group): string[] {
  return tracks.flatMap(({ object }) => (object.kind === 'interface' ? [object.key] : []));
}

/** The first group of the device that tracks the interface. */
export function firstTracking({ groups }: Device, key: string): Group | undefined {
  for (const group of trackers(groups, undefined).each(key)) return group;
  return undefined;
}

/** The interfaces that groups of the device track, each once. */
export function trackedInterfaces({ groups, interfaces }: Device): readonly Interface[] {
  return [...trackers(groups, undefined).keys()].flatMap((key) => interfaces.get(key) ?? []);
}

/** The couples of uplinks, each once: all groups may track one. */
export const trackedUplinks: DerivedUnits<Pair, UplinkCouple> = {
  keys: (pair) => new Set(pair.groups.flatMap((group) => keyOf(uplinksOf(pair, group)))),
  at(pair, key) {
    const [tracked = ''] = key.split(' ');
    for (const uplinks of uplinksTracking(pair, 'a', tracked)) if (keyOf(uplinks)[0] === key) return uplinks;
    return undefined;
  },
  touched(before, after) {
    const { gone, come } = changedMembers(before.groups, after.groups);
    const near = (['a', 'b'] as const).flatMap((side) => trackingMoved(before, after, side));
    return new Set([
      ...[...gone, ...near].flatMap((group) => keyOf(uplinksOf(before, group))),
      ...[...come, ...near].flatMap((group) => keyOf(uplinksOf(after, group))),
    ]);
  },
};

/** What answers an uplink on the other device, the likeliest first. */
export function* uplinksAnswering(pair: Pair, side: Side, on: Interface): Iterable<Interface> {
  const seen = new Set<Interface>();
  for (const uplinks of uplinksTracking(pair, side, on.key)) {
    const answer = uplinks[other(side)];
    if (!seen.has(answer)) yield answer;
    seen.add(answer);
  }
}

function keyOf(uplinks: UplinkCouple | undefined): string[] {
  return uplinks ? [`${uplinks.a.key} ${uplinks.b.key}`] : [];
}

/** Groups that track an interface which an edit changed; of those that track the same things on both devices one. */
function trackingMoved(before: Pair, after: Pair, side: Side): GroupPair[] {
  return movedInterfaces(before[side].interfaces, after[side].interfaces).flatMap((key) => [
    ...groupsTracking(after, side, key),
  ]);
}

function* uplinksTracking(pair: Pair, side: Side, key: string): Iterable<UplinkCouple> {
  for (const group of groupsTracking(pair, side, key)) {
    const uplinks = uplinksOf(pair, group);
    if (uplinks?.[side].key === key) yield uplinks;
  }
}

/** Groups of which one device tracks the interface; of those that track the same things on both devices one. */
function* groupsTracking(pair: Pair, side: Side, key: string): Iterable<GroupPair> {
  const seen = new Set<string>();
  for (const group of trackers(pair[side].groups, undefined).each(key)) {
    const couple = groupPairOf(pair, group);
    const text = couple && isHotBackup(couple) ? trackedByBoth(couple) : undefined;
    if (!couple || text === undefined || seen.has(text)) continue;
    seen.add(text);
    yield couple;
  }
}

/** What the two groups of a virtual router track but for the ports that they stand on, as one text. */
const trackedByBoth = memoizeByObject((group: GroupPair): string => {
  const { a, b } = candidatesOf(group);
  return `${a.join(' ')}\n${b.join(' ')}`;
});

const candidatesOf = memoizeByObject((group: GroupPair): Readonly<Record<Side, readonly string[]>> => {
  const candidates = (side: Side) => {
    const own = mainInterfaceKey(group[side].interfaceKey);
    return trackedInterfaceKeys(group[side]).filter((key) => mainInterfaceKey(key) !== own);
  };
  return { a: candidates('a'), b: candidates('b') };
});

/** Ports that each device tracks and that are in its file; one on each. The port of the group, and one of users, is no uplink. */
function uplinksOf(pair: Pick<Pair, Side>, group: GroupPair): UplinkCouple | undefined {
  if (!isHotBackup(group)) return undefined;
  const candidates = candidatesOf(group);
  const tracked = (side: Side) =>
    candidates[side].flatMap((key) => {
      const on = pair[side].interfaces.get(key);
      return on && !restsOn(on) ? [on] : [];
    });
  const [ofA, ofB] = [tracked('a'), tracked('b')];
  const [a, b] = [ofA[0], ofB[0]];
  return ofA.length === 1 && ofB.length === 1 && a && b ? { a, b } : undefined;
}
