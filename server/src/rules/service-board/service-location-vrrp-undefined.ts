// The group a service-location names must be on that interface. An interface that is not in the file says nothing
// (docs/decisions/excerpts-and-whole-files.md).
import type { Device, Group, ServiceLocation } from '../../model/device';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { groupOf } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<{ device: Device; location: ServiceLocation; groups: readonly Group[] }>({
  id: 'service-location-vrrp-undefined',
  requirement: 'HB-SL-VRRP',
  title: 'A service-location follows a VRRP group that is not on the interface it names',
  severity: 'error',
  why: 'The board has no role: it neither backs up nor takes over.',
  guide: ['004 step 3.5'],
  *check(device) {
    for (const location of device.locations.values()) {
      if (!location.group) continue;
      const owner = device.interfaces.get(location.group.interfaceKey);
      if (!owner || groupOf(device, location)) continue;
      const groups = owner.groups.filter((group) => group.family === 4);
      yield {
        at: location.group.vrid.at,
        message: `${device.name}: service-location ${location.id} follows VRRP group ${location.group.vrid.value}, but ${owner.name} has ${groups.length > 0 ? groups.map((group) => group.vrid).join(', ') : 'none'}`,
        also: [{ at: owner.at, message: `${device.name}: ${owner.name}` }],
        facts: { device, location, groups },
      };
    }
  },
  fix({ device, location, groups }) {
    return groups.map((group) => ({
      title: `Follow VRRP group ${group.vrid} on ${device.name}`,
      edits: [replace(location.group!.vrid.at, String(group.vrid))],
      safe: groups.length === 1,
    }));
  },
  examples: [
    {
      title: 'Group 2 for 1',
      config:
        exampleBoard('DeviceA', 1, {
          location: `
         location slot 3
         vrrp vrid 2 interface GigabitEthernet0/1/8
                   ^ DeviceA: service-location 1 follows VRRP group 2, but GigabitEthernet0/1/8 has 1
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.2`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1)}`,
    },
    {
      title: 'The group is there; the interface is not in the file',
      config: exampleBoard('DeviceA', 1, {
        rest: `
        service-location 2
         location slot 4
         vrrp vrid 9 interface GigabitEthernet0/2/9
        #`,
      }),
    },
  ],
});
