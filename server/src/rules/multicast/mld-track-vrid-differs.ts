// The group that multicast tracks and the group the profile follows must be one, else roles and streams part at a switchover.
import type { Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { multicastTracks, multicastBindings } from '../../model/services/multicast';
import type { Place } from '../../model/place';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';

export default deviceRule<{ device: Device; at: Place; vrid: number; simple: boolean }>({
  id: 'mld-track-vrid-differs',
  requirement: 'HB-M-TRACK',
  title: 'Multicast tracks another VRRP group than the profile follows',
  severity: 'error',
  why: 'Streams move with one group and the backed-up memberships with another: after a switchover of one of them users lose their channels.',
  guide: ['003 step 5', '006 step 5'],
  *check(device) {
    for (const binding of multicastBindings(device)) {
      const { interface: bound, role, profile } = binding;
      for (const { line, vrid, kind, fault } of multicastTracks(device, binding)) {
        if (fault === undefined) continue;
        const at = lastWord(line);
        const on = kind === 'own' && role.interfaceKey === bound.key ? '' : ` of ${role.interface.value}`;
        yield {
          at,
          severity: fault === 'other-group' ? 'warning' : 'error',
          message:
            fault === 'other-interface'
              ? `${device.name}: ${bound.name} tracks VRRP group ${vrid}, which is not there: streams have no role; RBP ${profile.name} follows ${role.vrid.value}${on}`
              : `${device.name}: ${bound.name} tracks VRRP group ${vrid}, but RBP ${profile.name} follows group ${role.vrid.value}${on}: streams follow another role`,
          also: [
            { at: role.vrid.at, message: `${device.name}: RBP ${profile.name} follows VRRP group ${role.vrid.value}` },
          ],
          facts: { device, at, vrid: role.vrid.value, simple: fault === 'other-number' },
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
                                         ^ DeviceA: GigabitEthernet0/1/2 tracks VRRP group 2, but RBP tv follows group 1: streams follow another role
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
                                                                              ^ DeviceA: GigabitEthernet0/1/2 tracks VRRP group 8, but RBP tv follows group 7 of GigabitEthernet0/1/9: streams follow another role
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

function lastWord(line: MatchedLine): Place {
  return wordsAt(line, canonicalText(line).split(' ').length - 1);
}
