// The links of a lab: one for each interface that has a group, is tracked by one, or can fail in an event; and one for each tracked
// service board, which then fails as a link does.
import type { Device } from '../../model/device';
import { isUp, trunkPorts } from '../../model/interface-state';
import { mainInterfaceKey } from '../../model/names';
import type { Side } from '../../model/pairing/pair';
import { sides } from '../simulation/names';
import type { Stage } from '../simulation/stage';
import { interfaceName } from '../simulation/topology';
import { lanKey, type Lans } from './lans';

/** What a link is for. */
export type LinkKind = 'access' | 'uplink' | 'rbs' | 'board';

/** An interface of a router in the lab. */
export interface LabPort {
  /** `p1`: the name of the link in both of its namespaces. */
  readonly id: string;
  readonly side: Side;
  /** As its file spells it. */
  readonly name: string;
  readonly key: string;
  readonly mainKey: string;
  /** Keys of the ports of an Eth-Trunk: it is down when all of them are. */
  readonly members: readonly string[];
  /** The number of its LAN; absent for a link that leads nowhere. */
  readonly lan?: number;
  /** The events without a part that take it down. */
  readonly kinds: readonly LinkKind[];
  /** False where a `shutdown` of the file keeps it down. */
  readonly up: boolean;
  /** `10.1.1.1/24` */
  readonly addresses: readonly string[];
}

const boardKey = (location: number) => `board/${location}`;

/** The key of the link that stands for what is tracked; undefined where a lab has none for it. */
export function trackedKey({ object }: Device['groups'][number]['tracks'][number]): string | undefined {
  if (object.kind === 'interface') return object.key;
  return object.kind === 'service-location' ? boardKey(object.id.value) : undefined;
}

/** The interfaces that the lab has, each with the LAN it is on. */
export function portsOf(stage: Stage, lans: Lans): LabPort[] {
  const wanted = sides.flatMap((side) => keysOf(stage, side).map((key) => ({ side, key })));
  return wanted.map(({ side, key }, index) => portOf(stage, lans, side, key, `p${index + 1}`));
}

function keysOf(stage: Stage, side: Side): string[] {
  const groups = stage.actors.flatMap(({ groups: { [side]: group } }) => group ?? []);
  const keys = new Set(groups.map((group) => group.interfaceKey));
  for (const group of groups) {
    for (const track of group.tracks) {
      const key = trackedKey(track);
      if (key !== undefined) keys.add(key);
    }
  }
  const known = new Set([...keys].map(mainInterfaceKey));
  for (const key of [...stage.access[side], ...stage.uplinks[side], ...stage.channels[side]]) {
    if (!known.has(key)) keys.add(key);
  }
  return [...keys];
}

function portOf(stage: Stage, lans: Lans, side: Side, key: string, id: string): LabPort {
  const device = stage.pair[side];
  const mainKey = mainInterfaceKey(key);
  if (key.startsWith(boardKey(0).slice(0, -1))) return boardPort(side, key, id);
  const lan = lans.get(lanKey(side, key));
  const addresses = device.interfaces.get(key)?.addresses ?? [];
  return {
    id,
    side,
    name: interfaceName(device, key),
    key,
    mainKey,
    members: trunkPorts(device, mainKey).map((port) => port.key),
    ...(lan === undefined ? {} : { lan }),
    kinds: kindsOf(stage, side, mainKey),
    up: isUp(device, key),
    addresses: [...new Set(addresses.map(({ prefix }) => `${prefix.address.key}/${prefix.length}`))],
  };
}

function boardPort(side: Side, key: string, id: string): LabPort {
  const name = key.slice(key.indexOf('/') + 1);
  return { id, side, name, key, mainKey: key, members: [], kinds: ['board'], up: true, addresses: [] };
}

function kindsOf(stage: Stage, side: Side, mainKey: string): LinkKind[] {
  const byKind: readonly (readonly [LinkKind, readonly string[]])[] = [
    ['access', stage.access[side]],
    ['uplink', stage.uplinks[side]],
    ['rbs', stage.channels[side]],
  ];
  return byKind.filter(([, keys]) => keys.includes(mainKey)).map(([kind]) => kind);
}
