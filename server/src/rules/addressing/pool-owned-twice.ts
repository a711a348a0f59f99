// A pool belongs to one backup service, or to a profile: the role of its owner tells whether and at what cost the device announces
// its addresses (docs/decisions/pools.md).
import type { Device, PoolUse } from '../../model/device';
import { nameKey } from '../../model/names';
import { removeLine } from '../../edits/config-edits';
import { deviceRule, type RawFinding } from '../../diagnostics/rule';
import { exampleLogin } from '../testing/example-login';

interface Use {
  /** `RBS s1` or `RBP p1`. */
  readonly owner: string;
  readonly isService: boolean;
  readonly use: PoolUse;
}

export default deviceRule<readonly [Use, Use]>({
  id: 'pool-owned-twice',
  requirement: 'HB-X-POOL-ONE',
  title: 'A pool belongs to two backup services, or to a service and a profile',
  severity: 'error',
  why: 'The device accepts only one owner of a pool: the second line is refused, and the users of that owner have no route.',
  guide: ['010 step 4.2', '010 step 4.3', 'vendor command reference: ip-pool (remote backup service view)'],
  *check(device) {
    for (const [first, ...more] of usesByPool(device).values())
      for (const second of more)
        if (first && (first.isService || second.isService) && first.owner !== second.owner)
          yield found(device, first, second);
  },
  fix: (uses) =>
    uses.map(({ owner, use }) => ({
      title: `Remove the pool from ${owner}`,
      edits: [removeLine(use.line)],
      safe: false,
    })),
  examples: [
    {
      title: 'In the service and in the profile',
      config: device(
        `ip-pool home
                 ^^^^ DeviceA: RBS s1 and RBP p1 both have ip-pool home: a pool has one owner; remove one line`,
        'ip-pool home metric 10',
      ),
    },
    {
      title: 'In two services',
      config: exampleLogin('DeviceA', 1, {
        service: 'ip-pool home',
        after: `remote-backup-service s2
         peer 10.0.2.2 source 10.0.2.1 port 2046
         ip-pool home
                 ^^^^ DeviceA: RBS s1 and RBS s2 both have ip-pool home: a pool has one owner; remove one line`,
      }),
    },
    {
      title: 'Each pool has one owner; a name of both families is two pools',
      config: device('ip-pool office\n         ipv6-pool home', 'ip-pool home metric 10'),
    },
  ],
});

/** By family and name; services first, each in file order. */
function usesByPool({ services, profiles }: Device): ReadonlyMap<string, Use[]> {
  const found = new Map<string, Use[]>();
  const note = (owner: string, isService: boolean, pools: readonly PoolUse[]) => {
    for (const use of pools) {
      if (use.more) continue;
      const key = `${use.family} ${nameKey(use.name.value)}`;
      const uses = found.get(key) ?? [];
      if (uses.length === 0) found.set(key, uses);
      uses.push({ owner, isService, use });
    }
  };
  for (const { name, pools } of services.values()) note(`RBS ${name}`, true, pools);
  if (found.size === 0) return found;
  for (const { name, pools } of profiles.values()) note(`RBP ${name}`, false, pools);
  return found;
}

function found(device: Device, first: Use, second: Use): RawFinding<readonly [Use, Use]> {
  const { use, owner } = second;
  const kind = use.family === 6 ? 'ipv6-pool' : 'ip-pool';
  return {
    at: use.name.at,
    message: `${device.name}: ${first.owner} and ${owner} both have ${kind} ${use.name.value}: a pool has one owner; remove one line`,
    also: [{ at: first.use.name.at, message: `${device.name}: ${first.owner} has ${kind} ${use.name.value}` }],
    facts: [second, first],
  };
}

function device(profile: string, service: string): string {
  return exampleLogin('DeviceA', 1, { service, profile });
}
