// A group with nothing but its link-local address serves hosts that learn the gateway from router advertisements only.
import { isLinkLocal, transplanted } from '../../model/address';
import { addLine } from '../../edits/vrrp-group-edits';
import { electsItself, groupName, type Member } from '../../model/vrrp/member';
import { localAddresses } from '../../model/vrrp/addresses';
import { deviceRule } from '../../diagnostics/rule';
import { hasUnread } from '../shared/unread-values';

export default deviceRule<Member>({
  id: 'vrrp6-no-global-address',
  requirement: 'HB-V6-NO-GLOBAL',
  title: 'A VRRP6 group has only a link-local address',
  severity: 'information',
  why: 'Hosts and servers that are told a global gateway address do not find it.',
  guide: ['000 step 1.6'],
  supersededBy: ['vrrp-virtual-ip-mismatch'],
  independentPer: 'group',
  *check(device) {
    for (const group of device.groups) {
      const only = group.virtualIps[0];
      if (
        group.family !== 6 ||
        !only ||
        group.admin ||
        hasUnread({ device, group }, 'virtual-ip') ||
        !electsItself({ device, group }) ||
        !group.virtualIps.every((ip) => isLinkLocal(ip.address))
      )
        continue;
      yield {
        at: only.at,
        message: `${device.name}: ${groupName(group)} has a link-local virtual IP only: hosts told a global gateway find none; add a global one`,
        facts: { device, group },
      };
    }
  },
  fix(member) {
    const host = member.group.virtualIps[0]!.address;
    const own = localAddresses(member);
    return own.flatMap(({ prefix }) => {
      const global = transplanted(host, prefix);
      return own.some((address) => address.prefix.address.key === global.toLowerCase())
        ? []
        : [{ title: `Add ${global}`, edits: [addLine(member, `virtual-ip ${global}`)], safe: false }];
    });
  },
  examples: [
    {
      title: 'Link-local only',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 9 virtual-ip FE80::9 link-local
                                 ^^^^^^^ DeviceA: VRRP6 group 9 has a link-local virtual IP only: hosts told a global gateway find none; add a global one
         vrrp6 vrid 9 priority 120
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 9 virtual-ip FE80::9 link-local
         vrrp6 vrid 9 virtual-ip 2001:DB8:50::9
         vrrp6 vrid 9 priority 120
        #
      `,
    },
    {
      title: 'A management group serves no hosts; a group that follows one; a global address that cannot be read',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/0.1
         ipv6 enable
         ipv6 address 2001:DB8:1::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         admin-vrrp6 vrid 1
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 9 virtual-ip FE80::9 link-local
         vrrp6 vrid 9 virtual-ip 2001:DB8:50::9
         vrrp6 vrid 10 virtual-ip FE80::10 link-local
         vrrp6 vrid 11 virtual-ip FE80::11 link-local
         vrrp6 vrid 11 virtual-ip 2001:DB8:50:::11
         vrrp6 vrid 10 track admin-vrrp6 interface GigabitEthernet0/1/0.1 vrid 1 unflowdown
        #
      `,
    },
  ],
});
