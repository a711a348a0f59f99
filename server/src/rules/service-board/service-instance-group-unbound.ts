// A service-instance-group is where instances meet boards: without a service-location its instances run nowhere.
import { deviceRule } from '../../diagnostics/rule';
import { instanceGroupsOf } from '../../model/services/service-boards';
import type { Device, InstanceGroup } from '../../model/device';
import { insertInBlock } from '../../edits/config-edits';
import { canonicalText } from '../../model/lines/canonical-text';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<{ device: Device; group: InstanceGroup }>({
  id: 'service-instance-group-unbound',
  requirement: 'HB-SIG-BIND',
  title: 'A service-instance-group has no service-location',
  severity: 'error',
  why: 'The instances of the group get no board: their users are not served, and nothing is backed up.',
  guide: ['004 step 4.3'],
  *check(device) {
    const used = new Set(device.instances.flatMap((instance) => instanceGroupsOf(device, instance)));
    for (const group of device.instanceGroups.values()) {
      if (
        group.locations.length > 0 ||
        group.block.lines.some((line) => canonicalText(line).startsWith('service-location'))
      )
        continue;
      yield {
        at: group.at,
        severity: used.has(group) ? 'error' : 'information',
        message: `${device.name}: service-instance-group ${group.name} has no service-location: no board serves the users; add one`,
        facts: { device, group },
      };
    }
  },
  fix({ device, group }) {
    return [...device.locations.keys()].map((id) => ({
      title: `Add service-location ${id} on ${device.name}`,
      edits: [insertInBlock(device, group.block, `service-location ${id}`, { first: true })],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'Empty',
      config:
        exampleBoard('DeviceA', 1, {
          group: `
                               ^^^^^^ DeviceA: service-instance-group group1 has no service-location: no board serves the users; add one`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1)}`,
    },
    { title: 'Bound', config: exampleBoard('DeviceA', 1) },
  ],
});
