// A backup service watches groups, or interfaces with a share of them: the device accepts one kind only.
import type { Device, Rbs } from '../../model/device';
import { rbs } from '../../catalogue';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { removeLine } from '../../edits/config-edits';
import { deviceRule, type RawFinding } from '../../diagnostics/rule';

export default deviceRule<readonly MatchedLine[]>({
  id: 'rbs-tracks-group-and-interface',
  requirement: 'HB-RBS-TRACK',
  title: 'A backup service watches a group and an interface',
  severity: 'warning',
  why: 'A line that tracks a group deletes those that track interfaces: the users are switched over by other faults than the file says.',
  guide: ['vendor command reference: track monitor-group, track route-monitor-group, switchover uplink'],
  *check(device) {
    for (const service of device.services.values()) {
      const found = problemOf(device, service);
      if (found) yield found;
    }
  },
  fix(lines) {
    const title = lines.length === 1 ? 'Remove the line' : `Remove the ${lines.length} lines`;
    return [{ title, edits: lines.map(removeLine), safe: false }];
  },
  examples: [
    {
      title: 'Both kinds',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.9.0.2 source 10.9.0.1 port 2046
         track interface GigabitEthernet0/1/1 weight 50
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: RBS s1 tracks a group too, which deletes the track of interfaces: their faults cause no switchover; remove the line
         switchover uplink failure-ratio 50
         track monitor-group uplinks switchover failure-ratio 50
        #
        monitor-group uplinks
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.9.0.2 source 10.9.0.1 port 2046
         track monitor-group uplinks switchover failure-ratio 50
        #
        monitor-group uplinks
        #
      `,
    },
    {
      title: 'One kind each',
      config: `
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.9.0.2 source 10.9.0.1 port 2046
         track interface GigabitEthernet0/1/1 weight 50
         switchover uplink failure-ratio 50
        #
        remote-backup-service s2
         peer 10.9.0.6 source 10.9.0.5 port 2046
         track route-monitor-group routes switchover failure-ratio 50
        #
      `,
    },
  ],
});

const groupTracks: ReadonlySet<string | undefined> = new Set([rbs.trackMonitorGroup.id, rbs.trackRouteMonitorGroup.id]);
const interfaceTracks: ReadonlySet<string | undefined> = new Set([rbs.trackInterface.id, rbs.switchoverUplink.id]);

function problemOf(device: Device, service: Rbs): RawFinding<readonly MatchedLine[]> | undefined {
  const lines = inForce([...service.block.lines]).filter(({ match }) => match && !match.undo);
  const group = lines.find(({ match }) => groupTracks.has(match?.command));
  const deleted = lines.filter(({ match }) => interfaceTracks.has(match?.command));
  const [first] = deleted;
  if (!group || !first) return undefined;
  return {
    at: first,
    message: `${device.name}: RBS ${service.name} tracks a group too, which deletes the track of interfaces: their faults cause no switchover; remove the line`,
    also: [{ at: group, message: `${device.name}: RBS ${service.name} tracks the group here` }],
    facts: deleted,
  };
}
