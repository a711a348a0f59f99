// A backup service that is shut down in its own view: the channel is off, whatever else is right.
import { removeLine } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import type { Place } from '../../model/place';
import { profilesOf } from '../../model/services/channels';

export default deviceRule<{ shutdown: Place; name: string }>({
  id: 'rbs-shut-down',
  requirement: 'HB-RBS-SHUTDOWN',
  title: 'A backup service that profiles use is shut down',
  severity: 'error',
  why: 'The channel is off, so nothing is backed up: after a switchover all users have to come online again.',
  guide: ['000 step 2.3'],
  *check(device) {
    for (const service of device.services.values()) {
      if (!service.shutdown) continue;
      const [profile] = profilesOf(service, device);
      if (!profile) continue;
      yield {
        at: service.shutdown,
        message: `${device.name}: RBS ${service.name} is shut down, so RBP ${profile.name} backs nothing up; undo shutdown`,
        also: [{ at: profile.at, message: `${device.name}: RBP ${profile.name} uses RBS ${service.name}` }],
        facts: { shutdown: service.shutdown, name: service.name },
      };
    }
  },
  fix: ({ shutdown, name }) => [{ title: `Take ${name} out of shutdown`, edits: [removeLine(shutdown)], safe: false }],
  examples: [
    {
      title: 'Used and shut down',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.12.2 source 10.0.12.1 port 2046
         shutdown
         ^^^^^^^^ DeviceA: RBS s1 is shut down, so RBP p1 backs nothing up; undo shutdown
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.12.2 source 10.0.12.1 port 2046
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
        #
      `,
    },
    {
      title: 'Not used, or taken out of shutdown',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.12.2 source 10.0.12.1 port 2046
         shutdown
         undo shutdown
        #
        remote-backup-service s2
         shutdown
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
        #
      `,
    },
  ],
});
