// The two source addresses of a channel are looked up in one routing table (docs/decisions/same-configuration.md).
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleChannel } from '../testing/example-channel';

export default pairRule({
  id: 'rbs-vpn-instance-differs',
  requirement: 'HB-RBSP-VPN',
  title: 'The two ends of a channel are in different VPN instances',
  severity: 'error',
  why: 'Each end looks for the other in another routing table: the channel stays down and nothing is backed up.',
  guide: ['vendor configuration files'],
  ...agreementRule('rbs-vpn-instance-differs'),
  examples: [
    {
      title: 'On one end only',
      config:
        device(
          'DeviceA',
          1,
          `
         ip binding vpn-instance cust`,
        ) +
        device(
          'DeviceB',
          2,
          `
                  ^^^^^^^^^ DeviceB: LoopBack0 has no VPN instance, DeviceA cust: neither finds the other, the channel stays down`,
        ),
    },
    { title: 'On neither', config: device('DeviceA', 1, '') + device('DeviceB', 2, '') },
  ],
});

function device(name: string, own: 1 | 2, vpn: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        interface LoopBack0${vpn}
         ip address 10.0.0.${own} 255.255.255.255
        #`;
}
