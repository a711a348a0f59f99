// The VRRP group must hear of a broken board, or the master keeps a role its board cannot fill. On the backup it is optional.
import type { Device, Group } from '../../model/device';
import { writtenPriority } from '../../model/vrrp/priority';
import { intendedMaster } from '../../model/vrrp/roles';
import { insertAfter } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { groupOf, sides } from '../../model/services/service-boards';
import { ignoresBoard } from '../shared/board-tracking';
import { exampleBoard } from '../testing/example-board';

export default pairRule<{ device: Device; group: Group; line: string }>({
  id: 'service-location-untracked',
  requirement: 'HB-SL-TRACK',
  title: 'The VRRP group of a service-location does not track it',
  severity: 'warning',
  why: 'When the board fails the device stays master, and the traffic of its users goes nowhere.',
  guide: ['004 step 6.3'],
  supersededBy: ['service-location-tracks-differ', 'service-location-group-differs'],
  *check(pair) {
    for (const location of pair.locations) {
      for (const { side, device, location: here } of sides(pair, location)) {
        const group = groupOf(device, here);
        if (!group || !ignoresBoard(device, group, here.id)) continue;
        const matched = pair.groups.find((couple) => couple[side] === group);
        const other = matched?.[side === 'a' ? 'b' : 'a'];
        const master = matched !== undefined && intendedMaster(pair, matched) === side;
        const gap = other ? writtenPriority(group) - writtenPriority(other) : 0;
        yield {
          at: group.at,
          evidence: [here.group!.vrid.at],
          severity: master ? 'warning' : 'information',
          message: `${device.name}${master ? ' (master)' : ''}: VRRP group ${group.vrid} on ${group.interfaceName} ignores service-location ${here.id}: ${master ? 'a lost board causes no switchover' : 'a lost board is not seen'}; track the board`,
          facts: {
            device,
            group,
            line: `vrrp vrid ${group.vrid} track service-location ${here.id}${master ? ` reduced ${Math.min(255, gap + 1)}` : ''}`,
          },
        };
      }
    }
  },
  fix({ device, group, line }) {
    return [
      { title: `Add ${line} on ${device.name}`, edits: [insertAfter(device, group.lines.at(-1)!, line)], safe: false },
    ];
  },
  examples: [
    {
      title: 'The master does not track its board',
      config:
        exampleBoard('DeviceA', 1, {
          vrrp: `
                   ^ DeviceA (master): VRRP group 1 on GigabitEthernet0/1/8 ignores service-location 1: a lost board causes no switchover; track the board
         vrrp vrid 1 priority 200`,
        }) +
        exampleBoard('DeviceB', 2) +
        `
        fixed:${exampleBoard('DeviceA', 1, {
          vrrp: `
         vrrp vrid 1 priority 200
         vrrp vrid 1 track service-location 1 reduced 81`,
        })}`,
    },
    { title: 'Both track', config: exampleBoard('DeviceA', 1) + exampleBoard('DeviceB', 2) },
  ],
});
