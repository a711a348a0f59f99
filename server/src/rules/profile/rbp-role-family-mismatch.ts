// Matched profiles take their roles from the same kind of source: VRRP, VRRP6 or an E-Trunk on both devices.
import type { Rbp, RoleSource } from '../../model/device';
import { pairRule } from '../../diagnostics/rule';
import { wordsAt } from '../../model/lines/canonical-text';

export default pairRule<undefined>({
  id: 'rbp-role-family-mismatch',
  requirement: 'HB-PAIR-FAMILY',
  title: 'A profile follows VRRP on one device and something else on the other',
  severity: 'error',
  why: 'The two sources choose their masters apart from each other: both devices may serve the users, or neither.',
  guide: ['000 step 3.3', '001 step 3.3'],
  supersededBy: ['rbp-group-undefined'],
  independentPer: 'profile',
  *check(pair) {
    for (const { a, b } of pair.profiles) {
      const [ofA, ofB] = [kinds(a), kinds(b)];
      // Two kinds in one profile are a fault of that profile.
      if (ofA.length !== 1 || ofB.length !== 1 || ofA[0] === ofB[0]) continue;
      yield {
        at: wordsAt(b.roles[0]!.line, 0),
        message: `${pair.b.name}: RBP ${b.name} follows ${ofB[0]}, ${a.name} of ${pair.a.name} ${ofA[0]}: both may be master for the users, or none`,
        peer: {
          at: wordsAt(a.roles[0]!.line, 0),
          message: `${pair.a.name}: RBP ${a.name} follows ${ofA[0]}, ${b.name} of ${pair.b.name} ${ofB[0]}: both may be master for the users, or none`,
        },
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'VRRP6 and VRRP',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 1025
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 1025
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
         ^^^^^^^ DeviceB: RBP p1 follows VRRP, p1 of DeviceA VRRP6: both may be master for the users, or none
        #
      `,
    },
    {
      title: 'The same on both',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.0.0.2 source 10.0.0.1 port 1025
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         e-trunk 1 eth-trunk 10
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.0.1 source 10.0.0.2 port 1025
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         e-trunk 1 eth-trunk 11
        #
      `,
    },
  ],
});

function kinds(profile: Rbp): string[] {
  return [...new Set(profile.roles.map(kind))];
}

function kind(role: RoleSource): string {
  if (role.kind === 'e-trunk') return 'an E-Trunk';
  return role.family === 6 ? 'VRRP6' : 'VRRP';
}
