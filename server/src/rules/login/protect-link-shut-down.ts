// Packets that come back to the device whose users have moved go over the protection to the other one: not over a link that is shut
// down. Only a written `shutdown` counts (docs/decisions/interface-down.md).
import { shutdownOf } from '../../model/interface-state';
import type { Place } from '../../model/place';
import { sourceShutdown } from '../../model/services/channels';
import { protectionsOf } from '../../model/services/protection';
import { removeLine } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<{ shutdown: Place; name: string }>({
  id: 'protect-link-shut-down',
  requirement: 'HB-BR-PROTECT-UP',
  title: 'The link over which a backup service protects its users is shut down',
  severity: 'warning',
  why: 'Until the network has learned the new routes, packets for users that have moved come back to the old device and are lost there.',
  guide: ['vendor configuration files'],
  supersededBy: ['backup-peer-unreachable'],
  *check(device) {
    for (const service of device.services.values()) {
      for (const { line, interfaceKey: key } of protectionsOf(service)) {
        const down = key === undefined ? undefined : shutdownOf(device, key);
        // Where the channel goes down with the link, that is worse.
        if (!down || service.channels.some((channel) => sourceShutdown(device, channel)?.on === down.on)) continue;
        yield {
          at: down.at,
          message: `${device.name}: ${down.on.name} is shut down, and RBS ${service.name} has its protection there: packets for moved users are lost; undo shutdown`,
          also: [{ at: line, message: `${device.name}: RBS ${service.name} protects over ${down.on.name}` }],
          facts: { shutdown: down.at, name: down.on.name },
        };
      }
    }
  },
  fix: ({ shutdown, name }) => [{ title: `Take ${name} out of shutdown`, edits: [removeLine(shutdown)], safe: false }],
  examples: [
    {
      title: 'The link is shut down',
      config: `${device(`
         shutdown
         ^^^^^^^^ DeviceA: Eth-Trunk2 is shut down, and RBS s1 has its protection there: packets for moved users are lost; undo shutdown`)}
        fixed:${device('')}`,
    },
    { title: 'It is in use', config: device('') },
  ],
});

function device(shutdown: string): string {
  return `
        sysname DeviceA
        #
        remote-backup-service s1
         protect redirect ip-nexthop 10.0.4.2 interface Eth-Trunk2
        #
        interface Eth-Trunk2${shutdown}
         ip address 10.0.4.1 255.255.255.252
        #`;
}
