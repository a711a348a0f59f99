// A device tells its BFD sessions apart by their local discriminators: it refuses a number that another session has.
import { deviceRule } from '../../diagnostics/rule';
import type { BfdSession } from '../../model/device';

export default deviceRule<undefined>({
  id: 'bfd-discriminator-twice',
  requirement: 'HB-X-BFD-LOCAL',
  title: 'Two BFD sessions of a device have one local discriminator',
  severity: 'error',
  why: 'The device refuses the second: that session never comes up, and what tracks it acts as if its link had failed.',
  guide: ['vendor command reference: discriminator (BFD session view)'],
  // Of two ends that do not fit each other the numbers are told there.
  supersededBy: ['bfd-discriminators-not-crossed'],
  *check(device) {
    // Asked of the index first: most files have no session.
    if (device.holdsSeveralDevices || !device.nameIndex.definesAny('bfd-session')) return;
    const owners = new Map<number, BfdSession>();
    for (const session of device.bfdSessions) {
      if (!session.local) continue;
      const { value, at } = session.local;
      const owner = owners.get(value);
      if (!owner) owners.set(value, session);
      if (!owner || owner.name === session.name) continue;
      yield {
        at,
        message: `${device.name}: BFD session ${session.name} has local discriminator ${value}, as ${owner.name} has: the device refuses the second; use a free number`,
        also: [
          {
            at: owner.local!.at,
            message: `${device.name}: BFD session ${owner.name} has local discriminator ${value}`,
          },
        ],
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'Copied from the session above',
      config: sessions(`
         discriminator local 11
                             ^^ DeviceA: BFD session uplink has local discriminator 11, as peer has: the device refuses the second; use a free number
         discriminator remote 32`),
    },
    {
      title: 'One number each; a remote number may be any other',
      config: sessions(`
         discriminator local 12
         discriminator remote 12`),
    },
  ],
});

function sessions(uplink: string): string {
  return `
        sysname DeviceA
        #
        bfd peer bind peer-ip 10.0.12.2
         discriminator local 11
         discriminator remote 12
        #
        bfd uplink bind peer-ip 10.9.9.9${uplink}
        #`;
}
