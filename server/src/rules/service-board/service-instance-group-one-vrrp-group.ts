// Two boards share the load of one group of instances: each of their service-locations needs a VRRP group of its own, or both boards
// move at the fault of one.
import type { ServiceLocation } from '../../model/device';
import { deviceRule } from '../../diagnostics/rule';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<undefined>({
  id: 'service-instance-group-one-vrrp-group',
  requirement: 'HB-X-SIG-SPLIT',
  title: 'Two service-locations that share a load follow one VRRP group',
  severity: 'warning',
  why: 'Both boards have one role: one device carries all of the load, and the fault of one board moves the users of both.',
  guide: ['vendor configuration guide: CGN reliability'],
  // Where only one of the two devices has it, a line was copied.
  supersededBy: ['service-location-group-differs'],
  *check(device) {
    for (const { name, locations } of device.instanceGroups.values()) {
      const seen = new Map<string, number>();
      for (const { value: id, at } of locations) {
        const key = followed(device.locations.get(id));
        const first = key === undefined ? undefined : seen.get(key);
        if (key !== undefined && first === undefined) seen.set(key, id);
        if (first === undefined || first === id) continue;
        const { vrid, interface: on } = device.locations.get(id)!.group!;
        yield {
          at,
          evidence: [vrid.at],
          message: `${device.name}: service-locations ${first} and ${id} of ${name} both follow VRRP group ${vrid.value} on ${on.value}: the boards share no load; give each its own`,
          also: [{ at: vrid.at, message: `${device.name}: service-location ${id} follows VRRP group ${vrid.value}` }],
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'One VRRP group for both',
      config: board(
        1,
        '1',
        `
         service-location 1
         service-location 2
                          ^ DeviceA: service-locations 1 and 2 of group1 both follow VRRP group 1 on GigabitEthernet0/1/8: the boards share no load; give each its own`,
      ),
    },
    {
      title: 'One each; two that share no group of instances',
      config:
        board(
          1,
          '2',
          `
         service-location 1
         service-location 2`,
        ) +
        board(
          2,
          '1',
          `
         service-location 1`,
        ),
    },
  ],
});

/** The VRRP group from which the service-location takes its role. */
function followed(location: ServiceLocation | undefined): string | undefined {
  return location?.group && `${location.group.interfaceKey} ${location.group.vrid.value}`;
}

function board(own: 1 | 2, vrid: string, group: string): string {
  return exampleBoard(own === 1 ? 'DeviceA' : 'DeviceB', own, {
    group,
    rest: `
        service-location 2
         location slot 4
         vrrp vrid ${vrid} interface GigabitEthernet0/1/8
        #`,
  });
}
