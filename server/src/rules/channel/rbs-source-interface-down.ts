// Only a written `shutdown` says that an interface is down; a missing `undo shutdown` says nothing
// (docs/decisions/interface-down.md).
import type { Place } from '../../model/place';
import { sourceShutdown } from '../../model/services/channels';
import { removeLine } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { typedSource } from '../shared/backup-services';

export default deviceRule<{ shutdown: Place; name: string }>({
  id: 'rbs-source-interface-down',
  requirement: 'HB-RBS-SRC-DOWN',
  title: 'The interface that has the source of a backup service is shut down',
  severity: 'error',
  why: 'While the interface is down its address does not answer, and the channel stays down with it.',
  guide: ['000 step 2.3'],
  *check(device) {
    for (const service of device.services.values()) {
      for (const channel of service.channels) {
        const down = sourceShutdown(device, channel);
        if (!down) continue;
        yield {
          at: channel.source.at,
          message: `${device.name}: ${down.has.name}, which has source ${typedSource(channel)} of RBS ${service.name}, is shut down: the channel is dead; undo shutdown`,
          also: [{ at: down.at, message: `${device.name}: ${down.on.name} is shut down here` }],
          facts: { shutdown: down.at, name: down.on.name },
        };
      }
    }
  },
  fix: ({ shutdown, name }) => [{ title: `Take ${name} out of shutdown`, edits: [removeLine(shutdown)], safe: false }],
  examples: [
    {
      title: 'The loopback is shut',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
                                ^^^^^^^^^^ DeviceA: LoopBack0, which has source 10.255.0.1 of RBS s1, is shut down: the channel is dead; undo shutdown
        #
        interface LoopBack0
         shutdown
         ip address 10.255.0.1 255.255.255.255
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        interface LoopBack0
         ip address 10.255.0.1 255.255.255.255
        #
      `,
    },
    {
      title: 'Nothing is said about shutdown',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        interface LoopBack0
         ip address 10.255.0.1 255.255.255.255
        #
      `,
    },
  ],
});
