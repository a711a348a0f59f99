// Whether a device has a route to an address of the other device of the pair, as far as the two files tell.
import { isInside, isLinkLocal, type Address } from '../address';
import type { Device, Interface } from '../device';
import { isUp } from '../interface-state';
import { systemLines } from '../lines/canonical-text';
import { hasUntoldAddress, interfacesToward, isLoopback, linkToward } from './connected';
import { announcersOf, announcesDefault } from './announcements';
import { announcingIgps, runningIgps } from './igp-interfaces';
import { runsBgp } from './igp-processes';
import { routesToward, type StaticRoute } from './static-routes';
import { publicNetwork, vpnOf } from './vpn';

/**
 * - `connected`, `static`, `igp`: there is a route, and why.
 * - `unknown`: something whose routes no file tells may bring one (BGP that the other device gives the address, or of which it shows
 *   nothing, a next hop that is looked up again, another protocol).
 * - `unannounced`: the device runs an IGP, and the other one does not announce the address in any.
 * - `none`: neither a connected network, nor a static route, nor an IGP of this family.
 */
export type Route = 'connected' | 'static' | 'igp' | 'unknown' | 'unannounced' | 'none';

/** The end of a path: the device, the interface that has the address, and the address. */
export interface PathEnd {
  readonly device: Device;
  readonly on: Interface;
  readonly address: Address;
}

/** How packets from one end find the other. */
export function routeBetween(from: PathEnd, to: PathEnd): Route {
  const vpn = vpnOf(from.on);
  const { device } = from;
  const { family } = to.address;
  if (linkToward(device, vpn, to.address)) return 'connected';
  const statics = routesToward(device, vpn, to.address);
  if (statics.some((route) => isUsable(device, route))) return 'static';
  const running = runningIgps(device, family, vpn);
  if (routesByPolicy(device) || (runsBgp(device, family) && (running.size === 0 || mayLearnByBgp(to))))
    return 'unknown';
  if (running.size === 0) return 'none';
  const announcing = announcingIgps(to.device, to.on, family);
  if ([...running].some((protocol) => announcing.has(protocol))) return 'igp';
  // A router between the two may pass the route on from another protocol, from BGP or from a link that it shares.
  if (announcing.size > 0 || mayAnnounceByBgp(to) || !isLoopback(to.on)) return 'unknown';
  return 'unannounced';
}

/** Whether somebody may have the address from BGP. An excerpt may leave out that of the other device. */
function mayLearnByBgp(to: PathEnd): boolean {
  return !runsBgp(to.device, to.address.family) || mayAnnounceByBgp(to);
}

/** Whether the device announces the address by BGP, with others or with a default route. In a VPN instance routes may leak. */
function mayAnnounceByBgp({ device, on, address: { family } }: PathEnd): boolean {
  if (!runsBgp(device, family)) return false;
  return vpnOf(on) !== publicNetwork || announcersOf(device, on, family).has('bgp') || announcesDefault(device);
}

/** True where the two ends have a route at all, or where no file can tell. */
export function mayReach(route: Route): boolean {
  return route !== 'none' && route !== 'unannounced';
}

/** A route drops or loses its packets where it ends in NULL0, in what is shut down, or in a next hop that nothing leads to. */
export function isUsable(device: Device, route: StaticRoute, depth = 0): boolean {
  if (route.interfaceKey === 'null0') return false;
  if (route.interfaceKey !== undefined)
    return isUp(device, route.interfaceKey) && !isBesideLink(device, route) && !lacksIpv6(device, route);
  if (!route.nextHop || route.leavesVpn) return true;
  if (depth > 4) return false;
  const { vpn, nextHop } = route;
  if (device.addresses.get(nextHop.key)?.some((owner) => vpnOf(owner.interface) === vpn)) return false;
  if (linkToward(device, vpn, nextHop)) return true;
  // A link that is shut down leads nowhere, whatever else may be.
  if (interfacesToward(device, vpn, nextHop).some((on) => !isLoopback(on))) return false;
  if (runsBgp(device, nextHop.family) || hasUntoldAddress(device, nextHop.family)) return true;
  if (runningIgps(device, nextHop.family, vpn).size > 0) return true;
  return routesToward(device, vpn, nextHop).some((next) => next !== route && isUsable(device, next, depth + 1));
}

/** On a link of many stations somebody has to answer for the next hop, which is in no network of the interface. */
function isBesideLink(device: Device, { interfaceKey = '', nextHop }: StaticRoute): boolean {
  const on = device.interfaces.get(interfaceKey);
  if (!nextHop || !on || !/^(?:(?:\d+|gigabit)?ethernet|\d*ge|eth-trunk|vlanif)\d/.test(on.key)) return false;
  const networks = on.addresses.filter(({ prefix }) => prefix.address.family === nextHop.family);
  if (isLinkLocal(nextHop)) return false;
  // A section that has addresses of the other family alone leaves none out.
  if (networks.length === 0) return nextHop.family === 6 && on.addresses.length > 0 && !on.ipv6Addressed;
  return !networks.some(({ prefix }) => isInside(nextHop, prefix));
}

/** True where the interface that the route leads into takes no IPv6. */
export function lacksIpv6(device: Device, { family, interfaceKey = '' }: StaticRoute): boolean {
  const on = device.interfaces.get(interfaceKey);
  // A section without any address is an excerpt that leaves them out.
  return family === 6 && on !== undefined && on.addresses.length > 0 && on.ipv6Enable === undefined;
}

function routesByPolicy(device: Device): boolean {
  return systemLines(device, /^(ip|ipv6) local policy-based-route /, 'ip', 'ipv6').length > 0;
}
