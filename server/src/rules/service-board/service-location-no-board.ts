// A service-location is a board and what it does when the board fails: without a `location` line there is no board.
import { deviceRule } from '../../diagnostics/rule';
import type { Device, ServiceLocation } from '../../model/device';
import { insertInBlock } from '../../edits/config-edits';
import { exampleBoard } from '../testing/example-board';
import { attempted } from '../shared/typo';

export default deviceRule<{ device: Device; location: ServiceLocation }>({
  id: 'service-location-no-board',
  requirement: 'HB-SL-NOLOC',
  title: 'A service-location names no board',
  severity: 'error',
  why: 'Nothing processes the services of the group, and nothing is backed up.',
  guide: ['004 step 3.3'],
  *check(device) {
    for (const location of device.locations.values()) {
      if (attempted(location.block, /^location\b/)) continue;
      yield {
        at: location.at,
        // An empty view may be an excerpt.
        severity: location.block.lines.length > 0 ? 'error' : 'warning',
        message: `${device.name}: service-location ${location.id} has no location slot: no board serves the users; add location slot`,
        facts: { device, location },
      };
    }
  },
  fix({ device, location }) {
    return [
      {
        title: `Add a location line on ${device.name}`,
        edits: [insertInBlock(device, location.block, 'location slot <slot-id>', { first: true })],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'No board',
      config:
        exampleBoard('DeviceA', 1, {
          location: `
                         ^ DeviceA: service-location 1 has no location slot
         vrrp vrid 1 interface GigabitEthernet0/1/8`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1, {
          location: `
         location slot <slot-id>
         vrrp vrid 1 interface GigabitEthernet0/1/8`,
        })}`,
    },
    {
      title: 'A board; a board on a mainframe card',
      config: exampleBoard('DeviceA', 1, {
        rest: `
        service-location 2
         location follow-forwarding-mode
        #`,
      }),
    },
  ],
});
