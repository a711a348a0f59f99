// BFD sessions come up only where `bfd` turns BFD on for the device. An excerpt may have left that line out: what proves the fault is a
// whole file, or the peer that has the line (docs/decisions/excerpts-and-whole-files.md).
import { bfd } from '../../catalogue';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'bfd-not-enabled',
  requirement: 'HB-X-BFD-ENABLED',
  title: 'BFD sessions on a device that has BFD turned off',
  severity: 'information',
  why: 'No session comes up: failures that BFD should find in milliseconds are not found, and tracks of it never fire.',
  guide: ['vendor configuration files'],
  supersededBy: ['bfd-enabled-on-one-device'],
  *check(device) {
    const [first] = device.bfdSessions;
    if (!first || device.holdsSeveralDevices || device.system.has(bfd.enable.id)) return;
    yield {
      at: first.at,
      severity: device.isWholeFile ? 'error' : undefined,
      message: device.isWholeFile
        ? `${device.name}: BFD session ${first.name} never comes up: the line bfd, which turns BFD on, is not there`
        : `${device.name}: the line bfd, which turns BFD on for session ${first.name}, is not in this file`,
      facts: undefined,
    };
  },
  examples: [
    {
      title: 'An excerpt',
      config: `
        sysname DeviceA
        #
        bfd core bind peer-ip 10.9.0.2
            ^^^^ DeviceA: the line bfd, which turns BFD on for session core, is not in this file
         discriminator local 1
         discriminator remote 2
        #
      `,
    },
    {
      title: 'Turned on',
      config: `
        sysname DeviceA
        #
        bfd
        #
        bfd core bind peer-ip 10.9.0.2
         discriminator local 1
         discriminator remote 2
        #
      `,
    },
  ],
});
