// Why a device has no route to an address of the other device: the one thing in the two files that is to blame.
import type { Family } from '../address';
import type { Device, Interface, InterfaceAddress } from '../device';
import { isUp, shutdownOf, type Shutdown } from '../interface-state';
import { interfacesToward, isLoopback } from './connected';
import {
  igpLines,
  type IgpLine,
  igpsOn,
  interfacesJoining,
  isIdle,
  linksOf,
  linksWithoutProcess,
  runningIgps,
  type LinkWithoutProcess,
} from './igp-interfaces';
import { familiesOf, igpProcesses, runsBgp, type Igp, type IgpProcess } from './igp-processes';
import { mayReach, routeBetween, type PathEnd } from './reachability';
import { routesToward, staticRoutes, type StaticRoute } from './static-routes';
import { vpnOf } from './vpn';

/** Why one device does not reach an address of the other, as far as the files prove it. */
export type Unreachable =
  /** The link or the way to the next hop is shut down. */
  | { readonly kind: 'shut-down'; readonly shutdown: Shutdown }
  /** The static route that leads there leads nowhere. */
  | { readonly kind: 'dead-route'; readonly route: StaticRoute }
  /** The other device announces the address to nobody; it runs these protocols elsewhere. */
  | { readonly kind: 'unannounced'; readonly address: InterfaceAddress; readonly running: readonly Igp[] }
  /** These protocols run on the loopback of the source and on no link; this link is in none of them. */
  | { readonly kind: 'no-link'; readonly running: readonly Igp[]; readonly link?: Interface }
  /** A link of this device, or the interface that has the other address, runs a process that is not there. */
  | { readonly kind: 'missing-process'; readonly device: Device; readonly link: LinkWithoutProcess }
  /** A process is there, and runs on no interface. */
  | { readonly kind: 'idle-process'; readonly process: IgpProcess }
  /** The other device has a route back, or routes this family. */
  | { readonly kind: 'one-sided'; readonly reachesBack: boolean }
  /** A whole file in which nothing routes. */
  | { readonly kind: 'no-routing' }
  /** The file routes the other family only. */
  | { readonly kind: 'other-family' }
  /** There are static routes of the family, and none leads there. */
  | { readonly kind: 'other-routes' };

/** Undefined where there is a route, where no file tells, and in excerpts that say nothing of routing. */
export function whyUnreachable(from: PathEnd, to: PathEnd): Unreachable | undefined {
  const route = routeBetween(from, to);
  if (mayReach(route)) return undefined;
  const { device } = from;
  const { family } = to.address;
  // A static route that leads there was meant to, whatever protocol runs besides.
  const [dead] = routesToward(device, vpnOf(from.on), to.address);
  if (!dead && route === 'unannounced') return unannounced(to);
  const shut = shutWay(from, to);
  if (shut) return { kind: 'shut-down', shutdown: shut };
  if (dead) return { kind: 'dead-route', route: dead };
  const link = linksWithoutProcess(device, family).find(({ on }) => vpnOf(on) === vpnOf(from.on));
  if (link) return { kind: 'missing-process', device, link };
  const idle = idleProcess(device, family);
  if (idle) return { kind: 'idle-process', process: idle };
  const loopbackOnly = igpsOn(device, from.on, family);
  if (isLoopback(from.on) && loopbackOnly.length > 0)
    return { kind: 'no-link', running: loopbackOnly, link: unroutedLink(device, family, vpnOf(from.on)) };
  const reachesBack = mayReach(routeBetween(to, from));
  if (reachesBack || runningIgps(to.device, family, vpnOf(to.on)).size > 0) return { kind: 'one-sided', reachesBack };
  if (device.isWholeFile) return { kind: 'no-routing' };
  if (staticRoutes(device).some((staticRoute) => staticRoute.family === family)) return { kind: 'other-routes' };
  const others = family === 4 ? 6 : 4;
  return routesFamily(device, others) || routesFamily(to.device, others) ? { kind: 'other-family' } : undefined;
}

function unannounced(to: PathEnd): Unreachable | undefined {
  const running = [...runningIgps(to.device, to.address.family, vpnOf(to.on))];
  const address = to.on.addresses.find(({ prefix }) => prefix.address.key === to.address.key);
  const joins = igpLines(to.on).find(
    (igpLine) => running.includes(igpLine.protocol) && !hasProcess(to.device, igpLine),
  );
  if (joins) return { kind: 'missing-process', device: to.device, link: { on: to.on, joins } };
  // A device that runs no IGP has no route back either, and is told of that; with a static one its neighbours may have one to it.
  return address && running.length > 0 ? { kind: 'unannounced', address, running } : undefined;
}

function hasProcess(device: Device, { protocol, process }: IgpLine): boolean {
  return igpProcesses(device).some((igpProcess) => igpProcess.protocol === protocol && igpProcess.id === process);
}

/** The `shutdown` without which there would be a connected network, a usable next hop or a neighbour. */
function shutWay(from: PathEnd, { address }: PathEnd): Shutdown | undefined {
  const { device } = from;
  const vpn = vpnOf(from.on);
  const statics = routesToward(device, vpn, address);
  const ways = [
    ...interfacesToward(device, vpn, address).map((on) => on.key),
    ...statics.flatMap((route) => [
      ...(route.interfaceKey === undefined ? [] : [route.interfaceKey]),
      ...(route.nextHop ? interfacesToward(device, vpn, route.nextHop).map((on) => on.key) : []),
    ]),
    ...linksInIgp(device, address.family, vpn),
  ];
  return ways
    .filter((key) => !/^(loopback|null)/.test(key))
    .map((key) => shutdownOf(device, key))
    .find((shutdown) => shutdown !== undefined);
}

/** The links on which an IGP of the family would find neighbours. */
function linksInIgp(device: Device, family: Family, vpn: string): string[] {
  return igpProcesses(device)
    .filter((process) => process.vpn === vpn)
    .flatMap((process) => interfacesJoining(device, process, family).map((on) => on.key));
}

/** A link that could lead on: it is up, has an address, and carries neither a group nor users. */
function unroutedLink(device: Device, family: Family, vpn: string): Interface | undefined {
  return linksOf(device, family, vpn).find(
    (on) => isUp(device, on.key) && on.groups.length === 0 && on.profiles.length === 0,
  );
}

/** An IS-IS process that serves the other family is none. */
function idleProcess(device: Device, family: Family): IgpProcess | undefined {
  return igpProcesses(device).find(
    (process) => familiesOf[process.protocol].includes(family) && isIdle(device, process),
  );
}

function routesFamily(device: Device, family: Family): boolean {
  return (
    runningIgps(device, family, '').size > 0 ||
    staticRoutes(device).some((staticRoute) => staticRoute.family === family) ||
    runsBgp(device, family)
  );
}
