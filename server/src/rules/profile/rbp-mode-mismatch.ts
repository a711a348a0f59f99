// Both ends of a profile are backed up in one way; where no line says it, hot
// (docs/decisions/absence-is-not-a-finding.md).
import type { Device, Rbp } from '../../model/device';
import type { Pair, ProfilePair } from '../../model/pairing/pair';
import { insertInBlock, replace } from '../../edits/config-edits';
import { pairRule, type Fix } from '../../diagnostics/rule';
import { modeOf, serviceNotVirtual } from '../shared/backup-services';
import { attempted } from '../shared/typo';

export default pairRule<{ pair: Pair; matched: ProfilePair }>({
  id: 'rbp-mode-mismatch',
  requirement: 'HB-RBPP-MODE',
  title: 'The two ends of a profile use different backup modes',
  severity: 'error',
  why: 'The devices do not agree on whether the backup one keeps its entries ready for forwarding; the switchover fails or takes long.',
  guide: ['000 step 3.2', '001 step 3.2', '002 step 3.2'],
  *check(pair) {
    for (const matched of pair.profiles) {
      const { a, b } = matched;
      if (modeOf(a) === modeOf(b)) continue;
      if ([a, b].some((profile) => !profile.mode && attempted(profile.block, /^peer-backup/))) continue;
      const textOf = (profile: Rbp, device: Device) =>
        `RBP ${profile.name} on ${device.name} is ${modeOf(profile)}${profile.mode ? '' : ' (default)'}`;
      yield {
        at: b.mode?.at ?? b.at,
        message: `${textOf(b, pair.b)}, but ${textOf(a, pair.a)}: the switchover fails or takes long`,
        peer: {
          at: a.mode?.at ?? a.at,
          message: `${textOf(a, pair.a)}, but ${textOf(b, pair.b)}: the switchover fails or takes long`,
        },
        facts: { pair, matched },
      };
    }
  },
  fix: ({ pair, matched: { a, b } }) => [...use(pair.a, a, pair.b, b), ...use(pair.b, b, pair.a, a)],
  examples: [
    {
      title: 'Virtual here, hot there',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service s1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service s1
         peer-backup virtual
                     ^^^^^^^ RBP p1 on DeviceB is virtual, but RBP p1 on DeviceA is hot (default): the switchover fails or takes long
        #
        fixed:
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service s1
         peer-backup hot
        #
      `,
    },
    {
      title: 'Written on one device, the default on the other',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service s1
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service s1
         peer-backup hot
        #
      `,
    },
  ],
});

/** A mode that does not back up what the profiles serve is no model. */
function use(from: Device, model: Rbp, to: Device, profile: Rbp): Fix[] {
  const mode = modeOf(model);
  if (mode === 'virtual' && (serviceNotVirtual(model) ?? serviceNotVirtual(profile))) return [];
  const edit = profile.mode
    ? replace(profile.mode.at, mode)
    : insertInBlock(to, profile.block, `peer-backup ${mode}`, {
        after: (line) => /^(service-type|backup-id)/.test(line.text),
        first: true,
      });
  return [{ title: `Use peer-backup ${mode} on ${to.name}, as ${from.name} does`, edits: [edit], safe: false }];
}
