// Users who log in get their addresses from the pools of their domain, others have those of the LAN where they come in: the ACL of the
// instance that translates them picks these. Told where it picks none of them, or a part of a section; whole sections may be public
// addresses, and behind a LAN to which the device has routes there may be other users.
import { meet, numberOf, rangeOfPrefix, type AddressRange } from '../../model/address-ranges';
import type { Device, Pool, ServiceInstance } from '../../model/device';
import { deviceRule, eachOf } from '../../diagnostics/rule';
import { instancesOfDevice } from '../../model/services/instance-units';
import { canonicalText } from '../../model/lines/canonical-text';
import { nameKey } from '../../model/names';
import { prefixesOfPool, sectionsOf, sectionText } from '../../model/services/pool-addresses';
import { domainsTranslatedBy } from '../../model/services/translated-logins';
import { headsOf, outboundsOf, permittedRanges, rulesOf, type Outbound } from '../../model/services/user-acls';
import { portsTranslatedBy } from '../../model/services/translated-ports';
import { igpsOn } from '../../model/routing/igp-interfaces';
import { runsBgp } from '../../model/routing/igp-processes';
import { staticRoutes } from '../../model/routing/static-routes';
import { subnetText } from '../../model/vrrp/addresses';
import type { Place } from '../../model/place';
import { inForce } from '../../model/lines/in-force';

/** Addresses that users get. */
interface Leased extends AddressRange {
  /** `pool homes`, or an interface. */
  readonly of: string;
  readonly shown: string;
  readonly at: Place;
}

export default deviceRule<undefined>({
  id: 'instance-acl-misses-pool',
  requirement: 'HB-X-ACL-POOL',
  title: 'The ACL of an instance leaves out the addresses of its users',
  severity: 'warning',
  why: 'Users with such an address are not translated: they reach nothing.',
  guide: ['vendor command reference: nat outbound (NAT instance view), section (IP address pool view)'],
  supersededBy: [
    'acl-undefined',
    'instance-acl-denies',
    'instance-acl-empty',
    'acl-rule-of-other-family',
    'instance-users-of-other-acl',
  ],
  ...eachOf(
    instancesOfDevice,
    function* (device, instance) {
      if (device.holdsSeveralDevices) return;
      const [outbound, ...more] = outboundsOf(instance);
      if (!outbound || more.length > 0) return;
      const rules = rulesOf(headsOf(device, outbound.acl.value)) ?? [];
      const permitted = permittedRanges(rules);
      const first = rules.find(({ permits }) => permits);
      if (!permitted || !first) return;
      const leased = leasedTo(device, instance, outbound);
      const left =
        leased.length > 0
          ? leftOut(leased, permitted)
          : allLeftOut(addressedBehind(device, instance, outbound), permitted);
      if (!left) return;
      const { of, shown, part } = left;
      yield {
        at: first.line,
        message: `${device.name}: ACL ${outbound.acl.value} of ${instance.kind} instance ${instance.name} leaves out ${part}${shown} of ${of}: users there are not translated`,
        evidence: [outbound.line],
        also: [{ at: left.at, message: `${device.name}: users have ${shown} of ${of}` }],
        facts: undefined,
      };
    },
    { followsReads: true },
  ),
  examples: [
    {
      title: 'Another network, a part of the section, another prefix',
      config: `${device('10.73.0.0 0.0.15.255', 'DeviceA: ACL 3001 of nat instance homes leaves out 10.72.0.2-10.72.0.180 of pool homes: users there are not translated')}`,
    },
    {
      title: 'A part of the section',
      config: device(
        '10.72.0.0 0.0.0.127',
        'DeviceA: ACL 3001 of nat instance homes leaves out a part of 10.72.0.2-10.72.0.180 of pool homes',
      ),
    },
    { title: 'All of them', config: device('10.72.0.0 0.0.255.255') },
    {
      title: 'Another network than the LAN of the users',
      config: lan(
        '10.84.0.0 0.0.255.255',
        'DeviceA: ACL 3001 of nat instance homes leaves out 10.48.0.0/24 of GigabitEthernet0/1/6: users there are not translated',
      ),
    },
    {
      title: 'Users behind a router of the LAN',
      config: lan(
        '10.84.0.0 0.0.255.255',
        undefined,
        '\n        ip route-static 10.84.0.0 255.255.0.0 10.48.0.9\n        #',
      ),
    },
    { title: 'A part of the LAN', config: lan('10.48.0.128 0.0.0.127') },
    {
      title: 'Another prefix',
      config: `
        sysname DeviceA
        #
        acl ipv6 number 3001
         rule 5 permit ipv6 source 2001:DB8:9200::/40
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: ACL 3001 of nat64 instance phones leaves out 2001:DB8:9100::/40, a /64 each of pool homes6: users there are not translated
        #
        ipv6 prefix homes6 delegation
         prefix 2001:DB8:9100::/40 delegating-prefix-length 64
        #
        ipv6 pool homes6 bas delegation
         prefix homes6
        #
        aaa
         domain isp
          ipv6-pool homes6
          user-group homes bind nat64 instance phones
        #
        nat64 instance phones id 1
         nat64 address-group out group-id 1 198.51.100.64 198.51.100.95
         nat64 outbound 3001 address-group out
        #
      `,
    },
  ],
});

function device(source: string, said?: string): string {
  return `
        sysname DeviceA
        #
        acl number 3001
         rule 5 permit ip source ${source}${said === undefined ? '' : `\n         ${'^'.repeat(24 + source.length)} ${said}`}
        #
        ip pool homes bas local
         gateway 10.72.0.1 255.255.240.0
         section 0 10.72.0.2 10.72.0.180
        #
        aaa
         domain isp
          ip-pool homes
          user-group homes bind nat instance homes
        #
        nat instance homes id 1
         nat address-group out group-id 1 198.51.100.64 198.51.100.95
         nat outbound 3001 address-group out
        #
      `;
}

function lan(source: string, said?: string, more = ''): string {
  return `
        sysname DeviceA
        #
        acl number 3001
         rule 5 permit ip source ${source}${said === undefined ? '' : `\n         ${'^'.repeat(24 + source.length)} ${said}`}
        #
        traffic classifier homes operator or
         if-match acl 3001
        #
        traffic behavior homes
         nat bind instance homes
        #
        traffic policy homes
         classifier homes behavior homes
        #
        interface GigabitEthernet0/1/6
         ip address 10.48.0.1 255.255.255.0
         traffic-policy homes inbound
        #
        nat instance homes id 1
         nat address-group out group-id 1 198.51.100.64 198.51.100.95
         nat outbound 3001 address-group out
        #${more}`;
}

/** What the domains whose users go to the instance give them, in the family that it translates. */
function leasedTo(device: Device, instance: ServiceInstance, { family }: Outbound): readonly Leased[] {
  const named = family === 4 ? /^ip-pool (\S+)$/ : /^ipv6-pool (\S+)$/;
  const pools = domainsTranslatedBy(device, instance).flatMap((domain) =>
    device.nameIndex
      .definitionsOf('domain', domain)
      .flatMap(({ line }) => inForce(line.lines))
      .flatMap((line) => (line.match?.undo ? [] : (named.exec(canonicalText(line))?.[1] ?? []))),
  );
  const keys = new Set(pools.map(nameKey));
  return device.pools
    .filter((pool) => pool.family === family && keys.has(pool.key))
    .flatMap((pool) => (family === 4 ? leasedSectionsOf(pool) : leasedPrefixesOf(device, pool)));
}

function leasedSectionsOf(pool: Pool): Leased[] {
  return sectionsOf(pool).map((section) => ({
    of: `pool ${pool.name}`,
    shown: sectionText(section),
    at: section.line,
    first: numberOf(section.first.value),
    end: numberOf(section.last.value) + 1n,
  }));
}

function leasedPrefixesOf({ views }: Device, pool: Pool): Leased[] {
  return prefixesOfPool(pool, views).map(({ line, prefix, text: shown }) => ({
    of: `pool ${pool.name}`,
    shown,
    at: line,
    ...rangeOfPrefix(prefix),
  }));
}

/** The LANs where users of the instance come in, unless the device may have routes to others behind them. */
function addressedBehind(device: Device, instance: ServiceInstance, { family }: Outbound): readonly Leased[] {
  const ports = portsTranslatedBy(device, instance);
  const isRouted =
    ports.some((port) => igpsOn(device, port, family).length > 0) ||
    runsBgp(device, family) ||
    staticRoutes(device).some((route) => route.family === family && route.target?.length !== 0);
  // Where the users of DS-Lite come from stands in the instance.
  if (isRouted || instance.kind === 'ds-lite') return [];
  return ports.flatMap((port) =>
    port.addresses
      .filter(({ linkLocal, prefix }) => !linkLocal && prefix.address.family === family)
      .map(({ prefix, at }) => ({ of: port.name, shown: subnetText(prefix), at, ...rangeOfPrefix(prefix) })),
  );
}

interface LeftOut extends Leased {
  /** What of the addresses, as the beginning of a text. */
  readonly part: string;
}

/** The first addresses that a rule cuts through, or of which no rule permits any. */
function leftOut(leased: readonly Leased[], permitted: readonly AddressRange[]): LeftOut | undefined {
  const covers = (own: AddressRange) => permitted.some(({ first, end }) => first <= own.first && own.end <= end);
  const cut = leased.find((own) => meet([own], permitted) && !covers(own));
  return cut ? { ...cut, part: 'a part of ' } : allLeftOut(leased, permitted);
}

/** The first addresses, where no rule permits any. */
function allLeftOut(leased: readonly Leased[], permitted: readonly AddressRange[]): LeftOut | undefined {
  const [first] = leased;
  return first && !leased.some((own) => meet([own], permitted)) ? { ...first, part: '' } : undefined;
}
