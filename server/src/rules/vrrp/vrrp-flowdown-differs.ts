// A group that follows a management group takes its interface down while that one is backup, unless it says `unflowdown`: both devices
// do it, or neither.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';

export default pairRule({
  id: 'vrrp-flowdown-differs',
  requirement: 'HB-X-V-FLOWDOWN',
  title: 'A following group takes its interface down on one device only',
  severity: 'warning',
  why: 'The access side sees one device vanish as backup, the other not: it learns the gateway in another way after each switchover.',
  guide: ['CLI reference, track admin-vrrp'],
  ...agreementRule('vrrp-flowdown-differs'),
  examples: [
    {
      title: 'The word on one device only',
      config:
        device('DeviceA', 1, ' unflowdown') +
        device(
          'DeviceB',
          2,
          `
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: GigabitEthernet0/1/2.8 has no unflowdown, unlike DeviceA: one device takes the interface down as backup, the other does not`,
        ),
    },
    { title: 'On both', config: device('DeviceA', 1, ' unflowdown') + device('DeviceB', 2, ' unflowdown') },
    { title: 'On neither', config: device('DeviceA', 1, '') + device('DeviceB', 2, '') },
  ],
});

function device(name: string, own: 1 | 2, word: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        interface GigabitEthernet0/1/2.7
         ip address 10.1.7.${own} 255.255.255.0
         vrrp vrid 7 virtual-ip 10.1.7.254
         admin-vrrp vrid 7
        #
        interface GigabitEthernet0/1/2.8
         ip address 10.1.8.${own} 255.255.255.0
         vrrp vrid 8 virtual-ip 10.1.8.254
         vrrp vrid 8 track admin-vrrp interface GigabitEthernet0/1/2.7 vrid 7${word}
        #`;
}
