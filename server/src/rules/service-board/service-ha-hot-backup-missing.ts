// Service boards of two devices back each other up hot only when the device says so; without the line the backup is cold where NAT
// is centralised and warm where it is distributed (user tables are kept). Both are legal modes
// (docs/decisions/service-board-backup.md), so a device on its own gets a warning.
import type { Device } from '../../model/device';
import { insertRows } from '../../edits/config-edits';
import { rowOf } from '../../model/place';
import { deviceRule } from '../../diagnostics/rule';
import { hotBackupLine, interChassis } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<{ device: Device }>({
  id: 'service-ha-hot-backup-missing',
  requirement: 'HB-SL-HA',
  title: 'Service boards are paired across devices without hot backup',
  severity: 'warning',
  why: 'No sessions are kept ready, and with centralised NAT no user tables either: after a switchover every user builds its sessions anew.',
  guide: ['004 step 1.2'],
  supersededBy: ['service-ha-hot-backup-one-sided'],
  *check(device) {
    const [location] = interChassis(device);
    if (!location || hotBackupLine(device)) return;
    yield {
      at: location.at,
      message: `${device.name}: service-location ${location.id} backs up to another device, but hot backup is off; add service-ha hot-backup enable`,
      facts: { device },
    };
  },
  fix: ({ device }) => [addHotBackup(device)],
  examples: [
    {
      title: 'Warm backup',
      config:
        exampleBoard('DeviceA', 1, {
          ha: '',
          location: `
                         ^ DeviceA: service-location 1 backs up to another device, but hot backup is off; add service-ha hot-backup enable
         location slot 3
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.2`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1, {
          location: `
         location slot 3
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.2`,
        })}`,
    },
    { title: 'Hot backup', config: exampleBoard('DeviceA', 1) },
    {
      title: 'Two boards of one device',
      config: exampleBoard('DeviceA', 1, {
        ha: '',
        location: `
         location slot 3 backup slot 4`,
      }),
    },
  ],
});

/** Above the first service-location. */
export function addHotBackup(device: Device) {
  const head = interChassis(device)[0]!.block.heads[0]!;
  return {
    title: `Add service-ha hot-backup enable on ${device.name}`,
    edits: [insertRows(device, rowOf(head), ['service-ha hot-backup enable', '#'])],
    safe: false,
  };
}
