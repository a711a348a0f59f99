// A service-instance-group may follow a remote backup service, for NAT users that are BRAS users as well
// (docs/decisions/service-instance-groups.md).
import type { Device } from '../../model/device';
import { nameKey } from '../../model/names';
import type { Fact } from '../../model/place';
import { deviceRule } from '../../diagnostics/rule';
import { counterpartService, seatsOf } from '../shared/peer-says';
import { nameFixes } from '../shared/right-name';
import { exampleBoard } from '../testing/example-board';

const rbs = `
        remote-backup-service to-peer
         peer 10.0.0.2 source 10.0.0.1 port 2000
        #`;

export default deviceRule<{ device: Device; group: string; name: Fact<string> }>({
  id: 'service-instance-group-rbs-undefined',
  requirement: 'HB-X-SIG-RBS',
  title: 'A service-instance-group names a remote backup service that does not exist',
  severity: 'error',
  why: 'The device refuses the line: users and their translations are not backed up together.',
  guide: ['vendor command reference: remote-backup-service (service instance group view)'],
  *check(device) {
    for (const [key, group] of device.instanceGroups) {
      if (!group.rbs || device.services.has(nameKey(group.rbs.value))) continue;
      yield {
        at: group.rbs.at,
        message: `${device.name}: service-instance-group ${group.name} names RBS ${group.rbs.value}, which does not exist: users are backed up without translations; use a defined one`,
        facts: { device, group: key, name: group.rbs },
      };
    }
  },
  fix({ device, group, name }, pairs) {
    const shown = seatsOf(device, pairs).flatMap((seat) => {
      const answer = seat.peer.instanceGroups.get(group)?.rbs;
      return (answer && counterpartService(seat, answer.value)) ?? [];
    });
    return nameFixes({
      written: name,
      defined: [...device.services.values()].map((service) => service.name),
      shown: shown.map((service) => service.name),
      title: (service) => `Use RBS ${service} on ${device.name}`,
      isOnlyOne: device.services.size === 1,
    });
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
