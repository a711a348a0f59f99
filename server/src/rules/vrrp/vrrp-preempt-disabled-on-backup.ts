// A tracked fault lowers the master below the backup, and only a backup that preempts does anything about it: one that does not
// stays where it is as long as it hears the master.
import type { Track } from '../../model/device';
import { writtenPriority } from '../../model/vrrp/priority';
import { removeLine } from '../../edits/config-edits';
import { groupName, type Member } from '../../model/vrrp/member';
import { pairRule } from '../../diagnostics/rule';
import { exampleDevice, examplePair } from '../testing/example-pair';
import { roles } from '../shared/roles';

export default pairRule<Member>({
  id: 'vrrp-preempt-disabled-on-backup',
  requirement: 'HB-X-V-PREEMPT-TRACK',
  title: 'The master tracks a fault, and the backup does not preempt',
  severity: 'warning',
  why: "The tracked link or board fails, the master goes below the backup and stays master all the same: the users' traffic ends there.",
  guide: ['CLI reference, preempt-mode', 'RFC 9568 6.4.2'],
  independentPer: 'group',
  *check(pair) {
    for (const { master, backup } of roles(pair)) {
      const { preemptDisabled } = backup.group;
      if (!preemptDisabled) continue;
      const rise = Math.max(0, ...backup.group.tracks.map((track) => track.increased?.value ?? 0));
      const gap = writtenPriority(master.group) - writtenPriority(backup.group) - rise;
      const track = master.group.tracks.find((track) => switches(track, gap));
      if (!track) continue;
      yield {
        at: preemptDisabled,
        message: `${backup.device.name}: ${groupName(backup.group)} does not preempt, so no tracked fault of ${master.device.name} moves the role; remove preempt-mode disable`,
        also: [{ at: track.line, message: `${master.device.name} relies on the track to hand the role over` }],
        facts: backup,
      };
    }
  },
  fix: ({ device, group }) => [
    { title: `Let ${device.name} preempt (the default)`, edits: [removeLine(group.preemptDisabled!)], safe: false },
  ],
  examples: [
    {
      title: 'A tracked uplink, and a backup that waits for silence',
      config: `${examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60`,
        },
        {
          vrrp: `
         vrrp vrid 1 preempt-mode disable
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: VRRP group 1 does not preempt`,
        },
      )}
        fixed:${exampleDevice('DeviceB', 2, {})}`,
    },
    {
      title: 'Nothing tracked, a session that changes roles by itself, the master does not take its role back',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode disable
         vrrp vrid 1 track bfd-session 5 peer`,
        },
        {
          vrrp: `
         vrrp vrid 1 preempt-mode disable`,
        },
      ),
    },
    {
      title: 'The reduction does not reach the gap: another rule says so',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 200
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60`,
        },
        {
          vrrp: `
         vrrp vrid 1 preempt-mode disable`,
        },
      ),
    },
  ],
});

function switches(track: Track, gap: number): boolean {
  return (
    track.reduced !== undefined &&
    track.reduced.value > gap &&
    !(track.object.kind === 'bfd-session' && track.object.role !== undefined)
  );
}
