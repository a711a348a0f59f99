// The two ends of a link take packets of one size.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleChannel } from '../testing/example-channel';

export default pairRule({
  id: 'link-mtu-differs',
  requirement: 'HB-X-LINK-MTU',
  title: 'The MTU of the two ends of a link differs',
  severity: 'warning',
  why: 'Packets that one end may send are too large for the other: transfers hang, and routing neighbours do not come up.',
  guide: ['vendor configuration files'],
  ...agreementRule('link-mtu-differs'),
  examples: [
    {
      title: 'Larger on one end',
      config:
        device(
          'DeviceA',
          1,
          `
         mtu 9000`,
        ) +
        device(
          'DeviceB',
          2,
          `
         mtu 1400
             ^^^^ DeviceB: GigabitEthernet0/1/9 has MTU 1400, DeviceA 9000`,
        ),
    },
    {
      title: 'Written on one end only',
      config:
        device(
          'DeviceA',
          1,
          `
         mtu 9000`,
        ) +
        device(
          'DeviceB',
          2,
          '',
          `
                  ^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/9 has MTU 1500 by default, DeviceA 9000`,
        ),
    },
    {
      title: 'The default written on one end',
      config:
        device(
          'DeviceA',
          1,
          `
         mtu 1500`,
        ) + device('DeviceB', 2, ''),
    },
  ],
});

function device(name: string, own: 1 | 2, lines: string, carets = ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        interface GigabitEthernet0/1/9${carets}
         ip address 10.0.0.${own} 255.255.255.252${lines}
        #`;
}
