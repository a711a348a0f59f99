// The link over which two service boards copy their sessions is up. Only a written `shutdown` counts
// (docs/decisions/interface-down.md).
import { removeLine } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { shutdownOf } from '../../model/interface-state';
import type { Place } from '../../model/place';
import { interChassis } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<{ shutdown: Place; name: string }>({
  id: 'service-location-link-down',
  requirement: 'HB-SL-LINK-DOWN',
  title: 'The link between two service boards is shut down',
  severity: 'error',
  why: 'No session is copied to the other board: after a switchover all sessions begin anew.',
  guide: ['004 step 3.2'],
  supersededBy: ['service-location-peer-not-mirrored'],
  *check(device) {
    for (const { id, remote } of interChassis(device)) {
      const on = device.interfaces.get(remote!.interfaceKey);
      if (!on) continue;
      const down = shutdownOf(device, on.key);
      if (down) {
        yield {
          at: down.at,
          message: `${device.name}: ${down.on.name} is shut down: service-location ${id} copies no session to the other device; undo shutdown`,
          also: [
            { at: remote!.interface.at, message: `${device.name}: service-location ${id} backs up over ${on.name}` },
          ],
          facts: { shutdown: down.at, name: down.on.name },
        };
      }
    }
  },
  fix: ({ shutdown, name }) => [{ title: `Take ${name} out of shutdown`, edits: [removeLine(shutdown)], safe: false }],
  examples: [
    {
      title: 'Shut down',
      config: `${exampleBoard('DeviceA', 1)}
        interface GigabitEthernet0/1/8
         shutdown
         ^^^^^^^^ DeviceA: GigabitEthernet0/1/8 is shut down: service-location 1 copies no session to the other device
        #`,
    },
    { title: 'Up', config: exampleBoard('DeviceA', 1) },
  ],
});
