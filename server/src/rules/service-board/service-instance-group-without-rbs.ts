// Two boards share the load of one group of instances: what comes back for a user may reach the device whose board does not have the
// session. The remote backup service of the group is its way to the other one.
import type { Device, InstanceGroup } from '../../model/device';
import { deviceRule } from '../../diagnostics/rule';
import { insertInBlock } from '../../edits/config-edits';
import { groupOf } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

interface Facts {
  readonly device: Device;
  readonly group: InstanceGroup;
}

export default deviceRule<Facts>({
  id: 'service-instance-group-without-rbs',
  requirement: 'HB-X-SIG-RBS',
  title: 'Boards of both devices share the load of a group that names no remote backup service',
  severity: 'warning',
  why: 'Both devices are master of some users: packets that come back to the other device have no way across.',
  guide: ['012 step 4.3', '004 step 4.3', 'vendor configuration guide: CGN reliability'],
  *check(device) {
    for (const group of device.instanceGroups.values()) {
      if (group.rbs || group.block.lines.some((line) => /^remote-backup-service\b/i.test(line.text.trim()))) continue;
      const [first, second] = sharedBetween(device, group);
      if (!first || !second) continue;
      yield {
        at: group.at,
        message: `${device.name}: service-locations ${first} and ${second} of service-instance-group ${group.name} share its load without an RBS: packets have no way across; add one`,
        facts: { device, group },
      };
    }
  },
  fix({ device, group }) {
    return [...device.services.values()]
      .filter(({ channels }) => channels.length > 0)
      .slice(0, 3)
      .map(({ name }) => ({
        title: `Add remote-backup-service ${name} on ${device.name}`,
        edits: [insertInBlock(device, group.block, `remote-backup-service ${name}`)],
        safe: false,
      }));
  },
  examples: [
    {
      title: 'Two locations, two VRRP groups, no RBS',
      config: `${board('                               ^^^^^^ DeviceA: service-locations 1 and 2 of service-instance-group group1 share its load without an RBS: packets have no way across; add one')}
        fixed:${board(undefined, '\n         remote-backup-service s1')}`,
    },
    { title: 'With one', config: board(undefined, '\n         remote-backup-service s1') },
    { title: 'One location', config: exampleBoard('DeviceA', 1) },
  ],
});

/** Two locations of the group that back up to another device and take their roles from groups of their own. */
function sharedBetween(device: Device, { locations }: InstanceGroup): number[] {
  const seen = new Map<unknown, number>();
  for (const { value: id } of locations) {
    const location = device.locations.get(id);
    const followed = location?.remote && groupOf(device, location);
    if (followed && !seen.has(followed)) seen.set(followed, id);
  }
  return [...seen.values()];
}

function board(carets?: string, rbs = ''): string {
  return exampleBoard('DeviceA', 1, {
    group: `${carets === undefined ? '' : `\n${carets}`}
         service-location 1
         service-location 2${rbs}`,
    rest: `
        remote-backup-service s1
         peer 10.0.8.2 source 10.0.8.1 port 2046
        #
        service-location 2
         location slot 4
         vrrp vrid 2 interface GigabitEthernet0/1/9
         remote-backup interface GigabitEthernet0/1/9 peer 10.0.9.2
        #
        interface GigabitEthernet0/1/9
         ip address 10.0.9.1 255.255.255.0
         vrrp vrid 2 virtual-ip 10.0.9.100
         admin-vrrp vrid 2 ignore-if-down
         vrrp vrid 2 track service-location 2 reduced 90
        #`,
  });
}
