// Of the two ends of a channel one is written and the other is not: the missing line is the mirror of the one that is there.
import type { Channel, Device, Rbs } from '../../model/device';
import { profilesOf, sharesProfile } from '../../model/services/channels';
import { instanceGroupsOver } from '../../model/services/service-boards';
import { insertInBlock } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { channelText, typedPeer, typedSource } from '../shared/backup-services';
import { attempted } from '../shared/typo';

export default pairRule<{ device: Device; service: Rbs; answer: Channel }>({
  id: 'rbs-peer-on-one-device',
  requirement: 'HB-RBS-NOPEER',
  title: 'Only one device of the pair has the peer line of their channel',
  severity: 'error',
  why: 'The device that has the line finds nobody at the other end: the channel stays down and nothing is backed up.',
  guide: ['000 step 2.3', '002 step 2.3'],
  *check(pair) {
    for (const [device, other] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      const taken = new Set(pair.channels.flatMap((ends) => [ends.a.channel, ends.b.channel]));
      const free = [...other.services.values()].flatMap((peerService) =>
        peerService.channels.filter((channel) => !taken.has(channel)).map((channel) => ({ peerService, channel })),
      );
      for (const service of device.services.values()) {
        if (
          service.channels.length > 0 ||
          attempted(service.block, /^peer/) ||
          (profilesOf(service, device).length === 0 && instanceGroupsOver(service, device).length === 0)
        )
          continue;
        const open = free.filter(
          ({ peerService, channel }) =>
            device.addresses.has(channel.peer.value.key) || sharesProfile(pair, service, peerService),
        );
        const [only, second] = open;
        if (!only || second) continue;
        yield {
          at: service.at,
          message: `${device.name}: RBS ${service.name} has no peer line, though ${other.name} points ${only.peerService.name} here: nothing is backed up; add peer ${typedSource(only.channel)}`,
          peer: {
            at: only.channel.peer.at,
            message: `${other.name}: RBS ${only.peerService.name} points at ${typedPeer(only.channel)}, but ${service.name} on ${device.name} has no peer line`,
          },
          facts: { device, service, answer: only.channel },
        };
      }
    }
  },
  fix({ device, service, answer }) {
    const text = channelText(answer.family, typedSource(answer), typedPeer(answer), answer.port.value);
    return [
      {
        title: `Add "${text}" on ${device.name}`,
        edits: [insertInBlock(device, service.block, text, { first: true })],
        safe: true,
      },
    ];
  },
  examples: [
    {
      title: 'DeviceB lacks the line',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 6001
        #
        remote-backup-profile p1
         service-type mld
         backup-id 7 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/1
         ip address 10.0.0.1 255.255.255.0
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:7::1/64
         vrrp6 vrid 1 virtual-ip FE80::7 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:7::7
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
                              ^^ DeviceB: RBS s1 has no peer line, though DeviceA points s1 here: nothing is backed up; add peer 10.0.0.1
        #
        remote-backup-profile p1
         service-type mld
         backup-id 7 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/1
         ip address 10.0.0.2 255.255.255.0
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:7::2/64
         vrrp6 vrid 1 virtual-ip FE80::7 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:7::7
        #
        fixed:
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 6001
        #
        remote-backup-profile p1
         service-type mld
         backup-id 7 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/1
         ip address 10.0.0.2 255.255.255.0
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:7::2/64
         vrrp6 vrid 1 virtual-ip FE80::7 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:7::7
        #
      `,
    },
    {
      title: 'Both have their line',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 6001
        #
        remote-backup-profile p1
         backup-id 7 remote-backup-service s1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 6001
        #
        remote-backup-profile p1
         backup-id 7 remote-backup-service s1
        #
      `,
    },
  ],
});
