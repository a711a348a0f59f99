// A tracked fault moves the master role only where it takes more off the master's priority than the two devices lie
// apart (docs/decisions/track-reduction.md: 10 where nothing is written; role-changing tracks do no arithmetic).
import type { Track } from '../../model/device';
import { writtenPriority } from '../../model/vrrp/priority';
import { trackedName } from '../../model/vrrp/tracked-name';
import { replace } from '../../edits/config-edits';
import { groupName, type Member } from '../../model/vrrp/member';
import { pairRule } from '../../diagnostics/rule';
import { areContested } from '../shared/role-choice';
import { roles } from '../shared/roles';
import { textAt } from '../shared/unread-values';
import { examplePair } from '../testing/example-pair';

const lowering = new Set(['interface', 'bfd-session', 'monitor-group', 'service-location', 'nqa', 'route']);

/**
 * Tracks whose objects fail together where the device is left without a way out: all that watch its uplinks. A service board fails by
 * itself (docs/decisions/track-reduction.md).
 */
function failingTogether({ group }: Member): Track[][] {
  const tracks = group.tracks.filter(({ reduced, object }) => reduced && lowering.has(object.kind));
  const boards = tracks.filter(({ object }) => object.kind === 'service-location');
  const uplinks = tracks.filter(({ object }) => object.kind !== 'service-location');
  return [...(uplinks.length > 0 ? [uplinks] : []), ...boards.map((board) => [board])];
}

export default pairRule<{ master: Member; track: Track; needed: number }>({
  id: 'vrrp-track-reduction-too-small',
  requirement: 'HB-PAIR-PRIO-GAP',
  title: "A tracked fault does not take enough off the master's priority",
  severity: 'warning',
  why: "The tracked link or board fails, and the device stays master all the same: the users' traffic ends there.",
  guide: ['004 step 6.3', 'CLI reference, track interface'],
  independentPer: 'group',
  *check(pair) {
    for (const meant of roles(pair)) {
      const { master, backup } = meant;
      // Which device is meant as master is open: nothing is known of its tracks.
      if (areContested(meant)) continue;
      const gap = writtenPriority(master.group) - writtenPriority(backup.group);
      const rise = Math.max(0, ...backup.group.tracks.map((track) => track.increased?.value ?? 0));
      for (const together of failingTogether(master)) {
        const lost = together.reduce((sum, track) => sum + track.reduced!.value, 0);
        if (lost > gap - rise) continue;
        const [track] = [...together].sort((left, right) => left.reduced!.value - right.reduced!.value) as [Track];
        const reduced = track.reduced!;
        const written = /^\d+$/.test(textAt(master, reduced.at));
        const failing = together.length === 1 ? `${trackedName(track)} fails` : 'all uplinks fail';
        const [before, ofPeer] = [writtenPriority(master.group), writtenPriority(backup.group) + rise];
        const needed = gap - rise + 1 - (lost - reduced.value);
        const amount = `${before} - ${lost}${written || together.length > 1 ? '' : ' (default)'} = ${before - lost}`;
        const edit = needed > 255 ? 'bring the priorities closer' : `set reduced ${needed}`;
        yield {
          at: reduced.at,
          message: `${master.device.name}: ${groupName(master.group)} stays master when ${failing}: ${amount}, ${backup.device.name} has ${ofPeer}; ${edit}`,
          also: backup.group.priority && [
            {
              at: backup.group.priority.at,
              message: `${backup.device.name} has priority ${backup.group.priority.value}`,
            },
          ],
          facts: { master, track, needed },
        };
      }
    }
  },
  fix({ master, track, needed }) {
    if (!track.reduced || needed > 255) return [];
    const written = /^\d+$/.test(textAt(master, track.reduced.at));
    const edit = written
      ? replace(track.reduced.at, String(needed))
      : replace({ ...track.line, start: track.line.end }, ` reduced ${needed}`);
    return [{ title: `Reduce by ${needed}`, edits: [edit], safe: false }];
  },
  examples: [
    {
      title: 'Less than the gap',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 150
         vrrp vrid 1 track interface GigabitEthernet0/1/9 reduced 50
                                                                  ^^ DeviceA: VRRP group 1 stays master when GigabitEthernet0/1/9 fails: 150 - 50 = 100, DeviceB has 100; set reduced 51
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        fixed:
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 150
         vrrp vrid 1 track interface GigabitEthernet0/1/9 reduced 51
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Nothing written is 10',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
         vrrp vrid 1 track bfd-session 5
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: VRRP group 1 stays master when BFD session 5 fails: 120 - 10 (default) = 110, DeviceB has 100; set reduced 21
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
        fixed:
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
         vrrp vrid 1 track bfd-session 5 reduced 21
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'More than the gap, an increase on the backup, a role-changing session',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
         vrrp vrid 1 track interface GigabitEthernet0/1/9 reduced 21
         vrrp vrid 1 track bfd-session 5 peer
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 15
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 track bfd-session 7 increased 30
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Two uplinks that together outweigh the gap',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 30
         vrrp vrid 1 track interface GigabitEthernet0/1/7 reduced 30`,
        },
        {},
      ),
    },
    {
      title: 'Two uplinks that do not, even together',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 30
         vrrp vrid 1 track interface GigabitEthernet0/1/7 reduced 10
                                                                  ^^ DeviceA: VRRP group 1 stays master when all uplinks fail: 150 - 40 = 110, DeviceB has 100; set reduced 21`,
        },
        {},
      ),
    },
    {
      title: 'No hot backup',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
         vrrp vrid 1 track interface GigabitEthernet0/1/9 reduced 5
        #
        --- B.cfg
        sysname DeviceB
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
      `,
    },
  ],
});
