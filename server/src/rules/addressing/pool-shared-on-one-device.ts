// A pool that the backup service of one device hands over, and that the other device has and does not hand over: where the other names
// another pool in its place the two may differ in name only (docs/decisions/pools.md).
import type { Device, Pool, PoolUse } from '../../model/device';
import { sharedPools } from '../../model/services/shared-pools';
import { nameKey } from '../../model/names';
import { other, type ChannelEnd, type ChannelPair, type Side } from '../../model/pairing/pair';
import { insertInBlock } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { poolTextBeside } from '../shared/backup-services';

interface Facts {
  readonly device: Device;
  readonly lacking: ChannelEnd;
  readonly pool: Pool;
  readonly use: PoolUse;
}

export default pairRule<Facts>({
  id: 'pool-shared-on-one-device',
  requirement: 'HB-X-POOL-BOTH',
  title: 'A pool is handed over by the backup service of one device only',
  severity: 'warning',
  why: 'The device without it neither announces the addresses nor serves those who have them: after a switchover the users are cut off.',
  guide: ['vendor command reference: ip-pool, ipv6-pool (remote backup service view)'],
  *check(pair) {
    for (const channel of pair.channels) {
      for (const { a, b, uses, isExclusive } of sharedPools(pair, channel)) {
        const use = uses.a ?? uses.b;
        if (isExclusive || !use || use.more || (uses.a && uses.b)) continue;
        const side: Side = uses.a ? 'b' : 'a';
        if (namesAnother(channel, side, use)) continue;
        const [pool, lacking, having] = [side === 'a' ? a : b, pair[side], pair[other(side)]];
        const kind = use.family === 6 ? 'ipv6-pool' : 'ip-pool';
        const [own, ofPeer] = [channel[side].rbs.name, channel[other(side)].rbs.name];
        yield {
          at: channel[side].rbs.at,
          message: `${lacking.name}: RBS ${own} lacks ${kind} ${use.name.value}, which ${ofPeer} of ${having.name} has: users of the pool are cut off after a switchover; add the line`,
          peer: {
            at: use.name.at,
            message: `${having.name}: RBS ${ofPeer} has ${kind} ${use.name.value}, RBS ${own} of ${lacking.name} has not`,
          },
          facts: { device: lacking, lacking: channel[side], pool, use },
        };
      }
    }
  },
  fix({ device, lacking, pool, use }) {
    const text = poolTextBeside(use, pool);
    const edits = [insertInBlock(device, lacking.rbs.block, text)];
    return [{ title: `Add ${text} on ${device.name}`, edits, safe: false }];
  },
  examples: [
    {
      title: 'On one device only, IPv4 and IPv6',
      config:
        device('DeviceA', 1, ' ip-pool home metric 10\n         ipv6-pool home6 metric 10') +
        device('DeviceB', 2, ' ip-pool home metric 20').replace(
          'remote-backup-service s1',
          `remote-backup-service s1
                              ^^ DeviceB: RBS s1 lacks ipv6-pool home6, which s1 of DeviceA has: users of the pool are cut off after a switchover; add the line`,
        ) +
        `
        fixed:${device('DeviceB', 2, ' ip-pool home metric 20\n         ipv6-pool home6 metric 20')}`,
    },
    {
      title: 'Under another name; named by the profile; on both',
      config:
        device('DeviceA', 1, ' ip-pool home metric 10\n         ipv6-pool home6 metric 10') +
        device('DeviceB', 2, ' ip-pool office metric 20\n         ipv6-pool home6 metric 20'),
    },
  ],
});

/** Whether the service has a pool of the family that the other one has not: then the two may be one under two names. */
function namesAnother(channel: ChannelPair, side: Side, { family }: PoolUse): boolean {
  const keys = (side: Side) =>
    channel[side].rbs.pools.filter((use) => use.family === family).map((use) => nameKey(use.name.value));
  const ofPeer = new Set(keys(other(side)));
  return keys(side).some((key) => !ofPeer.has(key));
}

function device(name: string, own: 1 | 2, pools: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        remote-backup-service s1
         peer 10.5.0.${3 - own} source 10.5.0.${own} port 2000
        ${pools}
        #
        ip pool home bas local
         gateway 10.8.0.1 255.255.0.0
         section 0 10.8.0.2 10.8.9.255
        #
        ip pool office bas local
         gateway 10.9.0.1 255.255.0.0
         section 0 10.9.0.2 10.9.9.255
        #
        ipv6 pool home6 bas delegation
        #`;
}
