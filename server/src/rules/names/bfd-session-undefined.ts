// A backup service, an E-Trunk or a route that follows a BFD session. A number is the session's local discriminator; a session
// without one has a number that the device chose (docs/decisions/excerpts-and-whole-files.md).
import type { Device } from '../../model/device';
import { isOf, undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'bfd-session-undefined',
  requirement: 'HB-X-BFD-DEFINED',
  title: 'A line follows a BFD session that is not there',
  severity: 'warning',
  why: 'The failure that the session should find is not found: nothing switches over.',
  guide: ['published YANG'],
  kinds: ['bfd-session'],
  counts: ({ line, text }, device) =>
    !line.match!.command.startsWith('vrrp') && (!/^\d+$/.test(text) || numbersAreKnown(device)),
  gravity: (name, device) => (device.isWholeFile && isOf(name, ['rbs']) ? 'error' : 'warning'),
  effect: () => 'a failure there is not noticed',
  examples: [
    {
      title: 'A slip in the name',
      config: `
        sysname DeviceA
        #
        bfd core bind peer-ip 10.9.0.2
         discriminator local 1
         discriminator remote 2
        #
        remote-backup-service ch
         track bfd-session session-name coer
                                        ^^^^ DeviceA: RBS ch names BFD session coer, which is not in this file; did you mean core?
        #
        ip route-static 10.8.0.0 255.255.0.0 10.9.0.2 track bfd-session core
        #
        fixed:
        sysname DeviceA
        #
        bfd core bind peer-ip 10.9.0.2
         discriminator local 1
         discriminator remote 2
        #
        remote-backup-service ch
         track bfd-session session-name core
        #
        ip route-static 10.8.0.0 255.255.0.0 10.9.0.2 track bfd-session core
        #
      `,
    },
    {
      title: 'A number that is only remote',
      config: `
        sysname DeviceA
        #
        bfd core bind peer-ip 10.9.0.2
         discriminator local 11
         discriminator remote 22
        #
        remote-backup-service ch
         track bfd-session 22
                           ^^ DeviceA: RBS ch names BFD session 22, which is not in this file: a failure there is not noticed; use 11 if that is meant
        #
        fixed:
        sysname DeviceA
        #
        bfd core bind peer-ip 10.9.0.2
         discriminator local 11
         discriminator remote 22
        #
        remote-backup-service ch
         track bfd-session 11
        #
      `,
    },
    {
      title: 'A number where no session is in the file, or one without a number is',
      config: `
        --- a.cfg
        sysname DeviceA
        #
        remote-backup-service ch
         track bfd-session 22
        #
        --- b.cfg
        sysname DeviceB
        #
        bfd core bind peer-ip 10.9.0.2 source-ip 10.9.0.1 auto
        #
        remote-backup-service ch
         track bfd-session 22
        #
      `,
    },
  ],
});

function numbersAreKnown({ bfdSessions }: Device): boolean {
  return bfdSessions.length > 0 && bfdSessions.every((session) => session.local !== undefined);
}
