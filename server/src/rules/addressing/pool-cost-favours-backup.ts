// The network prefers to come in where a shared pool costs less: that is the master of its users. Where no cost is written it is 20 for
// a `rui-slave` pool, 10 for any other (docs/decisions/pools.md).
import { other, type Pair, type Side } from '../../model/pairing/pair';
import { defaultShareCost, isRuiSlave } from '../../model/services/pool-addresses';
import { mastersOf, sharedPools, type SharedPool } from '../../model/services/shared-pools';
import { replace } from '../../edits/config-edits';
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import { exampleSharedPool } from '../testing/example-shared-pool';

interface Facts {
  readonly pair: Pair;
  readonly pool: SharedPool;
  readonly master: Side;
}

export default pairRule<Facts>({
  id: 'pool-cost-favours-backup',
  requirement: 'HB-X-POOL-METRIC',
  title: 'The backup announces a shared pool at a cost that is not above the master',
  severity: 'warning',
  why: 'What comes back to the users enters through the backup and crosses over to the master, or is lost where there is no way across.',
  guide: ['010 step 4.3', 'vendor command reference: ip-pool, ipv6-pool (remote backup service view)'],
  supersededBy: ['pool-rui-slave-on-both'],
  *check(pair) {
    for (const channel of pair.channels) {
      const pools = sharedPools(pair, channel).filter(({ isExclusive }) => !isExclusive);
      // Where no pool is rui-slave, who owns them is a finding of its own.
      if (!pools.some(({ a, b }) => isRuiSlave(a) || isRuiSlave(b))) continue;
      const masters = mastersOf(pair, channel);
      const [master] = masters;
      if (masters.size !== 1 || master === undefined) continue;
      for (const pool of pools) {
        const found = finding(pair, pool, master);
        if (found) yield found;
      }
    }
  },
  fix({ pair, pool, master }) {
    const backup = other(master);
    const [ofMaster, ofBackup] = [pool.uses[master]!, pool.uses[backup]!];
    const [cost, backupCost] = [costOf(pool, master), costOf(pool, backup)];
    if (ofMaster.metric && ofBackup.metric && cost !== backupCost) {
      const edits = [replace(ofMaster.metric.at, String(backupCost)), replace(ofBackup.metric.at, String(cost))];
      return [{ title: `Give the metric ${backupCost} to ${pair[master].name}, the master`, edits, safe: false }];
    }
    const wanted = cost + 10;
    if (wanted > 65535) return [];
    const edit = ofBackup.metric
      ? replace(ofBackup.metric.at, String(wanted))
      : replace({ ...ofBackup.line, start: ofBackup.line.end }, ` metric ${wanted}`);
    return [{ title: `Set metric ${wanted} on ${pair[backup].name}`, edits: [edit], safe: false }];
  },
  examples: [
    {
      title: 'The metrics are exchanged',
      config: `${exampleSharedPool('DeviceA', 1, { metric: 'metric 20' })}${exampleSharedPool('DeviceB', 2, {
        metric: 'metric 10',
        standsBy: true,
        atService:
          "                             ^^ DeviceB: pool home costs 10 here and 20 on DeviceA, the master: return traffic enters through the backup; lower the master's metric",
      })}
        fixed:${exampleSharedPool('DeviceA', 1, { metric: 'metric 10' })}${exampleSharedPool('DeviceB', 2, { metric: 'metric 20', standsBy: true })}`,
    },
    {
      title: 'The cost of a rui-slave pool by default',
      config: `${exampleSharedPool('DeviceA', 1, { metric: 'metric 20' })}${exampleSharedPool('DeviceB', 2, {
        standsBy: true,
        atService: '                 ^^^^ DeviceB: pool home costs 20 (default) here and 20 on DeviceA, the master',
      })}
        fixed:${exampleSharedPool('DeviceB', 2, { metric: 'metric 30', standsBy: true })}`,
    },
    {
      title: 'The master is cheaper, by default too',
      config: exampleSharedPool('DeviceA', 1) + exampleSharedPool('DeviceB', 2, { standsBy: true }),
    },
    {
      title: 'It is master of users whose pool is not its own',
      config:
        exampleSharedPool('DeviceA', 1, { metric: 'metric 20', standsBy: true }) +
        exampleSharedPool('DeviceB', 2, { metric: 'metric 10' }),
    },
  ],
});

function finding(pair: Pair, pool: SharedPool, master: Side): RawFinding<Facts> | undefined {
  const backup = other(master);
  const [ofMaster, ofBackup] = [pool.uses[master], pool.uses[backup]];
  // Two metrics that are written and equal are a finding of their own; one pool stands by, so that the costs are known.
  if (!ofMaster || !ofBackup || ofMaster.more || ofBackup.more) return undefined;
  const [cost, backupCost] = [costOf(pool, master), costOf(pool, backup)];
  const isWritten = ofMaster.metric !== undefined && ofBackup.metric !== undefined;
  // A pool of the other device, of whose users this one is master: who is right no file tells.
  if (isRuiSlave(pool[master])) return undefined;
  const isTold = isWritten || isRuiSlave(pool.a) !== isRuiSlave(pool.b);
  if (!isTold || cost < backupCost || (isWritten && cost === backupCost)) return undefined;
  const text = (side: Side) => `${costOf(pool, side)}${pool.uses[side]?.metric ? '' : ' (default)'}`;
  const [name, masterName] = [pair[backup].name, pair[master].name];
  return {
    at: ofBackup.metric?.at ?? ofBackup.name.at,
    message: `${name}: pool ${pool[backup].name} costs ${text(backup)} here and ${text(master)} on ${masterName}, the master: return traffic enters through the backup; lower the master's metric`,
    peer: {
      at: ofMaster.metric?.at ?? ofMaster.name.at,
      message: `${masterName}: pool ${pool[master].name} costs ${text(master)} on the master and ${text(backup)} on ${name}: return traffic enters through the backup`,
    },
    facts: { pair, pool, master },
  };
}

/** What the service announces the pool at. */
function costOf(pool: SharedPool, side: Side): number {
  return pool.uses[side]?.metric?.value ?? defaultShareCost(isRuiSlave(pool[side]));
}
