// A group that follows a management group takes its role from there and may not watch anything itself.
import type { Group, Track } from '../../model/device';
import { removeLine } from '../../edits/config-edits';
import { groupName } from '../../model/vrrp/member';
import { trackedName } from '../../model/vrrp/tracked-name';
import { deviceRule } from '../../diagnostics/rule';

const own = new Set(['interface', 'bfd-session', 'nqa']);

export default deviceRule<{ group: Group; track: Track }>({
  id: 'vrrp-follower-has-own-track',
  requirement: 'HB-V-MEMBER-TRACK',
  title: 'A group that follows a management group tracks something itself',
  severity: 'error',
  why: 'The device accepts one or the other: the line is refused, and what was meant to be watched is not.',
  guide: ['published YANG', 'sister pages of the guide'],
  independentPer: 'group',
  *check(device) {
    for (const group of device.groups) {
      if (!group.follows || device.firewall) continue;
      for (const track of group.tracks) {
        if (!own.has(track.object.kind)) continue;
        yield {
          at: track.line,
          message: `${device.name}: ${groupName(group)} follows a management group: the device refuses the track of ${trackedName(track)}`,
          also: [
            { at: group.follows.at, message: `${device.name}: ${groupName(group)} follows a management group here` },
          ],
          facts: { group, track },
        };
      }
    }
  },
  fix: ({ group, track }) => [
    { title: 'Remove this track', edits: [removeLine(track.line)], safe: false },
    ...(group.follows
      ? [{ title: 'Do not follow the management group', edits: [removeLine(group.follows.line)], safe: false }]
      : []),
  ],
  examples: [
    {
      title: 'It watches an interface',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 10 virtual-ip 10.2.1.254
         vrrp vrid 10 track admin-vrrp interface GigabitEthernet0/1/1 vrid 1
         vrrp vrid 10 track interface GigabitEthernet0/1/9 reduced 60
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: VRRP group 10 follows a management group: the device refuses the track of GigabitEthernet0/1/9
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 10 virtual-ip 10.2.1.254
         vrrp vrid 10 track admin-vrrp interface GigabitEthernet0/1/1 vrid 1
        #
      `,
    },
    {
      title: 'The management group does the tracking',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         vrrp vrid 1 virtual-ip 10.1.1.254
         admin-vrrp vrid 1
         vrrp vrid 1 track interface GigabitEthernet0/1/9 reduced 60
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 10 virtual-ip 10.2.1.254
         vrrp vrid 10 track admin-vrrp interface GigabitEthernet0/1/1 vrid 1
        #
      `,
    },
  ],
});
