// IGMP snooping takes its role from an E-Trunk only.
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<null>({
  id: 'rbp-igmp-snooping-with-vrrp',
  requirement: 'HB-RBP-SVC-SNOOP',
  title: 'IGMP snooping in a profile that follows a VRRP group',
  severity: 'error',
  why: 'The device refuses the combination: IGMP snooping entries are backed up only where the role comes from an E-Trunk.',
  guide: ['published YANG'],
  independentPer: 'profile',
  *check(device) {
    for (const profile of device.profiles.values()) {
      const service = profile.services.find((fact) => fact.value.toLowerCase() === 'igmp-snooping');
      const role = profile.roles.find((roleSource) => roleSource.kind === 'group' && roleSource.family === 4);
      if (!service || !role) continue;
      yield {
        at: service.at,
        message: `${device.name}: RBP ${profile.name} backs up IGMP snooping but follows a VRRP group: nothing is backed up; use an E-Trunk`,
        also: [{ at: role.line, message: `${device.name}: RBP ${profile.name} follows a VRRP group here` }],
        facts: null,
      };
    }
  },
  examples: [
    {
      title: 'With vrrp-id',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type igmp-snooping
                      ^^^^^^^^^^^^^ DeviceA: RBP p1 backs up IGMP snooping but follows a VRRP group: nothing is backed up; use an E-Trunk
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
      `,
    },
    {
      title: 'With an E-Trunk; IGMP with a VRRP group',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type igmp-snooping
         e-trunk 1 eth-trunk 10
        #
        remote-backup-profile p2
         service-type igmp
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
      `,
    },
  ],
});
