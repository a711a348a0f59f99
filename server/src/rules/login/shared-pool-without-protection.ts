// Both devices announce a pool that their backup services share. When the users move because their link has failed, what comes back to
// them goes on entering through the preferred device: it needs a way across to the other one (docs/decisions/way-back.md).
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import type { ChannelPair, Pair } from '../../model/pairing/pair';
import { vpnOfPool } from '../../model/services/pool-addresses';
import { protectLines, serves } from '../../model/services/protection';
import { carriesService } from '../../model/services/followed-groups';
import { isChosenByCost } from '../../model/routing/route-cost';
import { sharedPools, type SharedPool } from '../../model/services/shared-pools';
import { exampleLogin } from '../testing/example-login';

export default pairRule<undefined>({
  id: 'shared-pool-without-protection',
  requirement: 'HB-BR-ACROSS',
  title: 'Users of a shared pool have no way across between the devices',
  severity: 'warning',
  why: 'Both devices announce the pool: when the users move, what comes back to them still enters through the other device and is lost there.',
  guide: ['010 step 4.4'],
  supersededBy: ['login-backup-differs'],
  *check(pair) {
    for (const channel of pair.channels) {
      const found = withoutWay(pair, channel);
      if (found) yield found;
    }
  },
  examples: [
    {
      title: 'No protect line',
      config:
        device('DeviceA', 1, {
          atService:
            '                      ^^ DeviceA: RBS s1 shares pool home and has no protect line, nor has DeviceB: what comes back to users that have moved is lost',
        }) + device('DeviceB', 2),
    },
    {
      title: 'A way across for the public network, the pool is of a VPN',
      config:
        device('DeviceA', 1, {
          vpn: 'red',
          way: true,
          atService:
            '                      ^^ DeviceA: no protect line of RBS s1 serves VPN red of pool home: what comes back to users that have moved is lost',
        }) + device('DeviceB', 2, { vpn: 'red', way: true }),
    },
    {
      title: 'The files do not tell through which device the network comes back: information',
      config:
        device('DeviceA', 1, {
          isTold: false,
          atService:
            '                      ^^ DeviceA: RBS s1 shares pool home and has no protect line, nor has DeviceB: what comes back to users that have moved is lost',
        }) + device('DeviceB', 2, { isTold: false }),
    },
    {
      title: 'A way across',
      config: device('DeviceA', 1, { way: true }) + device('DeviceB', 2, { way: true }),
    },
    {
      title: 'The pool belongs to the profile',
      config: device('DeviceA', 1, { isExclusive: true }) + device('DeviceB', 2, { isExclusive: true }),
    },
  ],
});

function withoutWay(pair: Pair, channel: ChannelPair): RawFinding<undefined> | undefined {
  const { a, b } = { a: channel.a.rbs, b: channel.b.rbs };
  if (!carriesService(pair, 'a', a, 'bras')) return undefined;
  const pools = sharedPools(pair, channel).filter(({ uses, isExclusive }) => uses.a && uses.b && !isExclusive);
  const unserved = pools.find((pool) => ![a, b].some((service) => maybeServed(service, pool)));
  if (!unserved) return undefined;
  const { name } = unserved.a;
  const lost = 'what comes back to users that have moved is lost';
  const hasLines = protectLines(a).length + protectLines(b).length > 0;
  const message = hasLines
    ? `${pair.a.name}: no protect line of RBS ${a.name} serves ${networkOf(unserved)} of pool ${name}: ${lost}`
    : `${pair.a.name}: RBS ${a.name} shares pool ${name} and has no protect line, nor has ${pair.b.name}: ${lost}`;
  return {
    at: a.at,
    message,
    // Where no file tells through which device the network comes back, that it is the wrong one is not proved.
    severity: isChosenByCost(pair) ? undefined : 'information',
    peer: { at: b.at, message: `${pair.b.name}: RBS ${b.name} has no way across for pool ${name} either` },
    facts: undefined,
  };
}

/** A line that no source tells to serve these users or not is taken to serve them. */
function maybeServed(service: ChannelPair['a']['rbs'], { a }: SharedPool): boolean {
  return protectLines(service).some((line) => serves(line, a.family, vpnOfPool(a)) !== false);
}

function networkOf({ a }: SharedPool): string {
  const vpn = vpnOfPool(a);
  return vpn === '' ? 'the public network' : `VPN ${vpn}`;
}

interface Choices {
  readonly way?: boolean;
  readonly vpn?: string;
  readonly isExclusive?: boolean;
  /** The network learns the costs of the pool. */
  readonly isTold?: boolean;
  readonly atService?: string;
}

function device(name: string, own: 1 | 2, { way, vpn, isExclusive, isTold = true, atService }: Choices = {}): string {
  const across = `protect redirect ip-nexthop 10.0.1.${3 - own} interface GigabitEthernet0/1/1`;
  const shared = `ip-pool home metric ${own}0`;
  const service = [...(way ? [across] : []), ...(isExclusive ? [] : [shared])];
  const pool = [
    `ip pool home bas local${own === 2 ? ' rui-slave' : ''}`,
    ...(vpn ? [` vpn-instance ${vpn}`] : []),
    ' gateway 10.8.0.1 255.255.0.0',
    ' section 0 10.8.0.2 10.8.9.255',
  ];
  return exampleLogin(name, own, {
    service: service.length > 0 ? service.join('\n         ') : undefined,
    profile: isExclusive ? 'ip-pool home' : undefined,
    before: [...(isTold ? ['peer-backup route-cost auto-advertising', '#'] : []), ...pool].join('\n        '),
    atService,
  });
}
