// What comes back from the network to users who log in: which device it enters through, and whether it gets from there to the device
// that has the users. Routes follow the pools; a device that is not preferred passes nothing on but over a `protect` line.
import type { PoolUse } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import { isChosenByCost } from '../../model/routing/route-cost';
import {
  mayAnnouncePool,
  poolCost,
  samePool,
  sharesUnnamedAddresses,
  vpnOfUse,
  type LoginRoutes,
  type LoginUsers,
} from '../../model/services/login-routes';
import {
  localOwner,
  peerOwner,
  protectionsOf,
  protectLines,
  serves,
  type Protection,
} from '../../model/services/protection';
import { isShareReached, uplinkShares } from '../../model/services/uplink-share';
import { trackedShare } from '../../model/vrrp/tracking';
import { memoizeByObject } from '../../text/memoize';
import type { Members } from './carrier';
import { interfaceUp, isCutOff, isSilent, type World } from './world';

/** The worst first. */
export const wayBackKinds = ['lost', 'unknown', 'crosses', 'direct'] as const;

/** Which way traffic to the users takes. */
export interface WayBack {
  readonly kind: (typeof wayBackKinds)[number];
  /** On the device through which it enters, or may; absent where it is not about a pool. */
  readonly pool?: PoolUse;
  /** The lines by which the device with the users has given them away: its share of failed uplinks is reached. */
  readonly given?: readonly MatchedLine[];
  /** The way across that carries it, or that is there and does not. */
  readonly protect?: MatchedLine;
}

const direct: WayBack = { kind: 'direct' };

/** `holder` is the device that has the users; `groups` give the role. */
export function wayBackIn(world: World, groups: Members, users: LoginUsers, holder: Side): WayBack {
  const scene: Scene = { world, groups, users, holder, far: other(holder) };
  return worst([ofPools(scene), ...(users.withoutTunnels ? [{ kind: 'unknown' } as const] : [])]);
}

/** The holder and the device that does not have the users. */
interface Scene {
  readonly world: World;
  readonly groups: Members;
  readonly users: LoginUsers;
  readonly holder: Side;
  readonly far: Side;
}

function ofPools(scene: Scene): WayBack {
  const { users, holder, far } = scene;
  const [local, remote] = [users.routes[holder], users.routes[far]];
  if (local.exclusive.length + remote.exclusive.length > 0) return ofExclusive(scene, local, remote);
  if (local.shared.length + remote.shared.length > 0) return ofShared(scene, local, remote);
  // Users of tunnels have addresses of the LNS; the others have theirs from somewhere that the file does not show.
  return { kind: users.tunnelled ? 'direct' : 'unknown' };
}

/** The master of the profile alone announces them. */
function ofExclusive(scene: Scene, local: LoginRoutes, remote: LoginRoutes): WayBack {
  if (local.exclusive.length === 0) return { kind: 'lost', pool: remote.exclusive[0] };
  const given = givenAway(scene);
  if (given === undefined || !announces(scene)) return direct;
  if (given === 'unknown') return { kind: 'unknown' };
  return worst(remote.exclusive.map((pool) => across(scene, pool, given)));
}

/** Both devices announce them; the network prefers the one at which they cost less. */
function ofShared(scene: Scene, local: LoginRoutes, remote: LoginRoutes): WayBack {
  if (!announces(scene)) return direct;
  return worst(
    remote.shared.map((pool) => {
      const own = local.shared.find((use) => samePool(use, pool));
      if (!mayAnnouncePool(scene.world.stage.pair[scene.far], pool)) return direct;
      // It may be one that the other device calls by another name.
      if (!own && (local.shared.length > 0 || sharesUnnamed(local))) return { kind: 'unknown', pool };
      return own ? ofSharedPool(scene, own, pool) : across(scene, pool);
    }),
  );
}

function ofSharedPool(scene: Scene, own: PoolUse, pool: PoolUse): WayBack {
  const { holder, far, world } = scene;
  const { pair } = world.stage;
  const given = givenAway(scene);
  const farShare = reached(scene, far);
  if (given === 'unknown' || farShare === 'unknown') return { kind: 'unknown', pool };
  // There it costs the most that there is, or is withdrawn where costs are not announced.
  if (farShare === 'reached') return direct;
  if (given) return across(scene, pool, given);
  const [cost, farCost] = [poolCost(pair[holder], own), poolCost(pair[far], pool)];
  if (isChosenByCost(pair)) {
    if (cost < farCost) return direct;
    if (farCost < cost) return across(scene, pool);
  }
  // By which of the two it enters is in no file.
  const way = across(scene, pool);
  return way.kind === 'lost' ? { ...way, kind: 'unknown' } : way;
}

/** The far device lives and has a way out: its routes are in the network. */
function announces({ world, far }: Scene): boolean {
  return !world.dead.has(far) && !isCutOff(world, far);
}

function sharesUnnamed({ service }: LoginRoutes): boolean {
  return service !== undefined && sharesUnnamedAddresses(service);
}

/** The lines by which the holder has given its users away and the far device has not; undefined where it keeps them. */
function givenAway(scene: Scene): readonly MatchedLine[] | undefined | 'unknown' {
  const own = reached(scene, scene.holder);
  if (own === 'unknown') return 'unknown';
  if (own === 'below' || reached(scene, scene.far) === 'reached') return undefined;
  return sharesOf(scene, scene.holder)
    .filter((share) => isShareReached(share, (key) => interfaceUp(scene.world, scene.holder, key)))
    .flatMap(({ lines }) => lines);
}

/** Where the group follows a monitoring group of which the file does not tell when it counts, whether it switches too is not known. */
function reached(scene: Scene, side: Side): 'reached' | 'below' | 'unknown' {
  const isReached = sharesOf(scene, side).some((share) =>
    isShareReached(share, (key) => interfaceUp(scene.world, side, key)),
  );
  if (!isReached) return 'below';
  const device = scene.world.stage.pair[side];
  const followsGroup = scene.groups[side]?.tracks.some(
    ({ object, reduced }) =>
      object.kind === 'monitor-group' && (!trackedShare(device, object) || (!reduced && !object.link)),
  );
  return followsGroup ? 'unknown' : 'reached';
}

function sharesOf({ users, world }: Scene, side: Side) {
  const { service } = users.routes[side];
  return service ? sharesOnDevice(world.stage.pair[side])(service) : [];
}

const sharesOnDevice = memoizeByObject((device: Pair['a']) =>
  memoizeByObject((service: NonNullable<LoginRoutes['service']>) => uplinkShares(device, service)),
);

/** From the device through which it enters to the one that has the users. */
function across(scene: Scene, pool: PoolUse, given?: readonly MatchedLine[]): WayBack {
  const { users, far, world } = scene;
  const { service } = users.routes[far];
  const device = world.stage.pair[far];
  const vpn = vpnOfUse(device, pool);
  const lines = service ? protectLines(service) : [];
  const ways = lines.flatMap((protect): WayBack[] => {
    const isServed = serves(protect, pool.family, vpn);
    if (isServed === false) return [];
    const protection = protectionsOf(service!).find(({ line }) => line === protect);
    const kind = isServed === undefined || !protection ? 'unknown' : passes(scene, protection);
    return [{ kind, pool, protect, given }];
  });
  return best(ways) ?? { kind: 'lost', pool, given };
}

/** Whether the line carries anything now; what a tunnel runs over is taken to hold. */
function passes({ world, far, holder }: Scene, protection: Protection): WayBack['kind'] {
  const { pair } = world.stage;
  const { interfaceKey, target, kind } = protection;
  if (interfaceKey !== undefined && !interfaceUp(world, far, interfaceKey)) return 'lost';
  if (localOwner(pair[far], protection) || isSilent(world, holder, target.value.key)) return 'lost';
  // The end of an SRv6 policy may be in no interface.
  return kind === 'policy' || peerOwner(pair[far], pair[holder], protection) ? 'crosses' : 'unknown';
}

function worst(ways: readonly WayBack[]): WayBack {
  return sorted(ways)[0] ?? direct;
}

function best(ways: readonly WayBack[]): WayBack | undefined {
  return sorted(ways).at(-1);
}

function sorted(ways: readonly WayBack[]): WayBack[] {
  return [...ways].sort((left, right) => wayBackKinds.indexOf(left.kind) - wayBackKinds.indexOf(right.kind));
}
