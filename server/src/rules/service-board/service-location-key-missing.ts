// Optional in the guide, so off unless asked for (docs/decisions/absence-is-not-a-finding.md): the channel between the
// boards carries session data.
import { deviceRule } from '../../diagnostics/rule';
import { interChassis } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<undefined>({
  id: 'service-location-key-missing',
  requirement: 'HB-SL-NOAUTH',
  title: 'The channel of a service-location is not authenticated',
  severity: 'information',
  why: 'Whoever reaches the interface may send false sessions to the board.',
  guide: ['004 step 3.4'],
  off: true,
  *check(device) {
    for (const location of interChassis(device)) {
      if (!location.remote!.key)
        yield {
          at: location.remote!.line,
          message: `${device.name}: the channel of service-location ${location.id} has no authentication-key: whoever reaches the link can feed sessions`,
          facts: undefined,
        };
    }
  },
  examples: [
    {
      title: 'No key',
      config: exampleBoard('DeviceA', 1, {
        location: `
         location slot 3
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.2
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: the channel of service-location 1 has no authentication-key: whoever reaches the link can feed sessions`,
      }),
    },
    {
      title: 'A key',
      config: exampleBoard('DeviceA', 1, {
        location: `
         location slot 3
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.2 authentication-key Example-Key-1 hash-algorithm hmac-sha256`,
      }),
    },
  ],
});
