// A name of user access that this device uses and defines nowhere, where the other device defines that very name: an excerpt may leave
// all names of a kind out, but then it does so on both.
import { isBuiltIn, type NameKind } from '../../catalogue';
import { describeName, type Occurrence } from '../../model/references/section-names';
import { pairRule } from '../../diagnostics/rule';
import { provesAbsence } from '../shared/user-access-names';
import { isUse } from '../shared/undefined-name';
import { exampleDevice } from '../testing/example-pair';

const kinds: readonly NameKind[] = [
  'authentication-scheme',
  'authorization-scheme',
  'accounting-scheme',
  'radius-group',
  'hwtacacs-template',
  'service-scheme',
  'domain',
  'user-group',
  'l2tp-group',
];

export default pairRule<undefined>({
  id: 'user-access-name-on-one-device',
  requirement: 'HB-X-AAA-DEFINED',
  title: 'A name of user access is defined on the other device only',
  severity: 'warning',
  why: 'Users of the domain do not log in on the device that lacks it.',
  guide: ['vendor configuration files'],
  *check(pair) {
    for (const [device, peer] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      if (device.holdsSeveralDevices || peer.holdsSeveralDevices) continue;
      for (const kind of kinds) {
        // Else its own file proves it.
        if (provesAbsence(device, kind)) continue;
        const reported = new Set<string>();
        for (const name of device.nameIndex.lacking(kind)) {
          if (!isUse(name) || isBuiltIn(kind, name.key) || reported.has(name.key)) continue;
          const definition = peer.nameIndex.occurrences(kind, name.key).find(isMade);
          if (!definition) continue;
          reported.add(name.key);
          const message = `${device.name}: ${describeName(name)} is not defined, ${peer.name} defines the name: users there do not log in after a switchover; create the same`;
          yield { at: name.at, message, peer: { at: definition.at, message }, facts: undefined };
        }
      }
    }
  },
  examples: [
    {
      title: 'The group of the users on one device only',
      config: exampleDevice('DeviceA', 1, { rest: users(true) }) + exampleDevice('DeviceB', 2, { rest: users(false) }),
    },
    {
      title: 'On both, and on neither',
      config: exampleDevice('DeviceA', 1, { rest: users(true) }) + exampleDevice('DeviceB', 2, { rest: users(true) }),
    },
  ],
});

function isMade({ defines, undone }: Occurrence): boolean {
  return defines && !undone;
}

function users(isThere: boolean): string {
  const carets = isThere
    ? ''
    : `
                     ^^^^^ DeviceB: user group homes is not defined, DeviceA defines the name: users there do not log in after a switchover; create the same`;
  return `
        #${
          isThere
            ? `
        user-group homes
        #`
            : ''
        }
        aaa
         domain isp
          user-group homes bind nat instance n1${carets}
          radius-server group isp`;
}
