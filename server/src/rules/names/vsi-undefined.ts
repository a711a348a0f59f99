// An access circuit belongs to a VSI. A file may leave all of them out; where it has others, or is whole, the name is wrong.
import { canonicalText } from '../../model/lines/canonical-text';
import { undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'vsi-undefined',
  requirement: 'HB-X-VSI-DEFINED',
  title: 'An access circuit names a VSI that is not there',
  severity: 'error',
  why: 'The circuit is in no VSI: what comes in is dropped, and nobody behind it gets a stream.',
  guide: ['vendor command reference: l2 binding vsi'],
  kinds: ['vsi'],
  counts: ({ line }, device) =>
    canonicalText(line).startsWith('l2 binding vsi ') && (device.isWholeFile || device.nameIndex.definesAny('vsi')),
  gravity: ({ within }, device) =>
    within !== undefined && (device.interfaces.get(within)?.profiles.length ?? 0) > 0 ? 'error' : 'warning',
  effect: () => 'users behind the circuit get nothing',
  examples: [
    {
      title: 'A slip in the name',
      config: `
        sysname DeviceA
        #
        vsi tv static
        #
        interface Eth-Trunk1.1
         vlan-type dot1q 100
         l2 binding vsi tvv
                        ^^^ DeviceA: Eth-Trunk1.1 names VSI tvv, which is not in this file: users behind the circuit get nothing; use tv if that is meant
         remote-backup-profile p1
        #
        remote-backup-profile p1
         service-type igmp-snooping
         e-trunk 1 eth-trunk 1
        #
        fixed:
        sysname DeviceA
        #
        vsi tv static
        #
        interface Eth-Trunk1.1
         vlan-type dot1q 100
         l2 binding vsi tv
         remote-backup-profile p1
        #
        remote-backup-profile p1
         service-type igmp-snooping
         e-trunk 1 eth-trunk 1
        #
      `,
    },
    {
      title: 'There; an excerpt without a VSI',
      config: `
        --- a.cfg
        sysname DeviceA
        #
        vsi tv static
        #
        interface Eth-Trunk1.1
         l2 binding vsi tv
        #
        --- b.cfg
        sysname DeviceB
        #
        interface Eth-Trunk1.1
         l2 binding vsi tv
        #
      `,
    },
  ],
});
