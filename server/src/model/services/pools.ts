// The pools that DHCP server hot backup is about: `ip pool NAME server` pools that bind a dhcp-server profile. BRAS
// pools of the two devices may differ in nearly everything and are left alone (docs/decisions/pools.md).
import { push } from '../../text/collections';
import type { Device, Group, Pool, Rbp } from '../device';
import { nameKey } from '../names';
import type { Pair } from '../pairing/pair';
import type { Place } from '../place';
import { profilePairsWith } from './followed-groups';
import { bindings, groupsOf, hasService, profilesWith } from './bindings';

/** A pool and the line of a profile that binds it. */
export interface BoundPool {
  readonly device: Device;
  readonly pool: Pool;
  readonly profile: Rbp;
  /** The profile's name in the pool's `remote-backup-profile` line. */
  readonly at: Place;
  readonly groups: readonly Group[];
}

/** Pools that bind a dhcp-server profile, whatever way they were created; BRAS pools excepted. */
export function boundPools(device: Device): readonly BoundPool[] {
  return profilesWith(device, 'dhcp-server').flatMap((profile) => poolsOf(profile, device));
}

/** The pools that bind the profile. */
export function poolsOf(profile: Rbp, device: Device): readonly BoundPool[] {
  if (!hasService(profile, 'dhcp-server')) return [];
  return bindings(profile, device)
    .pools.filter((pool) => !pool.bas && pool.family === 4)
    .flatMap((pool) =>
      pool.profiles
        .filter((name) => nameKey(name.value) === profile.key)
        .map((name) => ({ device, pool, profile, at: name.at, groups: groupsOf(profile, device) })),
    );
}

/** Pools for dial-in users that bind a profile for nothing but DHCP server backup, which they cannot serve. */
export function dialInPools(device: Device): readonly { readonly pool: Pool; readonly profile: Rbp }[] {
  return profilesWith(device, 'dhcp-server')
    .filter(({ services }) => services.every(({ value }) => value === 'dhcp-server'))
    .flatMap((profile) =>
      bindings(profile, device)
        .pools.filter((pool) => pool.bas && pool.family === 4)
        .map((pool) => ({ pool, profile })),
    );
}

/** Pools of both devices that answer each other: one name under one matched profile, or the only one on each side. */
export function poolsOnBoth(pair: Pair): { readonly a: BoundPool; readonly b: BoundPool }[] {
  return profilePairsWith(pair, 'dhcp-server').flatMap((matched) => {
    const [a, b] = [poolsOf(matched.a, pair.a), poolsOf(matched.b, pair.b)];
    if (a.length === 1 && b.length === 1) return [{ a: a[0]!, b: b[0]! }];
    const named = new Map<string, BoundPool[]>();
    for (const pool of b) push(named, pool.pool.key, pool);
    return a.flatMap((boundPool) => (named.get(boundPool.pool.key) ?? []).map((pool) => ({ a: boundPool, b: pool })));
  });
}

/** The addresses users get from the VRRP groups of the pool's profile. */
export function virtualIps(bound: BoundPool): { readonly key: string; readonly text: string }[] {
  const found = new Map(
    bound.groups
      .flatMap((group) => group.virtualIps)
      .filter((ip) => ip.address.family === 4)
      .map((ip) => [ip.address.key, { key: ip.address.key, text: ip.address.key }]),
  );
  return [...found.values()];
}
