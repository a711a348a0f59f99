// Both devices name a pool of users who log in, and one alone has it: the other cannot serve those users. Where a file holds other
// pools, the name that is not there is a finding of that device alone (docs/decisions/pools.md).
import type { Device, Pool, PoolUse } from '../../model/device';
import { nameKey } from '../../model/names';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import { loginPools } from '../../model/services/shared-pools';
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import { exampleLogin } from '../testing/example-login';

export default pairRule<undefined>({
  id: 'pool-on-one-device',
  requirement: 'HB-BR-POOL-BOTH',
  title: 'A pool of users who log in is defined on one device only',
  severity: 'warning',
  why: 'The device without it has no addresses for them: after a switchover nobody logs in, and their routes are not announced.',
  guide: ['010 step 4.1'],
  supersededBy: ['pool-undefined'],
  *check(pair) {
    const reported = new Set<string>();
    for (const side of ['a', 'b'] as const)
      for (const use of loginPools(pair, side)) {
        const found = missing(pair, side, use);
        const key = `${side} ${use.family} ${nameKey(use.name.value)}`;
        if (!found || reported.has(key)) continue;
        reported.add(key);
        yield found;
      }
  },
  examples: [
    {
      title: 'The pool is on one device only',
      config:
        exampleLogin('DeviceA', 1, { profile: 'ip-pool home', after: pool() }) +
        exampleLogin('DeviceB', 2, {
          profile: `ip-pool home
                 ^^^^ DeviceB: ip pool home is not in this file, DeviceA has the pool: its users find no addresses after a switchover`,
        }),
    },
    {
      title: 'On both',
      config:
        exampleLogin('DeviceA', 1, { profile: 'ip-pool home', after: pool() }) +
        exampleLogin('DeviceB', 2, { profile: 'ip-pool home', after: pool(' rui-slave') }),
    },
  ],
});

function missing(pair: Pair, side: Side, use: PoolUse): RawFinding<undefined> | undefined {
  const [device, peer] = [pair[side], pair[other(side)]];
  const peerPool = poolNamed(peer, use);
  if (use.more || poolNamed(device, use) || !peerPool) return undefined;
  const kind = use.family === 6 ? 'ipv6 pool' : 'ip pool';
  return {
    at: use.name.at,
    message: `${device.name}: ${kind} ${use.name.value} is not in this file, ${peer.name} has the pool: its users find no addresses after a switchover`,
    peer: {
      at: peerPool.at,
      message: `${peer.name} has ${kind} ${peerPool.name}, which ${device.name} names and does not have`,
    },
    facts: undefined,
  };
}

function poolNamed({ pools }: Device, { family, name }: PoolUse): Pool | undefined {
  return pools.find((pool) => pool.family === family && pool.key === nameKey(name.value));
}

function pool(role = ''): string {
  return `ip pool home bas local${role}
         gateway 10.8.0.1 255.255.0.0
         section 0 10.8.0.2 10.8.9.255`;
}
