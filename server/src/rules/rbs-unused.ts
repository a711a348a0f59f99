// A backup service is used by a profile or by a service-instance-group. Where some profile names no service, or one that is not there,
// or where something binds a profile that is not there, that finding already tells what went wrong.
import { nameKey } from '../model/names';
import { boundProfiles } from '../model/network';
import { deviceRule } from './rule';

export default deviceRule<null>({
  id: 'rbs-unused',
  check: 'HB-RBS-UNUSED',
  title: 'A backup service that nothing uses',
  severity: 'information',
  why: 'The channel comes up and carries nothing: perhaps the profile that should use it is missing.',
  guide: ['000 step 3.4'],
  yields: ['rbp-missing-on-peer'],
  *find(device) {
    if (device.services.size === 0) return;
    const profiles = [...device.profiles.values()];
    if (profiles.some((profile) => !profile.rbs || !device.services.has(nameKey(profile.rbs.value)))) return;
    for (const key of boundProfiles(device)) if (!device.profiles.has(key)) return;
    const used = new Set([
      ...profiles.map((profile) => profile.rbs && nameKey(profile.rbs.value)),
      ...[...device.instanceGroups.values()].map((group) => group.rbs && nameKey(group.rbs.value)),
    ]);
    for (const service of device.services.values()) {
      if (used.has(service.key)) continue;
      yield { at: service.at, message: `${device.name}: no profile and no service-instance-group uses ${service.name}`, facts: null };
    }
  },
  examples: [
    {
      title: 'Two services, one used',
      config: `
        sysname DeviceA
        #
        remote-backup-service old
                              ^^^ DeviceA: no profile and no service-instance-group uses old
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
      title: 'Used by a service-instance-group; a profile that names another by mistake',
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
      `,
    },
  ],
});
