// What stands where in the picture. The plan is the same at every moment; only looks change. Lengths are pixels.
import { interfaceKey, mainInterfaceKey } from '../../model/names';
import type { Pair, Side } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { bySide, sides } from '../simulation/names';
import type { Rehearsal } from '../simulation/rehearsal';
import { stageOf } from '../simulation/stage';
import { fitted } from './drawing';
import { nameOf } from './picture-state';
import { shortInterfaceName } from './tones';
import { carriedOf, firstEvent, type Carried } from './users';

/** It fits beside an editor, 500 pixels and less, without being made smaller. */
export const width = 480;
/** The columns of the two devices, in pixels. */
export const column = { a: { left: 8, right: 178 }, b: { left: 302, right: 472 } } as const;
/** In pixels. */
export const columnWidth = 170;
/** The middle of the picture, in pixels. */
export const centre = width / 2;
/** In pixels. */
export const rowHeight = 60;
/** The top of the core, in pixels. */
export const coreY = 12;
/** In pixels. */
export const coreHeight = 30;
/** How many groups of users are drawn; the others are counted. */
export const mostUsers = 9;
/** How many groups of users stand side by side. */
export const usersInRow = 2;
const mostGroups = 16;
const mostLinks = 3;
const mostPaths = 3;
const linkHeight = 50;

/** A line between two things of the picture. */
export interface Link {
  readonly id: string;
  readonly side: Side;
  /** Empty where it stands for several. */
  readonly key: string;
  readonly label: string;
  readonly full: string;
  readonly x: number;
  readonly at?: Place;
}

/** A way between the devices over which entries are copied. */
export interface Path {
  readonly label: string;
  readonly full: string;
  readonly y: number;
  readonly at?: Place;
  readonly keys: Readonly<Record<Side, readonly string[]>>;
  /** It joins service boards, not backup services. */
  readonly boards: boolean;
}

/** What stands where, the same in every frame. */
export interface Plan {
  readonly pair: Pair;
  readonly rehearsal: Rehearsal;
  readonly carried: readonly Carried[];
  readonly uplinks: readonly Link[];
  readonly access: readonly Link[];
  /** Keys of the main interfaces of the groups, empty on a device that has no such group. */
  readonly mainKeys: readonly Readonly<Record<Side, string>>[];
  readonly paths: readonly Path[];
  readonly morePaths: number;
  readonly shownGroups: readonly number[];
  readonly top: number;
  readonly head: number;
  readonly bottom: number;
  readonly switchY: number;
  readonly usersY: number;
  readonly height: number;
}

/** Where everything stands that the picture may show, whatever the moment. */
export function planOf(pair: Pair, rehearsal: Rehearsal): Plan {
  const count = rehearsal.groups.length;
  const shownGroups = touchedFirst(rehearsal).slice(0, count > mostGroups ? mostGroups - 1 : mostGroups);
  const allPaths = pathsOf(pair);
  const shownPaths = allPaths.slice(0, mostPaths);
  const top = coreY + coreHeight + linkHeight;
  const head = Math.max(46, shownPaths.length * 26 + (allPaths.length > mostPaths ? 20 : 0) + 14);
  const rows = shownGroups.length + (count > shownGroups.length ? 1 : 0);
  const bottom = top + head + rows * rowHeight + 6;
  const switchY = bottom + linkHeight;
  const usersY = switchY + 30 + 26;
  const carried = carriedOf(rehearsal);
  const { uplinks, access } = stageOf(pair);
  const userRows = Math.max(1, Math.ceil(Math.min(carried.length, mostUsers) / usersInRow));
  return {
    pair,
    rehearsal,
    carried,
    uplinks: sides.flatMap((side) => linksOf(pair, side, uplinks[side], 'uplink')),
    access: sides.flatMap((side) => linksOf(pair, side, access[side], 'access')),
    mainKeys: rehearsal.groups.map((group) =>
      bySide((side) => mainInterfaceKey(interfaceKey(group.interface[nameOf(rehearsal, side)] ?? ''))),
    ),
    paths: shownPaths.map((path, index) => ({ ...path, y: top + 22 + index * 26 })),
    morePaths: allPaths.length - shownPaths.length,
    shownGroups,
    top,
    head,
    bottom,
    switchY,
    usersY,
    height: usersY + userRows * 34 + 12,
  };
}

/** Indices of the groups: what the events touch is shown first, the rest only while there is room. */
function touchedFirst(rehearsal: Rehearsal): number[] {
  const happening = rehearsal.moments.slice(firstEvent(rehearsal));
  const touched = new Set(happening.flatMap((moment) => moment.group ?? []));
  const indices = [...rehearsal.groups.keys()];
  return indices.sort((x, y) => Number(touched.has(y)) - Number(touched.has(x)) || x - y);
}

function linksOf(pair: Pair, side: Side, keys: readonly string[], kind: string): Link[] {
  const shown = keys.slice(0, keys.length > mostLinks ? mostLinks - 1 : mostLinks);
  const rest = keys.length - shown.length;
  const places = shown.length + (rest > 0 ? 1 : 0);
  const x = (index: number): number => column[side].left + (columnWidth * (index + 0.5)) / places;
  const room = columnWidth / places - 8;
  const links = shown.map((key, index): Link => {
    const { name, at } = interfaceOf(pair, side, key);
    const label = fitted(shortInterfaceName(name), room, 11);
    return { id: `${kind} ${side} ${key}`, side, key, label, full: name, x: x(index), at };
  });
  if (rest > 0)
    links.push({
      id: `${kind} ${side} more`,
      side,
      key: '',
      label: `${rest} more`,
      full: `${rest} more interfaces`,
      x: x(shown.length),
    });
  return links;
}

/** Of a main interface that is in no file of its own: where its first sub-interface stands. */
function interfaceOf(pair: Pair, side: Side, key: string): { readonly name: string; readonly at?: Place } {
  const { interfaces } = pair[side];
  const found = interfaces.get(key);
  if (found) return { name: found.name, at: found.at };
  const above = [...interfaces.values()].find((candidate) => candidate.mainKey === key);
  return { name: above?.name.split('.')[0] ?? key, at: above?.at };
}

type PlacelessPath = Omit<Path, 'y'>;

function pathsOf(pair: Pair): PlacelessPath[] {
  return [...channelPaths(pair), ...boardPaths(pair)];
}

function channelPaths(pair: Pair): PlacelessPath[] {
  return pair.channels.map((channel) => {
    const { a, b } = channel;
    const names = a.rbs.name === b.rbs.name ? a.rbs.name : `${a.rbs.name} / ${b.rbs.name}`;
    const [port, peerPort] = [a.channel.port.value, b.channel.port.value];
    const ports = port === peerPort ? `${port}` : `${port} and ${peerPort}`;
    return {
      label: `RBS ${names}`,
      full: `RBS channel ${names}, port ${ports}`,
      at: a.channel.line,
      keys: bySide((side) => {
        const owners = pair[side].addresses.get(channel[side].channel.source.value.key) ?? [];
        return owners.map((owner) => owner.interface.mainKey);
      }),
      boards: false,
    };
  });
}

function boardPaths(pair: Pair): PlacelessPath[] {
  return pair.locations.flatMap(({ a, b }) => {
    if (!a.remote || !b.remote) return [];
    return [
      {
        label: `service-location ${a.id}`,
        full: `Backup between the service boards of service-location ${a.id}`,
        at: a.at,
        keys: { a: [mainInterfaceKey(a.remote.interfaceKey)], b: [mainInterfaceKey(b.remote.interfaceKey)] },
        boards: true,
      },
    ];
  });
}
