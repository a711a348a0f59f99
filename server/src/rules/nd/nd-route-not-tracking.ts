// The network reaches the users through the device whose direct route is cheaper: it should follow the VRRP role. ARP alike.
import type { Device } from '../../model/device';
import {
  findGroup,
  bindingOf,
  followsETrunk,
  profilesWith,
  type Binding,
  type GroupRole,
} from '../../model/services/bindings';
import { hasLine } from '../../model/services/multicast';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';

interface Facts {
  readonly device: Device;
  readonly binding: Binding;
  readonly line: string;
}

export default deviceRule<Facts>({
  id: 'nd-route-not-tracking',
  requirement: 'HB-ND-ROUTE',
  title: 'The direct route of an interface bound for ND or ARP does not follow the VRRP role',
  severity: 'information',
  why: 'Both devices announce the user segment at the same cost, so downstream traffic may enter through the backup device.',
  guide: ['001 context', '005 context'],
  supersededBy: ['rbp-binding-not-mirrored', 'nd-route-tracking-one-sided'],
  independentPer: 'binding',
  *check(device) {
    for (const [service, family, start] of [
      ['nd', 6, 'direct-route ipv6 track vrrp6 vrid'],
      ['arp', 4, 'direct-route track vrrp vrid'],
    ] as const) {
      for (const profile of profilesWith(device, service)) {
        const role = profile.roles.find(
          (roleSource): roleSource is GroupRole => roleSource.kind === 'group' && roleSource.family === family,
        );
        const on = role && device.interfaces.get(role.interfaceKey);
        const binding = on && bindingOf(device, profile, on);
        if (!binding || followsETrunk(profile) || hasLine(on, start)) continue;
        // A number that no group of the interface has is a fault of its own, and not one to copy.
        if (!findGroup(device, role.interfaceKey, family, role.vrid.value)?.exists) continue;
        yield {
          at: binding.at,
          message: `${device.name}: the direct route of ${binding.interface.name} ignores VRRP group ${role.vrid.value}: return traffic may take the backup; add ${start} ${role.vrid.value}`,
          facts: { device, binding, line: `${start} ${role.vrid.value} degrade-cost 10` },
        };
      }
    }
  },
  fix({ device, binding, line }) {
    return [
      {
        title: `Add ${line} on ${device.name} ${binding.interface.name}`,
        edits: [insertInBlock(device, binding.interface.block, line)],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'No such line',
      config: `
        sysname DeviceA
        #
        remote-backup-profile neighbours
         service-type nd
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile neighbours
                               ^^^^^^^^^^ DeviceA: the direct route of GigabitEthernet0/1/2 ignores VRRP group 1: return traffic may take the backup; add direct-route ipv6 track vrrp6 vrid 1
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile neighbours
         service-type nd
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile neighbours
         direct-route ipv6 track vrrp6 vrid 1 degrade-cost 10
        #
      `,
    },
    {
      title: 'In a transcript the new line stands behind the prompt of its neighbour, before what leaves the view',
      config: `
        [*DeviceA] remote-backup-profile neighbours
        [*DeviceA-rm-backup-prf-neighbours] service-type nd
        [*DeviceA-rm-backup-prf-neighbours] vrrp6-id 1 interface GigabitEthernet0/1/2
        [*DeviceA-rm-backup-prf-neighbours] quit
        [*DeviceA] interface GigabitEthernet0/1/2
        [*DeviceA-GigabitEthernet0/1/2] vrrp6 vrid 1 virtual-ip FE80::1 link-local
        [*DeviceA-GigabitEthernet0/1/2] remote-backup-profile neighbours
                                                              ^^^^^^^^^^
        [*DeviceA-GigabitEthernet0/1/2] commit
        [~DeviceA-GigabitEthernet0/1/2] quit
        fixed:
        [*DeviceA] remote-backup-profile neighbours
        [*DeviceA-rm-backup-prf-neighbours] service-type nd
        [*DeviceA-rm-backup-prf-neighbours] vrrp6-id 1 interface GigabitEthernet0/1/2
        [*DeviceA-rm-backup-prf-neighbours] quit
        [*DeviceA] interface GigabitEthernet0/1/2
        [*DeviceA-GigabitEthernet0/1/2] vrrp6 vrid 1 virtual-ip FE80::1 link-local
        [*DeviceA-GigabitEthernet0/1/2] remote-backup-profile neighbours
        [*DeviceA-GigabitEthernet0/1/2] direct-route ipv6 track vrrp6 vrid 1 degrade-cost 10
        [*DeviceA-GigabitEthernet0/1/2] commit
        [~DeviceA-GigabitEthernet0/1/2] quit
      `,
    },
    {
      title: 'The profile follows a group that the interface does not have: that is the finding',
      config: `
        sysname DeviceA
        #
        remote-backup-profile neighbours
         service-type nd
         vrrp6-id 11 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile neighbours
        #
      `,
    },
    {
      title: 'The route follows',
      config: `
        sysname DeviceA
        #
        remote-backup-profile neighbours
         service-type arp
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         direct-route track vrrp vrid 1 degrade-cost 300
         remote-backup-profile neighbours
        #
      `,
    },
  ],
});
