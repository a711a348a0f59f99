// What is broken at the moment: devices, interfaces, boards, the channel's path, the LAN. Events change it; everything else asks it.
import { interfaceKey, mainInterfaceKey } from '../model/names';
import type { Pair, Side } from '../model/network';
import type { FailureEvent } from './events';
import { deviceNames, sides } from './names';
import { accessKeys, channelKeys, trunkMembers, uplinkKeys } from './topology';

export interface World {
  readonly pair: Pair;
  readonly dead: Set<Side>;
  readonly down: Readonly<Record<Side, Set<string>>>;
  readonly boards: Readonly<Record<Side, Set<number>>>;
  /** Ends of the channel's path that are broken: a side, or the path as such. */
  readonly cut: Set<Side | 'path'>;
  /** Interfaces whose LAN is parted between the devices, as `a gigabitethernet0/1/2`; `all` for every LAN. */
  readonly parted: Set<string>;
  readonly uplinks: Readonly<Record<Side, readonly string[]>>;
  /** Main interfaces on a LAN that both devices share: those of the pair's groups. */
  readonly shared: Readonly<Record<Side, ReadonlySet<string>>>;
  readonly trunks: Readonly<Record<Side, ReadonlyMap<string, readonly string[]>>>;
}

export function newWorld(pair: Pair): World {
  return {
    pair, dead: new Set(), down: { a: new Set(), b: new Set() }, boards: { a: new Set(), b: new Set() }, cut: new Set(), parted: new Set(),
    uplinks: { a: uplinkKeys(pair, 'a'), b: uplinkKeys(pair, 'b') },
    shared: { a: sharedKeys(pair, 'a'), b: sharedKeys(pair, 'b') },
    trunks: { a: trunkMembers(pair.a), b: trunkMembers(pair.b) },
  };
}

function sharedKeys(pair: Pair, side: Side): ReadonlySet<string> {
  return new Set(pair.groups.map((group) => mainInterfaceKey(group[side].interfaceKey)));
}

/** The device an event is about; `elsewhere` where it is none of this pair. */
export function sideOf(pair: Pair, event: FailureEvent): Side | undefined | 'elsewhere' {
  if (event.device === undefined) return undefined;
  const names = deviceNames(pair);
  return sides.find((side) => names[side].toLowerCase() === event.device!.toLowerCase()) ?? 'elsewhere';
}

export function happen(world: World, event: FailureEvent): void {
  const { pair } = world;
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
    case 'access': if (side) links(key === undefined ? accessKeys(pair, side) : [key]); break;
    case 'uplink': if (side) links(key === undefined ? world.uplinks[side] : [key]); break;
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
  const device = world.pair[side];
  const main = mainInterfaceKey(key);
  if ([key, main].some((one) => world.down[side].has(one) || device.interfaces.get(one)?.shutdown)) return false;
  const members = world.trunks[side].get(main);
  return !members || members.some((one) => !world.down[side].has(one) && !device.interfaces.get(one)?.shutdown);
}

export function boardUp(world: World, side: Side, location: number): boolean {
  return !world.dead.has(side) && !world.boards[side].has(location);
}

/** All ways out are gone; a device whose file shows none is taken to have one. */
export function isCutOff(world: World, side: Side): boolean {
  return world.uplinks[side].length > 0 && world.uplinks[side].every((key) => !interfaceUp(world, side, key));
}

export function isParted(world: World, side: Side, key: string): boolean {
  return (world.parted.has('all') && world.shared[side].has(mainInterfaceKey(key))) || world.parted.has(`${side} ${key}`) || world.parted.has(`${side} ${mainInterfaceKey(key)}`);
}

/** Nobody answers at this address of the device. */
export function isSilent(world: World, side: Side, address: string): boolean {
  const owners = world.pair[side].addresses.get(address);
  return owners !== undefined && owners.every((one) => !interfaceUp(world, side, one.interface.key));
}

/** The interface of the channel this event is about, or the LAN's, for events of the matrix. */
export function channelPorts(pair: Pair, side: Side): string[] {
  const access = new Set(accessKeys(pair, side));
  return channelKeys(pair, side).filter((key) => !access.has(key));
}
