// The other device knows a profile by its number within the backup service; under another service the number may be
// used again, though the guide advises against it (docs/decisions/backup-id-unique.md).
import type { Device, Rbp } from '../../model/device';
import { nameKey } from '../../model/names';
import { replace } from '../../edits/config-edits';
import type { Pair } from '../../model/pairing/pair';
import { deviceRule } from '../../diagnostics/rule';
import { freeBackupId } from '../shared/backup-services';
import { seatsOf } from '../shared/peer-says';

export default deviceRule<{ device: Device; profile: Rbp }>({
  id: 'rbp-backup-id-reused',
  requirement: 'HB-RBP-BID-UNIQUE',
  title: 'Two profiles of a device have one backup-id',
  severity: 'error',
  why: 'The other device cannot tell the profiles apart: entries of one end up in the other, or are refused.',
  guide: ['000 step 3.4', '001 step 3.4', '002 step 3.4'],
  // The other device says which number it should be.
  supersededBy: ['rbp-backup-id-mismatch'],
  *check(device) {
    const seen = new Map<number, Rbp[]>();
    for (const profile of device.profiles.values()) {
      if (!profile.backupId) continue;
      const id = profile.backupId.value;
      const others = seen.get(id) ?? [];
      const rbsKey = (profile: Rbp) => (profile.rbs ? nameKey(profile.rbs.value) : '');
      const first = others.find((rbp) => rbsKey(rbp) === rbsKey(profile)) ?? others[0];
      seen.set(id, [...others, profile]);
      if (!first) continue;
      const same = rbsKey(first) === rbsKey(profile);
      yield {
        at: profile.backupId.at,
        message: same
          ? `${device.name}: RBP ${profile.name} and ${first.name} both have backup-id ${id}: entries get mixed up; use a free number`
          : `${device.name}: RBP ${profile.name} and ${first.name} both have backup-id ${id}, under two services: use a free number`,
        severity: same ? 'error' : 'warning',
        also: [{ at: first.backupId!.at, message: `${device.name}: RBP ${first.name} has backup-id ${id}` }],
        facts: { device, profile },
      };
    }
  },
  fix({ device, profile }, pairs) {
    const found = numberOfPeer(device, profile, pairs);
    if (found !== undefined)
      return [
        {
          title: `Use backup-id ${found} for ${profile.name}, as on the other device`,
          edits: [replace(profile.backupId!.at, String(found))],
          safe: false,
        },
      ];
    const id = freeBackupId(device, ...seatsOf(device, pairs).map(({ peer }) => peer));
    return [
      {
        title: `Use backup-id ${id}; the other device needs the same number`,
        edits: [replace(profile.backupId!.at, String(id))],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'Copied and not renumbered',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service s1
        #
        remote-backup-profile p2
         service-type arp
         backup-id 1 remote-backup-service s1
                   ^ DeviceA: RBP p2 and p1 both have backup-id 1: entries get mixed up; use a free number
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service s1
        #
        remote-backup-profile p2
         service-type arp
         backup-id 2 remote-backup-service s1
        #
      `,
    },
    {
      title: 'Under two services',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service s1
        #
        remote-backup-profile p2
         backup-id 1 remote-backup-service s2
                   ^ DeviceA: RBP p2 and p1 both have backup-id 1, under two services: use a free number
        #
      `,
    },
    {
      title: 'Numbers of their own; a profile whose view occurs twice',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service s1
        #
        remote-backup-profile p2
         backup-id 2 remote-backup-service s1
        #
        remote-backup-profile P1
         backup-id 1 remote-backup-service s1
        #
      `,
    },
  ],
});

/** The number of the peer's profile of that name, where no profile of this device has it. */
function numberOfPeer(device: Device, profile: Rbp, pairs: readonly Pair[]): number | undefined {
  const taken = new Set([...device.profiles.values()].map((profile) => profile.backupId?.value));
  return seatsOf(device, pairs)
    .map(({ peer }) => peer.profiles.get(profile.key)?.backupId?.value)
    .find((id) => id !== undefined && !taken.has(id));
}
