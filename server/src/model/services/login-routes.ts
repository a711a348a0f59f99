// How the network finds users who log in: each device announces the networks of its pools. A pool of a profile is announced by the
// device that has the role of the profile; a pool of the backup service by both devices, at a cost (docs/decisions/way-back.md).
import { rbs } from '../../catalogue/index';
import { bounds } from '../address';
import type { Device, Pool, PoolUse, Rbs } from '../device';
import { listIndex } from '../incremental/index-view';
import { inForce } from '../lines/in-force';
import { nameKey } from '../names';
import { groupPairOf } from '../pairing/matching';
import { other, type Pair, type ProfilePair, type Side } from '../pairing/pair';
import { announcers, mayAnnounce } from '../routing/announcements';
import { intendedMaster } from '../vrrp/roles';
import { groupsOf, hasService } from './bindings';
import { serviceOf } from './channels';
import { defaultShareCost, isRuiSlave, networksOfPool, vpnOfPool } from './pool-addresses';
import { tunnelGroups } from './tunnels';

/** What one device says of the users of a profile. */
export interface LoginRoutes {
  readonly service?: Rbs;
  /** Pools of the profile. */
  readonly exclusive: readonly PoolUse[];
  /** Pools of the backup service. */
  readonly shared: readonly PoolUse[];
}

/** Users who log in through a profile, and the routes that lead to them from each device. */
export interface LoginUsers {
  readonly profile: ProfilePair;
  readonly routes: Readonly<Record<Side, LoginRoutes>>;
  /** They come in over tunnels: the LNS has their addresses. */
  readonly tunnelled: boolean;
  /** The files have no group of tunnels: where these start is not in them. */
  readonly withoutTunnels: boolean;
}

/** Undefined for a profile of other services. */
export function loginUsers(pair: Pair, profile: ProfilePair): LoginUsers | undefined {
  const has = (kind: string) => hasService(profile.a, kind) || hasService(profile.b, kind);
  const tunnelled = has('l2tp');
  if (!tunnelled && !has('bras')) return undefined;
  return {
    profile,
    routes: ownPools(pair, profile, { a: routesOf(pair, 'a', profile), b: routesOf(pair, 'b', profile) }),
    tunnelled,
    withoutTunnels: tunnelled && tunnelGroups(pair.a).length + tunnelGroups(pair.b).length === 0,
  };
}

function routesOf(pair: Pair, side: Side, profile: ProfilePair): LoginRoutes {
  const device = pair[side];
  const service = serviceOf(profile[side], device);
  // A line with `include` replaces one pool by another, and announces nothing.
  const exclusive = profile[side].pools.filter(({ more }) => !more);
  return { service, exclusive, shared: (service?.pools ?? []).filter(({ more }) => !more) };
}

/**
 * Profiles whose roles are crosswise may use one service: which of its pools are whose is told by the cost, which is lower on the
 * device that is meant to be master. Where no pool is so, all of them.
 */
function ownPools(pair: Pair, profile: ProfilePair, routes: LoginUsers['routes']): LoginUsers['routes'] {
  const masters = new Set(
    groupsOf(profile.a, pair.a).flatMap((group) => {
      const matched = groupPairOf(pair, group);
      return (matched && intendedMaster(pair, matched)) ?? [];
    }),
  );
  const [master] = masters;
  if (!master || masters.size > 1) return routes;
  const cheaper = routes[master].shared.filter((use) => {
    const twin = routes[other(master)].shared.find((candidate) => samePool(use, candidate));
    return twin !== undefined && poolCost(pair[master], use) < poolCost(pair[other(master)], twin);
  });
  if (cheaper.length === 0) return routes;
  const only = (side: Side) => ({
    ...routes[side],
    shared: routes[side].shared.filter((use) => cheaper.some((own) => samePool(own, use))),
  });
  return { a: only('a'), b: only('b') };
}

/** Lines by which a service shares addresses that lie in no pool of the file. */
export function sharesUnnamedAddresses({ block }: Rbs): boolean {
  return inForce([...block.lines]).some(
    ({ match }) => !match?.undo && (match?.command === rbs.ipPoolGroup.id || match?.command === rbs.staticRoute.id),
  );
}

/** One name and one family, on whichever devices. */
export function samePool(left: PoolUse, right: PoolUse): boolean {
  return left.family === right.family && nameKey(left.name.value) === nameKey(right.name.value);
}

const poolsByName = listIndex((pool: Pool) => [`${pool.family} ${pool.key}`]);

/** The pool that a line names, where the file of the device has it. */
export function poolOf({ pools }: Device, { family, name }: PoolUse): Pool | undefined {
  return poolsByName(pools, undefined).get(`${family} ${nameKey(name.value)}`)[0];
}

/** What the pool costs while no uplink is lost; lower is preferred. */
export function poolCost(device: Device, use: PoolUse): number {
  if (use.metric) return use.metric.value;
  const pool = poolOf(device, use);
  return defaultShareCost(pool !== undefined && isRuiSlave(pool));
}

/** In small letters; empty for the public network, and where the file does not have the pool. */
export function vpnOfUse(device: Device, use: PoolUse): string {
  const pool = poolOf(device, use);
  return pool ? vpnOfPool(pool) : '';
}

/** False where the device runs routing protocols in the routing table of the pool and none of them can announce it. */
export function mayAnnouncePool(device: Device, use: PoolUse): boolean {
  const pool = poolOf(device, use);
  const net = pool && networksOfPool(pool)[0]?.prefix;
  const vpn = vpnOfUse(device, use);
  const range = net && { space: vpn, ...bounds(net) };
  return announcers(device, use.family, vpn).length === 0 || mayAnnounce(device, use.family, range);
}
