// The source of a channel that the other device of the pair has on an interface, and this one has not.
import type { Channel, Device } from '../../model/device';
import type { Pair } from '../../model/pairing/pair';
import { replace } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { interfaceWithAddress, typedPeer, typedSource } from '../shared/backup-services';

export default pairRule<{ device: Device; channel: Channel; expected?: string }>({
  id: 'rbs-source-is-remote',
  requirement: 'HB-RBS-SRC-LOCAL',
  title: 'The source of a backup service is an address of the other device',
  severity: 'error',
  why: 'A device can only send from an address of its own: the channel never comes up, and nothing is backed up.',
  guide: ['000 step 2.3', '002 step 2.3'],
  supersededBy: ['rbs-peer-is-local'],
  *check(pair) {
    for (const [device, other] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      for (const service of device.services.values()) {
        for (const channel of service.channels) {
          const { key } = channel.source.value;
          const owner = interfaceWithAddress(other, channel.source.value);
          if (!owner || device.addresses.has(key)) continue;
          const answer = otherEnd(pair, channel);
          yield {
            at: channel.source.at,
            message: `${device.name}: source ${typedSource(channel)} of RBS ${service.name} is on ${owner.name} of ${other.name}: the channel stays down; use an address of ${device.name}`,
            peer: {
              at: other.addresses.get(key)![0]!.address.at,
              message: `${other.name}: ${owner.name} has ${typedSource(channel)}, which RBS ${service.name} on ${device.name} uses as source`,
            },
            facts: {
              device,
              channel,
              expected: answer && device.addresses.has(answer.peer.value.key) ? typedPeer(answer) : undefined,
            },
          };
        }
      }
    }
  },
  fix({ device, channel, expected }) {
    if (expected === undefined) return [];
    return [
      {
        title: `Use source ${expected}, at which the other device expects ${device.name}`,
        edits: [replace(channel.source.at, expected)],
        safe: true,
      },
    ];
  },
  examples: [
    {
      title: 'DeviceA sends from the address of DeviceB',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.2 port 6001
                                ^^^^^^^^^^ DeviceA: source 10.255.0.2 of RBS s1 is on LoopBack0 of DeviceB: the channel stays down; use an address of DeviceA
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
        fixed:
        --- DeviceA.cfg
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
      title: 'Each sends from its own; a loopback that both have is not remote',
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
        interface LoopBack9
         ip address 10.255.9.9 255.255.255.255
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
        interface LoopBack9
         ip address 10.255.9.9 255.255.255.255
        #
      `,
    },
  ],
});

function otherEnd(pair: Pair, channel: Channel): Channel | undefined {
  for (const { a, b } of pair.channels) {
    if (a.channel === channel) return b.channel;
    if (b.channel === channel) return a.channel;
  }
  return undefined;
}
