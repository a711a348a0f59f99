// Both devices share users out by MAC address in one way: what follows one virtual router on the one has the same word on the other.
import type { Device, Group } from '../../model/device';
import { matchedProfiles } from '../../model/pairing/changed-profiles';
import { groupPairOf } from '../../model/pairing/matching';
import type { Pair, ProfilePair } from '../../model/pairing/pair';
import { findGroup, type GroupRole } from '../../model/services/bindings';
import { wordsAt } from '../../model/lines/canonical-text';
import { groupName } from '../../model/vrrp/member';
import { replace } from '../../edits/config-edits';
import { eachOf, pairRule, type Fix, type RawFinding } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

interface Facts {
  readonly device: Device;
  readonly roles: readonly GroupRole[];
}

export default pairRule<Facts>({
  id: 'rbp-odd-even-crossed',
  requirement: 'HB-RBP-ODD-EVEN',
  title: 'The two devices share users out by MAC address in opposite ways',
  severity: 'error',
  why: 'The device that becomes master of a group has the entries of the other half of the users.',
  guide: ['010 context', 'vendor command reference: vrrp-id'],
  ...eachOf(matchedProfiles, crossed),
  fix({ device, roles }): Fix[] {
    const edits = roles.map((role) => replace(wordOf(role), role.mac === 'odd-mac' ? 'even-mac' : 'odd-mac'));
    return [{ title: `Exchange odd-mac and even-mac on ${device.name}`, edits, safe: false }];
  },
  examples: [
    {
      title: 'Crossed',
      config:
        device('DeviceA', 1, ['odd-mac', 'even-mac']) +
        device('DeviceB', 2, [
          `even-mac
                                                    ^^^^^^^^ DeviceB: RBP p1 has VRRP group 1 for even-mac, p1 of DeviceA for odd-mac: the new master has the other half of the users; exchange the words`,
          'odd-mac',
        ]) +
        `
        fixed:${device('DeviceB', 2, ['odd-mac', 'even-mac'])}`,
    },
    {
      title: 'Alike',
      config: device('DeviceA', 1, ['odd-mac', 'even-mac']) + device('DeviceB', 2, ['odd-mac', 'even-mac']),
    },
  ],
});

function* crossed(pair: Pair, { a, b }: ProfilePair): Iterable<RawFinding<Facts>> {
  const rolesOf = (roles: (typeof a)['roles']) =>
    roles.filter((role): role is GroupRole => role.kind === 'group' && role.mac !== undefined);
  const [ofA, ofB] = [rolesOf(a.roles), rolesOf(b.roles)];
  if (ofA.length !== 2 || ofB.length !== 2) return;
  for (const role of ofA) {
    const group = groupOf(pair.a, role);
    const counterpart = group && groupPairOf(pair, group)?.b;
    const answer = ofB.find((item) => counterpart !== undefined && groupOf(pair.b, item) === counterpart);
    if (!group || !counterpart || !answer || answer.mac === role.mac) continue;
    const [own, peerGroup] = [groupName(counterpart), groupName(group)];
    yield {
      at: wordOf(answer),
      message: `${pair.b.name}: RBP ${b.name} has ${own} for ${answer.mac}, ${a.name} of ${pair.a.name} for ${role.mac}: the new master has the other half of the users; exchange the words`,
      peer: {
        at: wordOf(role),
        message: `${pair.a.name}: RBP ${a.name} has ${peerGroup} for ${role.mac}, ${b.name} of ${pair.b.name} for ${answer.mac}`,
      },
      facts: { device: pair.b, roles: ofB },
    };
    return;
  }
}

function groupOf(device: Device, { interfaceKey, family, vrid }: GroupRole): Group | undefined {
  return findGroup(device, interfaceKey, family, vrid.value);
}

/** Where the line says which addresses. */
function wordOf({ line }: GroupRole) {
  return wordsAt(line, Infinity);
}

function device(name: string, own: 1 | 2, [first, second]: readonly [string, string]): string {
  const sub = (vrid: 1 | 2) => `interface GigabitEthernet0/1/2.${vrid}
         ip address 10.1.${vrid}.${own} 255.255.255.0
         vrrp vrid ${vrid} virtual-ip 10.1.${vrid}.254
         vrrp vrid ${vrid} priority ${own === vrid ? 150 : 120}`;
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.5.0', 2000)}
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2.1 ${first}
         vrrp-id 2 interface GigabitEthernet0/1/2.2 ${second}
        #
        ${sub(1)}
        #
        ${sub(2)}
        #`;
}
