// A service-instance-group may follow a remote backup service, for NAT users that are BRAS users as well
// (docs/decisions/service-instance-groups.md).
import type { Device } from '../../model/device';
import { nameKey } from '../../model/names';
import type { Place } from '../../model/place';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { exampleBoard } from '../testing/example-board';

const rbs = `
        remote-backup-service to-peer
         peer 10.0.0.2 source 10.0.0.1 port 2000
        #`;

export default deviceRule<{ device: Device; at: Place }>({
  id: 'service-instance-group-rbs-undefined',
  requirement: 'HB-X-SIG-RBS',
  title: 'A service-instance-group names a remote backup service that does not exist',
  severity: 'error',
  why: 'The device refuses the line: users and their translations are not backed up together.',
  guide: ['vendor command reference: remote-backup-service (service instance group view)'],
  *check(device) {
    for (const group of device.instanceGroups.values()) {
      if (!group.rbs || device.services.has(nameKey(group.rbs.value))) continue;
      yield {
        at: group.rbs.at,
        message: `${device.name}: service-instance-group ${group.name} names RBS ${group.rbs.value}, which does not exist: users are backed up without translations; use a defined one`,
        facts: { device, at: group.rbs.at },
      };
    }
  },
  fix({ device, at }) {
    return [...device.services.values()].map((rbs) => ({
      title: `Use RBS ${rbs.name} on ${device.name}`,
      edits: [replace(at, rbs.name)],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'A misspelled name',
      config:
        exampleBoard('DeviceA', 1, {
          group: `
         service-location 1
         remote-backup-service to-pear
                               ^^^^^^^ DeviceA: service-instance-group group1 names RBS to-pear, which does not exist: users are backed up without translations; use a defined one`,
          rest: rbs,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1, {
          group: `
         service-location 1
         remote-backup-service to-peer`,
          rest: rbs,
        })}`,
    },
    {
      title: 'Names are compared without case',
      config: exampleBoard('DeviceA', 1, {
        group: `
         service-location 1
         remote-backup-service To-Peer`,
        rest: rbs,
      }),
    },
  ],
});
