// The pools from which both devices of a pair serve the same users: `bas` pools of one name that a backup service or a profile of the pair
// names. One device leases from such a pool; on the other it is `rui-slave`, or it is announced with another metric
// (docs/decisions/pools.md).
import type { Device, Pool, PoolUse, Rbp } from '../device';
import { listIndex, mapIndex } from '../incremental/index-view';
import { nameKey } from '../names';
import { groupPairOf } from '../pairing/matching';
import type { ChannelPair, Pair, Side } from '../pairing/pair';
import { intendedMaster } from '../vrrp/roles';
import { groupsOf, hasService } from './bindings';
import { carriesService, matchedWith } from './followed-groups';
import { serviceKey, serviceOf } from './channels';

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
    const [left, right] = [ofA.get(key), ofB.get(key)];
    const [poolA, poolB] = [basPool(pair.a, key), basPool(pair.b, key)];
    if (!poolA || !poolB) return [];
    return [
      {
        a: poolA,
        b: poolB,
        uses: { a: left?.ofService, b: right?.ofService },
        isExclusive: [left, right].some((use) => use?.ofProfile !== undefined),
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
  for (const profile of profilesNamingPools(device.profiles).get(service.key))
    for (const use of profile.pools) note(use, 'ofProfile');
  return found;
}

/** By the service that they use: of thousands of profiles few name pools of their own. */
const profilesNamingPools = mapIndex((profile: Rbp) => {
  const key = serviceKey(profile);
  return key === undefined || profile.pools.length === 0 ? [] : [key];
});

/** The pools that matched profiles of users who log in name, and those of the services that carry such profiles. */
export function loginPools(pair: Pair, side: Side): PoolUse[] {
  const { profiles, services } = pair[side];
  const own = profilesWithPools(profiles)
    .get(namesPools)
    .filter((profile) => matchedWith(pair, side, profile, 'bras'));
  const shared = [...services.values()].filter(
    (service) => service.pools.length > 0 && carriesService(pair, side, service, 'bras'),
  );
  return [...own, ...shared].flatMap(({ pools }) => pools);
}

const namesPools = 'names pools';
const profilesWithPools = mapIndex((profile: Rbp) => (profile.pools.length > 0 ? [namesPools] : []));

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
