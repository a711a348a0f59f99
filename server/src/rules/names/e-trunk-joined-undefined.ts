// An Eth-Trunk joins an E-Trunk by its number; the E-Trunk decides which device forwards.
import { eTrunk } from '../../catalogue';
import type { Device } from '../../model/device';
import type { Occurrence } from '../../model/references/section-names';
import { undefinedNameRule } from '../shared/undefined-name';

/** A profile takes its role from this Eth-Trunk in an E-Trunk that is there: whatever the file leaves out, it has none. */
function isCountedOn({ within }: Occurrence, { profiles, eTrunks }: Device): boolean {
  return [...profiles.values()].some(({ roles }) =>
    roles.some(
      (role) =>
        role.kind === 'e-trunk' && `eth-trunk${role.ethTrunk.value}` === within && eTrunks.has(role.eTrunk.value),
    ),
  );
}

export default undefinedNameRule({
  id: 'e-trunk-joined-undefined',
  requirement: 'HB-X-ET-JOINED',
  title: 'An Eth-Trunk joins an E-Trunk that is not there',
  severity: 'warning',
  why: 'Neither device waits for the other: both Eth-Trunks forward, or none, and a profile that follows them has no role.',
  guide: ['sister pages of the guide'],
  kinds: ['e-trunk'],
  counts: ({ line }) => line.match!.command === eTrunk.join.id,
  gravity: (name, device) => (device.isWholeFile || isCountedOn(name, device) ? 'error' : 'warning'),
  effect: () => 'the trunk has no role',
  examples: [
    {
      title: 'A slip in the number',
      config: `
        sysname DeviceA
        #
        e-trunk 1
         peer-address 10.0.0.2 source-address 10.0.0.1
        #
        interface Eth-Trunk10
         e-trunk 2
                 ^ DeviceA: Eth-Trunk10 names E-Trunk 2, which is not in this file: the trunk has no role
        #
        fixed:
        sysname DeviceA
        #
        e-trunk 1
         peer-address 10.0.0.2 source-address 10.0.0.1
        #
        interface Eth-Trunk10
         e-trunk 1
        #
      `,
    },
    {
      title: 'There',
      config: `
        sysname DeviceA
        #
        interface Eth-Trunk10
         e-trunk 1
        #
        e-trunk 1
         peer-address 10.0.0.2 source-address 10.0.0.1
        #
      `,
    },
  ],
});
