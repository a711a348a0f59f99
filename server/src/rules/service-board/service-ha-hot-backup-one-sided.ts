// Both ends of an inter-chassis backup must run in one mode: hot on one and warm on the other is no backup
// (docs/decisions/service-board-backup.md).
import type { Device } from '../../model/device';
import { pairRule } from '../../diagnostics/rule';
import { hotBackupLine } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';
import { addHotBackup } from './service-ha-hot-backup-missing';

export default pairRule<{ device: Device }>({
  id: 'service-ha-hot-backup-one-sided',
  requirement: 'HB-SL-HA',
  title: 'Only one of the two devices runs hot backup for its service boards',
  severity: 'error',
  why: 'The boards do not agree on a mode: sessions are not backed up in either direction.',
  guide: ['004 step 1.2'],
  *check(pair) {
    const [location] = pair.locations;
    if (!location) return;
    const [a, b] = [hotBackupLine(pair.a), hotBackupLine(pair.b)];
    if (!a === !b) return;
    const [having, lacking, line, at] = a ? [pair.a, pair.b, a, location.b.at] : [pair.b, pair.a, b!, location.a.at];
    const message = `${lacking.name} lacks service-ha hot-backup enable, which ${having.name} has: no session is copied; add the line`;
    yield { at, message, peer: { at: line, message }, facts: { device: lacking } };
  },
  fix: ({ device }) => [{ ...addHotBackup(device), safe: true }],
  examples: [
    {
      title: 'On DeviceA only',
      config:
        exampleBoard('DeviceA', 1) +
        exampleBoard('DeviceB', 2, {
          ha: '',
          location: `
                         ^ DeviceB lacks service-ha hot-backup enable, which DeviceA has
         location slot 3
         vrrp vrid 1 interface GigabitEthernet0/1/8
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.1`,
        }) +
        `
        fixed:${exampleBoard('DeviceB', 2)}`,
    },
    { title: 'On both', config: exampleBoard('DeviceA', 1) + exampleBoard('DeviceB', 2) },
    { title: 'On neither', config: exampleBoard('DeviceA', 1, { ha: '' }) + exampleBoard('DeviceB', 2, { ha: '' }) },
  ],
});
