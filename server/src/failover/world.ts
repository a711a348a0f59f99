// What is broken at the moment: devices, interfaces, boards, the channel's path, the LAN. Events change it; everything else asks it.
import { interfaceKey, mainInterfaceKey } from '../model/names';
import type { Pair, Side } from '../model/network';
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
  return { stage, dead: new Set(), down: { a: new Set(), b: new Set() }, boards: { a: new Set(), b: new Set() }, cut: new Set(), parted: new Set() };
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
  const put = <T>(set: Set<T>, one: T) => { if (fails) set.add(one); else set.delete(one); };
  const links = (keys: readonly string[]) => {
    if (fails) for (const one of keys) world.down[side!].add(one);
    else for (const one of [...world.down[side!]]) if (keys.includes(one) || keys.includes(mainInterfaceKey(one))) world.down[side!].delete(one);
  };
  switch (event.kind) {
    case 'device': if (side) put(world.dead, side); break;
    case 'access': if (side) links(key === undefined ? access[side] : [key]); break;
    case 'uplink': if (side) links(key === undefined ? uplinks[side] : [key]); break;
    case 'rbs':
      if (side && key !== undefined) links([key]);
      else put(world.cut, side ?? 'path');
      break;
    case 'board':
      if (side) for (const id of event.part === undefined ? pair[side].locations.keys() : [Number(event.part)]) put(world.boards[side], id);
      break;
    case 'lan':
      put(world.parted, side && key !== undefined ? `${side} ${key}` : 'all');
      if (!fails && !side) world.parted.clear();
      break;
  }
}

/** Only a written `shutdown` says that an interface is down before anything happens (DECISIONS 34). */
export function interfaceUp(world: World, side: Side, key: string): boolean {
  if (world.dead.has(side)) return false;
  const { interfaces } = world.stage.pair[side];
  const down = world.down[side];
  const main = mainInterfaceKey(key);
  if (down.has(key) || down.has(main) || interfaces.get(key)?.shutdown || (main !== key && interfaces.get(main)?.shutdown)) return false;
  const members = world.stage.trunks[side].get(main);
  return !members || members.some((one) => !down.has(one) && !interfaces.get(one)?.shutdown);
}

export function boardUp(world: World, side: Side, location: number): boolean {
  return !world.dead.has(side) && !world.boards[side].has(location);
}

/** All ways out are gone; a device whose file shows none is taken to have one. */
export function isCutOff(world: World, side: Side): boolean {
  return world.stage.uplinks[side].length > 0 && world.stage.uplinks[side].every((key) => !interfaceUp(world, side, key));
}

export function isParted(world: World, side: Side, key: string): boolean {
  if (world.parted.size === 0) return false;
  return (world.parted.has('all') && world.stage.shared[side].has(mainInterfaceKey(key))) || world.parted.has(`${side} ${key}`) || world.parted.has(`${side} ${mainInterfaceKey(key)}`);
}

/** Nobody answers at this address of the device. */
export function isSilent(world: World, side: Side, address: string): boolean {
  const owners = world.stage.pair[side].addresses.get(address);
  return owners !== undefined && owners.every((one) => !interfaceUp(world, side, one.interface.key));
}
