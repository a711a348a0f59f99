// What the routing protocols of a device announce of addresses that stand on none of its interfaces: those of pools, which the
// device keeps as user network routes (UNR), and the public addresses of its instances.
import { memoizeByObject } from '../../text/memoize';
import { bounds, prefix, type Family } from '../address';
import type { Device, Interface } from '../device';
import { listRanges, mapRanges, type Range } from '../incremental/range-view';
import { canonicalText } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import { familiesOf, igpProcesses, importsRoutes, type Igp } from './igp-processes';
import { announcingIgps, isIdle } from './igp-interfaces';
import { staticRoutes, type StaticRoute } from './static-routes';
import { publicNetwork, vpnOf } from './vpn';

/** A protocol that announces routes: where it begins, and how it is called in a configuration. */
export interface Announcer {
  readonly head: MatchedLine;
  /** `ospf 1`, `bgp 64512` */
  readonly name: string;
  readonly protocol: Igp | 'bgp';
}

/** The protocols that could announce addresses of the family in this routing table: those that run on some interface, and BGP. */
export function announcers(device: Device, family: Family, vpn = publicNetwork): readonly Announcer[] {
  const igps = igpProcesses(device).filter(
    (process) => process.vpn === vpn && familiesOf[process.protocol].includes(family) && !isIdle(device, process),
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

/** The protocols that take the user network routes of the family, in this routing table, into what they announce. */
export function userRouteImporters(device: Device, family: Family, vpn: string): ReadonlySet<Announcer['protocol']> {
  return new Set(protocols.filter((protocol) => imports(device, protocol, 'unr', family, vpn)));
}

/** Whether some protocol announces the addresses, or may: over a static route, a network of an interface, or a line of BGP. */
export function mayAnnounce(device: Device, family: Family, addresses: Range | undefined): boolean {
  return protocols.some((protocol) => mayAnnounceOver(device, protocol, family, addresses));
}

/** The same of one protocol, whatever processes of it run. */
export function mayAnnounceOver(
  device: Device,
  protocol: Announcer['protocol'],
  family: Family,
  addresses: Range | undefined,
): boolean {
  const importsKind = (kind: string) => imports(device, protocol, kind, family, addresses?.space);
  if (importsKind('unr')) return true;
  // Where the file does not tell the addresses, any of these may be about them.
  if (!addresses) return importsKind('static') || importsKind('direct') || (protocol === 'bgp' && hasBgp(device));
  const range = { ...addresses, space: spaceOf(addresses.space, family) };
  return (
    (importsKind('static') && routeRanges(staticRoutes(device)).within(range).length > 0) ||
    networkRanges(device.interfaces).within(range).length > 0 ||
    (protocol === 'bgp' && isNetworkOfBgp(device, [range]))
  );
}

/** The protocols that announce the networks of the interface: they run on it, or take in what is connected. */
export function announcersOf(device: Device, on: Interface, family: Family): ReadonlySet<Announcer['protocol']> {
  const found = new Set<Announcer['protocol']>(announcingIgps(device, on, family));
  if (importsInto(device, 'bgp', 'direct', family, vpnOf(on)) || isNetworkOfBgp(device, networksIn(on, family)))
    found.add('bgp');
  return found;
}

/** Whether some protocol announces the networks of the interface, or may: over a static route to a part of them. */
export function mayAnnounceNetworksOf(device: Device, on: Interface, family: Family): boolean {
  const [vpn, nets] = [vpnOf(on), networksIn(on, family)];
  return (
    announcersOf(device, on, family).size > 0 ||
    (protocols.some((protocol) => importsInto(device, protocol, 'static', family, vpn)) &&
      nets.some((net) => routeRanges(staticRoutes(device)).within(net).length > 0))
  );
}

/** Whether the protocol takes routes of the kind into what it announces of this very routing table. */
export function importsInto(
  device: Device,
  protocol: Announcer['protocol'],
  kind: 'direct' | 'static',
  family: Family,
  vpn: string,
): boolean {
  if (protocol === 'bgp')
    return bgpImports(device.views).some(
      (line) => line.kind === kind && line.vpn === vpn && (line.family ?? family) === family,
    );
  return igpProcesses(device).some(
    (process) => process.protocol === protocol && process.vpn === vpn && importsRoutes(process, kind, family),
  );
}

/** The line of a process that begins with these words: `import-route unr`. */
export function importLineOf(
  { views }: Device,
  protocol: Announcer['protocol'],
  words: string,
): MatchedLine | undefined {
  const lines = (views.get(protocol) ?? []).flatMap((block) => inForce(block.lines));
  return lines.find((line) => !line.match?.undo && `${canonicalText(line)} `.startsWith(`${words} `));
}

/** Whether BGP of the device sends a default route to some neighbour. */
export function announcesDefault({ views }: Device): boolean {
  return bgpLines(views).some((text) => /\bdefault-route/.test(text));
}

function networksIn(on: Interface, family: Family): readonly Range[] {
  return networksOf(on).filter(({ space }) => space === spaceOf(vpnOf(on), family));
}

function isNetworkOfBgp({ views }: Device, ranges: readonly Range[]): boolean {
  return bgpNetworks(views).some((net) => ranges.some(({ from, to }) => net.from <= to && from <= net.to));
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

const protocols = ['isis', 'ospf', 'ospfv3', 'rip', 'ripng', 'bgp'] as const;

/** Where the routing table is not known, or is the public one, an import into any is taken for the one that is meant. */
function imports(
  device: Device,
  protocol: Announcer['protocol'],
  kind: string,
  family: Family,
  vpn = publicNetwork,
): boolean {
  const isMeant = (table: string) => vpn === publicNetwork || table === vpn;
  if (protocol === 'bgp')
    return bgpImports(device.views).some(
      (line) => line.kind === kind && (line.family ?? family) === family && isMeant(line.vpn),
    );
  return igpProcesses(device).some(
    (process) =>
      process.protocol === protocol &&
      familiesOf[protocol].includes(family) &&
      isMeant(process.vpn) &&
      importsRoutes(process, kind, family),
  );
}

interface BgpImport {
  readonly kind: string;
  readonly vpn: string;
  /** Absent where the view of the line does not tell it. */
  readonly family?: Family;
}

const bgpImports = memoizeByObject((views: Device['views']): readonly BgpImport[] =>
  (views.get('bgp') ?? []).flatMap(({ lines }) => importsIn(lines, { vpn: publicNetwork })),
);

/** `ipv4-family vpn-instance tv` holds the lines of a routing table of its own. */
function importsIn(lines: readonly MatchedLine[], table: Omit<BgpImport, 'kind'>): BgpImport[] {
  return inForce(lines).flatMap((line) => {
    if (line.match?.undo) return [];
    const [first = '', second = '', third = ''] = canonicalText(line).split(' ');
    if (first === 'import-route') return [{ ...table, kind: second }];
    const family = /^ipv([46])-family$/.exec(first)?.[1];
    if (family === undefined) return importsIn(line.lines, table);
    const vpn = second === 'vpn-instance' ? third : table.vpn;
    return importsIn(line.lines, { vpn, family: family === '6' ? 6 : 4 });
  });
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
