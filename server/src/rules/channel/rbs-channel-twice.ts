// Two backup services of one device with the same peer, source and port are one channel that is configured twice: what a copy or a
// second procedure leaves behind. Another port or another VPN instance makes a channel of its own.
import { deviceRule } from '../../diagnostics/rule';
import type { Channel, Device, Rbs } from '../../model/device';
import { vpnOf } from '../../model/routing/vpn';
import { profilesOf } from '../../model/services/channels';

export default deviceRule<undefined>({
  id: 'rbs-channel-twice',
  requirement: 'HB-RBS-ONCE',
  title: 'Two backup services of one device are one channel',
  severity: 'warning',
  why: 'Only one of the two can hold the connection to the peer: profiles of the other one are not backed up, and settings such as the SSL policy may differ between them.',
  guide: ['000 step 2.3'],
  *check(device) {
    if (device.services.size < 2) return;
    const first = new Map<string, { readonly service: Rbs; readonly channel: Channel }>();
    for (const service of device.services.values()) {
      for (const channel of service.channels) {
        const key = keyOf(device, channel);
        const other = first.get(key);
        if (!other) {
          first.set(key, { service, channel });
          continue;
        }
        if (other.service === service) continue;
        yield {
          at: channel.line,
          message: `${device.name}: RBS ${service.name} has the peer, source and port of RBS ${other.service.name}: only one connects; ${editFor(device, service)}`,
          also: [{ at: other.channel.line, message: `${device.name}: RBS ${other.service.name} has the same channel` }],
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'A second service with the ends of the first one',
      config: `
        sysname DeviceA
        #
        remote-backup-service core
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-service service1
         peer 10.255.0.2 source 10.255.0.1 port 6001
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: RBS service1 has the peer, source and port of RBS core: only one connects; use RBS core in profile p2
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service core
        #
        remote-backup-profile p2
         backup-id 2 remote-backup-service service1
        #
      `,
    },
    {
      title: 'Another port, another peer',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-service s2
         peer 10.255.0.2 source 10.255.0.1 port 6002
        #
        remote-backup-service s3
         peer 10.255.0.3 source 10.255.0.1 port 6001
        #
      `,
    },
  ],
});

function keyOf(device: Device, { family, peer, source, port }: Channel): string {
  const owner = device.addresses.get(source.value.key)?.[0]?.interface;
  return [family, peer.value.key, source.value.key, port.value, owner ? vpnOf(owner) : ''].join(' ');
}

function editFor(device: Device, service: Rbs): string {
  const [profile] = profilesOf(service, device);
  const [first] = [...device.services.values()].filter((other) => other !== service);
  return profile ? `use RBS ${first!.name} in profile ${profile.name}` : `remove ${service.name}`;
}
