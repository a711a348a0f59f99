// The source of a channel stands on some interface of the device: sub-interface, loopback, inside a VPN or a second
// address all count. A file without any interface address is an excerpt and says nothing
// (docs/decisions/rbs-source.md).
import type { Channel, Device } from '../../model/device';
import type { Pair } from '../../model/pairing/pair';
import { replace } from '../../edits/config-edits';
import { setAddress } from '../../edits/prefix-edits';
import { deviceRule, type Fix } from '../../diagnostics/rule';
import { meant } from '../../text/edit-distance';
import { ownAddresses, interfaceWithAddress, typedSource } from '../shared/backup-services';
import { answerOf, onlyAddress, seatsOf } from '../shared/peer-says';

export default deviceRule<{ device: Device; channel: Channel }>({
  id: 'rbs-source-not-local',
  requirement: 'HB-RBS-SRC-LOCAL',
  title: 'The source of a backup service is on no interface of the device',
  severity: 'warning',
  why: 'A device can only send from an address of its own: unless the interface is missing in this file, the channel never comes up.',
  guide: ['000 step 2.3', '002 step 2.3'],
  supersededBy: ['rbs-peer-is-local', 'rbs-source-is-remote', 'rbs-address-is-virtual', 'rbs-peer-source-not-mirrored'],
  *check(device) {
    if (device.addresses.size === 0) return;
    for (const service of device.services.values()) {
      for (const channel of service.channels) {
        if (device.addresses.has(channel.source.value.key)) continue;
        yield {
          at: channel.source.at,
          message: `${device.name}: source ${typedSource(channel)} of RBS ${service.name} is on no interface in this file: the channel cannot start`,
          facts: { device, channel },
        };
      }
    }
  },
  fix({ device, channel }, pairs) {
    const answer = answerOf(channel, pairs);
    if (answer?.peer.value.key === channel.source.value.key) return addressFixes(device, channel, answer, pairs);
    const own = ownAddresses(device, channel.family);
    const probable = meant(
      typedSource(channel),
      own.map(({ text }) => text),
    );
    // Any other address would be as good as none: the peer opens its end to one address.
    return own
      .filter(({ text, address }) => (answer ? address.key === answer.peer.value.key : text === probable))
      .map(({ text, interface: owner }) => ({
        title: `Use source ${text} (${owner.name})`,
        edits: [replace(channel.source.at, text)],
        safe: false,
      }));
  },
  examples: [
    {
      title: 'A wrong digit',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.11 port 6001
                                ^^^^^^^^^^^ DeviceA: source 10.255.0.11 of RBS s1 is on no interface in this file: the channel cannot start
        #
        interface GigabitEthernet0/1/1
         ip address 192.0.2.1 255.255.255.0
        #
        interface LoopBack0
         ip address 10.255.0.1 255.255.255.255
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        interface GigabitEthernet0/1/1
         ip address 192.0.2.1 255.255.255.0
        #
        interface LoopBack0
         ip address 10.255.0.1 255.255.255.255
        #
      `,
    },
    {
      title: 'A loopback in a VPN, a second address, a sub-interface',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-service s2
         peer 10.3.0.2 source 10.3.0.1 port 6001
        #
        remote-backup-service s3
         peer-ipv6 2001:db8:3::2 source-ipv6 2001:db8:3::1 port 6001
        #
        interface LoopBack0
         ip binding vpn-instance users
         ip address 10.255.0.1 32
        #
        interface GigabitEthernet0/1/1.3
         ip address 10.2.0.1 255.255.255.0
         ip address 10.3.0.1 255.255.255.0 sub
         ipv6 enable
         ipv6 address 2001:DB8:3::1/64
        #
      `,
    },
    {
      title: 'An excerpt without addresses',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
      `,
    },
  ],
});

/**
 * Both ends of the channel name one address, so the interface has the wrong one: the interface that answers the one with the peer's
 * source, else the one whose address differs by a typo.
 */
function addressFixes(device: Device, channel: Channel, answer: Channel, pairs: readonly Pair[]): Fix[] {
  const text = typedSource(channel);
  const peer = seatsOf(device, pairs).find(({ peer: device }) => device.file === answer.line.anchor.file)?.peer;
  const source = peer && interfaceWithAddress(peer, answer.source.value);
  const sameNamed = source && device.interfaces.get(source.key);
  const own = ownAddresses(device, channel.family);
  const typo = meant(
    text,
    own.map((item) => item.text),
  );
  const owner = sameNamed ?? own.find((item) => item.text === typo)?.interface;
  const wrong = owner && onlyAddress(owner, channel.family);
  // Users are on an interface with a group: its subnet is not the channel's.
  if (!owner || !wrong || owner.groups.length > 0) return [];
  const title = `Give ${owner.name} of ${device.name} the address ${text}, which both ends of the channel name`;
  return [{ title, edits: [setAddress(wrong, text)], safe: false }];
}
