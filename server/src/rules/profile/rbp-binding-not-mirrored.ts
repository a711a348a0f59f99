// The peer binds the profile where its group is; this device binds it on another interface, and its own group's interface has
// none. What the bound interface lacks for the service is not missing there: the binding is on the wrong interface
// (docs/decisions/where-a-profile-is-bound.md).
import type { Device, Interface } from '../../model/device';
import { nameKey } from '../../model/names';
import type { ProfilePair, Side } from '../../model/pairing/pair';
import { other } from '../../model/pairing/pair';
import {
  followsETrunk,
  groupsOf,
  hasService,
  onlyBinding,
  sameMainInterface,
  type Binding,
} from '../../model/services/bindings';
import { insertInBlock, removeLine } from '../../edits/config-edits';
import { linesMatching } from '../../model/lines/canonical-text';
import { pairRule } from '../../diagnostics/rule';
import { exampleDevice } from '../testing/example-pair';

interface Facts {
  readonly binding: Binding;
  readonly home: Interface;
}

/** Services whose users are on the interface of the group. For the DHCPv6 relay a rule of its own tells it. */
const atTheGroup = ['nd', 'mld', 'arp', 'igmp'] as const;

export default pairRule<Facts>({
  id: 'rbp-binding-not-mirrored',
  requirement: 'HB-RBP-BIND-VRRPIF',
  title: 'A profile is bound at its group on one device and on another interface on the other',
  severity: 'error',
  why: 'The users of the group are not backed up on that device: what it learns of them is lost with it, and it knows nothing when it takes over.',
  guide: ['001 step 5.1', '003 step 5'],
  independentPer: 'binding',
  *check(pair) {
    for (const matched of pair.profiles) {
      if (!atTheGroup.some((service) => hasService(matched.a, service) && hasService(matched.b, service))) continue;
      for (const side of ['a', 'b'] as const) {
        const wrong = boundElsewhere(pair[side], matched, side);
        const right = boundAtGroup(pair[other(side)], matched, other(side));
        if (!wrong || !right) continue;
        const { binding, home } = wrong;
        yield {
          at: home.at,
          message: `${binding.device.name}: RBP ${binding.profile.name} is bound to ${binding.interface.name}, not to ${home.name} of the group: users of the group are not backed up; bind there`,
          supersedesAt: [binding.at],
          peer: {
            at: right.at,
            message: `${right.device.name}: RBP ${right.profile.name} is bound where its group is`,
          },
          also: [
            {
              at: binding.at,
              message: `${binding.device.name}: ${binding.interface.name} binds RBP ${binding.profile.name}`,
            },
          ],
          facts: wrong,
        };
      }
    }
  },
  fix({ binding, home }) {
    const { device, profile, interface: bound } = binding;
    const line = linesMatching(bound.block.lines, /^remote-backup-profile /).find(
      (line) => nameKey(line.text.split(/\s+/)[1] ?? '') === profile.key,
    );
    if (!line) return [];
    return [
      {
        title: `Bind ${profile.name} on ${home.name} instead of ${bound.name} on ${device.name}`,
        edits: [removeLine(line), insertInBlock(device, home.block, line.text)],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'On the uplink',
      config:
        exampleDevice('DeviceA', 1, {}) +
        exampleDevice('DeviceB', 2, {
          vrrp: '\n         vrrp vrid 1 priority 100',
          rest: `
        #
        interface GigabitEthernet0/1/5
         ip address 10.5.0.2 255.255.255.252
         remote-backup-profile p1`,
        })
          .replace('priority 100\n         remote-backup-profile p1', 'priority 100')
          .replace(
            'interface GigabitEthernet0/1/2\n         ip',
            `interface GigabitEthernet0/1/2
                  ^^^^^^^^^^^^^^^^^^^^ DeviceB: RBP p1 is bound to GigabitEthernet0/1/5, not to GigabitEthernet0/1/2 of the group: users of the group are not backed up; bind there
         ip`,
          ),
    },
    { title: 'At the group on both', config: exampleDevice('DeviceA', 1, {}) + exampleDevice('DeviceB', 2, {}) },
  ],
});

/** The one binding of the profile, where it is on another port than the one group, whose interface binds nothing. */
function boundElsewhere(device: Device, matched: ProfilePair, side: Side): Facts | undefined {
  const profile = matched[side];
  const binding = onlyBinding(profile, device);
  const [group, ...others] = groupsOf(profile, device);
  const home = group && device.interfaces.get(group.interfaceKey);
  if (!binding || !home || others.length > 0 || followsETrunk(profile)) return undefined;
  if (home.profiles.length > 0 || binding.interface.groups.length > 0) return undefined;
  return sameMainInterface(binding.interface.key, home.key) ? undefined : { binding, home };
}

function boundAtGroup(device: Device, matched: ProfilePair, side: Side): Binding | undefined {
  const profile = matched[side];
  const keys = new Set(groupsOf(profile, device).map((group) => group.interfaceKey));
  const binding = onlyBinding(profile, device);
  return binding && keys.has(binding.interface.key) ? binding : undefined;
}
