// Two trunks that carry the same users or the same link are bundled in one way.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleChannel } from '../testing/example-channel';

export default pairRule({
  id: 'eth-trunk-mode-differs',
  requirement: 'HB-X-TRUNK-MODE',
  title: 'The Eth-Trunks of the two devices are bundled in different ways',
  severity: 'warning',
  why: 'With LACP on one device only, a member that fails while its link stays up still gets traffic on the other.',
  guide: ['vendor configuration files'],
  ...agreementRule('eth-trunk-mode-differs'),
  examples: [
    {
      title: 'LACP on one device only',
      config:
        device(
          'DeviceA',
          1,
          `
         mode lacp-static`,
        ) +
        device(
          'DeviceB',
          2,
          `
         mode manual load-balance
              ^^^^^^^^^^^^^^^^^^^ DeviceB: Eth-Trunk1 has trunk mode manual load-balance, DeviceA lacp-static`,
        ),
    },
    {
      title: 'One mode in two words',
      config:
        device(
          'DeviceA',
          1,
          `
         mode lacp`,
        ) +
        device(
          'DeviceB',
          2,
          `
         mode lacp-static`,
        ),
    },
    {
      title: 'By hand, written on one device',
      config:
        device(
          'DeviceA',
          1,
          `
         mode manual load-balance`,
        ) + device('DeviceB', 2, ''),
    },
  ],
});

function device(name: string, own: 1 | 2, lines: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        remote-backup-profile p1
         service-type arp
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface Eth-Trunk1.7
        #
        interface Eth-Trunk1${lines}
        #
        interface Eth-Trunk1.7
         ip address 10.1.1.${own} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #`;
}
