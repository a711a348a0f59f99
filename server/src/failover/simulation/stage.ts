// What stays the same while a pair is rehearsed, worked out once for its matrix, its rehearsals and their pictures.
import type { GroupPair, Pair, Side } from '../../model/pairing/pair';
import { mainInterfaceKey } from '../../model/names';
import { remembered } from '../../text/memoize';
import { actorsOf, type Actor } from './actors';
import { settingsOf } from './member';
import { accessKeys, channelKeys, uplinkKeys } from './topology';
import type { Settings } from './vrrp';

export interface Stage {
  readonly pair: Pair;
  readonly actors: readonly Actor[];
  readonly settings: readonly Readonly<Record<Side, Settings | undefined>>[];
  readonly unsettled: readonly GroupPair[];
  readonly access: Readonly<Record<Side, readonly string[]>>;
  readonly uplinks: Readonly<Record<Side, readonly string[]>>;
  readonly channels: Readonly<Record<Side, readonly string[]>>;
  /** Main interfaces on a LAN that both devices share: those of the pair's groups. */
  readonly shared: Readonly<Record<Side, ReadonlySet<string>>>;
}

export const stageOf = remembered((pair: Pair): Stage => {
  const both = <T>(value: (side: Side) => T): Record<Side, T> => ({ a: value('a'), b: value('b') });
  const { actors, unsettled } = actorsOf(pair);
  return {
    pair,
    actors,
    unsettled,
    settings: actors.map(({ groups }) =>
      both((side) => groups[side] && settingsOf({ device: pair[side], group: groups[side] })),
    ),
    access: both((side) => accessKeys(pair, side)),
    uplinks: both((side) => uplinkKeys(pair, side)),
    channels: both((side) => channelKeys(pair, side)),
    shared: both((side) => new Set(pair.groups.map((group) => mainInterfaceKey(group[side].interfaceKey)))),
  };
});
