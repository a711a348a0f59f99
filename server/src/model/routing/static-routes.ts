// The static routes of a device, read off their lines in either family.
import { getOrAdd, push } from '../../text/collections';
import { memoizeByObject, memoizeByObjects } from '../../text/memoize';
import { words } from '../../text/words';
import { address, isInside, prefix, type Address, type Family, type Prefix } from '../address';
import type { Device } from '../device';
import { canonicalText, wordsAt } from '../lines/canonical-text';
import type { MatchedLine } from '../lines/matched-line';
import { interfaceKey } from '../names';
import type { Place } from '../place';
import { networkKey, publicNetwork } from './vpn';

/** A static route with its prefix, next hop and outgoing interface. */
export interface StaticRoute {
  readonly line: MatchedLine;
  readonly family: Family;
  /** The routing table it stands in. */
  readonly vpn: string;
  /** Absent where the line does not say it in a form that is known: it may lead anywhere. */
  readonly target?: Prefix;
  /** What it leads into, by key; `null0` drops what comes. */
  readonly interfaceKey?: string;
  readonly nextHop?: Address;
  /** The next hop is looked up in another routing table. */
  readonly leavesVpn: boolean;
}

/** The static routes of the device, in file order. */
export function staticRoutes(device: Device): readonly StaticRoute[] {
  const lists = routeCommands.flatMap((command) =>
    [device.system.get(command) ?? []].filter((list) => list.length > 0),
  );
  return routesIn(...lists);
}

/** The routes that lead to the address, none but those of the longest prefix. */
export function routesToward(device: Device, vpn: string, target: Address): readonly StaticRoute[] {
  const leading = staticRoutes(device).filter(
    (route) => route.family === target.family && route.vpn === vpn && (!route.target || isInside(target, route.target)),
  );
  const longest = Math.max(...leading.map(({ target: net }) => (net ? net.length : 0)));
  return leading.filter((route) => !route.target || route.target.length === longest);
}

/** The routes of a routing table whose next hop is in the network; does not follow the number of routes. */
export function routesWithHopIn(device: Device, vpn: string, net: Prefix): readonly StaticRoute[] {
  return routesByHop(staticRoutes(device))(net.length).get(networkKey(vpn, net)) ?? [];
}

/** The routes by the network of so many bits that their next hop is in: links have few lengths. */
const routesByHop = memoizeByObject((routes: readonly StaticRoute[]) => {
  const byLength = new Map<number, ReadonlyMap<string, readonly StaticRoute[]>>();
  return (length: number) => getOrAdd(byLength, length, () => inNetworks(routes, length));
});

function inNetworks(routes: readonly StaticRoute[], length: number): ReadonlyMap<string, readonly StaticRoute[]> {
  const found = new Map<string, StaticRoute[]>();
  for (const route of routes)
    if (route.nextHop) push(found, networkKey(route.vpn, { address: route.nextHop, length }), route);
  return found;
}

/** The next hops of the device, each once: thousands of routes may name one. */
export function nextHops(device: Device): readonly Address[] {
  return distinctHops(staticRoutes(device));
}

const distinctHops = memoizeByObject((routes: readonly StaticRoute[]): readonly Address[] => [
  ...new Map(routes.flatMap(({ nextHop }) => (nextHop ? [[nextHop.key, nextHop] as const] : []))).values(),
]);

/** Where the line says the next hop; undefined where it says none. */
export function nextHopAt({ line, nextHop }: StaticRoute): Place | undefined {
  const at = nextHop ? words(line.text).findLastIndex(({ text }) => address(text)?.key === nextHop.key) : -1;
  return at < 0 ? undefined : wordsAt(line, at);
}

const routeCommands = ['staticRoute.ipv4', 'staticRoute.ipv6', 'ip route-static', 'ipv6 route-static'];

const routesIn = memoizeByObjects((...lists: readonly (readonly MatchedLine[])[]): readonly StaticRoute[] =>
  lists.flatMap((lines) => lines.flatMap(readRoute)),
);

const readRoute = memoizeByObject((line: MatchedLine): StaticRoute[] => {
  const words = canonicalText(line).split(' ');
  const family = words[0] === 'ipv6' ? 6 : 4;
  if (words[1] !== 'route-static' || /^(default-preference|bfd|selection-rule|frr)$/.test(words[2] ?? '')) return [];
  const named = words[2] === 'vpn-instance' && words.length > 4;
  const vpn = named ? words[3]! : publicNetwork;
  const rest = words.slice(named ? 4 : 2);
  const [host = '', second = ''] = rest;
  const isOneWord = host.includes('/');
  const target = prefix(host, isOneWord ? undefined : second);
  return [{ line, family, vpn, target, ...wayOf(rest.slice(isOneWord ? 1 : 2)) }];
});

/** What stands behind the destination: an interface, a next hop, or both. */
function wayOf(words: readonly string[]): Pick<StaticRoute, 'interfaceKey' | 'nextHop' | 'leavesVpn'> {
  const [first = '', second = '', third = ''] = words;
  if (first === 'vpn-instance') return { nextHop: address(third), leavesVpn: true };
  const direct = address(first);
  if (direct) return { nextHop: direct, leavesVpn: second === 'public' };
  // The number of an interface may stand apart from its type.
  const isApart = !/\d$/.test(first);
  return {
    interfaceKey: interfaceKey(isApart ? first + second : first),
    nextHop: address(isApart ? third : second),
    leavesVpn: false,
  };
}
