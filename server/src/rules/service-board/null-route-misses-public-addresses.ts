// Public addresses are often announced by a static route to NULL0 of the same size. Where such a route stands beside the addresses of
// an instance that have none, a digit of it is wrong: it announces what nobody has.
import { deviceRule, type Fix } from '../../diagnostics/rule';
import { replace } from '../../edits/config-edits';
import { bounds, prefixKey, spelled, type Prefix } from '../../model/address';
import { holdsSeveralDevices } from '../../model/whole-file';
import type { Device } from '../../model/device';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';
import { staticRoutesWithin, userRouteImporters } from '../../model/routing/announcements';
import { interfacesToward } from '../../model/routing/connected';
import { staticRoutes, type StaticRoute } from '../../model/routing/static-routes';
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
  *check(device) {
    if (device.instances.length === 0 || holdsSeveralDevices(device)) return;
    for (const { route, range, name } of partlyCovered(device))
      yield {
        at: destinationOf(route),
        message: `${device.name}: the NULL0 route covers a part of ${shownRange(range)} of instance ${name}: the rest is not announced; widen its mask`,
        also: [{ at: range.line, message: `${device.name}: public addresses of ${name}` }],
        facts: { route },
      };
    const uncovered = uncoveredRanges(device);
    if (uncovered.size === 0) return;
    for (const route of staticRoutes(device)) {
      const near =
        route.interfaceKey === 'null0' && route.target ? uncovered.get(neighbourhood(route, route.target)) : undefined;
      if (!near || !route.target || !isStray(device, route, route.target)) continue;
      const { range, name } = near;
      yield {
        at: destinationOf(route),
        message: `${device.name}: the NULL0 route covers no public address: ${shownRange(range)} of instance ${name} are not announced`,
        also: [{ at: range.line, message: `${device.name}: public addresses of ${name}` }],
        facts: { route, range },
      };
    }
  },
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

interface Partly extends Uncovered {
  readonly route: StaticRoute;
}

/** Ranges that one route to NULL0 covers in part, where no protocol announces them as user routes. */
function* partlyCovered(device: Device): Iterable<Partly> {
  for (const instance of device.instances) {
    for (const range of publicRanges(instance)) {
      const { family } = range.first.value;
      const [route, ...more] = staticRoutesWithin(device, family, range).filter((one) => one.interfaceKey === 'null0');
      if (!route?.target || more.length > 0 || userRouteImporters(device, family, range.space).size > 0) continue;
      const { from, to } = bounds(route.target);
      if (range.from < from || to < range.to) yield { route, range, name: instance.name };
    }
  }
}

function shownRange({ first, last }: PublicRange): string {
  return `${first.value.key}${last ? `-${last.value.key}` : ''}`;
}

interface Uncovered {
  readonly range: PublicRange;
  /** Of the instance. */
  readonly name: string;
}

/** The public ranges that no route to NULL0 touches, by where they lie and how many there are. */
function uncoveredRanges(device: Device): ReadonlyMap<string, Uncovered> {
  const found = new Map<string, Uncovered>();
  for (const instance of device.instances) {
    for (const range of publicRanges(instance)) {
      const size = lengthOf(range);
      const covering = staticRoutesWithin(device, range.first.value.family, range);
      if (size === undefined || covering.some((route) => route.interfaceKey === 'null0')) continue;
      found.set(neighbourhood({ vpn: range.space }, { address: range.first.value, length: size }), {
        range,
        name: instance.name,
      });
    }
  }
  return found;
}

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
