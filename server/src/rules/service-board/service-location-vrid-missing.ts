// The vendor's procedure prints the line without the number of the group; the command needs it
// (docs/decisions/service-location-vrrp-line.md).
import type { Device, ServiceLocation } from '../../model/device';
import { interfaceKey } from '../../model/names';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';
import { exampleBoard } from '../testing/example-board';

export default deviceRule<{ device: Device; location: ServiceLocation; vrids: readonly number[] }>({
  id: 'service-location-vrid-missing',
  requirement: 'HB-SL-VRRP-ID-MISSING',
  title: 'A service-location names the interface of its VRRP group but not the group',
  severity: 'warning',
  why: 'The device refuses the line, so the board has no role.',
  guide: ['004 step 3.5'],
  *check(device) {
    for (const location of device.locations.values()) {
      const line = location.groupWithoutId;
      if (!line || location.group) continue;
      const named = /^vrrp vrid interface (.+)$/.exec(canonicalText(line))?.[1];
      const groups = named === undefined ? [] : (device.interfaces.get(interfaceKey(named))?.groups ?? []);
      yield {
        at: line,
        message: `${device.name}: service-location ${location.id} gets no role: vrrp vrid lacks the number of the group; add the number`,
        facts: { device, location, vrids: groups.filter((group) => group.family === 4).map((group) => group.vrid) },
      };
    }
  },
  fix({ device, location, vrids }) {
    const line = location.groupWithoutId!;
    const keyword = /^\S+\s+\S+/.exec(line.text)?.[0].length ?? 0;
    const at = { line: line.anchor.row + line.row, character: line.start + keyword };
    return vrids.map((vrid) => ({
      title: `Use VRRP group ${vrid} on ${device.name}`,
      edits: [{ file: device.file, range: { start: at, end: at }, newText: ` ${vrid}` }],
      safe: vrids.length === 1,
    }));
  },
  examples: [
    {
      title: 'As the page prints it',
      config:
        exampleBoard('DeviceA', 1, {
          location: `
         location slot 3
         vrrp vrid interface GigabitEthernet0/1/8
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: service-location 1 gets no role: vrrp vrid lacks the number of the group; add the number
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.2`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1)}`,
    },
    { title: 'With the number', config: exampleBoard('DeviceA', 1) },
  ],
});
