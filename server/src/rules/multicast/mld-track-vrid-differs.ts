// The group that multicast tracks and the group the profile follows must be one, else roles and streams part at a switchover.
import type { Device } from '../../model/device';
import { findGroup } from '../../model/services/bindings';
import { interfaceKey } from '../../model/names';
import type { Place } from '../../model/place';
import { multicastBindings } from '../../model/services/bound-services';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { said, wordsAt } from '../../model/lines/canonical-text';

export default deviceRule<{ device: Device; at: Place; vrid: number; simple: boolean }>({
  id: 'mld-track-vrid-differs',
  check: 'HB-M-TRACK',
  title: 'Multicast tracks another VRRP group than the profile follows',
  severity: 'error',
  why: 'Streams move with one group and the backed-up memberships with another: after a switchover of one of them users lose their channels.',
  guide: ['003 step 5'],
  *find(device) {
    for (const { words, interface: bound, role, profile } of multicastBindings(device)) {
      const wanted = findGroup(device, role.interfaceKey, words.family, role.vrid.value);
      for (const line of bound.block.lines) {
        const text = said(line);
        const common = new RegExp(`^${words.track} vrid (\\d+)$`).exec(text);
        if (common) {
          const vrid = Number(common[1]);
          const existing = findGroup(device, bound.key, words.family, vrid);
          // A profile that names no existing group is the other rule's finding; the tracked group may well be right.
          if (role.interfaceKey === bound.key ? vrid === role.vrid.value || !wanted : existing !== undefined) continue;
          const at = wordsAt(line, text.split(' ').length - 1);
          yield {
            at,
            message:
              role.interfaceKey === bound.key
                ? `${device.name}: ${bound.name} tracks VRRP group ${vrid}, but ${profile.name} follows group ${role.vrid.value}`
                : `${device.name}: ${bound.name} tracks VRRP group ${vrid}, which is not on it; ${profile.name} follows ${role.vrid.value} of ${role.interface.value}`,
            also: [{ at: role.vrid.at, message: `${profile.name} follows VRRP group ${role.vrid.value}` }],
            facts: { device, at, vrid: role.vrid.value, simple: role.interfaceKey === bound.key },
          };
          continue;
        }
        const admin = new RegExp(`^${words.adminTrack} interface (.+) vrid (\\d+)$`).exec(text);
        if (!admin || !wanted) continue;
        const [key, vrid] = [interfaceKey(admin[1]!), Number(admin[2])];
        const followed = wanted.follows;
        if (key === role.interfaceKey && vrid === role.vrid.value) continue;
        if (followed && followed.interfaceKey === key && followed.vrid.value === vrid) continue;
        const at = wordsAt(line, text.split(' ').length - 1);
        const sameInterface = key === role.interfaceKey && !findGroup(device, key, words.family, vrid);
        yield {
          at,
          severity: sameInterface ? 'error' : 'warning',
          message: `${device.name}: ${bound.name} tracks VRRP group ${vrid}, but ${profile.name} follows group ${role.vrid.value} of ${role.interface.value}`,
          also: [{ at: role.vrid.at, message: `${profile.name} follows VRRP group ${role.vrid.value}` }],
          facts: { device, at, vrid: role.vrid.value, simple: sameInterface },
        };
      }
    }
  },
  fix({ device, at, vrid, simple }) {
    return simple
      ? [{ title: `Track group ${vrid} on ${device.name}`, edits: [replace(at, String(vrid))], safe: true }]
      : [];
  },
  examples: [
    {
      title: 'Group 2 is tracked, the profile follows group 1',
      config: `
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         multicast ipv6 track vrrp6 vrid 2
                                         ^ DeviceA: GigabitEthernet0/1/2 tracks VRRP group 2, but tv follows group 1
         remote-backup-profile tv
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         multicast ipv6 track vrrp6 vrid 1
         remote-backup-profile tv
        #
      `,
    },
    {
      title: 'The management group is tracked, but by a number it does not have',
      config: `
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 7 interface GigabitEthernet0/1/9
        #
        interface GigabitEthernet0/1/2
         multicast ipv6 track admin-vrrp6 interface GigabitEthernet0/1/9 vrid 8
                                                                              ^ tracks VRRP group 8, but tv follows group 7
         remote-backup-profile tv
        #
        interface GigabitEthernet0/1/9
         vrrp6 vrid 7 virtual-ip FE80::7 link-local
         admin-vrrp6 vrid 7
        #
      `,
    },
    {
      title: 'One group; a management group that the followed group follows; a profile whose own group is the mistake',
      config: `
        sysname DeviceA
        #
        remote-backup-profile tv
         service-type mld
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        remote-backup-profile tv2
         service-type mld
         vrrp6-id 3 interface GigabitEthernet0/1/3
        #
        remote-backup-profile tv3
         service-type mld
         vrrp6-id 5 interface GigabitEthernet0/1/4
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         multicast ipv6 track vrrp6 vrid 1
         remote-backup-profile tv
        #
        interface GigabitEthernet0/1/3
         vrrp6 vrid 3 virtual-ip FE80::3 link-local
         vrrp6 vrid 3 track admin-vrrp6 interface GigabitEthernet0/1/9 vrid 7
         multicast ipv6 track admin-vrrp6 interface GigabitEthernet0/1/9 vrid 7
         remote-backup-profile tv2
        #
        interface GigabitEthernet0/1/4
         vrrp6 vrid 4 virtual-ip FE80::4 link-local
         multicast ipv6 track vrrp6 vrid 4
         remote-backup-profile tv3
        #
        interface GigabitEthernet0/1/9
         vrrp6 vrid 7 virtual-ip FE80::7 link-local
         admin-vrrp6 vrid 7
        #
      `,
    },
  ],
});
