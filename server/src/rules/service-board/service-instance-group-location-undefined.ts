// A service-instance-group names service-locations of its own device.
import type { Device } from '../../model/device';
import type { Place } from '../../model/place';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { unusedLocations } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<{ device: Device; at: Place }>({
  id: 'service-instance-group-location-undefined',
  requirement: 'HB-SIG-BIND',
  title: 'A service-instance-group names a service-location that does not exist',
  severity: 'error',
  why: 'The device refuses the line: the instances of the group get no board.',
  guide: ['004 step 4.3'],
  supersededBy: ['service-location-missing-on-peer'],
  *check(device) {
    for (const group of device.instanceGroups.values()) {
      for (const id of group.locations) {
        if (device.locations.has(id.value)) continue;
        yield {
          at: id.at,
          message: `${device.name}: service-instance-group ${group.name} names service-location ${id.value}, which does not exist: no board serves the users`,
          evidence: unusedLocations(device),
          facts: { device, at: id.at },
        };
      }
    }
  },
  fix({ device, at }) {
    const ids = [...device.locations.keys()];
    return ids.map((id) => ({
      title: `Use service-location ${id} on ${device.name}`,
      edits: [replace(at, String(id))],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'Location 2 for 1',
      config:
        exampleBoard('DeviceA', 1, {
          group: `
         service-location 2 weight 10
                          ^ DeviceA: service-instance-group group1 names service-location 2, which does not exist: no board serves the users`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1, {
          group: `
         service-location 1 weight 10`,
        })}`,
    },
    { title: 'It exists', config: exampleBoard('DeviceA', 1) },
  ],
});
