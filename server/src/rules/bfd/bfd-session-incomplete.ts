// A session whose numbers are written needs both: its own, and that of the other end.
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'bfd-session-incomplete',
  requirement: 'HB-X-BFD-NUMBERS',
  title: 'A BFD session has one of its two discriminators',
  severity: 'warning',
  why: 'The session is not set up: failures of its path are not found, and what tracks it is never told.',
  guide: ['vendor configuration files'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const { at, name, local, remote, oneArm } of device.bfdSessions) {
      if (oneArm || (local === undefined) === (remote === undefined)) continue;
      const lacking = local ? 'remote' : 'local';
      yield {
        at,
        message: `${device.name}: BFD session ${name} has no ${lacking} discriminator and is not set up; add discriminator ${lacking}`,
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'Without its own number',
      config: `
        sysname DeviceA
        #
        bfd core bind peer-ip 10.9.0.2
            ^^^^ DeviceA: BFD session core has no local discriminator and is not set up; add discriminator local
         discriminator remote 2
        #
      `,
    },
    {
      title: 'Both, or neither: found by the device',
      config: `
        sysname DeviceA
        #
        bfd one bind peer-ip 10.9.0.2
         discriminator local 1
         discriminator remote 2
        #
        bfd two bind peer-ip 10.9.0.6 interface GigabitEthernet0/1/0 source-ip 10.9.0.5 auto
         commit
        #
      `,
    },
  ],
});
