// The addresses of users must be announced by whichever device serves them: those of the pools that a backup service shares, and the
// public ones of instances whose board is backed up. Judged where the device runs a routing protocol of that family, and nothing in
// it could carry them.
import { pairRule, type Fix, type RawFinding, type Severity } from '../../diagnostics/rule';
import { insertInBlock } from '../../edits/config-edits';
import { bounds, type Family } from '../../model/address';
import type { Device, Pool } from '../../model/device';
import type { Range } from '../../model/incremental/range-view';
import { canonicalText } from '../../model/lines/canonical-text';
import type { MatchedLine } from '../../model/lines/matched-line';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import {
  announcers,
  importLineOf,
  mayAnnounce,
  mayAnnounceOver,
  userRouteImporters,
  type Announcer,
} from '../../model/routing/announcements';
import { networksOfPool, prefixesOfPool, vpnOfPool } from '../../model/services/pool-addresses';
import { publicRanges, tunnelEnds, type PublicRange } from '../../model/services/public-addresses';
import { backedUpInstances } from '../../model/services/service-boards';
import { sharedPools } from '../../model/services/shared-pools';
import { exampleChannel } from '../testing/example-channel';

interface Facts {
  readonly device: Device;
  readonly announcer: Announcer;
  /** The line that is missing. */
  readonly text: string;
}

/** Addresses that both devices give to users. */
interface Shared {
  /** `pool homes` */
  readonly name: string;
  readonly family: Family;
  /** Absent where the file does not tell them. */
  readonly range?: Range;
  readonly at: Place;
  readonly isPlural?: true;
}

/** BGP that takes the routes of IPv4 users. */
const bgp = `
        bgp 64512
         ipv4-family unicast
          import-route unr
        #`;

export default pairRule<Facts>({
  id: 'backed-up-addresses-unannounced',
  requirement: 'HB-X-ANNOUNCED',
  title: 'No routing protocol announces the addresses of users that are backed up',
  severity: 'information',
  why: 'While this device serves the users, nothing comes back to them: the network has no route to their addresses.',
  guide: ['vendor command reference: import-route'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const side of ['a', 'b'] as const)
      for (const family of [4, 6] as const) {
        const found = unannounced(pair, side, family);
        if (found) yield found;
      }
  },
  fix: ({ device, announcer, text }) => importFix(device, announcer, text),
  examples: [
    {
      title: 'A shared pool that one device does not announce',
      config:
        device('DeviceA', 1, ' import-route unr\n        ') +
        device(
          'DeviceB',
          2,
          '',
          'DeviceB: ospf 1 has no import-route unr: pool homes is not announced, unlike on DeviceA',
        ) +
        `
        fixed:${device('DeviceB', 2, ' import-route unr\n        ')}`,
    },
    {
      title: 'A shared pool that neither announces',
      config:
        device('DeviceA', 1, '', 'DeviceA: ospf 1 has no import-route unr: nothing announces pool homes') +
        device('DeviceB', 2, '', 'DeviceB: ospf 1 has no import-route unr: nothing announces pool homes'),
    },
    {
      title: 'Announced by OSPF on one device and by BGP on both',
      config:
        device('DeviceA', 1, ' import-route unr\n        ', undefined, bgp) +
        device(
          'DeviceB',
          2,
          '',
          'DeviceB: ospf 1 has no import-route unr: ospf 1 of DeviceA alone announces pool homes',
          bgp,
        ) +
        `
        fixed:${device('DeviceB', 2, ' import-route unr\n        ', undefined, bgp)}`,
    },
    {
      title: 'Taken into another address family of BGP',
      config:
        device('DeviceA', 1, undefined, undefined, bgp) +
        device(
          'DeviceB',
          2,
          undefined,
          undefined,
          bgp
            .replace('ipv4', 'ipv6')
            .replace(
              '64512',
              '64512\n        ^^^^^^^^^ DeviceB: bgp 64512 has no import-route unr: pool homes is not announced, unlike on DeviceA',
            ),
        ),
    },
    {
      title: 'Announced over a static route and by BGP, and no routing protocol at all',
      config:
        device(
          'DeviceA',
          1,
          ' import-route static\n        ',
          undefined,
          `
        ip route-static 10.8.0.0 16 NULL0
        #
        `,
        ) +
        device(
          'DeviceB',
          2,
          undefined,
          undefined,
          `
        bgp 64512
         ipv4-family unicast
          network 10.8.0.0 255.255.0.0
        #`,
        ),
    },
  ],
});

/** One finding a family: nothing announces them, or not what announces them on the other device. */
function unannounced(pair: Pair, side: Side, family: Family): RawFinding<Facts> | undefined {
  const [device, peer] = [pair[side], pair[other(side)]];
  const all = [...poolsOf(pair, side), ...rangesOf(pair, side)].filter((shared) => shared.family === family);
  if (all.length === 0) return undefined;
  const missing = all.filter((shared) => !mayAnnounce(device, family, shared.range));
  return missing.length > 0 ? byNone(device, peer, missing) : notByProtocolOf(peer, device, all);
}

function byNone(device: Device, peer: Device, missing: readonly Shared[]): RawFinding<Facts> | undefined {
  const [{ family, range }] = missing as [Shared];
  const own = announcers(device, family, range?.space);
  // What announces them on the other device could here.
  const ofPeer = userRouteImporters(peer, family, range?.space ?? '');
  const announcer = own.find(({ protocol }) => ofPeer.has(protocol)) ?? own[0];
  if (!announcer) return undefined;
  const byPeer = missing.filter((shared) => mayAnnounce(peer, family, shared.range));
  const areThey = missing.length === 1 && !missing[0]!.isPlural ? 'is' : 'are';
  const outcome =
    byPeer.length > 0
      ? `${namesOf(missing)} ${areThey} not announced, unlike on ${peer.name}`
      : `nothing announces ${namesOf(missing)}`;
  return lacking(device, peer, announcer, missing, outcome, byPeer.length > 0 ? 'warning' : 'information');
}

/** Another protocol of this device announces them: who learns them over this one finds the other device alone. */
function notByProtocolOf(peer: Device, device: Device, all: readonly Shared[]): RawFinding<Facts> | undefined {
  const [{ family }] = all as [Shared];
  for (const { protocol, name } of announcers(peer, family)) {
    const missing = all.filter(
      ({ range }) =>
        range !== undefined &&
        userRouteImporters(peer, family, range.space).has(protocol) &&
        !mayAnnounceOver(device, protocol, family, range),
    );
    const own = missing.length > 0 && announcers(device, family).find((announcer) => announcer.protocol === protocol);
    if (own)
      return lacking(
        device,
        peer,
        own,
        missing,
        `${name} of ${peer.name} alone announces ${namesOf(missing)}`,
        'warning',
      );
  }
  return undefined;
}

function lacking(
  device: Device,
  peer: Device,
  announcer: Announcer,
  missing: readonly Shared[],
  outcome: string,
  severity: Severity,
): RawFinding<Facts> {
  const [{ family, range }] = missing as [Shared];
  const text = announcer.protocol === 'isis' && family === 6 ? 'ipv6 import-route unr' : 'import-route unr';
  return {
    at: announcer.head,
    severity,
    message: `${device.name}: ${announcer.name} has no ${text}${tableOf(announcer, family, range?.space)}: ${outcome}`,
    also: missing.map((shared) => ({ at: shared.at, message: `${device.name}: ${shared.name}` })),
    // With what the other device says of their cost.
    facts: { device, announcer, text: textOf(importLineOf(peer, announcer.protocol, text)) ?? text },
  };
}

/** A route policy is the device's own. */
function textOf(line: MatchedLine | undefined): string | undefined {
  const text = line && canonicalText(line);
  return text?.includes(' route-policy ') ? undefined : text;
}

/** The view of BGP in which the line is missing, where it is not the one that is meant by itself. */
function tableOf({ protocol }: Announcer, family: Family, vpn = ''): string {
  if (protocol !== 'bgp') return '';
  if (vpn !== '') return ` in ipv${family}-family vpn-instance ${vpn}`;
  return family === 6 ? ' in ipv6-family unicast' : '';
}

function namesOf([first, ...more]: readonly Shared[]): string {
  return more.length === 0 ? first!.name : `${first!.name} and ${more.length} more`;
}

/** The pools that a backup service of the pair shares, and those of a profile, whose master alone announces them. */
function poolsOf(pair: Pair, side: Side): Shared[] {
  const pools = new Set<Pool>();
  for (const channel of pair.channels) for (const shared of sharedPools(pair, channel)) pools.add(shared[side]);
  return [...pools].map((pool) => {
    const networks = pool.family === 4 ? networksOfPool(pool) : prefixesOfPool(pool, pair[side].views);
    const net = networks[0]?.prefix;
    const range = net && { space: vpnOfPool(pool), ...bounds(net) };
    return { name: `pool ${pool.name}`, family: pool.family, range, at: pool.at };
  });
}

/** The public addresses of the instances whose boards are backed up, one range an instance, and the ends of their tunnels. */
function rangesOf(pair: Pair, side: Side): Shared[] {
  return backedUpInstances(pair, side).flatMap((instance) => {
    const shared = (range: PublicRange, name: string, isPlural?: true): Shared => ({
      name: `${name} of ${instance.name}`,
      family: range.first.value.family,
      range,
      at: range.line,
      ...(isPlural ? { isPlural } : {}),
    });
    return [
      ...publicRanges(instance)
        .slice(0, 1)
        .map((range) => shared(range, 'the public addresses', true)),
      ...tunnelEnds(instance).map((range) => shared(range, 'the tunnel address')),
    ];
  });
}

/** BGP takes routes in per address family: which one is meant is more than a line. */
function importFix(device: Device, { head, protocol }: Announcer, text: string): Fix[] {
  const block = (device.views.get(protocol) ?? []).find(({ heads }) => heads.includes(head));
  if (protocol === 'bgp' || !block) return [];
  return [
    {
      title: `Add ${text} on ${device.name}`,
      edits: [insertInBlock(device, block, text, { first: true })],
      safe: false,
    },
  ];
}

/** `routing` are lines of OSPF above its area; undefined for no OSPF. */
function device(name: string, own: 1 | 2, routing: string | undefined, text?: string, rest = ''): string {
  const ospf = `
        ospf 1${text === undefined ? '' : `\n        ^^^^^^ ${text}`}
        ${routing} area 0.0.0.0
        #`;
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ip pool homes bas local
         gateway 10.8.0.1 255.255.0.0
         section 0 10.8.0.2 10.8.9.255
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
         ip-pool homes metric ${own}0
        #
        interface GigabitEthernet0/1/9
         ip address 10.0.0.${own} 255.255.255.252
         ospf enable 1 area 0.0.0.0
        #${routing === undefined ? '' : ospf}${rest}`;
}
