// One instance, one service-instance-group: of two lines the last one wins
// (docs/decisions/repeated-lines-and-values.md).
import type { Fact } from '../../model/place';
import { nameKey } from '../../model/names';
import { deviceRule } from '../../diagnostics/rule';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<undefined>({
  id: 'ds-lite-instance-two-groups',
  requirement: 'HB-DSL-BIND',
  title: 'An instance names two service-instance-groups',
  severity: 'warning',
  why: 'Only the last one holds: the instance may run on other boards than the file seems to say.',
  guide: ['004 step 5.3'],
  *check(device) {
    for (const instance of device.instances) {
      const last: Fact<string> | undefined = instance.groups.at(-1);
      const first = instance.groups.find((one) => last && nameKey(one.value) !== nameKey(last.value));
      if (!first || !last) continue;
      yield {
        at: last.at,
        message: `${device.name}: ${instance.kind} instance ${instance.name} names ${first.value} and ${last.value}; one service-instance-group is all it takes`,
        also: [{ at: first.at, message: 'The first one, which is overwritten' }],
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'Two groups',
      config: exampleBoard('DeviceA', 1, {
        instance: `ds-lite instance users id 1
         service-instance-group group1
         service-instance-group group2
                                ^^^^^^ DeviceA: ds-lite instance users names group1 and group2`,
      }),
    },
    {
      title: 'One group, said twice',
      config: exampleBoard('DeviceA', 1, {
        instance: `ds-lite instance users id 1
         service-instance-group group1
         service-instance-group group1`,
      }),
    },
  ],
});
