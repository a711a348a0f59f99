// A channel on the link between the two boxes falls with that link. The guide allows it, so this is off unless asked
// for (docs/decisions/absence-is-not-a-finding.md).
import type { Channel, Device } from '../../model/device';
import { pairRule } from '../../diagnostics/rule';
import { hasLine } from '../../model/lines/canonical-text';
import { interfaceWithAddress } from '../shared/backup-services';

export default pairRule<null>({
  id: 'rbs-single-link',
  requirement: 'HB-RBS-SINGLE-LINK',
  title: 'A backup channel that depends on one link',
  severity: 'hint',
  off: true,
  why: 'When that one link fails the channel is down and nothing is backed up, although both devices still work; loopback addresses take any path.',
  guide: ['000 step 2.3'],
  *check(pair) {
    for (const { a, b } of pair.channels) {
      if (!onLink(pair.a, a.channel) || !onLink(pair.b, b.channel)) continue;
      if (hasLine(a.rbs.block, /^track /) || hasLine(b.rbs.block, /^track /)) continue;
      const message = `RBS ${a.rbs.name} of ${pair.a.name} and ${b.rbs.name} of ${pair.b.name} depend on one link: when that fails, nothing is backed up; use loopbacks`;
      yield { at: b.channel.source.at, message, peer: { at: a.channel.source.at, message }, facts: null };
    }
  },
  examples: [
    {
      title: 'On the addresses of the link',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 6001
        #
        interface GigabitEthernet0/1/1
         ip address 10.0.0.1 255.255.255.252
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 6001
                              ^^^^^^^^ RBS s1 of DeviceA and s1 of DeviceB depend on one link: when that fails, nothing is backed up; use loopbacks
        #
        interface GigabitEthernet0/1/1
         ip address 10.0.0.2 255.255.255.252
        #
      `,
    },
    {
      title: 'On loopbacks',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        interface LoopBack0
         ip address 10.255.0.1 255.255.255.255
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        interface LoopBack0
         ip address 10.255.0.2 255.255.255.255
        #
      `,
    },
  ],
});

function onLink(device: Device, channel: Channel): boolean {
  const owner = interfaceWithAddress(device, channel.source.value);
  return owner !== undefined && !owner.key.startsWith('loopback');
}
