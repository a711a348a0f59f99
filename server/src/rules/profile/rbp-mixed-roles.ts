// VRRP, VRRP6 and E-Trunk exclude each other as the role of a profile. Two VRRP lines are one kind: odd and even MAC addresses.
import { deviceRule } from '../../diagnostics/rule';
import type { Device, Rbp, RoleSource } from '../../model/device';
import { removeLine } from '../../edits/config-edits';
import { peerProfile } from '../shared/peer-says';

export default deviceRule<{ device: Device; profile: Rbp; lines: readonly RoleSource[] }>({
  id: 'rbp-mixed-roles',
  requirement: 'HB-RBP-ROLE-MIX',
  title: 'A profile takes its role from more than one kind of source',
  severity: 'error',
  why: 'A profile has one role; the device accepts one kind of line and refuses the others.',
  guide: ['000 step 3.3', 'published YANG'],
  independentPer: 'profile',
  *check(device) {
    for (const profile of device.profiles.values()) {
      const [first] = profile.roles;
      const other = first && profile.roles.find((role) => kind(role) !== kind(first));
      if (!first || !other) continue;
      yield {
        at: other.line,
        message: `${device.name}: RBP ${profile.name} follows ${kind(first)} and ${kind(other)}: the device accepts one kind only; keep one`,
        also: [{ at: first.line, message: `${device.name}: RBP ${profile.name} follows ${kind(first)} here` }],
        facts: { device, profile, lines: [first, other] },
      };
    }
  },
  fix({ device, profile, lines }, pairs) {
    const [first, other] = lines as readonly [RoleSource, RoleSource];
    const answered = peerProfile(device, profile, pairs)?.profile.roles.map(kind) ?? [];
    // The kind that the peer has stays.
    const kept = [first, other].filter((role) => answered.length === 0 || answered.includes(kind(role)));
    return kept.map((role) => ({
      title: `Keep "${role.line.text}"`,
      edits: [removeLine((role === first ? other : first).line)],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'VRRP6 and E-Trunk',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         vrrp6-id 1 interface GigabitEthernet0/1/2
         e-trunk 1 eth-trunk 10
         ^^^^^^^^^^^^^^^^^^^^^^ DeviceA: RBP p1 follows a VRRP6 group and an E-Trunk: the device accepts one kind only
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
      `,
    },
    {
      title: 'Two VRRP groups, for odd and for even MAC addresses',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         vrrp-id 1 interface GigabitEthernet0/1/2.1 odd-mac
         vrrp-id 2 interface GigabitEthernet0/1/2.2 even-mac
        #
      `,
    },
  ],
});

function kind(role: RoleSource): string {
  if (role.kind === 'e-trunk') return 'an E-Trunk';
  return role.family === 6 ? 'a VRRP6 group' : 'a VRRP group';
}
