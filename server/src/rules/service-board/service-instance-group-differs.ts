// An instance must run on the boards with the same numbers on both devices: those are the ones that back each other up.
import { pairRule } from '../../diagnostics/rule';
import type { InstanceGroup } from '../../model/device';
import { instanceGroupsOf, instancesOnBoth } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

export default pairRule<undefined>({
  id: 'service-instance-group-differs',
  requirement: 'HB-DSL-SAME',
  title: 'An instance runs on other service-locations on the other device',
  severity: 'error',
  why: 'Its sessions are backed up to a board on which the instance does not run.',
  guide: ['004 steps 4.3 and 5.3'],
  supersededBy: ['service-instance-group-location-undefined', 'service-location-missing-on-peer'],
  *check(pair) {
    const reported = new Set<InstanceGroup>();
    for (const { a, b } of instancesOnBoth(pair)) {
      const [ofA, ofB] = [instanceGroupsOf(pair.a, a)[0], instanceGroupsOf(pair.b, b)[0]];
      // A group without any location is a fault of its own.
      if (!ofA || !ofB || reported.has(ofA) || ofA.locations.length === 0 || ofB.locations.length === 0) continue;
      reported.add(ofA);
      const ids = (group: InstanceGroup) =>
        [...new Set(group.locations.map((id) => id.value))].sort((x, y) => x - y).join(', ');
      if (ids(ofA) === ids(ofB)) continue;
      const message = `${a.kind} instance ${a.name} runs on service-location ${ids(ofB)} on ${pair.b.name}, ${ids(ofA)} on ${pair.a.name}: the boards do not back each other up`;
      yield {
        at: (ofB.locations.find((id) => !ofA.locations.some((fact) => fact.value === id.value)) ?? ofB).at,
        message,
        peer: {
          at: (ofA.locations.find((id) => !ofB.locations.some((fact) => fact.value === id.value)) ?? ofA).at,
          message,
        },
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'A second board on one device',
      config:
        exampleBoard('DeviceA', 1) +
        exampleBoard('DeviceB', 2, {
          group: `
         service-location 1
         service-location 2
                          ^ ds-lite instance users runs on service-location 1, 2 on DeviceB, 1 on DeviceA`,
        }),
    },
    { title: 'The same board', config: exampleBoard('DeviceA', 1) + exampleBoard('DeviceB', 2) },
  ],
});
