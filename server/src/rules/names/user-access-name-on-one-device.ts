// A name of user access that this device uses and defines nowhere, where the other device defines that very name: an excerpt may leave
// all names of a kind out, but then it does so on both.
import { isBuiltIn, type NameKind } from '../../catalogue';
import { describeName, isDefinition, type Occurrence } from '../../model/references/section-names';
import { pairRule } from '../../diagnostics/rule';
import { provesAbsence } from '../shared/user-access-names';
import { isUse } from '../shared/undefined-name';
import { exampleDevice } from '../testing/example-pair';

const failToLogIn = 'users there do not log in after a switchover';
const treatedOtherwise = "after a switchover the users' traffic is treated otherwise there";

/** By kind of name what follows. */
const effects: Partial<Readonly<Record<NameKind, string>>> = {
  'authentication-scheme': failToLogIn,
  'authorization-scheme': failToLogIn,
  'accounting-scheme': failToLogIn,
  'radius-group': failToLogIn,
  'hwtacacs-template': failToLogIn,
  'service-scheme': failToLogIn,
  domain: failToLogIn,
  'user-group': failToLogIn,
  'l2tp-group': failToLogIn,
  'ipv6-prefix-pool': 'users there get no prefix after a switchover',
  vsi: 'users behind the circuit get nothing there',
  'traffic-policy': treatedOtherwise,
  'traffic-classifier': treatedOtherwise,
  'traffic-behavior': treatedOtherwise,
  'time-range': 'the rule holds at no time there',
};
const kinds = Object.keys(effects) as NameKind[];

export default pairRule<undefined>({
  id: 'user-access-name-on-one-device',
  requirement: 'HB-X-AAA-DEFINED',
  title: 'A name of user access is defined on the other device only',
  severity: 'warning',
  why: 'Users of the domain do not log in on the device that lacks it, or their traffic is not treated there as it was.',
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
        for (const definition of peer.nameIndex.definitions(kind)) {
          if (definition.undone || isBuiltIn(kind, definition.key) || reported.has(definition.key)) continue;
          reported.add(definition.key);
          const occurrences = device.nameIndex.occurrences(kind, definition.key);
          const name = occurrences.some(isDefinition) ? undefined : firstUse(occurrences);
          if (!name) continue;
          const message = `${device.name}: ${describeName(name)} is not defined, ${peer.name} defines the name: ${effects[kind]}; create the same`;
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

/** The line that gives users the name before one of an ACL, which only picks them. */
function firstUse(occurrences: readonly Occurrence[]): Occurrence | undefined {
  return occurrences.find((one) => isUse(one) && one.line.view !== 'acl') ?? occurrences.find(isUse);
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
