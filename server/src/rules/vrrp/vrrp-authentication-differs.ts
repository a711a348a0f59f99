// Advertisements that are authenticated in another way are dropped: neither device hears the other (docs/decisions/two-masters.md).
// A group that follows another sends none: there it is a warning, for what
// comes when it elects itself. Keys that are stored in cipher are never compared, and no key is ever shown.
import { isHotBackup } from '../../model/pairing/pair';
import { authenticationFault, authenticationOf } from '../../model/vrrp/authentication';
import { electsItself, groupName, membersOf, type Member } from '../../model/vrrp/member';
import { pairRule } from '../../diagnostics/rule';
import { examplePair } from '../testing/example-pair';

export default pairRule<undefined>({
  id: 'vrrp-authentication-differs',
  requirement: 'HB-PAIR-AUTH',
  title: 'The two devices of a group authenticate their advertisements differently',
  severity: 'error',
  why: 'Each drops the advertisements of the other and becomes master: two masters answer for one gateway.',
  guide: ['CLI reference, authentication-mode'],
  independentPer: 'group',
  *check(pair) {
    for (const group of pair.groups) {
      const { a, b } = membersOf(pair, group);
      const isLed = a.group.follows !== undefined && b.group.follows !== undefined;
      if (!isLed && (!electsItself(a) || !electsItself(b))) continue;
      const fault = authenticationFault(a, b);
      if (!fault) continue;
      const outcome = isLed ? 'both become master once no other group leads' : 'both become master';
      const what = (member: Member) => authenticationOf(member.group)?.mode ?? 'no';
      const message = (self: Member, other: Member) =>
        fault === 'key'
          ? `${self.device.name}: ${groupName(self.group)} has another authentication key than on ${other.device.name}: ${outcome}`
          : `${self.device.name}: ${groupName(self.group)} has ${what(self)} authentication, ${other.device.name} ${what(other)}: ${outcome}`;
      const at = ({ group: group }: Member) => authenticationOf(group)?.at ?? group.at;
      // At the device that lacks it, else at the second.
      const [here, there] = authenticationOf(group.a) ? [b, a] : [a, b];
      yield {
        at: at(here),
        message: message(here, there),
        severity: isHotBackup(group) && !isLed ? 'error' : 'warning',
        peer: { at: at(there), message: message(there, here) },
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'On one device only',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 authentication-mode md5 Example1`,
        },
        {
          vrrp: `
                   ^ DeviceB: VRRP group 1 has no authentication, DeviceA md5: both become master`,
        },
      ),
    },
    {
      title: 'Another mode',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 authentication-mode md5 Example1`,
        },
        {
          vrrp: `
         vrrp vrid 1 authentication-mode simple plain Example1
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: VRRP group 1 has simple authentication, DeviceA md5: both become master`,
        },
      ),
    },
    {
      title: 'A group that follows another',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 track admin-vrrp interface GigabitEthernet0/1/8 vrid 2 unflowdown
         vrrp vrid 1 authentication-mode md5 Example1`,
        },
        {
          vrrp: `
                   ^ DeviceB: VRRP group 1 has no authentication, DeviceA md5: both become master once no other group leads
         vrrp vrid 1 track admin-vrrp interface GigabitEthernet0/1/8 vrid 2 unflowdown`,
        },
      ),
    },
    {
      title: 'Another readable key',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 authentication-mode simple plain Example1`,
        },
        {
          vrrp: `
         vrrp vrid 1 authentication-mode simple plain Example2
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: VRRP group 1 has another authentication key than on DeviceA`,
        },
      ),
    },
    {
      title: 'Keys stored in cipher are not compared',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 authentication-mode md5 %^%#abcdefgh1234567%^%#`,
        },
        {
          vrrp: `
         vrrp vrid 1 authentication-mode md5 %^%#8765432hgfedcba%^%#`,
        },
      ),
    },
    {
      title: 'Version 3 has no authentication',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 authentication-mode md5 Example1`,
          rest: `
        #
        vrrp version v3`,
        },
        {
          rest: `
        #
        vrrp version v3`,
        },
      ),
    },
  ],
});
