// Which device owns a pool that both have is told by `rui-slave` on one of them, or by a better metric at the master of its users
// (docs/decisions/pools.md). Judged for each backup service, and silent where the profile names the pool: it is that profile's alone.
import { pluralize } from '../../text/plural';
import type { ChannelPair, Pair } from '../../model/pairing/pair';
import { isRuiSlave } from '../../model/services/pool-addresses';
import { mastersOf, sharedPools, type SharedPool } from '../../model/services/shared-pools';
import { pairRule, type Severity } from '../../diagnostics/rule';
import { exampleSharedPool } from '../testing/example-shared-pool';

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
        exampleSharedPool('DeviceA', 1, { metric: 'metric 20' }) +
        exampleSharedPool('DeviceB', 2, {
          metric: 'metric 10',
          atPool:
            '                ^^^^ Pool home is rui-slave neither on DeviceA nor on DeviceB, and DeviceA, the master, does not have the better metric',
        }),
    },
    {
      title: 'No metric tells either',
      config:
        exampleSharedPool('DeviceA', 1) +
        exampleSharedPool('DeviceB', 2, {
          atPool:
            '                ^^^^ Pool home is rui-slave neither on DeviceA nor on DeviceB, and no metric tells which device owns the addresses',
        }),
    },
    {
      title: 'The better metric is at the master; a profile names the pool; rui-slave on one device',
      config:
        exampleSharedPool('DeviceA', 1, { metric: 'metric 10' }) +
        exampleSharedPool('DeviceB', 2, { metric: 'metric 20' }),
    },
    {
      title: 'A profile names the pool',
      config:
        exampleSharedPool('DeviceA', 1, { profile: '         ip-pool home' }) +
        exampleSharedPool('DeviceB', 2, { profile: '         ip-pool home' }),
    },
    {
      title: 'On one device',
      config: exampleSharedPool('DeviceA', 1) + exampleSharedPool('DeviceB', 2, { standsBy: true }),
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
