// A failed uplink should cost the master its role. `increased` on the master raises its priority instead: it is meant for the backup.
import { replace } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { writtenPriority } from '../../model/vrrp/priority';
import { groupName, type Member } from '../../model/vrrp/member';
import { trackedName } from '../../model/vrrp/tracked-name';
import { wordsAt, canonicalText } from '../../model/lines/canonical-text';
import type { Track } from '../../model/device';
import { areContested } from '../shared/role-choice';
import { roles } from '../shared/roles';
import { exampleDevice, examplePair } from '../testing/example-pair';

export default pairRule<{ track: Track; needed: number; master: Member }>({
  id: 'vrrp-track-raises-master',
  requirement: 'HB-X-V-TRACK-RAISES',
  title: 'A failed uplink raises the priority of the master',
  severity: 'warning',
  why: "The uplink fails and the device stays master with more priority than before: the users' traffic ends there.",
  guide: ['CLI reference, track interface'],
  independentPer: 'group',
  *check(pair) {
    for (const meant of roles(pair)) {
      const { master, backup } = meant;
      // A board that lowers it says nothing of the uplinks.
      const lowers = master.group.tracks.some(({ reduced, object }) => reduced && object.kind !== 'service-location');
      if (areContested(meant) || lowers) continue;
      for (const track of master.group.tracks) {
        if (!track.increased || track.object.kind !== 'interface') continue;
        const needed = writtenPriority(master.group) - writtenPriority(backup.group) + 1;
        yield {
          at: track.increased.at,
          message: `${master.device.name}: ${groupName(master.group)} gains ${track.increased.value} when ${trackedName(track)} fails and stays master; write reduced ${needed} in place of increased`,
          facts: { track, needed, master },
        };
      }
    }
  },
  fix({ track, needed, master }) {
    const words = canonicalText(track.line).split(' ');
    if (needed > 255) return [];
    const at = words.lastIndexOf('increased');
    return [
      {
        title: `Write reduced ${needed} on ${master.device.name}`,
        edits: [replace(wordsAt(track.line, at, words.length - 1), `reduced ${needed}`)],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'On the master',
      config:
        examplePair(
          {
            vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/8 increased 40
                                                                    ^^ DeviceA: VRRP group 1 gains 40 when GigabitEthernet0/1/8 fails and stays master; write reduced 51 in place of increased`,
          },
          {},
        ) +
        `
        fixed:` +
        exampleDevice('DeviceA', 1, {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 51`,
        }),
    },
    {
      title: 'On the backup; beside a track that costs the role',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60
         vrrp vrid 1 track interface GigabitEthernet0/1/7 increased 5`,
        },
        {
          vrrp: `
         vrrp vrid 1 track interface GigabitEthernet0/1/8 increased 40`,
        },
      ),
    },
  ],
});
