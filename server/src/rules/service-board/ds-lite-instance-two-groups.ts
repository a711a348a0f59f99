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
      const first = instance.groups.find((fact) => last && nameKey(fact.value) !== nameKey(last.value));
      if (!first || !last) continue;
      yield {
        at: last.at,
        message: `${device.name}: ${instance.kind} instance ${instance.name} names service-instance-groups ${first.value} and ${last.value}: only the last one counts`,
        also: [{ at: first.at, message: `${device.name}: ${first.value} is overwritten below` }],
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
                                ^^^^^^ DeviceA: ds-lite instance users names service-instance-groups group1 and group2: only the last one counts`,
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
