// `peer` is the other device's address and `source` this one's; the two are easily swapped, or copied from the other file as they are.
import type { Channel, Device } from '../../model/device';
import type { FileEdit } from '../../edits/file-edit';
import { replace } from '../../edits/config-edits';
import { setAddress } from '../../edits/prefix-edits';
import { deviceRule, type Fix } from '../../diagnostics/rule';
import { interfaceWithAddress, typedPeer, typedSource } from '../shared/backup-services';
import { answerOf, onlyAddress, seatsOf } from '../shared/peer-says';

export default deviceRule<{ device: Device; channel: Channel; sourceIsOwn: boolean }>({
  id: 'rbs-peer-is-local',
  requirement: 'HB-RBS-PEER-IS-LOCAL',
  title: 'The peer of a backup service is an address of the device itself',
  severity: 'error',
  why: 'The device would open the channel to itself: it never comes up, and nothing is backed up.',
  guide: ['002 step 2.3'],
  *check(device) {
    for (const service of device.services.values()) {
      for (const channel of service.channels) {
        const owner = interfaceWithAddress(device, channel.peer.value);
        if (!owner) continue;
        const sourceIsOwn = device.addresses.has(channel.source.value.key);
        yield {
          at: channel.peer.at,
          message: sourceIsOwn
            ? `${device.name}: peer ${typedPeer(channel)} of RBS ${service.name} is the device's own address on ${owner.name}: the channel leads nowhere`
            : `${device.name}: swap peer and source of RBS ${service.name}: ${typedPeer(channel)} is the device's own address on ${owner.name}`,
          also: [
            {
              at: device.addresses.get(channel.peer.value.key)![0]!.address.at,
              message: `${device.name}: ${owner.name} has ${typedPeer(channel)}`,
            },
          ],
          facts: { device, channel, sourceIsOwn },
        };
      }
    }
  },
  fix({ device, channel, sourceIsOwn }, pairs) {
    if (sourceIsOwn) return [];
    const answer = answerOf(channel, pairs);
    if (!answer || !mirrorsAsItStands(channel, answer))
      return [{ title: 'Swap peer and source', edits: swapped(channel), safe: false }];
    const peer = seatsOf(device, pairs).find((seat) => seat.peer.file === answer.line.anchor.file)?.peer;
    // The other device has the address too: this one has copied it. Else both ends were written the wrong way round.
    if (peer?.addresses.has(channel.peer.value.key)) return copiedAddress(device, channel);
    const title = 'Swap peer and source on both devices';
    return [{ title, edits: [...swapped(channel), ...swapped(answer)], safe: false }];
  },
  examples: [
    {
      title: 'Copied from the other device as it was',
      config: `
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
              ^^^^^^^^^^ DeviceB: swap peer and source of RBS s1: 10.255.0.2 is the device's own address on LoopBack0
        #
        interface LoopBack0
         ip address 10.255.0.2 255.255.255.255
        #
        fixed:
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
    {
      title: 'Two addresses of one device',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer-ipv6 2001:db8:0:7::1 source-ipv6 2001:DB8:8::1 port 6001
                   ^^^^^^^^^^^^^^^ DeviceA: peer 2001:db8:0:7::1 of RBS s1 is the device's own address on GigabitEthernet0/1/7: the channel leads nowhere
        #
        interface GigabitEthernet0/1/7
         ipv6 enable
         ipv6 address 2001:DB8:0:7::1 64
        #
        interface GigabitEthernet0/1/8
         ipv6 enable
         ipv6 address 2001:DB8:8::1 64
        #
      `,
    },
    {
      title: 'A loopback as source, the peer elsewhere',
      config: `
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

/** The two ends of the channel mirror each other: the interface has taken the address of the other device. */
function copiedAddress(device: Device, channel: Channel): Fix[] {
  const owner = interfaceWithAddress(device, channel.peer.value);
  const wrong = owner && onlyAddress(owner, channel.family);
  if (!owner || !wrong) return [];
  const text = typedSource(channel);
  const title = `Give ${owner.name} of ${device.name} the address ${text}, which both ends of the channel name`;
  return [{ title, edits: [setAddress(wrong, text)], safe: false }];
}

function mirrorsAsItStands(channel: Channel, answer: Channel): boolean {
  return answer.peer.value.key === channel.source.value.key && answer.source.value.key === channel.peer.value.key;
}

function swapped(channel: Channel): FileEdit[] {
  return [replace(channel.peer.at, typedSource(channel)), replace(channel.source.at, typedPeer(channel))];
}
