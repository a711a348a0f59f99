// What is broken at the moment: devices, interfaces, boards, the channel's path, the LAN. Events change it; everything else asks it.
import { isUp } from '../../model/interface-state';
import { interfaceKey, mainInterfaceKey } from '../../model/names';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import type { FailureEvent } from './events';
import { bySide, deviceNames, sides } from './names';
import type { Stage } from './stage';

/** What is up and what is down. */
export interface World {
  readonly stage: Stage;
  readonly dead: Set<Side>;
  /** Somebody has lowered the priority of every group, in the running configuration only. */
  readonly drained: Set<Side>;
  readonly down: Readonly<Record<Side, Set<string>>>;
  readonly boards: Readonly<Record<Side, Set<number>>>;
  /** Ends of the channel's path that are broken: a side, or the path as such. */
  readonly cut: Set<Side | 'path'>;
  /** Interfaces whose LAN is parted between the devices, as `a gigabitethernet0/1/2`; `all` for every LAN. */
  readonly parted: Set<string>;
  /** No Hello packet of an E-Trunk arrives, although the links between the devices are up. */
  hellosLost: boolean;
}

/** Nothing has failed. */
export function newWorld(stage: Stage): World {
  return {
    stage,
    dead: new Set(),
    drained: new Set(),
    down: bySide(() => new Set<string>()),
    boards: bySide(() => new Set<number>()),
    cut: new Set(),
    parted: new Set(),
    hellosLost: false,
  };
}

/** The device an event is about; `elsewhere` where it is none of this pair. */
export function sideOf(pair: Pair, event: FailureEvent): Side | undefined | 'elsewhere' {
  if (event.device === undefined) return undefined;
  const names = deviceNames(pair);
  return sides.find((side) => names[side].toLowerCase() === event.device!.toLowerCase()) ?? 'elsewhere';
}

/** Changes what is up and what is down; what is none of the pair is left alone. */
export function applyEvent(world: World, event: FailureEvent): void {
  const side = sideOf(world.stage.pair, event);
  if (side === 'elsewhere') return;
  const fails = event.change !== 'up';
  const key = event.part === undefined ? undefined : interfaceKey(event.part);
  switch (event.kind) {
    case 'device':
      if (side) mark(world.dead, side, fails);
      // A restart brings back what was saved.
      if (side) world.drained.delete(side);
      break;
    case 'priority':
      if (side) mark(world.drained, side, fails);
      break;
    case 'access':
    case 'uplink':
      if (side) changeLinks(world, side, linksOf(world.stage, event.kind, side, key), fails);
      break;
    case 'rbs':
      if (fails) breakPath(world, side, key);
      else restorePath(world, side, key);
      break;
    case 'board':
      if (side) changeBoards(world, side, event.part, fails);
      break;
    case 'peer':
      if (side && key !== undefined) changeLinks(world, side, [key], fails);
      else world.hellosLost = fails;
      break;
    case 'lan':
      if (fails) world.parted.add(side && key !== undefined ? `${side} ${key}` : 'all');
      else restoreLan(world, side, key);
      break;
  }
}

function mark<Item>(broken: Set<Item>, item: Item, fails: boolean): void {
  if (fails) broken.add(item);
  else broken.delete(item);
}

function linksOf(stage: Stage, kind: 'access' | 'uplink', side: Side, key: string | undefined): readonly string[] {
  if (key !== undefined) return [key];
  return kind === 'access' ? stage.access[side] : stage.uplinks[side];
}

function changeLinks(world: World, side: Side, keys: readonly string[], fails: boolean): void {
  if (!fails) {
    restoreLinks(world.down[side], keys);
    return;
  }
  for (const key of keys) world.down[side].add(key);
}

/** An interface brings up those above it. */
function restoreLinks(down: Set<string>, keys: readonly string[]): void {
  for (const key of [...down]) {
    if (keys.includes(key) || keys.includes(mainInterfaceKey(key))) down.delete(key);
  }
}

function changeBoards(world: World, side: Side, location: string | undefined, fails: boolean): void {
  const ids = location === undefined ? world.stage.pair[side].locations.keys() : [Number(location)];
  for (const id of ids) mark(world.boards[side], id, fails);
}

function breakPath(world: World, side: Side | undefined, key: string | undefined): void {
  if (side && key !== undefined) world.down[side].add(key);
  else world.cut.add(side ?? 'path');
}

/** However its failure was written: as the path, as one end of it, or as the interface of that end. */
function restorePath(world: World, side: Side | undefined, key: string | undefined): void {
  const { access, channels } = world.stage;
  for (const end of side ? [side] : sides) {
    // An access link that also carries the channel comes back by an event of its own.
    const own = channels[end].filter((channel) => !access[end].includes(channel));
    restoreLinks(world.down[end], key === undefined ? own : [key]);
    if (key !== undefined && channels[end].some((channel) => channel !== key)) continue;
    world.cut.delete(end);
    world.cut.delete('path');
  }
}

/** One LAN is named from either device; without an interface it is every LAN. */
function restoreLan(world: World, side: Side | undefined, key: string | undefined): void {
  const { stage, parted } = world;
  if (!side || key === undefined) {
    parted.clear();
    return;
  }
  if (parted.delete('all')) {
    for (const main of stage.shared.a) parted.add(`a ${main}`);
  }
  const isNamed = (candidate: string) => candidate === key || mainInterfaceKey(candidate) === key;
  const far = other(side);
  for (const group of stage.pair.groups) {
    const near = group[side].interfaceKey;
    if (!isNamed(near) && mainInterfaceKey(key) !== near) continue;
    const farKey = group[far].interfaceKey;
    parted.delete(`${far} ${farKey}`);
    parted.delete(`${far} ${mainInterfaceKey(farKey)}`);
  }
  for (const entry of [...parted]) {
    if (entry.startsWith(`${side} `) && isNamed(entry.slice(2))) parted.delete(entry);
  }
}

/**
 * Only a written `shutdown` says that an interface is down before anything happens (docs/decisions/interface-down.md).
 */
export function interfaceUp(world: World, side: Side, key: string): boolean {
  if (world.dead.has(side)) return false;
  return isUp(world.stage.pair[side], key, world.down[side]);
}

/** An event has taken the interface down; one that is shut down in its file has not failed. */
export function hasFailed(world: World, side: Side, key: string): boolean {
  return !interfaceUp(world, side, key) && isUp(world.stage.pair[side], key);
}

/** Whether the service board works. */
export function boardUp(world: World, side: Side, location: number): boolean {
  return !world.dead.has(side) && !world.boards[side].has(location);
}

/** All ways out are gone; a device whose file shows none is taken to have one. */
export function isCutOff(world: World, side: Side): boolean {
  return (
    world.stage.uplinks[side].length > 0 && world.stage.uplinks[side].every((key) => !interfaceUp(world, side, key))
  );
}

/** Whether any uplink of the device is down. */
export function hasLostUplink(world: World, side: Side): boolean {
  return world.stage.uplinks[side].some((key) => hasFailed(world, side, key));
}

/** Whether the LAN of the interface is parted between the devices. */
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
  return owners !== undefined && owners.every((owner) => !interfaceUp(world, side, owner.interface.key));
}
