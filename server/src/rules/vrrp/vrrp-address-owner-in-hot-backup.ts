// The owner of a virtual IP has priority 255 and takes its role back the moment it is up: no delay holds it, no track lowers it.
// Where users' entries have to be refilled first, that is the wrong master.
import { isHotBackup } from '../../model/pairing/pair';
import { electsItself, groupName, interfaceOf, membersOf } from '../../model/vrrp/member';
import { isOwner, ownedVirtualIp } from '../../model/vrrp/addresses';
import { pairRule } from '../../diagnostics/rule';
import { examplePair } from '../testing/example-pair';

export default pairRule({
  id: 'vrrp-address-owner-in-hot-backup',
  requirement: 'HB-X-V-OWNER-HB',
  title: 'A device of a hot-backup group owns the virtual IP',
  severity: 'warning',
  why: 'After a restart the owner is master at once, with no entries: its users are cut off until the entries are back. No delay and no track has any effect on it.',
  guide: ['000 step 1.7', 'sister pages of the guide'],
  supersededBy: ['duplicate-interface-address', 'rbs-address-is-virtual', 'vrrp-virtual-ip-mismatch'],
  independentPer: 'group',
  *check(pair) {
    for (const group of pair.groups) {
      const { a, b } = membersOf(pair, group);
      const owners = [a, b].filter(isOwner);
      if (!isHotBackup(group) || owners.length !== 1 || !electsItself(a) || !electsItself(b)) continue;
      const [owner] = owners as [typeof a];
      const own = interfaceOf(owner)?.addresses ?? [];
      const ip = ownedVirtualIp(owner);
      if (!ip) continue;
      yield {
        at: ip.at,
        message: `${owner.device.name}: the virtual IP of ${groupName(owner.group)} is the device's own address: the role comes back at once, before the entries of the users`,
        also: own
          .filter((address) => address.prefix.address.key === ip.address.key)
          .map((address) => ({
            at: address.at,
            message: `${owner.device.name}: the address of ${owner.group.interfaceName}`,
          })),
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: "The gateway address is DeviceA's own",
      config: examplePair(
        {
          address: '10.1.1.254',
          vrrp: `
                                ^^^^^^^^^^ DeviceA: the virtual IP of VRRP group 1 is the device's own address: the role comes back at once, before the entries of the users`,
        },
        {},
      ),
    },
    { title: 'An address of its own for the group', config: examplePair({}, {}) },
    {
      title: 'A delay that has no effect beside it',
      config: examplePair(
        {
          address: '10.1.1.254',
          vrrp: `
                                ^^^^^^^^^^ DeviceA: the virtual IP of VRRP group 1 is the device's own address: the role comes back at once
         vrrp vrid 1 preempt-mode timer delay 600`,
        },
        {},
      ),
    },
  ],
});
