// Which device owns a pool that both have is told by `rui-slave` on one of them, or by a better metric at the master of its users
// (docs/decisions/pools.md). Judged for each backup service, and silent where the profile names the pool: it is that profile's alone.
import { pluralize } from '../../text/plural';
import type { ChannelPair, Pair } from '../../model/pairing/pair';
import { isRuiSlave } from '../../model/services/pool-addresses';
import { mastersOf, sharedPools, type SharedPool } from '../../model/services/shared-pools';
import { pairRule, type Severity } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'pool-owner-unclear',
  requirement: 'HB-X-POOL-OWNER',
  title: 'Both devices own a shared pool',
  severity: 'warning',
  why: 'Both devices announce the same addresses as their own: what comes back to the users may enter through the backup.',
  guide: ['vendor command reference: ip pool (rui-slave), ip-pool (remote backup service view)'],
  *check(pair) {
    for (const channel of pair.channels) {
      const pools = sharedPools(pair, channel);
      const open = pools.filter(({ isExclusive }) => !isExclusive);
      const [first] = open;
      if (!first || pools.some(({ a, b }) => isRuiSlave(a) || isRuiSlave(b))) continue;
      const verdict = judged(pair, channel, open);
      if (!verdict) continue;
      const more = open.length > 1 ? ` (and ${pluralize(open.length - 1, 'other')})` : '';
      const message = `Pool ${first.a.name}${more} is rui-slave neither on ${pair.a.name} nor on ${pair.b.name}, ${verdict.why}`;
      yield {
        at: first.b.at,
        severity: verdict.severity,
        message,
        peer: { at: first.a.at, message },
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'The better metric is at the backup',
      config:
        device('DeviceA', 1, { metric: ' metric 20' }) +
        device('DeviceB', 2, {
          metric: ' metric 10',
          marks: `
                ^^^^ Pool home is rui-slave neither on DeviceA nor on DeviceB, and DeviceA, the master, does not have the better metric`,
        }),
    },
    {
      title: 'No metric tells either',
      config:
        device('DeviceA', 1, { metric: '' }) +
        device('DeviceB', 2, {
          metric: '',
          marks: `
                ^^^^ Pool home is rui-slave neither on DeviceA nor on DeviceB, and no metric tells which device owns the addresses`,
        }),
    },
    {
      title: 'The better metric is at the master; a profile names the pool; rui-slave on one device',
      config: device('DeviceA', 1, { metric: ' metric 10' }) + device('DeviceB', 2, { metric: ' metric 20' }),
    },
    {
      title: 'A profile names the pool',
      config:
        device('DeviceA', 1, { metric: '', profile: '\n         ip-pool home' }) +
        device('DeviceB', 2, { metric: '', profile: '\n         ip-pool home' }),
    },
    {
      title: 'On one device',
      config: device('DeviceA', 1, { metric: '' }) + device('DeviceB', 2, { metric: '', slave: ' rui-slave' }),
    },
  ],
});

function judged(
  pair: Pair,
  channel: ChannelPair,
  pools: readonly SharedPool[],
): { readonly severity: Severity; readonly why: string } | undefined {
  const masters = mastersOf(pair, channel);
  if (masters.size === 2) return { severity: 'warning', why: 'and each is master of some of its users' };
  const rated = pools.filter(({ uses }) => uses.a?.metric && uses.b?.metric);
  if (rated.length === 0)
    return { severity: 'information', why: 'and no metric tells which device owns the addresses' };
  const [master] = masters;
  // Equal metrics are told by a rule of their own, and an unknown master by none.
  if (master === undefined || rated.some((pool) => betterSide(pool) === master)) return undefined;
  return {
    severity: 'warning',
    why: `and ${pair[master].name}, the master, does not have the better metric`,
  };
}

/** The side from which the network prefers to come in: the lower metric. */
function betterSide({ uses: { a, b } }: SharedPool): 'a' | 'b' | undefined {
  const [ofA, ofB] = [a!.metric!.value, b!.metric!.value];
  if (ofA === ofB) return undefined;
  return ofA < ofB ? 'a' : 'b';
}

function device(
  name: string,
  own: 1 | 2,
  parts: { metric: string; slave?: string; marks?: string; profile?: string },
): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.5.0', 2000)}
         ip-pool home${parts.metric}
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2${parts.profile ?? ''}
        #
        ip pool home bas local${parts.slave ?? ''}${parts.marks ?? ''}
         gateway 10.8.0.1 255.255.0.0
         section 0 10.8.0.2 10.8.9.255
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.${own} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority ${own === 1 ? 150 : 120}
         remote-backup-profile p1
        #`;
}
