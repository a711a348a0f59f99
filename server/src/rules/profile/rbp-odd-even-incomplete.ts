// Users that are shared out by their MAC address need a group for odd and one for even addresses.
import type { Device, Rbp } from '../../model/device';
import type { GroupRole } from '../../model/services/bindings';
import { wordsAt } from '../../model/lines/canonical-text';
import { deviceRule, type RawFinding } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'rbp-odd-even-incomplete',
  requirement: 'HB-RBP-ODD-EVEN',
  title: 'A profile shares users out by MAC address and has not one group for odd and one for even',
  severity: 'error',
  why: 'Users whose MAC address belongs to no group are not backed up.',
  guide: ['010 context', 'vendor command reference: vrrp-id'],
  independentPer: 'profile',
  *check(device) {
    for (const profile of device.profiles.values()) {
      const found = problemOf(device, profile);
      if (found) yield found;
    }
  },
  examples: [
    {
      title: 'Odd addresses only',
      config: profile(`vrrp-id 1 interface GigabitEthernet0/1/2.1 odd-mac
                                                    ^^^^^^^ DeviceA: RBP p1 has a group for odd-mac and none for even-mac: half of the users are not backed up; add the other`),
    },
    {
      title: 'Both on one interface',
      config: profile(`vrrp-id 1 interface GigabitEthernet0/1/2.1 odd-mac
         vrrp-id 2 interface GigabitEthernet0/1/2.1 even-mac
                                                    ^^^^^^^^ DeviceA: RBP p1 has odd-mac and even-mac on GigabitEthernet0/1/2.1: both halves of the users move together; give each a sub-interface`),
    },
    {
      title: 'One of each; no sharing',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         vrrp-id 1 interface GigabitEthernet0/1/2.1 odd-mac
         vrrp-id 2 interface GigabitEthernet0/1/2.2 even-mac
        #
        remote-backup-profile p2
         service-type bras
         vrrp-id 1 interface GigabitEthernet0/1/2.1
        #
      `,
    },
  ],
});

function problemOf(device: Device, profile: Rbp): RawFinding<undefined> | undefined {
  const groups = profile.roles.filter((role): role is GroupRole => role.kind === 'group');
  const odd = groups.find(({ mac }) => mac === 'odd-mac');
  const even = groups.find(({ mac }) => mac === 'even-mac');
  if (odd && even) return onOneInterface(device, profile, odd, even);
  const only = odd ?? even;
  if (!only) return undefined;
  const lacking = odd ? 'even-mac' : 'odd-mac';
  return {
    at: wordOf(only),
    message: `${device.name}: RBP ${profile.name} has a group for ${only.mac} and none for ${lacking}: half of the users are not backed up; add the other`,
    facts: undefined,
  };
}

/** Each half of the users comes in over a sub-interface of its own (vendor configuration guide: multi-device backup platform). */
function onOneInterface(
  device: Device,
  profile: Rbp,
  odd: GroupRole,
  even: GroupRole,
): RawFinding<undefined> | undefined {
  if (odd.interfaceKey !== even.interfaceKey) return undefined;
  return {
    at: wordOf(even),
    message: `${device.name}: RBP ${profile.name} has odd-mac and even-mac on ${even.interface.value}: both halves of the users move together; give each a sub-interface`,
    also: [{ at: wordOf(odd), message: `${device.name}: RBP ${profile.name} has odd-mac on the same interface` }],
    facts: undefined,
  };
}

/** Where the line says which addresses. */
function wordOf({ line }: GroupRole) {
  return wordsAt(line, Infinity);
}

function profile(lines: string): string {
  return `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         ${lines}
        #
      `;
}
