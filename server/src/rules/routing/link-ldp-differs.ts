// LDP runs on both ends of a link or on none.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleChannel } from '../testing/example-channel';

export default pairRule({
  id: 'link-ldp-differs',
  requirement: 'HB-X-MPLS-LINK',
  title: 'LDP runs on one end of a link only',
  severity: 'warning',
  why: 'No LDP session comes up over the link: what needs an LSP to the other device has none over it.',
  guide: ['vendor command reference: mpls ldp (interface view)'],
  ...agreementRule('link-ldp-differs'),
  examples: [
    {
      title: 'On one end',
      config: `${device('DeviceA', 1, '\n         mpls\n         mpls ldp')}
        --- DeviceB.cfg
        sysname DeviceB
        #
        ${exampleChannel('s1', 2, '10.0.12', 2046)}
        #
        interface GigabitEthernet0/1/0
                  ^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/0 has no mpls ldp, unlike DeviceA: no LSP goes over the link; add the line
         ip address 10.0.12.2 255.255.255.252
         mpls
        #
      `,
    },
    {
      title: 'On both ends, and on none; another link',
      config: `${device('DeviceA', 1, '\n         mpls\n         mpls ldp')}${device('DeviceB', 2, '\n         mpls\n         mpls ldp')}
        interface GigabitEthernet0/1/1
         ip address 10.0.99.1 255.255.255.252
         mpls
         mpls ldp
        #
      `,
    },
  ],
});

function device(name: string, own: 1 | 2, lines: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.12', 2046)}
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.${own} 255.255.255.252${lines}
        #`;
}
