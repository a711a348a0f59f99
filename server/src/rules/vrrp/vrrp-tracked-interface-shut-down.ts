// A tracked interface that is shut down counts as failed from the start: the priorities that the files write are not
// those the routers run with. Told where that turns the roles round (docs/decisions/interface-down.md: only a written
// `shutdown` counts).
import type { Track } from '../../model/device';
import { shutdownOf } from '../../model/interface-state';
import { reducedPriority } from '../../model/vrrp/priority';
import type { Place } from '../../model/place';
import { removeLine } from '../../edits/config-edits';
import { examplePair } from '../testing/example-pair';
import { groupName, type Member } from '../../model/vrrp/member';
import { roles } from '../shared/roles';
import { pairRule } from '../../diagnostics/rule';

interface Down {
  readonly track: Track;
  readonly at: Place;
  readonly name: string;
  readonly shutdown: Place;
}

export default pairRule<Down>({
  id: 'vrrp-tracked-interface-shut-down',
  requirement: 'HB-X-V-TRACK-SHUTDOWN',
  title: 'The intended master tracks an interface that is shut down, and is backup',
  severity: 'warning',
  why: 'The track counts as failed from the start: the other device is master, with the delay and the tracks that were meant for a backup.',
  guide: ['CLI reference, track interface'],
  independentPer: 'group',
  *check(pair) {
    for (const { master, backup } of roles(pair)) {
      if (backup.group.preemptDisabled) continue;
      const [mine, theirs] = [downTracks(master), downTracks(backup)];
      const [high, low] = [running(master, mine), running(backup, theirs)];
      const down = [...mine.filter(({ track }) => track.reduced), ...theirs.filter(({ track }) => track.increased)][0];
      if (!down || high > low) continue;
      yield {
        at: down.at,
        message: `${master.device.name}: ${groupName(master.group)} runs at ${high}, as ${down.name} is shut down: ${high === low ? `level with ${backup.device.name}` : `${backup.device.name} (${low}) is master`}`,
        also: [{ at: down.shutdown, message: `${down.name} is shut down here` }],
        facts: down,
      };
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
      title: 'In use, or shut down without turning the roles',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/7 reduced 20
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
