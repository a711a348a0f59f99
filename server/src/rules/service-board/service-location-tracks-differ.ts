// The number of a service-location is the same on both devices, so the groups that follow it track the same number.
import { replace } from '../../edits/config-edits';
import type { Place } from '../../model/place';
import { pairRule } from '../../diagnostics/rule';
import { trackedLocations } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

export default pairRule<{
  at: Place;
  wanted: number;
  name: string;
  other: Place;
  otherWanted: number;
  otherName: string;
}>({
  id: 'service-location-tracks-differ',
  requirement: 'HB-SL-TRACK-ID',
  title: 'The two ends of a VRRP group track different service-locations',
  severity: 'warning',
  why: 'One device reacts to a fault of its board, the other to that of a board with another task, or to none.',
  guide: ['004 step 6.3'],
  supersededBy: ['vrrp-track-undefined'],
  *check(pair) {
    for (const group of pair.groups) {
      if (group.locations.length === 0) continue;
      const [ofA, ofB] = [trackedLocations(group.a), trackedLocations(group.b)];
      const a = ofA.find((id) => !ofB.some((item) => item.value === id.value));
      const b = ofB.find((id) => !ofA.some((item) => item.value === id.value));
      // Tracking on one device only is another matter: it is optional on the backup.
      if (!a || !b) continue;
      const message = `VRRP group ${group.b.vrid} tracks service-location ${b.value} on ${pair.b.name}, ${a.value} on ${pair.a.name}: one device does not react to the right board`;
      yield {
        at: b.at,
        message,
        peer: { at: a.at, message },
        facts: {
          at: b.at,
          wanted: a.value,
          name: pair.b.name,
          other: a.at,
          otherWanted: b.value,
          otherName: pair.a.name,
        },
      };
    }
  },
  fix({ at, wanted, name, other, otherWanted, otherName }) {
    return [
      { title: `Track service-location ${wanted} on ${name}`, edits: [replace(at, String(wanted))], safe: false },
      {
        title: `Track service-location ${otherWanted} on ${otherName}`,
        edits: [replace(other, String(otherWanted))],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'Location 2 for 1',
      config:
        exampleBoard('DeviceA', 1) +
        exampleBoard('DeviceB', 2, {
          vrrp: `
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 track service-location 2
                                            ^ VRRP group 1 tracks service-location 2 on DeviceB, 1 on DeviceA`,
        }) +
        `
        fixed:${exampleBoard('DeviceB', 2, {
          vrrp: `
         admin-vrrp vrid 1 ignore-if-down
         vrrp vrid 1 track service-location 1`,
        })}`,
    },
    {
      title: 'One location; the backup tracks none',
      config: exampleBoard('DeviceA', 1) + exampleBoard('DeviceB', 2, { vrrp: '' }),
    },
  ],
});
