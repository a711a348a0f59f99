// Whichever device is master looks into the IGMP of the users' VSI in the same way.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleChannel } from '../testing/example-channel';

export default pairRule({
  id: 'snooping-settings-differ',
  requirement: 'HB-M-SNOOP-SAME',
  title: 'IGMP snooping of the two VSIs of the users differs',
  severity: 'warning',
  why: 'After a switchover queries go unanswered or the VSI is down, and streams stop until users ask again.',
  guide: ['007 step 6'],
  ...agreementRule('snooping-settings-differ'),
  examples: [
    {
      title: 'The proxy on one device only',
      config:
        device('DeviceA', 1, ' igmp-snooping proxy') +
        device(
          'DeviceB',
          2,
          '',
          `
        ^^^^^^^^^^^^^ DeviceB: VSI tv has no igmp-snooping proxy, unlike DeviceA`,
        ) +
        `
        fixed:${device('DeviceB', 2, ' igmp-snooping proxy')}`,
    },
    {
      title: 'Alike; names are local',
      config:
        device('DeviceA', 1, ' igmp-snooping proxy') + device('DeviceB', 2, ' igmp-snooping proxy', '', 'channels'),
    },
  ],
});

function device(name: string, own: 1 | 2, lines: string, caret = '', vsi = 'tv'): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        igmp-snooping enable
        #
        vsi ${vsi} static${caret}
         igmp-snooping enable${
           lines === ''
             ? ''
             : `
        ${lines}`
         }
        #
        e-trunk 1
         priority ${own * 10}
         peer-address 10.0.0.${3 - own} source-address 10.0.0.${own}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        remote-backup-profile p1
         service-type igmp-snooping
         backup-id 10 remote-backup-service s1
         e-trunk 1 eth-trunk 1
        #
        interface Eth-Trunk1
         e-trunk 1
        #
        interface Eth-Trunk1.1
         vlan-type dot1q 100
         l2 binding vsi ${vsi}
         igmp-snooping backup-report forward
         remote-backup-profile p1
        #`;
}
