// `peer-backup virtual` is for BRAS users alone, and not beside `rui-slave inbound without-forwarding`. Streams and tunnels go with
// these users: what it means for those no source says.
import type { Device, Rbp } from '../../model/device';
import { rbp } from '../../catalogue';
import { inForce } from '../../model/lines/in-force';
import { removeLine, replace } from '../../edits/config-edits';
import { deviceRule, type Fix, type RawFinding } from '../../diagnostics/rule';
import type { Place } from '../../model/place';
import { modeOf, serviceNotVirtual } from '../shared/backup-services';

type Facts = { readonly mode: Place } | { readonly line: Place };

export default deviceRule<Facts>({
  id: 'rbp-virtual-mode-unsuitable',
  requirement: 'HB-RBP-VIRTUAL',
  title: 'A profile is backed up virtually that cannot be',
  severity: 'warning',
  why: 'The device refuses the line or backs nothing up: after a switchover the users have to come online again.',
  guide: ['vendor command reference: peer-backup, rui-slave inbound'],
  independentPer: 'profile',
  supersededBy: ['rbp-mode-mismatch'],
  *check(device) {
    for (const profile of device.profiles.values()) {
      if (modeOf(profile) === 'virtual' && profile.mode) yield* problemsOf(device, profile, profile.mode.at);
    }
  },
  fix(facts): Fix[] {
    if ('mode' in facts) return [{ title: 'Back up hot', edits: [replace(facts.mode, 'hot')], safe: false }];
    return [{ title: 'Remove the line', edits: [removeLine(facts.line)], safe: false }];
  },
  examples: [
    {
      title: 'Another service',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type arp
         peer-backup virtual
                     ^^^^^^^ DeviceA: RBP p1 backs up arp in virtual mode, which is for BRAS users only: its entries are not backed up; use hot
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type arp
         peer-backup hot
        #
      `,
    },
    {
      title: 'Beside a backup that does not forward',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         peer-backup virtual
         rui-slave inbound without-forwarding
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: RBP p1 has without-forwarding and peer-backup virtual: the device accepts one of the two; remove the line
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         peer-backup virtual
        #
      `,
    },
    {
      title: 'BRAS users; hot',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         peer-backup virtual
        #
        remote-backup-profile p2
         service-type bras
         peer-backup hot
         rui-slave inbound without-forwarding
        #
      `,
    },
  ],
});

function* problemsOf(device: Device, profile: Rbp, mode: Place): Iterable<RawFinding<Facts>> {
  const service = serviceNotVirtual(profile);
  if (service) {
    yield {
      at: mode,
      message: `${device.name}: RBP ${profile.name} backs up ${service.value} in virtual mode, which is for BRAS users only: its entries are not backed up; use hot`,
      also: [{ at: service.at, message: `${device.name}: RBP ${profile.name} backs up ${service.value}` }],
      facts: { mode },
    };
  }
  const line = inForce([...profile.block.lines]).find(
    ({ match }) => match?.command === rbp.slaveInbound.id && !match.undo,
  );
  if (!line) return;
  yield {
    at: line,
    message: `${device.name}: RBP ${profile.name} has without-forwarding and peer-backup virtual: the device accepts one of the two; remove the line`,
    also: [{ at: mode, message: `${device.name}: RBP ${profile.name} is backed up virtually` }],
    facts: { line },
  };
}
