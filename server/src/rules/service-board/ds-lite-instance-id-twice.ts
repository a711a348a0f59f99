// Instances of one kind are told apart by their number: the procedure says so of DS-Lite, NAT follows it
// (docs/decisions/instance-ids.md).
import type { ServiceInstance } from '../../model/device';
import { deviceRule } from '../../diagnostics/rule';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<undefined>({
  id: 'ds-lite-instance-id-twice',
  requirement: 'HB-DSL-RANGE',
  title: 'Two instances of one kind have the same id',
  severity: 'error',
  why: 'The device refuses the second instance: its users are not served.',
  guide: ['004 step 5.2'],
  *check(device) {
    const seen = new Map<string, ServiceInstance>();
    for (const instance of device.instances) {
      if (!instance.id) continue;
      const key = `${instance.kind} ${instance.id.value}`;
      const first = seen.get(key);
      if (!first) seen.set(key, instance);
      else if (first.key !== instance.key) {
        yield {
          at: instance.id.at,
          severity: instance.kind === 'ds-lite' ? 'error' : 'warning',
          message: `${device.name}: ${instance.kind} instances ${first.name} and ${instance.name} both have id ${instance.id.value}: the device refuses the second`,
          also: [
            {
              at: first.id!.at,
              message: `${device.name}: ${first.kind} instance ${first.name} has id ${instance.id.value} first`,
            },
          ],
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'One id twice',
      config: exampleBoard('DeviceA', 1, {
        instance: `ds-lite instance users id 1
         service-instance-group group1
        #
        ds-lite instance guests id 1
                                   ^ DeviceA: ds-lite instances users and guests both have id 1
         service-instance-group group1`,
      }),
    },
    {
      title: 'Two kinds may share a number',
      config: exampleBoard('DeviceA', 1, {
        instance: `ds-lite instance users id 1
         service-instance-group group1
        #
        nat instance users id 1
         service-instance-group group1`,
      }),
    },
  ],
});
