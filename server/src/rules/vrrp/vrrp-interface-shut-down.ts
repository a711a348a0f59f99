// A hot-backup group stands on an interface that is shut down: the pair has one router left, and nobody to take over
// from it. Only a written `shutdown` says so (docs/decisions/interface-down.md); a management group with ignore-if-down
// keeps its role on such an interface.
import type { Group } from '../../model/device';
import { mainInterfaceKey } from '../../model/names';
import { isHotBackup } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { removeLine } from '../../edits/config-edits';
import { exampleDevice, examplePair } from '../testing/example-pair';
import { groupName, membersOf, type Member } from '../shared/vrrp-group';
import { pairRule } from '../../diagnostics/rule';

export default pairRule<{ shutdown: Place; name: string }>({
  id: 'vrrp-interface-shut-down',
  check: 'HB-X-V-SHUTDOWN',
  title: 'The interface of a hot-backup group is shut down',
  severity: 'warning',
  why: 'The device is no router of the group: when the other one fails, nobody takes its users over.',
  guide: ['RFC 9568 6.4.1'],
  each: 'group',
  *find(pair) {
    const told = new Set<Place>();
    for (const group of pair.groups) {
      const { a, b } = membersOf(pair, group);
      if (!isHotBackup(group)) continue;
      for (const [self, peer] of [
        [a, b],
        [b, a],
      ] as const) {
        const down = shutDown(self);
        if (
          !down ||
          !self.group.exists ||
          self.group.admin?.ignoreIfDown ||
          self.device.firewall ||
          told.has(down.shutdown)
        )
          continue;
        told.add(down.shutdown);
        yield {
          at: down.shutdown,
          message: `${self.device.name}: ${down.name} is shut down: nobody takes ${groupName(self.group)} over when ${peer.device.name} fails`,
          also: [{ at: self.group.at, message: `${groupName(self.group)} of ${self.device.name}` }],
          facts: down,
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

/** The `shutdown` that holds for the group: of its interface, or of the main interface below it. */
function shutDown({
  device,
  group,
}: {
  readonly device: Member['device'];
  readonly group: Group;
}): { readonly shutdown: Place; readonly name: string } | undefined {
  for (const key of [group.interfaceKey, mainInterfaceKey(group.interfaceKey)]) {
    const one = device.interfaces.get(key);
    if (one?.shutdown) return { shutdown: one.shutdown, name: one.name };
  }
  return undefined;
}
