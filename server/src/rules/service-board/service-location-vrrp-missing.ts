// A board takes its role from a VRRP group: a service-location with a channel but no group has no role.
import type { Device, ServiceLocation } from '../../model/device';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import { interChassis } from '../../model/services/service-boards';
import { canonicalText } from '../../model/lines/canonical-text';
import { exampleBoard } from '../testing/example-board';
import { attempted } from '../shared/typo';

export default deviceRule<{ device: Device; location: ServiceLocation }>({
  id: 'service-location-vrrp-missing',
  requirement: 'HB-SL-VRRP',
  title: 'A service-location is bound to no VRRP group',
  severity: 'error',
  why: 'The boards of the two devices never learn which of them is master: no backup and no switchover.',
  guide: ['004 step 3.5'],
  *check(device) {
    for (const location of interChassis(device)) {
      // A cut line is its own finding.
      if (location.group || location.groupWithoutId || attempted(location.block, /^vrrp/)) continue;
      yield {
        at: location.at,
        message: `${device.name}: service-location ${location.id} follows no VRRP group: the board gets no role; add vrrp vrid ... interface`,
        facts: { device, location },
      };
    }
  },
  fix({ device, location }) {
    const remote = location.remote!;
    const groups = (device.interfaces.get(remote.interfaceKey)?.groups ?? []).filter((group) => group.family === 4);
    return groups.map((group) => {
      const line = `vrrp vrid ${group.vrid} interface ${remote.interface.value}`;
      return {
        title: `Add ${line} on ${device.name}`,
        edits: [
          insertInBlock(device, location.block, line, { after: (line) => /^location\b/.test(canonicalText(line)) }),
        ],
        safe: false,
      };
    });
  },
  examples: [
    {
      title: 'No group',
      config:
        exampleBoard('DeviceA', 1, {
          location: `
                         ^ DeviceA: service-location 1 follows no VRRP group
         location slot 3
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.2`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1)}`,
    },
    { title: 'A group', config: exampleBoard('DeviceA', 1) },
  ],
});
