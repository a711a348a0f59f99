// An instance reaches its boards through a service-instance-group. Asked only where the device backs boards up at all.
import type { Device, ServiceInstance } from '../../model/device';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { exampleBoard } from '../testing/example-board';
import { interChassis } from '../../model/services/service-boards';
import { canonicalText } from '../../model/lines/canonical-text';

export default deviceRule<{ device: Device; instance: ServiceInstance }>({
  id: 'ds-lite-instance-unbound',
  requirement: 'HB-DSL-BIND',
  title: 'A DS-Lite instance is bound to no service-instance-group',
  severity: 'error',
  why: 'The instance runs on no board of the hot-backup pair: its users lose their sessions at a switchover.',
  guide: ['004 step 5.3'],
  *check(device) {
    if (interChassis(device).length === 0) return;
    for (const instance of device.instances) {
      if (
        instance.kind !== 'ds-lite' ||
        instance.block.lines.some((line) => canonicalText(line).startsWith('service-instance-group'))
      )
        continue;
      yield {
        at: instance.at,
        message: `${device.name}: ds-lite instance ${instance.name} has no service-instance-group`,
        facts: { device, instance },
      };
    }
  },
  fix({ device, instance }) {
    const groups = [...device.instanceGroups.values()];
    return groups.map((group) => ({
      title: `Bind ${group.name} on ${device.name}`,
      edits: [insertInBlock(device, instance.block, `service-instance-group ${group.name}`, { first: true })],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'No group',
      config:
        exampleBoard('DeviceA', 1, {
          instance: `ds-lite instance users id 1
                         ^^^^^ DeviceA: ds-lite instance users has no service-instance-group
         ds-lite alg all`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1, {
          instance: `ds-lite instance users id 1
         service-instance-group group1
         ds-lite alg all`,
        })}`,
    },
    { title: 'A group', config: exampleBoard('DeviceA', 1) },
  ],
});
