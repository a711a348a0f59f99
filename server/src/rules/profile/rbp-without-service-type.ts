// A profile backs up the services it names and no other. Which one is meant shows where the profile is bound.
import type { Device, Rbp } from '../../model/device';
import { bindings } from '../../model/services/bindings';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { hasLine } from '../../model/lines/canonical-text';
import { attempted } from '../shared/typo';

export default deviceRule<{ device: Device; profile: Rbp }>({
  id: 'rbp-without-service-type',
  requirement: 'HB-RBP-NOSVC',
  title: 'A profile without a service type',
  severity: 'error',
  why: 'The profile backs up the services it names; without one it backs up nothing.',
  guide: ['000 step 4.2', '001 step 4.2', '002 step 4.2', '003 step 6'],
  supersededBy: ['rbp-service-types-differ'],
  independentPer: 'profile',
  *check(device) {
    for (const profile of device.profiles.values()) {
      if (profile.services.length > 0 || attempted(profile.block, /^service-type/)) continue;
      yield {
        at: profile.at,
        message: `${device.name}: RBP ${profile.name} has no service-type, so nothing is backed up; add service-type`,
        facts: { device, profile },
      };
    }
  },
  fix: ({ device, profile }) =>
    likelyServices(device, profile).map((service) => ({
      title: `Add service-type ${service}`,
      edits: [insertInBlock(device, profile.block, `service-type ${service}`, { first: true })],
      safe: false,
    })),
  examples: [
    {
      title: 'Bound to an interface with MLD',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
                              ^^ DeviceA: RBP p1 has no service-type, so nothing is backed up; add service-type
         backup-id 1 remote-backup-service s1
         peer-backup hot
        #
        interface GigabitEthernet0/1/2
         mld enable
         remote-backup-profile p1
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type mld
         backup-id 1 remote-backup-service s1
         peer-backup hot
        #
        interface GigabitEthernet0/1/2
         mld enable
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Named; a name that does not exist is another finding',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type mld
        #
        remote-backup-profile p2
         service-type dhcpv6-server
        #
      `,
    },
  ],
});

function likelyServices(device: Device, profile: Rbp): string[] {
  const { interfaces, pools } = bindings(profile, device);
  const found = new Set<string>();
  for (const port of interfaces) {
    if (hasLine(port.block, /^mld enable/)) found.add('mld');
    if (hasLine(port.block, /^igmp enable/)) found.add('igmp');
    if (port.relay.length > 0) found.add('dhcpv6-relay');
    if (port.dhcpServer) found.add('dhcp-server');
    if (hasLine(port.block, /^bas$/)) found.add('bras');
    if (hasLine(port.block, /^ipv6 nd /)) found.add('nd');
    if (hasLine(port.block, /^arp /)) found.add('arp');
  }
  if (pools.some((pool) => pool.server)) found.add('dhcp-server');
  return [...found];
}
