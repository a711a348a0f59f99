// The group a service-location names must be on that interface. An interface that is not in the file says nothing, unless another one
// has the group (docs/decisions/excerpts-and-whole-files.md).
import type { Device, Group, ServiceLocation } from '../../model/device';
import { replace } from '../../edits/config-edits';
import { deviceRule, type RawFinding } from '../../diagnostics/rule';
import { groupsNumbered } from '../../model/services/bindings';
import { groupOf } from '../../model/services/service-boards';
import { withNumberGivenBack } from '../shared/number-given-back';
import { exampleBoard } from '../testing/example-board';

interface Facts {
  readonly device: Device;
  readonly location: ServiceLocation;
  /** On the interface that is named; else those of that number elsewhere. */
  readonly groups: readonly Group[];
  readonly wrong: 'number' | 'interface';
}

export default deviceRule<Facts>({
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
      if (!owner) yield* onAbsentInterface(device, location);
      if (!owner || groupOf(device, location)) continue;
      const groups = owner.groups.filter((group) => group.family === 4);
      yield {
        at: location.group.vrid.at,
        message: `${device.name}: service-location ${location.id} follows VRRP group ${location.group.vrid.value}, but ${owner.name} has ${groups.length > 0 ? groups.map((group) => group.vrid).join(', ') : 'none'}`,
        also: [{ at: owner.at, message: `${device.name}: ${owner.name}` }],
        facts: { device, location, groups, wrong: 'number' },
      };
    }
  },
  fix({ device, location, groups, wrong }, pairs) {
    const { vrid, interface: on } = location.group!;
    const follow = groups.map((group) => ({
      title: `Follow VRRP group ${group.vrid} on ${device.name}`,
      edits: [wrong === 'number' ? replace(vrid.at, String(group.vrid)) : replace(on.at, group.interfaceName)],
      safe: groups.length === 1,
    }));
    return wrong === 'number' ? withNumberGivenBack(follow, device, groups, vrid.value, pairs) : follow;
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
      title: 'An interface that is not there; another one has the group',
      config:
        exampleBoard('DeviceA', 1, {
          location: `
         location slot 3
         vrrp vrid 1 interface GigabitEthernet0/1/9
                               ^^^^^^^^^^^^^^^^^^^^ DeviceA: service-location 1 follows VRRP group 1 of GigabitEthernet0/1/9, which is not there; GigabitEthernet0/1/8 has group 1: use that
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

function* onAbsentInterface(device: Device, location: ServiceLocation): Iterable<RawFinding<Facts>> {
  const { vrid, interface: on } = location.group!;
  const groups = groupsNumbered(device, 4, vrid.value);
  const [first] = groups;
  if (!first) return;
  yield {
    at: on.at,
    message: `${device.name}: service-location ${location.id} follows VRRP group ${vrid.value} of ${on.value}, which is not there; ${first.interfaceName} has group ${vrid.value}: use that`,
    also: [{ at: first.at, message: `${device.name}: ${first.interfaceName}` }],
    facts: { device, location, groups, wrong: 'interface' },
  };
}
