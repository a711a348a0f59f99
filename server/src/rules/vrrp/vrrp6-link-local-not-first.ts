// The first address a VRRP6 group is given must be a link-local one: the device refuses the group otherwise.
import { isLinkLocal } from '../../model/address';
import type { Device, Group, VirtualIp } from '../../model/device';
import { insertBefore, removeLine } from '../../edits/config-edits';
import { groupName } from '../../model/vrrp/member';
import { deviceRule } from '../../diagnostics/rule';
import { peerGroup } from '../shared/peer-says';
import { hasUnread } from '../shared/unread-values';

export default deviceRule<{ device: Device; group: Group; first: VirtualIp; later: VirtualIp | undefined }>({
  id: 'vrrp6-link-local-not-first',
  requirement: 'HB-V6-LL-FIRST',
  title: 'The first virtual address of a VRRP6 group is not link-local',
  severity: 'error',
  why: 'A VRRP6 group begins with a link-local address; the device refuses the line, and the users have no gateway.',
  guide: ['000 step 1.5'],
  independentPer: 'group',
  *check(device) {
    if (device.firewall) return;
    for (const group of device.groups) {
      const first = group.virtualIps[0];
      // An FE80 address without the keyword is another fault.
      if (
        group.family !== 6 ||
        !first ||
        first.linkLocal ||
        isLinkLocal(first.address) ||
        hasUnread({ device, group }, 'virtual-ip')
      )
        continue;
      const later = group.virtualIps.find((ip) => ip.linkLocal);
      yield {
        at: first.at,
        message: `${device.name}: ${groupName(group)} begins with ${first.address.key.toUpperCase()}: the device refuses that before a link-local one; put FE80:: first`,
        also: later && [{ at: later.at, message: `${device.name}: the link-local address comes too late` }],
        facts: { device, group, first, later },
      };
    }
  },
  fix({ device, group, first, later }, pairs) {
    if (later)
      return [
        {
          title: 'Move the link-local address to the top',
          edits: [removeLine(later.line), insertBefore(device, first.line, later.line.text)],
          safe: true,
        },
      ];
    const taken = new Set([
      ...device.groups
        .filter((candidate) => candidate.interfaceKey === group.interfaceKey)
        .flatMap((group) => group.virtualIps.map((ip) => ip.address.key)),
      ...(device.interfaces.get(group.interfaceKey)?.addresses ?? []).map((own) => own.prefix.address.key),
    ]);
    // Both devices have one address: where the peer names it, there is no other.
    const ofPeer = peerGroup(group, pairs)?.virtualIps.find((ip) => ip.linkLocal);
    const candidates = ofPeer
      ? [ofPeer.address.key.toUpperCase()]
      : [`FE80::${group.vrid}`, `FE80::${group.vrid}:1`, `FE80::1:${group.vrid}`];
    const free = candidates.find((candidate) => !taken.has(candidate.toLowerCase()));
    return free === undefined
      ? []
      : [
          {
            title: `Begin with ${free} link-local`,
            safe: false,
            edits: [insertBefore(device, first.line, `vrrp6 vrid ${group.vrid} virtual-ip ${free} link-local`)],
          },
        ];
  },
  examples: [
    {
      title: 'No link-local address at all',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
                                 ^^^^^^^^^^^^^^^ DeviceA: VRRP6 group 1 begins with 2001:DB8:50::50
         vrrp6 vrid 1 priority 120
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 120
        #
      `,
    },
    {
      title: 'It comes second',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
                                 ^^^^^^^^^^^^^^^ DeviceA: VRRP6 group 1 begins with 2001:DB8:50::50: the device refuses that before a link-local one; put FE80:: first
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
        #
      `,
    },
    {
      title: 'Link-local first; IPv4 has no such rule; a missing keyword is another fault',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 2 virtual-ip FE80::2
        #
      `,
    },
  ],
});
