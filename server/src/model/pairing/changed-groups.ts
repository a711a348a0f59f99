// Which VRRP groups an edit may have changed: they themselves, and the interfaces that they name.
import { sameLists } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import type { Device, Group } from '../device';
import { changedInList } from '../incremental/changed-list';
import { changedMembers } from '../incremental/derived-list';
import { movedInterfaces, type DerivedUnits } from '../incremental/derived-units';
import { listIndex } from '../incremental/index-view';
import { trunkOf, trunkPorts } from '../interface-state';
import { groupKey, mainInterfaceKey } from '../names';
import { findGroup } from '../services/bindings';
import { trackedInterfaceKeys } from '../services/tracked-uplinks';
import { groupPairOf } from './matching';
import { isHotBackup, type GroupPair, type Pair, type Side } from './pair';

/** Groups of `of`, one of the two devices, that name an interface which the edit changed, or the Eth-Trunk that it is a port of. */
export function groupsNear(before: Device, after: Device, of: Device): readonly Group[] {
  const moved = withTrunks(before, after, movedInterfaces(before.interfaces, after.interfaces));
  if (moved.length === 0) return [];
  const index = groupsByInterface(of.groups, undefined);
  return moved.flatMap((key) => index.get(key));
}

/** These interfaces, and the Eth-Trunks that they are ports of, before or after: a trunk is up while one of its ports is. */
function withTrunks(before: Device, after: Device, interfaces: readonly string[]): readonly string[] {
  const trunks = interfaces.flatMap((key) =>
    [before, after].flatMap((device) => {
      const port = device.interfaces.get(key);
      return (port && trunkOf(port)) ?? [];
    }),
  );
  return [...new Set([...interfaces, ...trunks])];
}

/** Keys of the interfaces that a group names: its own, those it tracks, that of the group it follows, and the main interface of each. */
const interfacesOf = memoizeByObject((group: Group): readonly string[] => {
  const keys = [
    group.interfaceKey,
    ...trackedInterfaceKeys(group),
    ...(group.follows ? [group.follows.interfaceKey] : []),
  ];
  return [...new Set([...keys, ...keys.map(mainInterfaceKey)])];
});

/** What a group's verdict may rest on: the interfaces that it names, and the ports of those that are Eth-Trunks. */
export function interfacesAround(device: Device, group: Group): readonly string[] {
  const named = interfacesOf(group);
  return [...named, ...named.flatMap((key) => trunkPorts(device, key).map((port) => port.key))];
}

const groupsByInterface = listIndex((group: Group) => interfacesOf(group));

/** Virtual routers that one of the two groups names an interface of which an edit changed. */
export function virtualRoutersNear(before: Pair, after: Pair): readonly GroupPair[] {
  return (['a', 'b'] as const).flatMap((side) =>
    groupsNear(before[side], after[side], after[side]).flatMap((group) => groupPairOf(after, group) ?? []),
  );
}

function idOf({ family, vrid, interfaceKey }: Group): string {
  return groupKey(family, vrid, interfaceKey);
}

function groupAt(device: Device, id: string): Group | undefined {
  const [family, vrid, ...interfaceKey] = id.split(' ');
  return findGroup(device, interfaceKey.join(' '), family === '6' ? 6 : 4, Number(vrid));
}

/** Of the virtual routers that an edit made others, before and after it, those that differ in more than the profiles that follow them. */
export function changedOtherwise(gone: readonly GroupPair[], come: readonly GroupPair[]): readonly GroupPair[] {
  return [...notAmong(gone, come), ...notAmong(come, gone)];
}

/** Virtual routers that are not in the other list but for the profiles that follow them. */
function notAmong(list: readonly GroupPair[], others: readonly GroupPair[]): readonly GroupPair[] {
  const known = new Map(others.map((couple) => [couple.a, couple]));
  return list.filter((couple) => {
    const same = known.get(couple.a);
    return (
      same?.b !== couple.b ||
      isHotBackup(same) !== isHotBackup(couple) ||
      same.services.join() !== couple.services.join() ||
      !sameLists(same.locations, couple.locations, (x, y) => x === y)
    );
  });
}

/** The groups of a device, each by itself. */
export const groupsOfDevice: DerivedUnits<Device, Group> = {
  keys: ({ groups }) => groups.map(idOf),
  at: groupAt,
  touched(before, after) {
    const { gone, come } = changedInList(before.groups, after.groups);
    return [...gone, ...come].map(idOf);
  },
};

/** The virtual routers of a pair by their groups on the first device, with the ones that they follow and the interfaces of both. */
export const virtualRouters: DerivedUnits<Pair, GroupPair> = {
  near: new Set(['groups', 'a.interfaces', 'a.groups', 'b.interfaces', 'b.groups']),
  keys: ({ groups }) => groups.map(({ a }) => idOf(a)),
  at(pair, id) {
    const group = groupAt(pair.a, id);
    return group && groupPairOf(pair, group);
  },
  touched(before, after) {
    const { gone, come } = changedMembers(before.groups, after.groups);
    const changed = [...gone, ...come];
    const following = (['a', 'b'] as const).flatMap((side) =>
      changedOtherwise(gone, come).flatMap((router) => routersFollowing(after, side, router[side])),
    );
    return new Set([...changed, ...virtualRoutersNear(before, after), ...following].map(({ a }) => idOf(a)));
  },
};

function routersFollowing(pair: Pair, side: Side, leader: Group): GroupPair[] {
  return followers(pair[side].groups, undefined)
    .get(idOf(leader))
    .flatMap((group) => groupPairOf(pair, group) ?? []);
}

const followers = listIndex(({ follows, family }: Group) =>
  follows ? [groupKey(family, follows.vrid.value, follows.interfaceKey)] : [],
);
