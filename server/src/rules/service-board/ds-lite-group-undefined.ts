// The service-instance-group that a DS-Lite, NAT or NAT64 instance names must exist on the device.
import type { Device } from '../../model/device';
import { nameKey } from '../../model/names';
import type { Place } from '../../model/place';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<{ device: Device; at: Place }>({
  id: 'ds-lite-group-undefined',
  requirement: 'HB-DSL-BIND',
  title: 'An instance names a service-instance-group that does not exist',
  severity: 'error',
  why: 'The device refuses the line: the instance runs on no board.',
  guide: ['004 step 5.3'],
  *check(device) {
    for (const instance of device.instances) {
      for (const name of instance.groups) {
        if (device.instanceGroups.has(nameKey(name.value))) continue;
        yield {
          at: name.at,
          message: `${device.name}: ${instance.kind} instance ${instance.name} names service-instance-group ${name.value}, which does not exist: no board serves the users; use one that is defined`,
          facts: { device, at: name.at },
        };
      }
    }
  },
  fix({ device, at }) {
    return [...device.instanceGroups.values()].map((group) => ({
      title: `Use ${group.name} on ${device.name}`,
      edits: [replace(at, group.name)],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'A misspelled name',
      config:
        exampleBoard('DeviceA', 1, {
          instance: `ds-lite instance users id 1
         service-instance-group group2
                                ^^^^^^ DeviceA: ds-lite instance users names service-instance-group group2, which does not exist`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1)}`,
    },
    { title: 'It exists', config: exampleBoard('DeviceA', 1) },
  ],
});
