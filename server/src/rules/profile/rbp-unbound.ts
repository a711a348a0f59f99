// A profile works where an interface or a pool binds it. BRAS profiles may be used otherwise, so the error is for the
// services that the guide binds (docs/decisions/where-a-profile-is-bound.md). Where something binds a name that is not
// there, that finding already tells what went wrong.
import type { Block, Device, Rbp } from '../../model/device';
import { boundProfiles, unboundProfiles } from '../../model/services/bindings';
import { memoizeByObject } from '../../text/memoize';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { isAlwaysBound, servicesOf } from '../shared/backup-services';
import { attempted } from '../shared/typo';

const misspelledBinding = memoizeByObject((block: Block) => (attempted(block, /^remote-backup-profile/) ? 'yes' : ''));

export default deviceRule<{ device: Device; profile: Rbp }>({
  id: 'rbp-unbound',
  requirement: 'HB-RBP-UNBOUND',
  title: 'A profile that no interface and no pool binds',
  severity: 'error',
  why: 'Only users behind a bound interface or pool are backed up: without `remote-backup-profile` there, nobody is.',
  guide: ['000 step 5.2', '001 step 5.2', '002 step 4.6', '003 step 5'],
  supersededBy: ['rbp-bound-on-one-device'],
  *check(device) {
    const unbound = unboundProfiles(device);
    if (unbound.length === 0 || boundProfiles(device).some((key) => !device.profiles.has(key))) return;
    // A binding that was not understood is a finding of its own.
    if (
      [...device.interfaces.values(), ...device.pools].some(
        (item) => item.profiles.length === 0 && misspelledBinding(item.block) !== '',
      )
    )
      return;
    for (const profile of unbound) {
      const bound = isAlwaysBound(profile);
      // In an excerpt the interface that binds it may be left out, as the one of its group is.
      const leftOut = profile.roles.some((role) => role.kind === 'group' && !device.interfaces.has(role.interfaceKey));
      yield {
        at: profile.at,
        message: `${device.name}: no interface and no pool binds RBP ${profile.name}${bound && leftOut ? ' in this file' : ''}, so no user is backed up; bind the RBP`,
        severity: bound && !leftOut ? 'error' : 'information',
        facts: { device, profile },
      };
    }
  },
  fix({ device, profile }) {
    const text = `remote-backup-profile ${profile.name}`;
    if (servicesOf(profile).has('dhcp-server')) {
      return device.pools
        .filter((pool) => pool.server)
        .slice(0, 3)
        .map((pool) => ({
          title: `Bind ${profile.name} to ip pool ${pool.name}`,
          edits: [insertInBlock(device, pool.block, text)],
          safe: false,
        }));
    }
    return profile.roles.flatMap((role) => {
      const key = role.kind === 'group' ? role.interfaceKey : `eth-trunk${role.ethTrunk.value}`;
      const owner = device.interfaces.get(key);
      return owner && owner.profiles.length === 0
        ? [
            {
              title: `Bind ${profile.name} to ${owner.name}`,
              edits: [insertInBlock(device, owner.block, text)],
              safe: false,
            },
          ]
        : [];
    });
  },
  examples: [
    {
      title: 'Bound nowhere',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
                              ^^ DeviceA: no interface and no pool binds RBP p1, so no user is backed up; bind the RBP
         service-type nd
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'A DHCP server profile without its pool',
      config: `
        sysname DeviceA
        #
        ip pool office server
         gateway 10.9.0.254 255.255.255.0
        #
        remote-backup-profile p1
                              ^^ DeviceA: no interface and no pool binds RBP p1, so no user is backed up; bind the RBP
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.9.0.254
        #
        fixed:
        sysname DeviceA
        #
        ip pool office server
         gateway 10.9.0.254 255.255.255.0
         remote-backup-profile p1
        #
        remote-backup-profile p1
         service-type dhcp-server
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.9.0.254
        #
      `,
    },
    {
      title: 'Bound to an interface, to a pool, or by a misspelled name',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
        #
        remote-backup-profile p2
         service-type dhcp-server
        #
        ip pool office server
         remote-backup-profile P2
        #
        interface GigabitEthernet0/1/2
         remote-backup-profile p1
        #
        --- C.cfg
        sysname DeviceC
        #
        remote-backup-profile p1
         service-type nd
        #
        interface GigabitEthernet0/1/2
         remote-backup-profile p11
        #
      `,
    },
  ],
});
