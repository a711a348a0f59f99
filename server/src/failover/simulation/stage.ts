// What stays the same while a pair is rehearsed, worked out once for its matrix, its rehearsals and their pictures.
import { mainInterfaceKey } from '../../model/names';
import type { GroupPair, Pair, Side } from '../../model/pairing/pair';
import { memoizeByObject } from '../../text/memoize';
import { eTrunkPairs } from '../../model/e-trunk/e-trunk-pairs';
import { actorsOf, type Actor } from './actors';
import { eTrunkLinks } from './e-trunk-conditions';
import { settingsOf } from './member';
import { bySide } from './names';
import { accessKeys, channelKeys, uplinkKeys } from './topology';
import type { Settings } from './virtual-router';

/** What stays while a pair is rehearsed. */
export interface Stage {
  readonly pair: Pair;
  readonly actors: readonly Actor[];
  /** By actor; one is missing where the device has no such group. */
  readonly settings: readonly Readonly<Record<Side, Settings | undefined>>[];
  /** Groups whose roles no file tells. */
  readonly unrehearsed: readonly GroupPair[];
  /** Keys of main interfaces, as are those of the uplinks and the channels. */
  readonly access: Readonly<Record<Side, readonly string[]>>;
  readonly uplinks: Readonly<Record<Side, readonly string[]>>;
  readonly channels: Readonly<Record<Side, readonly string[]>>;
  /** Main interfaces from which the E-Trunks of the pair greet each other. */
  readonly hellos: Readonly<Record<Side, readonly string[]>>;
  /** Main interfaces on a LAN that both devices share: those of the pair's groups. */
  readonly shared: Readonly<Record<Side, ReadonlySet<string>>>;
}

/** Worked out once for each state of the pair. */
export const stageOf = memoizeByObject((pair: Pair): Stage => {
  const { actors, unrehearsed } = actorsOf(pair);
  return {
    pair,
    actors,
    unrehearsed,
    settings: actors.map(({ groups }) =>
      bySide((side) => groups[side] && settingsOf({ device: pair[side], group: groups[side] })),
    ),
    access: bySide((side) => accessKeys(pair, side)),
    uplinks: bySide((side) => uplinkKeys(pair, side)),
    channels: bySide((side) => channelKeys(pair, side)),
    hellos: bySide((side) => helloKeys(pair, side)),
    shared: bySide((side) => new Set(pair.groups.map((group) => mainInterfaceKey(group[side].interfaceKey)))),
  };
});

function helloKeys(pair: Pair, side: Side): string[] {
  const keys = eTrunkPairs(pair).flatMap((eTrunk) => eTrunkLinks(pair, eTrunk, side));
  return [...new Set(keys.map(mainInterfaceKey))].sort();
}
