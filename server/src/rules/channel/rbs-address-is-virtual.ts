// The channel runs between two boxes, so between addresses that stay with them. A virtual IP moves with the role.
import type { Channel, Device } from '../../model/device';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { groupsWithVirtualIp } from '../../model/vrrp/addresses';
import { ownAddresses, typed } from '../shared/backup-services';
import { answerOf } from '../shared/peer-says';

export default deviceRule<{ device: Device; channel: Channel; end: 'peer' | 'source' }>({
  id: 'rbs-address-is-virtual',
  requirement: 'HB-RBS-VIP',
  title: 'A backup service uses a VRRP virtual IP',
  severity: 'warning',
  why: 'A virtual IP is on the master only: the channel would break or end at the wrong device at the very switchover it is there for.',
  guide: ['000 step 2.3', '002 step 2.3'],
  *check(device) {
    for (const service of device.services.values()) {
      for (const channel of service.channels) {
        for (const end of ['source', 'peer'] as const) {
          const { value, at } = channel[end];
          if (device.addresses.has(value.key)) continue;
          const [group] = groupsWithVirtualIp(device, value);
          if (!group) continue;
          yield {
            at,
            message: `${device.name}: ${end} ${typed(channel.line, at)} of RBS ${service.name} is the virtual IP of group ${group.vrid} on ${group.interfaceName}: the channel breaks on a switchover; use a real address`,
            also: [
              {
                at: group.virtualIps.find((ip) => ip.address.key === value.key)!.at,
                message: `${device.name}: the virtual IP of group ${group.vrid} on ${group.interfaceName}`,
              },
            ],
            facts: { device, channel, end },
          };
          break;
        }
      }
    }
  },
  fix({ device, channel, end }, pairs) {
    const answer = answerOf(channel, pairs);
    if (end === 'peer') return [];
    return ownAddresses(device, channel.family)
      .filter(({ address }) => address.key === answer?.peer.value.key)
      .map(({ text, interface: owner }) => ({
        title: `Use source ${text} (${owner.name})`,
        edits: [replace(channel.source.at, text)],
        safe: false,
      }));
  },
  examples: [
    {
      title: 'The virtual IP as source',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.7.0.2 source 10.7.0.254 port 6001
                              ^^^^^^^^^^ DeviceA: source 10.7.0.254 of RBS s1 is the virtual IP of group 7 on GigabitEthernet0/1/7: the channel breaks on a switchover; use a real address
        #
        interface GigabitEthernet0/1/7
         ip address 10.7.0.1 255.255.255.0
         vrrp vrid 7 virtual-ip 10.7.0.254
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.7.0.1 source 10.7.0.2 port 6001
        #
        interface GigabitEthernet0/1/7
         ip address 10.7.0.2 255.255.255.0
         vrrp vrid 7 virtual-ip 10.7.0.254
        #
        fixed:
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.7.0.2 source 10.7.0.1 port 6001
        #
        interface GigabitEthernet0/1/7
         ip address 10.7.0.1 255.255.255.0
         vrrp vrid 7 virtual-ip 10.7.0.254
        #
      `,
    },
    {
      title: 'The own address of the VRRP interface; an address owner',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.7.0.2 source 10.7.0.1 port 6001
        #
        remote-backup-service s2
         peer 10.8.0.2 source 10.8.0.1 port 6001
        #
        interface GigabitEthernet0/1/7
         ip address 10.7.0.1 255.255.255.0
         vrrp vrid 7 virtual-ip 10.7.0.254
        #
        interface GigabitEthernet0/1/8
         ip address 10.8.0.1 255.255.255.0
         vrrp vrid 8 virtual-ip 10.8.0.1
        #
      `,
    },
  ],
});
