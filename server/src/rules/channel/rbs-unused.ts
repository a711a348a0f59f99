// A backup service is used by a profile or by a service-instance-group. Where some profile names no service, or one that is not there,
// or where something binds a profile that is not there, that finding already tells what went wrong.
import { nameKey } from '../../model/names';
import { boundProfiles } from '../../model/services/bindings';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<null>({
  id: 'rbs-unused',
  requirement: 'HB-RBS-UNUSED',
  title: 'A backup service that nothing uses',
  severity: 'information',
  why: 'The channel comes up and carries nothing: perhaps the profile that should use it is missing.',
  guide: ['000 step 3.4'],
  supersededBy: ['rbp-missing-on-peer'],
  *check(device) {
    const { services, profiles, instanceGroups } = device;
    const unused = new Map(services);
    for (const users of [instanceGroups, profiles]) {
      for (const { rbs } of users.values()) {
        if (unused.size === 0) return;
        if (rbs) unused.delete(nameKey(rbs.value));
      }
    }
    if (
      unused.size === 0 ||
      [...profiles.values()].some((profile) => !profile.rbs || !services.has(nameKey(profile.rbs.value)))
    )
      return;
    if (boundProfiles(device).some((key) => !profiles.has(key))) return;
    for (const service of unused.values()) {
      yield {
        at: service.at,
        message: `${device.name}: no profile and no service-instance-group uses RBS ${service.name}; remove a leftover, or bind one`,
        facts: null,
      };
    }
  },
  examples: [
    {
      title: 'Two services, one used',
      config: `
        sysname DeviceA
        #
        remote-backup-service old
                              ^^^ DeviceA: no profile and no service-instance-group uses RBS old; remove a leftover, or bind one
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-service new
         peer 10.255.0.2 source 10.255.0.1 port 6002
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service NEW
        #
      `,
    },
    {
      title: 'Used by a service-instance-group; a profile that names another by mistake, or none',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        service-instance-group g1
         remote-backup-service s1
        #
        --- C.cfg
        sysname DeviceC
        #
        remote-backup-service s1
         peer 10.255.9.2 source 10.255.9.1 port 6001
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service s2
        #
        --- E.cfg
        sysname DeviceE
        #
        remote-backup-service s1
         peer 10.255.7.2 source 10.255.7.1 port 6001
        #
        remote-backup-profile p1
         service-type bras
        #
      `,
    },
  ],
});
