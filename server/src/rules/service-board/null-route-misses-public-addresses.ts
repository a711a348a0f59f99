// Public addresses are often announced by a static route to NULL0 of the same size. Where such a route stands beside the addresses of
// an instance that have none, a digit of it is wrong: it announces what nobody has.
import { deviceRule, eachOf, type Fix, type RawFinding } from '../../diagnostics/rule';
import { replace } from '../../edits/config-edits';
import { bounds, prefixKey, spelled, type Prefix } from '../../model/address';
import type { Device, ServiceInstance } from '../../model/device';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';
import { staticRoutesWithin, userRouteImporters } from '../../model/routing/announcements';
import { interfacesToward } from '../../model/routing/connected';
import { staticRoutes, type StaticRoute } from '../../model/routing/static-routes';
import { instancesOfDevice } from '../../model/services/instance-units';
import { push } from '../../text/collections';
import { memoizeByObject } from '../../text/memoize';
import { publicRanges, rangesOfInstances, type PublicRange } from '../../model/services/public-addresses';

interface Facts {
  readonly route: StaticRoute;
  /** What the destination should hold; absent where its mask is what is wrong. */
  readonly range?: PublicRange;
}

/** Routes of the same /24 are beside each other. */
const nearby = 24;

export default deviceRule<Facts>({
  id: 'null-route-misses-public-addresses',
  requirement: 'HB-X-NULL-ROUTE',
  title: 'A route to NULL0 misses public addresses that stand beside it',
  severity: 'warning',
  why: 'The route announces addresses that nobody has; those of the instance are not announced, so no answer comes back to its users.',
  guide: ['vendor configuration files'],
  ...eachOf(
    instancesOfDevice,
    function* (device, instance) {
      if (device.holdsSeveralDevices) return;
      yield* partlyCovered(device, instance);
      yield* missed(device, instance);
    },
    { followsReads: true },
  ),
  fix: ({ route, range }) => (range ? destinationFix(route, range) : []),
  examples: [
    {
      title: 'A digit of the destination is wrong',
      config: `
        sysname DeviceA
        #
        nat instance one id 1
         nat address-group out group-id 1 203.0.113.64 203.0.113.95
        #
        ip route-static 203.0.113.128 255.255.255.224 NULL0
                        ^^^^^^^^^^^^^ DeviceA: the NULL0 route covers no public address: 203.0.113.64-203.0.113.95 of instance one are not announced
        #
        fixed:
        sysname DeviceA
        #
        nat instance one id 1
         nat address-group out group-id 1 203.0.113.64 203.0.113.95
        #
        ip route-static 203.0.113.64 255.255.255.224 NULL0
        #
      `,
    },
    {
      title: 'Half of the addresses',
      config: `
        sysname DeviceA
        #
        nat instance one id 1
         nat address-group out group-id 1 203.0.113.64 203.0.113.95
        #
        ip route-static 203.0.113.64 255.255.255.240 NULL0
                        ^^^^^^^^^^^^ DeviceA: the NULL0 route covers a part of 203.0.113.64-203.0.113.95 of instance one: the rest is not announced; widen its mask
        #
      `,
    },
    {
      title: 'Covered, a route of another size, and one whose addresses are on an interface',
      config: `
        sysname DeviceA
        #
        nat instance one id 1
         nat address-group out group-id 1 203.0.113.64 203.0.113.95
        #
        ds-lite instance two id 2
         ds-lite address-group out group-id 1 198.51.100.0 198.51.100.15
        #
        interface GigabitEthernet0/1/1
         ip address 198.51.100.17 255.255.255.240
        #
        ip route-static 203.0.113.0 255.255.255.0 NULL0
        ip route-static 203.0.113.128 255.255.255.224 NULL0
        ip route-static 198.51.100.16 255.255.255.240 NULL0
        ip route-static 198.51.100.128 255.255.255.128 NULL0
        #
      `,
    },
  ],
});

/** Ranges that one route to NULL0 covers in part, where no protocol announces them as user routes. */
function* partlyCovered(device: Device, instance: ServiceInstance): Iterable<RawFinding<Facts>> {
  for (const range of publicRanges(instance)) {
    const { family } = range.first.value;
    const [route, ...more] = staticRoutesWithin(device, family, range).filter(leadsToNull);
    if (!route?.target || more.length > 0 || userRouteImporters(device, family, range.space).size > 0) continue;
    const { from, to } = bounds(route.target);
    if (from <= range.from && range.to <= to) continue;
    yield {
      at: destinationOf(route),
      message: `${device.name}: the NULL0 route covers a part of ${shownRange(range)} of instance ${instance.name}: the rest is not announced; widen its mask`,
      also: [{ at: range.line, message: `${device.name}: public addresses of ${instance.name}` }],
      facts: { route },
    };
  }
}

/** Routes to NULL0 that stand beside a range which none of them covers, and cover nothing themselves. */
function* missed(device: Device, instance: ServiceInstance): Iterable<RawFinding<Facts>> {
  for (const range of publicRanges(instance)) {
    const routes = nullRoutes(staticRoutes(device)).get(neighbourhoodOf(range)) ?? [];
    if (routes.length === 0 || lastUncovered(device, range) !== range) continue;
    for (const route of routes) {
      if (!isStray(device, route, route.target!)) continue;
      yield {
        at: destinationOf(route),
        message: `${device.name}: the NULL0 route covers no public address: ${shownRange(range)} of instance ${instance.name} are not announced`,
        also: [{ at: range.line, message: `${device.name}: public addresses of ${instance.name}` }],
        facts: { route, range },
      };
    }
  }
}

function leadsToNull({ interfaceKey }: StaticRoute): boolean {
  return interfaceKey === 'null0';
}

/** Routes to NULL0 by where they lie and how many addresses they cover. */
const nullRoutes = memoizeByObject((routes: readonly StaticRoute[]): ReadonlyMap<string, readonly StaticRoute[]> => {
  const found = new Map<string, StaticRoute[]>();
  for (const route of routes)
    if (leadsToNull(route) && route.target) push(found, neighbourhood(route, route.target), route);
  return found;
});

function shownRange({ first, last }: PublicRange): string {
  return `${first.value.key}${last ? `-${last.value.key}` : ''}`;
}

/** No route to NULL0 touches the range. */
function isUncovered(device: Device, range: PublicRange): boolean {
  return !staticRoutesWithin(device, range.first.value.family, range).some(leadsToNull);
}

/** Of several such ranges beside each other the last one is what a route there was meant for. */
function lastUncovered(device: Device, of: PublicRange): PublicRange | undefined {
  const around = { space: of.space, ...bounds({ address: of.first.value, length: nearby }) };
  const inOrder = rangesOfInstances(device.instances).within(around);
  return [...inOrder]
    .sort((left, right) => left.place - right.place)
    .map(({ range }) => range)
    .findLast((range) => neighbourhoodOf(range) === neighbourhoodOf(of) && isUncovered(device, range));
}

/** Where a route lies that covers the range and no more; empty where none can within a /24. */
const neighbourhoodOf = memoizeByObject((range: PublicRange): string => {
  const length = lengthOf(range);
  return length === undefined ? '' : neighbourhood({ vpn: range.space }, { address: range.first.value, length });
});

function neighbourhood({ vpn }: Pick<StaticRoute, 'vpn'>, { address, length }: Prefix): string {
  return `${vpn} ${length} ${prefixKey({ address, length: nearby })}`;
}

/** The length of the prefix that holds exactly these addresses, within one /24. */
function lengthOf({ first: { value }, from, to }: PublicRange): number | undefined {
  for (let length = nearby; length <= 32; length++) {
    const item = bounds({ address: value, length });
    if (item.from === from && item.to === to) return length;
  }
  return undefined;
}

/** Nothing of the device lies in what the route covers. */
function isStray(device: Device, route: StaticRoute, target: Prefix): boolean {
  const range = { space: route.vpn, ...bounds(target) };
  return (
    rangesOfInstances(device.instances).within(range).length === 0 &&
    interfacesToward(device, route.vpn, target.address).length === 0 &&
    staticRoutesWithin(device, route.family, range).every(
      (staticRoute) => staticRoute === route || isWider(staticRoute, target),
    )
  );
}

function isWider({ target }: StaticRoute, than: Prefix): boolean {
  return target !== undefined && target.length < than.length;
}

function destinationOf({ line, vpn }: StaticRoute) {
  return wordsAt(line, vpn === '' ? 2 : 4);
}

/** The destination of the addresses, in the mask that the route has. */
function destinationFix(route: StaticRoute, { first }: PublicRange): Fix[] {
  const base = spelled(first.value.bytes);
  if (canonicalText(route.line).includes('/')) return [];
  return [{ title: `Use ${base}`, edits: [replace(destinationOf(route), base)], safe: false }];
}
