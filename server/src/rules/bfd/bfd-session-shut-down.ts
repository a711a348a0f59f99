// A session that is shut down says so to its other end, and what tracks it takes its path for working.
import { deviceRule } from '../../diagnostics/rule';
import { removeLine } from '../../edits/config-edits';
import type { BfdSession, Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { nameKey } from '../../model/names';
import { isReference } from '../../model/references/section-names';
import { sessionOf } from '../../model/vrrp/tracking';

export default deviceRule<{ line: MatchedLine }>({
  id: 'bfd-session-shut-down',
  requirement: 'HB-X-BFD-SHUT',
  title: 'A BFD session that something tracks is shut down',
  severity: 'warning',
  why: 'A session that is shut down manually counts as up: the failures that it should detect cause no switchover.',
  guide: ['sister pages of the guide', 'vendor precautions for VRRP'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const session of device.bfdSessions) {
      const by = session.shutdown && trackerOf(device, session);
      if (!session.shutdown || !by) continue;
      yield {
        at: session.shutdown,
        message: `${device.name}: BFD session ${session.name} is shut down and tracked by ${by.name}: failures of the path cause no switchover; remove shutdown`,
        also: [{ at: by.line, message: `${device.name}: ${by.name} tracks session ${session.name}` }],
        facts: { line: session.shutdown },
      };
    }
  },
  fix: ({ line }) => [{ title: 'Remove shutdown', edits: [removeLine(line)], safe: false }],
  examples: [
    {
      title: 'Tracked by a backup service',
      config: `
        sysname DeviceA
        #
        bfd core bind peer-ip 10.9.0.2
         discriminator local 1
         discriminator remote 2
         shutdown
         ^^^^^^^^ DeviceA: BFD session core is shut down and tracked by RBS s1: failures of the path cause no switchover; remove shutdown
        #
        remote-backup-service s1
         track bfd-session 1
        #
        fixed:
        sysname DeviceA
        #
        bfd core bind peer-ip 10.9.0.2
         discriminator local 1
         discriminator remote 2
        #
        remote-backup-service s1
         track bfd-session 1
        #
      `,
    },
    {
      title: 'Nothing tracks it, or it is up again',
      config: `
        sysname DeviceA
        #
        bfd spare bind peer-ip 10.9.0.6
         discriminator local 3
         discriminator remote 4
         shutdown
        #
        bfd core bind peer-ip 10.9.0.2
         discriminator local 1
         discriminator remote 2
         shutdown
         undo shutdown
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 track bfd-session 1 reduced 60
        #
      `,
    },
  ],
});

interface Tracker {
  readonly name: string;
  readonly line: MatchedLine;
}

function trackerOf(device: Device, session: BfdSession): Tracker | undefined {
  for (const { vrid, family, interfaceName, tracks } of device.groups) {
    const track = tracks.find(({ object }) => object.kind === 'bfd-session' && sessionOf(device, object) === session);
    if (track)
      return { name: `${family === 6 ? 'VRRP6' : 'VRRP'} group ${vrid} of ${interfaceName}`, line: track.line };
  }
  const keys = [nameKey(session.name), ...(session.local ? [String(session.local.value)] : [])];
  const lines = keys.flatMap((key) =>
    device.nameIndex
      .occurrences('bfd-session', key)
      .filter(isReference)
      .map(({ line }) => line),
  );
  const [first] = lines;
  if (!first) return undefined;
  const service = [...device.services.values()].find(({ block }) => lines.some((line) => block.lines.includes(line)));
  const trunk = [...device.eTrunks.values()].find(({ bfd }) => bfd.some(({ line }) => lines.includes(line)));
  if (service) return { name: `RBS ${service.name}`, line: first };
  return { name: trunk ? `E-Trunk ${trunk.id}` : 'a line', line: first };
}
