// A profile is tied to a channel by `backup-id N remote-backup-service S`. A line that was not understood is a finding of its own.
import type { Device, Rbp } from '../../model/device';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { freeBackupId } from '../shared/backup-services';
import { attempted } from '../shared/typo';

export default deviceRule<{ device: Device; profile: Rbp }>({
  id: 'rbp-without-backup-id',
  requirement: 'HB-RBP-NORBS',
  title: 'A profile without a backup-id',
  severity: 'error',
  why: 'Without `backup-id N remote-backup-service S` the profile has no channel and no number by which the other device knows it: nothing is backed up.',
  guide: ['000 step 3.4', '001 step 3.4', '002 step 3.4'],
  supersededBy: ['rbp-backup-id-mismatch'],
  independentPer: 'profile',
  *check(device) {
    for (const profile of device.profiles.values()) {
      if (profile.backupId || profile.rbs || attempted(profile.block, /^backup-id/)) continue;
      yield {
        at: profile.at,
        message: `${device.name}: RBP ${profile.name} has no backup-id, so no user is backed up; add the one of the peer`,
        facts: { device, profile },
      };
    }
  },
  fix({ device, profile }) {
    const id = freeBackupId(device);
    return [...device.services.values()].slice(0, 3).map((service) => {
      const text = `backup-id ${id} remote-backup-service ${service.name}`;
      return {
        title: `Add "${text}"; the other device needs the same number`,
        edits: [insertInBlock(device, profile.block, text, { after: (line) => line.text.startsWith('service-type') })],
        safe: false,
      };
    });
  },
  examples: [
    {
      title: 'The line is missing',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service s1
         peer-backup hot
        #
        remote-backup-profile p2
                              ^^ DeviceA: RBP p2 has no backup-id, so no user is backed up; add the one of the peer
         service-type nd
         peer-backup hot
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service s1
         peer-backup hot
        #
        remote-backup-profile p2
         service-type nd
         backup-id 2 remote-backup-service s1
         peer-backup hot
        #
      `,
    },
    {
      title: 'There, and a line that lacks a blank',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service s1
        #
        remote-backup-profile p2
         backup-id2 remote-backup-service s1
        #
      `,
    },
  ],
});
