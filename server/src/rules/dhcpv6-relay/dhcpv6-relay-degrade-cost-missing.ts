// Routes of delegated prefixes cost 0 on both devices unless the backup makes its own dearer; then downstream traffic follows the master.
import type { Device } from '../../model/device';
import { boundTo, hasService, type Binding } from '../../model/services/bindings';
import { hasLine } from '../../model/services/multicast';
import { intendedMaster } from '../../model/vrrp/roles';
import { insertInBlock } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';

export default pairRule<{ device: Device; binding: Binding }>({
  id: 'dhcpv6-relay-degrade-cost-missing',
  requirement: 'HB-D6-DEGRADE',
  title: 'The backup device announces delegated prefixes as cheaply as the master',
  severity: 'information',
  why: 'Downstream traffic may enter through the backup device and cross the link between the two before it reaches the user.',
  guide: ['000 step 5.3'],
  supersededBy: ['dhcpv6-relay-missing'],
  *check(pair) {
    for (const group of pair.groups) {
      if (!group.services.includes('dhcpv6-relay')) continue;
      const master = intendedMaster(pair, group);
      if (!master) continue;
      const [backup, side] = master === 'a' ? [pair.b, 'b' as const] : [pair.a, 'a' as const];
      const profiles = group.profiles
        .map((couple) => couple[side])
        .filter((profile) => hasService(profile, 'dhcpv6-relay'));
      for (const binding of profiles.flatMap((profile) => boundTo(profile, backup))) {
        if (hasLine(binding.interface, 'dhcpv6 relay pd-route degrade-cost')) continue;
        yield {
          at: binding.at,
          message: `${backup.name} (backup): ${binding.interface.name} has no dhcpv6 relay pd-route degrade-cost: return traffic may come here; add degrade-cost 10`,
          facts: { device: backup, binding },
        };
      }
    }
  },
  fix({ device, binding }) {
    const relay = binding.interface.block.lines
      .filter((line) => canonicalText(line).startsWith('dhcpv6 relay '))
      .at(-1);
    return [
      {
        title: `Add a cost of 10 on ${device.name}`,
        edits: [
          insertInBlock(device, binding.interface.block, 'dhcpv6 relay pd-route degrade-cost 10', {
            after: (line) => line === relay,
          }),
        ],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'No cost on the backup',
      config:
        both(
          '',
          `
                               ^^^^^ DeviceB (backup): GigabitEthernet0/1/2 has no dhcpv6 relay pd-route degrade-cost: return traffic may come here; add degrade-cost 10`,
        ) +
        `
        fixed:${deviceB(
          `
         dhcpv6 relay pd-route degrade-cost 10`,
          '',
        )}`,
    },
    {
      title: 'A cost on the backup',
      config: both(
        `
         dhcpv6 relay pd-route degrade-cost 20`,
        '',
      ),
    },
  ],
});

function both(cost: string, carets: string): string {
  return `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 2000
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 address 2001:DB8:1::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 priority 200
         dhcpv6 relay destination 2001:DB8:99::1
         remote-backup-profile relay
        #${deviceB(cost, carets)}`;
}

function deviceB(cost: string, carets: string): string {
  return `
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 2000
        #
        remote-backup-profile relay
         service-type dhcpv6-relay
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 address 2001:DB8:1::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         dhcpv6 relay destination 2001:DB8:99::1${cost}
         remote-backup-profile relay${carets}
        #`;
}
