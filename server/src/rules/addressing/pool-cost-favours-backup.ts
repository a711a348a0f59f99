// The network prefers to come in where a shared pool costs less: that is the master of its users. Where no cost is written it is 20 for
// a `rui-slave` pool, 10 for any other (docs/decisions/pools.md).
import { other, type Pair, type Side } from '../../model/pairing/pair';
import { defaultShareCost, isRuiSlave } from '../../model/services/pool-addresses';
import { mastersOf, sharedPools, type SharedPool } from '../../model/services/shared-pools';
import { replace } from '../../edits/config-edits';
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

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
      config:
        device('DeviceA', 1, ' metric 20') +
        device(
          'DeviceB',
          2,
          ` metric 10
                             ^^ DeviceB: pool home costs 10 here and 20 on DeviceA, the master: return traffic enters through the backup; lower the master's metric`,
          ' rui-slave',
        ) +
        `
        fixed:${device('DeviceA', 1, ' metric 10')}${device('DeviceB', 2, ' metric 20', ' rui-slave')}`,
    },
    {
      title: 'The cost of a rui-slave pool by default',
      config:
        device('DeviceA', 1, ' metric 20') +
        device(
          'DeviceB',
          2,
          `
                 ^^^^ DeviceB: pool home costs 20 (default) here and 20 on DeviceA, the master`,
          ' rui-slave',
        ) +
        `
        fixed:${device('DeviceB', 2, ' metric 30', ' rui-slave')}`,
    },
    {
      title: 'The master is cheaper, by default too',
      config: device('DeviceA', 1, '') + device('DeviceB', 2, '', ' rui-slave'),
    },
    {
      title: 'It is master of users whose pool is not its own',
      config: device('DeviceA', 1, ' metric 20', ' rui-slave') + device('DeviceB', 2, ' metric 10'),
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

function device(name: string, own: 1 | 2, metric: string, role = ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.5.0', 2000)}
         ip-pool home${metric}
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        ip pool home bas local${role}
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
