// The addresses of users must be announced by whichever device serves them: those of the pools that a backup service shares, and the
// public ones of instances whose board is backed up. Judged where the device runs a routing protocol of that family, and nothing in
// it could carry them.
import { pairRule, type Fix, type RawFinding } from '../../diagnostics/rule';
import { insertInBlock } from '../../edits/config-edits';
import { bounds, type Family } from '../../model/address';
import type { Device, Pool } from '../../model/device';
import type { Range } from '../../model/incremental/range-view';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { announcers, mayAnnounce, type Announcer } from '../../model/routing/announcements';
import { networksOfPool, vpnOfPool } from '../../model/services/pool-addresses';
import { publicRanges } from '../../model/services/public-addresses';
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
}

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

function unannounced(pair: Pair, side: Side, family: Family): RawFinding<Facts> | undefined {
  const [device, peer] = [pair[side], pair[other(side)]];
  const missing = [...poolsOf(pair, side), ...rangesOf(pair, side)].filter(
    (shared) => shared.family === family && !mayAnnounce(device, family, shared.range),
  );
  const [first] = missing;
  const [announcer] = first ? announcers(device, family) : [];
  if (!first || !announcer) return undefined;
  const byPeer = missing.filter((shared) => mayAnnounce(peer, family, shared.range));
  const text = announcer.protocol === 'isis' && family === 6 ? 'ipv6 import-route unr' : 'import-route unr';
  const names = missing.length === 1 ? first.name : `${first.name} and ${missing.length - 1} more`;
  const outcome =
    byPeer.length > 0
      ? `${names} ${missing.length === 1 ? 'is' : 'are'} not announced, unlike on ${peer.name}`
      : `nothing announces ${names}`;
  return {
    at: announcer.head,
    severity: byPeer.length > 0 ? 'warning' : 'information',
    message: `${device.name}: ${announcer.name} has no ${text}: ${outcome}`,
    also: missing.map((shared) => ({ at: shared.at, message: `${device.name}: ${shared.name}` })),
    facts: { device, announcer, text },
  };
}

/** The pools that a backup service of the pair shares, and those of a profile, whose master alone announces them. */
function poolsOf(pair: Pair, side: Side): Shared[] {
  const pools = new Set<Pool>();
  for (const channel of pair.channels) for (const shared of sharedPools(pair, channel)) pools.add(shared[side]);
  return [...pools].map((pool) => {
    const net = networksOfPool(pool)[0]?.prefix;
    const range = net && { space: vpnOfPool(pool), ...bounds(net) };
    return { name: `pool ${pool.name}`, family: pool.family, range, at: pool.at };
  });
}

/** The public addresses of the instances whose boards are backed up, one range an instance. */
function rangesOf(pair: Pair, side: Side): Shared[] {
  return backedUpInstances(pair, side).flatMap((instance) =>
    publicRanges(instance)
      .slice(0, 1)
      .map((range) => ({
        name: `the public addresses of ${instance.name}`,
        family: range.first.value.family,
        range,
        at: range.line,
      })),
  );
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
