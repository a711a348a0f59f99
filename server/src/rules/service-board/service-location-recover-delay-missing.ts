// A device that starts hears its interfaces come up one by one; recover-delay keeps the group quiet meanwhile
// (docs/decisions/service-board-backup.md).
import type { Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { insertAfter } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { intendedMaster } from '../../model/vrrp/roles';
import { recoverDelay } from '../../model/vrrp/timers';
import { exampleBoard } from '../testing/example-board';

export default pairRule<{ device: Device; line: MatchedLine }>({
  id: 'service-location-recover-delay-missing',
  requirement: 'HB-SL-PREEMPT',
  title: 'The master of a service-board pair has no VRRP recover-delay',
  severity: 'information',
  why: 'After a restart the group may take the role before the board and the routes are ready.',
  guide: ['vendor configuration guide: CGN reliability'],
  *check(pair) {
    for (const group of pair.groups) {
      const master = group.locations.length === 0 ? undefined : intendedMaster(pair, group);
      if (!master) continue;
      const device = pair[master];
      const candidate = group[master];
      if (recoverDelay({ device, group: candidate })) continue;
      yield {
        at: candidate.at,
        message: `${device.name} (master): VRRP group ${candidate.vrid} on ${candidate.interfaceName} has no recover-delay: after a restart the role may come before the board; add vrrp recover-delay 15`,
        facts: { device, line: candidate.lines.at(-1)! },
      };
    }
  },
  fix({ device, line }) {
    return [
      {
        title: `Add vrrp recover-delay 15 on ${device.name}`,
        edits: [insertAfter(device, line, 'vrrp recover-delay 15')],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'None on the master',
      config:
        exampleBoard('DeviceA', 1, {
          vrrp: `
                   ^ DeviceA (master): VRRP group 1 on GigabitEthernet0/1/8 has no recover-delay: after a restart the role may come before the board; add vrrp recover-delay 15
         vrrp vrid 1 priority 200`,
        }) +
        exampleBoard('DeviceB', 2) +
        `
        fixed:${exampleBoard('DeviceA', 1, {
          vrrp: `
         vrrp vrid 1 priority 200
         vrrp recover-delay 15`,
        })}`,
    },
    {
      title: 'For the whole device; on the interface',
      config:
        exampleBoard('DeviceA', 1, {
          ha: `
        vrrp recover-delay 20
        #`,
        }) + exampleBoard('DeviceB', 2),
    },
    {
      title: 'A group that no board follows',
      config:
        exampleBoard('DeviceA', 1, {
          vrrp: `
         vrrp vrid 1 priority 200
         vrrp recover-delay 20`,
          rest: otherGroup(200),
        }) + exampleBoard('DeviceB', 2, { rest: otherGroup(120) }),
    },
  ],
});

function otherGroup(priority: number): string {
  return `
        interface GigabitEthernet0/1/9
         ip address 10.0.9.${priority} 255.255.255.0
         vrrp vrid 2 virtual-ip 10.0.9.100
         vrrp vrid 2 priority ${priority}
        #`;
}
