// A pool that a service or profile shares must be defined; judged only in files that define pools of that family
// (docs/decisions/pools.md).
import type { Device, Pool, PoolUse } from '../../model/device';
import { nameKey } from '../../model/names';
import { replace } from '../../edits/config-edits';
import { meant } from '../../text/edit-distance';
import type { Pair } from '../../model/pairing/pair';
import { deviceRule } from '../../diagnostics/rule';
import { seatsOf } from '../shared/peer-says';

export default deviceRule<{ device: Device; use: PoolUse }>({
  id: 'pool-undefined',
  requirement: 'HB-X-POOL-DEFINED',
  title: 'A backed-up address pool is not defined',
  severity: 'warning',
  why: 'The addresses of that pool are not backed up; after a switchover its users have to come online again.',
  guide: ['vendor command reference: ip-pool, ipv6-pool (remote backup service view)'],
  *check(device) {
    const known = new Set(device.pools.map((pool) => `${pool.family} ${pool.key}`));
    const families = new Set(device.pools.map((pool) => pool.family));
    const owners = [
      ...[...device.services.values()].map(({ name, pools }) => ({ name: `RBS ${name}`, pools })),
      ...[...device.profiles.values()].map(({ name, pools }) => ({ name: `RBP ${name}`, pools })),
    ];
    for (const owner of owners) {
      for (const use of owner.pools) {
        const isKnown = known.has(`${use.family} ${nameKey(use.name.value)}`);
        if (use.more || !families.has(use.family) || isKnown) continue;
        yield {
          at: use.name.at,
          severity: isSlip(device, use) ? 'error' : undefined,
          message: `${device.name}: ${owner.name} uses ${use.family === 6 ? 'ipv6' : 'ip'} pool ${use.name.value}, which is not in this file: no user of that pool is backed up; use one that is there`,
          facts: { device, use },
        };
      }
    }
  },
  fix({ device, use }, pairs) {
    const pools = device.pools.filter((pool) => pool.family === use.family && pool.bas);
    const probable = meant(
      use.name.value,
      pools.map((pool) => pool.name),
    );
    const named = namedByPeers(device, pairs);
    // What the peer backs up under that name too, else a slip of the fingers: any other pool is somebody else's.
    const mirrored = pools.filter((pool) => named.has(`${pool.family} ${pool.key}`) && !isNamed(device, pool));
    const candidates = mirrored.length > 0 ? mirrored : pools.filter((pool) => pool.name === probable);
    return candidates.map((pool) => ({
      title: `Use pool ${pool.name} on ${device.name}`,
      edits: [replace(use.name.at, pool.name)],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'A misspelled name',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         ip-pool hom metric 10
                 ^^^ DeviceA: RBS s1 uses ip pool hom, which is not in this file: no user of that pool is backed up; use one that is there
        #
        ip pool home bas local
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service s1
         ip-pool home metric 10
        #
        ip pool home bas local
        #
      `,
    },
    {
      title: 'Defined; an excerpt without pools of that family',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         ip-pool home metric 10
         ipv6-pool home6 metric 10
        #
        ip pool home bas local
        #
      `,
    },
  ],
});

function poolsNamed(device: Device): Set<string> {
  return new Set(
    [...device.services.values(), ...device.profiles.values()].flatMap((owner) =>
      owner.pools.map((use) => `${use.family} ${nameKey(use.name.value)}`),
    ),
  );
}

function namedByPeers(device: Device, pairs: readonly Pair[]): Set<string> {
  return new Set(seatsOf(device, pairs).flatMap(({ peer }) => [...poolsNamed(peer)]));
}

function isNamed(device: Device, pool: Pool): boolean {
  return poolsNamed(device).has(`${pool.family} ${pool.key}`);
}

/** The name is a slip of the one pool of the family that no backup of the device names: that pool is meant. */
function isSlip(device: Device, { family, name }: PoolUse): boolean {
  const unnamed = device.pools.filter((pool) => pool.family === family && !isNamed(device, pool));
  return (
    meant(
      name.value,
      unnamed.map((pool) => pool.name),
    ) !== undefined
  );
}
