// Over 600 s is the least the guide asks of the master; the more addresses, the longer the backup of their leases takes.
import { intendedMaster } from '../../model/vrrp/roles';
import type { Device } from '../../model/device';
import type { Fact } from '../../model/place';
import { poolsOf, type BoundPool } from '../../model/services/pools';
import { replace } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { dhcpExampleDevice } from '../testing/example-pair';

/** A pool of this size is large; the figure is ours, the guide names none. */
const many = 4096;
/** Up to here a delay counts as "just over 600 s". */
const short = 900;

export default pairRule<{ device: Device; delay: Fact<number> }>({
  id: 'dhcp-server-delay-short-for-pool',
  requirement: 'HB-DS-BIGPOOL',
  title: 'The preempt delay is short for a large DHCP pool',
  severity: 'information',
  why: 'The recovered master may take its role back before all leases are copied, and then refuses some renewals.',
  guide: ['002 step 1.4'],
  *check(pair) {
    for (const group of pair.groups) {
      if (!group.services.includes('dhcp-server')) continue;
      const master = intendedMaster(pair, group);
      if (!master) continue;
      const device = pair[master];
      const { delay } = group[master];
      if (!delay || delay.value <= 600 || delay.value > short) continue;
      const size = group.profiles
        .flatMap((profile) => poolsOf(profile[master], device))
        .reduce((sum, boundPool) => sum + addresses(boundPool), 0);
      if (size <= many) continue;
      yield {
        at: delay.at,
        message: `${device.name}: VRRP group ${group[master].vrid} may take the role back after ${delay.value} s with ${size} leases half copied; set 1800 s`,
        facts: { device, delay },
      };
    }
  },
  fix({ device, delay }) {
    return [
      { title: `Set the preempt delay to 1800 s on ${device.name}`, edits: [replace(delay.at, '1800')], safe: false },
    ];
  },
  examples: [
    {
      title: 'More than 4096 addresses and 601 s',
      config:
        dhcpExampleDevice(
          'DeviceA',
          1,
          large(`
         vrrp vrid 1 priority 200
         vrrp vrid 1 preempt-mode timer delay 601
                                              ^^^ DeviceA: VRRP group 1 may take the role back after 601 s with 5111 leases half copied; set 1800 s`),
        ) +
        dhcpExampleDevice('DeviceB', 2, large('')) +
        `
        fixed:${dhcpExampleDevice(
          'DeviceA',
          1,
          large(`
         vrrp vrid 1 priority 200
         vrrp vrid 1 preempt-mode timer delay 1800`),
        )}`,
    },
    {
      title: 'A small pool',
      config:
        dhcpExampleDevice('DeviceA', 1, {
          vrrp: `
         vrrp vrid 1 priority 200
         vrrp vrid 1 preempt-mode timer delay 601`,
        }) + dhcpExampleDevice('DeviceB', 2, {}),
    },
  ],
});

function addresses({ pool }: BoundPool): number {
  const number = (bytes: readonly number[]) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return pool.sections.reduce((sum, item) => sum + Math.max(0, number(item.to.bytes) - number(item.from.bytes) + 1), 0);
}

function large(vrrp: string): { pool: string; vrrp: string } {
  return {
    vrrp,
    pool: `
         section 0 10.2.0.1 10.2.19.247
         remote-backup-profile leases`,
  };
}
