// Two boards that take their roles from one virtual router hand their sessions over, by a channel of their own or by the backup
// service that their group of instances names. Where neither device has a word of either, a switchover loses all sessions.
import type { Device, ServiceLocation } from '../../model/device';
import { pairRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';
import type { Pair } from '../../model/pairing/pair';
import { instancesOn } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

export default pairRule<undefined>({
  id: 'service-location-without-channel',
  requirement: 'HB-SL-PEER',
  title: 'Two service-locations share a virtual router and no channel',
  severity: 'warning',
  why: 'No session is copied to the other board: at a switchover all of them are lost.',
  guide: ['004 step 3.4'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const a of pair.a.locations.values()) {
      const b = pair.b.locations.get(a.id);
      if (!b || !isAlone(pair.a, a) || !isAlone(pair.b, b) || !areOfOneRouter(pair, a, b)) continue;
      const message = (own: Device, other: Device) =>
        `${own.name}: service-location ${a.id} has no remote-backup interface, nor has ${other.name}: all sessions are lost at a switchover; add the line`;
      yield {
        at: a.at,
        message: message(pair.a, pair.b),
        peer: { at: b.at, message: message(pair.b, pair.a) },
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'Neither names the other board',
      config: `${withoutChannel('DeviceA', 1).replace('service-location 1', 'service-location 1\n                         ^ DeviceA: service-location 1 has no remote-backup interface, nor has DeviceB: all sessions are lost at a switchover; add the line')}${withoutChannel('DeviceB', 2)}`,
    },
    { title: 'Both do', config: exampleBoard('DeviceA', 1) + exampleBoard('DeviceB', 2) },
  ],
});

/** It follows a group, serves an instance, and nothing says where its sessions go. */
function isAlone(device: Device, location: ServiceLocation): boolean {
  if (!location.group || location.remote || location.locations.some(({ backup }) => backup)) return false;
  if (location.block.lines.some((line) => canonicalText(line).startsWith('remote-backup'))) return false;
  const groups = [...device.instanceGroups.values()].filter(({ locations }) =>
    locations.some(({ value }) => value === location.id),
  );
  return groups.every(({ rbs }) => rbs === undefined) && instancesOn(device, location).length > 0;
}

function areOfOneRouter({ groups }: Pair, a: ServiceLocation, b: ServiceLocation): boolean {
  return groups.some(
    (group) =>
      group.a.interfaceKey === a.group?.interfaceKey &&
      group.a.vrid === a.group.vrid.value &&
      group.b.interfaceKey === b.group?.interfaceKey &&
      group.b.vrid === b.group.vrid.value,
  );
}

function withoutChannel(name: string, own: 1 | 2): string {
  return exampleBoard(name, own).replace(/\n *remote-backup interface .*/, '');
}
