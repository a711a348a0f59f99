// A backup service that a profile uses needs a channel. A `peer` line that was not understood is a finding of its own.
import type { Device, InstanceGroup, Rbp, Rbs } from '../../model/device';
import { profilesOf } from '../../model/services/channels';
import { instanceGroupsOver } from '../../model/services/service-boards';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { channelText, ownAddresses } from '../shared/backup-services';
import { attempted } from '../shared/typo';

export default deviceRule<{ device: Device; service: Rbs }>({
  id: 'rbs-without-peer',
  requirement: 'HB-RBS-NOPEER',
  title: 'A backup service that a profile uses has no peer line',
  severity: 'error',
  why: 'Without `peer ... source ... port` there is no channel: nothing is handed to the other device, and users drop at a switchover.',
  guide: ['000 step 2.3', '002 step 2.3'],
  supersededBy: ['rbs-peer-on-one-device'],
  *check(device) {
    for (const service of device.services.values()) {
      if (service.channels.length > 0 || attempted(service.block, /^peer/)) continue;
      const users = profilesOf(service, device);
      // Boards that share no load do without a way across.
      const groups = instanceGroupsOver(service, device).filter(({ locations }) => locations.length > 1);
      if (users.length === 0 && groups.length === 0) continue;
      const without = `${device.name}: RBS ${service.name} has no peer line, so`;
      yield {
        at: service.at,
        message: `${without} ${effectOn(users, groups)}; add the line`,
        also: users.slice(0, 3).map((profile) => ({
          at: profile.rbs!.at,
          message: `${device.name}: RBP ${profile.name} uses RBS ${service.name}`,
        })),
        facts: { device, service },
      };
    }
  },
  fix({ device, service }) {
    const own = [...ownAddresses(device, 4), ...ownAddresses(device, 6)].sort(
      (x, y) => loopbackFirst(x.interface.key) - loopbackFirst(y.interface.key),
    );
    return own.slice(0, 3).map(({ text, address, interface: owner }) => ({
      title: `Add a peer line from ${text} (${owner.name}); the other device's address is for you to fill in`,
      edits: [
        insertInBlock(device, service.block, channelText(address.family, '<peer-address>', text, 1025), {
          first: true,
        }),
      ],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'Boards share a load over it',
      config: `
        sysname DeviceA
        #
        remote-backup-service across
                              ^^^^^^ DeviceA: RBS across has no peer line, so service-instance-group group1 has no way to the other device; add the line
        #
        service-instance-group group1
         service-location 1
         service-location 2
         remote-backup-service across
        #
      `,
    },
    {
      title: 'The service has a policy but no peer',
      config: `
        sysname DeviceA
        #
        remote-backup-service core-pair
                              ^^^^^^^^^ DeviceA: RBS core-pair has no peer line, so RBP tv-users backs up nothing; add the line
         bind ssl-policy rbs-tls
        #
        remote-backup-profile tv-users
         backup-id 7 remote-backup-service core-pair
        #
        interface LoopBack0
         ip address 10.255.0.1 255.255.255.255
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service core-pair
         peer <peer-address> source 10.255.0.1 port 1025
         bind ssl-policy rbs-tls
        #
        remote-backup-profile tv-users
         backup-id 7 remote-backup-service core-pair
        #
        interface LoopBack0
         ip address 10.255.0.1 255.255.255.255
        #
      `,
    },
    {
      title: 'A channel, a peer line that is cut, and a service that only a service-instance-group uses',
      config: `
        sysname DeviceA
        #
        remote-backup-service one
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-service two
         peer 10.255.0.2 source 10.255.0.1
        #
        remote-backup-service three
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service one
        #
        remote-backup-profile p2
         backup-id 2 remote-backup-service two
        #
        service-instance-group g1
         remote-backup-service three
        #
      `,
    },
  ],
});

function effectOn(users: readonly Rbp[], groups: readonly InstanceGroup[]): string {
  const [profile, ...more] = users;
  if (!profile) return `service-instance-group ${groups[0]!.name} has no way to the other device`;
  return more.length === 0 ? `RBP ${profile.name} backs up nothing` : `${users.length} profiles back up nothing`;
}

function loopbackFirst(key: string): number {
  return key.startsWith('loopback') ? 0 : 1;
}
