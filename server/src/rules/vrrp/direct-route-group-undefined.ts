// The direct route of an interface may follow a VRRP group of that interface, so that traffic to the users comes to the master.
import { vrrp, vrrp6 } from '../../catalogue';
import { findGroup } from '../../model/services/bindings';
import { undefinedNameRule } from '../shared/undefined-name';

const commands: ReadonlySet<string> = new Set([vrrp.directRoute.id, vrrp6.directRoute.id]);

export default undefinedNameRule({
  id: 'direct-route-group-undefined',
  requirement: 'HB-X-DIRECT-ROUTE',
  title: 'A direct route follows a VRRP group that its interface does not have',
  severity: 'warning',
  why: 'The cost of the route never changes: after a switchover traffic to the users still comes to the old master.',
  guide: ['sister pages of the guide'],
  kinds: ['vrrp-group', 'vrrp6-group'],
  counts({ kind, text, line, interfaceKey }, device) {
    if (!commands.has(line.match!.command)) return false;
    // A group is also made by what it follows or joins.
    const group = findGroup(device, interfaceKey ?? '', kind === 'vrrp6-group' ? 6 : 4, Number(text));
    return group?.exists !== true;
  },
  effect: () => 'the cost of its direct route never changes',
  examples: [
    {
      title: 'A slip in the number',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 8 virtual-ip 10.1.1.1
         direct-route track vrrp vrid 9 degrade-cost 20
                                      ^ DeviceA: GigabitEthernet0/1/2 names VRRP group 9, which is not in this file: the cost of its direct route never changes
        #
        interface GigabitEthernet0/1/3
         vrrp6 vrid 9 virtual-ip FE80::9 link-local
        #
        interface GigabitEthernet0/1/4
         vrrp6 vrid 5 virtual-ip FE80::5 link-local
         direct-route ipv6 track vrrp6 vrid 9 degrade-cost 20
                                            ^ DeviceA: GigabitEthernet0/1/4 names VRRP6 group 9, which is not in this file: the cost of its direct route never changes
        #
      `,
    },
    {
      title: 'The group is there, with an address or by what it follows',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         direct-route track vrrp vrid 8 degrade-cost 20
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 8 virtual-ip 10.1.1.1
        #
        interface GigabitEthernet0/1/3
         vrrp vrid 9 track admin-vrrp interface GigabitEthernet0/1/2 vrid 8
         direct-route track vrrp vrid 9 degrade-cost 20
        #
      `,
    },
  ],
});
