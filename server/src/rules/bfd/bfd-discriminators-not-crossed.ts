// Each end of a BFD session sends the number that the other end calls its own: local here is remote there. Of several sessions between
// two devices those whose numbers cross are matched first, and what is left is judged.
import { replace } from '../../edits/config-edits';
import { pairRule, type Fix } from '../../diagnostics/rule';
import type { BfdSession } from '../../model/device';
import type { Fact, Place } from '../../model/place';
import { bfdCouples, type BfdCouple } from '../../model/services/bfd-couples';
import { bfdExample } from '../testing/example-bfd';

interface Numbers {
  readonly couple: BfdCouple;
  readonly names: readonly [string, string];
}

export default pairRule<Numbers>({
  id: 'bfd-discriminators-not-crossed',
  requirement: 'HB-X-BFD-CROSSED',
  title: 'The discriminators of a BFD session are not crossed on the two devices',
  severity: 'error',
  why: 'Each end throws away the packets of the other, so the session stays down: what tracks it acts as if the other device had failed.',
  guide: ['sister pages of the guide'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const couple of bfdCouples(pair).couples) {
      if (couple.crossed) continue;
      const [wrong, right] = blamed(couple);
      const [wrongDevice, rightDevice] = wrong === couple.b ? [pair.b, pair.a] : [pair.a, pair.b];
      yield {
        at: wrong.remote?.at ?? wrong.at,
        message: `${wrongDevice.name}: BFD session ${wrong.name} has ${numbersText(wrong)}, ${right.name} of ${rightDevice.name} ${numbersText(right)}: the session stays down`,
        peer: {
          at: right.local?.at ?? right.at,
          message: `${rightDevice.name}: BFD session ${right.name} has ${numbersText(right)}, ${wrong.name} of ${wrongDevice.name} ${numbersText(wrong)}: the session stays down`,
        },
        facts: { couple, names: [wrongDevice.name, rightDevice.name] },
      };
    }
  },
  fix: ({ couple, names }) => mended(couple, names),
  examples: [
    {
      title: 'One number is wrong',
      config: `${bfdExample('DeviceA', 1, 11, 12)}
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.12.1 source 10.0.12.2 port 2046
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.2 255.255.255.252
        #
        bfd watch bind peer-ip 10.0.12.1
         discriminator local 12
         discriminator remote 12
                              ^^ DeviceB: BFD session watch has local 12 remote 12, watch of DeviceA local 11 remote 12: the session stays down
        #
        fixed:${bfdExample('DeviceB', 2, 12, 11)}`,
    },
    {
      title: 'Copied as it was',
      config: `${bfdExample('DeviceA', 1, 11, 12)}
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.0.12.1 source 10.0.12.2 port 2046
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.2 255.255.255.252
        #
        bfd watch bind peer-ip 10.0.12.1
         discriminator local 11
         discriminator remote 12
                              ^^ local 11 remote 12, watch of DeviceA local 11 remote 12
        #
        fixed:${bfdExample('DeviceB', 2, 12, 11)}`,
    },
    {
      title: 'Crossed, two sessions to one peer, a session to somebody else',
      config: `${bfdExample('DeviceA', 1, 11, 12)}
        bfd more bind peer-ip 10.0.12.2
         discriminator local 21
         discriminator remote 22
        #
        bfd uplink bind peer-ip 10.9.9.9
         discriminator local 31
         discriminator remote 31
        #${bfdExample('DeviceB', 2, 22, 21)}
        bfd other bind peer-ip 10.0.12.1
         discriminator local 12
         discriminator remote 11
        #
        bfd uplink bind peer-ip 10.9.9.9
         discriminator local 31
         discriminator remote 33
        #
      `,
    },
  ],
});

/**
 * The session whose remote number no local one answers, then the one that answers for it; that of the second device where both
 * are wrong.
 */
function blamed({ a, b }: BfdCouple): readonly [BfdSession, BfdSession] {
  return differ(b.remote, a.local) ? [b, a] : [a, b];
}

function differ(left: Fact<number> | undefined, right: Fact<number> | undefined): boolean {
  return left !== undefined && right !== undefined && left.value !== right.value;
}

function numbersText({ local, remote }: BfdSession): string {
  return `local ${local?.value ?? 'none'} remote ${remote?.value ?? 'none'}`;
}

function mended(couple: BfdCouple, names: Numbers['names']): Fix[] {
  const [wrong, right] = blamed(couple);
  if (!wrong.remote || !right.local) return [];
  const wanted: [Place, number][] = [[wrong.remote.at, right.local.value]];
  if (wrong.local && right.remote && differ(wrong.local, right.remote))
    wanted.push([wrong.local.at, right.remote.value]);
  const text =
    wanted.length === 1
      ? `remote ${right.local.value}`
      : `local ${right.remote!.value} and remote ${right.local.value}`;
  return [
    {
      title: `Use ${text} on ${names[0]}, as ${names[1]} has it`,
      edits: wanted.map(([at, value]) => replace(at, String(value))),
      safe: false,
    },
  ];
}
