// Without ignore-if-down a management group leaves the race when its interface goes down, and the board stays without a role.
import type { Device, Group } from '../../model/device';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { groupOf, interChassis } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<{ device: Device; group: Group }>({
  id: 'service-location-group-can-go-down',
  requirement: 'HB-SL-MVRRP',
  title: 'The management group of a service-location has no ignore-if-down',
  severity: 'information',
  why: 'When the interface of the group goes down the group turns to Initialize on this device instead of staying in a role.',
  guide: ['004 step 2.4'],
  *check(device) {
    const reported = new Set<Group>();
    for (const location of interChassis(device)) {
      const group = groupOf(device, location);
      if (!group?.admin || group.admin.ignoreIfDown || reported.has(group)) continue;
      reported.add(group);
      yield {
        at: group.admin.at,
        message: `${device.name}: management group ${group.vrid} of service-location ${location.id} lacks ignore-if-down: with the link down the board has no role; add ignore-if-down`,
        facts: { device, group },
      };
    }
  },
  fix({ device, group }) {
    const line = `admin-vrrp vrid ${group.vrid} ignore-if-down`;
    return [{ title: `Use ${line} on ${device.name}`, edits: [replace(group.admin!.line, line)], safe: false }];
  },
  examples: [
    {
      title: 'Without',
      config:
        exampleBoard('DeviceA', 1, {
          vrrp: `
         admin-vrrp vrid 1
                         ^ DeviceA: management group 1 of service-location 1 lacks ignore-if-down: with the link down the board has no role; add ignore-if-down`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1, {
          vrrp: `
         admin-vrrp vrid 1 ignore-if-down`,
        })}`,
    },
    { title: 'With', config: exampleBoard('DeviceA', 1) },
  ],
});
