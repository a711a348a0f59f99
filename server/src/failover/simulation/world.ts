// What is broken at the moment: devices, interfaces, boards, the channel's path, the LAN. Events change it; everything else asks it.
import { isUp } from '../../model/interface-state';
import { interfaceKey, mainInterfaceKey } from '../../model/names';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import type { FailureEvent } from './events';
import { deviceNames, sides } from './names';
import type { Stage } from './stage';

export interface World {
  readonly stage: Stage;
  readonly dead: Set<Side>;
  readonly down: Readonly<Record<Side, Set<string>>>;
  readonly boards: Readonly<Record<Side, Set<number>>>;
  /** Ends of the channel's path that are broken: a side, or the path as such. */
  readonly cut: Set<Side | 'path'>;
  /** Interfaces whose LAN is parted between the devices, as `a gigabitethernet0/1/2`; `all` for every LAN. */
  readonly parted: Set<string>;
}

export function newWorld(stage: Stage): World {
  return {
    stage,
    dead: new Set(),
    down: { a: new Set(), b: new Set() },
    boards: { a: new Set(), b: new Set() },
    cut: new Set(),
    parted: new Set(),
  };
}

/** The device an event is about; `elsewhere` where it is none of this pair. */
export function sideOf(pair: Pair, event: FailureEvent): Side | undefined | 'elsewhere' {
  if (event.device === undefined) return undefined;
  const names = deviceNames(pair);
  return sides.find((side) => names[side].toLowerCase() === event.device!.toLowerCase()) ?? 'elsewhere';
}

export function happen(world: World, event: FailureEvent): void {
  const { pair, access, uplinks } = world.stage;
  const side = sideOf(pair, event);
  if (side === 'elsewhere') return;
  const fails = event.change !== 'up';
  const key = event.part === undefined ? undefined : interfaceKey(event.part);
  const put = <T>(set: Set<T>, one: T) => {
    if (fails) set.add(one);
    else set.delete(one);
  };
  const links = (keys: readonly string[]) => {
    if (fails) for (const one of keys) world.down[side!].add(one);
    else linksUp(world.down[side!], keys);
  };
  switch (event.kind) {
    case 'device':
      if (side) put(world.dead, side);
      break;
    case 'access':
      if (side) links(key === undefined ? access[side] : [key]);
      break;
    case 'uplink':
      if (side) links(key === undefined ? uplinks[side] : [key]);
      break;
    case 'rbs':
      if (!fails) pathBack(world, side, key);
      else if (side && key !== undefined) links([key]);
      else world.cut.add(side ?? 'path');
      break;
    case 'board':
      if (side)
        for (const id of event.part === undefined ? pair[side].locations.keys() : [Number(event.part)])
          put(world.boards[side], id);
      break;
    case 'lan':
      if (fails) world.parted.add(side && key !== undefined ? `${side} ${key}` : 'all');
      else lanWhole(world, side, key);
      break;
  }
}

/** An interface brings up those above it. */
function linksUp(down: Set<string>, keys: readonly string[]): void {
  for (const one of [...down]) if (keys.includes(one) || keys.includes(mainInterfaceKey(one))) down.delete(one);
}

/** However its failure was written: as the path, as one end of it, or as the interface of that end. */
function pathBack(world: World, side: Side | undefined, key: string | undefined): void {
  const { access, channels } = world.stage;
  for (const end of side ? [side] : sides) {
    // An access link that also carries the channel comes back by an event of its own.
    linksUp(world.down[end], key === undefined ? channels[end].filter((one) => !access[end].includes(one)) : [key]);
    if (key !== undefined && channels[end].some((one) => one !== key)) continue;
    world.cut.delete(end);
    world.cut.delete('path');
  }
}

/** One LAN is named from either device; without an interface it is every LAN. */
function lanWhole(world: World, side: Side | undefined, key: string | undefined): void {
  const {
    stage: { pair, shared },
    parted,
  } = world;
  if (!side || key === undefined) {
    parted.clear();
    return;
  }
  if (parted.delete('all')) for (const one of shared.a) parted.add(`a ${one}`);
  const named = (one: string) => one === key || mainInterfaceKey(one) === key;
  const far = other(side);
  for (const group of pair.groups) {
    if (!named(group[side].interfaceKey) && mainInterfaceKey(key) !== group[side].interfaceKey) continue;
    for (const one of [group[far].interfaceKey, mainInterfaceKey(group[far].interfaceKey)])
      parted.delete(`${far} ${one}`);
  }
  for (const one of [...parted]) if (one.startsWith(`${side} `) && named(one.slice(2))) parted.delete(one);
}

/**
 * Only a written `shutdown` says that an interface is down before anything happens (docs/decisions/interface-down.md).
 */
export function interfaceUp(world: World, side: Side, key: string): boolean {
  if (world.dead.has(side)) return false;
  return isUp(world.stage.pair[side], key, world.down[side]);
}

export function boardUp(world: World, side: Side, location: number): boolean {
  return !world.dead.has(side) && !world.boards[side].has(location);
}

/** All ways out are gone; a device whose file shows none is taken to have one. */
export function isCutOff(world: World, side: Side): boolean {
  return (
    world.stage.uplinks[side].length > 0 && world.stage.uplinks[side].every((key) => !interfaceUp(world, side, key))
  );
}

export function isParted(world: World, side: Side, key: string): boolean {
  if (world.parted.size === 0) return false;
  return (
    (world.parted.has('all') && world.stage.shared[side].has(mainInterfaceKey(key))) ||
    world.parted.has(`${side} ${key}`) ||
    world.parted.has(`${side} ${mainInterfaceKey(key)}`)
  );
}

/** Nobody answers at this address of the device. */
export function isSilent(world: World, side: Side, address: string): boolean {
  const owners = world.stage.pair[side].addresses.get(address);
  return owners !== undefined && owners.every((one) => !interfaceUp(world, side, one.interface.key));
}
