// A VRRP6 group has exactly one link-local address; the same line in two sections of one interface is still one.
import { isLinkLocal } from '../../model/address';
import type { Device, Group, VirtualIp } from '../../model/device';
import { removeLine } from '../../edits/config-edits';
import { groupName } from '../../model/vrrp/member';
import { deviceRule } from '../../diagnostics/rule';
import { peerGroup } from '../shared/peer-says';

export default deviceRule<{ group: Group; first: VirtualIp; second: VirtualIp }>({
  id: 'vrrp6-second-link-local',
  requirement: 'HB-V6-LL-ONE',
  title: 'A VRRP6 group has two link-local addresses',
  severity: 'error',
  why: 'A group accepts one link-local address and refuses another; it cannot be changed in place either.',
  guide: ['published YANG', 'CLI reference, vrrp6 vrid virtual-ip'],
  independentPer: 'group',
  *check(device: Device) {
    for (const group of device.groups) {
      const local = group.virtualIps.filter((ip) => group.family === 6 && ip.linkLocal && isLinkLocal(ip.address));
      const first = local[0];
      const reported = new Set([first?.address.key]);
      for (const second of local) {
        if (!first || reported.has(second.address.key)) continue;
        reported.add(second.address.key);
        yield {
          at: second.at,
          message: `${device.name}: ${groupName(group)} has link-local ${first.address.key.toUpperCase()} already: the device refuses ${second.address.key.toUpperCase()}; remove one`,
          also: [{ at: first.at, message: `${device.name}: the first link-local address` }],
          facts: { group, first, second },
        };
      }
    }
  },
  fix({ group, first, second }, pairs) {
    // The one that the peer has stays.
    const known = new Set(peerGroup(group, pairs)?.virtualIps.map((ip) => ip.address.key));
    const foreign = [second, first].filter((ip) => !known.has(ip.address.key));
    return (foreign.length === 1 ? foreign : [second, first]).map((ip) => ({
      title: `Remove ${ip.address.key.toUpperCase()}`,
      edits: [removeLine(ip.line)],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'Two different ones',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 virtual-ip FE80::2 link-local
                                 ^^^^^^^ DeviceA: VRRP6 group 1 has link-local FE80::1 already: the device refuses FE80::2; remove one
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
        #
      `,
    },
    {
      title: 'One a group; the same line again in a second section',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 2 virtual-ip FE80::2 link-local
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip fe80:0::1 link-local
        #
      `,
    },
  ],
});
