// Neighbour entries can be taken over only where both devices treat neighbours alike: the guide wants the same ND configuration.
import { canonicalText } from '../../model/lines/canonical-text';
import type { MatchedLine } from '../../model/lines/matched-line';
import { boundDifferently } from '../../model/services/followed-groups';
import { pairRule } from '../../diagnostics/rule';
import {
  differenceFindings,
  differenceFixes,
  differences,
  mayDiffer,
  type ComparedSettings,
  type DifferenceFacts,
} from '../shared/same-configuration';
import { exampleChannel } from '../testing/example-channel';

const isSetting = (_: MatchedLine, text: string) => /^(undo )?ipv6 nd /.test(text);

const isUndoOfHalt = ({ difference: { a, b } }: DifferenceFacts) =>
  [a, b].some((line) => line && canonicalText(line) === 'undo ipv6 nd ra halt');

const differing = boundDifferently((left, right) => mayDiffer(left.block, right.block, isSetting));

export default pairRule<DifferenceFacts>({
  id: 'nd-settings-differ',
  requirement: 'HB-ND-SAMECONF',
  title: 'The ND configuration of the two bound interfaces differs',
  severity: 'warning',
  why: 'After a switchover neighbours are resolved or announced in another way, and downstream traffic to them may be interrupted.',
  guide: ['001 prerequisites'],
  supersededBy: ['nd-preferred-above-valid', 'rbp-binding-not-mirrored'],
  independentPer: 'binding',
  *check(pair) {
    for (const { a, b } of differing(pair, 'nd')) {
      // Bound on another interface than its group's: a fault of its own, and no interface to compare.
      if (
        [a, b].some(({ profile, interface: port }) =>
          profile.roles.some((role) => role.kind === 'group' && role.interfaceKey !== port.key),
        )
      )
        continue;
      const compared = (binding: typeof a): ComparedSettings => ({
        device: binding.device,
        block: binding.interface.block,
        at: binding.at,
        name: binding.interface.name,
        follows: 'traffic may stop after a switchover',
      });
      const [ofA, ofB] = [compared(a), compared(b)];
      yield* differenceFindings(ofA, ofB, differences(ofA, ofB, isSetting));
    }
  },
  // Without it neither device would tell hosts anything.
  fix: (facts) => differenceFixes({ ...facts, neverRemoved: isUndoOfHalt(facts) }),
  examples: [
    {
      title: 'Router advertisements are held back on one device only',
      config:
        device(
          'DeviceA',
          1,
          `
         ipv6 nd ra halt`,
          '',
        ) +
        device(
          'DeviceB',
          2,
          '',
          `
                               ^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2 lacks "ipv6 nd ra halt", which DeviceA has: traffic may stop after a switchover`,
        ) +
        `
        fixed:${device(
          'DeviceB',
          2,
          '',
          '',
          `
         ipv6 nd ra halt`,
        )}`,
    },
    {
      title: 'Alike',
      config:
        device(
          'DeviceA',
          1,
          `
         ipv6 nd ra halt`,
          '',
        ) +
        device(
          'DeviceB',
          2,
          `
         ipv6 nd ra halt`,
          '',
        ),
    },
  ],
});

function device(name: string, own: 1 | 2, nd: string, carets: string, last = ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 2000)}
        #
        remote-backup-profile neighbours
         service-type nd
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2${nd}
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile neighbours${carets}${last}
        #`;
}
