// Nobody has to track an uplink (docs/decisions/absence-is-not-a-finding.md). Where the backup does and the master does
// not, the line is missing on the device that it is for: a backup has no role to hand over.
import { writtenPriority } from '../../model/vrrp/priority';
import type { Track } from '../../model/device';
import { addLine } from '../../edits/vrrp-group-edits';
import { canonicalText } from '../../model/lines/canonical-text';
import { groupName, vrrpWord, type Member } from '../../model/vrrp/member';
import { pairRule } from '../../diagnostics/rule';
import { hasUnread } from '../shared/unread-values';
import { areContested } from '../shared/role-choice';
import { roles } from '../shared/roles';
import { examplePair } from '../testing/example-pair';

export default pairRule<{ master: Member; track: Track; gap: number }>({
  id: 'vrrp-track-on-backup-only',
  requirement: 'HB-V-UPLINK-UNTRACKED',
  title: 'The backup of a hot-backup group tracks its uplink, the master does not',
  severity: 'warning',
  why: "The master's uplink fails, and it stays master: the users reach it and nothing beyond it, while a device with a working uplink stands by.",
  guide: ['sister pages of the guide'],
  independentPer: 'group',
  *check(pair) {
    for (const meant of roles(pair)) {
      const { master, backup } = meant;
      // Which device is meant as master is open: nothing is known of its tracks.
      if (areContested(meant)) continue;
      // A board is no uplink; one that only the backup follows is a finding of its own.
      if (
        hasUnread(master, 'track') ||
        master.group.lines.some((line) => / track (?!service-location )/.test(canonicalText(line)))
      )
        continue;
      const track = backup.group.tracks.find(
        (track) => track.reduced !== undefined && track.object.kind === 'interface',
      );
      if (!track) continue;
      const tracked = master.group.tracks.length > 0 ? 'only its board' : 'nothing';
      const gap = writtenPriority(master.group) - writtenPriority(backup.group);
      yield {
        at: master.group.at,
        message: `${master.device.name}: master of ${groupName(master.group)} tracks ${tracked}, ${backup.device.name} tracks the uplink: a lost uplink of the master causes no switchover; add a track`,
        also: [{ at: track.line, message: `${backup.device.name} tracks the uplink here` }],
        facts: { master, track, gap },
      };
    }
  },
  fix({ master, track, gap }) {
    const words = trackWords(master, track, gap);
    if (words === undefined) return [];
    return [{ title: `Add ${words} on ${master.device.name}`, edits: [addLine(master, words)], safe: false }];
  },
  examples: [
    {
      title: 'The line is on the backup only',
      config: `${examplePair(
        {
          vrrp: `
                   ^ DeviceA: master of VRRP group 1 tracks nothing, DeviceB tracks the uplink: a lost uplink of the master causes no switchover; add a track
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600`,
          rest: uplink(1),
        },
        {
          vrrp: `
         vrrp vrid 1 track interface GigabitEthernet0/1/7 reduced 60`,
          rest: uplink(2),
        },
      )}
        fixed:${
          examplePair(
            {
              vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/7 reduced 51`,
              rest: uplink(1),
            },
            {},
          ).split('\n        --- DeviceB')[0]
        }`,
    },
    {
      title: 'The master tracks its board, and no uplink',
      config: examplePair(
        {
          vrrp: `
                   ^ DeviceA: master of VRRP group 1 tracks only its board, DeviceB tracks the uplink: a lost uplink of the master causes no switchover; add a track
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track service-location 1 reduced 60`,
          rest: `${uplink(1)}
        #
        service-location 1
         location slot 3`,
        },
        {
          vrrp: `
         vrrp vrid 1 track interface GigabitEthernet0/1/7 reduced 60`,
          rest: uplink(2),
        },
      ),
    },
    {
      title: 'On the master only, and on neither',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/7 reduced 60`,
          rest: uplink(1),
        },
        { rest: uplink(2) },
      ),
    },
  ],
});

/** The same on the master, where it has an interface of that name. */
function trackWords(master: Member, { object }: Track, gap: number): string | undefined {
  if (object.kind !== 'interface' || !master.device.interfaces.has(object.key)) return undefined;
  return `track ${vrrpWord(master.group) === 'vrrp6' && object.ipv6 ? 'ipv6 ' : ''}interface ${object.name.value} reduced ${Math.min(255, gap + 1)}`;
}

function uplink(own: 1 | 2): string {
  return `
        #
        interface GigabitEthernet0/1/7
         ip address 10.7.${own}.1 255.255.255.252`;
}
