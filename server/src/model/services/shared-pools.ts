// The pools from which both devices of a pair serve the same users: `bas` pools of one name that a backup service or a profile of the pair
// names. One device leases from such a pool; on the other it is `rui-slave`, or it is announced with another metric
// (docs/decisions/pools.md).
import type { Device, Pool, PoolUse } from '../device';
import { listIndex } from '../incremental/index-view';
import { nameKey } from '../names';
import { groupPairOf } from '../pairing/matching';
import type { ChannelPair, Pair, Side } from '../pairing/pair';
import { intendedMaster } from '../vrrp/roles';
import { groupsOf, hasService } from './bindings';
import { profilesOf, serviceOf } from './channels';

/** A pool on both devices. */
export interface SharedPool {
  readonly a: Pool;
  readonly b: Pool;
  /** How the backup service of each device announces it; absent where only a profile names it. */
  readonly uses: { readonly a?: PoolUse; readonly b?: PoolUse };
  /** A profile names it: then it belongs to the users of that profile alone. */
  readonly isExclusive: boolean;
}

/** The pools that a backup channel of the pair is about. */
export function sharedPools(pair: Pair, { a, b }: ChannelPair): SharedPool[] {
  const [ofA, ofB] = [usesOf(pair.a, a.rbs), usesOf(pair.b, b.rbs)];
  return [...new Set([...ofA.keys(), ...ofB.keys()])].flatMap((key) => {
    const [one, two] = [ofA.get(key), ofB.get(key)];
    const [poolA, poolB] = [basPool(pair.a, key), basPool(pair.b, key)];
    if (!poolA || !poolB) return [];
    return [
      {
        a: poolA,
        b: poolB,
        uses: { a: one?.ofService, b: two?.ofService },
        isExclusive: [one, two].some((use) => use?.ofProfile !== undefined),
      },
    ];
  });
}

interface Uses {
  ofService?: PoolUse;
  ofProfile?: PoolUse;
}

/** By family and name. */
function usesOf(device: Device, service: ChannelPair['a']['rbs']): Map<string, Uses> {
  const found = new Map<string, Uses>();
  const note = (use: PoolUse, field: keyof Uses) => {
    const key = `${use.family} ${nameKey(use.name.value)}`;
    found.set(key, { ...found.get(key), [field]: use });
  };
  for (const use of service.pools) note(use, 'ofService');
  for (const profile of profilesOf(service, device)) for (const use of profile.pools) note(use, 'ofProfile');
  return found;
}

/**
 * The devices that are meant to be master of users of the channel: of the groups that its profiles for subscribers follow. Both where
 * the groups are mastered crosswise.
 */
export function mastersOf(pair: Pair, { a, b }: ChannelPair): ReadonlySet<Side> {
  const concerned = pair.profiles.filter(
    (matched) =>
      serviceOf(matched.a, pair.a) === a.rbs &&
      serviceOf(matched.b, pair.b) === b.rbs &&
      (hasService(matched.a, 'bras') || hasService(matched.a, 'l2tp')),
  );
  const groups = concerned.flatMap((matched) =>
    groupsOf(matched.a, pair.a).flatMap((group) => groupPairOf(pair, group) ?? []),
  );
  return new Set(groups.flatMap((group) => intendedMaster(pair, group) ?? []));
}

const poolsByName = listIndex((pool: Pool) => [`${pool.family} ${pool.key}`]);

function basPool({ pools }: Device, key: string): Pool | undefined {
  return poolsByName(pools, undefined)
    .get(key)
    .find((pool) => pool.bas);
}
