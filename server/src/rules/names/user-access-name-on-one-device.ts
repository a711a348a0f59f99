// A name of user access, of routing or of a track that this device uses and defines nowhere, where the other device defines that very
// name: an excerpt may leave all names of a kind out, but then it does so on both.
import { isBuiltIn, type NameKind } from '../../catalogue';
import type { Device } from '../../model/device';
import { describeName, isDefinition, type Occurrence } from '../../model/references/section-names';
import { pairRule } from '../../diagnostics/rule';
import { provesAbsence } from '../shared/user-access-names';
import { isUse } from '../shared/undefined-name';
import { exampleDevice } from '../testing/example-pair';

const failToLogIn = 'users there do not log in after a switchover';
const treatedOtherwise = "after a switchover the users' traffic is treated otherwise there";
const otherRoutes = 'other routes are picked there than here';

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
  'as-path-filter': otherRoutes,
  'community-filter': otherRoutes,
  'extcommunity-filter': otherRoutes,
  'rd-filter': otherRoutes,
  'large-community-filter': otherRoutes,
  'route-policy': otherRoutes,
  'ip-prefix': otherRoutes,
  'policy-based-route': 'packets go by the routing table alone there',
  keychain: 'neighbours that sign are not heard there',
  'nqa-test': 'a fault there is not noticed',
  'qos-profile': treatedOtherwise,
  'pki-realm': 'there is no certificate to show',
};
const kinds = Object.keys(effects) as NameKind[];

export default pairRule<undefined>({
  id: 'user-access-name-on-one-device',
  requirement: 'HB-X-AAA-DEFINED',
  title: 'A name that a line uses is defined on the other device only',
  severity: 'warning',
  why: 'Users of the domain do not log in on the device that lacks it, or their traffic does not go there as it did.',
  guide: ['vendor configuration files'],
  *check(pair) {
    for (const [device, peer] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      if (device.holdsSeveralDevices || peer.holdsSeveralDevices) continue;
      for (const kind of kinds) {
        // Else its own file proves it.
        if (isToldAlone(device, kind)) continue;
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
      title: 'A test that a route tracks, and a policy of BGP',
      config:
        exampleDevice('DeviceA', 1, { rest: routes(true) }) + exampleDevice('DeviceB', 2, { rest: routes(false) }),
    },
    {
      title: 'On both, and on neither',
      config: exampleDevice('DeviceA', 1, { rest: users(true) }) + exampleDevice('DeviceB', 2, { rest: users(true) }),
    },
  ],
});

/** Whether another rule tells the name by this file alone: policies and prefix lists count in whole files only. */
function isToldAlone(device: Device, kind: NameKind): boolean {
  return kind === 'route-policy' || kind === 'ip-prefix' ? device.isWholeFile : provesAbsence(device, kind);
}

/** The line that gives users the name before one of an ACL, which only picks them. */
function firstUse(occurrences: readonly Occurrence[]): Occurrence | undefined {
  return occurrences.find((one) => isUse(one) && one.line.view !== 'acl') ?? occurrences.find(isUse);
}

function routes(isThere: boolean): string {
  const definitions = `
        nqa test-instance admin uplink
         test-type icmp
        #
        route-policy out permit node 10
        #`;
  const carets = (row: string) =>
    isThere
      ? ''
      : `
${row}`;
  return `
        #
        route-policy in permit node 10
        #${isThere ? definitions : ''}
        ip route-static 0.0.0.0 0 10.2.1.2 track nqa admin uplink${carets(
          '                                                           ^^^^^^ DeviceB: NQA test admin uplink is not defined, DeviceA defines the name: a fault there is not noticed; create the same',
        )}
        #
        bgp 65001
         peer 10.9.9.9 as-number 65002
         peer 10.9.9.9 route-policy out export${carets(
           '                                    ^^^ DeviceB: route-policy out is not defined, DeviceA defines the name: other routes are picked there than here; create the same',
         )}`;
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
