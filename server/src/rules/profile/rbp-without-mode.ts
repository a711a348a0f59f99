// Hot backup is what a profile does where no line says otherwise, so the missing line is a note only
// (docs/decisions/absence-is-not-a-finding.md).
import type { Device, Rbp } from '../../model/device';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { attempted } from '../shared/typo';

export default deviceRule<{ device: Device; profile: Rbp }>({
  id: 'rbp-without-mode',
  requirement: 'HB-RBP-MODE',
  title: 'A profile without peer-backup',
  severity: 'information',
  why: 'The device falls back to hot backup; the line makes it plain, and the guide sets it.',
  guide: ['000 step 3.2', '001 step 3.2', '002 step 3.2'],
  independentPer: 'profile',
  *check(device) {
    for (const profile of device.profiles.values()) {
      if (profile.mode || attempted(profile.block, /^peer-backup/)) continue;
      yield {
        at: profile.at,
        message: `${device.name}: RBP ${profile.name} has no peer-backup line; add peer-backup hot, the default`,
        facts: { device, profile },
      };
    }
  },
  fix: ({ device, profile }) => [
    {
      title: 'Add peer-backup hot',
      edits: [
        insertInBlock(device, profile.block, 'peer-backup hot', {
          after: (line) => /^(service-type|backup-id)/.test(line.text),
          first: true,
        }),
      ],
      safe: true,
    },
  ],
  examples: [
    {
      title: 'The line is missing',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
                              ^^ DeviceA: RBP p1 has no peer-backup line; add peer-backup hot, the default
         service-type nd
         backup-id 1 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service s1
         peer-backup hot
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
      `,
    },
    {
      title: 'A transcript',
      config: `
        [*DeviceA] remote-backup-profile p1
                                         ^^
        [*DeviceA-rm-backup-prf-p1] service-type nd
        [*DeviceA-rm-backup-prf-p1] vrrp6-id 1 interface GigabitEthernet0/1/2
        [*DeviceA-rm-backup-prf-p1] quit
        fixed:
        [*DeviceA] remote-backup-profile p1
        [*DeviceA-rm-backup-prf-p1] service-type nd
        [*DeviceA-rm-backup-prf-p1] peer-backup hot
        [*DeviceA-rm-backup-prf-p1] vrrp6-id 1 interface GigabitEthernet0/1/2
        [*DeviceA-rm-backup-prf-p1] quit
      `,
    },
    {
      title: 'Hot, warm, virtual',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         peer-backup hot
        #
        remote-backup-profile p2
         peer-backup warm
        #
        remote-backup-profile p3
         peer-backup virtual
        #
      `,
    },
  ],
});
