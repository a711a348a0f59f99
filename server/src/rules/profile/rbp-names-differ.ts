// Names of services and profiles are local to a device (docs/decisions/names-are-local.md), so this is for those who
// want them equal: off unless asked for.
import { nameKey } from '../../model/names';
import { pairRule } from '../../diagnostics/rule';

export default pairRule<null>({
  id: 'rbp-names-differ',
  requirement: 'HB-RBPP-NAME',
  title: 'A profile or backup service has different names on the two devices',
  severity: 'information',
  off: true,
  why: 'It works: the devices compare backup-ids. Equal names make the pair easier to read.',
  guide: ['003 step 4'],
  *check(pair) {
    const couples = [
      ...pair.channels.map(({ a, b }) => ({ what: 'RBS', a: a.rbs, b: b.rbs })),
      ...pair.profiles.map(({ a, b }) => ({ what: 'RBP', a, b })),
    ];
    for (const { what, a, b } of couples) {
      if (nameKey(a.name) === nameKey(b.name)) continue;
      const message = `${what} ${b.name} on ${pair.b.name} is ${a.name} on ${pair.a.name}; names are local, so that works`;
      yield { at: b.at, message, peer: { at: a.at, message }, facts: null };
    }
  },
  examples: [
    {
      title: 'Two names',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile tv
         backup-id 1 remote-backup-service s1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile video
                              ^^^^^ RBP video on DeviceB is tv on DeviceA; names are local, so that works
         backup-id 1 remote-backup-service s1
        #
      `,
    },
    {
      title: 'One name in two cases',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service S1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile tv
         backup-id 1 remote-backup-service s1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile TV
         backup-id 1 remote-backup-service s1
        #
      `,
    },
  ],
});
