// What the routing protocols of a device announce of addresses that stand on none of its interfaces: those of pools, which the
// device keeps as user network routes (UNR), and the public addresses of its instances.
import { memoizeByObject } from '../../text/memoize';
import { bounds, prefix, type Family } from '../address';
import type { Device, Interface } from '../device';
import { listRanges, mapRanges, type Range } from '../incremental/range-view';
import { canonicalText } from '../lines/canonical-text';
import { inForce, type MatchedLine } from '../lines/matched-line';
import { familiesOf, igpProcesses, importsRoutes, type Igp } from './igp-processes';
import { isIdle } from './igp-interfaces';
import { staticRoutes, type StaticRoute } from './static-routes';
import { vpnOf } from './vpn';

/** A protocol that announces routes: where it begins, and how it is called in a configuration. */
export interface Announcer {
  readonly head: MatchedLine;
  /** `ospf 1`, `bgp 64512` */
  readonly name: string;
  readonly protocol: Igp | 'bgp';
}

/** The protocols that could announce addresses of the family: those that run on some interface, and BGP. */
export function announcers(device: Device, family: Family): readonly Announcer[] {
  const igps = igpProcesses(device).filter(
    (process) => familiesOf[process.protocol].includes(family) && !isIdle(device, process),
  );
  const bgp = (device.views.get('bgp') ?? []).flatMap((block) => block.heads.slice(0, 1));
  return [
    ...igps.map(({ protocol, head }) => ({ protocol, head, name: nameOf(head) })),
    ...bgp.map((head) => ({ protocol: 'bgp' as const, head, name: nameOf(head) })),
  ];
}

function nameOf(head: MatchedLine): string {
  return canonicalText(head).split(' ').slice(0, 2).join(' ');
}

/** Whether some protocol takes the user network routes of the family into what it announces. */
export function importsUserRoutes(device: Device, family: Family): boolean {
  return imports(device, 'unr', family);
}

/** Whether some protocol announces the addresses, or may: over a static route, a network of an interface, or a line of BGP. */
export function mayAnnounce(device: Device, family: Family, addresses: Range | undefined): boolean {
  if (importsUserRoutes(device, family)) return true;
  // Where the file does not tell the addresses, any of these may be about them.
  if (!addresses) return imports(device, 'static', family) || imports(device, 'direct', family) || hasBgp(device);
  const space = spaceOf(addresses.space, family);
  const range = { ...addresses, space };
  return (
    (imports(device, 'static', family) && routeRanges(staticRoutes(device)).within(range).length > 0) ||
    networkRanges(device.interfaces).within(range).length > 0 ||
    bgpNetworks(device.views).some((net) => net.from <= range.to && range.from <= net.to)
  );
}

/** The static routes that share addresses with a range of the public network or of a VPN instance. */
export function staticRoutesWithin(device: Device, family: Family, addresses: Range): readonly StaticRoute[] {
  const range = { ...addresses, space: spaceOf(addresses.space, family) };
  return routeRanges(staticRoutes(device))
    .within(range)
    .map(({ value }) => value);
}

function spaceOf(vpn: string, family: Family): string {
  return `${vpn} ${family}`;
}

const routeRanges = listRanges<StaticRoute, Range>((route) => rangesOfRoute(route));

const rangesOfRoute = memoizeByObject(({ vpn, family, target }: StaticRoute): readonly Range[] =>
  target ? [{ space: spaceOf(vpn, family), ...bounds(target) }] : [],
);

const networkRanges = mapRanges<string, Interface, Range>((on) => networksOf(on));

const networksOf = memoizeByObject((on: Interface): readonly Range[] =>
  on.addresses
    .filter(({ linkLocal }) => !linkLocal)
    .map(({ prefix: net }) => ({ space: spaceOf(vpnOf(on), net.address.family), ...bounds(net) })),
);

function imports(device: Device, kind: string, family: Family): boolean {
  return (
    igpProcesses(device).some(
      (process) => familiesOf[process.protocol].includes(family) && importsRoutes(process, kind, family),
    ) || bgpLines(device.views).some((text) => text.startsWith(`import-route ${kind}`))
  );
}

function hasBgp({ views }: Device): boolean {
  return bgpLines(views).length > 0;
}

const bgpLines = memoizeByObject((views: Device['views']): readonly string[] =>
  (views.get('bgp') ?? []).flatMap(({ lines }) => textsInside(lines)),
);

function textsInside(lines: readonly MatchedLine[]): string[] {
  return inForce(lines).flatMap((line) => (line.match?.undo ? [] : [canonicalText(line), ...textsInside(line.lines)]));
}

/** `network 203.0.113.64 255.255.255.224`, `aggregate 203.0.113.0 24`: of any routing table. */
const bgpNetworks = memoizeByObject((views: Device['views']) =>
  bgpLines(views).flatMap((text) => {
    const [word = '', first = '', second] = text.split(' ');
    const net = /^(?:network|aggregate)$/.test(word) ? prefix(first, second ?? classLength(first)) : undefined;
    return net ? [bounds(net)] : [];
  }),
);

/** A network of BGP without a mask is one of class A, B or C. */
function classLength(first: string): string {
  const byte = Number(first.split('.')[0]);
  if (byte < 128) return '8';
  return byte < 192 ? '16' : '24';
}
