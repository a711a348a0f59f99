// A `rui-slave` pool backs up what the other device leases, and a backup service or a profile says over which channel. Named by none on
// either device it backs up nothing. Judged where such lines are in the files: other pools are named, or the file is whole.
import { pairRule } from '../../diagnostics/rule';
import type { Device, Pool, PoolUse } from '../../model/device';
import { listIndex, mapIndex } from '../../model/incremental/index-view';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';
import { nameKey } from '../../model/names';
import { other } from '../../model/pairing/pair';
import { isRuiSlave } from '../../model/services/pool-addresses';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'pool-rui-slave-unshared',
  requirement: 'HB-X-POOL-OWNER',
  title: 'A rui-slave pool is in no backup service and in no profile',
  severity: 'warning',
  why: 'Nothing of its leases is backed up: after a switchover users of the pool are unknown, and their addresses are leased again.',
  guide: ['vendor command reference: ip pool (rui-slave), ip-pool (remote backup service view)'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices || pair.channels.length === 0) return;
    for (const side of ['a', 'b'] as const) {
      const [device, peer] = [pair[side], pair[other(side)]];
      const slaves = slavePools(device.pools, undefined).get('slave');
      if (slaves.length === 0) continue;
      if (!(device.isWholeFile || isNamed(device, anyPool)) || namesGroups(device)) continue;
      for (const pool of slaves) {
        if (isNamed(device, pool.key) || isNamed(peer, pool.key)) continue;
        if (!peer.pools.some(({ bas, key, family }) => bas && key === pool.key && family === pool.family)) continue;
        const word = pool.family === 4 ? 'ip-pool' : 'ipv6-pool';
        yield {
          at: wordsAt(
            pool.block.heads.find((head) => canonicalText(head).endsWith(' rui-slave'))!,
            Infinity,
          ),
          message: `${device.name}: pool ${pool.name} is rui-slave, but no RBS and no RBP names the pool: its users are not backed up; add ${word} ${pool.name} to the RBS on both devices`,
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'Another pool is named',
      config:
        device('DeviceA', 1, '', 'other') +
        device(
          'DeviceB',
          2,
          ` rui-slave
                               ^^^^^^^^^ DeviceB: pool home is rui-slave, but no RBS and no RBP names the pool: its users are not backed up; add ip-pool home to the RBS on both devices`,
          'other',
        ),
    },
    { title: 'Named', config: device('DeviceA', 1, '', 'home') + device('DeviceB', 2, ' rui-slave', 'home') },
  ],
});

const slavePools = listIndex((pool: Pool) => (isRuiSlave(pool) ? ['slave'] : []));

/** By the pools that they name: backup services, and of thousands of profiles those that name pools of their own. */
const byNamedPool = mapIndex(({ pools }: { readonly pools: readonly PoolUse[] }) =>
  pools.flatMap(({ name }) => [nameKey(name.value), anyPool]),
);
const anyPool = '';

function isNamed({ services, profiles }: Device, key: string): boolean {
  return byNamedPool(services).has(key) || byNamedPool(profiles).has(key);
}

/** A group of pools may hold any. */
function namesGroups({ services }: Device): boolean {
  return [...services.values()].some(({ block }) =>
    block.lines.some((line) => /^(?:ip|ipv6)-pool-group /.test(canonicalText(line))),
  );
}

function device(name: string, own: 1 | 2, slave: string, named: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ip pool other bas local
         gateway 10.9.0.1 255.255.0.0
         section 0 10.9.0.2 10.9.9.255
        #
        ip pool home bas local${slave}
         gateway 10.8.0.1 255.255.0.0
         section 0 10.8.0.2 10.8.9.255
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
         ip-pool ${named} metric ${own}0
        #
        interface GigabitEthernet0/1/9
         ip address 10.0.0.${own} 255.255.255.252
        #`;
}
