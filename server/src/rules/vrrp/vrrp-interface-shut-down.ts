// A hot-backup group stands on an interface that is shut down: the pair has one router left, and nobody to take over
// from it. Only a written `shutdown` says so (docs/decisions/interface-down.md); a management group with ignore-if-down
// keeps its role on such an interface. A group that follows the management group of a backed-up board belongs to the backup too.
import type { Device, Group, ServiceLocation } from '../../model/device';
import { mapIndex } from '../../model/incremental/index-view';
import { shutdownOf } from '../../model/interface-state';
import { isHotBackup } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { removeLine } from '../../edits/config-edits';
import { groupName, membersOf } from '../../model/vrrp/member';
import { pairRule } from '../../diagnostics/rule';
import { exampleBoard } from '../testing/example-board';
import { exampleDevice, examplePair } from '../testing/example-pair';

export default pairRule<{ shutdown: Place; name: string }>({
  id: 'vrrp-interface-shut-down',
  requirement: 'HB-X-V-SHUTDOWN',
  title: 'The interface of a hot-backup group is shut down',
  severity: 'warning',
  why: 'The device is no router of the group: when the other one fails, nobody takes its users over.',
  guide: ['RFC 9568 6.4.1'],
  independentPer: 'group',
  *check(pair) {
    const reported = new Set<Place>();
    for (const group of pair.groups) {
      const { a, b } = membersOf(pair, group);
      const isOfBoard = followsBoard(a.device, a.group) && followsBoard(b.device, b.group);
      if (!isHotBackup(group) && !isOfBoard) continue;
      for (const [self, peer] of [
        [a, b],
        [b, a],
      ] as const) {
        const down = shutdownOf(self.device, self.group.interfaceKey);
        if (
          !down ||
          !self.group.exists ||
          self.group.admin?.ignoreIfDown ||
          self.device.firewall ||
          reported.has(down.at)
        )
          continue;
        reported.add(down.at);
        const bothDown = shutdownOf(peer.device, peer.group.interfaceKey) !== undefined;
        yield {
          at: down.at,
          // On one device it may be maintenance; on both nobody serves the users.
          severity: bothDown ? 'error' : 'warning',
          message: bothDown
            ? `${self.device.name}: ${down.on.name} is shut down, as on ${peer.device.name}: nobody is master of ${groupName(self.group)}; undo shutdown`
            : `${self.device.name}: ${down.on.name} is shut down: nobody takes ${groupName(self.group)} over when ${peer.device.name} fails; undo shutdown`,
          also: [{ at: self.group.at, message: `${self.device.name}: ${groupName(self.group)}` }],
          facts: { shutdown: down.at, name: down.on.name },
        };
      }
    }
  },
  fix: ({ shutdown, name }) => [{ title: `Take ${name} out of shutdown`, edits: [removeLine(shutdown)], safe: false }],
  examples: [
    {
      title: 'The backup',
      config: `${examplePair(
        {},
        {
          vrrp: `
         shutdown
         ^^^^^^^^ DeviceB: GigabitEthernet0/1/2 is shut down: nobody takes VRRP group 1 over when DeviceA fails`,
        },
      )}
        fixed:${exampleDevice('DeviceB', 2, {})}`,
    },
    {
      title: 'The master',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         shutdown
         ^^^^^^^^ nobody takes VRRP group 1 over when DeviceB fails`,
        },
        {},
      ),
    },
    {
      title: 'Both',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         shutdown
         ^^^^^^^^ DeviceA: GigabitEthernet0/1/2 is shut down, as on DeviceB: nobody is master of VRRP group 1`,
        },
        {
          vrrp: `
         shutdown
         ^^^^^^^^ DeviceB: GigabitEthernet0/1/2 is shut down, as on DeviceA`,
        },
      ),
    },
    {
      title: 'A group that follows the management group of a backed-up board',
      config:
        exampleBoard('DeviceA', 1, {
          rest: users(
            1,
            `
         shutdown
         ^^^^^^^^ DeviceA: GigabitEthernet0/1/3 is shut down: nobody takes VRRP group 2 over when DeviceB fails`,
          ),
        }) + exampleBoard('DeviceB', 2, { rest: users(2, '') }),
    },
    {
      title: 'Taken out of shutdown again, and an interface without users',
      config: examplePair(
        {
          rest: `
         shutdown`,
        },
        {
          vrrp: `
         shutdown
         undo shutdown`,
        },
      ),
    },
  ],
});

/** The users' interface of a device with a board. */
function users(own: 1 | 2, state: string): string {
  return `
        interface GigabitEthernet0/1/3
         ip address 10.0.9.${own} 255.255.255.0
         vrrp vrid 2 virtual-ip 10.0.9.100
         vrrp vrid 2 track admin-vrrp interface GigabitEthernet0/1/8 vrid 1 unflowdown${state}
        #`;
}

/** True where the group follows the management group from which a backed-up board takes its role. */
function followsBoard({ locations }: Device, { follows }: Group): boolean {
  return follows !== undefined && boardsByGroup(locations).has(`${follows.interfaceKey} ${follows.vrid.value}`);
}

const boardsByGroup = mapIndex(({ remote, group }: ServiceLocation) =>
  remote && group ? [`${group.interfaceKey} ${group.vrid.value}`] : [],
);
