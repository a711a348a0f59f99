// A tracked interface that is shut down counts as failed from the start: the priorities that the files write are not
// those the routers run with, and the device has an uplink less. Only a written `shutdown` counts
// (docs/decisions/interface-down.md).
import type { Track } from '../../model/device';
import { shutdownOf } from '../../model/interface-state';
import { reducedPriority } from '../../model/vrrp/priority';
import type { Place } from '../../model/place';
import { removeLine } from '../../edits/config-edits';
import { examplePair } from '../testing/example-pair';
import { groupName, type Member } from '../../model/vrrp/member';
import { roles } from '../shared/roles';
import { pairRule, type RawFinding } from '../../diagnostics/rule';

interface Down {
  readonly track: Track;
  readonly at: Place;
  readonly name: string;
  readonly shutdown: Place;
}

export default pairRule<Down>({
  id: 'vrrp-tracked-interface-shut-down',
  requirement: 'HB-X-V-TRACK-SHUTDOWN',
  title: 'A tracked interface is shut down',
  severity: 'warning',
  why: 'The track counts as failed from the start: the roles may be turned round, and a device without its uplink can serve nobody as master.',
  guide: ['CLI reference, track interface'],
  independentPer: 'group',
  *check(pair) {
    for (const { master, backup } of roles(pair)) {
      const [mine, theirs] = [downTracks(master), downTracks(backup)];
      const [high, low] = [running(master, mine), running(backup, theirs)];
      const turning = [
        ...mine.filter(({ track }) => track.reduced),
        ...theirs.filter(({ track }) => track.increased),
      ][0];
      const turns = turning !== undefined && high <= low && !backup.group.preemptDisabled;
      if (turns)
        yield toFinding(
          turning,
          `${master.device.name}: ${groupName(master.group)} runs at ${high}, as ${turning.name} is shut down: ${high === low ? `level with ${backup.device.name}` : `${backup.device.name} (${low}) is master`}; undo shutdown`,
        );
      for (const [member, tracks] of [
        [master, mine],
        [backup, theirs],
      ] as const) {
        const down = tracks.find(({ track }) => track.reduced);
        if (!down || (turns && down === turning)) continue;
        yield toFinding(
          down,
          `${member.device.name}: ${down.name}, which ${groupName(member.group)} tracks, is shut down: ${member === master ? `the group runs at ${high}` : `when ${master.device.name} fails, ${member.device.name} has no uplink`}; undo shutdown`,
        );
      }
    }
  },
  fix: ({ shutdown, name }) => [{ title: `Take ${name} out of shutdown`, edits: [removeLine(shutdown)], safe: false }],
  examples: [
    {
      title: 'The uplink of the master',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60
                                     ^^^^^^^^^^^^^^^^^^^^ DeviceA: VRRP group 1 runs at 90`,
          rest: `
        #
        interface GigabitEthernet0/1/8
         shutdown`,
        },
        {},
      ),
    },
    {
      title: 'The uplink of the backup',
      config: examplePair(
        {},
        {
          vrrp: `
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60
                                     ^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/8, which VRRP group 1 tracks, is shut down: when DeviceA fails, DeviceB has no uplink; undo shutdown`,
          rest: `
        #
        interface GigabitEthernet0/1/8
         shutdown`,
        },
      ),
    },
    {
      title: 'In use, or shut down where nothing tracks it',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60`,
          rest: `
        #
        interface GigabitEthernet0/1/7
         shutdown
        #
        interface GigabitEthernet0/1/8
         undo shutdown`,
        },
        {},
      ),
    },
  ],
});

function toFinding(down: Down, message: string): RawFinding<Down> {
  return {
    at: down.at,
    message,
    also: [{ at: down.shutdown, message: `${down.name} is shut down here` }],
    facts: down,
  };
}

function downTracks({ device, group }: Member): Down[] {
  return group.tracks.flatMap((track): Down[] => {
    const { object } = track;
    const down = object.kind === 'interface' ? shutdownOf(device, object.key) : undefined;
    return object.kind === 'interface' && down
      ? [{ track, at: object.name.at, name: down.on.name, shutdown: down.at }]
      : [];
  });
}

/** The priority with these tracks failed. */
function running(member: Member, down: readonly Down[]): number {
  return reducedPriority(
    member,
    down.map(({ track }) => track),
  );
}
