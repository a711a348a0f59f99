// VRRP6 sees link faults only on its own main interface: the relay interface must belong to it. Asked of DHCPv6 relay
// alone, other services bind elsewhere as a rule (docs/decisions/where-a-profile-is-bound.md).
import { sameMainInterface, bindingsOf, type GroupRole } from '../../model/services/bindings';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'dhcpv6-relay-other-main-interface',
  requirement: 'HB-D6-MAINIF',
  title: 'The DHCPv6 relay interface and its VRRP group are on different main interfaces',
  severity: 'error',
  why: 'A broken link of the relay interface goes unseen by the VRRP group: no switchover takes place and the users stay cut off.',
  guide: ['000 step 1.7'],
  *check(device) {
    for (const { profile, interface: bound, at } of bindingsOf(device, 'dhcpv6-relay')) {
      const roles = profile.roles.filter((role): role is GroupRole => role.kind === 'group');
      const role = roles[0];
      // A group on an interface that is not in this file is rbp-group-undefined's.
      if (
        !role ||
        !device.interfaces.has(role.interfaceKey) ||
        profile.services.length > 1 ||
        roles.some((role) => sameMainInterface(role.interfaceKey, bound.key))
      )
        continue;
      yield {
        at,
        message: `${device.name}: relay interface ${bound.name} is on another port than VRRP group ${role.vrid.value} (${role.interface.value}): a broken link there causes no switchover`,
        also: [
          {
            at: role.interface.at,
            message: `${device.name}: RBP ${profile.name} takes its role from ${role.interface.value}`,
          },
        ],
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'Relay on another port',
      config: `
        sysname DeviceA
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         vrrp6-id 1 interface GigabitEthernet0/1/2.100
        #
        interface GigabitEthernet0/1/2.100
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        interface GigabitEthernet0/1/3.100
         dhcpv6 relay destination 2001:DB8:99::1
         remote-backup-profile relay
                               ^^^^^ DeviceA: relay interface GigabitEthernet0/1/3.100 is on another port than VRRP group 1 (GigabitEthernet0/1/2.100): a broken link there causes no switchover
        #
      `,
    },
    {
      title: 'Two sub-interfaces of one port; BRAS users may sit anywhere',
      config: `
        sysname DeviceA
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         vrrp6-id 1 interface GigabitEthernet0/1/2.100
        #
        remote-backup-profile users
         service-type bras
         vrrp-id 1 interface GigabitEthernet0/1/2.100
        #
        interface gigabitethernet 0/1/2.200
         dhcpv6 relay destination 2001:DB8:99::1
         remote-backup-profile relay
        #
        interface GigabitEthernet0/1/4.200
         remote-backup-profile users
        #
      `,
    },
  ],
});
