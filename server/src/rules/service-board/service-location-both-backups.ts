// A board is backed up by another board of the device or by a board of another device; the command reference excludes
// both at once, though the vendor's overview of carrier-grade NAT lists them together (docs/decisions/service-board-backup.md).
import type { MatchedLine } from '../../model/lines/matched-line';
import { removeLine, replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<{ backup: MatchedLine; remote: MatchedLine }>({
  id: 'service-location-both-backups',
  requirement: 'HB-SL-BOTH',
  title: 'A service-location has a backup board in the same device and one in another device',
  severity: 'warning',
  why: 'The command reference excludes the two together; the overview of carrier-grade NAT lists them: which board takes over depends on the release.',
  guide: ['004 context'],
  *check(device) {
    for (const location of device.locations.values()) {
      const backup = location.locations.find((location) => location.backup)?.line;
      if (!backup || !location.remote) continue;
      yield {
        at: backup,
        message: `${device.name}: service-location ${location.id} has both a backup slot and a remote-backup interface: which one takes over depends on the release`,
        also: [
          {
            at: location.remote.line,
            message: `${device.name}: service-location ${location.id} backs up to another device here`,
          },
        ],
        facts: { backup, remote: location.remote.line },
      };
    }
  },
  fix({ backup, remote }) {
    return [
      {
        title: 'Keep the backup on the other device',
        edits: [replace(backup, backup.text.replace(/\sbackup\s.*/i, '').trimEnd())],
        safe: false,
      },
      { title: 'Keep the backup in this device', edits: [removeLine(remote)], safe: false },
    ];
  },
  examples: [
    {
      title: 'Both',
      config:
        exampleBoard('DeviceA', 1, {
          location: `
         location slot 3 backup slot 4
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: service-location 1 has both a backup slot and a remote-backup interface
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.2`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1, {
          location: `
         location slot 3
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.2`,
        })}`,
    },
    { title: 'One', config: exampleBoard('DeviceA', 1) },
  ],
});
